//! The facilities as she reads them: one row each, with all that she can use there.

use chrono::NaiveDate;

use super::order::facility_rank;
use crate::domain::phone::PhoneState;
use crate::domain::plan::{FacilityAnswer, Plan, Status};
use crate::domain::programme::Facility;
use crate::domain::service::{Service, Services};
use crate::domain::uses::PlannedUse;
use crate::interview::Wish;

/// What she wants most, and the words by which a facility's own tags speak of it.
#[derive(Clone, Copy)]
pub struct WantedMost<'w> {
    /// What.
    pub wish: Option<Wish>,
    /// The words.
    pub words: &'w [&'w str],
}

/// A facility with its services, in the order of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct FacilityRow<'c, 'p> {
    /// Which.
    pub facility: &'p Facility,
    /// What is said of each service there; one at least.
    pub offers: Vec<&'c FacilityAnswer<'p>>,
}

impl<'c, 'p> FacilityRow<'c, 'p> {
    /// The services that are not over there; of a facility where all are, all.
    pub fn shown(&self) -> Vec<&'c FacilityAnswer<'p>> {
        let is_over = self.is_over();
        self.offers.iter().copied().filter(|offer| is_over || offer.status != Status::Outside).collect()
    }

    /// Whether she can use nothing there, surely.
    pub fn is_over(&self) -> bool {
        self.offers.iter().all(|offer| offer.status == Status::Outside)
    }

    /// Whether a service is shown there that `service` and, where `open_now`, a phone answered now let through.
    pub fn has(&self, service: Option<Service>, open_now: bool) -> bool {
        self.shown().iter().any(|offer| {
            service.is_none_or(|service| offer.offer.service == service)
                && (!open_now || offer.phone.state == PhoneState::Open)
        })
    }
}

/// What holds of some services at a facility alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Alike<'c, 'p> {
    /// The first of them.
    pub offer: &'c FacilityAnswer<'p>,
    /// All of them.
    pub services: Vec<Service>,
    /// What is said.
    pub said: String,
}

/// What is `said` of offers, each said once with the services of which it holds.
pub fn alike<'c, 'p>(
    offers: &[&'c FacilityAnswer<'p>],
    said: &dyn Fn(&FacilityAnswer<'p>) -> String,
) -> Vec<Alike<'c, 'p>> {
    let mut alike: Vec<Alike<'c, 'p>> = Vec::new();
    for offer in offers {
        let (service, said) = (offer.offer.service, said(offer));
        match alike.iter_mut().find(|other| other.said == said) {
            Some(other) => other.services.push(service),
            None => alike.push(Alike { offer, services: vec![service], said }),
        }
    }
    alike
}

/// Where an offer stands among others: the ended ones last, before them those of `spent` services, then by what she wants
/// most, then those whose phone is answered now, then those that end soon; the printed order holds where these are the same.
fn order(row: &FacilityAnswer<'_>, wanted: WantedMost<'_>, spent: Services) -> (bool, bool, u8, bool, NaiveDate) {
    let ends = row.corrected_until.max(row.last_days.possible()).unwrap_or(NaiveDate::MAX);
    let rank = facility_rank(wanted.wish, row.offer.service, row.facility, wanted.words);
    let is_spent = spent.contains(row.offer.service);
    (row.status == Status::Outside, is_spent, rank, row.phone.state != PhoneState::Open, ends)
}

/// Offers in that order. There are a few dozen: inserting each in its place is quick, and far less code than a sort.
pub fn in_order<'c, 'p>(
    offers: impl Iterator<Item = &'c FacilityAnswer<'p>>,
    wanted: WantedMost<'_>,
    spent: Services,
) -> Vec<&'c FacilityAnswer<'p>> {
    let mut ordered: Vec<(_, &FacilityAnswer<'p>)> = Vec::new();
    for offer in offers {
        let order = order(offer, wanted, spent);
        let place = ordered.iter().position(|(other, _)| order < *other).unwrap_or(ordered.len());
        ordered.insert(place, (order, offer));
    }
    ordered.into_iter().map(|(_, offer)| offer).collect()
}

/// One row a facility: each stands where the first of its offers would.
pub fn rows<'c, 'p>(
    offers: &'c [FacilityAnswer<'p>],
    wanted: WantedMost<'_>,
    spent: Services,
) -> Vec<FacilityRow<'c, 'p>> {
    let mut rows: Vec<FacilityRow<'c, 'p>> = Vec::new();
    for first in in_order(offers.iter(), wanted, spent) {
        if rows.iter().all(|row| row.facility.id != first.facility.id) {
            let offers = offers.iter().filter(|offer| offer.facility.id == first.facility.id).collect();
            rows.push(FacilityRow { facility: first.facility, offers });
        }
    }
    rows
}

/// The row of the facility at which a use is planned; `None` where she has chosen none, or it does not offer that service.
pub fn row_of_use<'c, 'p>(planned: &PlannedUse, plan: &'c Plan<'p>) -> Option<&'c FacilityAnswer<'p>> {
    let named = planned.facility.as_deref()?;
    let mut rows = plan.facilities.iter();
    rows.find(|row| row.offer.service == planned.wanted.service && row.facility.is_called(named))
}
