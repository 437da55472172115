//! The source of a fact, with a word where it is old or undated.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::Programme;
use crate::domain::plan::Freshness;
use crate::domain::programme::Source;
use crate::ui::sentences::{paragraph, sentence};
use crate::words::japanese;

/// The source line of a card.
pub fn source_line(source: &Source, programme: &Programme, today: NaiveDate) -> AnyView {
    let words = japanese();
    let Some(document) = programme.documents.get(usize::from(source.document)) else { return ().into_any() };
    let doubt = match document.freshness(today) {
        Freshness::Fresh => None,
        Freshness::Old => Some(words.source_old()),
        Freshness::Undated => Some(words.source_undated()),
        Freshness::Expired => Some(words.source_expired()),
    };
    let doubt = doubt.map(|doubt| paragraph("source-doubt", doubt));
    view! {
        <div class="source">
            <p>{sentence(&words.source(document))}</p>
            {doubt}
        </div>
    }
    .into_any()
}
