//! Large answers that move on.

use leptos::prelude::*;

use super::icons::Icon;

/// Whether an answer is the one given before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// It is.
    Before,
    /// It is not.
    No,
}

impl Chosen {
    /// `Before` where the two are the same.
    pub fn where_same<T: PartialEq>(given: Option<T>, offered: T) -> Chosen {
        if given == Some(offered) { Chosen::Before } else { Chosen::No }
    }
}

/// An answer: a button that takes it and moves on.
pub fn choice(label: &'static str, hint: &'static str, chosen: Chosen, take: impl Fn() + 'static) -> AnyView {
    button(label, hint, chosen, Box::new(take))
}

fn button(label: &'static str, hint: &'static str, chosen: Chosen, take: Box<dyn Fn()>) -> AnyView {
    let icon = if chosen == Chosen::Before { Icon::TICK } else { Icon::ON };
    let current = (chosen == Chosen::Before).then_some("true");
    view! {
        <button type="button" class="choice" aria-current=current on:click=move |_| take()>
            {text(label, hint)} {icon.draw()}
        </button>
    }
    .into_any()
}

/// An answer that is a link, so that it can be taken before the program is there.
pub fn way(label: &str, hint: &str, address: String) -> AnyView {
    view! {
        <a class="choice" href=address>
            {text(label, hint)} {Icon::ON.draw()}
        </a>
    }
    .into_any()
}

fn text(label: &str, hint: &str) -> AnyView {
    let hint = (!hint.is_empty()).then(|| view! { <span class="choice-hint">{hint.to_owned()}</span> }.into_any());
    view! {
        <span class="choice-text">
            <span class="choice-label">{label.to_owned()}</span>
            {hint}
        </span>
    }
    .into_any()
}

/// Answers under the heading of the screen.
pub fn choices(choices: Vec<AnyView>) -> AnyView {
    view! {
        <div class="choices" role="group" aria-labelledby="heading">
            {choices}
        </div>
    }
    .into_any()
}
