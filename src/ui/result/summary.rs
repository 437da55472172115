//! The answer in one sentence: which services, until when, from how much.

use leptos::prelude::*;

use super::Case;
use crate::domain::money::Amount;
use crate::domain::plan::{Note, ServiceAnswer, Status};
use crate::ui::sentences::paragraph;
use crate::words::japanese;

/// The heading and the sentence under it.
pub fn summary(case: &Case<'_>) -> AnyView {
    let (heading, lead) = texts(case);
    view! {
        <h1 id="heading" tabindex="-1">
            {heading}
        </h1>
        {paragraph("lead", &lead)}
    }
    .into_any()
}

fn texts(case: &Case<'_>) -> (String, String) {
    let words = japanese();
    let plan = &case.plan;
    let today = case.now.date();
    let names = |status: Status| {
        let services: Vec<&str> = plan
            .services
            .iter()
            .filter(|service| service.status == status)
            .map(|service| words.service(service.service()))
            .collect();
        (!services.is_empty()).then(|| words.names(&services))
    };
    let price = |of: &dyn Fn(&&ServiceAnswer<'_>) -> bool| {
        plan.services.iter().filter(of).map(|service| service.price.amount).reduce(Amount::or)
    };
    let in_reach = |service: &&ServiceAnswer<'_>| matches!(service.status, Status::Within | Status::Confirm);
    let until: Vec<String> = plan
        .services
        .iter()
        .filter(in_reach)
        .map(|service| words.service_until(service.service(), &words.until(service.last_days, today)))
        .collect();
    if plan.rules.is_none() {
        return (words.no_rules_today().to_owned(), words.when_not(plan.programme));
    }
    if let Some(names) = names(Status::NotYet) {
        return (words.will_use(&names), words.lead(&[], price(&|_| true)));
    }
    if let Some(names) = names(Status::Within) {
        return (words.can_use(&names), words.lead(&until, price(&in_reach)));
    }
    if let Some(names) = names(Status::Confirm) {
        return (words.may_use(&names), words.lead(&until, price(&in_reach)));
    }
    if plan.notes.contains(&Note::TreatmentExcluded) {
        return (words.not_during_treatment().to_owned(), words.when_not(plan.programme));
    }
    (words.time_has_passed(&plan.programme.name), words.when_not(plan.programme))
}
