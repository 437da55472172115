//! Printed age limits and their two last days, by table.
#![cfg(not(target_arch = "wasm32"))]

use chrono::{Datelike, NaiveDate};
use rules::domain::age::{AgeLimit, LastDays, Verdict};
use rules::domain::calendar::{Months, months_and_days, months_complete};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|_| panic!("{text} is a date"))
}

fn months(count: u8) -> Months {
    Months::new(count).expect("a count of months")
}

#[test]
fn months_are_complete_in_one_step_under_both_readings() {
    for (birth, count, clamped, civil_code) in [
        ("2026-06-10", 4, "2026-10-10", "2026-10-10"),
        ("2025-10-31", 4, "2026-02-28", "2026-03-01"),
        ("2025-10-29", 4, "2026-02-28", "2026-03-01"),
        ("2027-10-29", 4, "2028-02-29", "2028-02-29"),
        ("2027-10-30", 4, "2028-02-29", "2028-03-01"),
        ("2026-01-31", 1, "2026-02-28", "2026-03-01"),
        // In one step: 31 January plus two months is 31 March, not 28 March.
        ("2026-01-31", 2, "2026-03-31", "2026-03-31"),
        ("2024-02-29", 12, "2025-02-28", "2025-03-01"),
        ("2024-02-29", 24, "2026-02-28", "2026-03-01"),
        ("2025-12-31", 6, "2026-06-30", "2026-07-01"),
        ("2026-08-31", 4, "2026-12-31", "2026-12-31"),
    ] {
        let complete = months_complete(day(birth), months(count));
        assert_eq!((complete.clamped, complete.civil_code), (day(clamped), day(civil_code)), "{birth} + {count}");
    }
}

#[test]
fn every_phrase_has_its_two_last_days() {
    let year = AgeLimit::UnderMonths(months(12));
    for (phrase, limit, birth, sure, possible) in [
        ("4か月0日まで", AgeLimit::MonthsAndZeroDays(months(4)), "2026-06-10", "2026-10-10", "2026-10-10"),
        ("4か月0日まで", AgeLimit::MonthsAndZeroDays(months(4)), "2025-10-31", "2026-02-28", "2026-03-01"),
        ("4か月未満", AgeLimit::UnderMonths(months(4)), "2026-06-10", "2026-10-09", "2026-10-09"),
        ("4か月未満", AgeLimit::UnderMonths(months(4)), "2025-10-31", "2026-02-27", "2026-02-28"),
        ("120日まで", AgeLimit::ThroughDay(120), "2026-08-01", "2026-11-29", "2026-11-29"),
        ("60日未満", AgeLimit::UnderDays(60), "2026-08-01", "2026-09-29", "2026-09-29"),
        ("1年未満", AgeLimit::UnderMonths(months(12)), "2025-11-21", "2026-11-20", "2026-11-20"),
        ("1年未満", AgeLimit::UnderMonths(months(12)), "2024-02-29", "2025-02-27", "2025-02-28"),
        ("1年以内", AgeLimit::WithinMonths(months(12)), "2025-11-21", "2026-11-20", "2026-11-21"),
        ("1年以内", AgeLimit::WithinMonths(months(12)), "2024-02-29", "2025-02-28", "2025-02-28"),
        ("生後2か月まで", AgeLimit::ThroughMonthsOld(months(2)), "2026-06-10", "2026-08-09", "2026-09-09"),
        ("生後3か月まで", AgeLimit::ThroughMonthsOld(months(3)), "2026-01-31", "2026-04-29", "2026-05-30"),
        ("生後6週まで", AgeLimit::ThroughWeeksOld(6), "2026-10-01", "2026-11-11", "2026-11-18"),
        ("概ね4か月まで", AgeLimit::AboutMonths(months(4)), "2026-07-21", "2026-11-20", "2027-07-20"),
        ("4か月以降応相談", AgeLimit::AskAfterMonths(months(4)), "2026-07-21", "2026-11-20", "2027-07-20"),
    ] {
        let birth = day(birth);
        let days = limit.last_days(birth, year.last_days(birth, LastDays::UNKNOWN));
        assert_eq!((days.sure(), days.possible()), (Some(day(sure)), Some(day(possible))), "{phrase}, born {birth}");
    }
}

