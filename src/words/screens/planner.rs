//! The words of what she plans.

use crate::domain::plan::Plan;
use crate::planner::LimitAnswer;

/// The words of what she plans.
pub trait PlannerWords: Sync {
    /// Why what she used and plans does not surely fit a limit.
    fn does_not_fit(&self, limit: &LimitAnswer, plan: &Plan<'_>) -> String;
}
