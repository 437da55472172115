//! Hours of a phone, and days of the week.

use chrono::Weekday;

use super::super::place::{Place, quoted};
use super::super::shape;
use crate::domain::clock::{ClockTime, Weekdays, WeeklyInterval};
use crate::domain::phone::{Closure, Day, PhoneHours, PhoneLine};

/// The four keys that say when a phone is answered.
pub(super) struct Keys<'s> {
    pub hours: &'s Option<Vec<shape::Hours>>,
    pub holidays: Option<shape::Holidays>,
    pub closed: &'s Option<Vec<shape::Closed>>,
    pub phone: Option<shape::Phone>,
}

impl Keys<'_> {
    /// Whether none of them is there.
    pub fn are_absent(&self) -> bool {
        self.hours.is_none() && self.holidays.is_none() && self.closed.is_none() && self.phone.is_none()
    }

    /// What they say; without any of them no hours are printed.
    pub fn line(&self, place: &Place<'_>) -> Option<PhoneLine> {
        let Some(hours) = self.hours else {
            if self.holidays.is_some() || self.closed.is_some() {
                place.missing("hours", "`holidays` や `closed` と一緒に、電話のつながる時間");
            }
            return Some(self.phone.map_or(PhoneLine::HoursUnprinted, shape::Phone::value));
        };
        if self.phone.is_some() {
            place.key("phone").problem("`phone` と `hours` の両方があります", "どちらか1つ");
        }
        if hours.is_empty() {
            place.key("hours").problem("並びが空です", "1つ以上。書いていないときは、キーごと消します");
        }
        let weekly = place.each("hours", hours, interval);
        if weekly.len() == hours.len() {
            no_overlap(&weekly, place);
        }
        let holidays =
            place.required("holidays", &self.holidays, "`hours` と一緒に、\"closed\"、\"open\"、\"unstated\" のどれか");
        let closed = place.each("closed", self.closed.as_deref().unwrap_or_default(), closure);
        Some(PhoneLine::Hours(PhoneHours { weekly, holidays: holidays?.value(), closed }))
    }
}

fn interval(hours: &shape::Hours, place: &Place<'_>) -> Option<WeeklyInterval> {
    let days = place.text("days", &hours.days).and_then(|days| weekdays(&days, &place.key("days")));
    let open = time("open", &hours.open, place);
    let close = time("close", &hours.close, place);
    if let (Some(open), Some(close)) = (open, close)
        && close <= open
    {
        place.key("close").value(quoted(&close.to_string()), format!("`open` の {open} より後の時刻"));
    }
    Some(WeeklyInterval { days: days?, open: open?, close: close? })
}

/// The clock time under a key.
pub(super) fn time(key: &str, time: &Option<String>, place: &Place<'_>) -> Option<ClockTime> {
    let time = place.required(key, time, "時刻（例 \"09:00\"）")?;
    place.key(key).checked(
        quoted(time),
        ClockTime::parse(time),
        "24時間で2けたずつの時刻（例 \"09:00\"）。\"00:00\" から \"24:00\"",
    )
}

fn no_overlap(weekly: &[WeeklyInterval], place: &Place<'_>) {
    let list = place.key("hours");
    for (index, later) in weekly.iter().enumerate() {
        let overlaps = |earlier: &WeeklyInterval| {
            earlier.days.meets(later.days) && earlier.open < later.close && later.open < earlier.close
        };
        if let Some(earlier) = weekly.iter().take(index).position(overlaps) {
            let found = format!("{} から {} は hours[{earlier}] と重なります", later.open, later.close);
            list.index(index).problem(found, "同じ曜日に重ならない時間");
        }
    }
}

fn closure(closed: &shape::Closed, place: &Place<'_>) -> Option<Closure> {
    let (from, until) = (&closed.from, &closed.until);
    match (from, until, closed.nth, &closed.weekday) {
        (Some(from), Some(until), None, None) => {
            let from = month_day(from, &place.key("from"));
            let until = month_day(until, &place.key("until"));
            Some(Closure::EachYear { from: from?, until: until? })
        }
        (None, None, Some(nth), Some(weekday)) => {
            if !(1..=5).contains(&nth) {
                place.key("nth").value(nth, "1〜5 の数");
            }
            let weekday = day(weekday).or_else(|| {
                place.key("weekday").value(quoted(weekday), "曜日1つ（例 \"土\"）");
                None
            });
            Some(Closure::NthWeekday { nth, weekday: weekday? })
        }
        _ => {
            place.problem("組にならないキーがあります", "{ from, until } か { nth, weekday }");
            None
        }
    }
}

fn month_day(text: &str, place: &Place<'_>) -> Option<(u8, u8)> {
    // A leap year, so that the 29th of February may be named.
    let date = chrono::NaiveDate::parse_from_str(&format!("2024-{text}"), "%Y-%m-%d").ok().filter(|_| text.len() == 5);
    if date.is_none() {
        place.value(quoted(text), "月-日（例 \"12-29\"）");
    }
    let (month, day) = text.split_once('-').filter(|_| date.is_some())?;
    Some((month.parse().ok()?, day.parse().ok()?))
}

/// Days of the week in one text: "月火水木金".
pub(super) fn weekdays(days: &str, place: &Place<'_>) -> Option<Weekdays> {
    let known: Option<Vec<Weekday>> =
        days.chars().map(|letter| day(letter.encode_utf8(&mut [0; 4])).map(Weekday::from)).collect();
    let Some(known) = known else {
        place.value(quoted(days), "月火水木金土日だけを並べたもの（例 \"月火水木金\"）");
        return None;
    };
    let set = Weekdays::of(&known);
    if set.iter().count() != known.len() {
        place.value(quoted(days), "同じ曜日は1回");
    }
    Some(set)
}

fn day(letter: &str) -> Option<Day> {
    match letter {
        "月" => Some(Day::Mon),
        "火" => Some(Day::Tue),
        "水" => Some(Day::Wed),
        "木" => Some(Day::Thu),
        "金" => Some(Day::Fri),
        "土" => Some(Day::Sat),
        "日" => Some(Day::Sun),
        _ => None,
    }
}
