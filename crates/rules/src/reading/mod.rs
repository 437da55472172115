//! What her plan says, decided once: the headline, whom to ring first and for what, what is open and who settles it, what to read
//! out on the phone, which dates she keeps, what is over. Screen, paper and memo lay it out.
//!
//! Pure: nothing reads a clock, a store or the browser, and nothing panics. No word stands here: each answer is a value that
//! the words of the app turn into a sentence.

mod actions;
mod calls;
mod case;
mod dates;
mod headline;
mod open;
mod over;
mod paper;

pub use actions::{Action, actions};
pub use calls::{Call, Wanted, Whom, calls, siblings_are_settled};
pub use case::Case;
pub use dates::{Kept, On, dates_of_all, dates_of_none, dates_of_use, in_one_list};
pub use headline::{Headline, headline};
pub use open::{Open, Question, asks_office_first, open, settled_at_facility};
pub use over::{Ended, ended};
pub use paper::{rows_on_paper, services_on_paper, steps_on_paper};
