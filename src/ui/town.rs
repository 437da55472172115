//! A town's page.

use leptos::prelude::*;

use super::date_entry::Drafts;
use super::help::help;
use super::masthead::masthead;
use super::page;
use super::privacy::{privacy, saving};
use super::question::back;
use super::questions::{born, expected, question};
use super::result::{Filters, result};
use super::start::{start, welcome_back};
use crate::browser::Session;
use crate::domain::Programme;
use crate::interview::{Answers, Screen};
use crate::words::japanese;

/// A town's page: the screen that its session shows.
#[component]
pub fn Town(
    /// The town's rules.
    programme: &'static Programme,
) -> impl IntoView {
    let session = Session::current();
    let drafts = Drafts::new();
    let filters = Filters::new();
    page::follow(session);
    let screen = move || match session.screen.get() {
        Screen::Start => begin(programme, session),
        Screen::Born => born(programme, session, drafts),
        Screen::Expected => expected(programme, session, drafts),
        Screen::Ask(asked) => question(asked, programme, session, drafts),
        Screen::Result => result(programme, session, filters),
        Screen::Help => aside(help(Some(programme), heading(japanese().help_heading()))),
        Screen::Privacy => aside(privacy(session)),
    };
    view! {
        {masthead(Some(&programme.name))}
        <main>{screen}</main>
    }
}

/// The start: the first question, or the way on for one whose answers are kept.
fn begin(programme: &'static Programme, session: Session) -> AnyView {
    let begin = move || match session.answers.with(|answers| *answers == Answers::default()) {
        true => start(programme),
        false => welcome_back(programme, session),
    };
    view! {
        {begin}
        {move || saving(session.saving.get())}
    }
    .into_any()
}

/// A screen beside the interview, with the way back to where it is going on.
fn aside(body: AnyView) -> AnyView {
    view! {
        <div class="aside">
            <p class="question-way">{back(Screen::Start)}</p>
            {body}
        </div>
    }
    .into_any()
}

fn heading(text: &'static str) -> AnyView {
    view! { <h1 tabindex="-1">{text}</h1> }.into_any()
}
