//! The interview: her answers, which questions matter, what comes next, and what the answers amount to.
//!
//! Pure: `today` is an argument, nothing reads a clock, a store or the browser, and nothing panics. The current question
//! is derived from the answers, never stored beside them. Changing an answer keeps the others; an answer that no longer
//! matters is kept and ignored.

mod answers;
mod asking;
mod question;
pub mod record;
mod screen;
pub mod seen;
mod situation;
pub mod typed;

pub use answers::{Answers, AppliedHow, BabyAnswer, PostalAnswer, PretermAnswer, Wish, is_one_pregnancy};
pub use asking::{answered, example_code, next, questions, situation};
pub use question::Question;
pub use screen::{Screen, TownCode, questions_left};
pub use situation::{BabyProblem, SituationProblem, check_birth, check_due, check_due_of_birth, is_far_year};
