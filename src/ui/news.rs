//! What is new: a newer release, answers that are gone.

use leptos::prelude::*;

use super::markup::{Markup, element, following};
use super::notice::notice;
use super::question::address;
use crate::browser::Session;
use crate::interview::Screen;
use crate::words::japanese;

/// That there is newer information, with the button that takes it; never while she answers.
pub fn newer(session: Session) -> Markup {
    following(move || {
        let reading = matches!(
            session.screen.get(),
            Screen::Start | Screen::Result | Screen::Help | Screen::Loss | Screen::Privacy
        );
        if !reading || !session.newer.get() {
            return Markup::Nothing;
        }
        let button = element("button", "button").attribute("type", "button").on_click(move || session.renew());
        element("div", "news")
            .attribute("role", "status")
            .with(element("p", "").with(japanese().newer()))
            .with(button.with(japanese().show_newer()))
            .view()
    })
}

/// That her answers are gone, where she came to find them.
pub fn lost(session: Session) -> Markup {
    following(move || match session.lost.get() {
        true => {
            let link = element("a", "").attribute("href", address(Screen::Move)).with(japanese().has_link());
            notice(japanese().lost().to_owned().into()).attribute("role", "status").with(link).view()
        }
        false => Markup::Nothing,
    })
}
