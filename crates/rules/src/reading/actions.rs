//! What she can do now: whom to ring first, and whom else.

use super::{Case, Open, asks_office_first, open};
use crate::domain::phone::PhoneState;
use crate::domain::plan::{FacilityAnswer, Status};
use crate::domain::programme::Booking;
use crate::domain::service::Services;
use crate::domain::situation::{Applied, Baby, MedicalCare};
use crate::planner::{WantedMost, in_order, service_rank};

/// Something to do now.
#[derive(Clone, Debug, PartialEq)]
pub enum Action<'c, 'p> {
    /// Say that the baby is born: the due date, from which all is reckoned, has passed.
    Born,
    /// Ring a doctor first.
    Doctor,
    /// Begin at the office, and ask there what is open.
    Apply(Vec<Open>),
    /// Ask the office what is open; without anything, what else helps.
    Ask(Vec<Open>),
    /// Ring a facility, which answers, and ask there what it settles.
    Call(&'c FacilityAnswer<'p>, Vec<Open>),
    /// No phone is answered now; this one is the next, with the same.
    CallNext(&'c FacilityAnswer<'p>, Vec<Open>),
}

/// The most that is offered at once.
const MOST: usize = 2;

/// What helps most, first; facilities by what is `wanted`.
pub fn actions<'c, 'p>(case: &'c Case<'p>, wanted: WantedMost<'_>) -> Vec<Action<'c, 'p>> {
    let mut actions = of_plan(case, wanted);
    if matches!(case.situation.baby, Baby::Expected { due } if due < case.today()) {
        let place = actions.iter().take_while(|action| matches!(action, Action::Doctor)).count();
        actions.insert(place, Action::Born);
    }
    actions.truncate(MOST);
    actions
}

fn of_plan<'c, 'p>(case: &'c Case<'p>, wanted: WantedMost<'_>) -> Vec<Action<'c, 'p>> {
    let services = &case.plan.services;
    if case.plan.rules.is_none() || services.iter().all(|service| case.is_over(service)) {
        return vec![Action::Ask(Vec::new())];
    }
    let open = open(case);
    let asks_first = asks_office_first(case, &open);
    let (at_facility, at_office): (Vec<Open>, Vec<Open>) = open.into_iter().partition(|open| open.at_facility);
    let mut actions = Vec::new();
    if case.situation.medical_care == MedicalCare::IllToday {
        actions.push(Action::Doctor);
    }
    let first = actions.len();
    let begins_at_office = case.begins_at_office();
    let asks_later = !asks_first && !begins_at_office && !at_office.is_empty();
    if asks_first {
        actions.push(Action::Ask(at_office.clone()));
    } else if begins_at_office {
        actions.push(Action::Apply(at_office.clone()));
    }
    let approves_first = case.plan.rules.is_some_and(|rules| rules.application.value.approves_first());
    if !approves_first || case.situation.applied != Applied::No {
        actions.extend(calls(case, wanted, at_facility));
    }
    if asks_later || actions.len() == first {
        // Beside the first number to ring, rather than after all of them.
        actions.insert(actions.len().min(MOST.saturating_sub(1)), Action::Ask(at_office));
    }
    actions
}

/// Facilities to ring: up to two that answer, of two services where there are; where none does, the next to, of the
/// service that she wants; where no hours are printed at all, one of those.
///
/// One with time for no more use than would have to begin today is no sure one: today is over before it is booked.
fn calls<'c, 'p>(case: &'c Case<'p>, wanted: WantedMost<'_>, open: Vec<Open>) -> Vec<Action<'c, 'p>> {
    let (plan, wish, today) = (&case.plan, case.wish, case.today());
    let takes_calls = |row: &&FacilityAnswer<'_>| {
        matches!(row.status, Status::Within | Status::Confirm)
            && !case.is_spent(row.offer.service)
            && row.facility.tel.is_some()
            && (row.offer.booking.is_empty() || row.offer.booking.contains(&Booking::Phone))
    };
    let rows = in_order(plan.facilities.iter().filter(takes_calls), wanted, Services::default());
    let has_time = |row: &FacilityAnswer<'_>| {
        let earliest = row.usable_from.map_or(today, |earliest| earliest.careful);
        row.last_days.sure().is_some_and(|last| today < last && earliest <= last)
    };
    let is_sure = |row: &&FacilityAnswer<'_>| row.status == Status::Within && has_time(row);
    let (sure, doubtful): (Vec<_>, Vec<_>) = rows.into_iter().partition(is_sure);
    // Of the others first those of a service that she can surely use somewhere.
    let of_sure = |row: &&FacilityAnswer<'_>| {
        plan.service(row.offer.service).is_some_and(|service| service.status == Status::Within)
    };
    let (likely, unlikely): (Vec<_>, Vec<_>) = doubtful.into_iter().partition(of_sure);
    let rows: Vec<&FacilityAnswer<'_>> = sure.into_iter().chain(likely).chain(unlikely).collect();
    let asked = |row: &FacilityAnswer<'_>| {
        let of_row = open.iter().filter(|open| open.services.contains(row.offer.service));
        of_row.map(|open| Open { services: Services::of(&[row.offer.service]), ..*open }).collect::<Vec<Open>>()
    };
    let answering: Vec<&FacilityAnswer<'_>> =
        rows.iter().copied().filter(|row| row.phone.state == PhoneState::Open).collect();
    if let Some(first) = answering.first() {
        // Of what she wants most there may be another; else one of another service.
        let rank = |service| service_rank(wish, service);
        let others = || plan.services.iter().any(|service| rank(service.service()) != rank(first.offer.service));
        let of_one = (others() && rank(first.offer.service) == 0).then_some(first.offer.service);
        let second = answering.iter().skip(1).find(|row| match of_one {
            Some(service) => row.offer.service == service,
            None => row.offer.service != first.offer.service,
        });
        let two = [Some(first), second].into_iter().flatten();
        return two.map(|row| Action::Call(row, asked(row))).collect();
    }
    let closed = rows.iter().filter(|row| row.phone.state == PhoneState::Closed && row.phone.changes_at.is_some());
    let next = closed.min_by_key(|row| (service_rank(wish, row.offer.service), row.phone.changes_at));
    if let Some(row) = next {
        return vec![Action::CallNext(row, asked(row))];
    }
    // One whose hours are not printed may answer now.
    let unprinted = rows.iter().find(|row| row.phone.state == PhoneState::Confirm);
    unprinted.into_iter().map(|row| Action::Call(row, asked(row))).collect()
}
