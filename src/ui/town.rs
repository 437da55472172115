//! A town's page.

use leptos::prelude::*;

use super::help::help_in_turn;
use super::later;
use super::loss::help_after_loss;
use super::markup::{Markup, element, following, together};
use super::masthead::masthead;
use super::news;
use super::notice::saving;
use super::page;
use super::page_state::Hers;
use super::question::back;
use super::questions::{born, expected, question};
use super::sentences::headline;
use super::start::{start, welcome_back};
use crate::browser::{Session, follow};
use crate::domain::Programme;
use crate::interview::{Answers, Screen};
use crate::words::japanese;

/// A town's page: the screen that its session shows.
pub fn town(programme: &'static Programme, session: Session) -> Markup {
    let hers = Hers::new();
    page::follow(session);
    // Her plan stays as it is while she reads something beside it: the place, the folds, what she typed. It stands there also
    // where the page opens beside it.
    let opened = session.screen.get_untracked();
    let before = session.came_from.get_untracked();
    // One who has begun here waits for nothing twice: all that shows her plan is asked for at once.
    if session.answers.with_untracked(|answers| *answers != Answers::default()) {
        hers.plan.want();
        hers.later.want();
    }
    let (shown, show_on) = signal(if opened.is_beside() && before == Screen::Result { before } else { opened });
    let beside = move || {
        let screen = session.screen.get();
        // A plan whose answers were put away is left for good.
        let has_plan = session.answers.with_untracked(|answers| *answers != Answers::default());
        (screen.is_beside() && shown.get() == Screen::Result && has_plan).then_some(screen)
    };
    follow(move || {
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
        Screen::Born => born(programme, session),
        Screen::Expected => expected(programme, session),
        Screen::Ask(asked) => question(asked, programme, session),
        Screen::Result => later::plan(hers.plan, move |plan| (plan.result)(programme, session, hers)),
        Screen::Help => aside(headline(japanese().help_heading()), help_in_turn(Some(programme)), session),
        Screen::Loss => aside(
            headline(japanese().loss_heading()),
            help_after_loss(Some(programme), hers.put_away, session),
            session,
        ),
        Screen::Move => {
            let moving = later::part(hers.later, move |lazy| (lazy.moving)(programme, session));
            aside_of(Screen::Start, headline(japanese().moving_here_heading()), moving)
        }
        Screen::Privacy => {
            let privacy = later::part(hers.later, move |lazy| (lazy.privacy)(session));
            aside(headline(japanese().privacy_heading()), privacy, session)
        }
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
