//! Phone numbers, and when a phone is answered.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

use super::calendar::{days_after, days_before};
use super::clock::{ClockTime, WeeklyInterval};
use super::holidays::{is_public_holiday, is_year_end};

/// A number that can be dialled in Japan, hyphenated, with its area code: `"03-5963-3311"`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PhoneNumber(String);

impl PhoneNumber {
    /// # Errors
    /// Where the text is not three groups of digits joined by hyphens that begin with 0 and are 10 digits long (11 for
    /// 050, 070, 080 and 090).
    pub fn parse(text: &str) -> Result<PhoneNumber, &'static str> {
        const FORM: &str =
            "a number with area code and hyphens, like \"03-5963-3311\" (10 digits; 11 after 050, 070, 080, 090)";
        let groups: Vec<&str> = text.split('-').collect();
        let all_digits =
            groups.iter().all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()));
        let digits: usize = groups.iter().map(|group| group.len()).sum();
        let eleven = ["050", "070", "080", "090"].iter().any(|prefix| text.starts_with(prefix));
        let second_is_dialled = text.as_bytes().get(1).is_some_and(|digit| *digit != b'0' && *digit != b'-');
        if groups.len() == 3
            && all_digits
            && text.starts_with('0')
            && second_is_dialled
            && digits == if eleven { 11 } else { 10 }
        {
            Ok(PhoneNumber(text.to_owned()))
        } else {
            Err(FORM)
        }
    }

    /// As printed, with hyphens.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for PhoneNumber {
    type Error = &'static str;
    fn try_from(text: String) -> Result<PhoneNumber, &'static str> {
        PhoneNumber::parse(&text)
    }
}

impl From<PhoneNumber> for String {
    fn from(number: PhoneNumber) -> String {
        number.0
    }
}

/// What a source says of public holidays beside weekly hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OnHolidays {
    /// 「祝日を除く」「平日」.
    Closed,
    /// Printed as answered on holidays too.
    Open,
    /// Nothing is said: confirm on a holiday.
    Unstated,
}

/// A printed closure beside the weekly hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Closure {
    /// Every year from one day to another, both closed, as (month, day); may pass the year's end.
    EachYear { from: (u8, u8), until: (u8, u8) },
    /// 「第二土曜」: the month's n-th such weekday, by occurrence; `nth` 1 to 5.
    NthWeekday { nth: u8, weekday: Day },
}

/// A day of the week in the compiled form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Day {
    /// Monday.
    Mon,
    /// Tuesday.
    Tue,
    /// Wednesday.
    Wed,
    /// Thursday.
    Thu,
    /// Friday.
    Fri,
    /// Saturday.
    Sat,
    /// Sunday.
    Sun,
}

impl From<Day> for Weekday {
    fn from(day: Day) -> Weekday {
        match day {
            Day::Mon => Weekday::Mon,
            Day::Tue => Weekday::Tue,
            Day::Wed => Weekday::Wed,
            Day::Thu => Weekday::Thu,
            Day::Fri => Weekday::Fri,
            Day::Sat => Weekday::Sat,
            Day::Sun => Weekday::Sun,
        }
    }
}

impl Closure {
    /// Whether it holds on `date`.
    pub fn holds_on(self, date: NaiveDate) -> bool {
        match self {
            Closure::EachYear { from, until } => {
                let day = (u8::try_from(date.month()).unwrap_or(0), u8::try_from(date.day()).unwrap_or(0));
                if from <= until { from <= day && day <= until } else { day >= from || day <= until }
            }
            Closure::NthWeekday { nth, weekday } => {
                date.weekday() == Weekday::from(weekday) && date.day().div_ceil(7) == u32::from(nth)
            }
        }
    }
}

/// Printed hours in which a phone is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhoneHours {
    /// At least one; those of one day do not overlap.
    pub weekly: Vec<WeeklyInterval>,
    /// Public holidays.
    pub holidays: OnHolidays,
    /// Printed closures.
    pub closed: Vec<Closure>,
}

/// What a source says of a facility's phone, for one service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PhoneLine {
    /// With printed hours.
    Hours(PhoneHours),
    /// A number without printed hours.
    HoursUnprinted,
    /// 「電話予約不可」: it takes no bookings.
    NoBookings,
}

