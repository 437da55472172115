//! A date to act by.

use chrono::NaiveDate;

use crate::planner::Step;
use crate::ui::markup::Markup;
use crate::ui::sentences::{sentence, term};
use crate::words::japanese;

/// A date to act by, as a term told on `today`.
pub fn step(step: &Step, today: NaiveDate) -> Markup {
    let words = japanese();
    let mut when = words.deadline(&step.deadline, today);
    when.push_str(words.standing(step.standing, step.what));
    term(words.what(step.what), sentence(&when))
}
