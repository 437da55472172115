//! The answer in one sentence: which services. Until when and from how much stands in their rows.

use super::Case;
use crate::domain::plan::{Note, ServiceAnswer, Status};
use crate::ui::markup::{Markup, element, together};
use crate::ui::sentences::{headline, paragraph};
use crate::words::japanese;

/// The heading, and under it what helps where she can use nothing.
pub fn summary(case: &Case<'_>) -> Markup {
    let (heading, when_not) = texts(case);
    let lead = when_not.map(|text| paragraph("lead", &text));
    together([element("h1", "").id("heading").focusable().with(headline(&heading)).view(), lead.into()])
}

/// The heading, and what helps where she can use nothing.
pub fn texts(case: &Case<'_>) -> (String, Option<String>) {
    let words = japanese();
    let plan = &case.plan;
    // What is used up is no answer to what she can use.
    let open = || plan.services.iter().filter(|service| !case.is_spent(service.service()));
    let names = |status: Status| {
        let services: Vec<&str> =
            open().filter(|service| service.status == status).map(|service| words.service(service.service())).collect();
        (!services.is_empty()).then(|| words.names(&services))
    };
    let in_reach = |service: &ServiceAnswer<'_>| matches!(service.status, Status::Within | Status::Confirm);
    let when_not = || Some(words.when_not(plan.programme));
    if plan.rules.is_none() {
        return (words.no_rules_today().to_owned(), when_not());
    }
    if let Some(names) = names(Status::NotYet) {
        return (words.will_use(&names), None);
    }
    if let Some(names) = names(Status::Within) {
        return (words.can_use(&names), None);
    }
    if let Some(names) = names(Status::Confirm) {
        return (words.may_use(&names), None);
    }
    if plan.notes.contains(&Note::TreatmentExcluded) {
        return (words.not_during_treatment().to_owned(), when_not());
    }
    if plan.services.iter().any(in_reach) {
        return (words.all_spent().to_owned(), when_not());
    }
    (words.time_has_passed(&plan.programme.name), when_not())
}
