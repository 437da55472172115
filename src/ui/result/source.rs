//! The source of a fact, with a word where it is old or undated, and the way to say that the fact is wrong.

use chrono::NaiveDate;

use crate::browser::keeper;
use crate::domain::Programme;
use crate::domain::plan::Freshness;
use crate::domain::programme::Document;
use crate::domain::source::Source;
use crate::ui::links::letter;
use crate::ui::markup::{Element, Markup, element};
use crate::ui::sentences::sentence;
use crate::words::japanese;

/// The source line of a card: where it is old or undated that alone, which is what she needs to know there. `fact` is
/// what the card is about.
pub fn source_line(source: &Source, programme: &Programme, fact: &[&str], today: NaiveDate) -> Markup {
    let words = japanese();
    let Some(document) = programme.documents.get(usize::from(source.document)) else { return Markup::Nothing };
    let (class, text) = match doubt(document, today) {
        None => ("source", words.source(document)),
        Some(doubt) => ("source source-doubt", doubt.to_owned()),
    };
    let wrong = keeper().map(|keeper| wrong_here(&keeper, programme, &words.names(fact), document));
    let space = wrong.is_some().then_some(" ");
    element("p", class).with(sentence(&text)).with(space).with(wrong).view()
}

/// 「ここが違う」: a letter to the keeper with the town, the fact and the edition, and nothing of hers.
pub fn wrong_here(keeper: &str, programme: &Programme, fact: &str, document: &Document) -> Element {
    let words = japanese();
    let letter = letter(keeper, &words.wrong_subject(&programme.name), &words.wrong_letter(programme, fact, document));
    element("a", "wrong-here").attribute("href", letter).with(words.wrong_here())
}

/// A word where the source of what stands above is not fresh.
pub fn doubt_line(source: &Source, programme: &Programme, today: NaiveDate) -> Markup {
    let document = programme.documents.get(usize::from(source.document));
    let doubt = document.and_then(|document| doubt(document, today));
    doubt.map(|doubt| element("p", "source source-doubt").with(doubt)).into()
}

fn doubt(document: &Document, today: NaiveDate) -> Option<&'static str> {
    let words = japanese();
    match document.freshness(today) {
        Freshness::Fresh => None,
        Freshness::Old => Some(words.source_old()),
        Freshness::Undated => Some(words.source_undated()),
        Freshness::Expired => Some(words.source_expired()),
    }
}
