//! One facility for one service.

use chrono::{NaiveDate, NaiveDateTime};
use leptos::prelude::*;

use super::phone::{phone, weekly_hours};
use super::services::corrected;
use super::source_line;
use crate::domain::Programme;
use crate::domain::plan::{FacilityAnswer, Status};
use crate::domain::programme::NameReading;
use crate::ui::icons::Icon;
use crate::ui::sentences::{list, paragraph, sentence, term, whole};
use crate::words::japanese;

/// One facility for one service.
pub fn facility_card(row: &FacilityAnswer<'_>, programme: &Programme, now: NaiveDateTime) -> AnyView {
    let words = japanese();
    let (facility, offer) = (row.facility, row.offer);
    let doubtful = (facility.name_reading == NameReading::Doubtful).then(|| words.doubtful_name());
    let conditions = row.unsettled.iter().map(|condition| condition.text.as_str()).chain(doubtful);
    view! {
        <article class="facility">
            <p class="facility-service">{words.service(offer.service)}</p>
            <h3 lang="ja">{facility.name.clone()}</h3>
            {until(row, now.date())}
            {phone(row, now)}
            {ways(row, programme)}
            {list("conditions", conditions)}
            {source_line(&offer.source, programme, now.date())}
            {more(row)}
        </article>
    }
    .into_any()
}

fn until(row: &FacilityAnswer<'_>, today: NaiveDate) -> AnyView {
    let words = japanese();
    let (class, icon, text) = match row.status {
        Status::Within => ("status status-good", Icon::TICK, words.until(row.last_days, today)),
        Status::Confirm => ("status status-care", Icon::ASK, words.until(row.last_days, today)),
        Status::NotYet => {
            let printed = row.offer.limit.as_ref().map(|limit| limit.phrase.clone());
            ("status", Icon::CLOCK, printed.unwrap_or_default())
        }
        Status::Outside => {
            let ended = row.last_days.possible().filter(|last| *last < today);
            let text = ended.map(|last| words.ended(last, today));
            ("status status-off", Icon::OVER, text.unwrap_or_default())
        }
    };
    let corrected = corrected(row.corrected_until, row.last_days.possible())
        .map(|until| paragraph("", &words.corrected_until(until, today)));
    view! {
        <p class=class>
            {icon.draw()} <span>{whole(words.status(row.status))} " " {sentence(&text)}</span>
        </p>
        {corrected}
    }
    .into_any()
}

/// How to book, and where it is.
fn ways(row: &FacilityAnswer<'_>, programme: &Programme) -> AnyView {
    let words = japanese();
    let booking: Vec<&str> = row.offer.booking.iter().map(|way| words.booking(*way)).collect();
    let booking = if booking.is_empty() { words.booking_unprinted().to_owned() } else { words.names(&booking) };
    let address = row.offer.address.as_ref().map(|address| {
        let map = map_address(&words.map_query(programme, row.facility, address));
        let place = view! {
            <span lang="ja">{address.clone()}</span>
            " "
            <a href=map rel="noreferrer">
                {words.map()}
            </a>
        };
        term(words.address_term(), place.into_any())
    });
    view! { <dl class="facts">{term(words.booking_term(), booking.into_any())} {address}</dl> }.into_any()
}

/// The rest, folded.
fn more(row: &FacilityAnswer<'_>) -> AnyView {
    let words = japanese();
    let (facility, offer) = (row.facility, row.offer);
    let limit = offer.limit.as_ref().map(|limit| term(words.limit_term(), limit.phrase.clone().into_any()));
    let care = offer.care_days.map(|days| term(words.care_days_term(), words.weekdays(days).into_any()));
    let mail = facility.mail.as_ref().map(|mail| {
        let address = ["mailto:", mail].concat();
        term(words.mail_term(), view! { <a href=address>{mail.clone()}</a> }.into_any())
    });
    let tags: Vec<&str> = facility.tags.iter().map(String::as_str).collect();
    let tags = (!tags.is_empty()).then(|| paragraph("", &words.names(&tags)));
    view! {
        <details>
            <summary>{words.more()} <span class="unseen">{facility.name.clone()}</span></summary>
            {tags}
            <dl class="facts">
                {term(words.phone_hours_term(), weekly_hours(&offer.phone))} {care} {limit} {mail}
            </dl>
            {list("plain-list", facility.remarks.iter().chain(&offer.remarks))}
        </details>
    }
    .into_any()
}

/// A map's address for a question.
pub fn map_address(query: &str) -> String {
    let mut address = String::from("https://www.google.com/maps/search/?api=1&query=");
    for sign in query.chars() {
        match sign {
            ' ' => address.push('+'),
            // The browser encodes all else; these would end or split the query.
            '&' => address.push_str("%26"),
            '#' => address.push_str("%23"),
            '+' => address.push_str("%2B"),
            '%' => address.push_str("%25"),
            _ => address.push(sign),
        }
    }
    address
}
