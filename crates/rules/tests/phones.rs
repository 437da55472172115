//! Phone hours against a walk through every minute of two years, and business days against a walk through the calendar.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::path::Path;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta, Weekday};
use rules::domain::business_days::{Certainty, business_days_after, business_days_before};
use rules::domain::phone::{Closure, OnHolidays, PhoneHours, PhoneLine, PhoneState};
use rules::domain::programme::Body;
use rules::programmes;

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// Public holidays by an independent list.
fn holidays() -> BTreeSet<NaiveDate> {
    include_str!("../../../tests/second_opinion/holidays.txt").lines().map(date).collect()
}

/// Every phone with printed hours.
fn phones() -> Vec<(String, PhoneHours)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/programmes");
    let towns = programmes::load_all(&folder).expect("the rule files load");
    let mut phones = Vec::new();
    for town in towns {
        let Body::Scheme(periods) = town.body else { continue };
        for facility in periods.into_iter().flat_map(|period| period.rules.facilities) {
            for offer in facility.offers {
                if let PhoneLine::Hours(hours) = offer.phone {
                    phones.push((format!("{} {}", town.id, facility.name), hours));
                }
            }
        }
    }
    assert!(phones.len() > 20, "phones with hours are there, found {}", phones.len());
    phones
}

/// The rules' sentences, read once more and without haste: one state a minute.
fn state(hours: &PhoneHours, minute: NaiveDateTime, holidays: &BTreeSet<NaiveDate>) -> PhoneState {
    let (day, of_day) = (minute.date(), minute.time());
    let clock =
        u16::try_from(of_day.signed_duration_since(chrono::NaiveTime::MIN).num_minutes()).expect("a minute of a day");
    let printed = hours.weekly.iter().any(|interval| {
        interval.days.iter().any(|weekday| weekday == day.weekday())
            && (interval.open.minutes()..interval.close.minutes()).contains(&clock)
    });
    if !printed {
        return PhoneState::Closed;
    }
    for closure in &hours.closed {
        let closed = match *closure {
            Closure::EachYear { from, until } => {
                let mut walked = NaiveDate::from_ymd_opt(day.year() - 1, from.0.into(), from.1.into()).expect("a day");
                let mut hit = false;
                for _ in 0..3 {
                    let mut at = walked;
                    loop {
                        hit |= at == day;
                        if (at.month(), at.day()) == (u32::from(until.0), u32::from(until.1)) {
                            break;
                        }
                        at = at + Days::new(1);
                    }
                    walked = walked.with_year(walked.year() + 1).expect("a day of each year");
                }
                hit
            }
            Closure::NthWeekday { nth, weekday } => {
                let first = day.with_day(1).expect("a month's first");
                let same =
                    first.iter_days().take_while(|at| *at <= day).filter(|at| at.weekday() == Weekday::from(weekday));
                day.weekday() == Weekday::from(weekday) && same.count() == usize::from(nth)
            }
        };
        if closed {
            return PhoneState::Closed;
        }
    }
    let year_end = [(12, 29), (12, 30), (12, 31), (1, 1), (1, 2), (1, 3)].contains(&(day.month(), day.day()));
    match (holidays.contains(&day), hours.holidays, year_end) {
        (true, OnHolidays::Closed, _) => PhoneState::Closed,
        (true, OnHolidays::Unstated, _) | (_, _, true) => PhoneState::Confirm,
        _ => PhoneState::Open,
    }
}

#[test]
fn each_minute_of_two_years_is_as_the_sentences_say() {
    let holidays = holidays();
    let from = date("2026-01-01").and_hms_opt(0, 0, 0).expect("midnight");
    let minutes = 2 * 365 * 24 * 60;
    for (name, hours) in phones() {
        let line = PhoneLine::Hours(hours.clone());
        let mut expected_change: Option<NaiveDateTime> = None;
        let mut before: Option<PhoneState> = None;
        for minute in 0..minutes {
            let now = from + TimeDelta::minutes(minute);
            let expected = state(&hours, now, &holidays);
            assert_eq!(hours.state(now), expected, "{name} at {now}");
            if before != Some(expected) {
                // A change: it came when it was announced, and the next one is announced now.
                assert!(
                    expected_change.is_none_or(|at| at == now),
                    "{name}: {expected_change:?} was announced, came {now}"
                );
                let announced = line.at(now);
                assert_eq!(announced.state, expected, "{name} at {now}");
                expected_change = announced.changes_at;
                assert!(expected_change.is_some_and(|at| at > now), "{name}: no change after {now}");
                before = Some(expected);
            } else {
                assert!(
                    expected_change.is_some_and(|at| at > now),
                    "{name}: a change was announced for {now}, none came"
                );
            }
        }
    }
}

/// Walks the calendar a day at a time, asking the independent list.
fn walk(from: NaiveDate, count: u8, step: i64, holidays: &BTreeSet<NaiveDate>) -> (NaiveDate, bool) {
    let (mut at, mut left, mut year_end) = (from, count, false);
    while left > 0 {
        at += TimeDelta::days(step);
        let off = matches!((at.month(), at.day()), (12, 29..) | (1, ..=3));
        year_end |= off;
        let weekend = matches!(at.weekday(), Weekday::Sat | Weekday::Sun);
        left -= u8::from(!weekend && !off && !holidays.contains(&at));
    }
    (at, year_end)
}

#[test]
fn business_days_are_those_of_a_walk_through_the_calendar() {
    let holidays = holidays();
    for from in date("2024-01-01").iter_days().take_while(|day| *day <= date("2030-12-31")) {
        for count in 0..=14 {
            for (step, counted) in [(1, business_days_after(from, count)), (-1, business_days_before(from, count))] {
                let (day, year_end) = walk(from, count, step, &holidays);
                let certainty = if year_end { Certainty::About } else { Certainty::Sure };
                assert_eq!((counted.date, counted.certainty), (day, certainty), "{count} from {from}, step {step}");
            }
        }
    }
}

#[test]
fn the_last_closing_is_the_last_minute_that_was_open() {
    for (name, hours) in phones() {
        for day in 0..400 {
            let moment = date("2026-01-05").and_hms_opt(10, 0, 0).expect("a moment") + TimeDelta::days(day);
            let mut at = moment;
            let walked = (0..62 * 24 * 60).find_map(|_| {
                at -= TimeDelta::minutes(1);
                let (now, next) = (hours.state(at), hours.state(at + TimeDelta::minutes(1)));
                (now == PhoneState::Open && next != PhoneState::Open).then_some(at + TimeDelta::minutes(1))
            });
            assert_eq!(hours.last_closing(moment), walked, "{name} before {moment}");
        }
    }
}
