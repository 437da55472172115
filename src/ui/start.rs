//! The start of a town's page: what it is, and the first question.

use leptos::prelude::*;

use super::choices::{Chosen, choice, choices, way};
use super::page;
use super::question::address;
use super::sentences::{list, paragraph};
use crate::browser::Session;
use crate::domain::Programme;
use crate::domain::programme::Body;
use crate::interview::{Answers, Screen};
use crate::words::japanese;

/// The heading of the choices.
const HEADING: &str = "heading";

/// Whether the help screen was reached by the way out for a mother whose baby has died.
#[derive(Clone, Copy)]
pub struct AfterLoss(RwSignal<bool>);

impl AfterLoss {
    /// Not yet.
    pub fn new() -> AfterLoss {
        AfterLoss(RwSignal::new(false))
    }

    /// Whether it was.
    pub fn get(self) -> bool {
        self.0.get_untracked()
    }

    /// She has left that screen.
    pub fn end(self) {
        self.0.set(false);
    }
}

/// The first screen of a town's page for one who has not answered anything: the same on the host and in the browser.
pub fn start(programme: &Programme, after_loss: AfterLoss) -> AnyView {
    let words = japanese();
    match &programme.body {
        Body::Association(association) => frame(
            programme,
            view! {
                {paragraph("", words.association())}
                {list("plain-list", association.remarks.iter().map(|remark| remark.text.as_str()))}
            }
            .into_any(),
        ),
        Body::Scheme(_) => frame(
            programme,
            view! {
                <h2 id=HEADING tabindex="-1">{words.baby_question()}</h2>
                {born_or_expected(after_loss)}
                {another_town(programme)}
            }
            .into_any(),
        ),
    }
}

/// The first screen for one whose answers are kept: of the same height, so that nothing moves.
pub fn welcome_back(programme: &Programme, session: Session) -> AnyView {
    let words = japanese();
    let begin_anew = move || {
        session.answer(|answers| *answers = Answers::default());
        page::focus(HEADING);
    };
    let ways =
        vec![way(words.go_on(), "", address(Screen::Result)), choice(words.begin_anew(), "", Chosen::No, begin_anew)];
    frame(
        programme,
        view! {
            <h2 id=HEADING tabindex="-1">{words.welcome_back()}</h2>
            {choices(ways)}
            <a class="choice-quiet" href=address(Screen::Privacy)>
                {words.privacy_link()}
            </a>
            {another_town(programme)}
        }
        .into_any(),
    )
}

/// The choice between a born and an expected baby, and the way out for a mother whose baby has died.
pub fn born_or_expected(after_loss: AfterLoss) -> AnyView {
    let words = japanese();
    let ways = vec![way(words.born(), "", address(Screen::Born)), way(words.expected(), "", address(Screen::Expected))];
    view! {
        {choices(ways)}
        <a class="choice-quiet" href=address(Screen::Help) on:click=move |_| after_loss.0.set(true)>
            {words.loss_link()}
        </a>
    }
    .into_any()
}

fn another_town(programme: &Programme) -> AnyView {
    view! {
        <p class="question-aside">
            <a class="choice-quiet" href="../">
                {japanese().another_town(programme)}
            </a>
        </p>
    }
    .into_any()
}

fn frame(programme: &Programme, body: AnyView) -> AnyView {
    let words = japanese();
    view! {
        <div class="question start">
            <h1 tabindex="-1">{words.start_heading(programme)}</h1>
            {paragraph("lead", words.start_lead())}
            {body}
        </div>
    }
    .into_any()
}
