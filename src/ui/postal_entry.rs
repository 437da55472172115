//! Her postal code, where a visit depends on it.

use core::sync::atomic::{AtomicU32, Ordering};
use core::time::Duration;

use leptos::prelude::*;

use super::choices::{Chosen, choice, choices};
use super::date_entry::{problem, take_answer};
use super::markup::{Markup, element, following, together};
use super::page;
use crate::browser::{Session, spawn};
use crate::chunks;
use crate::domain::Programme;
use crate::interview::typed::read_postal;
use crate::interview::{PostalAnswer, example_code};
use crate::words::japanese;

const FIELD: &str = "postal-code";

/// So long she waits at most until it is known whose her code is; then it is taken.
const LONGEST: Duration = Duration::from_secs(4);

/// How often a code was looked up: what comes of an earlier time is heard no more.
static LOOKED_UP: AtomicU32 = AtomicU32::new(0);

/// The field, its button, and 「わからない」.
pub fn postal_entry(given: Option<PostalAnswer>, programme: &'static Programme, session: Session) -> Markup {
    let words = japanese();
    let unknown = Chosen::where_same(given.clone(), PostalAnswer::Unknown);
    let typed = RwSignal::new(match given {
        Some(PostalAnswer::Code(code)) => code.as_str().to_owned(),
        Some(PostalAnswer::Unknown) | None => String::new(),
    });
    let wrong = RwSignal::new(String::new());
    let is_wrong = move || wrong.with(|wrong| !wrong.is_empty());
    let waits = RwSignal::new(false);
    let answer = move |postal| {
        session.answer(|answers| answers.postal = Some(postal));
        session.go_on();
    };
    let refuse = move |why: String| {
        wrong.set(why);
        page::focus(FIELD);
    };
    let take = move || {
        let Some(code) = typed.with_untracked(|typed| read_postal(typed)) else {
            return refuse(words.postal_problem(&example_code(programme, session.today.get_untracked())));
        };
        let nth = LOOKED_UP.fetch_add(1, Ordering::Relaxed).wrapping_add(1);
        wrong.set(String::new());
        waits.set(true);
        // The screen may be gone by then, or she types on.
        let settle = move |code, why: Option<String>| {
            if waits.try_get_untracked() == Some(true) && LOOKED_UP.load(Ordering::Relaxed) == nth {
                waits.set(false);
                why.map_or_else(|| answer(PostalAnswer::Code(code)), refuse);
            }
        };
        let late = code.clone();
        set_timeout(move || settle(late, None), LONGEST);
        spawn(async move {
            let why = chunks::whose_postal(code.clone(), programme).await;
            settle(code, why);
        });
    };
    let error = following(move || match is_wrong() {
        true => problem("postal-error", &wrong.get()),
        false => Markup::Nothing,
    });
    let waiting = following(move || waits.get().then(|| words.postal_looked_up()));
    let field = element("input", "")
        .id(FIELD)
        .attribute("type", "text")
        .attribute("inputmode", "numeric")
        .attribute("autocomplete", "postal-code")
        .attribute("size", "8")
        .holding(typed.get_untracked())
        .attribute_following("aria-invalid", move || is_wrong().then_some("true".into()))
        .attribute_following("aria-describedby", move || is_wrong().then_some("postal-error".into()))
        .on_input(move |text| {
            waits.set(false);
            typed.set(text);
        });
    let label = element("label", "postal").with(element("span", "").with(words.postal_code())).with(field);
    let form = element("form", "date-field").attribute("novalidate", "").on_submit(take);
    let waiting = element("p", "soft").attribute("role", "status").with(waiting);
    together([
        form.with(label).with(waiting).with(error).with(take_answer()).view(),
        choices(vec![choice(words.unknown(), "", unknown, move || answer(PostalAnswer::Unknown))]),
    ])
}
