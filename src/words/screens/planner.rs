//! The words of her year, and of what she plans.

use chrono::NaiveDate;

use crate::domain::Programme;
use crate::domain::household::Household;
use crate::domain::plan::{Plan, What};
use crate::domain::service::Service;
use crate::domain::uses::Length;
use crate::planner::{DayDoubt, LimitAnswer, Standing};

/// The words of her year, and of what she plans.
pub trait PlannerWords: Sync {
    // Her year.

    /// The heading.
    fn year_heading(&self) -> &'static str;
    /// That it is the year of a baby that keeps to its due date.
    fn if_born_on(&self, due: NaiveDate) -> String;
    /// The mark of today.
    fn year_today(&self) -> &'static str;
    /// A month's name: 「9月」.
    fn month(&self, month: u32) -> String;
    /// The part in which a service can surely be used.
    fn year_sure(&self) -> &'static str;
    /// The part that is to be confirmed.
    fn year_confirm(&self) -> &'static str;
    /// What the small lines are.
    fn year_ticks(&self) -> &'static str;
    /// The head of the table's first column.
    fn year_service(&self) -> &'static str;
    /// A bar's last sure day.
    fn sure_until(&self, last: Option<NaiveDate>, today: NaiveDate) -> String;
    /// A bar's last day, which is to be confirmed; no end is printed where there is none.
    fn confirm_until(&self, last: Option<NaiveDate>, today: NaiveDate) -> String;
    /// Facilities that end on a day.
    fn facilities_end(&self, day: NaiveDate, today: NaiveDate, names: &[&str], is_sure: bool) -> String;

    // What she plans.

    /// The heading.
    fn planner_heading(&self) -> &'static str;
    /// A line under it.
    fn planner_lead(&self) -> &'static str;
    /// The label of the choice of a facility.
    fn place_label(&self) -> &'static str;
    /// Not decided.
    fn anywhere(&self) -> &'static str;
    /// The facility does not give this care.
    fn not_there(&self) -> &'static str;
    /// The facility gives this care, but not to her, or no longer.
    fn ruled_out_there(&self) -> &'static str;
    /// So many uses: 「2回」.
    fn count(&self, service: Service, count: usize) -> String;
    /// One less of something.
    fn less(&self, what: &str) -> String;
    /// One more of something.
    fn more_of(&self, what: &str) -> String;
    /// The n-th stay, from 1.
    fn nth_stay(&self, nth: usize) -> String;
    /// The label of a sum.
    fn total(&self) -> &'static str;
    /// The label of the sum for some households.
    fn total_for(&self, households: &[Household]) -> String;
    /// What may come beside the sum.
    fn beside_the_total(&self) -> &'static str;
    /// What is left under a limit after all that is planned.
    fn left_under(&self, limit: &LimitAnswer) -> String;
    /// Why what she used and plans does not surely fit a limit.
    fn does_not_fit(&self, limit: &LimitAnswer, plan: &Plan<'_>) -> String;
    /// What opens to the uses so far.
    fn used_heading(&self) -> &'static str;
    /// A line in it.
    fn used_lead(&self) -> &'static str;
    /// The heading of late cancellations.
    fn cancelled_late(&self) -> &'static str;

    // Days of use.

    /// Over what she plans, on paper.
    fn planned_heading(&self) -> &'static str;
    /// The heading.
    fn days_heading(&self) -> &'static str;
    /// No day can be chosen before the birth.
    fn days_after_birth(&self) -> &'static str;
    /// The label of the day.
    fn day_label(&self) -> &'static str;
    /// Takes a chosen day back.
    fn clear_day(&self) -> &'static str;
    /// The n-th use, from 1: 「1. 宿泊型 1泊2日」.
    fn planned_use(&self, nth: usize, service: Service, length: Length) -> String;
    /// Nothing speaks against a day.
    fn day_fits(&self) -> &'static str;
    /// Nothing speaks against a day itself, but something was to be done for it before now.
    fn day_fits_late(&self) -> &'static str;
    /// What speaks against a day.
    fn day_doubt(&self, doubt: &DayDoubt<'_>, whom: &str, today: NaiveDate) -> String;
    /// Who settles what is open: the facility, or the office.
    fn whom_settles(&self, at_facility: bool, programme: &Programme) -> String;
    /// Takes another day.
    fn take_day(&self, day: NaiveDate, today: NaiveDate) -> String;
    /// Another facility gives the care on that day, or on another, and so many others.
    fn elsewhere(&self, on: Option<NaiveDate>, today: NaiveDate, facility: &str, others: usize) -> String;
    /// No dates are printed.
    fn dates_unprinted(&self) -> &'static str;
    /// Said after a date: that it has gone by, or that what it opens can be done.
    fn standing(&self, standing: Standing, what: What) -> &'static str;
}
