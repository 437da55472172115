//! The words of the memo: what to say when the phone is answered.

use crate::domain::plan::Plan;
use crate::reading::{Call, Case, Whom};

/// The words of the memo.
pub trait MemoWords: Sync {
    /// The heading.
    fn memo_heading(&self) -> &'static str;
    /// A line under it.
    fn memo_lead(&self) -> &'static str;
    /// Who is rung, with the number.
    fn memo_to(&self, to: Whom<'_>, plan: &Plan<'_>) -> String;
    /// What to say, line by line.
    fn memo(&self, call: &Call<'_>, case: &Case<'_>) -> Vec<String>;
    /// That so many of her uses are not read out: they do not fit.
    fn left_out(&self, uses: usize) -> String;
    /// Copies it.
    fn copy_memo(&self) -> &'static str;
    /// What opens to what may be asked.
    fn memo_questions_heading(&self) -> &'static str;
    /// What may be asked, and what to ask.
    fn memo_questions(&self, call: &Call<'_>, case: &Case<'_>) -> Vec<String>;
}
