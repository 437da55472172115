//! The words of the memo: what to say when the phone is answered.

use chrono::NaiveDate;

use crate::domain::plan::Plan;
use crate::domain::situation::Situation;
use crate::interview::Wish;
use crate::planner::{Call, Whom};

/// The words of the memo.
pub trait MemoWords: Sync {
    /// The heading.
    fn memo_heading(&self) -> &'static str;
    /// A line under it.
    fn memo_lead(&self) -> &'static str;
    /// Who is rung, with the number.
    fn memo_to(&self, to: Whom<'_>, plan: &Plan<'_>) -> String;
    /// What to say, line by line.
    fn memo(
        &self,
        call: &Call<'_>,
        plan: &Plan<'_>,
        situation: &Situation,
        wish: Option<Wish>,
        today: NaiveDate,
    ) -> Vec<String>;
    /// Copies it.
    fn copy_memo(&self) -> &'static str;
    /// What opens to what may be asked.
    fn memo_questions_heading(&self) -> &'static str;
    /// What may be asked, and what to ask.
    fn memo_questions(&self, to: Whom<'_>, plan: &Plan<'_>, situation: &Situation) -> Vec<String>;
}
