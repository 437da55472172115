//! Components and pages.

use leptos::prelude::*;

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    view! { <h1>"産後ケアナビ"</h1> }
}
