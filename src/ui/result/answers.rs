//! Her answers above the result, each with a way to change it.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::Programme;
use crate::interview::{Answers, BabyAnswer, PostalAnswer, PretermAnswer, Question, Screen, questions};
use crate::ui::loss::after_loss;
use crate::ui::markup::{Markup, element, together};
use crate::ui::question::{address, screen_of};
use crate::ui::sentences::sentence;
use crate::words::japanese;

/// A line of her answers that opens to the list.
pub fn answers(programme: &Programme, answers: ReadSignal<Answers>, today: NaiveDate) -> Markup {
    let words = japanese();
    answers.with(|answers| {
        let said: Vec<(Question, String)> = questions(answers, programme, today)
            .into_iter()
            .filter_map(|question| Some((question, said(question, answers)?)))
            .collect();
        let short = said_in_short(answers);
        let change = |question| match (question, answers.baby) {
            // What changes is that it is born, more often than the due date.
            (Question::Baby, Some(BabyAnswer::Expected(_))) => address(Screen::Ask(Question::Baby)),
            _ => address(screen_of(question, answers)),
        };
        let rows: Vec<Markup> = said.iter().map(|(question, said)| row(*question, said, change(*question))).collect();
        let summary = element("summary", "")
            .with(element("span", "answers-short").with(sentence(&short)))
            .with(element("span", "answers-change").with(words.change()));
        let answers = element("details", "answers")
            .with(summary)
            .with(element("h2", "unseen").with(words.answers()))
            .with(element("dl", "").with(rows));
        together([element("p", "answers-aside").with(after_loss()).view(), answers.view()])
    })
}

/// Her baby and how many, in a line.
pub fn said_in_short(answers: &Answers) -> String {
    let short: Vec<String> =
        [Question::Baby, Question::Babies].into_iter().filter_map(|one| said(one, answers)).collect();
    japanese().names(&short.iter().map(String::as_str).collect::<Vec<&str>>())
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
        Question::Wish => words.wish(answers.wish?).to_owned(),
        Question::Applied => words.applied(answers.applied?).to_owned(),
    })
}
