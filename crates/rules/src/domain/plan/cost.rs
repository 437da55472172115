//! What it costs, and whether it fits.

use super::answers::{CostAnswer, FacilityAnswer, PriceAnswer, QuotaAnswer};
use super::note::UnknownPrice;
use crate::domain::money::Amount;
use crate::domain::programme::{Rules, ServiceRules};
use crate::domain::quota::{self, Fit};
use crate::domain::service::Service;
use crate::domain::situation::Situation;
use crate::domain::tariff::{Priced, Units, Unknown};
use crate::domain::uses::{Cancellation, Use};

/// Her price for one smallest use of a service: 1泊2日, a day, a visit. The next one after those already used.
pub fn price_of_one(situation: &Situation, service: &ServiceRules) -> PriceAnswer {
    let one = Use::smallest(service.service);
    let priced = Priced {
        length: one.length,
        before: units_before(situation.used.iter(), service.service),
        facility: None,
        date: None,
    };
    price(situation, Some(service), service.service, &priced)
}

/// What all planned uses cost together; absent where nothing is planned.
pub fn cost_of<'p>(situation: &Situation, rules: &'p Rules, rows: &[FacilityAnswer<'p>]) -> Option<CostAnswer<'p>> {
    if situation.planned.is_empty() {
        return None;
    }
    let mut sum = PriceAnswer { amount: Amount::ZERO, unknown: Vec::new() };
    let mut before = [Units::default(); 3];
    for (units, service) in before.iter_mut().zip(Service::ALL) {
        *units = units_before(situation.used.iter(), service);
    }
    for planned in &situation.planned {
        let wanted = planned.wanted;
        let row = planned.facility.as_deref().and_then(|named| {
            rows.iter().find(|row| row.offer.service == wanted.service && row.facility.is_called(named))
        });
        let Some(units) = Service::ALL
            .iter()
            .zip(&mut before)
            .find_map(|(service, units)| (*service == wanted.service).then_some(units))
        else {
            continue;
        };
        let priced = Priced {
            length: wanted.length,
            before: *units,
            facility: row.and_then(|row| row.offer.price),
            date: planned.date,
        };
        let service = rules.services.iter().find(|service| service.service == wanted.service);
        let part = price(situation, service, wanted.service, &priced);
        sum.amount = sum.amount.plus(part.amount);
        for unknown in part.unknown {
            if !sum.unknown.contains(&unknown) {
                sum.unknown.push(unknown);
            }
        }
        *units = units.and(wanted.length);
    }
    let planned = |service| situation.planned.iter().any(|planned| planned.wanted.service == service);
    let extras = rules.extras.iter().map(|extra| &extra.value);
    let extras = extras.filter(|extra| extra.services.iter().any(planned)).collect();
    Some(CostAnswer { price: sum, extras })
}

fn price(situation: &Situation, rules: Option<&ServiceRules>, service: Service, priced: &Priced) -> PriceAnswer {
    let Some(tariff) = rules.and_then(|rules| rules.tariff.as_ref()) else {
        let unknown = vec![UnknownPrice { service, why: Unknown::Tariff }];
        return PriceAnswer { amount: Amount::UNKNOWN, unknown };
    };
    let (amount, why) = tariff.value.price(situation.household, situation.babies, priced);
    PriceAnswer { amount, unknown: why.map(|why| UnknownPrice { service, why }).into_iter().collect() }
}

/// Units of `service` among `uses` that took place.
fn units_before<'a>(uses: impl Iterator<Item = &'a Use>, service: Service) -> Units {
    uses.filter(|used| used.service == service && used.cancelled == Cancellation::None)
        .fold(Units::default(), |units, used| units.and(used.length))
}

/// Used and planned uses against the limits.
pub fn quota(situation: &Situation, rules: Option<&Rules>) -> QuotaAnswer {
    let Some(rules) = rules else { return QuotaAnswer { fit: Fit::Confirm, counted: [0; 3] } };
    let planned = situation.planned.iter().map(|planned| planned.wanted);
    let uses: Vec<Use> = situation.used.iter().copied().chain(planned).collect();
    let counted = Service::ALL.map(|service| {
        let of_service = uses.iter().filter(|used| used.service == service);
        match rules.pools.iter().find(|pool| pool.value.services.contains(service)) {
            Some(pool) => quota::sum(&pool.value, rules.late_cancellation, of_service).careful,
            None => of_service.fold(0, |days: u16, used| days.saturating_add(used.length.days())),
        }
    });
    QuotaAnswer { fit: quota::fit(&rules.pools, rules.late_cancellation, situation.babies, &uses), counted }
}
