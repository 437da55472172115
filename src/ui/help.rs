//! 「いま、つらい」: numbers, and the town's offices.

use leptos::prelude::*;

use super::icons::Icon;
use super::sentences::{dial, dial_text, items, paragraph, sentence};
use crate::domain::Programme;
use crate::words::japanese;

/// The help screen's content. The first page has no town, so no offices.
pub fn help(programme: Option<&Programme>, heading: AnyView) -> AnyView {
    let words = japanese();
    let lines = words.help_lines().iter().map(line).collect();
    let offices = programme.map(offices);
    let [source, address] = words.help_source();
    view! {
        {heading}
        {paragraph("lead", words.help_lead())}
        {items("help-lines", lines)}
        {offices}
        <p class="soft">{sentence(source)} " " <a href=address rel="noreferrer">{bare(address)}</a></p>
    }
    .into_any()
}

fn line([number, name, hours, source]: &[&'static str; 4]) -> AnyView {
    view! {
        <p class="help-name">{*name}</p>
        <a class="phone" href=dial_text(number)>
            {Icon::PHONE.draw()}
            {*number}
        </a>
        {paragraph("", hours)}
        {paragraph("soft", source)}
    }
    .into_any()
}

/// The town's offices, with a word for a mother whose baby has died.
fn offices(programme: &Programme) -> AnyView {
    let words = japanese();
    let contacts = programme.contacts.iter().map(|contact| {
        let tel = match &contact.tel {
            Some(tel) => view! {
                <a class="phone" href=dial(tel)>
                    {Icon::PHONE.draw()}
                    {tel.as_str().to_owned()}
                </a>
            }
            .into_any(),
            None => paragraph("soft", words.tel_unprinted_office()),
        };
        view! {
            <p class="help-name">{contact.name.clone()}</p>
            {tel}
        }
        .into_any()
    });
    let contacts = contacts.collect();
    view! {
        <h2>{words.office_heading(programme)}</h2>
        {paragraph("", words.office_after_loss())}
        {items("help-lines", contacts)}
        {paragraph("soft", words.office_hours_unprinted())}
    }
    .into_any()
}

/// An address without its scheme.
pub fn bare(address: &str) -> String {
    let bare = address.split_once("://").map_or(address, |(_, bare)| bare);
    bare.trim_end_matches('/').to_owned()
}
