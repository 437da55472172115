//! One facility for one service.

use chrono::{NaiveDate, NaiveDateTime};

use super::phone::{phone, weekly_hours};
use super::services::corrected;
use super::{source_line, status};
use crate::domain::Programme;
use crate::domain::plan::{FacilityAnswer, Plan, Status, too_late};
use crate::domain::programme::{NameReading, Services};
use crate::ui::icons::Icon;
use crate::ui::links;
use crate::ui::markup::{Markup, element, together};
use crate::ui::sentences::{list, paragraph, term};
use crate::words::japanese;

/// One facility for one service; of a service in `spent` nothing is left to her.
pub fn facility_card(row: &FacilityAnswer<'_>, plan: &Plan<'_>, now: NaiveDateTime, spent: Services) -> Markup {
    let words = japanese();
    let (facility, offer, programme) = (row.facility, row.offer, plan.programme);
    let doubtful = (facility.name_reading == NameReading::Doubtful).then(|| words.doubtful_name());
    let conditions = row.unsettled.iter().map(|condition| condition.text.as_str()).chain(doubtful);
    element("article", "facility")
        .with(element("p", "facility-service").with(words.service(offer.service)))
        .with(element("h3", "").attribute("lang", "ja").with(facility.name.as_str()))
        .with(until(row, now.date(), spent))
        .with(late(row, plan, now.date()).filter(|_| !spent.contains(offer.service)))
        .with(phone(row, now))
        .with(ways(row, programme))
        .with(list("conditions", conditions))
        .with(source_line(&offer.source, programme, &[&facility.name, words.service(offer.service)], now.date()))
        .with(more(row))
        .view()
}

/// Where it ends before one who applies today may use it.
fn late(row: &FacilityAnswer<'_>, plan: &Plan<'_>, today: NaiveDate) -> Option<Markup> {
    let (earliest, _) = too_late(plan.service(row.offer.service)?.usable_from, row.last_days)
        .filter(|_| row.status != Status::Outside)?;
    Some(paragraph("", &japanese().too_late_to_apply(earliest.date, today)))
}

fn until(row: &FacilityAnswer<'_>, today: NaiveDate, spent: Services) -> Markup {
    let words = japanese();
    if row.status != Status::Outside && spent.contains(row.offer.service) {
        return status("status status-off", Icon::OVER, "", words.spent());
    }
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
    let corrected = corrected(row.corrected_until, row.last_days.possible());
    let corrected = corrected.map(|until| paragraph("", &words.corrected_until(until, today)));
    together([status(class, icon, words.status(row.status), &text), corrected.into()])
}

/// How to book, and where it is.
fn ways(row: &FacilityAnswer<'_>, programme: &Programme) -> Markup {
    let words = japanese();
    let booking: Vec<&str> = row.offer.booking.iter().map(|way| words.booking(*way)).collect();
    let booking = if booking.is_empty() { words.booking_unprinted().to_owned() } else { words.names(&booking) };
    let address = row.offer.address.as_ref().map(|address| {
        let map = links::map(&words.map_query(programme, row.facility, address));
        let map = element("a", "").attribute("href", map).attribute("rel", "noreferrer").with(words.map());
        let place = element("span", "").attribute("lang", "ja").with(address.as_str());
        term(words.address_term(), together([place.view(), " ".to_owned().into(), map.view()]))
    });
    element("dl", "facts").with(term(words.booking_term(), booking.into())).with(address).view()
}

/// The rest, folded.
fn more(row: &FacilityAnswer<'_>) -> Markup {
    let words = japanese();
    let (facility, offer) = (row.facility, row.offer);
    let limit = offer.limit.as_ref().map(|limit| term(words.limit_term(), limit.phrase.clone().into()));
    let care = offer.care_days.map(|days| term(words.care_days_term(), words.weekdays(days).into()));
    let mail = facility.mail.as_ref().map(|mail| {
        let address = ["mailto:", mail].concat();
        term(words.mail_term(), element("a", "").attribute("href", address).with(mail.as_str()).view())
    });
    let tags: Vec<&str> = facility.tags.iter().map(String::as_str).collect();
    let tags = (!tags.is_empty()).then(|| paragraph("", &words.names(&tags)));
    let summary =
        element("summary", "").with(words.more()).with(element("span", "unseen").with(facility.name.as_str()));
    let facts = element("dl", "facts")
        .with(term(words.phone_hours_term(), weekly_hours(&offer.phone)))
        .with(care)
        .with(limit)
        .with(mail);
    element("details", "")
        .with(summary)
        .with(tags)
        .with(facts)
        .with(list("plain-list", facility.remarks.iter().chain(&offer.remarks)))
        .view()
}
