//! The result: a plan as markup, in the order of what she needs first.

mod actions;
mod answers;
mod facilities;
mod facility;
mod foot;
mod phone;
mod services;
mod source;
mod summary;

use chrono::NaiveDateTime;
use leptos::prelude::*;

pub use facilities::Filters;
#[cfg(not(target_arch = "wasm32"))]
pub use facility::map_address;
#[cfg(not(target_arch = "wasm32"))]
pub use phone::weekly_hours;
use source::source_line;

use super::icons::Icon;
use super::privacy::{privacy_line, saving};
use super::sentences::sentence;
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
pub fn result(programme: &'static Programme, session: Session, filters: Filters) -> AnyView {
    let body = move || {
        Case::of(programme, session).map(|case| {
            view! {
                {answers::answers(programme, session)}
                {summary::summary(&case)}
                {urgent(&case)}
                {actions::actions(&case)}
                {services::services(&case)}
            }
            .into_any()
        })
    };
    let rows = move || Case::of(programme, session).map(|case| facilities::facilities(&case, filters));
    let foot = move || Case::of(programme, session).map(|case| foot::foot(&case));
    view! {
        <div class="result">
            {move || saving(session.saving.get())}
            {body}
            {rows}
            {foot}
            <section class="part">{privacy_line(session)}</section>
        </div>
    }
    .into_any()
}

/// What has to be said before anything is done.
fn urgent(case: &Case<'_>) -> AnyView {
    let words = japanese();
    let urgent = case.plan.notes.iter().filter(|note| foot::is_urgent(note));
    urgent
        .map(|note| {
            view! {
                <div class="notice notice-care">
                    {Icon::HEED.draw()}
                    <p class="notice-text">{sentence(&words.note(note, &case.plan))}</p>
                </div>
            }
            .into_any()
        })
        .collect_view()
        .into_any()
}
