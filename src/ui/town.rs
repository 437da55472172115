//! A town's page.

use leptos::prelude::*;

use super::date_entry::Drafts;
use super::fold::Folds;
use super::help::{help_after_loss, help_in_turn};
use super::markup::{Markup, element, following, together};
use super::masthead::masthead;
use super::moving::moving;
use super::news;
use super::page;
use super::privacy::{privacy, saving};
use super::question::back;
use super::questions::{born, expected, question};
use super::result::{Filters, Place, result};
use super::start::{start, welcome_back};
use crate::browser::Session;
use crate::domain::Programme;
use crate::interview::{Answers, Screen};
use crate::words::japanese;

/// What she does on the page that is not an answer.
#[derive(Clone, Copy)]
pub struct Hers {
    /// What she typed.
    pub drafts: Drafts,
    /// What she narrowed the facilities to.
    pub filters: Filters,
    /// The facility for which she plans.
    pub place: Place,
    /// What she has opened.
    pub folds: Folds,
}

impl Hers {
    /// Nothing yet.
    pub fn new() -> Hers {
        Hers { drafts: Drafts::new(), filters: Filters::new(), place: Place::new(), folds: Folds::new() }
    }
}

/// A town's page: the screen that its session shows.
#[component]
pub fn Town(
    /// The town's rules.
    programme: &'static Programme,
) -> impl IntoView {
    let session = Session::current();
    let hers = Hers::new();
    page::follow(session);
    // Her plan stays as it is while she reads something beside it: the place, the folds, what she typed. It stands there also
    // where the page opens beside it.
    let opened = session.screen.get_untracked();
    let before = session.came_from.get_untracked();
    let (shown, show_on) = signal(if opened.is_beside() && before == Screen::Result { before } else { opened });
    let beside = move || {
        let screen = session.screen.get();
        (screen.is_beside() && shown.get() == Screen::Result).then_some(screen)
    };
    Effect::new(move || {
        let screen = session.screen.get();
        if untrack(beside).is_none() && shown.get_untracked() != screen {
            show_on.set(screen);
        }
    });
    let screen = following(move || show(shown.get(), programme, session, hers));
    let beside = following(move || beside().map(|screen| show(screen, programme, session, hers)));
    together([
        masthead(Some(&programme.name)),
        element("main", "").with(screen).with(beside).with(news::lost(session)).with(news::newer(session)).view(),
    ])
}

fn show(screen: Screen, programme: &'static Programme, session: Session, hers: Hers) -> Markup {
    match screen {
        Screen::Start | Screen::Search | Screen::Elsewhere(_) => begin(programme, session),
        Screen::Born => born(programme, session, hers.drafts),
        Screen::Expected => expected(programme, session, hers.drafts),
        Screen::Ask(asked) => question(asked, programme, session, hers),
        Screen::Result => result(programme, session, hers),
        Screen::Help => aside(japanese().help_heading().into(), help_in_turn(Some(programme)), session),
        Screen::Loss => aside(japanese().loss_heading().into(), help_after_loss(programme), session),
        Screen::Move => aside_of(Screen::Start, japanese().moving_here_heading().into(), moving(programme, session)),
        Screen::Privacy => aside(japanese().privacy_heading().into(), privacy(session), session),
    }
}

/// The start: the first question, or the way on for one whose answers are kept.
fn begin(programme: &'static Programme, session: Session) -> Markup {
    let begin = following(move || match session.answers.with(|answers| *answers == Answers::default()) {
        true => start(programme),
        false => welcome_back(programme, session),
    });
    together([begin, following(move || saving(session.saving.get()))])
}

/// What is read beside any screen, with the way back to the one from which she came.
pub fn aside(heading: Markup, body: Markup, session: Session) -> Markup {
    aside_of(session.came_from.get_untracked(), heading, body)
}

/// A screen beside another, with the way back to it.
pub fn aside_of(before: Screen, heading: Markup, body: Markup) -> Markup {
    element("div", "aside")
        .with(element("p", "question-way").with(back(before)))
        .with(element("h1", "").focusable().with(heading))
        .with(body)
        .view()
}
