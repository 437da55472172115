//! What planned uses cost together: each at its own price, after those already used.

use sango_navi::domain::money::Yen;
use sango_navi::domain::plan;
use sango_navi::domain::programme::Rules;
use sango_navi::domain::service::Service;
use sango_navi::domain::situation::Situation;
use sango_navi::domain::tariff::{Charge, Cost, Price, PriceList, Step};

use super::case::{planned, plans, uses};
use super::said::{Change, changed, morning};

fn charge(rules: &mut Rules, service: Service, charge: Charge) {
    let rules = rules.services.iter_mut().find(|rules| rules.service == service).expect("the service");
    rules.tariff.as_mut().expect("a fee").value.general.one = charge;
}

/// The first is free, each later one costs 1,000 yen.
fn first_is_free(rules: &mut Rules) {
    let later = vec![Step { from: 2, price: Price::Exact(Yen(1_000)) }];
    let list = PriceList::stepped(Price::Exact(Yen(0)), later).expect("rising steps");
    charge(rules, Service::DayCare, Charge::PerUse(list));
}

#[test]
fn only_uses_of_the_same_service_that_took_place_raise_the_price() {
    for (used, wanted, yen) in [
        ("", "day", 0),
        ("day", "day", 1_000),
        ("stay", "day", 0),
        ("visit, stay", "day", 0),
        ("day late", "day", 0),
        ("day late, day", "day", 1_000),
        ("", "day, day", 1_000),
        ("stay", "day, day, day", 2_000),
        // A stay in 北区 is 6,600 yen.
        ("", "stay, day", 6_600),
    ] {
        let (programme, mut situation) = changed("kita", |rules, _| first_is_free(rules));
        situation.used = uses(used);
        situation.planned = plans(wanted);
        let cost = plan(&situation, &programme, morning("2026-11-24")).cost.expect("something is planned");
        assert_eq!(cost.price.amount.exact_yen(), Some(Yen(yen)), "{used} then {wanted}");
    }
}

/// 10,000 yen off what the facility asks; Ayase asks 30,000 for a stay and 15,000 for a day, Toshima 40,000.
#[test]
fn a_price_less_a_subsidy_is_that_of_the_chosen_facility_and_service() {
    fn subsidised(rules: &mut Rules, _: &mut Situation) {
        for service in [Service::Stay, Service::DayCare] {
            let price = Price::Less { subsidy: Yen(10_000), of: Cost::Facility };
            charge(rules, service, Charge::PerUse(PriceList::flat(price)));
        }
        for facility in &mut rules.facilities {
            for offer in &mut facility.offers {
                offer.price = match (facility.id.as_str(), offer.service) {
                    ("ayase", Service::Stay) => Some(Yen(30_000)),
                    ("ayase", Service::DayCare) => Some(Yen(15_000)),
                    ("toshima", Service::Stay) => Some(Yen(40_000)),
                    _ => None,
                };
            }
        }
    }
    let rows: [(&str, &str, Option<u32>); 6] = [
        ("stay", "ayase", Some(20_000)),
        ("day", "ayase", Some(5_000)),
        ("stay", "toshima", Some(30_000)),
        ("stay", "sho", None),
        ("day", "swan", None),
        ("stay", "", None),
    ];
    for (wanted, facility, yen) in rows {
        let (programme, mut situation) = changed("kita", subsidised);
        situation.planned = vec![planned(wanted, facility, "")];
        let cost = plan(&situation, &programme, morning("2026-11-24")).cost.expect("something is planned");
        assert_eq!(cost.price.amount.exact_yen(), yen.map(Yen), "{wanted} at {facility}");
        assert_eq!(cost.price.unknown.is_empty(), yen.is_some(), "{wanted} at {facility}");
    }
}

#[test]
fn a_reason_for_an_unknown_sum_is_given_once_for_each_service() {
    let both: Change = |_, she| she.planned = plans("stay 2, stay 3, day, visit");
    for (town, reasons) in [("asahikawa", 1), ("nakano", 3), ("kita", 0)] {
        let (programme, situation) = changed(town, both);
        let cost = plan(&situation, &programme, morning("2026-11-24")).cost.expect("something is planned");
        assert_eq!(cost.price.unknown.len(), reasons, "{town}");
    }
}

#[test]
fn what_may_come_beside_the_fee_is_that_of_the_planned_services() {
    for (wanted, service) in [("stay", Service::Stay), ("day", Service::DayCare), ("visit", Service::HomeVisit)] {
        let (programme, mut situation) = changed("kita", |_, _| ());
        situation.planned = plans(wanted);
        let plan = plan(&situation, &programme, morning("2026-11-24"));
        let extras = plan.rules.expect("rules hold").extras.iter().map(|extra| &extra.value);
        let expected: Vec<_> = extras.filter(|extra| extra.services.contains(service)).collect();
        assert_eq!(plan.cost.expect("something is planned").extras, expected, "{wanted}");
    }
    // 北区 prints a lunch for days alone.
    let beside = |wanted: &str| {
        let (programme, mut situation) = changed("kita", |_, _| ());
        situation.planned = plans(wanted);
        plan(&situation, &programme, morning("2026-11-24")).cost.map(|cost| cost.extras.len())
    };
    assert_eq!((beside("stay"), beside("day"), beside("")), (Some(2), Some(3), None));
}
