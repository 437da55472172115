//! What the first program leaves to the whole: a button in its place, so that she knows of it and can have it now.

use leptos::prelude::*;

use super::Case;
use super::dates::step;
use crate::browser::Session;
use crate::domain::Programme;
use crate::interview::Answers;
use crate::planner::steps;
use crate::ui::fold::Folds;
use crate::ui::markup::{Markup, element, following};
use crate::ui::sentences::paragraph;
use crate::ui::town::Hers;
use crate::words::japanese;

/// In the place of the planner the button. Where the whole is not here yet, it comes as soon as it is.
pub fn planner(_case: &Case<'_>, _programme: &'static Programme, session: Session, _hers: Hers) -> Markup {
    let words = japanese();
    let wanted = RwSignal::new(false);
    let want = move || {
        wanted.set(true);
        session.go_on_in_whole();
    };
    let button = element("button", "button").attribute("type", "button").on_click(want).with(words.later());
    let coming = following(move || wanted.get().then(|| paragraph("soft", words.later_coming())));
    element("section", "part later").with(button).with(coming).view()
}

/// One who has a plan wants all of it, and may print it before she touches it.
pub fn rehearse(_programme: &'static Programme, session: Session) {
    session.want_whole();
}

/// The dates of an application.
pub fn fixed(case: &Case<'_>, _session: Session) -> Markup {
    let dates = steps(&case.plan, None, case.now);
    let dates: Vec<Markup> = dates.iter().map(|date| step(date, case.now.date())).collect();
    (!dates.is_empty()).then(|| element("dl", "facts dates").with(dates)).into()
}

/// Not here.
pub fn year(_case: &Case<'_>) -> Markup {
    Markup::Nothing
}

/// Not here.
pub fn memo(_case: &Case<'_>) -> Markup {
    Markup::Nothing
}

/// Not here.
pub fn things(_case: &Case<'_>, _answers: &Answers, _session: Session) -> Markup {
    Markup::Nothing
}

/// Not here.
pub fn sharing(_programme: &'static Programme, _session: Session, _folds: Folds) -> Markup {
    Markup::Nothing
}

/// Not here.
pub fn sheet(_case: &Case<'_>, _programme: &'static Programme, _session: Session) -> Markup {
    Markup::Nothing
}
