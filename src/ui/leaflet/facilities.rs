//! Every facility of every service, as printed.

use crate::domain::Programme;
use crate::domain::programme::{Facility, NameReading, Offer, Rules};
use crate::domain::service::Service;
use crate::ui::links::{self, dial};
use crate::ui::markup::{Markup, element, together};
use crate::ui::result::weekly_hours;
use crate::ui::sentences::{list, paragraph, term};
use crate::words::japanese;

/// The facilities, by service.
pub fn facilities(rules: &Rules, programme: &Programme) -> Markup {
    let sections = rules.services.iter().map(|service| of_service(service.service, rules, programme));
    let sections: Vec<Markup> = sections.collect();
    sections.into()
}

fn of_service(service: Service, rules: &Rules, programme: &Programme) -> Markup {
    let words = japanese();
    let rows: Vec<Markup> = rules
        .facilities
        .iter()
        .flat_map(|facility| facility.offers.iter().map(move |offer| (facility, offer)))
        .filter(|(_, offer)| offer.service == service)
        .map(|(facility, offer)| row(facility, offer, programme))
        .collect();
    if rows.is_empty() {
        return Markup::Nothing;
    }
    let heading = element("h2", "").with(words.facilities_of(service, rows.len()));
    element("section", "part").with(heading).with(element("ul", "facilities").with(rows)).view()
}

fn row(facility: &Facility, offer: &Offer, programme: &Programme) -> Markup {
    let words = japanese();
    let tel = match &facility.tel {
        Some(tel) => element("a", "phone").printed_as_is().attribute("href", dial(tel)).with(tel.as_str()).view(),
        None => paragraph("soft", words.tel_unprinted()),
    };
    let doubtful = (facility.name_reading == NameReading::Doubtful).then(|| words.doubtful_name());
    let conditions: Vec<&str> = offer.conditions.iter().map(|condition| condition.text.as_str()).collect();
    let remarks = facility.remarks.iter().chain(&offer.remarks).map(String::as_str).chain(doubtful);
    element("li", "facility")
        .with(element("h3", "").attribute("lang", "ja").printed_as_is().with(facility.name.as_str()))
        .with(tel)
        .with(facts(facility, offer, programme))
        .with(list("conditions", conditions))
        .with(list("plain-list soft", remarks))
        .view()
}

fn facts(facility: &Facility, offer: &Offer, programme: &Programme) -> Markup {
    let words = japanese();
    let booking: Vec<&str> = offer.booking.iter().map(|way| words.booking(*way)).collect();
    let booking = if booking.is_empty() { words.booking_unprinted().to_owned() } else { words.names(&booking) };
    let limit = offer.limit.as_ref().map(|limit| term(words.limit_term(), limit.phrase.as_str().into()));
    let care = offer.care_days.map(|days| term(words.care_days_term(), words.weekdays(days).into()));
    let mail = facility.mail.as_ref().map(|mail| term(words.mail_term(), mail.as_str().into()));
    let address = offer.address.as_ref().map(|address| {
        let map = links::map(&words.map_query(programme, facility, address));
        let map = element("a", "").attribute("href", map).attribute("rel", "noreferrer").with(words.map());
        let place = element("span", "").attribute("lang", "ja").printed_as_is().with(address.as_str());
        term(words.address_term(), together([place.view(), " ".into(), map.view()]))
    });
    let tags: Vec<&str> = facility.tags.iter().map(String::as_str).collect();
    let tags = (!tags.is_empty()).then(|| term(words.tags_term(), words.names(&tags).into()));
    element("dl", "facts")
        .with(term(words.phone_hours_term(), weekly_hours(&offer.phone)))
        .with(term(words.booking_term(), booking.into()))
        .with(limit)
        .with(address)
        .with(care)
        .with(mail)
        .with(tags)
        .view()
}
