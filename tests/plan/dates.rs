//! Which dates to act by a plan gives, and for whom.

use chrono::Weekday;
use sango_navi::domain::business_days::Certainty;
use sango_navi::domain::clock::Weekdays;
use sango_navi::domain::phone::PhoneLine;
use sango_navi::domain::plan;
use sango_navi::domain::plan::{DateAnswer, What};
use sango_navi::domain::situation::{Applied, Baby, Situation};

use super::case::{date, planned, situation, town};
use super::said::{morning, rules_of};

/// A date as `what date`, with `~` where it is about that day.
fn line(answer: &DateAnswer) -> String {
    let what = match answer.what {
        What::ApplyFrom => "from",
        What::ApplyBy => "apply",
        What::CancelBy => "cancel",
        What::ApplyCallBy => "apply-call",
        What::CancelCallBy => "cancel-call",
        What::ReadyAbout => "ready",
        What::EarliestUse => "use",
    };
    let about = if answer.deadline.certainty == Certainty::About { "~" } else { "" };
    format!("{what} {about}{}", answer.deadline.at.date())
}

/// The dates of a plan.
fn dates(id: &str, situation: &Situation, today: &str) -> Vec<String> {
    let programme = town(id);
    let plan = plan(situation, &programme, morning(today));
    plan.dates.iter().map(line).collect()
}

#[test]
fn dates_of_the_application_are_for_those_who_have_yet_to_apply() {
    let born = situation().baby;
    let unborn = |due: &str| Baby::Expected { due: date(due) };
    let known_due = Baby::Born { birth: date("2026-08-01"), due: Some(date("2026-09-20")) };
    for (id, baby, applied, expected) in [
        ("kita", born, Applied::No, &["ready ~2026-12-08", "use ~2026-12-08"][..]),
        ("kita", born, Applied::Unknown, &["ready ~2026-12-08", "use ~2026-12-08"]),
        ("kita", born, Applied::Yes, &[]),
        ("kita", known_due, Applied::No, &["from 2026-06-28", "ready ~2026-12-08", "use ~2026-12-08"]),
        // 北区 takes applications from the 28th week: 12 weeks before the due date.
        ("kita", unborn("2027-02-20"), Applied::No, &["from 2026-11-28"]),
        ("kita", unborn("2027-02-16"), Applied::No, &["from 2026-11-24", "ready ~2026-12-08"]),
        ("kita", unborn("2027-01-15"), Applied::No, &["from 2026-10-23", "ready ~2026-12-08"]),
        ("nerima", unborn("2027-05-01"), Applied::No, &["from 2026-12-12"]),
        ("nerima", born, Applied::No, &["use 2026-12-08"]),
        ("asahikawa", born, Applied::No, &["use 2026-11-26"]),
        ("asahikawa", unborn("2027-01-15"), Applied::No, &[]),
        ("nakano", born, Applied::No, &[]),
    ] {
        let situation = Situation { baby, applied, ..situation() };
        assert_eq!(dates(id, &situation, "2026-11-24"), expected, "{id} {baby:?} {applied:?}");
    }
    // Without a first week an expected baby's mother may apply at once.
    let mut programme = town("kita");
    rules_of(&mut programme).application.value.from_week = None;
    let situation = Situation { baby: unborn("2027-05-01"), applied: Applied::No, ..situation() };
    let plan = plan(&situation, &programme, morning("2026-11-24"));
    let [ready] = plan.dates.as_slice() else { panic!("one date: {:?}", plan.dates) };
    assert_eq!((ready.what, ready.deadline.at.date()), (What::ReadyAbout, date("2026-12-08")));
}

#[test]
fn a_planned_day_has_its_own_dates() {
    for (id, wanted, facility, on, applied, expected) in [
        ("kita", "day", "swan", "2026-12-15", Applied::Yes, &["cancel 2026-12-14", "cancel-call 2026-12-10"][..]),
        // To a facility she applies for every use, approved or not.
        (
            "asahikawa",
            "visit",
            "",
            "2026-12-15",
            Applied::Yes,
            &["apply 2026-12-11", "cancel 2026-12-14", "use 2026-11-26"],
        ),
        (
            "asahikawa",
            "visit",
            "",
            "2026-12-15",
            Applied::No,
            &["apply 2026-12-11", "cancel 2026-12-14", "use 2026-11-26"],
        ),
        ("nerima", "day", "", "2026-12-15", Applied::Yes, &["cancel 2026-12-14"]),
        ("nerima", "day", "", "2026-12-15", Applied::No, &["apply 2026-12-01", "cancel 2026-12-14", "use 2026-12-08"]),
        ("nakano", "day", "", "2026-12-15", Applied::No, &[]),
    ] {
        let situation = Situation { applied, planned: vec![planned(wanted, facility, on)], ..situation() };
        let mut found = dates(id, &situation, "2026-11-24");
        found.sort();
        assert_eq!(found, expected, "{id} {wanted} {facility} {applied:?}");
    }
}

/// A phone answered on Mondays alone: an application to a facility, and a cancellation, are calls of the Monday before.
#[test]
fn only_what_is_settled_by_phone_is_called_about() {
    for (id, facility, wanted, expected) in [
        ("asahikawa", "ayuru", "visit", &["apply-call 2026-12-14", "cancel-call 2026-12-14"][..]),
        // 北区 is applied to online.
        ("kita", "swan", "day", &["cancel-call 2026-12-14"]),
    ] {
        let mut programme = town(id);
        for facility in &mut rules_of(&mut programme).facilities {
            for offer in &mut facility.offers {
                if let PhoneLine::Hours(hours) = &mut offer.phone {
                    hours.weekly.iter_mut().for_each(|interval| interval.days = Weekdays::of(&[Weekday::Mon]));
                }
            }
        }
        let planned = vec![planned(wanted, facility, "2026-12-18")];
        let situation = Situation { applied: Applied::No, planned, ..situation() };
        let plan = plan(&situation, &programme, morning("2026-11-24"));
        let calls: Vec<String> = plan.dates.iter().map(line).filter(|line| line.contains("call")).collect();
        assert_eq!(calls, expected, "{id}");
    }
}
