//! The screen for answers that a link brought from another phone: what they are, and whether to take them.

use leptos::prelude::*;

use crate::browser::Session;
use crate::domain::Programme;
use crate::interview::record::{self, Record, RecordError};
use crate::interview::{Answers, Screen};
use crate::ui::date_entry::problem;
use crate::ui::markup::{Element, Markup, element, following, together};
use crate::ui::page;
use crate::ui::question::address;
use crate::ui::result::said_in_short;
use crate::ui::sentences::paragraph;
use crate::words::japanese;

/// The field that takes a link, and what is wrong with it.
const FIELD: &str = "paste";
const ERROR: &str = "paste-error";

/// What the link brought, or why it can't be read. Nothing is changed before she says so.
pub fn moving(programme: &'static Programme, session: Session) -> Markup {
    let words = japanese();
    let Some(text) = session.brought.get() else { return paste(session) };
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

/// A field for the link: where an icon has a store of its own, a link opens the browser instead.
pub fn paste(session: Session) -> Markup {
    let words = japanese();
    let typed: RwSignal<String> = RwSignal::new(String::new());
    let wrong: RwSignal<Option<RecordError>> = RwSignal::new(None);
    let read = move || {
        let found = typed.with_untracked(|typed| session.paste(typed)).err();
        wrong.set(found);
        if found.is_some() {
            page::focus(FIELD);
        }
    };
    let field = element("textarea", "")
        .id(FIELD)
        .attribute("rows", "3")
        .attribute("autocomplete", "off")
        .attribute("autocapitalize", "off")
        .attribute("spellcheck", "false")
        .attribute_following("aria-invalid", move || wrong.get().map(|_| "true".into()))
        .attribute_following("aria-describedby", move || wrong.get().map(|_| ERROR.into()))
        .on_input(move |text| typed.set(text));
    let error = following(move || wrong.get().map(|wrong| problem(ERROR, words.record_problem(wrong))));
    let label = element("label", "field").with(words.paste_label()).with(field);
    let form = element("form", "paste").attribute("novalidate", "").on_submit(read);
    let button = element("button", "button button-filled").attribute("type", "submit").with(words.read_pasted());
    together([paragraph("", words.nothing_brought()), form.with(label).with(error).with(button).view(), leave()])
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
