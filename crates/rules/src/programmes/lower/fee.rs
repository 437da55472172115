//! Fees.

use super::super::place::Place;
use super::super::shape::{self, NumberOr, Per, WordOr};
use crate::domain::money::{Percent, Yen};
use crate::domain::service::Service;
use crate::domain::source::Sourced;
use crate::domain::tariff::{Charge, ClassFee, Cost, Fee, MultiplesFee, Price, PriceList, Step, Tariff};

const UNITS: &str = "何につきか: \"use\"、\"day\"、\"night\"、\"24_hours\"、\"hour\"、\"first_night\" のどれか";
const PRICE: &str = "円の数、\"unprinted\"、表のどれか";

/// The fees of a service.
pub(super) fn tariff(fees: &Option<shape::Fees>, service: Service, place: &Place<'_>) -> Option<Sourced<Tariff>> {
    let fees = fees.as_ref()?;
    let here = &place.key("fee");
    let general = here.required("general", &fees.general, "一般の世帯の料金（`per`、`price`、`multiples` の表）");
    let general = general.and_then(|general| fee(general, service, &here.key("general")));
    let tax_exempt = class("tax_exempt", &fees.tax_exempt, service, here);
    let public_assistance = class("public_assistance", &fees.public_assistance, service, here);
    let holiday_surcharge = fees.holiday_surcharge.map(Yen);
    let tariff = || {
        Some(Tariff {
            general: general?,
            tax_exempt: tax_exempt?,
            public_assistance: public_assistance?,
            holiday_surcharge,
        })
    };
    here.sourced(tariff(), &fees.source)
}

fn class(
    key: &str,
    class: &Option<WordOr<shape::ClassWord, shape::ReducedClass>>,
    service: Service,
    place: &Place<'_>,
) -> Option<ClassFee> {
    const FORMS: &str = "\"free\"、\"same\"、\"unprinted\"、{ percent = … }、{ fee = … } のどれか";
    let here = place.key(key);
    let reduced = match place.required(key, class, FORMS)? {
        WordOr::Word(shape::ClassWord::Free) => return Some(ClassFee::Free),
        WordOr::Word(shape::ClassWord::Same) => return Some(ClassFee::Same),
        WordOr::Word(shape::ClassWord::Unprinted) => return Some(ClassFee::Unprinted),
        WordOr::Other(reduced) => reduced,
    };
    match (reduced.percent, &reduced.fee) {
        (Some(percent), None) => here
            .key("percent")
            .checked(percent, Percent::new(percent), "1〜100 の数（% は付けません）")
            .map(ClassFee::Share),
        (None, Some(own)) => fee(own, service, &here.key("fee")).map(ClassFee::Own),
        (Some(_), Some(_)) => {
            here.problem("`percent` と `fee` の両方があります", FORMS);
            None
        }
        (None, None) => {
            here.problem("`percent` も `fee` もありません", FORMS);
            None
        }
    }
}

fn fee(fee: &shape::Fee, service: Service, place: &Place<'_>) -> Option<Fee> {
    let parts = Parts { per: fee.per, price: &fee.price, later: &fee.later, further_night: &fee.further_night };
    let one = charge(&parts, service, place);
    let multiples = multiples(&fee.multiples, service, place);
    Some(Fee { one: one?, multiples: multiples? })
}

fn multiples(
    fee: &Option<WordOr<shape::MultiplesWord, shape::MultiplesFee>>,
    service: Service,
    place: &Place<'_>,
) -> Option<MultiplesFee> {
    const FORMS: &str = "\"same\"、\"unprinted\"、{ add_on_per_child = { … } }、{ whole = { … } } のどれか";
    let here = place.key("multiples");
    let fee = match place.required("multiples", fee, FORMS)? {
        WordOr::Word(shape::MultiplesWord::Same) => return Some(MultiplesFee::Same),
        WordOr::Word(shape::MultiplesWord::Unprinted) => return Some(MultiplesFee::Unprinted),
        WordOr::Other(fee) => fee,
    };
    let read = |own: &shape::Charge, key: &str| {
        let parts = Parts { per: own.per, price: &own.price, later: &own.later, further_night: &own.further_night };
        charge(&parts, service, &here.key(key))
    };
    match (&fee.add_on_per_child, &fee.whole) {
        (Some(add_on), None) => read(add_on, "add_on_per_child").map(MultiplesFee::AddOnPerChild),
        (None, Some(whole)) => read(whole, "whole").map(MultiplesFee::Whole),
        (Some(_), Some(_)) => {
            here.problem("`add_on_per_child` と `whole` の両方があります", FORMS);
            None
        }
        (None, None) => {
            here.problem("`add_on_per_child` も `whole` もありません", FORMS);
            None
        }
    }
}

