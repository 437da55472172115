//! Whether, and until when: ages, the programme's conditions, a row's own.

use chrono::{NaiveDate, NaiveDateTime};

use super::answers::{FacilityAnswer, ServiceAnswer, Status};
use super::cost;
use super::dates::{usable_from, usable_from_any};
use crate::domain::age::{AgeLimit, LastDays, Verdict};
use crate::domain::programme::{
    Condition, Elsewhere, Extension, Facility, Gate, Offer, PastLimit, PrintedLimit, Rules, ServiceRules, Treatment,
};
use crate::domain::quota;
use crate::domain::situation::{MedicalCare, Situation};

/// Whether, and until when, something can be had at a facility, whatever the moment of the day.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing<'p> {
    /// The facility.
    pub facility: &'p Facility,
    /// The row.
    pub offer: &'p Offer,
    /// By age, the programme's conditions and the row's own.
    pub status: Status,
    /// Its last days for this baby.
    pub last_days: LastDays,
    /// The last day if the corrected age is granted.
    pub corrected_until: Option<NaiveDate>,
    /// Conditions that no answer settled.
    pub unsettled: Vec<&'p Condition>,
}

/// How every row of every facility stands on `today`, by service, then as printed.
pub fn standings<'p>(situation: &Situation, rules: &'p Rules, today: NaiveDate) -> Vec<Standing<'p>> {
    let age = Age::of(situation, rules, today);
    let treatment = treatment(situation.medical_care, rules);
    let rows = rules.services.iter().flat_map(|service| {
        rules.facilities.iter().flat_map(move |facility| {
            let offers = facility.offers.iter().filter(move |offer| offer.service == service.service);
            offers.map(move |offer| (service, facility, offer))
        })
    });
    rows.map(|(service, facility, offer)| {
        let settled = offer.conditions.iter().map(|condition| settle(condition, situation));
        let conditions = settled.max().unwrap_or(Verdict::Within);
        let ages = age.of_row(rules, service, offer);
        let open = offer.conditions.iter().filter(|condition| settle(condition, situation) == Verdict::Confirm);
        Standing {
            facility,
            offer,
            status: age.status(ages, treatment.max(conditions)),
            last_days: ages.last_days,
            corrected_until: ages.corrected_until,
            unsettled: open.collect(),
        }
    })
    .collect()
}

/// The latest day to which the corrected age would carry anything of the programme.
pub fn corrected_until(situation: &Situation, rules: &Rules, today: NaiveDate) -> Option<NaiveDate> {
    let rows = standings(situation, rules, today);
    let age = Age::of(situation, rules, today);
    let of_service = |service: &ServiceRules| {
        let mut of_rows = rows.iter().filter(|row| row.offer.service == service.service).peekable();
        match of_rows.peek() {
            None => age.of_service(rules, service).corrected_until,
            Some(_) => of_rows.filter_map(|row| row.corrected_until).max(),
        }
    };
    rules.services.iter().filter_map(of_service).max()
}

/// Every facility row, by service, then as printed.
pub(super) fn facilities<'p>(situation: &Situation, rules: &'p Rules, now: NaiveDateTime) -> Vec<FacilityAnswer<'p>> {
    let rows = standings(situation, rules, now.date()).into_iter();
    rows.map(|Standing { facility, offer, status, last_days, corrected_until, unsettled }| {
        let phone = offer.phone.at(now);
        let usable_from = usable_from(situation, rules, now.date(), Some(phone)).filter(|_| can_be_used(status));
        FacilityAnswer { facility, offer, status, last_days, corrected_until, phone, usable_from, unsettled }
    })
    .collect()
}

/// Every service that the programme offers.
pub(super) fn services<'p>(
    situation: &Situation,
    rules: &'p Rules,
    rows: &[FacilityAnswer<'p>],
    now: NaiveDateTime,
) -> Vec<ServiceAnswer<'p>> {
    let today = now.date();
    let age = Age::of(situation, rules, today);
    let treatment = treatment(situation.medical_care, rules);
    rules
        .services
        .iter()
        .map(|service| {
            let mut of_service = rows.iter().filter(|row| row.offer.service == service.service);
            let ages = match of_service.next() {
                None => age.of_service(rules, service),
                Some(first) => of_service.fold(Ages::of_answer(first), |ages, row| ages.or(Ages::of_answer(row))),
            };
            let status = age.status(ages, treatment);
            let usable_from = usable_from_any(situation, rules, service.service, rows, today);
            ServiceAnswer {
                rules: service,
                status,
                last_days: ages.last_days,
                corrected_until: ages.corrected_until,
                usable_from: usable_from.filter(|_| can_be_used(status)),
                remaining: quota::remaining(
                    &rules.pools,
                    rules.late_cancellation,
                    service.service,
                    situation.babies,
                    &situation.used,
                ),
                price: cost::price_of_one(situation, service),
            }
        })
        .collect()
}

/// Whether a day of use can be told: born, and not over.
fn can_be_used(status: Status) -> bool {
    matches!(status, Status::Within | Status::Confirm)
}

/// From which days her baby's age is counted.
#[derive(Clone, Copy)]
struct Age {
    today: NaiveDate,
    birth: Option<NaiveDate>,
    preterm: Preterm,
}

