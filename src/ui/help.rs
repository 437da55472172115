//! 「いま、つらい」: numbers and the town's offices.

use leptos::prelude::*;

use super::icons::Icon;
use super::links::{dial, dial_text};
use super::loss::after_loss;
#[cfg(not(target_arch = "wasm32"))]
use super::loss::anywhere;
use super::markup::{Element, Markup, element, following, together};
use super::sentences::{headline, items, outside, paragraph, sentence};
use crate::browser::shown;
use crate::domain::Programme;
#[cfg(not(target_arch = "wasm32"))]
use crate::interview::Screen;
use crate::words::japanese;

/// こども医療電話相談, for nights and holidays.
pub const CHILDREN: &str = "#8000";

/// All help lines, then the town's offices. The first page has no town, so no offices.
#[cfg(not(target_arch = "wasm32"))]
pub fn help(programme: Option<&Programme>) -> Markup {
    // Where the way out for a mother whose baby has died leads without the program: to the offices; without a town, to what
    // holds for all.
    let anchor = |tag| element(tag, "").attribute("id", Screen::Loss.fragment());
    let anywhere = programme
        .is_none()
        .then(|| together([anchor("h2").with(headline(japanese().loss_heading())).view(), anywhere()]));
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
    let offices = programme.map(|programme| {
        together([heading.with(headline(&japanese().office_heading(programme))).view(), offices(programme)])
    });
    together([lines(usize::MAX, programme), offices.into(), source()])
}

pub(super) fn lines(count: usize, programme: Option<&Programme>) -> Markup {
    items("help-lines", japanese().help_lines().iter().take(count).map(|said| line(said, programme)).collect())
}

fn line([number, name, hours, source]: &[&'static str; 4], programme: Option<&Programme>) -> Markup {
    let source = if source.is_empty() { Markup::Nothing } else { paragraph("soft", source) };
    let otherwise = (*number == CHILDREN).then(|| without_short_number(programme));
    together([
        element("p", "help-name").with(*name).view(),
        call(dial_text(number), number),
        paragraph("", hours),
        otherwise.into(),
        source,
    ])
}

/// What to do where a tap on [`CHILDREN`] dials nothing: some iPhones dial no address with a # in it.
pub fn without_short_number(programme: Option<&Programme>) -> Markup {
    let words = japanese();
    let known = words.children_numbers().iter();
    let known = programme.and_then(|programme| known.copied().find(|[of, ..]| *of == programme.prefecture));
    let number = known.map(|[_, number, source]| {
        together([call(dial_text(number), number), paragraph("soft", &words.children_number_source(source))])
    });
    together([paragraph("", words.press_short_number()), number.into()])
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
    element("a", "phone").printed_as_is().attribute("href", address).with(Icon::PHONE.draw()).with(number).view()
}
