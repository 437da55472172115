//! The leaflet: everything that a town's page has for one without the program. Host only.

mod facilities;
mod fees;
mod rules;

use leptos::prelude::*;

use super::help::help;
use super::sentences::{list, outside, paragraph};
use crate::domain::Programme;
use crate::domain::programme::{Body, Document};
use crate::words::japanese;

/// What stands below the first page.
pub fn of_home() -> AnyView {
    view! {
        {help_lines(None)}
        {privacy()}
    }
    .into_any()
}

/// What stands below a town's page.
pub fn of_town(programme: &Programme) -> AnyView {
    let words = japanese();
    let rules: Vec<AnyView> = match &programme.body {
        Body::Scheme(periods) => periods.iter().map(|period| rules::of_period(period, programme)).collect(),
        Body::Association(_) => Vec::new(),
    };
    view! {
        <h2>{words.leaflet_heading(programme)}</h2>
        {paragraph("", words.leaflet_lead())}
        {rules}
        {sources(programme)}
        {help_lines(Some(programme))}
        {privacy()}
    }
    .into_any()
}

fn sources(programme: &Programme) -> AnyView {
    let words = japanese();
    let documents: Vec<AnyView> = programme.documents.iter().map(document).collect();
    view! {
        <section class="part sources">
            <h2>{words.sources_heading()}</h2>
            {documents}
        </section>
    }
    .into_any()
}

fn document(document: &Document) -> AnyView {
    let words = japanese();
    let address = document.url.as_ref().map(|url| view! { <p>{outside(url)}</p> });
    view! {
        {paragraph("", &words.document(document))}
        {paragraph("soft", &document.publisher)}
        {document.checked.map(|day| paragraph("soft", &words.checked(day)))}
        {address}
    }
    .into_any()
}

fn help_lines(programme: Option<&Programme>) -> AnyView {
    view! {
        <section class="part" id="help">
            <h2>{japanese().help_heading()}</h2>
            {help(programme)}
        </section>
    }
    .into_any()
}

fn privacy() -> AnyView {
    let words = japanese();
    view! {
        <section class="part" id="privacy">
            <h2>{words.privacy_heading()}</h2>
            {list("plain-list", words.privacy())}
        </section>
    }
    .into_any()
}
