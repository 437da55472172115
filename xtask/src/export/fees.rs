//! What the smallest use of a service costs, by household and by number of babies, as the tariff reckons it.

use sango_navi::domain::household::{Babies, Household};
use sango_navi::domain::money::Yen;
use sango_navi::domain::programme::ServiceRules;
use sango_navi::domain::service::Service;
use sango_navi::domain::tariff::{Priced, Tariff, Units};
use sango_navi::domain::uses::Length;
use serde_json::{Map, Value, json};

/// The households whose fees sources print.
const HOUSEHOLDS: [(&str, Household); 3] = [
    ("general", Household::General),
    ("tax_exempt", Household::TaxExempt),
    ("public_assistance", Household::PublicAssistance),
];

/// Yen for 1泊2日, a day or a visit with one, two and three babies, and for each further night with one; `null` where a
/// part of it is unprinted.
pub fn of(rules: &ServiceRules) -> Value {
    let tariff = rules.tariff.as_ref().map(|tariff| &tariff.value);
    let mut households = Map::new();
    for (name, household) in HOUSEHOLDS {
        let smallest = match rules.service {
            Service::Stay => nights(1),
            Service::DayCare | Service::HomeVisit => Length::Visit { hours: None },
        };
        let yen = |babies, length| tariff.and_then(|tariff| price(tariff, household, babies, length));
        let mut fee = json!({
            "one": yen(1, smallest),
            "two": yen(2, smallest),
            "three": yen(3, smallest),
        });
        if let (Service::Stay, Some(fee)) = (rules.service, fee.as_object_mut()) {
            let further = yen(1, nights(2)).zip(yen(1, nights(1))).map(|(two, one)| two.saturating_sub(one));
            fee.insert("further_night".to_owned(), json!(further));
        }
        households.insert(name.to_owned(), fee);
    }
    Value::Object(households)
}

fn nights(nights: u16) -> Length {
    Length::Nights { nights, hours: None }
}

fn price(tariff: &Tariff, household: Household, babies: u8, length: Length) -> Option<u32> {
    let priced = Priced { length, before: Units::default(), facility: None, date: None };
    let (amount, _) = tariff.price(household, Babies::new(babies).ok()?, &priced);
    amount.exact_yen().map(|Yen(yen)| yen)
}
