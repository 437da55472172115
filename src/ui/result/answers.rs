//! Her answers above the result, each with a way to change it.

use leptos::prelude::*;

use crate::browser::Session;
use crate::domain::Programme;
use crate::interview::{Answers, BabyAnswer, PostalAnswer, PretermAnswer, Question, questions};
use crate::ui::markup::{Markup, element};
use crate::ui::question::{address, screen_of};
use crate::ui::sentences::sentence;
use crate::words::japanese;

/// A line of her answers that opens to the list.
pub fn answers(programme: &Programme, session: Session) -> Markup {
    let words = japanese();
    let today = session.today.get();
    session.answers.with(|answers| {
        let said: Vec<(Question, String)> = questions(answers, programme, today)
            .into_iter()
            .filter_map(|question| Some((question, said(question, answers)?)))
            .collect();
        let short: Vec<&str> = said
            .iter()
            .filter(|(question, _)| matches!(question, Question::Baby | Question::Babies))
            .map(|(_, said)| said.as_str())
            .collect();
        let short = words.names(&short);
        let rows: Vec<Markup> =
            said.iter().map(|(question, said)| row(*question, said, address(screen_of(*question, answers)))).collect();
        let summary = element("summary", "")
            .with(element("span", "answers-short").with(sentence(&short)))
            .with(element("span", "answers-change").with(words.change()));
        element("details", "answers")
            .with(summary)
            .with(element("h2", "unseen").with(words.answers()))
            .with(element("dl", "").with(rows))
            .view()
    })
}

fn row(question: Question, said: &str, address: String) -> Markup {
    let words = japanese();
    let topic = words.topic(question);
    let change =
        element("a", "").attribute("href", address).with(words.change()).with(element("span", "unseen").with(topic));
    element("div", "")
        .with(element("dt", "").with(topic))
        .with(element("dd", "").with(sentence(said)))
        .with(element("dd", "").with(change))
        .view()
}

/// Her answer to a question in words.
fn said(question: Question, answers: &Answers) -> Option<String> {
    let words = japanese();
    Some(match question {
        Question::Baby => match answers.baby? {
            BabyAnswer::Born(birth) => words.born_on(birth),
            BabyAnswer::Expected(due) => words.due_on(due),
        },
        Question::DueDate => match answers.preterm? {
            PretermAnswer::No => words.not_preterm().to_owned(),
            PretermAnswer::DueOn(due) => words.due_on(due),
            PretermAnswer::Unknown => words.unknown().to_owned(),
        },
        Question::Babies => words.babies(answers.babies?).to_owned(),
        Question::Household => words.household(answers.household?).to_owned(),
        Question::Health => words.medical_care(answers.medical_care?).to_owned(),
        Question::Postal => match answers.postal.as_ref()? {
            PostalAnswer::Code(code) => code.as_str().to_owned(),
            PostalAnswer::Unknown => words.unknown().to_owned(),
        },
        Question::Applied => words.applied(answers.applied?).to_owned(),
    })
}
