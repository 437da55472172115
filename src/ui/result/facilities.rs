//! The facilities, a row each: the first few that fit what she wants, the others and the ended ones behind their lines.

use std::sync::Arc;

use leptos::prelude::*;

use super::facility::facility_card;
use super::{Case, part};
use crate::browser::painted;
use crate::interview::Wish;
use crate::planner::{self, FacilityRow, WantedMost};
use crate::ui::fold::fold;
use crate::ui::icons::Icon;
use crate::ui::markup::{Element, Markup, element, following, together};
use crate::ui::page_state::{Filters, Hers};
use crate::words::japanese;

/// How many rows stand in sight.
const IN_SIGHT: usize = 5;

impl Filters {
    /// Whether they let a row through, as they are now.
    fn let_through(self, row: &FacilityRow<'_, '_>) -> bool {
        row.has(self.service.get(), self.open_now.get())
    }
}

/// The words and the wish by which facilities come in order.
pub fn wanted(wish: Option<Wish>) -> WantedMost<'static> {
    WantedMost { wish, words: japanese().wish_in_tags(wish) }
}

/// The rows in which something can be used, and those in which all is over.
type Rows<'c> = (Vec<FacilityRow<'c, 'static>>, Vec<FacilityRow<'c, 'static>>);

/// Those that the filters let through now.
fn rows<'c>(case: &'c Case<'static>, filters: Filters) -> Rows<'c> {
    let rows = planner::rows(&case.plan.facilities, wanted(case.wish), case.spent());
    rows.into_iter().filter(|row| filters.let_through(row)).partition(|row| !row.is_over())
}

/// The list with its filters. A tap shows at once which filter holds and how many rows it leaves, and the rows a frame
/// after: laying out new ones takes a slow phone its time.
pub fn facilities(case: Case<'static>, hers: Hers) -> Markup {
    let (words, filters) = (japanese(), hers.filters);
    if case.plan.facilities.is_empty() {
        return Markup::Nothing;
    }
    let case = Arc::new(case);
    let chosen = painted(move || {
        filters.service.track();
        filters.open_now.track();
    });
    // Where nothing is possible there is nothing to narrow.
    let none_over = case.plan.facilities.iter().any(|row| row.status != crate::domain::plan::Status::Outside);
    let narrow = none_over.then(|| {
        let counted = case.clone();
        let shown = following(move || match rows(&counted, filters).0.len() {
            0 => words.none_shown().to_owned(),
            count => words.shown(count),
        });
        together([filter_row(&case, filters), element("p", "soft").attribute("role", "status").with(shown).view()])
    });
    let list = following(move || {
        chosen.track();
        untrack(|| list(&case, hers))
    });
    part("part", "facilities", words.facilities_heading()).with(narrow).with(list).view()
}

/// Those in sight, and the lines behind which the others are.
fn list(case: &Arc<Case<'static>>, hers: Hers) -> Markup {
    let words = japanese();
    let (possible, over) = rows(case, hers.filters);
    let shown = possible.iter().take(IN_SIGHT);
    let shown = shown.map(|row| item(row, case, hers)).collect::<Vec<Markup>>();
    let others = possible.len().saturating_sub(IN_SIGHT);
    let of_others = case.clone();
    let more = (others > 0).then(|| {
        fold(hers.folds, "others", "others", words.other_ones(others), move || {
            let (possible, _) = untrack(|| rows(&of_others, hers.filters));
            let rows = possible.iter().skip(IN_SIGHT);
            behind(rows.map(|row| item(row, &of_others, hers)).collect())
        })
    });
    let of_ended = case.clone();
    let ended = (!over.is_empty()).then(|| {
        fold(hers.folds, "ended", "ended", words.ended_ones(over.len()), move || {
            let (_, over) = untrack(|| rows(&of_ended, hers.filters));
            behind(over.iter().map(|row| item(row, &of_ended, hers)).collect())
        })
    });
    together([element("ul", "facilities").with(shown).view(), more.into(), ended.into()])
}

/// The rows that paper has besides those in sight, where nothing makes the sheet: on paper nothing opens. They go without the
/// names by which rows are found, which others may have meanwhile.
pub fn on_paper(case: Case<'static>, hers: Hers) -> Markup {
    let case = Arc::new(case);
    let (possible, _) = rows(&case, hers.filters);
    let others = possible.iter().skip(IN_SIGHT);
    behind(others.map(|row| element("li", "").with(facility_card(row, &case, hers)).view()).collect())
}

fn behind(rows: Vec<Markup>) -> Markup {
    element("ul", "facilities").with(rows).view()
}

/// A row; by its name in the page it is told from the one that stood there before.
fn item(row: &FacilityRow<'_, 'static>, case: &Arc<Case<'static>>, hers: Hers) -> Markup {
    let item: Element = element("li", "").attribute("id", ["at-", &row.facility.id].concat());
    item.with(facility_card(row, case, hers)).view()
}

fn filter_row(case: &Case<'_>, filters: Filters) -> Markup {
    let words = japanese();
    let services = case.plan.services.iter().map(|service| Some(service.service()));
    let mut chips: Vec<Markup> = [None]
        .into_iter()
        .chain(services)
        .map(|service| {
            let name = service.map_or(words.all_services(), |service| words.service(service));
            let is_pressed = move || filters.service.get() == service;
            chip(name, Box::new(is_pressed), Box::new(move || filters.service.set(service)))
        })
        .collect();
    let is_pressed = move || filters.open_now.get();
    let press = move || filters.open_now.update(|open_now| *open_now = !*open_now);
    chips.push(chip(words.phone_open_now(), Box::new(is_pressed), Box::new(press)));
    element("div", "filters").attribute("role", "group").attribute("aria-label", words.filters()).with(chips).view()
}

fn chip(name: &'static str, is_pressed: Box<dyn Fn() -> bool + Send>, press: Box<dyn Fn() + Send>) -> Markup {
    element("button", "chip")
        .attribute("type", "button")
        .attribute_following("aria-pressed", move || Some(if is_pressed() { "true" } else { "false" }.into()))
        .on_click(press)
        .with(Icon::TICK.draw())
        .with(name)
        .view()
}
