//! Small values of the rules, each at its edges.
#![cfg(not(target_arch = "wasm32"))]

use chrono::NaiveDate;
use rules::domain::Service;
use rules::domain::calendar::months_and_days;
use rules::domain::clock::{ClockTime, Weekdays};
use rules::domain::deadlines::Week;
use rules::domain::money::{Amount, Yen};
use rules::domain::phone::{Closure, Day, PhoneNumber};
use rules::domain::service::Services;
use rules::domain::situation::{Baby, PostalCode};
use rules::domain::uses::{Cancellation, Length, PlannedUse, Use};

#[test]
fn a_phone_rests_on_the_nth_weekday_of_a_month() {
    let third_thursday = Closure::NthWeekday { nth: 3, weekday: Day::Thu };
    for (day, holds) in [
        ("2026-11-19", true),
        ("2026-11-12", false),
        ("2026-11-26", false),
        ("2026-11-18", false),
        ("2026-11-20", false),
        ("2026-10-15", true),
        ("2026-12-17", true),
    ] {
        assert_eq!(third_thursday.holds_on(day.parse().expect("a date")), holds, "{day}");
    }
}

#[test]
fn a_baby_is_born_from_its_birth_on() {
    let date = |text: &str| text.parse::<NaiveDate>().expect("a date");
    let born = Baby::Born { birth: date("2026-08-01"), due: None };
    for (today, is_born) in [("2026-07-31", false), ("2026-08-01", true), ("2026-08-02", true)] {
        assert_eq!(born.born_by(date(today)).is_some(), is_born, "{today}");
    }
    assert_eq!(Baby::Expected { due: date("2026-08-01") }.born_by(date("2026-08-02")), None);
}

#[test]
fn weeks_of_pregnancy() {
    for (week, expected) in [(0, None), (1, Some(1)), (28, Some(28)), (40, Some(40)), (41, None)] {
        assert_eq!(Week::new(week).ok().map(Week::get), expected, "{week}");
    }
}

#[test]
fn an_amount_with_an_open_end_is_not_known() {
    for (amount, is_known) in [
        (Amount::ZERO, true),
        (Amount::exact(Yen(3)), true),
        (Amount::between(Yen(5), Yen(3)), true),
        (Amount::at_most(Yen(3)), false),
        (Amount::UNKNOWN, false),
    ] {
        assert_eq!(amount.is_known(), is_known, "{amount:?}");
    }
}

#[test]
fn only_numbers_that_can_be_dialled() {
    for (text, is_number) in [
        ("03-5963-3311", true),
        ("0166-26-2395", true),
        ("090-1234-5678", true),
        ("03-596a-3311", false),
        ("03--59633311", false),
        ("0359633311", false),
        ("03-5963-331", false),
        ("090-123-5678", false),
        ("13-5963-3311", false),
        ("00-5963-3311", false),
    ] {
        assert_eq!(PhoneNumber::parse(text).is_ok(), is_number, "{text}");
    }
}

#[test]
fn a_yearly_closure_may_pass_the_years_end() {
    let (obon, year_end) = (((8, 13), (8, 16)), ((12, 29), (1, 3)));
    for ((from, until), day, holds) in [
        (obon, "2026-08-12", false),
        (obon, "2026-08-13", true),
        (obon, "2026-08-16", true),
        (obon, "2026-08-17", false),
        (year_end, "2026-12-28", false),
        (year_end, "2026-12-29", true),
        (year_end, "2027-01-03", true),
        (year_end, "2027-01-04", false),
    ] {
        let date: NaiveDate = day.parse().expect("a date");
        assert_eq!(Closure::EachYear { from, until }.holds_on(date), holds, "{from:?} to {until:?} on {day}");
    }
}

#[test]
fn a_week_begins_so_many_weeks_before_the_due_date() {
    for (week, due, begins) in [(40, "2027-01-10", "2027-01-10"), (28, "2027-01-10", "2026-10-18")] {
        let week = Week::new(week).expect("1 to 40 weeks");
        assert_eq!(week.begins(due.parse().expect("a date")).to_string(), begins, "{week:?}");
    }
}

