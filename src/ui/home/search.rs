//! The search for her municipality among all of Japan's.

use leptos::prelude::*;

use crate::browser::Towns;
use crate::interview::{Screen, TownCode};
use crate::towns::{Directory, Town};
use crate::ui::choices::way;
use crate::ui::markup::{Markup, element, following, together};
use crate::ui::question::address;
use crate::ui::sentences::paragraph;
use crate::words::japanese;

/// The most that are shown.
const MOST: usize = 20;

const FIELD: &str = "town";

/// The field and what was found; `typed` outlives the screen, so that coming back finds it as it was.
pub fn search(towns: Towns, typed: RwSignal<String>) -> Markup {
    let words = japanese();
    towns.fetch();
    let field = element("input", "")
        .id(FIELD)
        .attribute("type", "search")
        .attribute("autocomplete", "off")
        .attribute("enterkeyhint", "search")
        .holding(typed.get_untracked())
        .on_input(move |text| typed.set(text));
    let label = element("label", "search").with(element("span", "").with(words.search_field())).with(field);
    // Enter only closes the keyboard: what is typed is searched for already.
    let form = element("form", "").attribute("role", "search").on_submit(|| ()).with(label);
    let found = following(move || match towns.directory() {
        Some(directory) => typed.with(|typed| found(directory, typed)),
        None if towns.failed() => missing(towns),
        None => said(words.towns_coming()),
    });
    together([form.view(), found])
}

fn found(directory: &Directory, typed: &str) -> Markup {
    if typed.trim().is_empty() {
        return said("");
    }
    let words = japanese();
    let found = directory.search(typed, MOST.saturating_add(1));
    let rows: Vec<Markup> = found.iter().take(MOST).map(|town| row(town, directory)).collect();
    let count = if found.len() > MOST { words.many_towns_found(MOST) } else { words.towns_found(found.len()) };
    together([said(&count), element("ul", "choices").with(rows).view()])
}

fn row(town: &Town<'_>, directory: &Directory) -> Markup {
    let words = japanese();
    let (hint, address) = match directory.page(town.code) {
        Some(id) => (words.here(), [id, "/"].concat()),
        None => (words.not_here(), TownCode::parse(town.code).map(Screen::Elsewhere).map(address).unwrap_or_default()),
    };
    let hint = words.names(&[town.reading, hint]);
    element("li", "").with(way(&[town.prefecture, " ", town.name].concat(), &hint, address)).view()
}

/// What a screen reader says by itself.
fn said(text: &str) -> Markup {
    element("p", "soft").attribute("role", "status").with(text).view()
}

fn missing(towns: Towns) -> Markup {
    let words = japanese();
    let again = element("button", "button").attribute("type", "button").on_click(move || towns.fetch());
    together([paragraph("", words.towns_missing()), again.with(words.try_again()).view()])
}
