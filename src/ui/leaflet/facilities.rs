//! Every facility of every service, as printed.

use leptos::prelude::*;

use crate::domain::Programme;
use crate::domain::programme::{Facility, NameReading, Offer, Rules, Service};
use crate::ui::result::{map_address, weekly_hours};
use crate::ui::sentences::{dial, list, paragraph, term};
use crate::words::japanese;

/// The facilities, by service.
pub fn facilities(rules: &Rules, programme: &Programme) -> AnyView {
    let sections = rules.services.iter().map(|service| of_service(service.service, rules, programme));
    let sections: Vec<AnyView> = sections.collect();
    sections.into_any()
}

fn of_service(service: Service, rules: &Rules, programme: &Programme) -> AnyView {
    let words = japanese();
    let rows: Vec<AnyView> = rules
        .facilities
        .iter()
        .flat_map(|facility| facility.offers.iter().map(move |offer| (facility, offer)))
        .filter(|(_, offer)| offer.service == service)
        .map(|(facility, offer)| row(facility, offer, programme))
        .collect();
    if rows.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="part">
            <h2>{words.facilities_of(service, rows.len())}</h2>
            <ul class="facilities">{rows}</ul>
        </section>
    }
    .into_any()
}

fn row(facility: &Facility, offer: &Offer, programme: &Programme) -> AnyView {
    let words = japanese();
    let tel = match &facility.tel {
        Some(tel) => view! { <a class="phone" href=dial(tel)>{tel.as_str().to_owned()}</a> }.into_any(),
        None => paragraph("soft", words.tel_unprinted()),
    };
    let doubtful = (facility.name_reading == NameReading::Doubtful).then(|| words.doubtful_name());
    let conditions: Vec<&str> = offer.conditions.iter().map(|condition| condition.text.as_str()).collect();
    let remarks = facility.remarks.iter().chain(&offer.remarks).map(String::as_str).chain(doubtful);
    view! {
        <li class="facility">
            <h3 lang="ja">{facility.name.clone()}</h3>
            {tel}
            {facts(facility, offer, programme)}
            {list("conditions", conditions)}
            {list("plain-list soft", remarks)}
        </li>
    }
    .into_any()
}

fn facts(facility: &Facility, offer: &Offer, programme: &Programme) -> AnyView {
    let words = japanese();
    let booking: Vec<&str> = offer.booking.iter().map(|way| words.booking(*way)).collect();
    let booking = if booking.is_empty() { words.booking_unprinted().to_owned() } else { words.names(&booking) };
    let text = |text: &str| text.to_owned().into_any();
    let limit = offer.limit.as_ref().map(|limit| term(words.limit_term(), text(&limit.phrase)));
    let care = offer.care_days.map(|days| term(words.care_days_term(), text(&words.weekdays(days))));
    let mail = facility.mail.as_ref().map(|mail| term(words.mail_term(), text(mail)));
    let address = offer.address.as_ref().map(|address| {
        let map = map_address(&words.map_query(programme, facility, address));
        let place = view! {
            <span lang="ja">{address.clone()}</span>
            " "
            <a href=map rel="noreferrer">
                {words.map()}
            </a>
        };
        term(words.address_term(), place.into_any())
    });
    let tags: Vec<&str> = facility.tags.iter().map(String::as_str).collect();
    let tags = (!tags.is_empty()).then(|| term(words.tags_term(), text(&words.names(&tags))));
    view! {
        <dl class="facts">
            {term(words.phone_hours_term(), weekly_hours(&offer.phone))} {term(words.booking_term(), text(&booking))}
            {limit} {address} {care} {mail} {tags}
        </dl>
    }
    .into_any()
}
