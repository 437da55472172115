//! A mother's case under a town's rules.

use std::path::Path;

use chrono::{NaiveDate, NaiveDateTime};
use sango_navi::domain::household::{Babies, Household};
use sango_navi::domain::programme::Rules;
use sango_navi::domain::situation::{Applied, Baby, MedicalCare};
use sango_navi::domain::uses::{Cancellation, Length, PlannedUse, Use};
use sango_navi::domain::{Plan, Programme, Service, Situation, plan};
use sango_navi::programmes;

pub fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub fn town(id: &str) -> Programme {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = if id.contains('-') || id == "per-hour" { "tests/fixture_towns" } else { "src/programmes" };
    programmes::load(&root.join(folder), id).expect("the rule file loads")
}

/// One baby born on 1 August 2026, 課税世帯, approved.
pub fn situation() -> Situation {
    Situation {
        baby: Baby::Born { birth: date("2026-08-01"), due: None },
        babies: Babies::ONE,
        household: Household::General,
        medical_care: MedicalCare::No,
        applied: Applied::Yes,
        postal: None,
        used: Vec::new(),
        planned: Vec::new(),
    }
}

pub fn babies(count: u8) -> Babies {
    Babies::new(count).expect("1 to 9 babies")
}

/// `"stay"` (1泊2日), `"stay 2"` (nights), `"day"`, `"visit"`, each with `" late"` for one cancelled too late.
pub fn one_use(text: &str) -> Use {
    let mut words = text.split(' ');
    let service = match words.next() {
        Some("stay") => Service::Stay,
        Some("day") => Service::DayCare,
        Some("visit") => Service::HomeVisit,
        other => panic!("{other:?} is no service"),
    };
    let mut found = Use::smallest(service);
    for word in words {
        match word {
            "late" => found.cancelled = Cancellation::Late,
            nights => found.length = Length::Nights { nights: nights.parse().expect("nights"), hours: None },
        }
    }
    found
}

/// Uses separated by `", "`.
pub fn uses(text: &str) -> Vec<Use> {
    text.split(", ").filter(|part| !part.is_empty()).map(one_use).collect()
}

/// A planned use at a facility (none for `""`) on a day (none for `""`).
pub fn planned(wanted: &str, facility: &str, day: &str) -> PlannedUse {
    PlannedUse {
        wanted: one_use(wanted),
        facility: (!facility.is_empty()).then(|| facility.to_owned()),
        date: (!day.is_empty()).then(|| date(day)),
    }
}

pub fn plans(text: &str) -> Vec<PlannedUse> {
    uses(text).into_iter().map(|wanted| PlannedUse { wanted, facility: None, date: None }).collect()
}

/// Tuesday 24 November 2026, 10:30.
pub fn now() -> NaiveDateTime {
    date("2026-11-24").and_hms_opt(10, 30, 0).expect("a moment")
}

pub fn rules<'p>(situation: &Situation, programme: &'p Programme) -> (Plan<'p>, &'p Rules) {
    let plan = plan(situation, programme, now());
    let rules = plan.rules.expect("rules hold today");
    (plan, rules)
}
