//! The frame of a question: the way back, how many are left, the heading.

use leptos::prelude::*;

use super::icons::Icon;
use super::markup::{Markup, element};
use super::sentences::{headline, paragraph};
use crate::browser::Session;
use crate::domain::Programme;
use crate::interview::{Answers, BabyAnswer, Question, Screen, next, questions, questions_left};
use crate::words::japanese;

/// What stands around a question.
pub struct Frame {
    /// The screen before.
    pub back: Screen,
    /// How many questions are left with this one, where that is said.
    pub left: Option<usize>,
}

impl Frame {
    /// The frame of a screen of the interview.
    pub fn of(screen: Screen, programme: &Programme, session: Session) -> Frame {
        let today = session.today.get_untracked();
        session.answers.with_untracked(|answers| {
            let questions = questions(answers, programme, today);
            let question = question_of(screen);
            let place = questions.iter().position(|asked| *asked == question).unwrap_or(0);
            let changing = next(answers, programme, today).is_none();
            let before = place.checked_sub(1).and_then(|before| questions.get(before)).copied();
            Frame {
                back: if changing { Screen::Result } else { before_of(screen, before, answers) },
                left: questions_left(screen, answers, programme, today),
            }
        })
    }

    /// The whole screen of a question.
    pub fn around(self, heading: &str, hint: &str, body: Markup) -> Markup {
        let left = self.left.map(|left| element("span", "").with(japanese().questions_left(left)));
        let hint = (!hint.is_empty()).then(|| paragraph("soft", hint));
        element("div", "question")
            .with(element("p", "question-way").with(back(self.back)).with(left))
            .with(element("h1", "").id("heading").focusable().with(headline(heading)))
            .with(hint)
            .with(body)
            .view()
    }
}

/// A link to the screen before.
pub fn back(screen: Screen) -> Markup {
    element("a", "question-back")
        .attribute("href", address(screen))
        .with(Icon::BACK.draw())
        .with(japanese().back())
        .view()
}

/// The address of a screen.
pub fn address(screen: Screen) -> String {
    ["#", &screen.fragment()].concat()
}

/// The screen on which her answer to a question can be changed.
pub fn screen_of(question: Question, answers: &Answers) -> Screen {
    match (question, answers.baby) {
        (Question::Baby, Some(BabyAnswer::Born(_))) => Screen::Born,
        (Question::Baby, Some(BabyAnswer::Expected(_))) => Screen::Expected,
        _ => Screen::Ask(question),
    }
}

fn question_of(screen: Screen) -> Question {
    match screen {
        Screen::Ask(question) => question,
        _ => Question::Baby,
    }
}

fn before_of(screen: Screen, before: Option<Question>, answers: &Answers) -> Screen {
    match (screen, before) {
        (Screen::Ask(_), Some(before)) => screen_of(before, answers),
        _ => Screen::Start,
    }
}
