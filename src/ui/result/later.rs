//! What the first program leaves to the whole: a button in its place, so that she knows of it and can have it now.

use leptos::prelude::*;

use crate::browser::Session;
use crate::ui::markup::{Markup, element, following};
use crate::ui::sentences::paragraph;
use crate::words::japanese;

/// The button. Where the whole is not here yet, it comes as soon as it is.
pub fn later(session: Session) -> Markup {
    let words = japanese();
    let wanted = RwSignal::new(false);
    let want = move || {
        wanted.set(true);
        session.go_on_in_whole();
    };
    let button = element("button", "button").attribute("type", "button").on_click(want).with(words.later());
    let coming = following(move || wanted.get().then(|| paragraph("soft", words.later_coming())));
    element("section", "part later").with(button).with(coming).view()
}
