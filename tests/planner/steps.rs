//! Dates to act by, and what can be done before the birth.

use sango_navi::domain::deadlines::BookingFrom;
use sango_navi::domain::situation::{Applied, Baby, Situation};
use sango_navi::planner::{pregnancy, steps};
use sango_navi::words::japanese;

use super::case::{date, now, planned, rules, situation, town};

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
                let passed = if step.has_passed { " 過ぎた" } else { "" };
                format!("{} {}{passed}", japanese().what(step.what), japanese().deadline(&step.deadline))
            })
            .collect();
        assert_eq!(found, expected, "{id} {facility} {chosen}");
        assert_eq!(steps(&plan, Some(1), now()), []);
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
