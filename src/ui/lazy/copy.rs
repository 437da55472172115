//! A button that copies a text and says whether it could.

use leptos::prelude::*;

use crate::browser::share;
use crate::ui::markup::{Element, Markup, element, following, together};
use crate::words::japanese;

/// The button, and what it says afterwards. The text is on the page too, for a browser that can't copy.
pub fn copy_button(label: &'static str, text: impl Fn() -> String + Send + 'static) -> Markup {
    copying(button(label), Box::new(text), Box::new(|| Markup::Nothing))
}

/// The same for a text that may not be in sight: where it can't be copied it is shown, to be pressed on. `name` is the
/// button's own, where others have the same label.
pub fn copy_or_show(
    label: &'static str,
    name: Option<String>,
    text: String,
    shown: impl Fn() -> Markup + Send + 'static,
) -> Markup {
    let button = button(label);
    let button = match name {
        Some(name) => button.attribute("aria-label", name),
        None => button,
    };
    copying(button, Box::new(move || text.clone()), Box::new(shown))
}

fn button(label: &'static str) -> Element {
    element("button", "button").attribute("type", "button").with(label)
}

fn copying(button: Element, text: Box<dyn Fn() -> String + Send>, shown: Box<dyn Fn() -> Markup + Send>) -> Markup {
    let words = japanese();
    let copied: RwSignal<Option<bool>> = RwSignal::new(None);
    let button = button.on_click(move || share::copy(&text(), move |done| copied.set(Some(done))));
    let said = following(move || copied.get().map(|done| if done { words.copied() } else { words.not_copied() }));
    let said = element("p", "soft").attribute("role", "status").with(said).view();
    let shown = following(move || (copied.get() == Some(false)).then(&shown));
    together([button.view(), said, shown])
}
