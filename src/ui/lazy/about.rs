//! All that stands behind a facility's line.

use crate::domain::plan::{FacilityAnswer, Status};
use crate::domain::programme::{Facility, NameReading};
use crate::planner::alike;
use crate::ui::icons::Icon;
use crate::ui::links;
use crate::ui::markup::{Markup, element, together};
use crate::ui::result::facility::{late, of, state, told};
use crate::ui::result::phone::week;
use crate::ui::result::source::source_line;
use crate::ui::result::{Case, status};
use crate::ui::sentences::{list, named, paragraph, term};
use crate::words::japanese;

/// What is over there, its conditions, where it is, how to book, and where all of it stands.
pub fn about(facility: &Facility, case: &Case<'_>) -> Markup {
    let words = japanese();
    let (programme, today) = (case.plan.programme, case.now.date());
    let offers = case.plan.facilities.iter().filter(|offer| offer.facility.id == facility.id);
    let offers: Vec<&FacilityAnswer<'_>> = offers.collect();
    let is_over = offers.iter().all(|offer| offer.status == Status::Outside);
    let over = offers.iter().filter(|offer| !is_over && offer.status == Status::Outside);
    let over = over.map(|offer| {
        let said = words.of_services(words.service(offer.offer.service), &state(offer, case));
        status("status status-off", Icon::OVER, "", &said)
    });
    let over: Vec<Markup> = over.collect();
    let late = each(&offers, &|offer| late(offer, case));
    let doubtful = (facility.name_reading == NameReading::Doubtful).then(|| words.doubtful_name().to_owned());
    let conditions = each(&offers, &|offer| {
        let conditions = offer.unsettled.iter().filter(|_| is_over || offer.status != Status::Outside);
        conditions.map(|condition| condition.text.as_str()).collect::<Vec<&str>>().join("\n")
    });
    let places = alike(&offers, &|offer| offer.offer.address.clone().unwrap_or_default());
    let address = places.iter().zip(told(&places)).filter(|(one, _)| !one.said.is_empty()).map(|(one, said)| {
        let map = links::map(&words.map_query(programme, facility, &one.said));
        let map = element("a", "").attribute("href", map).attribute("rel", "noreferrer").with(words.map());
        element("p", "").with(named(&said, &[&one.said])).with(" ").with(map).view()
    });
    let address: Vec<Markup> = address.collect();
    let mail = facility.mail.as_ref().map(|mail| {
        let address = ["mailto:", mail].concat();
        term(words.mail_term(), element("a", "").attribute("href", address).with(mail.as_str()).view())
    });
    let facts = element("dl", "facts")
        .with((!address.is_empty()).then(|| term(words.address_term(), address.into())))
        .with(fact(words.booking_term(), &offers, &booking))
        .with(fact(words.phone_hours_term(), &offers, &|offer| week(&offer.offer.phone).join("\n")))
        .with(fact(words.care_days_term(), &offers, &|offer| {
            offer.offer.care_days.map(|days| words.weekdays(days)).unwrap_or_default()
        }))
        .with(fact(words.limit_term(), &offers, &|offer| {
            offer.offer.limit.as_ref().map(|limit| limit.phrase.clone()).unwrap_or_default()
        }))
        .with(mail);
    let tags: Vec<&str> = facility.tags.iter().map(String::as_str).collect();
    let tags = (!tags.is_empty()).then(|| paragraph("", &words.names(&tags)));
    let remarks = each(&offers, &|offer| offer.offer.remarks.join("\n"));
    let sources = alike(&offers, &|offer| offer.offer.source.document.to_string());
    let sources = sources.iter().map(|one| {
        let names: Vec<&str> = one.services.iter().map(|service| words.service(*service)).collect();
        source_line(&one.offer.offer.source, programme, &[&facility.name, &words.names(&names)], today)
    });
    let sources: Vec<Markup> = sources.collect();
    together([
        over.into(),
        list("plain-list", late),
        list("conditions", conditions.into_iter().chain(doubtful)),
        tags.into(),
        facts.view(),
        list("plain-list", facility.remarks.iter().cloned().chain(remarks)),
        sources.into(),
    ])
}

/// How to book.
fn booking(offer: &FacilityAnswer<'_>) -> String {
    let words = japanese();
    let booking: Vec<&str> = offer.offer.booking.iter().map(|way| words.booking(*way)).collect();
    if booking.is_empty() { words.booking_unprinted().to_owned() } else { words.names(&booking) }
}

/// The lines that are said of offers, each with its services where not all have the same.
fn each(offers: &[&FacilityAnswer<'_>], said: &dyn Fn(&FacilityAnswer<'_>) -> String) -> Vec<String> {
    let groups = alike(offers, &|offer| said(offer));
    let several = groups.len() > 1;
    let lines = groups.iter().flat_map(|one| {
        let lines = one.said.lines();
        lines.map(move |line| if several { of(one, line) } else { line.to_owned() })
    });
    lines.collect()
}

/// A term with what is said of each service; nothing where nothing is.
fn fact(
    name: &'static str,
    offers: &[&FacilityAnswer<'_>],
    said: &dyn Fn(&FacilityAnswer<'_>) -> String,
) -> Option<Markup> {
    let lines = each(offers, said);
    (!lines.is_empty()).then(|| term(name, list("facts-lines", lines)))
}