/// What a preterm birth changes.
#[derive(Clone, Copy, PartialEq)]
enum Preterm {
    /// Nothing: born in time, or the programme prints no such rule.
    No,
    /// Counted from the due date, once agreed.
    From(NaiveDate),
    /// Longer, by how much is unprinted.
    Unprinted,
}

/// Last days by birth date, and under the corrected age.
#[derive(Clone, Copy)]
struct Ages {
    last_days: LastDays,
    corrected_until: Option<NaiveDate>,
}

impl Ages {
    const UNKNOWN: Ages = Ages { last_days: LastDays::UNKNOWN, corrected_until: None };

    fn of_answer(row: &FacilityAnswer<'_>) -> Ages {
        Ages { last_days: row.last_days, corrected_until: row.corrected_until }
    }

    fn or(self, other: Ages) -> Ages {
        Ages {
            last_days: self.last_days.or(other.last_days),
            corrected_until: self.corrected_until.max(other.corrected_until),
        }
    }
}

impl Age {
    fn of(situation: &Situation, rules: &Rules, today: NaiveDate) -> Age {
        let extension = rules.corrected_age.as_ref().map(|corrected| corrected.value.extension);
        let preterm = match (extension, situation.baby.preterm_due()) {
            (Some(Extension::FromDueDate), Some(due)) => Preterm::From(due),
            (Some(Extension::Unprinted), Some(_)) => Preterm::Unprinted,
            _ => Preterm::No,
        };
        Age { today, birth: situation.baby.born_by(today), preterm }
    }

    fn of_service(self, rules: &Rules, service: &ServiceRules) -> Ages {
        self.count(|start| service_days(rules, service, start))
    }

    fn of_row(self, rules: &Rules, service: &ServiceRules, offer: &Offer) -> Ages {
        self.count(|start| row_days(rules, service, offer, start))
    }

    fn count(self, days: impl Fn(NaiveDate) -> LastDays) -> Ages {
        let Some(birth) = self.birth else { return Ages::UNKNOWN };
        let corrected_until = match self.preterm {
            Preterm::From(due) => days(due).possible(),
            Preterm::No | Preterm::Unprinted => None,
        };
        Ages { last_days: days(birth), corrected_until }
    }

    fn status(self, ages: Ages, conditions: Verdict) -> Status {
        if self.birth.is_none() {
            return Status::NotYet;
        }
        let by_birth = ages.last_days.verdict(self.today);
        let extended = match self.preterm {
            Preterm::No => false,
            Preterm::From(_) => ages.corrected_until.is_some_and(|until| self.today <= until),
            Preterm::Unprinted => true,
        };
        let by_age = if by_birth == Verdict::Outside && extended { Verdict::Confirm } else { by_birth };
        Status::from(by_age.max(conditions))
    }
}

/// The programme's own last days for a service.
fn service_days(rules: &Rules, service: &ServiceRules, start: NaiveDate) -> LastDays {
    let programme = outer_days(rules, start);
    match &service.limit {
        Some(limit) => printed_days(&limit.value, start, programme).and(programme),
        None => programme,
    }
}

/// The last days of the whole programme.
fn outer_days(rules: &Rules, start: NaiveDate) -> LastDays {
    rules.limit.as_ref().map_or(LastDays::UNKNOWN, |limit| printed_days(&limit.value, start, LastDays::UNKNOWN))
}

/// The last days of a row: its own limit and the programme's, or its own alone past the age from which the programme
/// leaves it to the facility.
fn row_days(rules: &Rules, service: &ServiceRules, offer: &Offer, start: NaiveDate) -> LastDays {
    let programme = service_days(rules, service, start);
    let Some(limit) = &offer.limit else { return programme };
    let own = printed_days(limit, start, programme);
    let left_to_facility = service.limit.as_ref().is_some_and(|limit| limit.value.past_it == PastLimit::AskFacility);
    own.and(if left_to_facility { outer_days(rules, start) } else { programme })
}

fn printed_days(limit: &PrintedLimit, start: NaiveDate, programme: LastDays) -> LastDays {
    let days = limit.limit.last_days(start, programme);
    match limit.in_preparation_from {
        Some(months) => days.sure_only_to(AgeLimit::UnderMonths(months).last_days(start, LastDays::UNKNOWN)),
        None => days,
    }
}

/// What a need for treatment means under these rules. Being ill today closes nothing: it is said in a note.
fn treatment(medical_care: MedicalCare, rules: &Rules) -> Verdict {
    match (medical_care, rules.treatment.as_ref().map(|treatment| treatment.value)) {
        (MedicalCare::No | MedicalCare::IllToday, _) => Verdict::Within,
        (MedicalCare::Needed, Some(Treatment::Excluded)) => Verdict::Outside,
        (MedicalCare::Needed | MedicalCare::Unknown, _) => Verdict::Confirm,
    }
}

/// What her answers make of a condition.
fn settle(condition: &Condition, situation: &Situation) -> Verdict {
    match (&condition.gate, &situation.postal) {
        (Gate::Postal { prefixes, elsewhere }, Some(postal)) => {
            match (prefixes.iter().any(|prefix| postal.as_str().starts_with(prefix.as_str())), elsewhere) {
                (true, _) => Verdict::Within,
                (false, Elsewhere::Ask) => Verdict::Confirm,
                (false, Elsewhere::Refused) => Verdict::Outside,
            }
        }
        (Gate::Ask | Gate::Postal { .. }, _) => Verdict::Confirm,
    }
}
