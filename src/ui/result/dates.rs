//! A date to act by, and the last day under the corrected age.

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

/// The last day under the corrected age, where that is later and is not told alone: the day by the birth is still to come.
pub fn corrected(corrected: Option<NaiveDate>, possible: Option<NaiveDate>, today: NaiveDate) -> Option<NaiveDate> {
    corrected.filter(|corrected| possible.is_none_or(|possible| today <= possible && possible < *corrected))
}
