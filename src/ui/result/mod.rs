//! The result: a plan as markup, in the order of what she needs first.

mod actions;
mod answers;
mod facilities;
mod facility;
mod foot;
#[cfg(not(feature = "whole"))]
mod later;
mod phone;
mod services;
mod source;
mod summary;

use chrono::NaiveDateTime;
use leptos::prelude::*;

pub use facilities::Filters;
#[cfg(not(target_arch = "wasm32"))]
pub use phone::weekly_hours;
use source::source_line;
#[cfg(not(target_arch = "wasm32"))]
pub use source::wrong_here;

use super::icons::Icon;
use super::markup::{Element, Markup, element, following, together};
use super::news;
use super::privacy::{notice, privacy_line, saving};
use super::sentences::{sentence, whole};
use crate::browser::Session;
use crate::domain::plan::{Plan, Status};
use crate::domain::{Programme, Situation, plan};
use crate::interview::situation;
use crate::words::japanese;

/// A plan and what it answers.
pub struct Case<'p> {
    /// What the sources say.
    pub plan: Plan<'p>,
    /// To whom.
    pub situation: Situation,
    /// When.
    pub now: NaiveDateTime,
}

impl<'p> Case<'p> {
    /// Her case now; `None` while an answer is missing.
    fn of(programme: &'p Programme, session: Session) -> Option<Case<'p>> {
        let now = session.now.get();
        let situation = session.answers.with(|answers| situation(answers, programme, now.date())).ok()?;
        Some(Case { plan: plan(&situation, programme, now), situation, now })
    }
}

impl Case<'_> {
    /// Whether any service is not ruled out.
    fn in_reach(&self) -> bool {
        self.plan.services.iter().any(|service| service.status != Status::Outside)
    }
}

/// The result screen. It follows her answers and the clock.
pub fn result(programme: &'static Programme, session: Session, filters: Filters) -> Markup {
    let body = following(move || {
        Case::of(programme, session).map(|case| {
            together([
                answers::answers(programme, session),
                summary::summary(&case),
                news::changes(&case.plan, session),
                urgent(&case),
                actions::actions(&case),
                services::services(&case),
            ])
        })
    });
    let rows = following(move || Case::of(programme, session).map(|case| facilities::facilities(&case, filters)));
    let foot = following(move || Case::of(programme, session).map(|case| foot::foot(&case)));
    element("div", "result")
        .with(following(move || saving(session.saving.get())))
        .with(body)
        .with(rows)
        .with(later(session))
        .with(foot)
        .with(element("section", "part").with(privacy_line(session)))
        .view()
}

/// What has to be said before anything is done.
fn urgent(case: &Case<'_>) -> Markup {
    let words = japanese();
    let urgent = case.plan.notes.iter().filter(|note| foot::is_urgent(note));
    let notices: Vec<Markup> = urgent.map(|note| notice(sentence(&words.note(note, &case.plan))).view()).collect();
    notices.into()
}

/// A part of the result under its heading, which names it.
fn part(class: &'static str, id: &'static str, heading: &str) -> Element {
    element("section", class).attribute("aria-labelledby", id).with(element("h2", "").id(id).with(heading))
}

/// A line that tells a state: its sign, the state in short, what is to say of it.
fn status(class: &'static str, icon: Icon, state: &str, said: &str) -> Markup {
    let state = (!state.is_empty()).then(|| whole(state));
    let space = state.is_some().then_some(" ");
    let text = element("span", "").with(state).with(space).with(sentence(said));
    element("p", class).with(icon.draw()).with(text).view()
}

/// What comes later, where this is the first program.
#[cfg(not(feature = "whole"))]
fn later(session: Session) -> Markup {
    later::later(session)
}

#[cfg(feature = "whole")]
fn later(_session: Session) -> Markup {
    Markup::Nothing
}
