//! Small values of the rules, each at its edges.
#![cfg(not(target_arch = "wasm32"))]

use chrono::NaiveDate;
use sango_navi::domain::deadlines::Week;
use sango_navi::domain::money::{Amount, Yen};
use sango_navi::domain::phone::{Closure, PhoneNumber};

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
