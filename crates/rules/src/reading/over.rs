//! What is over: one day for all places that tell it.

use chrono::NaiveDate;

use crate::domain::age::LastDays;

/// The last day of what has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Counted from the birth.
    ByBirth(NaiveDate),
    /// Counted from the due date, which carries farther.
    ByDue(NaiveDate),
}

/// The last day on which it could be used, where that lies before `today`.
pub fn ended(last_days: LastDays, corrected_until: Option<NaiveDate>, today: NaiveDate) -> Option<Ended> {
    let ended = match (last_days.possible()?, corrected_until) {
        (possible, Some(corrected)) if possible < corrected => Ended::ByDue(corrected),
        (possible, _) => Ended::ByBirth(possible),
    };
    let (Ended::ByBirth(last) | Ended::ByDue(last)) = ended;
    (last < today).then_some(ended)
}