#[test]
fn a_postal_code_has_seven_digits_and_its_hyphen_in_one_place() {
    for (text, code) in [
        ("1780063", Some("1780063")),
        ("178-0063", Some("1780063")),
        ("17-80063", None),
        ("1780-063", None),
        ("178006", None),
        ("17800631", None),
        ("178006a", None),
        ("178-006a", None),
        ("１７８００６３", None),
        ("", None),
    ] {
        assert_eq!(PostalCode::parse(text).ok().as_ref().map(PostalCode::as_str), code, "{text}");
    }
}

#[test]
fn a_stay_ends_the_morning_after_its_last_night() {
    for (length, date, last) in [
        (Length::Nights { nights: 1, hours: None }, Some("2026-11-30"), Some("2026-12-01")),
        (Length::Nights { nights: 3, hours: None }, Some("2026-11-30"), Some("2026-12-03")),
        (Length::Visit { hours: None }, Some("2026-11-30"), Some("2026-11-30")),
        (Length::Nights { nights: 1, hours: None }, None, None),
    ] {
        let wanted = Use { service: Service::Stay, length, cancelled: Cancellation::None };
        let date = date.map(|date| date.parse().expect("a date"));
        let planned = PlannedUse { wanted, facility: None, date };
        assert_eq!(planned.last_day().map(|day| day.to_string()).as_deref(), last, "{length:?}");
    }
}

#[test]
fn the_longest_stay_is_thirty_nights_of_twenty_four_hours() {
    assert_eq!((Length::MOST_NIGHTS, Length::MOST_HOURS), (30, 720));
}

#[test]
fn a_time_is_its_hour_and_minute() {
    for (text, minutes, hour, minute) in [("00:00", 0, 0, 0), ("09:05", 545, 9, 5), ("24:00", 1440, 24, 0)] {
        let time = ClockTime::parse(text).expect("a time");
        assert_eq!((time.minutes(), time.hour(), time.minute()), (minutes, hour, minute), "{text}");
        assert_eq!(time.to_string(), text);
    }
    for text in ["24:01", "23:60", "9:05", "09:5", "0905", "09:05:00", "ab:cd", "-1:00", "+9:00", "09:+5"] {
        assert!(ClockTime::parse(text).is_err(), "{text}");
    }
}

#[test]
fn a_day_named_twice_is_one_day() {
    use chrono::Weekday::{Fri, Mon, Sun};
    let days = Weekdays::of(&[Mon, Fri, Mon]);
    assert_eq!(days.iter().collect::<Vec<_>>(), [Mon, Fri]);
    assert!(days.meets(Weekdays::of(&[Sun, Fri])) && !days.meets(Weekdays::of(&[Sun])));
    assert!(Weekdays::of(&[]).is_empty() && !days.is_empty());
    for (bits, are_days) in [(0, true), (0x7f, true), (0x80, false), (0xff, false)] {
        assert_eq!(Weekdays::try_from(bits).is_ok(), are_days, "{bits:#x}");
    }
}

#[test]
fn a_service_named_twice_is_one_service() {
    let services = Services::of(&[Service::Stay, Service::HomeVisit, Service::Stay]);
    assert_eq!(services.iter().collect::<Vec<_>>(), [Service::Stay, Service::HomeVisit]);
    assert!(!services.contains(Service::DayCare));
}

#[test]
fn an_age_is_whole_months_and_days_for_two_years() {
    for (birth, today, age) in [
        ("2026-08-01", "2026-07-31", None),
        ("2026-08-01", "2026-08-01", Some((0, 0))),
        ("2026-08-01", "2026-08-31", Some((0, 30))),
        ("2026-08-01", "2026-09-01", Some((1, 0))),
        ("2026-08-31", "2026-09-29", Some((0, 29))),
        ("2026-08-31", "2026-09-30", Some((1, 0))),
        ("2026-08-31", "2027-02-28", Some((6, 0))),
        ("2024-11-24", "2026-11-23", Some((23, 30))),
        ("2024-11-24", "2026-11-24", Some((24, 0))),
        ("2024-11-24", "2026-12-25", Some((24, 31))),
        ("2024-11-24", "2027-01-24", None),
        ("2020-11-24", "2026-11-24", None),
    ] {
        let date = |text: &str| text.parse().expect("a date");
        assert_eq!(months_and_days(date(birth), date(today)), age, "{birth} on {today}");
    }
}
