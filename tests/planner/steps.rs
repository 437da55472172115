//! Dates to act by, and what can be done before the birth.

use chrono::NaiveDateTime;
use sango_navi::domain::deadlines::BookingFrom;
use sango_navi::domain::holidays::is_year_end;
use sango_navi::domain::plan::What;
use sango_navi::domain::situation::{Applied, Baby, Situation};
use sango_navi::domain::{Service, plan};
use sango_navi::planner::{DayDoubt, Standing, day, last_sure_start, pregnancy, steps};
use sango_navi::words::japanese;

use super::case::{babies, date, now, planned, rules, situation, town};

#[test]
fn a_chosen_day_fills_in_the_dates() {
    for (id, applied, wanted, facility, chosen, expected) in [
        (
            "kita",
            Applied::No,
            "day",
            "swan",
            "2026-12-15",
            &[
                "申し込みの締め切り 12月1日（火）（目安）",
                "キャンセルの電話がつながるうちに 12月10日（木）15:00より前",
                "キャンセルの締め切り 12月14日（月）11:00より前",
            ][..],
        ),
        (
            "kita",
            Applied::Yes,
            "stay",
            "araki-riverside",
            "2026-11-25",
            &["キャンセルの締め切り 11月24日（火）11:00より前"],
        ),
        // Of yesterday 10:00: gone by.
        (
            "asahikawa",
            Applied::Yes,
            "visit",
            "",
            "2026-11-25",
            &["申し込みの締め切り 11月20日（金） 過ぎた", "キャンセルの締め切り 11月24日（火）10:00まで 過ぎた"],
        ),
    ] {
        let situation = Situation { planned: vec![planned(wanted, facility, chosen)], applied, ..situation() };
        let programme = town(id);
        let (plan, _) = rules(&situation, &programme);
        let found: Vec<String> = steps(&plan, Some(0), now())
            .iter()
            .map(|step| {
                let passed = if step.standing == Standing::Passed { " 過ぎた" } else { "" };
                format!("{} {}{passed}", japanese().what(step.what), japanese().deadline(&step.deadline, now().date()))
            })
            .collect();
        assert_eq!(found, expected, "{id} {facility} {chosen}");
        assert_eq!(steps(&plan, Some(1), now()), []);
    }
}

/// From its first day on she can apply: that day never goes by.
#[test]
fn the_first_day_to_apply_is_no_deadline() {
    for (id, due, expected) in [
        ("nerima", "2027-01-31", "2026-09-13 から（今、申し込めます）"),
        ("kita", "2027-01-31", "2026-11-08 から（今、申し込めます）"),
        // Today, and tomorrow.
        ("kita", "2027-02-16", "2026-11-24 から（今、申し込めます）"),
        ("kita", "2027-02-17", "2026-11-25 から"),
    ] {
        let baby = Baby::Expected { due: date(due) };
        let situation = Situation { baby, applied: Applied::No, ..situation() };
        let programme = town(id);
        let (plan, _) = rules(&situation, &programme);
        let first = steps(&plan, None, now()).into_iter().find(|step| step.what == What::ApplyFrom);
        let first = first.expect("a first day to apply");
        let said = format!("{} {}", first.deadline.at.date(), japanese().standing(first.standing, first.what));
        assert_eq!(said, expected, "{id} {due}");
    }
}

/// The last stay has its second day on the last sure day, and is applied for by the day that the planner names for it.
#[test]
fn the_last_use_is_applied_for_by_its_first_day() {
    for (id, birth, count, service, start, apply_by) in [
        ("nerima", "2026-10-05", 1, Service::Stay, "2027-02-03", "2027-01-20"),
        ("kita", "2026-10-10", 2, Service::Stay, "2027-02-09", "2027-01-26"),
        ("kita", "2026-09-01", 1, Service::Stay, "2026-12-31", "2026-12-14"),
        ("kita", "2026-09-01", 1, Service::HomeVisit, "2027-08-31", "2027-08-17"),
    ] {
        let baby = Baby::Born { birth: date(birth), due: None };
        let situation = Situation { baby, babies: babies(count), applied: Applied::No, ..situation() };
        let programme = town(id);
        let (plan, rules) = rules(&situation, &programme);
        let found = last_sure_start(&plan, service).expect("a sure day");
        assert_eq!(found, date(start), "{id} {birth} {service:?}");
        let deadline = rules.application.value.apply_by(found).expect("a deadline");
        assert_eq!(deadline.at.date(), date(apply_by), "{id} {birth} {service:?}");
    }
}

