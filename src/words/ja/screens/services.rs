//! Services and facilities in Japanese.

use chrono::{NaiveDate, NaiveDateTime, Weekday};

use crate::domain::clock::{ClockTime, Weekdays};
use crate::domain::household::{Babies, Household};
use crate::domain::money::Yen;
use crate::domain::phone::{Closure, Day, OnHolidays, PhoneState};
use crate::domain::programme::{Document, Facility, Offer, Programme};
use crate::domain::quota::{Firmness, Remaining};
use crate::domain::service::Service;
use crate::words::PlanWords;
use crate::words::ja::Ja;
use crate::words::screens::{FrameWords, QuestionWords, ServiceWords};

impl ServiceWords for Ja {
    fn services_heading(&self) -> &'static str {
        "ケアの種類と料金"
    }

    fn price_for(&self, service: Service, babies: Babies, household: Option<Household>) -> String {
        let mut parts = vec![self.smallest_use(service)];
        if babies.are_multiples() {
            parts.push(self.babies(babies));
        }
        match household {
            Some(Household::General) | None => {}
            Some(Household::TaxExempt) => parts.push("住民税非課税"),
            Some(Household::PublicAssistance) => parts.push("生活保護"),
            Some(Household::Unknown) => parts.push("税金の区分でちがいます"),
        }
        self.names(&parts)
    }

    fn left(&self, remaining: Remaining) -> String {
        let (left, limit) = (self.units(remaining.left, remaining.unit), self.units(remaining.limit, remaining.unit));
        let principle = match remaining.firmness {
            Firmness::Firm => "",
            Firmness::InPrinciple => "原則、",
        };
        let of = self.services(remaining.services);
        let together = if remaining.services.iter().count() > 1 { "を合わせて" } else { "だけで" };
        ["あと", &left, "（", principle, &of, together, &limit, "まで）"].concat()
    }

    fn left_over(&self, remaining: Remaining) -> String {
        let together = if remaining.services.iter().count() > 1 { "合わせて" } else { "" };
        [together, "あと", &self.units(remaining.left, remaining.unit)].concat()
    }

    fn includes(&self) -> &'static str {
        "してもらえること"
    }

    fn extras(&self) -> &'static str {
        "別にかかるもの"
    }

    fn extra(&self, text: &str, yen: Option<Yen>) -> String {
        match yen {
            Some(yen) => [text, "（", &self.yen(yen), "）"].concat(),
            None => text.to_owned(),
        }
    }

    fn usable_from(&self, day: NaiveDate, today: NaiveDate) -> String {
        ["今日申し込むと、早くて", &self.day(day, today), "から"].concat()
    }

    fn extras_of_all(&self) -> &'static str {
        "どのケアでも、別にかかるもの"
    }

    fn source(&self, document: &Document) -> String {
        ["資料：", &self.document(document)].concat()
    }

    fn wrong_here(&self) -> &'static str {
        "ここが違う"
    }

    fn wrong_subject(&self, town: &str) -> String {
        ["ここが違う：", town].concat()
    }

    fn wrong_letter(&self, programme: &Programme, fact: &str, document: &Document) -> String {
        let fact = if fact.is_empty() { String::new() } else { ["\nこと：", fact].concat() };
        let document = self.document(document);
        ["市区町村：", &programme.name, &fact, "\n資料：", &document, "\n\n正しい内容と、それが書いてある場所：\n"]
            .concat()
    }

    fn source_old(&self) -> &'static str {
        "1年以上前の資料・電話で確認を"
    }

    fn source_undated(&self) -> &'static str {
        "日付のない資料・電話で確認を"
    }

    fn source_expired(&self) -> &'static str {
        "期限を過ぎた資料・電話で確認を"
    }

    fn facilities_heading(&self) -> &'static str {
        "施設と電話"
    }

    fn filters(&self) -> &'static str {
        "しぼりこむ"
    }

    fn all_services(&self) -> &'static str {
        "すべて"
    }

    fn phone_open_now(&self) -> &'static str {
        "今電話できる"
    }

    fn shown(&self, count: usize) -> String {
        [&count.to_string(), "件"].concat()
    }

    fn none_shown(&self) -> &'static str {
        "当てはまる施設はありません。しぼりこみを外してみてください。"
    }

    fn more(&self) -> &'static str {
        "くわしく"
    }

    fn other_ones(&self, count: usize) -> String {
        ["ほか", &count.to_string(), "件"].concat()
    }

    fn of_services(&self, services: &str, said: &str) -> String {
        [services, "：", said].concat()
    }

    fn ended_ones(&self, count: usize) -> String {
        ["いまは使えない施設（", &count.to_string(), "件）"].concat()
    }

    fn phone_now(
        &self,
        state: PhoneState,
        next: Option<(NaiveDateTime, PhoneState)>,
        later_today: &[(ClockTime, ClockTime)],
        now: NaiveDateTime,
    ) -> String {
        let later: Vec<String> = later_today.iter().map(|(open, close)| self.hours(*open, *close)).collect();
        let later = later.join("、");
        match (state, next) {
            (PhoneState::Open, Some((until, _))) if later.is_empty() => {
                ["今つながります（", &self.moment(until, now), "まで）"].concat()
            }
            (PhoneState::Open, Some((until, _))) => {
                ["今つながります（", &self.moment(until, now), "まで、", &later, "）"].concat()
            }
            (PhoneState::Closed, Some(_)) if !later.is_empty() => ["今は時間外（今日は", &later, "）"].concat(),
            (PhoneState::Closed, Some((next, PhoneState::Open))) => {
                ["今は時間外（次は", &self.moment(next, now), "から）"].concat()
            }
            (PhoneState::Closed, Some((next, _))) => {
                ["今は時間外（次は", &self.moment(next, now), "から、休みのことも）"].concat()
            }
            (PhoneState::Confirm, Some(_)) => "祝日や年末年始なので、つながるかは要確認".to_owned(),
            (PhoneState::NoPhoneBooking, _) | (_, None) => self.phone_state(state).to_owned(),
        }
    }

    fn hours_unprinted(&self) -> &'static str {
        "書かれていません"
    }

    fn hours(&self, open: ClockTime, close: ClockTime) -> String {
        [clock(open), clock(close)].join("〜")
    }

    fn weekly_hours(&self, days: Weekdays, hours: &[String]) -> String {
        [&span_of_days(self, days), " ", &hours.join("、")].concat()
    }

    fn on_holidays(&self, holidays: OnHolidays) -> &'static str {
        match holidays {
            OnHolidays::Closed => "祝日は休み",
            OnHolidays::Open => "祝日も",
            OnHolidays::Unstated => "祝日は要確認",
        }
    }

    fn closure(&self, closure: Closure) -> String {
        match closure {
            Closure::EachYear { from, until } => {
                let day = |(month, day): (u8, u8)| [&month.to_string(), "月", &day.to_string(), "日"].concat();
                [&day(from), "〜", &day(until), "は休み"].concat()
            }
            Closure::NthWeekday { nth, weekday } => {
                ["第", &nth.to_string(), weekday_name(weekday), "曜は休み"].concat()
            }
        }
    }

    fn phone_hours_term(&self) -> &'static str {
        "受付"
    }

    fn booking_term(&self) -> &'static str {
        "予約"
    }

    fn booking_unprinted(&self) -> &'static str {
        "書かれていません。電話で聞いてください"
    }

    fn address_term(&self) -> &'static str {
        "場所"
    }

    fn map(&self) -> &'static str {
        "地図"
    }

    fn map_query(&self, programme: &Programme, facility: &Facility, address: &str) -> String {
        // 旭川市 prints its streets without the town.
        let town = if address.contains(['区', '市']) { "" } else { programme.name.as_str() };
        [town, " ", address, " ", &facility.name].concat().trim().to_owned()
    }

    fn care_days_term(&self) -> &'static str {
        "ケアの日"
    }

    fn limit_term(&self) -> &'static str {
        "期間"
    }

    fn mail_term(&self) -> &'static str {
        "メール"
    }

    fn tel_unprinted(&self) -> &'static str {
        "電話番号は資料に書かれていません。窓口に聞いてください。"
    }

    fn doubtful_name(&self) -> &'static str {
        "名前は資料の読み取りがあやしいので、電話で確かめてください。"
    }

    fn place(&self, offer: &Offer) -> String {
        ["資料の", &offer.source.place].concat()
    }
}

/// 「9:00」.
fn clock(time: ClockTime) -> String {
    let padded = time.to_string();
    padded.strip_prefix('0').unwrap_or(&padded).to_owned()
}

fn weekday_name(day: Day) -> &'static str {
    match day {
        Day::Mon => "月",
        Day::Tue => "火",
        Day::Wed => "水",
        Day::Thu => "木",
        Day::Fri => "金",
        Day::Sat => "土",
        Day::Sun => "日",
    }
}

/// 「月〜金」 where three or more days follow each other, else 「火・木」.
fn span_of_days(ja: &Ja, days: Weekdays) -> String {
    let all: Vec<Weekday> = days.iter().collect();
    let (Some(first), Some(last)) = (all.first(), all.last()) else { return String::new() };
    let span = last.num_days_from_monday().saturating_sub(first.num_days_from_monday());
    if all.len() > 2 && usize::try_from(span).is_ok_and(|span| span.saturating_add(1) == all.len()) {
        [&ja.weekdays(Weekdays::of(&[*first])), "〜", &ja.weekdays(Weekdays::of(&[*last]))].concat()
    } else {
        ja.weekdays(days)
    }
}
