//! A button that copies a text and says whether it could.

use leptos::prelude::*;

use crate::browser::share;
use crate::ui::markup::{Markup, element, following, together};
use crate::words::japanese;

/// The button, and what it says afterwards. The text is on the page too, for a browser that can't copy.
pub fn copy_button(label: &'static str, text: impl Fn() -> String + Send + 'static) -> Markup {
    let words = japanese();
    let said: RwSignal<Option<String>> = RwSignal::new(None);
    let copy = move || {
        share::copy(&text(), move |done| {
            said.set(Some(if done { words.copied() } else { words.not_copied() }.to_owned()));
        });
    };
    let button = element("button", "button").attribute("type", "button").on_click(copy).with(label);
    let said = following(move || said.get());
    together([button.view(), element("p", "soft").attribute("role", "status").with(said).view()])
}
