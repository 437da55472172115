//! The facilities: those still possible first, by phone open now, by ending soon, then as printed.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::facility::facility_card;
use super::{Case, REST, ROWS, part};
use crate::browser::{Turns, painted};
use crate::domain::phone::PhoneState;
use crate::domain::plan::{FacilityAnswer, Status};
use crate::domain::programme::Service;
use crate::interview::Wish;
use crate::planner::facility_rank;
use crate::ui::icons::Icon;
use crate::ui::markup::{Markup, element, following, together};
use crate::ui::page_state::Filters;
use crate::words::japanese;

impl Filters {
    fn track(self) {
        self.service.track();
        self.open_now.track();
    }

    /// How many of `rows` they let through, whenever that is asked.
    fn count(self, rows: &[&FacilityAnswer<'_>]) -> impl Fn() -> usize + Send + 'static {
        let kinds: Vec<Kind> = rows.iter().map(|row| Kind::of(row)).collect();
        move || kinds.iter().filter(|kind| self.let_through(**kind)).count()
    }

    fn let_through(self, kind: Kind) -> bool {
        let service = self.service.get();
        let open_now = self.open_now.get();
        service.is_none_or(|service| kind.service == service) && (!open_now || kind.phone == PhoneState::Open)
    }
}

/// What the filters look at.
#[derive(Clone, Copy)]
struct Kind {
    service: Service,
    phone: PhoneState,
}

impl Kind {
    fn of(row: &FacilityAnswer<'_>) -> Kind {
        Kind { service: row.offer.service, phone: row.phone.state }
    }
}

/// The order in which rows are shown: the ended ones last, then by what she wants most, then those whose phone is answered now, then those that end
/// soon; the printed order holds where these are the same.
fn order(row: &FacilityAnswer<'_>, wish: Option<Wish>) -> (bool, u8, bool, NaiveDate) {
    let ends = row.corrected_until.max(row.last_days.possible()).unwrap_or(NaiveDate::MAX);
    let rank = facility_rank(wish, row.offer.service, row.facility, japanese().wish_in_tags(wish));
    (row.status == Status::Outside, rank, row.phone.state != PhoneState::Open, ends)
}

/// Rows in that order. There are a few dozen: inserting each in its place is quick, and far less code than a sort.
pub fn in_order<'c, 'p>(
    rows: impl Iterator<Item = &'c FacilityAnswer<'p>>,
    wish: Option<Wish>,
) -> Vec<&'c FacilityAnswer<'p>> {
    let mut ordered: Vec<(_, &FacilityAnswer<'p>)> = Vec::new();
    for row in rows {
        let order = order(row, wish);
        let place = ordered.iter().position(|(other, _)| order < *other).unwrap_or(ordered.len());
        ordered.insert(place, (order, row));
    }
    ordered.into_iter().map(|(_, row)| row).collect()
}

/// The list with its filters. All cards are made once; a filter only hides some of them. A tap shows at once which filter
/// holds and how many rows it leaves, and the rows a frame after: laying out new ones takes a slow phone its time.
///
/// They come in turns, from [`ROWS`] on; a place is kept for those yet to come.
///
/// Those of a service that she has used up come after the others.
pub fn facilities(case: &Case<'_>, filters: Filters, turns: Turns) -> Markup {
    let words = japanese();
    if case.plan.facilities.is_empty() {
        return Markup::Nothing;
    }
    let spent = case.spent();
    let rows = in_order(case.plan.facilities.iter(), case.wish);
    let (ended, possible): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.status == Status::Outside);
    let chosen = painted(move || filters.track());
    let card = |row: &&FacilityAnswer<'_>| {
        let kind = Kind::of(row);
        let hidden = move || {
            chosen.track();
            untrack(|| (!filters.let_through(kind)).then_some("".into()))
        };
        let card = facility_card(row, &case.plan, case.now, spent);
        element("li", "").attribute_following("hidden", hidden).with(card).view()
    };
    // Where nothing is possible there is nothing to narrow.
    let narrow = (!possible.is_empty()).then(|| {
        let count = filters.count(&possible);
        let shown = following(move || match count() {
            0 => words.none_shown().to_owned(),
            count => words.shown(count),
        });
        together([filter_row(case, filters), element("p", "soft").attribute("role", "status").with(shown).view()])
    });
    let a_turn = possible.len().div_ceil(REST - ROWS);
    // Each row has a place among those that are left and one among those that are used up, and stands in one of them: a
    // service that she uses up moves its own rows, and no others.
    let (mut left, mut used_up) = (Vec::new(), Vec::new());
    for (rows, turn) in possible.chunks(a_turn.max(1)).zip(ROWS..) {
        let has_come = turns.has_come(turn);
        for row in rows {
            let card = if has_come { card(row) } else { Markup::Nothing };
            let is_spent = spent.contains(row.offer.service);
            let (here, there) = if is_spent { (&mut used_up, &mut left) } else { (&mut left, &mut used_up) };
            here.push(card);
            there.push(Markup::Nothing);
        }
    }
    let folded = (!ended.is_empty() && turns.has_come(REST)).then(|| {
        let cards: Vec<Markup> = ended.iter().map(card).collect();
        let (count, shown) = (filters.count(&ended), filters.count(&ended));
        element("details", "ended")
            .attribute_following("hidden", move || (shown() == 0).then_some("".into()))
            .with(element("summary", "").with(following(move || words.ended_ones(count()))))
            .with(element("ul", "facilities").with(cards))
    });
    part("part", "facilities", words.facilities_heading())
        .with(narrow)
        .with(element("ul", "facilities").with(left).with(used_up))
        .with(folded)
        .view()
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
