//! A plan under rules that were changed for a test, and its notes by name.

use chrono::NaiveDateTime;
use sango_navi::domain::programme::{Body, Rules};
use sango_navi::domain::{Plan, Programme, Situation, plan};
use sango_navi::words::japanese;

use super::case::{date, situation, town};

/// What a row of a table changes of the rules and of her situation.
pub type Change = fn(&mut Rules, &mut Situation);

/// The day of most rows: a Tuesday.
pub const TODAY: &str = "2026-11-24";

/// No change.
pub fn none(_: &mut Rules, _: &mut Situation) {}

/// A town's rules and [`situation`], changed.
pub fn changed(id: &str, change: Change) -> (Programme, Situation) {
    let (mut programme, mut situation) = (town(id), situation());
    change(rules_of(&mut programme), &mut situation);
    (programme, situation)
}

/// The rules of a programme's first period.
pub fn rules_of(programme: &mut Programme) -> &mut Rules {
    match &mut programme.body {
        Body::Scheme(periods) => &mut periods.first_mut().expect("a period").rules,
        Body::Association(_) => panic!("{} is an association", programme.id),
    }
}

/// Half past ten on a day.
pub fn morning(day: &str) -> NaiveDateTime {
    date(day).and_hms_opt(10, 30, 0).expect("a moment")
}

/// How often a plan says a note.
pub fn times_said(note: &str, plan: &Plan<'_>) -> usize {
    plan.notes.iter().filter(|one| japanese().note_id(one) == note).count()
}

/// How often the plan of a day says a note under changed rules.
pub fn said(id: &str, day: &str, change: Change, note: &str) -> usize {
    let (programme, situation) = changed(id, change);
    times_said(note, &plan(&situation, &programme, morning(day)))
}

/// Rows of a town, a day, a change, a note, and how often it is said.
pub fn check(rows: &[(&str, &str, Change, &str, usize)]) {
    for (row, (town, today, change, note, times)) in rows.iter().enumerate() {
        assert_eq!(said(town, today, *change, note), *times, "row {row}: {town} on {today}, {note}");
    }
}
