//! Business days (営業日): Monday to Friday, neither a public holiday nor at the year's end. The day after the first day counts as 1.

use chrono::{Datelike, NaiveDate, Weekday};

use super::calendar::{days_after, days_before};
use super::holidays::{is_public_holiday, is_year_end};

/// How firm a counted day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// The count rests on printed days alone.
    Sure,
    /// An estimate: the source says 程度, or the span meets 29 December to 3 January, on which the sources are silent.
    About,
}

/// A day reached by counting business days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountedDay {
    /// The day itself.
    pub date: NaiveDate,
    /// [`Certainty::About`] where the span meets the year's end.
    pub certainty: Certainty,
}

/// Whether `date` is surely a business day. Of 29 December to 3 January the sources say nothing, so nothing is counted on
/// them.
pub fn is_business_day(date: NaiveDate) -> bool {
    !is_day_off(date) && !is_year_end(date)
}

/// Saturday, Sunday or a public holiday.
pub(super) fn is_day_off(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun) || is_public_holiday(date)
}

/// The `count`-th business day after `start`; `start` itself for 0.
pub fn business_days_after(start: NaiveDate, count: u8) -> CountedDay {
    walk(start, count, |date| days_after(date, 1))
}

/// The `count`-th business day before `end`; `end` itself for 0.
pub fn business_days_before(end: NaiveDate, count: u8) -> CountedDay {
    walk(end, count, |date| days_before(date, 1))
}

/// The last day whose `count`-th business day after it is not past `end`: a day off before the first of them can be it,
/// but none at the year's end, on which nobody may be there to take it.
pub fn last_start(end: NaiveDate, count: u8) -> CountedDay {
    if count == 0 {
        return CountedDay { date: end, certainty: Certainty::Sure };
    }
    let worked = (0..=LONGEST_BREAK).map(|days| days_before(end, days)).find(|date| is_business_day(*date));
    let start = business_days_before(worked.unwrap_or(end), count);
    let next = (1..=LONGEST_BREAK).map(|days| days_after(start.date, days));
    let off = next.take_while(|date| is_day_off(*date) && !is_year_end(*date));
    CountedDay { date: off.last().unwrap_or(start.date), ..start }
}

/// Days off in a row are never more: 27 April to 6 May 2019.
const LONGEST_BREAK: u16 = 10;

fn walk(start: NaiveDate, count: u8, step: fn(NaiveDate) -> NaiveDate) -> CountedDay {
    let (mut date, mut left, mut certainty) = (start, count, Certainty::Sure);
    while left > 0 {
        let next = step(date);
        if next == date {
            break;
        }
        date = next;
        if is_year_end(date) {
            certainty = Certainty::About;
        }
        if is_business_day(date) {
            left = left.saturating_sub(1);
        }
    }
    CountedDay { date, certainty }
}
