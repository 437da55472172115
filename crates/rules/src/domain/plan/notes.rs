//! What needs saying beside the answers: what to confirm and with whom, what is unprinted, what to have at hand.

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use super::answers::{CareDay, FacilityAnswer, Plan, Status};
use super::dates::{has_to_apply, too_late};
use super::note::Note;
use super::sources::Freshness;
use crate::domain::age::AgeLimit;
use crate::domain::calendar::months_complete;
use crate::domain::deadlines::BookingFrom;
use crate::domain::holidays::OFFICIAL_UNTIL;
use crate::domain::household::Household;
use crate::domain::phone::PhoneLine;
use crate::domain::programme::{Body, Extension, Item, NameReading, NeededBy, PastLimit, Rules, Treatment};
use crate::domain::quota::{Firmness, LateCancellation, Pool, StayCount};
use crate::domain::service::Service;
use crate::domain::situation::{Applied, MedicalCare, Situation};
use crate::domain::uses::Cancellation;

/// All notes of a plan, most urgent first.
pub fn notes<'p>(situation: &Situation, plan: &Plan<'p>, now: NaiveDateTime) -> Vec<Note<'p>> {
    let today = now.date();
    let mut notes = Vec::new();
    // Nothing is promised, asked or told of its use to one whose time has passed.
    let has_ended = plan.has_ended(today);
    if !has_ended {
        health(situation, plan, &mut notes);
    }
    notes.extend(plan.programme.clock_doubt(today).map(Note::Clock));
    let editions = plan.programme.documents.iter();
    notes.extend(
        editions.filter(|document| document.edition.date.is_some_and(|date| today < date)).map(Note::BeforeEdition),
    );
    match (&plan.programme.body, plan.rules) {
        (Body::Association(association), _) => {
            notes.push(Note::NotAProgramme);
            notes.extend(association.remarks.iter().map(Note::Remark));
        }
        (Body::Scheme(_), None) => notes.push(Note::NoRuleForDay),
        (Body::Scheme(_), Some(rules)) if has_ended => {
            planned(plan, &mut notes);
            money(situation, plan, rules, &mut notes);
        }
        (Body::Scheme(_), Some(rules)) => {
            applying(situation, plan, rules, today, &mut notes);
            ages(situation, plan, rules, today, &mut notes);
            planned(plan, &mut notes);
            money(situation, plan, rules, &mut notes);
            facilities(&plan.facilities, &mut notes);
            let items = rules.documents.iter().map(|item| &item.value);
            notes.extend(items.filter(|item| concerns(item, situation)).map(Note::Item));
            notes.extend(rules.remarks.iter().map(Note::Remark));
        }
    }
    notes.extend(plan.programme.documents.iter().filter_map(|document| match document.freshness(today) {
        Freshness::Fresh => None,
        Freshness::Old => Some(Note::OldSource(document)),
        Freshness::Undated => Some(Note::UndatedSource(document)),
        Freshness::Expired => Some(Note::ExpiredSource(document)),
    }));
    if today.year() > OFFICIAL_UNTIL {
        notes.push(Note::HolidaysExpected);
    }
    notes
}

fn health<'p>(situation: &Situation, plan: &Plan<'p>, notes: &mut Vec<Note<'p>>) {
    let printed = plan.rules.map(|rules| rules.treatment.as_ref().map(|treatment| treatment.value));
    match (situation.medical_care, printed) {
        (MedicalCare::IllToday, _) => notes.push(Note::IllToday),
        (MedicalCare::Needed, Some(Some(Treatment::Excluded))) => notes.push(Note::TreatmentExcluded),
        (MedicalCare::Needed, Some(Some(Treatment::AskOffice))) => notes.push(Note::TreatmentAsk),
        (MedicalCare::Needed, Some(None)) => notes.push(Note::TreatmentUnprinted),
        (MedicalCare::Unknown, Some(_)) => notes.push(Note::TreatmentUnknown),
        (MedicalCare::No, _) | (_, None) => {}
    }
}