#[test]
fn an_approximate_limit_without_a_programme_limit_has_no_known_end() {
    let days = AgeLimit::AboutMonths(months(4)).last_days(day("2026-07-21"), LastDays::UNKNOWN);
    assert_eq!((days.sure(), days.possible()), (Some(day("2026-11-20")), None));
    assert_eq!(days.verdict(day("2030-01-01")), Verdict::Confirm);
}

#[test]
fn nothing_printed_is_to_be_confirmed() {
    assert_eq!(LastDays::UNKNOWN.verdict(day("2026-01-01")), Verdict::Confirm);
}

#[test]
fn both_limits_hold_and_the_later_facility_carries_the_service() {
    let birth = day("2026-06-10");
    let of = |limit: AgeLimit| limit.last_days(birth, LastDays::UNKNOWN);
    let four = of(AgeLimit::UnderMonths(months(4)));
    let six = of(AgeLimit::WithinMonths(months(6)));
    assert_eq!(four.and(six), four);
    assert_eq!(four.or(six), six);
    assert_eq!(four.and(LastDays::UNKNOWN), four);
    assert_eq!(four.or(LastDays::UNKNOWN).sure(), four.sure());
    assert_eq!(four.or(LastDays::UNKNOWN).possible(), None);
}

#[test]
fn what_is_in_preparation_is_to_be_confirmed() {
    let birth = day("2026-06-10");
    let two = AgeLimit::UnderMonths(months(2)).last_days(birth, LastDays::UNKNOWN);
    let one = AgeLimit::UnderMonths(months(1)).last_days(birth, LastDays::UNKNOWN);
    let days = two.sure_only_to(one);
    assert_eq!((days.sure(), days.possible()), (Some(day("2026-07-09")), Some(day("2026-08-09"))));
}

#[test]
fn ages_in_months_and_days() {
    for (birth, today, age) in [
        ("2026-08-01", "2026-11-21", Some((3, 20))),
        ("2026-08-01", "2026-08-01", Some((0, 0))),
        ("2026-01-31", "2026-02-28", Some((1, 0))),
        ("2026-01-31", "2026-03-01", Some((1, 1))),
        ("2026-01-31", "2026-03-31", Some((2, 0))),
        ("2026-08-02", "2026-08-01", None),
    ] {
        assert_eq!(months_and_days(day(birth), day(today)), age, "{birth} on {today}");
    }
}

#[test]
fn months_agree_with_dateutil_and_a_literal_reading_of_the_civil_code() {
    let text = include_str!("../../../tests/second_opinion/civil_calendar.txt");
    let (cases, same) = text.trim_end().rsplit_once('\n').expect("cases and a count");
    let same: usize = same.strip_prefix("same ").and_then(|count| count.parse().ok()).expect("a count");
    let mut theirs = cases.lines().map(|line| {
        let parts: Vec<&str> = line.split(' ').collect();
        (day(parts[0]), parts[1].parse::<u8>().expect("months"), day(parts[2]), day(parts[3]))
    });
    let mut agreed = 0;
    for birth in day("2024-01-01").iter_days().take_while(|birth| *birth <= day("2028-12-31")) {
        for count in 1..=24 {
            let ours = months_complete(birth, months(count));
            if ours.clamped == ours.civil_code {
                assert_eq!(ours.clamped.day(), birth.day(), "{birth} + {count}");
                agreed += 1;
            } else {
                assert_eq!(theirs.next(), Some((birth, count, ours.clamped, ours.civil_code)));
            }
        }
    }
    assert_eq!((theirs.next(), agreed), (None, same));
}

#[test]
fn days_are_written_and_read_as_browsers_do() {
    for one in [day("2026-12-01"), day("0987-01-09"), day("2028-02-29")] {
        assert_eq!(rules::domain::calendar::iso(one), one.to_string());
        assert_eq!(rules::domain::calendar::from_iso(&one.to_string()), Some(one));
    }
    for text in ["", "2026", "2026-12", "2026-13-01", "2026-02-29", "2026-12-01-01", "2026--1", "+2026-12-1", "二〇"]
    {
        assert_eq!(rules::domain::calendar::from_iso(text), None, "{text}");
    }
}
