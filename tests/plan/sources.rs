//! How old the sources are, and what a clock that is wrong says.

use sango_navi::domain::plan::ClockDoubt::{Behind, PastReading, PastRules};
use sango_navi::domain::plan::Freshness;
use sango_navi::domain::programme::{Body, Document, Period};
use sango_navi::domain::{Programme, plan};
use sango_navi::words::japanese;

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
    for (today, doubt, is_before_edition) in [
        ("2025-11-24", Some(Behind(date("2025-11-24"))), 1),
        ("2026-03-31", Some(Behind(date("2026-03-31"))), 1),
        ("2026-04-01", Some(Behind(date("2026-04-01"))), 0),
        ("2026-11-21", Some(Behind(date("2026-11-21"))), 0),
        ("2026-11-22", None, 0),
        ("2026-11-23", None, 0),
    ] {
        let situation = situation();
        let plan = plan(&situation, &programme, morning(today));
        assert_eq!(programme.clock_doubt(date(today)), doubt, "{today}");
        let said = (times_said("clock_behind", &plan), times_said("before_edition", &plan));
        assert_eq!(said, (usize::from(doubt.is_some()), is_before_edition), "{today}");
    }
}

/// What the rule data themselves say: until when they hold, and when they were read. `open` is a last period without end.
#[test]
fn a_clock_past_the_rules_may_be_ahead() {
    let periods = |programme: &mut Programme, ends: &[&str]| {
        let Body::Scheme(periods) = &mut programme.body else { panic!("練馬区 has a scheme") };
        let first = periods.remove(0);
        let of = |end: &&str| Period { from: None, until: (*end != "open").then(|| date(end)), ..first.clone() };
        *periods = ends.iter().map(of).collect();
    };
    let past_rules = |today, end| Some(PastRules(date(today), date(end)));
    let past_reading = |today, read| Some(PastReading(date(today), date(read)));
    for (ends, issued, read, today, doubt) in [
        // A year after the reading; a leap day is a year old on 1 March.
        (&["open"][..], "2024-04-01", "2026-11-22", "2027-11-21", None),
        (&["open"], "2024-04-01", "2026-11-22", "2027-11-22", past_reading("2027-11-22", "2026-11-22")),
        (&["open"], "2024-04-01", "2026-11-22", "2099-01-01", past_reading("2099-01-01", "2026-11-22")),
        (&["open"], "2027-01-15", "2026-11-22", "2027-11-22", None),
        (&["open"], "2024-04-01", "2028-02-29", "2029-02-28", None),
        (&["open"], "2024-04-01", "2028-02-29", "2029-03-01", past_reading("2029-03-01", "2028-02-29")),
        (&["open"], "", "", "2099-01-01", None),
        // The rules' own end, of the last period, comes first.
        (&["2027-03-31"], "2024-04-01", "2026-11-22", "2027-03-31", None),
        (&["2027-03-31"], "2024-04-01", "2026-11-22", "2027-04-01", past_rules("2027-04-01", "2027-03-31")),
        (&["2027-03-31"], "", "", "2027-11-24", past_rules("2027-11-24", "2027-03-31")),
        (&["2027-03-31"], "2024-04-01", "2026-11-22", "2027-11-24", past_rules("2027-11-24", "2027-03-31")),
        (&["2027-09-30", "2027-03-31"], "", "", "2027-09-30", None),
        (&["2027-09-30", "2027-03-31"], "", "", "2027-10-01", past_rules("2027-10-01", "2027-09-30")),
        (&["2027-03-31", "open"], "", "", "2027-11-24", None),
    ] {
        let mut programme = with_document(|document| {
            let some = |day: &str| (!day.is_empty()).then(|| date(day));
            (document.edition.date, document.checked) = (some(issued), some(read));
        });
        periods(&mut programme, ends);
        let case = format!("rules to {ends:?}, issued {issued}, read {read}, on {today}");
        assert_eq!(programme.clock_doubt(date(today)), doubt, "{case}");
        let situation = situation();
        let plan = plan(&situation, &programme, morning(today));
        let said = (times_said("clock_past_rules", &plan), times_said("clock_past_reading", &plan));
        let expected = match doubt {
            Some(PastRules(..)) => (1, 0),
            Some(PastReading(..)) => (0, 1),
            Some(Behind(_)) | None => (0, 0),
        };
        assert_eq!(said, expected, "{case}");
    }
}

/// True whether the clock is wrong or the rules are old: both days, the clock's setting, and whom to ask.
#[test]
fn a_doubted_clock_is_told_with_both_days() {
    let programme = town("nerima");
    let words = |doubt| japanese().clock_doubt(doubt, &programme);
    for (doubt, parts) in [
        (Behind(date("2025-11-24")), &["2025年11月24日（月）", "日付の設定"][..]),
        (
            PastRules(date("2027-11-24"), date("2027-03-31")),
            &["2027年11月24日（水）", "2027年3月31日（水）まで", "日付の設定", "日付が正しいとき", "に聞いてください"],
        ),
        (
            PastReading(date("2027-11-24"), date("2026-11-22")),
            &["2027年11月24日（水）", "2026年11月22日（日）", "日付の設定", "日付が正しいとき", "に聞いてください"],
        ),
    ] {
        let said = words(doubt);
        assert!(parts.iter().all(|part| said.contains(part)), "{said}");
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
