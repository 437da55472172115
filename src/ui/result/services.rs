//! Each service: her price for one use, until when, what is left, what is unknown.

use leptos::prelude::*;

use super::{Case, source_line};
use crate::domain::money::Amount;
use crate::domain::plan::{Note, ServiceAnswer, Status};
use crate::domain::programme::{Extra, Service, Services, Source};
use crate::ui::icons::Icon;
use crate::ui::sentences::{items, list, paragraph, sentence, whole};
use crate::words::japanese;

/// The cards of all services; ended ones in a line.
pub fn services(case: &Case<'_>) -> AnyView {
    if case.plan.services.is_empty() {
        return ().into_any();
    }
    let cards: Vec<AnyView> = case.plan.services.iter().map(|service| card(service, case)).collect();
    view! {
        <section class="part" aria-labelledby="services">
            <h2 id="services">{japanese().services_heading()}</h2>
            {cards}
            {case.in_reach().then(|| extras(None, case))}
        </section>
    }
    .into_any()
}

fn card(service: &ServiceAnswer<'_>, case: &Case<'_>) -> AnyView {
    let words = japanese();
    let kind = words.service(service.service());
    let name = service.rules.name.clone();
    let heading = match name.contains(kind) {
        true => view! { <h3>{name}</h3> }.into_any(),
        false => view! { <h3>{kind} " " <span class="service-name">{name}</span></h3> }.into_any(),
    };
    if service.status == Status::Outside {
        let ended = service.last_days.possible().filter(|last| *last < case.now.date());
        let text = ended.map(|last| words.ended(last, case.now.date()));
        let text = text.unwrap_or_else(|| words.not_during_treatment().to_owned());
        return view! {
            <article class="service service-over">
                {heading} <p class="status status-off">{Icon::OVER.draw()} <span>{sentence(&text)}</span></p>
            </article>
        }
        .into_any();
    }
    view! {
        <article class="service">
            {heading}
            {price(service, case)}
            {until(service, case)}
            {service.remaining.map(|remaining| paragraph("", &words.left(remaining)))}
            {items("doubts", doubts(service, case))}
            <details>
                <summary>{words.includes()}</summary>
                {list("plain-list", service.rules.includes.iter().map(|text| &text.value))}
            </details>
            {extras(Some(service.service()), case)}
            {source(service).map(|source| source_line(source, case.plan.programme, case.now.date()))}
        </article>
    }
    .into_any()
}

fn price(service: &ServiceAnswer<'_>, case: &Case<'_>) -> AnyView {
    let words = japanese();
    let situation = &case.situation;
    let household = (service.price.amount != Amount::UNKNOWN).then_some(situation.household);
    let reasons = service.price.unknown.iter().map(|unknown| words.unknown_price(*unknown, case.plan.programme));
    view! {
        <p class="price">
            <strong class="price-amount">{sentence(&words.amount(service.price.amount))}</strong>
            <span>{sentence(&words.price_for(service.service(), situation.babies, household))}</span>
        </p>
        {list("doubts", reasons)}
    }
    .into_any()
}

fn until(service: &ServiceAnswer<'_>, case: &Case<'_>) -> AnyView {
    let words = japanese();
    let today = case.now.date();
    let (class, icon) = match service.status {
        Status::Within => ("status status-good", Icon::TICK),
        Status::Confirm => ("status status-care", Icon::ASK),
        Status::NotYet | Status::Outside => ("status", Icon::CLOCK),
    };
    let when = match service.status {
        Status::NotYet => words.last_day_after_birth().to_owned(),
        _ => words.until(service.last_days, today),
    };
    let corrected = corrected(service.corrected_until, service.last_days.possible())
        .map(|until| paragraph("", &words.corrected_until(until, today)));
    let from = service.usable_from.map(|from| {
        let too_late = service.last_days.sure().is_some_and(|last| last < from.date);
        let class = if too_late { "source-doubt" } else { "" };
        paragraph(class, &words.usable_from(from.date, today))
    });
    view! {
        <p class=class>
            {icon.draw()} <span>{whole(words.status(service.status))} " " {sentence(&when)}</span>
        </p>
        {corrected}
        {from}
    }
    .into_any()
}

/// The last day under the corrected age, where that is later.
pub fn corrected(
    corrected: Option<chrono::NaiveDate>,
    possible: Option<chrono::NaiveDate>,
) -> Option<chrono::NaiveDate> {
    corrected.filter(|corrected| possible.is_none_or(|possible| possible < *corrected))
}

/// What is to be asked of this service.
fn doubts(service: &ServiceAnswer<'_>, case: &Case<'_>) -> Vec<AnyView> {
    let kind = service.service();
    let of_service = |note: &&Note<'_>| match note {
        Note::AboutAge(of, _) | Note::AskFacilityPast(of, _) | Note::LimitUnprinted(of) | Note::QuotaUnprinted(of) => {
            *of == kind
        }
        _ => false,
    };
    let notes = case.plan.notes.iter().filter(of_service);
    notes.map(|note| sentence(&japanese().note(note, &case.plan))).collect()
}

/// What costs extra with one service; `None`: whatever the service.
fn extras(of: Option<Service>, case: &Case<'_>) -> AnyView {
    let words = japanese();
    let of_all = |extra: &Extra| extra.services == Services::ALL;
    let extras = case.plan.rules.map(|rules| rules.extras.as_slice()).unwrap_or_default().iter();
    let extras: Vec<String> = extras
        .map(|extra| &extra.value)
        .filter(|extra| of.map_or(of_all(extra), |service| !of_all(extra) && extra.services.contains(service)))
        .map(|extra| words.extra(&extra.text, extra.yen))
        .collect();
    if extras.is_empty() {
        return ().into_any();
    }
    let heading = if of.is_some() { words.extras() } else { words.extras_of_all() };
    view! {
        <p class="small-heading">{heading}</p>
        {list("plain-list", extras)}
    }
    .into_any()
}

/// Where its price, or else its limit, stands.
fn source<'a>(service: &'a ServiceAnswer<'_>) -> Option<&'a Source> {
    let tariff = service.rules.tariff.as_ref().map(|tariff| &tariff.source);
    tariff.or(service.rules.limit.as_ref().map(|limit| &limit.source))
}
