//! 「いま、つらい」: numbers and the town's offices; and the same for a mother whose baby has died, her town first.

use leptos::prelude::*;

use super::icons::Icon;
use super::sentences::{dial, dial_text, items, outside, paragraph, sentence};
use crate::domain::Programme;
use crate::words::japanese;

/// How many of the help lines are for herself; those after them are for a child, or for an emergency.
const FOR_HERSELF: usize = 3;

/// All help lines, then the town's offices. The first page has no town, so no offices.
pub fn help(programme: Option<&Programme>) -> AnyView {
    let words = japanese();
    let offices = programme.map(|programme| {
        view! {
            <h2>{words.office_heading(programme)}</h2>
            {offices(programme)}
        }
    });
    view! {
        {paragraph("lead", words.help_lead())}
        {lines(usize::MAX)}
        {offices}
        {source()}
    }
    .into_any()
}

/// For a mother whose baby has died: her town's offices, then those who listen. Nothing here speaks of children.
pub fn help_after_loss(programme: &Programme) -> AnyView {
    view! {
        {paragraph("lead", japanese().office_after_loss())}
        {offices(programme)}
        {lines(FOR_HERSELF)}
        {source()}
    }
    .into_any()
}

fn lines(count: usize) -> AnyView {
    items("help-lines", japanese().help_lines().iter().take(count).map(line).collect())
}

fn line([number, name, hours, source]: &[&'static str; 4]) -> AnyView {
    view! {
        <p class="help-name">{*name}</p>
        {call(dial_text(number), number)}
        {paragraph("", hours)}
        {(!source.is_empty()).then(|| paragraph("soft", source))}
    }
    .into_any()
}

/// Where the lines are kept up to date.
fn source() -> AnyView {
    let [text, address] = japanese().help_source();
    view! {
        <p class="soft">
            {sentence(text)} " " {outside(address)}
        </p>
    }
    .into_any()
}

fn offices(programme: &Programme) -> AnyView {
    let words = japanese();
    let contacts = programme.contacts.iter().map(|contact| {
        let tel = contact.tel.as_ref().map(|tel| call(dial(tel), tel.as_str()));
        view! {
            <p class="help-name">{contact.name.clone()}</p>
            {tel.unwrap_or_else(|| paragraph("soft", words.tel_unprinted_office()))}
        }
        .into_any()
    });
    view! {
        {items("help-lines", contacts.collect())}
        {paragraph("soft", words.office_hours_unprinted())}
    }
    .into_any()
}

fn call(address: String, number: &str) -> AnyView {
    view! {
        <a class="phone" href=address>
            {Icon::PHONE.draw()}
            {number.to_owned()}
        </a>
    }
    .into_any()
}
