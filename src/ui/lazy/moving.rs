//! The screen for answers that a link brought from another phone: what they are, and whether to take them.

use leptos::prelude::*;

use crate::browser::Session;
use crate::domain::Programme;
use crate::interview::record::{self, Record};
use crate::interview::{Answers, Screen};
use crate::ui::markup::{Element, Markup, element, together};
use crate::ui::question::address;
use crate::ui::result::said_in_short;
use crate::ui::sentences::paragraph;
use crate::words::japanese;

/// What the link brought, or why it can't be read. Nothing is changed before she says so.
pub fn moving(programme: &'static Programme, session: Session) -> Markup {
    let words = japanese();
    let Some(text) = session.brought.get() else { return together([paragraph("", words.nothing_brought()), leave()]) };
    match record::decode(&text) {
        Ok(Record { town, .. }) if town != programme.id => {
            // Every town's page stands beside this one.
            let there = ["../", &town, "/#", &text].concat();
            let link = element("a", "button").attribute("href", there).with(words.other_towns_page());
            together([paragraph("", words.of_another_town()), link.view(), leave()])
        }
        Ok(Record { answers, .. }) => offer(answers, session),
        Err(problem) => together([paragraph("", words.record_problem(problem)), leave()]),
    }
}

fn offer(answers: Answers, session: Session) -> Markup {
    let words = japanese();
    let here = session.answers.get_untracked();
    let replaced = (here != Answers::default() && here != answers).then(|| paragraph("", words.replaces_answers()));
    let short = said_in_short(&answers);
    let take = move || session.take_over(answers.clone());
    let button = element("button", "button button-filled").attribute("type", "button").on_click(take);
    together([
        paragraph("lead", &short),
        paragraph("", words.brought()),
        replaced.into(),
        button.with(words.take_over()).view(),
        leave(),
    ])
}

/// Leaves all as it is.
fn leave() -> Markup {
    let link: Element = element("a", "choice-quiet").attribute("href", address(Screen::Start));
    link.with(japanese().leave_as_it_is()).view()
}
