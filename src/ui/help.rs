//! 「いま、つらい」: numbers and the town's offices.

use leptos::prelude::*;

use super::icons::Icon;
use super::links::{dial, dial_text};
use super::loss::after_loss;
#[cfg(not(target_arch = "wasm32"))]
use super::loss::anywhere;
use super::markup::{Element, Markup, element, following, together};
use super::sentences::{items, outside, paragraph, sentence};
use crate::browser::shown;
use crate::domain::Programme;
#[cfg(not(target_arch = "wasm32"))]
use crate::interview::Screen;
use crate::words::japanese;

/// All help lines, then the town's offices. The first page has no town, so no offices.
#[cfg(not(target_arch = "wasm32"))]
pub fn help(programme: Option<&Programme>) -> Markup {
    // Where the way out for a mother whose baby has died leads without the program: to the offices; without a town, to what
    // holds for all.
    let anchor = |tag| element(tag, "").attribute("id", Screen::Loss.fragment());
    let anywhere =
        programme.is_none().then(|| together([anchor("h2").with(japanese().loss_heading()).view(), anywhere()]));
    together([lead(), after_loss(), numbers(programme, anchor("h2")), anywhere.into()])
}

/// The same for one who asks for it by a tap, which does not wait for all of it to be laid out.
pub fn help_in_turn(programme: Option<&'static Programme>) -> Markup {
    let shown = shown();
    together([lead(), after_loss(), following(move || shown.get().then(|| numbers(programme, element("h2", ""))))])
}

fn lead() -> Markup {
    paragraph("lead", japanese().help_lead())
}

fn numbers(programme: Option<&Programme>, heading: Element) -> Markup {
    let offices = programme
        .map(|programme| together([heading.with(japanese().office_heading(programme)).view(), offices(programme)]));
    together([lines(usize::MAX), offices.into(), source()])
}

pub(super) fn lines(count: usize) -> Markup {
    items("help-lines", japanese().help_lines().iter().take(count).map(line).collect())
}

fn line([number, name, hours, source]: &[&'static str; 4]) -> Markup {
    let source = if source.is_empty() { Markup::Nothing } else { paragraph("soft", source) };
    together([
        element("p", "help-name").with(*name).view(),
        call(dial_text(number), number),
        paragraph("", hours),
        source,
    ])
}

/// Where the lines are kept up to date.
pub(super) fn source() -> Markup {
    let [text, address] = japanese().help_source();
    element("p", "soft").with(sentence(text)).with(" ").with(outside(address)).view()
}

pub(super) fn offices(programme: &Programme) -> Markup {
    let words = japanese();
    let contacts = programme.contacts.iter().map(|contact| {
        let tel = contact.tel.as_ref().map(|tel| call(dial(tel), tel.as_str()));
        let tel = tel.unwrap_or_else(|| paragraph("soft", words.tel_unprinted_office()));
        together([element("p", "help-name").with(contact.name.as_str()).view(), tel])
    });
    together([items("help-lines", contacts.collect()), paragraph("soft", words.office_hours_unprinted())])
}

fn call(address: String, number: &str) -> Markup {
    element("a", "phone").attribute("href", address).with(Icon::PHONE.draw()).with(number).view()
}
