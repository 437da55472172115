//! Adding uses and taking them back. Each change is of the birth that she asks about: uses of an earlier one go first.

use crate::domain::service::Service;
use crate::domain::uses::{Length, PlannedUse, Use};
use crate::interview::Answers;
use crate::interview::record::{MOST_PLANNED, MOST_USED};

/// How many uses of a service she plans.
pub fn count(answers: &Answers, service: Service) -> usize {
    answers.planned_of_birth().iter().filter(|planned| planned.wanted.service == service).count()
}

/// Plans one more smallest use (1泊2日, a day, a visit), at a facility where one is chosen. Nothing beyond what is kept.
pub fn add(answers: &mut Answers, service: Service, facility: Option<&str>) {
    answers.begin_uses();
    if answers.planned.len() < MOST_PLANNED {
        let facility = facility.map(str::to_owned);
        answers.planned.push(PlannedUse { wanted: Use::smallest(service), facility, date: None });
    }
}

/// Plans at `chosen` in the place of `before`, wherever that gives the service: `offers` tells. Uses for which she chose
/// a place of their own keep it.
pub fn choose_place(
    answers: &mut Answers,
    before: Option<&str>,
    chosen: Option<&str>,
    offers: impl Fn(&str, Service) -> bool,
) {
    answers.begin_uses();
    for planned in &mut answers.planned {
        if planned.facility.is_none() || planned.facility.as_deref() == before {
            planned.facility = chosen.filter(|id| offers(id, planned.wanted.service)).map(str::to_owned);
        }
    }
}

/// Takes back the planned use of a service that was added last.
pub fn take_back(answers: &mut Answers, service: Service) {
    answers.begin_uses();
    if let Some(last) = answers.planned.iter().rposition(|planned| planned.wanted.service == service) {
        answers.planned.remove(last);
    }
}

/// Makes the planned stay at `place` as long as this: 1 to [`Length::MOST_NIGHTS`] nights.
pub fn set_nights(answers: &mut Answers, place: usize, nights: u16) {
    answers.begin_uses();
    if let Some(planned) = answers.planned.get_mut(place) {
        stretch(&mut planned.wanted, nights);
    }
}

fn stretch(stay: &mut Use, nights: u16) {
    if let Length::Nights { hours, .. } = stay.length {
        stay.length = Length::Nights { nights: nights.clamp(1, Length::MOST_NIGHTS), hours };
    }
}

/// One more use so far. Nothing beyond what is kept.
pub fn add_used(answers: &mut Answers, used: Use) {
    answers.begin_uses();
    if answers.used.len() < MOST_USED {
        answers.used.push(used);
    }
}

/// Makes the stay so far at `place` as long as this: 1 to [`Length::MOST_NIGHTS`] nights.
pub fn set_used_nights(answers: &mut Answers, place: usize, nights: u16) {
    answers.begin_uses();
    if let Some(used) = answers.used.get_mut(place) {
        stretch(used, nights);
    }
}

/// Takes back the use so far at `place`.
pub fn take_back_used(answers: &mut Answers, place: usize) {
    answers.begin_uses();
    if place < answers.used.len() {
        answers.used.remove(place);
    }
}
