//! Dates that are hers beside those of a single use: from when she can apply, by when she must, and the last day of each
//! service.

use chrono::NaiveDate;

use super::day::{last_sure_start, possible_day};
use super::limits::is_spent;
use super::order::by_day;
use crate::domain::age::LastDays;
use crate::domain::deadlines::Deadline;
use crate::domain::plan::{Plan, Status, What};
use crate::domain::service::Service;
use crate::domain::situation::{Applied, Situation};

/// A date that is of no single use.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FixedDate {
    /// What is on it.
    pub what: Fixed,
    /// When: today or later.
    pub day: NaiveDate,
}

/// What is on such a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fixed {
    /// From then on she can apply.
    ApplyFrom,
    /// By then an application must be in.
    ApplyBy(Aim, Deadline),
    /// A service can be used for the last time; surely, or else possibly.
    LastDay(Service, LastDays),
}

/// What an application must be in time for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// A use on this day, which she has chosen.
    Day(NaiveDate),
    /// The use of a service on its last day.
    LastDay(Service),
}

/// All of them that are still to come, the first first.
///
/// When an application of today would be approved is none of them: tomorrow it is another day.
pub fn fixed_dates(plan: &Plan<'_>, situation: &Situation, today: NaiveDate) -> Vec<FixedDate> {
    let Some(rules) = plan.rules else { return Vec::new() };
    let from = plan.dates.iter().filter(|date| date.what == What::ApplyFrom && date.planned.is_none());
    let from = from.map(|date| FixedDate { what: Fixed::ApplyFrom, day: date.deadline.at.date() });
    // Today it has begun: nothing to be reminded of.
    let mut dates: Vec<FixedDate> = from.filter(|date| today < date.day).collect();
    if let Some((aim, deadline)) = next_application(plan, situation, today) {
        dates.push(FixedDate { what: Fixed::ApplyBy(aim, deadline), day: deadline.at.date() });
    }
    for answer in &plan.services {
        let (service, days) = (answer.service(), answer.last_days);
        let is_open = matches!(answer.status, Status::Within | Status::Confirm) && !is_spent(situation, rules, service);
        let last = days.sure().filter(|sure| today <= *sure).or(days.possible().filter(|last| today <= *last));
        if let Some(day) = last.filter(|_| is_open) {
            dates.push(FixedDate { what: Fixed::LastDay(service, days), day });
        }
    }
    by_day(dates, |date| date.day)
}

/// By when an application must be in: for the first of the days that she has chosen, else so that each service can still be
/// used on its last day. `None` where she has applied, where each use is applied for, and where no such day is left.
pub fn next_application(plan: &Plan<'_>, situation: &Situation, today: NaiveDate) -> Option<(Aim, Deadline)> {
    let rules = plan.rules?;
    let application = &rules.application.value;
    if situation.applied == Applied::Yes || !application.approves_first() {
        return None;
    }
    let of_chosen = plan.dates.iter().filter(|date| date.what == What::ApplyBy).filter_map(|date| {
        let day = possible_day(date.planned?, situation, plan, today)?;
        Some((Aim::Day(day), date.deadline))
    });
    let open = plan.services.iter().map(|answer| answer.service());
    let of_last = open.filter(|service| !is_spent(situation, rules, *service)).filter_map(|service| {
        let deadline = application.apply_by(last_sure_start(plan, service)?)?;
        Some((Aim::LastDay(service), deadline))
    });
    let is_left = |(_, deadline): &(Aim, Deadline)| today <= deadline.at.date();
    let chosen = of_chosen.filter(is_left).min_by_key(|(_, deadline)| deadline.at);
    chosen.or_else(|| of_last.filter(is_left).min_by_key(|(_, deadline)| deadline.at))
}
