//! Her postal code, where a visit depends on it.

use leptos::prelude::*;

use super::choices::{Chosen, choice, choices};
use super::date_entry::{problem, take_answer};
use super::markup::{Markup, element, following, together};
use super::page;
use crate::browser::Session;
use crate::domain::Programme;
use crate::interview::typed::read_postal;
use crate::interview::{PostalAnswer, example_code};
use crate::words::japanese;

const FIELD: &str = "postal-code";

/// The field, its button, and 「わからない」.
pub fn postal_entry(given: Option<PostalAnswer>, programme: &'static Programme, session: Session) -> Markup {
    let words = japanese();
    let unknown = Chosen::where_same(given.clone(), PostalAnswer::Unknown);
    let typed = RwSignal::new(match given {
        Some(PostalAnswer::Code(code)) => code.as_str().to_owned(),
        Some(PostalAnswer::Unknown) | None => String::new(),
    });
    let wrong = RwSignal::new(false);
    let answer = move |postal| {
        session.answer(|answers| answers.postal = Some(postal));
        session.go_on();
    };
    let take = move || match typed.with_untracked(|typed| read_postal(typed)) {
        Some(code) => answer(PostalAnswer::Code(code)),
        None => {
            wrong.set(true);
            page::focus(FIELD);
        }
    };
    let error = following(move || match wrong.get() {
        true => problem("postal-error", &words.postal_problem(&example_code(programme, session.today.get_untracked()))),
        false => Markup::Nothing,
    });
    let field = element("input", "")
        .id(FIELD)
        .attribute("type", "text")
        .attribute("inputmode", "numeric")
        .attribute("autocomplete", "postal-code")
        .attribute("size", "8")
        .holding(typed.get_untracked())
        .attribute_following("aria-invalid", move || wrong.get().then_some("true".into()))
        .attribute_following("aria-describedby", move || wrong.get().then_some("postal-error".into()))
        .on_input(move |text| typed.set(text));
    let label = element("label", "postal").with(element("span", "").with(words.postal_code())).with(field);
    let form = element("form", "date-field").attribute("novalidate", "").on_submit(take);
    together([
        form.with(label).with(error).with(take_answer()).view(),
        choices(vec![choice(words.unknown(), "", unknown, move || answer(PostalAnswer::Unknown))]),
    ])
}
