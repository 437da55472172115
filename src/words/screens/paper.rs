//! The words of the sheet on paper, which is read on another day: every date with its year.

use chrono::NaiveDate;

use crate::domain::age::LastDays;
use crate::domain::deadlines::Deadline;
use crate::domain::plan::What;
use crate::planner::{Aim, DayDoubt, Pregnancy};

/// The words of the sheet on paper.
pub trait PaperWords: Sync {
    /// Until when, as known on `today`.
    fn until_with_year(&self, days: LastDays, corrected: Option<NaiveDate>, today: NaiveDate) -> String;
    /// Until when with the corrected age, if granted.
    fn corrected_with_year(&self, until: NaiveDate) -> String;
    /// What can be done before the birth, and from when.
    fn pregnancy_with_year(&self, pregnancy: &Pregnancy) -> Vec<String>;
    /// When an application of `today` is through, or opens the first use; nothing of what is told elsewhere.
    fn application_with_year(&self, what: What, deadline: &Deadline, today: NaiveDate) -> String;
    /// By when to apply, so as to be in time for it.
    fn apply_by_with_year(&self, deadline: &Deadline, aim: Aim) -> String;
    /// What speaks against a day, as known on `today`.
    fn day_doubt_with_year(&self, doubt: &DayDoubt<'_>, whom: &str, today: NaiveDate) -> String;
    /// How many lines a text takes in a column so many letters wide.
    fn lines_on_paper(&self, text: &str, width: usize) -> usize;
    /// Several facts in a row; empty ones are left out.
    fn on_paper(&self, facts: &[&str]) -> String;
    /// A price, and for what.
    fn price_on_paper(&self, what: &str, price: &str) -> String;
    /// How a facility is booked that takes no bookings by phone.
    fn booking_on_paper(&self, ways: &str) -> String;
    /// Said after a date that has gone by.
    fn passed(&self) -> &'static str;
    /// So many more uses are on the screen.
    fn more_uses(&self, count: usize) -> String;
    /// So many more facilities are on the screen.
    fn more_facilities(&self, count: usize) -> String;
    /// What the code holds.
    fn code_caption(&self) -> &'static str;
    /// The mark of that day on the picture of her year.
    fn year_made(&self) -> &'static str;
    /// On which day a sheet was made.
    fn made_on(&self, day: NaiveDate) -> String;
}
