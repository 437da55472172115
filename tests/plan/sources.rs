//! How old the sources are, and what a clock that is wrong says.

use sango_navi::domain::plan::Freshness;
use sango_navi::domain::programme::{Body, Document};
use sango_navi::domain::{Programme, plan};

use super::case::{date, situation, town};
use super::said::{morning, times_said};

/// A town with one document alone, changed.
fn with_document(change: impl FnOnce(&mut Document)) -> Programme {
    let mut programme = town("nerima");
    programme.documents.truncate(1);
    change(&mut programme.documents[0]);
    programme
}

#[test]
fn a_source_is_fresh_for_a_year_and_until_it_expires() {
    use Freshness::{Expired, Fresh, Old, Undated};
    for (issued, expires, today, expected) in [
        ("2025-11-24", "", "2026-11-23", Fresh),
        ("2025-11-24", "", "2026-11-24", Fresh),
        ("2025-11-24", "", "2026-11-25", Old),
        ("2025-11-24", "", "2028-01-01", Old),
        ("", "", "2026-11-24", Undated),
        ("2026-11-01", "2026-11-24", "2026-11-23", Fresh),
        ("2026-11-01", "2026-11-24", "2026-11-24", Fresh),
        ("2026-11-01", "2026-11-24", "2026-11-25", Expired),
        ("2026-11-01", "2026-11-24", "2027-11-25", Expired),
    ] {
        let programme = with_document(|document| {
            document.edition.date = (!issued.is_empty()).then(|| date(issued));
            document.expires = (!expires.is_empty()).then(|| date(expires));
        });
        assert_eq!(programme.documents[0].freshness(date(today)), expected, "{issued} {expires} {today}");
    }
}

/// Issued on 2026-04-01, read on 2026-11-22.
#[test]
fn a_clock_before_the_sources_is_behind() {
    let programme = with_document(|document| {
        document.edition.date = Some(date("2026-04-01"));
        document.checked = Some(date("2026-11-22"));
    });
    for (today, is_behind, is_before_edition) in [
        ("2025-11-24", 1, 1),
        ("2026-03-31", 1, 1),
        ("2026-04-01", 1, 0),
        ("2026-11-21", 1, 0),
        ("2026-11-22", 0, 0),
        ("2026-11-23", 0, 0),
    ] {
        let situation = situation();
        let plan = plan(&situation, &programme, morning(today));
        assert_eq!(programme.is_later_than(date(today)), is_behind == 1, "{today}");
        let said = (times_said("clock_behind", &plan), times_said("before_edition", &plan));
        assert_eq!(said, (is_behind, is_before_edition), "{today}");
    }
}

#[test]
fn holidays_that_are_not_official_yet_are_said_so() {
    let programme = town("kita");
    for (today, times) in [("2026-12-31", 0), ("2027-12-31", 0), ("2028-01-01", 1), ("2029-05-01", 1)] {
        let situation = situation();
        let plan = plan(&situation, &programme, morning(today));
        assert_eq!(times_said("holidays_expected", &plan), times, "{today}");
    }
}

/// A rule that holds from 2026-10-01 until 2027-03-31, each included.
#[test]
fn rules_hold_from_their_first_day_to_their_last() {
    let mut programme = town("kita");
    let Body::Scheme(periods) = &mut programme.body else { panic!("北区 has a scheme") };
    (periods[0].from, periods[0].until) = (Some(date("2026-10-01")), Some(date("2027-03-31")));
    for (today, holds) in [
        ("2026-09-30", false),
        ("2026-10-01", true),
        ("2027-03-31", true),
        ("2027-04-01", false),
        ("2028-01-01", false),
        ("2025-01-01", false),
    ] {
        let situation = situation();
        let plan = plan(&situation, &programme, morning(today));
        assert_eq!(plan.rules.is_some(), holds, "{today}");
        assert_eq!(times_said("no_rule_for_day", &plan), usize::from(!holds), "{today}");
    }
}
