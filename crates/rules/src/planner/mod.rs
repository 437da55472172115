//! What she makes of her plan: uses that she adds and takes back, what they cost and leave, the day that she chooses, the
//! dates to act by, her year as a picture, a calendar file, what to have ready.
//!
//! Pure: `now` and `today` are arguments, nothing reads a clock, a store or the browser, and nothing panics. No word stands
//! here: each answer is a value that the words of the app turn into a sentence.

pub mod calendar;
mod checklist;
mod day;
mod fixed;
mod limits;
mod order;
mod picture;
mod pregnancy;
mod rows;
mod steps;
mod total;
mod uses;

pub use checklist::{Ticks, applied_how_matters, is_needed};
pub use day::{DayAnswer, DayDoubt, Elsewhere, day, last_sure_start, possible_day};
pub use fixed::{Aim, Fixed, FixedDate, fixed_dates, next_application};
pub use limits::{Doubt, LimitAnswer, Part, is_spent, limits};
pub use order::{by_day, facility_rank, service_rank};
pub use picture::{Bar, Picture, Span, Tick, picture};
pub use pregnancy::{Pregnancy, pregnancy};
pub use rows::{Alike, FacilityRow, WantedMost, alike, in_order, row_of_use, rows};
pub use steps::{Standing, Step, next_deadline, steps};
pub use total::{Total, totals};
pub use uses::{add, add_used, choose_place, count, set_nights, set_used_nights, take_back, take_back_used};
