//! Where her answers are, deleting them, and keeping the app among the phone's own.

use leptos::prelude::*;

use super::install::install;
use crate::browser::Session;
use crate::interview::Screen;
use crate::ui::markup::{Markup, element, following, together};
use crate::ui::notice::saving;
use crate::ui::question::address;
use crate::ui::sentences::{list, paragraph};
use crate::words::japanese;

/// The screen on her answers.
pub fn privacy(session: Session) -> Markup {
    let words = japanese();
    together([
        following(move || saving(session.saving.get())),
        list("plain-list", words.privacy()),
        delete(session),
        install(),
    ])
}

/// A line about her answers and a link to more, at the foot of the result.
pub fn privacy_line(session: Session) -> Markup {
    let words = japanese();
    let more = element("a", "").attribute("href", address(Screen::Privacy)).with(words.install_heading());
    together([paragraph("", words.kept_here()), element("p", "").with(more).view(), delete(session)])
}

/// Deletes all her answers: one tap opens the question, the second deletes.
fn delete(session: Session) -> Markup {
    let words = japanese();
    let really = element("button", "button").attribute("type", "button").on_click(move || session.delete_all());
    element("details", "delete")
        .with(element("summary", "").with(words.delete()))
        .with(element("p", "").with(words.delete_question()))
        .with(really.with(words.delete_really()))
        .view()
}
