//! What holds in a period: who, services, fees, limits, steps, cancelling, what to bring, facilities.

use chrono::{NaiveDateTime, NaiveTime};
use leptos::prelude::*;

use super::{facilities, fees};
use crate::domain::plan::Note;
use crate::domain::programme::{Occasion, Period, Rules, ServiceRules};
use crate::domain::quota::{Remaining, remaining};
use crate::domain::situation::Babies;
use crate::domain::{Plan, Programme, plan};
use crate::ui::sentences::{list, paragraph, sentence};
use crate::words::japanese;

/// Everything that holds in a period.
pub fn of_period(period: &Period, programme: &Programme) -> AnyView {
    // Any day of the period will do: nothing here depends on it.
    let day = period.from.or(period.until).unwrap_or_default();
    let now = day.and_time(NaiveTime::MIN);
    let rules = &period.rules;
    let heading = (period.from.is_some() || period.until.is_some())
        .then(|| paragraph("", &japanese().period(period.from, period.until)));
    view! {
        {heading}
        {services(rules)}
        {fees::fees(rules, programme, now)}
        {limits(rules)}
        {steps(rules)}
        {cancelling(rules)}
        {things(rules, programme, now)}
        {remarks(rules)}
        {facilities::facilities(rules, programme)}
    }
    .into_any()
}

fn section(heading: &str, body: AnyView) -> AnyView {
    view! {
        <section class="part">
            <h2>{heading.to_owned()}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn services(rules: &Rules) -> AnyView {
    let words = japanese();
    let whole = rules.limit.as_ref().map(|limit| paragraph("", &words.whole_limit(&limit.value.phrase)));
    let services: Vec<AnyView> = rules.services.iter().map(service).collect();
    section(words.kinds_heading(), view! { {whole} {services} }.into_any())
}

fn service(service: &ServiceRules) -> AnyView {
    let limit = service.limit.as_ref().map(|limit| paragraph("", &japanese().whole_limit(&limit.value.phrase)));
    view! {
        <h3>{service.name.clone()}</h3>
        {limit}
        {list("plain-list", service.includes.iter().map(|text| &text.value))}
    }
    .into_any()
}

fn limits(rules: &Rules) -> AnyView {
    let words = japanese();
    let limit = |service: &ServiceRules, babies: Babies| {
        remaining(&rules.pools, rules.late_cancellation, service.service, babies, &[])
    };
    let twins = Babies::new(2).unwrap_or(Babies::ONE);
    let lines = rules.services.iter().map(|service| match limit(service, Babies::ONE) {
        Some(one) => {
            let multiples = limit(service, twins).filter(|more: &Remaining| more.limit != one.limit);
            words.limit(service.service, one, multiples)
        }
        None => words.limit_unprinted(service.service),
    });
    section(words.limits_heading(), list("plain-list", lines))
}

fn steps(rules: &Rules) -> AnyView {
    let words = japanese();
    let steps: Vec<AnyView> =
        rules.steps.iter().map(|step| view! { <li>{sentence(&step.value)}</li> }.into_any()).collect();
    let body = view! {
        <ol class="steps">{steps}</ol>
        {list("plain-list", words.application(&rules.application.value))}
    };
    section(words.steps_heading(), body.into_any())
}

fn cancelling(rules: &Rules) -> AnyView {
    let words = japanese();
    let Some(cancellation) = &rules.cancellation else { return ().into_any() };
    section(words.cancel_heading(), paragraph("", &words.cancellation(&cancellation.value)))
}

fn things(rules: &Rules, programme: &Programme, now: NaiveDateTime) -> AnyView {
    let words = japanese();
    if rules.documents.is_empty() {
        return ().into_any();
    }
    let plan: Plan<'_> = plan(&fees::anyone(now), programme, now);
    let of = |occasion: Occasion| {
        let notes = plan.notes.iter().filter(move |note| matches!(note, Note::Item(item) if item.occasion == occasion));
        notes.map(|note| words.note(note, &plan)).collect::<Vec<String>>()
    };
    let group = |heading: &'static str, things: Vec<String>| {
        (!things.is_empty()).then(|| view! { <h3>{heading}</h3> {list("plain-list", things)} }.into_any())
    };
    let body = view! {
        {group(words.items_to_apply(), of(Occasion::Application))}
        {group(words.items_to_use(), of(Occasion::Use))}
    };
    section(words.items_heading(), body.into_any())
}

fn remarks(rules: &Rules) -> AnyView {
    let texts = rules.remarks.iter().map(|remark| &remark.text);
    section(japanese().who_heading(), list("plain-list", texts))
}
