//! Whom she rings about what she plans, the first first, and what she asks there.

use chrono::NaiveDate;

use super::{Case, Open, asks_office_first, open};
use crate::domain::deadlines::BookingFrom;
use crate::domain::plan::{Plan, Status};
use crate::domain::programme::{Condition, Facility};
use crate::domain::quota::{Fit, fit};
use crate::domain::service::Service;
use crate::domain::situation::Baby;
use crate::domain::uses::{Length, PlannedUse, Use};
use crate::planner::{by_day, possible_day, row_of_use};

/// A call.
#[derive(Clone, Debug, PartialEq)]
pub struct Call<'c> {
    /// To whom.
    pub to: Whom<'c>,
    /// About these uses; none where nothing is planned that can still be had.
    pub uses: Vec<Wanted<'c>>,
    /// What the facility asks for that no answer settled.
    pub unsettled: Vec<&'c Condition>,
    /// What is open, to be asked there.
    pub open: Vec<Open>,
    /// Whether that is all that she rings for: she applies and books elsewhere.
    pub only_asks: bool,
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
    /// The office: no facility takes a booking yet, none is known, or it is the office that settles what is open.
    Office,
    /// A facility.
    Facility(&'c Facility),
    /// A facility that she has not chosen yet.
    Undecided,
}

/// The calls about all that she plans and can have: one to the office while no facility takes a booking, else one to each
/// facility, in the order of the first day there, and the office where it settles what is open: last, unless it is rung first.
///
/// With them how many of her uses are left out: they do not fit the limits, or they share a day with one before.
pub fn calls<'c>(case: &'c Case<'_>) -> (Vec<Call<'c>>, usize) {
    let (plan, situation) = (&case.plan, &case.situation);
    let booking_from = plan.rules.map(|rules| rules.application.value.booking_from);
    let waits_for_birth = booking_from == Some(BookingFrom::Birth) && matches!(situation.baby, Baby::Expected { .. });
    let to_office = case.begins_at_office() || waits_for_birth;
    let mut calls: Vec<Call<'c>> = Vec::new();
    let (wishes, left_out) = wishes(case);
    for (planned, day) in wishes {
        // Where it has ended she asks at another.
        let row = row_of_use(planned, plan).filter(|row| row.status != Status::Outside);
        let to = match row {
            _ if to_office => Whom::Office,
            Some(row) => Whom::Facility(row.facility),
            None => Whom::Undecided,
        };
        let Some(call) = call_to(&mut calls, to) else { continue };
        want(&mut call.uses, planned, row.map(|row| row.facility), day);
        for condition in row.iter().filter(|_| !to_office).flat_map(|row| &row.unsettled) {
            if !call.unsettled.contains(condition) {
                call.unsettled.push(condition);
            }
        }
    }
    if calls.is_empty() {
        call_to(&mut calls, if to_office { Whom::Office } else { Whom::Undecided });
    }
    let open = open(case);
    let asks_first = asks_office_first(case, &open);
    for one in open {
        if !one.at_facility || to_office {
            if let Some(call) = call_to(&mut calls, Whom::Office) {
                call.open.push(one);
                call.only_asks = !to_office;
            }
            continue;
        }
        for call in calls.iter_mut().filter(|call| call.to != Whom::Office) {
            let wanted =
                |service: &Service| call.uses.is_empty() || call.uses.iter().any(|one| one.service == *service);
            if one.services.iter().any(|service| wanted(&service)) {
                call.open.push(one);
            }
        }
    }
    if let Some(place) = calls.iter().position(|call| call.to == Whom::Office).filter(|_| asks_first) {
        let office = calls.remove(place);
        calls.insert(0, office);
    }
    (calls, left_out)
}

/// The call to somebody, which may be a new one.
fn call_to<'v, 'c>(calls: &'v mut Vec<Call<'c>>, to: Whom<'c>) -> Option<&'v mut Call<'c>> {
    let place = calls.iter().position(|call| call.to == to).unwrap_or(calls.len());
    if place == calls.len() {
        calls.push(Call { to, uses: Vec::new(), unsettled: Vec::new(), open: Vec::new(), only_asks: false });
    }
    calls.get_mut(place)
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

/// A use that she plans, and its day where that is possible.
type Wish<'s> = (&'s PlannedUse, Option<NaiveDate>);

/// What is still to be had of her plans, by these days, those without one last; and how many are left out.
///
/// A use whose day has gone by is none any more, and none of a service that is over or used up is.
fn wishes<'s>(case: &'s Case<'_>) -> (Vec<Wish<'s>>, usize) {
    let (plan, situation, today) = (&case.plan, &case.situation, case.today());
    let is_over = |service| plan.service(service).is_some_and(|answer| case.is_over(answer));
    let (mut dated, mut undated) = (Vec::new(), Vec::new());
    for (index, planned) in situation.planned.iter().enumerate() {
        if is_over(planned.wanted.service) || planned.date.is_some_and(|day| day < today) {
            continue;
        }
        let day = possible_day(index, situation, plan, today);
        if day.is_some() { &mut dated } else { &mut undated }.push((planned, day));
    }
    let wished = by_day(dated, |(_, day)| *day).into_iter().chain(undated);
    let (mut uses, mut kept, mut left_out) = (situation.used.clone(), Vec::<Wish<'s>>::new(), 0_usize);
    for (planned, day) in wished {
        let overlaps = day.is_some_and(|first| kept.iter().any(|(other, day)| day.is_some() && meets(other, first)));
        uses.push(planned.wanted);
        if overlaps || !fits(case, &uses) {
            uses.pop();
            left_out = left_out.saturating_add(1);
        } else {
            kept.push((planned, day));
        }
    }
    (kept, left_out)
}

/// Whether a use that is kept touches a day: those kept come first, by their days.
fn meets(kept: &PlannedUse, first: NaiveDate) -> bool {
    kept.last_day().is_some_and(|last| first <= last)
}

/// Whether uses may all be had under the limits.
fn fits(case: &Case<'_>, uses: &[Use]) -> bool {
    let Some(rules) = case.plan.rules else { return true };
    fit(&rules.pools, rules.late_cancellation, case.situation.babies, uses) != Fit::Beyond
}

/// The name of the remark that says whether a brother or sister may come along.
const SIBLINGS: &str = "siblings";

/// Whether it is printed that a brother or sister may come along, or may not.
pub fn siblings_are_settled(plan: &Plan<'_>) -> bool {
    plan.rules.is_some_and(|rules| rules.remarks.iter().any(|remark| remark.id == SIBLINGS))
}
