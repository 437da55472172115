//! What is said of a planned day: its age, its care, whether it is too soon.

use sango_navi::domain::situation::{Applied, Baby, Situation};

use super::case::{date, planned};
use super::said::{Change, TODAY, check};

#[test]
fn a_planned_day_that_does_not_fit_is_said() {
    check(&[
        // 北区: stays until 1 December, at one facility until 1 November; visits until 31 July.
        ("kita", TODAY, |_, she| she.planned = vec![planned("stay", "", "2026-11-30")], "planned_outside.0", 0),
        ("kita", TODAY, |_, she| she.planned = vec![planned("stay", "", "2026-12-02")], "planned_outside.0", 1),
        ("kita", TODAY, |_, she| she.planned = vec![planned("visit", "", "2026-12-02")], "planned_outside.0", 0),
        (
            "kita",
            TODAY,
            |_, she| she.planned = vec![planned("stay", "tokyo-kita", "2026-11-30")],
            "planned_outside.0",
            0,
        ),
        ("kita", TODAY, |_, she| she.planned = vec![planned("stay", "toshima", "2026-11-30")], "planned_outside.0", 1),
        // Of a facility of two services each has its own last day.
        ("kita", TODAY, |_, she| she.planned = vec![planned("day", "ayase", "2026-11-28")], "planned_outside.0", 0),
        ("kita", TODAY, |_, she| she.planned = vec![planned("stay", "ayase", "2026-11-28")], "planned_outside.0", 1),
        // The stay's second day is past the last.
        ("kita", TODAY, |_, she| she.planned = vec![planned("stay", "", "2026-12-01")], "planned_confirm.0", 1),
        ("kita", TODAY, |_, she| she.planned = vec![planned("day", "", "2026-12-01")], "planned_confirm.0", 0),
        ("nerima", TODAY, |_, she| she.planned = vec![planned("day", "futaba", "2026-12-02")], "planned_no_care.0", 0),
    ]);
}

/// Toshima takes babies until 29 September by birth, and until 18 November counted from this due date.
#[test]
fn the_corrected_age_leaves_a_planned_day_to_be_asked() {
    fn plan_on(she: &mut Situation, day: &str) {
        she.baby = Baby::Born { birth: date("2026-08-01"), due: Some(date("2026-09-20")) };
        she.planned = vec![planned("stay 1", "toshima", day)];
    }
    check(&[
        ("kita", "2026-09-25", |_, she| plan_on(she, "2026-09-28"), "planned_confirm.0", 0),
        ("kita", "2026-09-25", |_, she| plan_on(she, "2026-09-30"), "planned_confirm.0", 1),
        ("kita", "2026-09-25", |_, she| plan_on(she, "2026-11-18"), "planned_confirm.0", 1),
        ("kita", "2026-09-25", |_, she| plan_on(she, "2026-11-18"), "planned_outside.0", 0),
        ("kita", "2026-09-25", |_, she| plan_on(she, "2026-11-19"), "planned_outside.0", 1),
        ("kita", "2026-09-25", |_, she| plan_on(she, "2026-12-19"), "planned_outside.0", 1),
    ]);
}

/// 北区's application takes until 8 December from today.
#[test]
fn a_day_before_the_earliest_is_said_to_be_too_soon() {
    fn day_on(she: &mut Situation, day: &str) {
        she.applied = Applied::No;
        she.planned = vec![planned("day", "", day)];
    }
    check(&[
        ("kita", TODAY, |_, she| day_on(she, "2026-12-07"), "planned_too_soon.0", 1),
        ("kita", TODAY, |_, she| day_on(she, "2026-12-01"), "planned_too_soon.0", 1),
        ("kita", TODAY, |_, she| day_on(she, "2026-12-08"), "planned_too_soon.0", 0),
        ("kita", TODAY, |_, she| day_on(she, "2026-12-09"), "planned_too_soon.0", 0),
        (
            "kita",
            TODAY,
            |_, she| {
                day_on(she, "2026-12-01");
                she.applied = Applied::Yes;
            },
            "planned_too_soon.0",
            0,
        ),
        (
            "kita",
            TODAY,
            |_, she| {
                day_on(she, "2026-11-23");
                she.applied = Applied::Yes;
            },
            "planned_too_soon.0",
            1,
        ),
    ]);
}

/// Tsumugi prints Tuesday, Thursday and Friday for its days.
#[test]
fn a_day_without_care_is_said() {
    let wednesday: Change = |_, she| she.planned = vec![planned("day", "tsumugi", "2026-12-02")];
    let thursday: Change = |_, she| she.planned = vec![planned("day", "tsumugi", "2026-12-03")];
    check(&[("nerima", TODAY, wednesday, "planned_no_care.0", 1), ("nerima", TODAY, thursday, "planned_no_care.0", 0)]);
}
