//! Whom she rings about what she plans, the first first.

use chrono::NaiveDate;

use super::day::possible_day;
use super::limits::is_spent;
use super::order::by_day;
use crate::domain::deadlines::BookingFrom;
use crate::domain::plan::{FacilityAnswer, Plan, ServiceAnswer, Status};
use crate::domain::programme::{Condition, Facility, Service};
use crate::domain::situation::{Applied, Baby, Length, PlannedUse, Situation};

/// A call.
#[derive(Clone, Debug, PartialEq)]
pub struct Call<'c> {
    /// To whom.
    pub to: Whom<'c>,
    /// About these uses; none where nothing is planned that can still be had.
    pub uses: Vec<Wanted<'c>>,
    /// What the facility asks for that no answer settled.
    pub unsettled: Vec<&'c Condition>,
}

/// Uses that are alike: of one kind and length, at one place, all with their day or all without.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted<'c> {
    /// Of this service.
    pub service: Service,
    /// As long as this.
    pub length: Length,
    /// At this facility, where one is chosen that gives the care.
    pub facility: Option<&'c Facility>,
    /// The first day of each, the first first; empty where none is chosen, or where it is ruled out.
    pub days: Vec<NaiveDate>,
    /// So many, 1 or more.
    pub times: u16,
}

/// Who is rung.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Whom<'c> {
    /// The office, as no facility takes a booking yet.
    Office,
    /// A facility.
    Facility(&'c Facility),
    /// A facility that she has not chosen yet.
    Undecided,
}

/// The calls about all that she plans and can still have: one to the office while no facility takes a booking, else one to
/// each facility, in the order of the first day there.
pub fn calls<'c>(plan: &'c Plan<'_>, situation: &Situation, today: NaiveDate) -> Vec<Call<'c>> {
    let to_office = match plan.rules.map(|rules| rules.application.value.booking_from) {
        Some(BookingFrom::Approval) => situation.applied != Applied::Yes,
        Some(BookingFrom::Birth) => {
            situation.applied != Applied::Yes || matches!(situation.baby, Baby::Expected { .. })
        }
        Some(BookingFrom::Unprinted) | None => false,
    };
    let mut calls: Vec<Call<'c>> = Vec::new();
    for (planned, day) in wishes(plan, situation, today) {
        // Where it has ended she asks at another.
        let row = row_of_use(planned, plan).filter(|row| row.status != Status::Outside);
        let to = match row {
            _ if to_office => Whom::Office,
            Some(row) => Whom::Facility(row.facility),
            None => Whom::Undecided,
        };
        let place = calls.iter().position(|call| call.to == to).unwrap_or(calls.len());
        if place == calls.len() {
            calls.push(Call { to, uses: Vec::new(), unsettled: Vec::new() });
        }
        let Some(call) = calls.get_mut(place) else { continue };
        want(&mut call.uses, planned, row.map(|row| row.facility), day);
        for condition in row.iter().filter(|_| !to_office).flat_map(|row| &row.unsettled) {
            if !call.unsettled.contains(condition) {
                call.unsettled.push(condition);
            }
        }
    }
    if calls.is_empty() {
        let to = if to_office { Whom::Office } else { Whom::Undecided };
        calls.push(Call { to, uses: Vec::new(), unsettled: Vec::new() });
    }
    calls
}

/// One more of what is wanted.
fn want<'c>(uses: &mut Vec<Wanted<'c>>, planned: &PlannedUse, facility: Option<&'c Facility>, day: Option<NaiveDate>) {
    let (service, length) = (planned.wanted.service, planned.wanted.length);
    let is_alike = |one: &&mut Wanted<'_>| {
        (one.service, one.length, one.facility, one.days.is_empty()) == (service, length, facility, day.is_none())
    };
    match uses.iter_mut().find(is_alike) {
        Some(one) => {
            one.times = one.times.saturating_add(1);
            one.days.extend(day);
        }
        None => uses.push(Wanted { service, length, facility, days: day.into_iter().collect(), times: 1 }),
    }
}

/// What is still to be had of her plans, each with its day where that is possible, by these days; those without one last.
///
/// A use whose day has gone by is none any more, and none of a service that is over or used up is.
fn wishes<'s>(plan: &Plan<'_>, situation: &'s Situation, today: NaiveDate) -> Vec<(&'s PlannedUse, Option<NaiveDate>)> {
    let is_over = |service| {
        let is_outside = |one: &ServiceAnswer<'_>| one.service() == service && one.status == Status::Outside;
        plan.services.iter().any(is_outside) || plan.rules.is_some_and(|rules| is_spent(situation, rules, service))
    };
    let (mut dated, mut undated) = (Vec::new(), Vec::new());
    for (index, planned) in situation.planned.iter().enumerate() {
        if is_over(planned.wanted.service) || planned.date.is_some_and(|day| day < today) {
            continue;
        }
        let day = possible_day(index, situation, plan, today);
        if day.is_some() { &mut dated } else { &mut undated }.push((planned, day));
    }
    let mut dated = by_day(dated, |(_, day)| *day);
    dated.extend(undated);
    dated
}

/// The row of the facility at which a use is planned; `None` where she has chosen none, or it does not offer that service.
pub fn row_of_use<'c, 'p>(planned: &PlannedUse, plan: &'c Plan<'p>) -> Option<&'c FacilityAnswer<'p>> {
    let named = planned.facility.as_deref()?;
    let mut rows = plan.facilities.iter();
    rows.find(|row| row.offer.service == planned.wanted.service && row.facility.is_called(named))
}

/// The name of the remark that says whether a brother or sister may come along.
const SIBLINGS: &str = "siblings";

/// Whether it is printed that a brother or sister may come along, or may not.
pub fn siblings_are_settled(plan: &Plan<'_>) -> bool {
    plan.rules.is_some_and(|rules| rules.remarks.iter().any(|remark| remark.id == SIBLINGS))
}
