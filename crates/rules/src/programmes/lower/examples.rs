//! Prices that a source works out itself: the fees must give the same.

use super::super::place::Place;
use super::super::shape;
use crate::domain::household::{Babies, Household};
use crate::domain::money::Yen;
use crate::domain::programme::{Example, ServiceRules};
use crate::domain::service::Service;
use crate::domain::tariff::{Priced, Units};
use crate::domain::uses::Length;

/// The services, as a rule file names them.
const SERVICES: &str = "\"stay\"、\"day\"、\"visit\" のどれか";

/// An example, priced by the fees of its service. Where a fee is `written` but could not be read, there is nothing to
/// compare with.
pub(super) fn example(
    example: &shape::Example,
    services: &[ServiceRules],
    written: impl Fn(Service) -> bool,
    place: &Place<'_>,
) -> Option<Example> {
    let service = place.required("service", &example.service, SERVICES).map(|service| service.value());
    let babies = place.required("babies", &example.babies, "1〜9 の数").copied();
    let checked = babies.and_then(|babies| place.key("babies").checked(babies, Babies::new(babies), "1〜9 の数"));
    let yen = place.required("yen", &example.yen, "資料の計算例にある円の数").copied().map(Yen);
    let source = place.source(&example.source);
    let nights = example.nights.unwrap_or(0);
    let service = service?;
    if (service == Service::Stay) != (nights > 0) {
        place.key("nights").value(nights, "宿泊なら 1 以上。日帰りと訪問には書きません");
    }
    let yen = yen?;
    let rules = services.iter().find(|rules| rules.service == service);
    match rules.and_then(|rules| rules.tariff.as_ref()) {
        None if written(service) => {}
        None => place.problem("料金のないサービスの計算例です", "料金のあるサービスの計算例"),
        Some(tariff) => {
            let length = match service {
                Service::Stay => Length::Nights { nights: u16::from(nights), hours: None },
                Service::DayCare | Service::HomeVisit => Length::Visit { hours: None },
            };
            let priced = Priced { length, before: Units::default(), facility: None, date: None };
            let by_fees = tariff.value.price(Household::General, checked?, &priced).0.exact_yen();
            if by_fees != Some(yen) {
                let fees =
                    by_fees.map_or("額（1つに決まりません）".to_owned(), |fees| format!("{} 円", fees.0));
                place
                    .key("yen")
                    .value(format!("{} 円", yen.0), format!("料金から計算した {fees}。どちらかの写しまちがいです"));
            }
        }
    }
    Some(Example { service, nights, babies: babies?, yen, source: source? })
}
