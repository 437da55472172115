//! The façade: one situation under one programme at one moment gives one [`Plan`].

mod answers;
mod cost;
mod dates;
mod eligibility;
mod note;
mod notes;
mod sources;

use chrono::NaiveDateTime;

use super::programme::Programme;
use super::situation::Situation;

pub use answers::{
    CareDay, CostAnswer, DateAnswer, EarliestUse, FacilityAnswer, Plan, PlannedAnswer, PriceAnswer, QuotaAnswer,
    ServiceAnswer, Status, What,
};
pub use cost::{cost_of, price_of_one};
pub use dates::{too_late, verdict_of_days};
pub use eligibility::{Standing, corrected_until, standings};
pub use note::{Note, UnknownPrice};
pub use sources::{ClockDoubt, Freshness};

/// The plan of `situation` under `programme` at `now` (JST wall clock).
///
/// Total: any situation and any loaded programme get an answer.
pub fn plan<'p>(situation: &Situation, programme: &'p Programme, now: NaiveDateTime) -> Plan<'p> {
    let rules = programme.rules_on(now.date());
    let facilities = rules.map(|rules| eligibility::facilities(situation, rules, now)).unwrap_or_default();
    let services = rules.map(|rules| eligibility::services(situation, rules, &facilities, now)).unwrap_or_default();
    let planned = dates::planned(situation, rules, &services, &facilities, now);
    let mut plan = Plan {
        programme,
        rules,
        cost: rules.and_then(|rules| cost_of(situation, rules, &facilities)),
        quota: cost::quota(situation, rules),
        dates: rules.map(|rules| dates::dates(situation, rules, &services, now)).unwrap_or_default(),
        services,
        facilities,
        planned,
        notes: Vec::new(),
    };
    plan.notes = notes::notes(situation, &plan, now);
    plan
}
