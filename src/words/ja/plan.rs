//! A plan's values in Japanese.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike, Weekday};

use super::Ja;
use crate::domain::business_days::Certainty;
use crate::domain::calendar::months_and_days;
use crate::domain::clock::{ClockTime, Weekdays};
use crate::domain::deadlines::{At, Boundary, Deadline};
use crate::domain::money::{Amount, Yen};
use crate::domain::phone::PhoneState;
use crate::domain::plan::{Note, Plan, Status, UnknownPrice, What};
use crate::domain::programme::{Booking, Contact, Document, Precision, Programme};
use crate::domain::quota::Unit;
use crate::domain::service::Service;
use crate::domain::tariff::Unknown;
use crate::domain::uses::Length;
use crate::words::PlanWords;

impl PlanWords for Ja {
    fn yen(&self, yen: Yen) -> String {
        let digits = yen.0.to_string();
        let mut text = String::with_capacity(digits.len().saturating_add(6));
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && digits.len().saturating_sub(index).is_multiple_of(3) {
                text.push(',');
            }
            text.push(digit);
        }
        text.push('円');
        text
    }

    fn amount(&self, amount: Amount) -> String {
        match (amount.exact_yen(), amount.low(), amount.high()) {
            (Some(yen), _, _) => self.yen(yen),
            (None, Some(low), Some(high)) => [&self.yen(low), "〜", &self.yen(high)].concat(),
            (None, None, Some(high)) => ["最大", &self.yen(high)].concat(),
            (None, Some(low), None) => [&self.yen(low), "から"].concat(),
            (None, None, None) => "要確認".to_owned(),
        }
    }

    fn day(&self, date: NaiveDate, today: NaiveDate) -> String {
        match date.year().saturating_sub(today.year()) {
            0 => self.without_year(date),
            1 => ["来年", &self.without_year(date)].concat(),
            -1 => ["去年", &self.without_year(date)].concat(),
            _ => self.date_with_year(date),
        }
    }

    fn date_with_year(&self, date: NaiveDate) -> String {
        [era_year(date).as_str(), &self.without_year(date)].concat()
    }

    fn time(&self, time: ClockTime) -> String {
        time.to_string()
    }

    fn moment(&self, moment: NaiveDateTime, now: NaiveDateTime) -> String {
        let clock = clock(moment);
        match moment.date().signed_duration_since(now.date()).num_days() {
            0 => ["今日", &clock].concat(),
            1 => ["明日", &clock].concat(),
            _ => [&self.day(moment.date(), now.date()), &*clock].concat(),
        }
    }

    fn age(&self, birth: NaiveDate, today: NaiveDate) -> String {
        let days = today.signed_duration_since(birth).num_days();
        match months_and_days(birth, today) {
            Some((0, _)) => format!("生後{days}日"),
            Some((months, 0)) => format!("{months}か月ちょうど、生後{days}日"),
            Some((months, rest)) => format!("{months}か月{rest}日、生後{days}日"),
            None => String::new(),
        }
    }

    fn weekdays(&self, days: Weekdays) -> String {
        days.iter().map(weekday).collect::<Vec<_>>().join("・")
    }

    fn service(&self, service: Service) -> &'static str {
        match service {
            Service::Stay => "宿泊型",
            Service::DayCare => "日帰り型",
            Service::HomeVisit => "訪問型",
        }
    }

    fn smallest_use(&self, service: Service) -> &'static str {
        match service {
            Service::Stay => "1泊2日",
            Service::DayCare => "1日",
            Service::HomeVisit => "1回",
        }
    }

    fn length(&self, service: Service, length: Length) -> String {
        match length {
            Length::Nights { nights, .. } => format!("{nights}泊{}日", length.days()),
            Length::Visit { .. } => self.smallest_use(service).to_owned(),
        }
    }

    fn status(&self, status: Status) -> &'static str {
        match status {
            Status::NotYet => "これから",
            Status::Within => "使えます",
            Status::Confirm => "要確認",
            Status::Outside => "期間外",
        }
    }

    fn units(&self, count: u16, unit: Unit) -> String {
        let unit = match unit {
            Unit::Day => "日",
            Unit::Use => "回",
            Unit::Hour => "時間",
        };
        format!("{count}{unit}")
    }

    fn phone_state(&self, state: PhoneState) -> &'static str {
        match state {
            PhoneState::Open => "今つながります",
            PhoneState::Closed => "今は時間外",
            PhoneState::Confirm => "受付時間は要確認",
            PhoneState::NoPhoneBooking => "電話では予約できません",
        }
    }

    fn booking(&self, booking: Booking) -> &'static str {
        match booking {
            Booking::Phone => "電話",
            Booking::Web => "WEB",
            Booking::Line => "LINE",
            Booking::Mail => "メール",
            Booking::Sms => "SMS",
            Booking::InPerson => "来所",
        }
    }

    fn what(&self, what: What) -> &'static str {
        match what {
            What::ApplyFrom => "申し込める日",
            What::ApplyBy => "申し込みの締め切り",
            What::CancelBy => "キャンセルの締め切り",
            What::ApplyCallBy => "申し込みの電話がつながるうちに",
            What::CancelCallBy => "キャンセルの電話がつながるうちに",
            What::ReadyAbout => "今日申し込むと、承認されるころ",
            What::EarliestUse => "今日申し込むと、使えるのは早くて",
        }
    }

    fn deadline(&self, deadline: &Deadline, today: NaiveDate) -> String {
        due(self.day(deadline.at.date(), today), deadline)
    }

    fn deadline_with_year(&self, deadline: &Deadline) -> String {
        due(self.date_with_year(deadline.at.date()), deadline)
    }

    fn whom_to_ask(&self, programme: &Programme) -> String {
        let office = |contact: &Contact| match &contact.tel {
            Some(tel) => [&contact.name, "（", tel.as_str(), "）"].concat(),
            None => contact.name.clone(),
        };
        let offices: Vec<String> = programme.offices_to_ask().map(office).collect();
        if offices.is_empty() { "住民票のある市町村の窓口".to_owned() } else { offices.join("か、") }
    }

    fn unknown_price(&self, unknown: UnknownPrice, programme: &Programme) -> String {
        let service = self.service(unknown.service);
        let why = match unknown.why {
            Unknown::Tariff => "の料金は、資料に書かれていません",
            Unknown::Reduction => "は減額がありますが、金額は資料に書かれていません",
            Unknown::Multiples => "のふたご以上の料金は、資料に書かれていません",
            Unknown::LongerStay => "の1泊2日より長い料金は、資料に書かれていません",
            Unknown::Hours => "の料金は、使う時間で変わります",
            Unknown::FacilityPrice => "の料金は施設ごとに変わり、資料に書かれていません",
            Unknown::Part => "の料金の一部は、資料に書かれていません",
        };
        [service, why, "。聞くところ：", &self.whom_to_ask(programme)].concat()
    }

    fn document(&self, document: &Document) -> String {
        let edition = match document.edition.precision {
            Precision::Undated => "日付なし",
            Precision::Day | Precision::Month => document.edition.text.as_str(),
        };
        [document.title.as_str(), "（", edition, "）"].concat()
    }

    fn note_id(&self, note: &Note<'_>) -> String {
        super::notes::id(note)
    }

    fn note(&self, note: &Note<'_>, plan: &Plan<'_>, today: NaiveDate) -> String {
        super::notes::text(self, note, plan, today)
    }
}

