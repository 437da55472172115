//! Public holidays against the official list and against an independent one.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use rules::domain::holidays::{OFFICIAL_UNTIL, is_public_holiday};

fn computed(from: i32, to: i32) -> BTreeSet<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(from, 1, 1).expect("a year");
    first.iter_days().take_while(|day| day.year() <= to).filter(|day| is_public_holiday(*day)).collect()
}

/// The Cabinet Office's list (国民の祝日について) for 2026 and 2027, as month and day.
const OFFICIAL: &[(i32, &[(u32, u32)])] = &[
    (
        2026,
        &[
            (1, 1),
            (1, 12),
            (2, 11),
            (2, 23),
            (3, 20),
            (4, 29),
            (5, 3),
            (5, 4),
            (5, 5),
            (5, 6),
            (7, 20),
            (8, 11),
            (9, 21),
            (9, 22),
            (9, 23),
            (10, 12),
            (11, 3),
            (11, 23),
        ],
    ),
    (
        2027,
        &[
            (1, 1),
            (1, 11),
            (2, 11),
            (2, 23),
            (3, 21),
            (3, 22),
            (4, 29),
            (5, 3),
            (5, 4),
            (5, 5),
            (7, 19),
            (8, 11),
            (9, 20),
            (9, 23),
            (10, 11),
            (11, 3),
            (11, 23),
        ],
    ),
];

#[test]
fn official_years_are_the_official_list() {
    for (year, days) in OFFICIAL {
        let day = |(month, day): &(u32, u32)| NaiveDate::from_ymd_opt(*year, *month, *day).expect("a day");
        assert_eq!(computed(*year, *year), days.iter().map(day).collect(), "{year}");
    }
    assert_eq!(OFFICIAL.last().map(|(year, _)| *year), Some(OFFICIAL_UNTIL));
}

#[test]
fn every_day_agrees_with_an_independent_list() {
    let text = include_str!("../../../tests/second_opinion/holidays.txt");
    let theirs: BTreeSet<NaiveDate> = text.lines().map(|line| line.parse().expect("a date")).collect();
    let ours = computed(2016, 2050);
    let only_theirs: Vec<_> = theirs.difference(&ours).collect();
    let only_ours: Vec<_> = ours.difference(&theirs).collect();
    assert!(only_theirs.is_empty() && only_ours.is_empty(), "only theirs: {only_theirs:?}, only ours: {only_ours:?}");
}

#[test]
fn the_calendar_has_an_end_on_both_sides() {
    assert!(is_public_holiday(NaiveDate::MIN) && !is_public_holiday(NaiveDate::MAX));
}