/// The count forward from today and the count back from the day agree: what is too soon is what was to be applied for
/// before today, on every day, Sundays and holidays too.
#[test]
fn a_day_is_too_soon_where_its_deadline_has_passed() {
    for id in ["kita", "nerima", "asahikawa"] {
        let programme = town(id);
        for today in date("2026-11-16").iter_days().take(50) {
            for ahead in 0..20 {
                let chosen = (today + chrono::Days::new(ahead)).to_string();
                let planned = vec![planned("visit", "", &chosen)];
                for applied in [Applied::No, Applied::Yes] {
                    let situation = Situation { planned: planned.clone(), applied, ..situation() };
                    let morning = today.and_hms_opt(8, 0, 0).expect("a moment");
                    let plan = plan(&situation, &programme, morning);
                    let steps = steps(&plan, Some(0), morning);
                    let mut apply = steps.iter().filter(|step| step.what == What::ApplyBy);
                    let passed = apply.any(|step| step.standing == Standing::Passed);
                    let answer = day(0, &situation, &plan, today).expect("an answer");
                    let too_soon = answer.doubts.iter().any(|doubt| matches!(doubt, DayDoubt::TooSoon(_)));
                    // What counts back is told for the last day before the New Year's break: in it the count forward may be
                    // kinder, never stricter.
                    if is_year_end(today) {
                        assert!(passed || !too_soon, "{id} {applied:?} {chosen} from {today}");
                    } else {
                        assert_eq!(passed, too_soon, "{id} {applied:?} {chosen} from {today}");
                    }
                }
            }
        }
    }
}

/// A day to apply by phone has passed when the phone is answered no more before its end.
#[test]
fn the_last_day_to_apply_ends_with_the_phone() {
    let programme = town("asahikawa");
    for (facility, now, standing) in [
        // Answered until 16:00; two business days before a Wednesday is its Monday.
        ("shiritsu", "2026-11-30T15:59", Standing::Ahead),
        ("shiritsu", "2026-11-30T16:00", Standing::Passed),
        ("shiritsu", "2026-11-30T21:00", Standing::Passed),
        // Not answered on Mondays: Saturday's 17:00 is the end.
        ("toko", "2026-11-28T16:59", Standing::Ahead),
        ("toko", "2026-11-28T17:00", Standing::Passed),
        // Not chosen: another may be answered tomorrow, none is in time.
        ("", "2026-12-01T08:00", Standing::Passed),
    ] {
        let situation = Situation { planned: vec![planned("stay", facility, "2026-12-02")], ..situation() };
        let now: NaiveDateTime = format!("{now}:00").parse().expect("a moment");
        let plan = plan(&situation, &programme, now);
        let found: Vec<Standing> = steps(&plan, Some(0), now)
            .iter()
            .filter(|step| step.what == What::ApplyBy)
            .map(|step| step.standing)
            .collect();
        assert_eq!(found, [standing], "{facility} {now}");
    }
}

#[test]
fn steps_come_in_the_order_of_their_dates() {
    for id in ["kita", "nerima", "nakano", "asahikawa"] {
        let programme = town(id);
        for ahead in 0..120 {
            let chosen = (now().date() + chrono::Days::new(ahead)).to_string();
            let situation =
                Situation { planned: vec![planned("day", "", &chosen)], applied: Applied::No, ..situation() };
            let (plan, _) = rules(&situation, &programme);
            let steps = steps(&plan, Some(0), now());
            assert!(steps.is_sorted_by_key(|step| step.deadline.at.date()), "{id} {chosen} {steps:?}");
        }
    }
}

#[test]
fn what_can_be_done_before_the_birth() {
    let expected = |due: &str| Baby::Expected { due: date(due) };
    for (id, due, so_far, from, may_apply, booking) in [
        // 30 weeks: 70 days before the due date.
        ("nerima", "2027-02-02", (30, 0), Some("2026-09-15"), true, BookingFrom::Birth),
        ("kita", "2027-02-02", (30, 0), Some("2026-11-10"), true, BookingFrom::Approval),
        ("kita", "2027-04-01", (21, 5), Some("2027-01-07"), false, BookingFrom::Approval),
        ("asahikawa", "2027-04-01", (21, 5), None, true, BookingFrom::Unprinted),
        ("kita", "2026-11-20", (40, 4), Some("2026-08-28"), true, BookingFrom::Approval),
    ] {
        let situation = Situation { baby: expected(due), ..situation() };
        let programme = town(id);
        let (_, rules) = rules(&situation, &programme);
        let found = pregnancy(situation.baby, &rules.application.value, now().date()).expect("a pregnancy");
        assert_eq!(found.so_far, so_far, "{id} {due}");
        assert_eq!(found.apply_from.map(|(_, day)| day), from.map(date), "{id} {due}");
        assert_eq!((found.may_apply, found.booking), (may_apply, booking), "{id} {due}");
    }
    let programme = town("kita");
    let (_, rules) = rules(&situation(), &programme);
    assert_eq!(pregnancy(situation().baby, &rules.application.value, now().date()), None);
}
