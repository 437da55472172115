//! Facilities and what they offer.

use super::super::place::{Place, quoted};
use super::super::shape;
use super::checks::{slug, tel};
use super::limit;
use super::phone::{Keys, weekdays};
use crate::domain::money::Yen;
use crate::domain::phone::PhoneLine;
use crate::domain::programme::{Booking, Condition, Facility, Gate, NameReading, Offer};
use crate::domain::service::{Service, Services};

/// A facility of a programme that offers these services.
pub(super) fn facility(facility: &shape::Facility, offered: Services, place: &Place<'_>) -> Option<Facility> {
    let id = place.text("id", &facility.id);
    if let Some(id) = &id {
        slug(id, &place.key("id"));
    }
    let name = place.text("name", &facility.name);
    let mail = place.optional_text("mail", &facility.mail);
    if let Some(mail) = mail.as_ref().filter(|mail| !mail.contains('@')) {
        place.key("mail").value(quoted(mail), "@ のあるメールアドレス");
    }
    let offers = offers(facility, offered, place);
    Some(Facility {
        tel: tel(&facility.tel, place),
        mail,
        tags: place.texts("tags", &facility.tags),
        remarks: place.texts("remarks", &facility.remarks),
        name_reading: facility.name_reading.map_or(NameReading::Clear, shape::NameReading::value),
        offers,
        id: id?,
        name: name?,
    })
}

fn offers(facility: &shape::Facility, offered: Services, place: &Place<'_>) -> Vec<Offer> {
    let services = [
        ("stay", Service::Stay, &facility.stay),
        ("day", Service::DayCare, &facility.day),
        ("visit", Service::HomeVisit, &facility.visit),
    ];
    if services.iter().all(|(_, _, offer)| offer.is_none()) {
        place.problem(
            "サービスのない施設です",
            "[period.facility.stay]、[period.facility.day]、[period.facility.visit] のどれか1つ以上",
        );
    }
    let defaults = defaults(facility, place);
    let read = |(key, service, offer): (&str, Service, &Option<shape::Offer>)| {
        let offer = offer.as_ref()?;
        if !offered.contains(service) {
            place.key(key).problem(
                format!("この期間に [period.{key}] がありません"),
                format!("期間に [period.{key}] を足すか、ここから {key} を消します"),
            );
        }
        self::offer(offer, service, &defaults, &place.key(key), place)
    };
    services.into_iter().filter_map(read).collect()
}

/// What the facility says for all its services.
struct Defaults<'s> {
    facility: &'s shape::Facility,
    address: Option<String>,
    limit: Option<Option<crate::domain::programme::PrintedLimit>>,
    line: Option<PhoneLine>,
}

fn defaults<'s>(facility: &'s shape::Facility, place: &Place<'_>) -> Defaults<'s> {
    let keys =
        Keys { hours: &facility.hours, holidays: facility.holidays, closed: &facility.closed, phone: facility.phone };
    Defaults {
        facility,
        address: place.optional_text("address", &facility.address),
        limit: facility.limit.as_ref().map(|own| limit::of_facility(own, &place.key("limit"))),
        line: keys.line(place),
    }
}

fn offer(
    offer: &shape::Offer,
    service: Service,
    defaults: &Defaults<'_>,
    place: &Place<'_>,
    at_facility: &Place<'_>,
) -> Option<Offer> {
    let own = Keys { hours: &offer.hours, holidays: offer.holidays, closed: &offer.closed, phone: offer.phone };
    let phone = if own.are_absent() { defaults.line.clone() } else { own.line(place) };
    let address = place.optional_text("address", &offer.address).or_else(|| defaults.address.clone());
    let limit = match &offer.limit {
        Some(own) => limit::of_facility(own, &place.key("limit")),
        None => defaults.limit.clone().flatten(),
    };
    let booking = booking(offer, defaults.facility, phone.as_ref(), place, at_facility);
    let care_days = offer.care_days.as_ref().and_then(|days| weekdays(days, &place.key("care_days")));
    let remarks = place.texts("remarks", &offer.remarks);
    let conditions = place.each("conditions", &offer.conditions, condition);
    let source = match (&offer.source, &defaults.facility.source) {
        (None, Some(_)) => at_facility.source(&defaults.facility.source),
        (own, _) => place.source(own),
    };
    Some(Offer {
        service,
        address,
        limit,
        booking,
        phone: phone?,
        care_days,
        conditions,
        remarks,
        price: offer.price.map(Yen),
        source: source?,
    })
}

fn booking(
    offer: &shape::Offer,
    facility: &shape::Facility,
    phone: Option<&PhoneLine>,
    place: &Place<'_>,
    at_facility: &Place<'_>,
) -> Vec<Booking> {
    let (place, ways) = match (&offer.booking, &facility.booking) {
        (Some(own), _) => (place, own.as_slice()),
        (None, Some(common)) => (at_facility, common.as_slice()),
        (None, None) => return Vec::new(),
    };
    let here = place.key("booking");
    let ways: Vec<Booking> = ways.iter().map(|way| way.value()).collect();
    if let Some(twice) =
        ways.iter().enumerate().find(|(index, way)| ways.iter().take(*index).any(|other| other == *way))
    {
        here.index(twice.0).problem("同じことばが2回あります", "1つのことばは1回");
    }
    if phone == Some(&PhoneLine::NoBookings) && ways.contains(&Booking::Phone) {
        here.problem(
            "電話で予約できない（`phone = \"no_bookings\"`）のに \"phone\" があります",
            "資料にある予約のしかた",
        );
    }
    ways
}

fn condition(condition: &shape::Condition, place: &Place<'_>) -> Option<Condition> {
    let text = place.text("text", &condition.text);
    let gate = match (&condition.postal, condition.elsewhere) {
        (None, None) => Some(Gate::Ask),
        (None, Some(_)) => {
            place.missing("postal", "`elsewhere` と一緒に、郵便番号のはじめの数字");
            None
        }
        (Some(prefixes), elsewhere) => {
            let list = place.key("postal");
            if prefixes.is_empty() {
                list.problem("並びが空です", "郵便番号のはじめの数字を1つ以上");
            }
            for (index, prefix) in prefixes.iter().enumerate() {
                if !(3..=7).contains(&prefix.len()) || !prefix.bytes().all(|byte| byte.is_ascii_digit()) {
                    list.index(index).value(quoted(prefix), "数字3〜7けた（ハイフンなし）");
                }
            }
            let elsewhere = place.required("elsewhere", &elsewhere, "`postal` と一緒に、\"ask\" か \"refused\"");
            elsewhere.map(|elsewhere| Gate::Postal { prefixes: prefixes.clone(), elsewhere: elsewhere.value() })
        }
    };
    Some(Condition { text: text?, gate: gate? })
}