impl Ja {
    /// 「12月1日（火）」, for where its year stands before it.
    pub(super) fn without_year(&self, date: NaiveDate) -> String {
        format!("{}月{}日（{}）", date.month(), date.day(), weekday(date.weekday()))
    }
}

/// A deadline whose day is told.
fn due(day: String, deadline: &Deadline) -> String {
    let about = if deadline.certainty == Certainty::About { "（目安）" } else { "" };
    let (clock, end) = match (deadline.at, deadline.boundary) {
        (At::Date(_), _) => (String::new(), ""),
        (At::Moment(moment), Boundary::Inclusive) => (clock(moment), "まで"),
        (At::Moment(moment), Boundary::Exclusive) => (clock(moment), "より前"),
    };
    [&day, &*clock, end, about].concat()
}

/// 「令和8年」; years before 令和 as 平成, earlier ones as they are.
fn era_year(date: NaiveDate) -> String {
    let (year, month) = (date.year(), date.month());
    let (era, nth) = match (year, month) {
        (2020.., _) | (2019, 5..) => ("令和", year.saturating_sub(2018)),
        (1990..=2019, _) => ("平成", year.saturating_sub(1988)),
        _ => ("", year),
    };
    if nth == 1 { format!("{era}元年") } else { format!("{era}{nth}年") }
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "月",
        Weekday::Tue => "火",
        Weekday::Wed => "水",
        Weekday::Thu => "木",
        Weekday::Fri => "金",
        Weekday::Sat => "土",
        Weekday::Sun => "日",
    }
}

fn clock(moment: NaiveDateTime) -> String {
    format!("{}:{:02}", moment.hour(), moment.minute())
}
