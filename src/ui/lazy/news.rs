//! What is new in her plan, and the way to keep answers for one who lost them.

use leptos::prelude::*;

use crate::browser::Session;
use crate::domain::Plan;
use crate::ui::markup::{Markup, element, following};
use crate::ui::page;
use crate::ui::result::MOVING;
use crate::ui::sentences::{headline, list};
use crate::words::japanese;

/// The way to a link that keeps her answers, for one who lost them before: offered once, when she has answered again.
pub fn offer(session: Session) -> Markup {
    if !session.take_lost() {
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
    let changes = session.changes(plan);
    if changes.is_empty() {
        return Markup::Nothing;
    }
    let (words, today) = (japanese(), session.today.get_untracked());
    let changes = list("plain-list", changes.into_iter().map(|change| words.changed(change, today)));
    element("section", "changes")
        .attribute("aria-labelledby", "changes")
        .with(element("h2", "").id("changes").with(headline(words.changes_heading())))
        .with(changes)
        .view()
}