fn applying<'p>(situation: &Situation, plan: &Plan<'p>, rules: &Rules, today: NaiveDate, notes: &mut Vec<Note<'p>>) {
    // Who can use nothing has nothing to apply for.
    if plan.services.iter().all(|service| service.status == Status::Outside) {
        return;
    }
    for service in &plan.services {
        if let Some((earliest, last)) = too_late(service.usable_from, service.last_days, service.corrected_until, today)
        {
            notes.push(Note::RingAtOnce { service: service.service(), earliest, last });
        }
    }
    let application = &rules.application.value;
    let born = situation.baby.born_by(today).is_some();
    if !born {
        notes.push(Note::NotBorn);
        if application.booking_from == BookingFrom::Birth {
            notes.push(Note::BookingAfterBirth);
        }
    }
    if has_to_apply(situation, rules) {
        if application.approves_first() && situation.applied != Applied::Yes {
            notes.push(Note::ApprovalFirst);
        }
        if application.earliest_use(today).is_none() {
            notes.push(Note::LeadUnprinted);
        }
    }
}

fn ages<'p>(situation: &Situation, plan: &Plan<'p>, rules: &Rules, today: NaiveDate, notes: &mut Vec<Note<'p>>) {
    // What is over is lengthened by nothing.
    if situation.baby.preterm_due().is_some() && plan.services.iter().any(|one| one.status != Status::Outside) {
        match rules.corrected_age.as_ref().map(|corrected| corrected.value.extension) {
            Some(Extension::FromDueDate) => notes.push(Note::CorrectedAge),
            Some(Extension::Unprinted) => notes.push(Note::CorrectedAgeUnprinted),
            None => {}
        }
    }
    let limits = plan.facilities.iter().filter_map(|row| row.offer.limit.as_ref()).map(|limit| limit.limit);
    let birth = situation.baby.born_by(today);
    if birth.is_some_and(|birth| has_month_end(birth, limits.clone(), rules)) {
        notes.push(Note::MonthEnd);
    }
    if limits.clone().any(|limit| matches!(limit, AgeLimit::ThroughDay(_) | AgeLimit::UnderDays(_))) {
        notes.push(Note::DayZero);
    }
    for service in &rules.services {
        match service.limit.as_ref().map(|limit| (limit.value.limit, limit.value.past_it)) {
            Some((AgeLimit::AskAfterMonths(months), PastLimit::AskFacility)) => {
                notes.push(Note::AskFacilityPast(service.service, months));
            }
            Some((AgeLimit::AboutMonths(months) | AgeLimit::AskAfterMonths(months), _)) => {
                notes.push(Note::AboutAge(service.service, months));
            }
            _ => {}
        }
    }
    let unlimited = plan.services.iter().filter(|service| birth.is_some() && service.last_days.possible().is_none());
    notes.extend(unlimited.map(|service| Note::LimitUnprinted(service.service())));
}

/// Whether any limit in months has two readings for this birth.
fn has_month_end(birth: NaiveDate, limits: impl Iterator<Item = AgeLimit>, rules: &Rules) -> bool {
    let programme = rules.services.iter().filter_map(|service| service.limit.as_ref()).chain(&rules.limit);
    limits.chain(programme.map(|limit| limit.value.limit)).any(|limit| match limit {
        AgeLimit::MonthsAndZeroDays(months)
        | AgeLimit::UnderMonths(months)
        | AgeLimit::ThroughMonthsOld(months)
        | AgeLimit::AboutMonths(months)
        | AgeLimit::AskAfterMonths(months) => {
            let complete = months_complete(birth, months);
            complete.clamped != complete.civil_code
        }
        AgeLimit::WithinMonths(_) | AgeLimit::ThroughDay(_) | AgeLimit::UnderDays(_) | AgeLimit::ThroughWeeksOld(_) => {
            false
        }
    })
}

