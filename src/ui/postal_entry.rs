//! Her postal code, where a visit depends on it.

use leptos::prelude::*;

use super::choices::{Chosen, choice, choices};
use super::icons::Icon;
use super::page;
use crate::browser::Session;
use crate::interview::PostalAnswer;
use crate::interview::typed::read_postal;
use crate::words::japanese;

const FIELD: &str = "postal-code";

/// The field, its button, and 「わからない」.
pub fn postal_entry(given: Option<PostalAnswer>, session: Session) -> AnyView {
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
    let take = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match typed.with_untracked(|typed| read_postal(typed)) {
            Some(code) => answer(PostalAnswer::Code(code)),
            None => {
                wrong.set(true);
                page::focus(FIELD);
            }
        }
    };
    let error = move || {
        wrong.get().then(|| {
            view! {
                <p class="date-error" id="postal-error">
                    {Icon::HEED.draw()}
                    <span>{words.postal_problem()}</span>
                </p>
            }
        })
    };
    view! {
        <form class="date-field" novalidate on:submit=take>
            <label class="postal">
                <span>{words.postal_code()}</span>
                <input
                    id=FIELD
                    type="text"
                    inputmode="numeric"
                    autocomplete="postal-code"
                    size="8"
                    value=typed.get_untracked()
                    aria-invalid=move || wrong.get().then_some("true")
                    aria-describedby=move || wrong.get().then_some("postal-error")
                    on:input=move |event| typed.set(event_target_value(&event))
                />
            </label>
            {error}
            <button type="submit" class="button button-filled">
                {words.take_answer()}
            </button>
        </form>
        {choices(vec![choice(words.unknown(), "", unknown, move || answer(PostalAnswer::Unknown))])}
    }
    .into_any()
}
