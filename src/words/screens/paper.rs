//! The words of the sheet on paper, which is read on another day: every date with its year.

use chrono::NaiveDate;

use crate::domain::age::LastDays;
use crate::planner::DayDoubt;

/// The words of the sheet on paper.
pub trait PaperWords: Sync {
    /// Until when, as known on `today`.
    fn until_with_year(&self, days: LastDays, today: NaiveDate) -> String;
    /// Until when with the corrected age, if granted.
    fn corrected_with_year(&self, until: NaiveDate) -> String;
    /// What speaks against a day, as known on `today`.
    fn day_doubt_with_year(&self, doubt: &DayDoubt<'_>, today: NaiveDate) -> String;
    /// Several facts in a row; empty ones are left out.
    fn on_paper(&self, facts: &[&str]) -> String;
    /// A price, and for what.
    fn price_on_paper(&self, what: &str, price: &str) -> String;
    /// Said after a date that has gone by.
    fn passed(&self) -> &'static str;
    /// So many more facilities are on the screen.
    fn more_facilities(&self, count: usize) -> String;
    /// What the code holds.
    fn code_caption(&self) -> &'static str;
    /// The mark of that day on the picture of her year.
    fn year_made(&self) -> &'static str;
    /// On which day a sheet was made.
    fn made_on(&self, day: NaiveDate) -> String;
}
