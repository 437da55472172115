//! What is new: a newer release, what changed in her plan, answers that are gone.

use leptos::prelude::*;

use super::markup::{Markup, element, following};
use super::page;
use super::privacy::notice;
use super::result::MOVING;
use super::sentences::list;
use crate::browser::Session;
use crate::domain::Plan;
use crate::interview::Screen;
use crate::words::japanese;

/// That there is newer information, with the button that takes it; never while she answers.
pub fn newer(session: Session) -> Markup {
    if cfg!(not(feature = "whole")) {
        return Markup::Nothing;
    }
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
        true => notice(japanese().lost().to_owned().into()).attribute("role", "status").view(),
        false => Markup::Nothing,
    })
}

/// The way to a link that keeps her answers, for one who lost them before: offered once, when she has answered again.
pub fn offer(session: Session) -> Markup {
    if cfg!(not(feature = "whole")) || !session.take_lost() {
        return Markup::Nothing;
    }
    let words = japanese();
    let open: RwSignal<bool> = RwSignal::new(true);
    let take = move || {
        open.set(false);
        page::unfold(MOVING);
    };
    following(move || {
        let take = element("button", "button").attribute("type", "button").on_click(take);
        let leave = element("button", "button-quiet").attribute("type", "button").on_click(move || open.set(false));
        open.get().then(|| {
            element("div", "offer")
                .with(element("p", "").with(words.offers_link()))
                .with(take.with(words.take_link()))
                .with(leave.with(words.leave_link()))
                .view()
        })
    })
}

/// What the sources say otherwise than when she last saw this plan.
pub fn changes(plan: &Plan<'_>, session: Session) -> Markup {
    if cfg!(not(feature = "whole")) {
        return Markup::Nothing;
    }
    let changes = session.changes(plan);
    if changes.is_empty() {
        return Markup::Nothing;
    }
    let (words, today) = (japanese(), session.today.get_untracked());
    let changes = list("plain-list", changes.into_iter().map(|change| words.changed(change, today)));
    element("section", "changes")
        .attribute("aria-labelledby", "changes")
        .with(element("h2", "").id("changes").with(words.changes_heading()))
        .with(changes)
        .view()
}
