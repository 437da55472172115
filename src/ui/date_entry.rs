//! A date in three number fields, echoed in words while she types; what is wrong is said beside the field.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

use super::icons::Icon;
use super::markup::{Markup, element, following};
use super::page;
use super::sentences::sentence;
use crate::browser::Session;
use crate::interview::typed::{DateField, read_date};
use crate::interview::{Answers, BabyAnswer, BabyProblem, PretermAnswer, check_birth, check_due, check_due_of_birth};
use crate::words::japanese;

/// Which date is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The date of birth.
    Birth,
    /// The due date of a baby that is not born yet.
    Due,
    /// The due date of a baby born on this day.
    DueOf(NaiveDate),
}

/// What stands in the three fields.
type Typed = [String; 3];

/// What she typed, kept while she looks at another screen.
#[derive(Clone, Copy)]
pub struct Drafts([RwSignal<Typed>; 3]);

impl Drafts {
    /// Empty fields.
    pub fn new() -> Drafts {
        Drafts([RwSignal::default(), RwSignal::default(), RwSignal::default()])
    }

    /// Whether she has typed any of a date.
    pub fn are_begun(self, asked: Asked) -> bool {
        self.of(asked).with_untracked(|typed| typed.iter().any(|part| !part.is_empty()))
    }

    fn of(self, asked: Asked) -> RwSignal<Typed> {
        let [birth, due, due_of] = self.0;
        match asked {
            Asked::Birth => birth,
            Asked::Due => due,
            Asked::DueOf(_) => due_of,
        }
    }
}

/// What is wrong, and in which field; in all three where the date as a whole is.
#[derive(Clone, PartialEq)]
struct Wrong {
    field: Option<DateField>,
    text: String,
}

const FIELDS: [(DateField, &str, &str); 3] =
    [(DateField::Year, "date-year", "4"), (DateField::Month, "date-month", "2"), (DateField::Day, "date-day", "2")];

/// The fields and the button that takes the date.
pub fn date_entry(asked: Asked, session: Session, drafts: Drafts) -> Markup {
    let words = japanese();
    let typed = drafts.of(asked);
    if let Some(given) = asked.given(&session.answers.get_untracked())
        && !drafts.are_begun(asked)
    {
        typed.set([given.year().to_string(), given.month().to_string(), given.day().to_string()]);
    }
    let wrong: RwSignal<Option<Wrong>> = RwSignal::new(None);
    let today = session.today;
    let take = move || match typed.with_untracked(|typed| asked.read(typed, today.get_untracked())) {
        Ok(date) => {
            session.answer(|answers| asked.put(answers, date));
            session.go_on();
        }
        Err(found) => {
            let first = found.field.unwrap_or(DateField::Year);
            wrong.set(Some(found));
            page::focus(FIELDS.iter().find(|(field, ..)| *field == first).map_or("", |(_, id, _)| id));
        }
    };
    let echo = following(move || {
        let today = today.get();
        let date = typed.with(|typed| asked.read(typed, today)).ok();
        date.map(|date| sentence(&asked.echo(date, today)))
    });
    let error = following(move || wrong.get().map(|wrong| problem("date-error", &wrong.text)));
    let legend = match asked {
        Asked::Birth => words.born_question(),
        Asked::Due => words.expected_question(),
        Asked::DueOf(_) => words.due_date(),
    };
    let seen = if matches!(asked, Asked::DueOf(_)) { "date-legend" } else { "unseen" };
    let id = match asked {
        Asked::Birth => "birth",
        Asked::Due => "due",
        Asked::DueOf(_) => "due-of",
    };
    let fields: Vec<Markup> = (0..FIELDS.len()).map(|place| field(place, typed, wrong)).collect();
    let fields = element("fieldset", "")
        .with(element("legend", seen).with(legend))
        .with(element("div", "date-parts").with(fields));
    element("form", "date-field")
        .id(id)
        .attribute("novalidate", "")
        .on_submit(take)
        .with(fields)
        .with(element("p", "date-echo").attribute("role", "status").with(echo))
        .with(error)
        .with(take_answer())
        .view()
}

fn field(place: usize, typed: RwSignal<Typed>, wrong: RwSignal<Option<Wrong>>) -> Markup {
    let Some((field, id, length)) = FIELDS.get(place).copied() else { return Markup::Nothing };
    let text = typed.with_untracked(|typed| typed.get(place).cloned().unwrap_or_default());
    let is_wrong =
        move || wrong.with(|wrong| wrong.as_ref().is_some_and(|wrong| wrong.field.is_none_or(|at| at == field)));
    let class = if field == DateField::Year { "date-year" } else { "" };
    let input = element("input", class)
        .id(id)
        .attribute("type", "text")
        .attribute("inputmode", "numeric")
        .attribute("autocomplete", "off")
        .attribute("size", length)
        .attribute("value", text)
        .attribute_following("aria-invalid", move || is_wrong().then_some("true".into()))
        .attribute_following("aria-describedby", move || is_wrong().then_some("date-error".into()))
        .on_input(move |text| {
            typed.update(|typed| {
                if let Some(typed) = typed.get_mut(place) {
                    *typed = text;
                }
            });
        });
    element("label", "date-part").with(input).with(japanese().date_field(field)).view()
}

/// The button that takes what was typed.
pub fn take_answer() -> Markup {
    element("button", "button button-filled").attribute("type", "submit").with(japanese().take_answer()).view()
}

/// What is wrong with what was typed; fields refer to it by `id`.
pub fn problem(id: &'static str, text: &str) -> Markup {
    let text = element("span", "").with(sentence(text));
    element("p", "date-error").id(id).with(Icon::HEED.draw()).with(text).view()
}

impl Asked {
    fn given(self, answers: &Answers) -> Option<NaiveDate> {
        match (self, answers.baby, answers.preterm) {
            (Asked::Birth, Some(BabyAnswer::Born(date)), _)
            | (Asked::Due, Some(BabyAnswer::Expected(date)), _)
            | (Asked::DueOf(_), _, Some(PretermAnswer::DueOn(date))) => Some(date),
            _ => None,
        }
    }

    fn read(self, typed: &Typed, today: NaiveDate) -> Result<NaiveDate, Wrong> {
        let words = japanese();
        let [year, month, day] = typed;
        let date = read_date(year, month, day, today)
            .map_err(|problem| Wrong { field: Some(problem.field()), text: words.date_problem(problem) })?;
        let checked: Result<(), BabyProblem> = match self {
            Asked::Birth => check_birth(date, today),
            Asked::Due => check_due(date, today),
            Asked::DueOf(birth) => check_due_of_birth(date, birth, today),
        };
        checked.map_err(|problem| Wrong { field: None, text: words.baby_problem(problem).to_owned() })?;
        Ok(date)
    }

    fn echo(self, date: NaiveDate, today: NaiveDate) -> String {
        match self {
            Asked::Birth => japanese().echo_birth(date, today),
            Asked::Due => japanese().echo_due(date, today),
            Asked::DueOf(_) => japanese().due_on(date),
        }
    }

    fn put(self, answers: &mut Answers, date: NaiveDate) {
        match self {
            Asked::Birth => answers.tell_baby(BabyAnswer::Born(date)),
            Asked::Due => answers.tell_baby(BabyAnswer::Expected(date)),
            Asked::DueOf(_) => answers.preterm = Some(PretermAnswer::DueOn(date)),
        }
    }
}
