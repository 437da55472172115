//! The answer in one sentence: which services, until when, from how much.

use super::Case;
use crate::domain::money::Amount;
use crate::domain::plan::{Note, ServiceAnswer, Status};
use crate::domain::programme::Service;
use crate::ui::markup::{Markup, element, together};
use crate::ui::sentences::sentence;
use crate::words::japanese;

/// The heading and the sentence under it.
pub fn summary(case: &Case<'_>) -> Markup {
    let (heading, lead) = texts(case);
    let lead: Vec<Markup> = lead.iter().map(|part| element("span", "lead-line").with(sentence(part)).view()).collect();
    together([element("h1", "").id("heading").focusable().with(heading).view(), element("p", "lead").with(lead).view()])
}

/// The heading, and the parts of the sentence.
pub fn texts(case: &Case<'_>) -> (String, Vec<String>) {
    let words = japanese();
    let plan = &case.plan;
    let today = case.now.date();
    // What is used up is no answer to what she can use.
    let open = || plan.services.iter().filter(|service| !case.is_spent(service.service()));
    let names = |status: Status| {
        let services: Vec<&str> =
            open().filter(|service| service.status == status).map(|service| words.service(service.service())).collect();
        (!services.is_empty()).then(|| words.names(&services))
    };
    let price = |of: &dyn Fn(&&ServiceAnswer<'_>) -> bool| {
        let amount = open().filter(of).map(|service| service.price.amount).reduce(Amount::or);
        amount.map(|amount| words.lowest_price(amount))
    };
    let in_reach = |service: &&ServiceAnswer<'_>| matches!(service.status, Status::Within | Status::Confirm);
    let until: Vec<(Service, String)> =
        open().filter(in_reach).map(|service| (service.service(), words.until(service.last_days, today))).collect();
    let lead = || {
        let mut lead: Vec<String> = match until.as_slice() {
            [(_, first), rest @ ..] if !rest.is_empty() && rest.iter().all(|(_, until)| until == first) => {
                vec![words.all_until(first)]
            }
            each => each.iter().map(|(service, until)| words.service_until(*service, until)).collect(),
        };
        lead.extend(price(&in_reach));
        lead
    };
    if plan.rules.is_none() {
        return (words.no_rules_today().to_owned(), vec![words.when_not(plan.programme)]);
    }
    if let Some(names) = names(Status::NotYet) {
        return (words.will_use(&names), price(&|_| true).into_iter().collect());
    }
    if let Some(names) = names(Status::Within) {
        return (words.can_use(&names), lead());
    }
    if let Some(names) = names(Status::Confirm) {
        return (words.may_use(&names), lead());
    }
    if plan.notes.contains(&Note::TreatmentExcluded) {
        return (words.not_during_treatment().to_owned(), vec![words.when_not(plan.programme)]);
    }
    if plan.services.iter().any(|service| in_reach(&service)) {
        return (words.all_spent().to_owned(), vec![words.when_not(plan.programme)]);
    }
    (words.time_has_passed(&plan.programme.name), vec![words.when_not(plan.programme)])
}
