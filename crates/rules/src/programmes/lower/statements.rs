//! Sentences in our words, each with its source: steps, extras, items, remarks.

use super::super::place::Place;
use super::super::shape::{self, WordOr};
use super::checks::{slug, unique};
use crate::domain::programme::{Extra, Item, NeededBy, Remark, Text};
use crate::domain::service::Services;
use crate::domain::source::Sourced;

/// A sentence.
pub(super) fn statement(statement: &shape::Statement, place: &Place<'_>) -> Option<Sourced<Text>> {
    place.sourced(place.text("text", &statement.text), &statement.source)
}

/// Something that costs extra.
pub(super) fn extra(extra: &shape::Extra, place: &Place<'_>) -> Option<Sourced<Extra>> {
    let text = place.text("text", &extra.text);
    let services = services(&extra.services, place);
    let yen = extra.yen.map(crate::domain::money::Yen);
    place.sourced(text.map(|text| Extra { text, services, yen }), &extra.source)
}

/// Something to show or bring.
pub(super) fn item(item: &shape::Item, place: &Place<'_>) -> Option<Sourced<Item>> {
    let text = place.text("text", &item.text);
    let occasion = place.required("occasion", &item.occasion, "\"application\" か \"use\"");
    let needed_by = place.required(
        "needed_by",
        &item.needed_by,
        "\"everyone\"、\"tax_exempt\"、\"public_assistance\" のどれかか、表",
    );
    let needed_by = needed_by.and_then(|by| self::needed_by(by, &place.key("needed_by")));
    let services = services(&item.services, place);
    let whole = || Some(Item { text: text?, occasion: occasion?.value(), needed_by: needed_by?, services });
    place.sourced(whole(), &item.source)
}

fn needed_by(by: &WordOr<shape::NeededBy, shape::AppliedHow>, place: &Place<'_>) -> Option<NeededBy> {
    let how = match by {
        WordOr::Word(word) => return Some(word.value()),
        WordOr::Other(how) => how,
    };
    match (&how.applied_online_since, &how.applied_on_paper_or_before) {
        (since @ Some(_), None) => place.date("applied_online_since", since).map(NeededBy::AppliedOnlineSince),
        (None, before @ Some(_)) => {
            place.date("applied_on_paper_or_before", before).map(NeededBy::AppliedOnPaperOrBefore)
        }
        _ => {
            place.problem("キーがないか、両方あります", "`applied_online_since` か `applied_on_paper_or_before`");
            None
        }
    }
}

/// Remarks, each with an id of its own.
pub(super) fn remarks(remarks: &[shape::Remark], place: &Place<'_>) -> Vec<Remark> {
    unique(remarks, |remark| remark.id.as_deref(), "remarks", place);
    place.each("remarks", remarks, |remark, here| {
        let id = here.text("id", &remark.id);
        if let Some(id) = &id {
            slug(id, &here.key("id"));
        }
        let text = here.text("text", &remark.text);
        let services = services(&remark.services, here);
        let source = here.source(&remark.source);
        Some(Remark { id: id?, text: text?, services, source: source? })
    })
}

/// The services that a sentence is about: all where none are named.
fn services(services: &Option<Vec<shape::Service>>, place: &Place<'_>) -> Services {
    let Some(services) = services else { return Services::ALL };
    set(services, place)
}

/// A set of services; an empty list and one that stands there twice are noted.
pub(super) fn set(services: &[shape::Service], place: &Place<'_>) -> Services {
    let set = Services::of(&services.iter().map(|service| service.value()).collect::<Vec<_>>());
    if services.is_empty() || set.iter().count() != services.len() {
        place.key("services").problem("並びが空か、同じサービスが2回あります", "サービスを1つ以上、同じものは1回");
    }
    set
}
