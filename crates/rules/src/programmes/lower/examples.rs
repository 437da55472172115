//! Prices that a source works out itself: the fees must give the same.

use super::super::place::Place;
use super::super::shape;
use crate::domain::household::{Babies, Household};
use crate::domain::money::Yen;
use crate::domain::programme::{Example, ServiceRules};
use crate::domain::service::Service;
use crate::domain::tariff::{Priced, Units};
use crate::domain::uses::Length;

/// An example, priced by the fees of its service. Where a fee is `written` but could not be read, there is nothing to
/// compare with.
pub(super) fn example(
    example: &shape::Example,
    services: &[ServiceRules],
    written: impl Fn(Service) -> bool,
    place: &Place<'_>,
) -> Option<Example> {
    let service =
        place.required("service", &example.service, "`stay`, `day` or `visit`").map(|service| service.value());
    let babies = place.required("babies", &example.babies, "1 to 9").copied();
    let checked = babies.and_then(|babies| place.key("babies").checked(babies, Babies::new(babies)));
    let yen = place.required("yen", &example.yen, "the yen that the source works out").copied().map(Yen);
    let source = place.source(&example.source);
    let nights = example.nights.unwrap_or(0);
    let service = service?;
    if (service == Service::Stay) != (nights > 0) {
        place.key("nights").problem(nights, "1 or more for a stay, none for a day or a visit");
    }
    let yen = yen?;
    let rules = services.iter().find(|rules| rules.service == service);
    match rules.and_then(|rules| rules.tariff.as_ref()) {
        None if written(service) => {}
        None => place.problem("an example of a service without a fee", "examples of fees that are printed"),
        Some(tariff) => {
            let length = match service {
                Service::Stay => Length::Nights { nights: u16::from(nights), hours: None },
                Service::DayCare | Service::HomeVisit => Length::Visit { hours: None },
            };
            let priced = Priced { length, before: Units::default(), facility: None, date: None };
            let by_fees = tariff.value.price(Household::General, checked?, &priced).0.exact_yen();
            if by_fees != Some(yen) {
                let fees = by_fees.map_or("no exact price".to_owned(), |fees| format!("{} yen", fees.0));
                place.key("yen").problem(format!("{} yen", yen.0), format!("{fees}, as the fees give"));
            }
        }
    }
    Some(Example { service, nights, babies: babies?, yen, source: source? })
}
