//! The head of every screen: where she is, and the way to the help lines.

use leptos::prelude::*;

use crate::words::japanese;

/// The head; `town` is the municipality's name on its own page.
pub fn masthead(town: Option<&str>) -> AnyView {
    let words = japanese();
    let town = town.map(|town| view! { <span class="masthead-town">{town.to_owned()}</span> }.into_any());
    view! {
        <header class="masthead">
            <a class="masthead-home" href="#">{words.app_name()} " " {town}</a>
            <a href="#help">{words.help_link()}</a>
        </header>
    }
    .into_any()
}
