//! The start of a town's page: what it is, and the first question.

use leptos::prelude::*;

use super::choices::{Chosen, choice, choices, way};
use super::loss::after_loss;
use super::markup::{Markup, element, following, together};
use super::page;
use super::question::address;
use super::sentences::{headline, list, paragraph};
use crate::browser::Session;
use crate::domain::Programme;
use crate::domain::programme::Body;
use crate::interview::{Answers, Screen};
use crate::words::japanese;

/// The heading of the choices.
const HEADING: &str = "heading";

/// The first screen of a town's page for one who has not answered anything: the same on the host and in the browser.
pub fn start(programme: &Programme) -> Markup {
    let words = japanese();
    match &programme.body {
        Body::Association(association) => frame(
            programme,
            together([
                paragraph("", words.association()),
                list("plain-list", association.remarks.iter().map(|remark| remark.text.as_str())),
            ]),
        ),
        Body::Scheme(_) => {
            frame(programme, together([heading(words.baby_question()), born_or_expected(), beside(programme)]))
        }
    }
}

/// The first screen for one whose answers are kept: of the same height, so that nothing moves.
pub fn welcome_back(programme: &Programme, session: Session) -> Markup {
    let words = japanese();
    let begin_anew = move || {
        session.delete_all();
        page::focus(HEADING);
    };
    let asked = RwSignal::new(false);
    let ask = move || {
        let has_uses = |answers: &Answers| !answers.used.is_empty() || !answers.planned.is_empty();
        let has_more = session.answers.with_untracked(has_uses) || !session.ticks().is_empty();
        if has_more { asked.set(true) } else { begin_anew() }
    };
    let really = following(move || {
        let button = || element("button", "button").attribute("type", "button").on_click(begin_anew);
        asked.get().then(|| {
            let question = paragraph("", words.begin_anew_question());
            element("div", "delete")
                .attribute("role", "status")
                .with(question)
                .with(button().with(words.begin_anew_really()))
        })
    });
    let ways = vec![way(words.go_on(), "", address(Screen::Result)), choice(words.begin_anew(), "", Chosen::No, ask)];
    let ways = together([heading(words.welcome_back()), choices(ways), really]);
    frame(programme, together([ways, after_loss(), beside(programme)]))
}

fn heading(text: &str) -> Markup {
    element("h2", "").id(HEADING).focusable().with(headline(text)).view()
}

/// The choice between a born and an expected baby, and the way out for a mother whose baby has died.
pub fn born_or_expected() -> Markup {
    let words = japanese();
    let ways = vec![way(words.born(), "", address(Screen::Born)), way(words.expected(), "", address(Screen::Expected))];
    together([choices(ways), after_loss()])
}

/// What stands below the start, answered or not: where her answers are, and the way for one who lives elsewhere.
fn beside(programme: &Programme) -> Markup {
    let words = japanese();
    let link = |address: String, text: String| {
        let link = element("a", "choice-quiet").attribute("href", address).with(text);
        element("p", "question-aside").with(link).view()
    };
    together([
        link(address(Screen::Privacy), words.privacy_link().to_owned()),
        link("../".to_owned(), words.another_town(programme)),
    ])
}

fn frame(programme: &Programme, body: Markup) -> Markup {
    let words = japanese();
    element("div", "question start")
        .with(element("h1", "").focusable().with(headline(&words.start_heading(programme))))
        .with(paragraph("lead", words.start_lead()))
        .with(body)
        .view()
}
