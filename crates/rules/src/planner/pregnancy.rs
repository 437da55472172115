//! Before the birth: how far she is, and what can be done from when.

use chrono::NaiveDate;

use crate::domain::calendar::days_before;
use crate::domain::deadlines::{Application, BookingFrom, Week};
use crate::domain::situation::Baby;

/// What can be done before the birth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pregnancy {
    /// 40 weeks 0 days.
    pub due: NaiveDate,
    /// How far she is today: whole weeks, and days beyond them.
    pub so_far: (u16, u16),
    /// From which week, and from which day, she can apply; `None` where that is unprinted.
    pub apply_from: Option<(Week, NaiveDate)>,
    /// Whether that day has come.
    pub may_apply: bool,
    /// From when a facility takes a booking.
    pub booking: BookingFrom,
}

const DAYS_TO_TERM: u16 = 280;

/// What can be done before the birth of a baby that is expected; `None` for one that is born.
pub fn pregnancy(baby: Baby, application: &Application, today: NaiveDate) -> Option<Pregnancy> {
    let Baby::Expected { due } = baby else { return None };
    let days = today.signed_duration_since(days_before(due, DAYS_TO_TERM)).num_days();
    let days = u16::try_from(days).unwrap_or(0);
    let apply_from = application.from_week.map(|week| (week, week.begins(due)));
    Some(Pregnancy {
        due,
        so_far: (days.div_euclid(7), days.rem_euclid(7)),
        apply_from,
        may_apply: apply_from.is_none_or(|(_, from)| from <= today),
        booking: application.booking_from,
    })
}
