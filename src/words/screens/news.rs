//! The words of what is new: of the app, and in her plan.

use chrono::NaiveDate;

use crate::interview::seen::Change;

/// The words of what is new.
pub trait NewsWords: Sync {
    /// That newer information is on this phone.
    fn newer(&self) -> &'static str;
    /// The button that shows it.
    fn show_newer(&self) -> &'static str;
    /// The heading of what changed in her plan.
    fn changes_heading(&self) -> &'static str;
    /// What changed, in a line.
    fn changed(&self, change: Change, today: NaiveDate) -> String;
    /// That no answers are in this browser, to one who may have given some before, and what to do.
    fn lost(&self) -> &'static str;
    /// Leads to the field that takes a link with her answers.
    fn has_link(&self) -> &'static str;
    /// After answers were lost: that a link keeps those given since.
    fn offers_link(&self) -> &'static str;
    /// Leads to the link.
    fn take_link(&self) -> &'static str;
    /// Puts the offer away.
    fn leave_link(&self) -> &'static str;
}
