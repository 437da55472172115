//! The answer in one sentence: which services. Until when and for how much stands in their rows.

use super::Case;
use crate::domain::plan::{Note, ServiceAnswer, Status};
use crate::domain::service::{Service, Services};

/// What the plan says first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Headline {
    /// No rules hold today.
    NoRules,
    /// She will be able to use these once the baby is born.
    WillUse(Services),
    /// She can use these.
    CanUse(Services),
    /// Whether these can still be had in time is to be asked: applied for now, they come after the last day.
    InTime(Services),
    /// Whether she can use these is to be asked.
    MayUse(Services),
    /// None while treatment is needed.
    NotDuringTreatment,
    /// All uses are used up.
    AllSpent,
    /// Her time has passed.
    Over,
}

impl Headline {
    /// Whether there is nothing that she can use: then what else helps is said with it.
    pub fn is_no(self) -> bool {
        match self {
            Headline::NoRules | Headline::NotDuringTreatment | Headline::AllSpent | Headline::Over => true,
            Headline::WillUse(_) | Headline::CanUse(_) | Headline::InTime(_) | Headline::MayUse(_) => false,
        }
    }
}

/// What the plan says first: the best that holds of any service.
pub fn headline(case: &Case<'_>) -> Headline {
    let plan = &case.plan;
    if plan.rules.is_none() {
        return Headline::NoRules;
    }
    let those = |holds: &dyn Fn(&ServiceAnswer<'_>) -> bool| {
        let services = plan.services.iter().filter(|service| !case.is_over(service) && holds(service));
        let services: Vec<Service> = services.map(ServiceAnswer::service).collect();
        (!services.is_empty()).then(|| Services::of(&services))
    };
    if let Some(services) = those(&|service| service.status == Status::NotYet) {
        return Headline::WillUse(services);
    }
    if let Some(services) = those(&|service| service.status == Status::Within && !case.comes_too_late(service)) {
        return Headline::CanUse(services);
    }
    if let Some(services) = those(&|service| case.comes_too_late(service)) {
        return Headline::InTime(services);
    }
    if let Some(services) = those(&|service| service.status == Status::Confirm) {
        return Headline::MayUse(services);
    }
    if plan.notes.iter().any(|note| matches!(note, Note::TreatmentExcluded)) {
        return Headline::NotDuringTreatment;
    }
    if case.in_reach() { Headline::AllSpent } else { Headline::Over }
}
