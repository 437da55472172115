//! The dates to act by, in the order in which they come.

use chrono::NaiveDateTime;

use super::day::possible_day;
use crate::domain::deadlines::{At, Boundary, Deadline};
use crate::domain::plan::{Plan, What};
use crate::domain::situation::Situation;

/// A date to act by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// What to do.
    pub what: What,
    /// When.
    pub deadline: Deadline,
    /// How it stands to now.
    pub standing: Standing,
}

/// How a date stands to now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is to come.
    Ahead,
    /// A day from which on something can be done has come.
    Open,
    /// It is too late for it.
    Passed,
}

/// The dates that come with the planned use at `place`; for `None`, those of the application alone.
pub fn steps(plan: &Plan<'_>, place: Option<usize>, now: NaiveDateTime) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let planned = place.and_then(|place| plan.planned.get(place));
    // The day may not be over, but the phone by which she applies may be closed for it.
    let is_too_late_to_apply = planned.is_some_and(|planned| planned.too_soon.is_some());
    for date in plan.dates.iter().filter(|date| date.planned == place) {
        let standing = match date.what {
            What::ApplyBy if is_too_late_to_apply => Standing::Passed,
            what => standing(what, &date.deadline, now),
        };
        let step = Step { what: date.what, deadline: date.deadline, standing };
        // There are a handful: inserting each in its place is far less code than a sort.
        let after = steps.iter().position(|other| moment(&date.deadline) < moment(&other.deadline));
        steps.insert(after.unwrap_or(steps.len()), step);
    }
    steps
}

/// The first date by which something is to be done for what she plans; `None` where nothing is to come.
pub fn next_deadline(plan: &Plan<'_>, situation: &Situation, now: NaiveDateTime) -> Option<Step> {
    let is_deadline = |step: &Step| match step.what {
        What::ApplyBy | What::CancelBy | What::ApplyCallBy | What::CancelCallBy => step.standing == Standing::Ahead,
        What::ApplyFrom | What::ReadyAbout | What::EarliestUse => false,
    };
    let possible =
        (0..situation.planned.len()).filter(|place| possible_day(*place, situation, plan, now.date()).is_some());
    let ahead = possible.flat_map(|place| steps(plan, Some(place), now)).filter(is_deadline);
    ahead.min_by_key(|step| moment(&step.deadline))
}

fn standing(what: What, deadline: &Deadline, now: NaiveDateTime) -> Standing {
    match what {
        What::ApplyFrom if deadline.at.date() <= now.date() => Standing::Open,
        _ if has_passed(deadline, now) => Standing::Passed,
        _ => Standing::Ahead,
    }
}

/// Whether a date has gone by: a day with its end, a moment as its boundary says.
fn has_passed(deadline: &Deadline, now: NaiveDateTime) -> bool {
    match (deadline.at, deadline.boundary) {
        (At::Date(date), _) => date < now.date(),
        (At::Moment(moment), Boundary::Inclusive) => moment < now,
        (At::Moment(moment), Boundary::Exclusive) => moment <= now,
    }
}

/// Where a date stands among others: a day at its end.
fn moment(deadline: &Deadline) -> NaiveDateTime {
    match deadline.at {
        At::Date(date) => date.and_hms_opt(23, 59, 59).unwrap_or_default(),
        At::Moment(moment) => moment,
    }
}