/// Whether a phone is answered at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhoneState {
    /// By the printed hours.
    Open,
    /// By the printed hours or closures.
    Closed,
    /// The source does not say.
    Confirm,
    /// Never, for bookings.
    NoPhoneBooking,
}

/// A state, and when it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhoneNow {
    /// At the moment asked for.
    pub state: PhoneState,
    /// The next moment with another state; absent where none follows or no hours are printed.
    pub changes_at: Option<NaiveDateTime>,
}

/// How far ahead changes are looked for: longer than any printed closure.
const HORIZON_DAYS: u16 = 62;

impl PhoneLine {
    /// The state at `now`, and when it changes.
    pub fn at(&self, now: NaiveDateTime) -> PhoneNow {
        match self {
            PhoneLine::Hours(hours) => PhoneNow { state: hours.state(now), changes_at: hours.next_change(now) },
            PhoneLine::HoursUnprinted => PhoneNow { state: PhoneState::Confirm, changes_at: None },
            PhoneLine::NoBookings => PhoneNow { state: PhoneState::NoPhoneBooking, changes_at: None },
        }
    }

    /// The printed hours, if any.
    pub fn hours(&self) -> Option<&PhoneHours> {
        match self {
            PhoneLine::Hours(hours) => Some(hours),
            PhoneLine::HoursUnprinted | PhoneLine::NoBookings => None,
        }
    }
}

impl PhoneHours {
    /// Whether the phone is answered at `moment`.
    pub fn state(&self, moment: NaiveDateTime) -> PhoneState {
        let date = moment.date();
        match self.intervals(date).any(|interval| interval.open.on(date) <= moment && moment < interval.close.on(date))
        {
            true => self.state_within_hours(date),
            false => PhoneState::Closed,
        }
    }

    /// What the weekly hours of `date` are worth on that day.
    fn state_within_hours(&self, date: NaiveDate) -> PhoneState {
        if self.closed.iter().any(|closure| closure.holds_on(date)) {
            return PhoneState::Closed;
        }
        match (is_public_holiday(date), self.holidays) {
            (true, OnHolidays::Closed) => PhoneState::Closed,
            (true, OnHolidays::Unstated) => PhoneState::Confirm,
            _ if is_year_end(date) => PhoneState::Confirm,
            _ => PhoneState::Open,
        }
    }

    /// The weekly intervals of a day, in the order of the file.
    pub fn intervals(&self, date: NaiveDate) -> impl Iterator<Item = &WeeklyInterval> {
        let weekday = date.weekday();
        self.weekly.iter().filter(move |interval| interval.days.contains(weekday))
    }

    /// Whether the phone is surely answered at some time of `date`.
    pub fn answers_on(&self, date: NaiveDate) -> bool {
        self.state_within_hours(date) == PhoneState::Open && self.intervals(date).next().is_some()
    }

    /// The next moment after `now` at which the state differs.
    fn next_change(&self, now: NaiveDateTime) -> Option<NaiveDateTime> {
        let state = self.state(now);
        (0..=HORIZON_DAYS).find_map(|days| {
            let date = days_after(now.date(), days);
            self.moments(date).filter(|moment| *moment > now && self.state(*moment) != state).min()
        })
    }

    /// The moments of a day at which the state may change.
    fn moments(&self, date: NaiveDate) -> impl Iterator<Item = NaiveDateTime> {
        let midnight = date.and_time(NaiveTime::MIN);
        self.intervals(date)
            .flat_map(move |interval| [interval.open.on(date), interval.close.on(date)])
            .chain([midnight])
    }

    /// The last moment up to `moment` at which the phone was surely answered and then closed.
    pub fn last_closing(&self, moment: NaiveDateTime) -> Option<NaiveDateTime> {
        (0..=HORIZON_DAYS).find_map(|days| {
            let date = days_before(moment.date(), days);
            if self.state_within_hours(date) != PhoneState::Open {
                return None;
            }
            self.intervals(date).map(|interval| interval.close.on(date)).filter(|close| *close <= moment).max()
        })
    }

    /// The hours of a day as printed, in order, whatever the day's state.
    pub fn on(&self, date: NaiveDate) -> Vec<(ClockTime, ClockTime)> {
        let mut hours: Vec<_> = self.intervals(date).map(|interval| (interval.open, interval.close)).collect();
        hours.sort_unstable();
        hours
    }
}
