//! What the sources leave open for her, and who settles it.

use super::Case;
use crate::domain::age::Verdict;
use crate::domain::plan::{Note, ServiceAnswer, Status};
use crate::domain::programme::PastLimit;
use crate::domain::service::{Service, Services};
use crate::domain::tariff::Unknown;
use crate::planner::DayDoubt;

/// What is to be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Whether it can be had before its last day.
    InTime,
    /// Whether treatment hinders it.
    Treatment,
    /// Until when.
    LastDay,
    /// For how much.
    Price,
}

/// Something that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Open {
    /// What.
    pub question: Question,
    /// Of these services; at least one.
    pub services: Services,
    /// Whether each facility settles it; else the office does.
    pub at_facility: bool,
}

/// Whether a facility settles what speaks against a day there; else the office does: ages are the programme's, unless it leaves
/// them to the facilities or each of them has its own.
pub fn settled_at_facility(case: &Case<'_>, service: Service, doubt: &DayDoubt<'_>) -> bool {
    let mut rows = case.plan.facilities.iter().filter(|row| row.offer.service == service).peekable();
    if rows.peek().is_none() {
        return false;
    }
    if !matches!(doubt, DayDoubt::Confirm { .. } | DayDoubt::LaterDay { .. }) {
        return true;
    }
    let is_corrected = case.plan.notes.iter().any(|note| matches!(note, Note::CorrectedAge));
    let limit = case.plan.service(service).and_then(|answer| answer.rules.limit.as_ref());
    let left_to_it = match limit {
        Some(limit) => limit.value.past_it == PastLimit::AskFacility,
        None => rows.any(|row| row.offer.limit.is_some()),
    };
    left_to_it && !is_corrected
}

/// Whether the office is rung before any facility: nothing is surely hers in time, and it settles what is `open`.
pub fn asks_office_first(case: &Case<'_>, open: &[Open]) -> bool {
    let services = || case.plan.services.iter().filter(|service| !case.is_over(service));
    let is_hers = |service: &ServiceAnswer<'_>| {
        matches!(service.status, Status::NotYet | Status::Within) && !case.comes_too_late(service)
    };
    if services().any(is_hers) {
        return false;
    }
    let is_late = services().any(|service| case.comes_too_late(service));
    is_late || (!case.begins_at_office() && open.iter().any(|open| !open.at_facility))
}

/// What is open of the services that are not over, the most urgent first.
pub fn open(case: &Case<'_>) -> Vec<Open> {
    let is_treatment =
        |note: &Note<'_>| matches!(note, Note::TreatmentAsk | Note::TreatmentUnprinted | Note::TreatmentUnknown);
    let hinders = case.plan.notes.iter().any(is_treatment);
    let no_facility = case.plan.facilities.is_empty();
    let mut found = Vec::new();
    let mut ask = |question, at_facility, holds: &dyn Fn(&ServiceAnswer<'_>) -> bool| {
        let services = case.plan.services.iter().filter(|service| !case.is_over(service) && holds(service));
        let services: Vec<Service> = services.map(ServiceAnswer::service).collect();
        if !services.is_empty() {
            found.push(Open { question, services: Services::of(&services), at_facility });
        }
    };
    // By age alone: what treatment makes of it is a question of its own.
    let by_age = |service: &ServiceAnswer<'_>| {
        let is_sure = service.last_days.verdict(case.today()) == Verdict::Within;
        service.status == Status::Confirm && !is_sure && !case.comes_too_late(service)
    };
    let to_facility = |service: &ServiceAnswer<'_>| {
        let limit = service.rules.limit.as_ref();
        !no_facility && limit.is_some_and(|limit| limit.value.past_it == PastLimit::AskFacility)
    };
    let by_facility = |service: &ServiceAnswer<'_>| {
        let unknown = &service.price.unknown;
        let settles = |why| matches!(why, Unknown::FacilityPrice | Unknown::Hours);
        !no_facility && !unknown.is_empty() && unknown.iter().all(|unknown| settles(unknown.why))
    };
    ask(Question::InTime, false, &|service| case.comes_too_late(service));
    ask(Question::Treatment, false, &|_| hinders);
    ask(Question::LastDay, false, &|service| by_age(service) && !to_facility(service));
    ask(Question::LastDay, true, &|service| by_age(service) && to_facility(service));
    ask(Question::Price, false, &|service| !service.price.unknown.is_empty() && !by_facility(service));
    ask(Question::Price, true, &by_facility);
    found
}
