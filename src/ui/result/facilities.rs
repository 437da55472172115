//! The facilities: those still possible first, by phone open now, by ending soon, then as printed.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::Case;
use super::facility::facility_card;
use crate::domain::phone::PhoneState;
use crate::domain::plan::{FacilityAnswer, Status};
use crate::domain::programme::Service;
use crate::ui::icons::Icon;
use crate::ui::sentences::paragraph;
use crate::words::japanese;

/// What she narrows the list to.
#[derive(Clone, Copy)]
pub struct Filters {
    service: RwSignal<Option<Service>>,
    open_now: RwSignal<bool>,
}

impl Filters {
    /// None.
    pub fn new() -> Filters {
        Filters { service: RwSignal::new(None), open_now: RwSignal::new(false) }
    }
}

/// The order in which rows are shown: the ended ones last, then those whose phone is answered now, then those that end
/// soon; the printed order holds where these are the same.
fn order(row: &FacilityAnswer<'_>) -> (bool, bool, NaiveDate) {
    let ends = row.corrected_until.max(row.last_days.possible()).unwrap_or(NaiveDate::MAX);
    (row.status == Status::Outside, row.phone.state != PhoneState::Open, ends)
}

/// Rows in that order. There are a few dozen: inserting each in its place is quick, and far less code than a sort.
pub fn in_order<'c, 'p>(rows: impl Iterator<Item = &'c FacilityAnswer<'p>>) -> Vec<&'c FacilityAnswer<'p>> {
    let mut ordered: Vec<&FacilityAnswer<'p>> = Vec::new();
    for row in rows {
        let place = ordered.iter().position(|other| order(row) < order(other)).unwrap_or(ordered.len());
        ordered.insert(place, row);
    }
    ordered
}

/// The list with its filters.
pub fn facilities(case: &Case<'_>, filters: Filters) -> AnyView {
    let words = japanese();
    if case.plan.facilities.is_empty() {
        return ().into_any();
    }
    let (service, open_now) = (filters.service.get(), filters.open_now.get());
    let fits = |row: &&FacilityAnswer<'_>| {
        service.is_none_or(|service| row.offer.service == service) && (!open_now || row.phone.state == PhoneState::Open)
    };
    let rows = in_order(case.plan.facilities.iter().filter(fits));
    let (ended, possible): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.status == Status::Outside);
    let card = |row: &&FacilityAnswer<'_>| {
        let card = facility_card(row, case.plan.programme, case.now);
        view! { <li>{card}</li> }.into_any()
    };
    let none = possible.is_empty().then(|| paragraph("", words.none_shown()));
    // Where nothing is possible there is nothing to narrow.
    let narrow = case.in_reach().then(|| {
        view! {
            {filter_row(case, filters)}
            <p class="soft" role="status">
                {words.shown(possible.len())}
            </p>
            {none}
        }
        .into_any()
    });
    let ended_count = ended.len();
    let possible: Vec<AnyView> = possible.iter().map(card).collect();
    let ended: Vec<AnyView> = ended.iter().map(card).collect();
    let ended = (ended_count > 0).then(|| {
        view! {
            <details class="ended">
                <summary>{words.ended_ones(ended_count)}</summary>
                <ul class="facilities">{ended}</ul>
            </details>
        }
        .into_any()
    });
    view! {
        <section class="part" aria-labelledby="facilities">
            <h2 id="facilities">{words.facilities_heading()}</h2>
            {narrow}
            <ul class="facilities">{possible}</ul>
            {ended}
        </section>
    }
    .into_any()
}

fn filter_row(case: &Case<'_>, filters: Filters) -> AnyView {
    let words = japanese();
    let services = case.plan.services.iter().map(|service| Some(service.service()));
    let mut chips: Vec<AnyView> = [None]
        .into_iter()
        .chain(services)
        .map(|service| {
            let name = service.map_or(words.all_services(), |service| words.service(service));
            let pressed = filters.service.get() == service;
            chip(name, pressed, Box::new(move || filters.service.set(service)))
        })
        .collect();
    let open_now = filters.open_now.get();
    chips.push(chip(words.phone_open_now(), open_now, Box::new(move || filters.open_now.set(!open_now))));
    view! {
        <div class="filters" role="group" aria-label=words.filters()>
            {chips}
        </div>
    }
    .into_any()
}

fn chip(name: &'static str, pressed: bool, press: Box<dyn Fn()>) -> AnyView {
    let tick = pressed.then(|| Icon::TICK.draw());
    view! {
        <button
            type="button"
            class="chip"
            aria-pressed=if pressed { "true" } else { "false" }
            on:click=move |_| press()
        >
            {tick}
            {name}
        </button>
    }
    .into_any()
}
