//! The source of a fact, with a word where it is old or undated.

use chrono::NaiveDate;

use crate::domain::Programme;
use crate::domain::plan::Freshness;
use crate::domain::programme::Source;
use crate::ui::markup::Markup;
use crate::ui::sentences::paragraph;
use crate::words::japanese;

/// The source line of a card: where it is old or undated that alone, which is what she needs to know there.
pub fn source_line(source: &Source, programme: &Programme, today: NaiveDate) -> Markup {
    let words = japanese();
    let Some(document) = programme.documents.get(usize::from(source.document)) else { return Markup::Nothing };
    match document.freshness(today) {
        Freshness::Fresh => paragraph("source", &words.source(document)),
        Freshness::Old => paragraph("source source-doubt", words.source_old()),
        Freshness::Undated => paragraph("source source-doubt", words.source_undated()),
        Freshness::Expired => paragraph("source source-doubt", words.source_expired()),
    }
}
