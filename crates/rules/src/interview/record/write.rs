//! Answers to digits.

use chrono::NaiveDate;

use super::digits;
use super::layout::{
    APPLIED, APPLIED_HOW, END_OF_ID, FIRST_DATE, HOUSEHOLDS, MEDICAL_CARES, MOST_PLANNED, MOST_USED, SERVICES, WISHES,
    baby, is_id, known, use_bits, width,
};
use crate::domain::household::Babies;
use crate::domain::service::Service;
use crate::domain::uses::{Cancellation, Length, PlannedUse, Use};
use crate::interview::answers::{Answers, BabyAnswer, PostalAnswer, PretermAnswer};

/// Adds the answers, so that the text does not become longer than `longest`.
pub fn answers(text: &mut String, answers: &Answers, longest: usize) {
    let (kind, date) = match answers.baby {
        None => (baby::ABSENT, None),
        Some(BabyAnswer::Born(birth)) => (baby::BORN, Some(birth)),
        Some(BabyAnswer::Expected(due)) => (baby::EXPECTED, Some(due)),
    };
    kind_and_value(text, kind, baby::ABSENT, date.map(day_number), width::DATE);
    let (kind, due) = match answers.preterm {
        None => (known::ABSENT, None),
        Some(PretermAnswer::No) => (known::NO, None),
        Some(PretermAnswer::Unknown) => (known::UNKNOWN, None),
        Some(PretermAnswer::DueOn(due)) => (known::GIVEN, Some(due)),
    };
    kind_and_value(text, kind, known::ABSENT, due.map(day_number), width::DATE);
    digits::push(text, answers.babies.map_or(0, Babies::get).into(), 1);
    choice(text, &HOUSEHOLDS, answers.household);
    choice(text, &MEDICAL_CARES, answers.medical_care);
    choice(text, &APPLIED, answers.applied);
    let (kind, code) = match &answers.postal {
        None => (known::ABSENT, None),
        Some(PostalAnswer::Unknown) => (known::UNKNOWN, None),
        Some(PostalAnswer::Code(code)) => (known::GIVEN, Some(code)),
    };
    kind_and_value(text, kind, known::ABSENT, code.map(|code| code.as_str().parse().ok()), width::POSTAL);
    choice(text, &WISHES, answers.wish);
    choice(text, &APPLIED_HOW, answers.applied_how);
    kind_and_value(text, known::GIVEN, known::ABSENT, Some(answers.uses_of.and_then(day_number)), width::DATE);
    // Each list begins with its count; the second's must still fit.
    let used = answers.used.iter().filter_map(|used| one_use(used, 0)).take(MOST_USED);
    list(text, used, longest.saturating_sub(1));
    let planned = answers.planned.iter().filter_map(planned_use).take(MOST_PLANNED);
    list(text, planned, longest);
}

/// A kind, and its value where it has one; the absent kind where that value can't be written.
fn kind_and_value(text: &mut String, kind: u32, absent: u32, value: Option<Option<u32>>, width: usize) {
    match value {
        None => digits::push(text, kind, 1),
        Some(None) => digits::push(text, absent, 1),
        Some(Some(value)) => {
            digits::push(text, kind, 1);
            digits::push(text, value, width);
        }
    }
}

/// 0 for no answer, else the answer's place among `all`, counted from 1.
fn choice<T: PartialEq>(text: &mut String, all: &[T], answer: Option<T>) {
    let place = answer.and_then(|answer| all.iter().position(|one| *one == answer));
    digits::push(text, place.and_then(|place| u32::try_from(place).ok()).map_or(0, |place| place.saturating_add(1)), 1);
}

/// Days since [`FIRST_DATE`]; `None` where they do not fit their digits.
fn day_number(date: NaiveDate) -> Option<u32> {
    let days = date.signed_duration_since(FIRST_DATE).num_days();
    u32::try_from(days).ok().filter(|days| *days < 1 << (6 * width::DATE))
}

fn list(text: &mut String, entries: impl Iterator<Item = String>, longest: usize) {
    let mut count = 0_u32;
    let mut body = String::new();
    for entry in entries {
        if text.len().saturating_add(1).saturating_add(body.len()).saturating_add(entry.len()) > longest {
            break;
        }
        count = count.saturating_add(1);
        body.push_str(&entry);
    }
    digits::push(text, count, 1);
    text.push_str(&body);
}

/// A use with what its digit says beside; `None` where it can't be (a stay of no night, or a length of another service).
fn one_use(used: &Use, beside: u32) -> Option<String> {
    let nights = match (used.service, used.length) {
        (Service::Stay, Length::Nights { nights, .. }) => Some(nights),
        (Service::DayCare | Service::HomeVisit, Length::Visit { .. }) => None,
        _ => return None,
    };
    let hours = used.length.hours();
    if nights.is_some_and(|nights| !(1..=Length::MOST_NIGHTS).contains(&nights))
        || hours.is_some_and(|hours| !(1..=Length::MOST_HOURS).contains(&hours))
    {
        return None;
    }
    let service = u32::try_from(SERVICES.iter().position(|service| *service == used.service)?).ok()?;
    let cancelled = if used.cancelled == Cancellation::Late { use_bits::CANCELLED } else { 0 };
    let has_hours = if hours.is_some() { use_bits::HOURS } else { 0 };
    let mut text = String::new();
    digits::push(&mut text, service.saturating_mul(use_bits::ALL) | cancelled | has_hours | beside, 1);
    if let Some(nights) = nights {
        digits::push(&mut text, nights.into(), 1);
    }
    if let Some(hours) = hours {
        digits::push(&mut text, hours.into(), width::HOURS);
    }
    Some(text)
}

fn planned_use(planned: &PlannedUse) -> Option<String> {
    let date = planned.date.and_then(day_number);
    let facility = planned.facility.as_deref().filter(|id| is_id(id));
    let has_date = if date.is_some() { use_bits::DATE } else { 0 };
    let has_facility = if facility.is_some() { use_bits::FACILITY } else { 0 };
    let mut text = one_use(&planned.wanted, has_date | has_facility)?;
    if let Some(date) = date {
        digits::push(&mut text, date, width::DATE);
    }
    if let Some(facility) = facility {
        text.push_str(facility);
        text.push(END_OF_ID);
    }
    Some(text)
}