/// What a fee and a charge have in common.
struct Parts<'s> {
    per: Option<Per>,
    price: &'s Option<shape::Price>,
    later: &'s [shape::LaterPrice],
    further_night: &'s Option<shape::Price>,
}

fn charge(parts: &Parts<'_>, service: Service, place: &Place<'_>) -> Option<Charge> {
    let first = place.required("price", parts.price, PRICE);
    let first = first.and_then(|first| price(first, &place.key("price")));
    let later = place.each("later", parts.later, step);
    let further = parts.further_night.as_ref().map(|further| price(further, &place.key("further_night")));
    let per = *place.required("per", &parts.per, UNITS)?;
    if service != Service::Stay && matches!(per, Per::Night | Per::Hours24 | Per::FirstNight) {
        place.key("per").problem("泊まらないサービスに、泊数での料金があります", "\"use\"、\"day\"、\"hour\" のどれか");
    }
    if further.is_some() && per != Per::FirstNight {
        place.key("further_night").problem("`further_night` があります", "`per = \"first_night\"` のときだけ書きます");
    }
    if !parts.later.is_empty() && matches!(per, Per::Hours24 | Per::Hour | Per::FirstNight) {
        place.key("later").problem("`later` があります", "`per` が \"use\"、\"day\"、\"night\" のときだけ書きます");
    }
    let list = |first: Option<Price>| {
        let list = PriceList::stepped(first?, later);
        list.map_err(|_| {
            place.key("later").problem("`from` が小さい順に並んでいません", "2 以上で、前より大きい `from`")
        })
        .ok()
    };
    match per {
        Per::Use => list(first).map(Charge::PerUse),
        Per::Day => list(first).map(Charge::PerDay),
        Per::Night => list(first).map(Charge::PerNight),
        Per::Hours24 => first.map(Charge::Per24Hours),
        Per::Hour => first.map(Charge::PerHour),
        Per::FirstNight => {
            if further.is_none() {
                place.missing("further_night", "2泊目からの1泊の額か、\"unprinted\"");
            }
            Some(Charge::FirstNight { first: first?, further: further?? })
        }
    }
}

fn step(step: &shape::LaterPrice, place: &Place<'_>) -> Option<Step> {
    let from = place.required("from", &step.from, "何回目（何日目、何泊目）からか。2 以上の数").copied();
    let own = place.required("price", &step.price, PRICE).and_then(|own| price(own, &place.key("price")));
    Some(Step { from: from?, price: own? })
}

fn price(price: &shape::Price, place: &Place<'_>) -> Option<Price> {
    const FORMS: &str = "{ from, to }、{ percent, of }（`cap` は任意）、{ subsidy, of } のどれか";
    let form = match price {
        WordOr::Word(shape::PriceWord::Unprinted) => return Some(Price::Unprinted),
        WordOr::Other(NumberOr::Number(yen)) => return Some(Price::Exact(Yen(*yen))),
        WordOr::Other(NumberOr::Table(form)) => form,
    };
    let of = form.of.as_ref().map(|of| match of {
        WordOr::Word(shape::CostWord::Facility) => Cost::Facility,
        WordOr::Other(yen) => Cost::Printed(Yen(*yen)),
    });
    match (form.from, form.to, form.percent, form.subsidy, of, form.cap) {
        (Some(from), Some(to), None, None, None, None) => {
            if from > to {
                place.value(format!("{from} 円から {to} 円まで"), "`to` が `from` 以上");
            }
            Some(Price::Between(Yen(from), Yen(to)))
        }
        (None, None, Some(percent), None, Some(of), cap) => {
            let percent =
                place.key("percent").checked(percent, Percent::new(percent), "1〜100 の数（% は付けません）")?;
            Some(Price::Share { percent, of, cap: cap.map(Yen) })
        }
        (None, None, None, Some(subsidy), Some(of), None) => Some(Price::Less { subsidy: Yen(subsidy), of }),
        _ => {
            place.problem("組にならないキーがあります", FORMS);
            None
        }
    }
}
