//! The quiet way for a mother whose baby has died: a link wherever the baby is spoken of, and what it leads to.

use leptos::prelude::*;

use super::help::{lines, offices, source};
use super::markup::{Markup, element, following, together};
use super::page;
use super::question::address;
use super::sentences::paragraph;
use crate::browser::Session;
use crate::domain::Programme;
use crate::interview::{Answers, Screen};
use crate::words::japanese;

/// How many of the help lines are for herself; those after them are for a child, or for an emergency.
const FOR_HERSELF: usize = 3;

/// What says that her answers are away.
const AWAY: &str = "away";

/// The link to it.
pub fn after_loss() -> Markup {
    element("a", "choice-quiet").attribute("href", address(Screen::Loss)).with(japanese().loss_link()).view()
}

/// Her town's offices, then those who listen, then the offer to put her answers away, which is `taken` or not. Nothing here
/// speaks of children, and nothing is asked.
pub fn help_after_loss(programme: Option<&Programme>, taken: RwSignal<bool>, session: Session) -> Markup {
    let whom = programme.map_or_else(anywhere, |programme| together([lead(), offices(programme)]));
    together([whom, lines(FOR_HERSELF, None), put_away(taken, session), source()])
}

/// What holds in every municipality.
pub fn anywhere() -> Markup {
    together([lead(), paragraph("", japanese().any_office_after_loss())])
}

fn lead() -> Markup {
    paragraph("lead", japanese().office_after_loss())
}

/// Where answers are kept: with them the baby's age comes up again by itself whenever she opens the app.
fn put_away(taken: RwSignal<bool>, session: Session) -> Markup {
    let put_away = move || {
        taken.set(true);
        session.put_away();
        page::focus(AWAY);
    };
    following(move || {
        let words = japanese();
        let has_answers =
            session.last_town.get().is_some() || session.answers.with(|answers| *answers != Answers::default());
        if has_answers {
            let button = element("button", "button").attribute("type", "button").on_click(put_away);
            together([paragraph("", words.puts_away()), button.with(words.put_away()).view()])
        } else if taken.get() {
            element("p", "").id(AWAY).focusable().attribute("role", "status").with(words.is_put_away()).view()
        } else {
            Markup::Nothing
        }
    })
}
