//! Where her answers are, and deleting them.

use leptos::prelude::*;

use super::icons::Icon;
use super::later;
use super::markup::{Element, Markup, element, following, together};
use super::question::address;
use super::sentences::{list, paragraph};
use crate::browser::{Saving, Session};
use crate::chunks::Later;
use crate::interview::Screen;
use crate::words::japanese;

/// The screen on her answers.
pub fn privacy(session: Session, later: Later) -> Markup {
    let words = japanese();
    together([
        following(move || saving(session.saving.get())),
        list("plain-list", words.privacy()),
        delete(session),
        later::part(later, |lazy| (lazy.install)()),
    ])
}

/// A line about her answers and a link to more, at the foot of the result.
pub fn privacy_line(session: Session) -> Markup {
    let words = japanese();
    let more = element("a", "").attribute("href", address(Screen::Privacy)).with(words.install_heading());
    together([paragraph("", words.kept_here()), element("p", "").with(more).view(), delete(session)])
}

/// What becomes of her answers, where they are not kept.
pub fn saving(saving: Saving) -> Markup {
    let words = japanese();
    let text = match saving {
        Saving::Saved => return Markup::Nothing,
        Saving::Unavailable => words.not_kept(),
        Saving::Full => words.store_full(),
        Saving::KeptByNewer => words.kept_by_newer(),
    };
    notice(text.to_owned().into()).attribute("role", "status").view()
}

/// Something to heed.
pub fn notice(text: Markup) -> Element {
    element("div", "notice notice-care").with(Icon::HEED.draw()).with(element("p", "notice-text").with(text))
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