fn planned<'p>(plan: &Plan<'p>, notes: &mut Vec<Note<'p>>) {
    use crate::domain::age::Verdict;
    for (index, answer) in plan.planned.iter().enumerate() {
        match answer.verdict {
            Some(Verdict::Outside) => notes.push(Note::PlannedOutside(index)),
            Some(Verdict::Confirm) => notes.push(Note::PlannedConfirm(index)),
            Some(Verdict::Within) | None => {}
        }
        if let Some(earliest) = answer.too_soon {
            notes.push(Note::PlannedTooSoon(index, earliest));
        }
        if let Some(CareDay::No { next }) = answer.care_day {
            notes.push(Note::PlannedNoCare(index, next));
        }
    }
}

fn money<'p>(situation: &Situation, plan: &Plan<'p>, rules: &Rules, notes: &mut Vec<Note<'p>>) {
    let of_one = plan.services.iter().flat_map(|service| &service.price.unknown);
    let of_all = plan.cost.iter().flat_map(|cost| &cost.price.unknown);
    let mut said = Vec::new();
    for unknown in of_one.chain(of_all) {
        if !said.contains(unknown) {
            said.push(*unknown);
            notes.push(Note::Price(*unknown));
        }
    }
    // What no fee is printed for can not be said to change with the class.
    let has_fee = rules.services.iter().any(|service| service.tariff.is_some());
    if has_fee && situation.household == Household::Unknown {
        notes.push(Note::HouseholdUnknown);
    }
    let of_stays = |pool: &Pool| pool.services.contains(Service::Stay) && pool.stay == StayCount::Unprinted;
    if rules.pools.iter().any(|pool| of_stays(&pool.value)) {
        notes.push(Note::StayCountUnprinted);
    }
    if rules.pools.iter().any(|pool| pool.value.firmness == Firmness::InPrinciple) {
        notes.push(Note::LimitInPrinciple);
    }
    let unlimited = plan.services.iter().filter(|service| service.remaining.is_none());
    notes.extend(unlimited.map(|service| Note::QuotaUnprinted(service.service())));
    let cancelled = |service: Option<Service>| {
        situation
            .used
            .iter()
            .any(|used| used.cancelled == Cancellation::Late && service.is_none_or(|service| used.service == service))
    };
    match rules.late_cancellation {
        LateCancellation::Unprinted if cancelled(None) => notes.push(Note::LateCancellationUnprinted),
        LateCancellation::OneUnit if cancelled(Some(Service::Stay)) => notes.push(Note::LateCancellationUnprinted),
        _ => {}
    }
}

fn facilities<'p>(rows: &[FacilityAnswer<'p>], notes: &mut Vec<Note<'p>>) {
    let in_reach = || rows.iter().filter(|row| row.status != Status::Outside);
    if in_reach().any(|row| matches!(row.offer.phone, PhoneLine::HoursUnprinted)) {
        notes.push(Note::HoursUnprinted);
    }
    if in_reach().any(|row| row.facility.tel.is_none()) {
        notes.push(Note::TelUnprinted);
    }
    for row in in_reach() {
        notes.extend(row.unsettled.iter().map(|condition| Note::Condition(row.facility, &condition.text)));
        let is_told = |note: &Note<'_>| matches!(note, Note::DoubtfulName(told) if told.id == row.facility.id);
        if row.facility.name_reading == NameReading::Doubtful && !notes.iter().any(is_told) {
            notes.push(Note::DoubtfulName(row.facility));
        }
    }
}

/// Whether she may need an item, as far as her answers say.
fn concerns(item: &Item, situation: &Situation) -> bool {
    match item.needed_by {
        NeededBy::Everyone | NeededBy::AppliedOnlineSince(_) | NeededBy::AppliedOnPaperOrBefore(_) => true,
        NeededBy::TaxExempt => matches!(situation.household, Household::TaxExempt | Household::Unknown),
        NeededBy::PublicAssistance => matches!(situation.household, Household::PublicAssistance | Household::Unknown),
    }
}
