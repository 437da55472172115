//! A date in three number fields, echoed in words while she types; what is wrong is said beside the field.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

use super::icons::Icon;
use super::markup::{Markup, element, following};
use super::page;
use super::sentences::sentence;
use crate::browser::Session;
use crate::interview::typed::{DateField, Draft, Drafts, Fields, read_date, read_year, spread, typed_into};
use crate::interview::{
    Answers, BabyAnswer, BabyProblem, PretermAnswer, check_birth, check_due, check_due_of_birth, is_far_year,
};
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

/// What is wrong, and in which field; in all three where the date as a whole is.
#[derive(Clone, PartialEq)]
struct Wrong {
    field: Option<DateField>,
    text: String,
}

const FIELDS: [(DateField, &str, &str); 3] =
    [(DateField::Year, "date-year", "4"), (DateField::Month, "date-month", "2"), (DateField::Day, "date-day", "2")];

/// The fields and the button that takes the date.
pub fn date_entry(asked: Asked, session: Session) -> Markup {
    let words = japanese();
    // A date that she has begun goes before the one that she gave.
    let draft = asked.draft();
    let given = asked.given(&session.answers.get_untracked()).map(fields_of);
    let drafts = session.drafts();
    let begun = drafts.are_begun(draft).then(|| drafts.of(draft).clone());
    let typed = RwSignal::new(begun.or(given).unwrap_or_default());
    let wrong: RwSignal<Option<Wrong>> = RwSignal::new(None);
    let today = session.today;
    let take = move || {
        let stands = typed.get_untracked();
        let after = spread(&stands);
        if after != stands {
            show(&stands, &after);
            typed.set(after);
        }
        match typed.with_untracked(|typed| asked.read(typed, today.get_untracked())) {
            Ok(date) => {
                session.keep_drafts(&Drafts::default());
                session.answer(|answers| asked.put(answers, date));
                session.go_on();
            }
            Err(found) => {
                let first = found.field.unwrap_or(DateField::Year);
                wrong.set(Some(found));
                page::focus(FIELDS.iter().find(|(field, ..)| *field == first).map_or("", |(_, id, _)| id));
            }
        }
    };
    let type_on = move |place: usize, text: String| {
        let after = typed.with_untracked(|typed| typed_into(typed, place, &text));
        let mut stands = typed.get_untracked();
        if let Some(field) = stands.get_mut(place) {
            *field = text;
        }
        show(&stands, &after);
        let mut drafts = session.drafts();
        drafts.put(draft, after.clone());
        session.keep_drafts(&drafts);
        typed.set(after);
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
    let fields: Vec<Markup> = (0..FIELDS.len()).map(|place| field(place, typed, wrong, type_on)).collect();
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

/// Puts into the fields what stands there no more as she typed it.
fn show(stands: &Fields, after: &Fields) {
    for ((_, id, _), (before, after)) in FIELDS.iter().zip(stands.iter().zip(after)) {
        if before != after {
            page::put(id, after);
        }
    }
}

/// A date as the fields have it.
fn fields_of(date: NaiveDate) -> Fields {
    [date.year().to_string(), date.month().to_string(), date.day().to_string()]
}

fn field(
    place: usize,
    typed: RwSignal<Fields>,
    wrong: RwSignal<Option<Wrong>>,
    type_on: impl Fn(usize, String) + Send + 'static,
) -> Markup {
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
        .holding(text)
        .attribute_following("aria-invalid", move || is_wrong().then_some("true".into()))
        .attribute_following("aria-describedby", move || is_wrong().then_some("date-error".into()))
        .on_input(move |text| type_on(place, text));
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
    fn draft(self) -> Draft {
        match self {
            Asked::Birth => Draft::Birth,
            Asked::Due => Draft::Due,
            Asked::DueOf(_) => Draft::DueOfBirth,
        }
    }

    fn given(self, answers: &Answers) -> Option<NaiveDate> {
        match (self, answers.baby, answers.preterm) {
            (Asked::Birth, Some(BabyAnswer::Born(date)), _)
            | (Asked::Due, Some(BabyAnswer::Expected(date)), _)
            | (Asked::DueOf(_), _, Some(PretermAnswer::DueOn(date))) => Some(date),
            _ => None,
        }
    }

    fn read(self, typed: &Fields, today: NaiveDate) -> Result<NaiveDate, Wrong> {
        let words = japanese();
        let [year, month, day] = &spread(typed);
        let date = read_date(year, month, day, today).map_err(|problem| {
            let field = problem.field();
            // Before she fills the rest of a date that can't be right.
            if let (Ok(year), false) = (read_year(year, today), matches!(self, Asked::DueOf(_)))
                && is_far_year(year, today)
            {
                return Wrong { field: Some(DateField::Year), text: words.far_year(year, today) };
            }
            let typed = match field {
                DateField::Year => year,
                DateField::Month => month,
                DateField::Day => day,
            };
            Wrong { field: Some(field), text: words.date_problem(problem, typed) }
        })?;
        let checked: Result<(), BabyProblem> = match self {
            Asked::Birth => check_birth(date, today),
            Asked::Due => check_due(date, today),
            Asked::DueOf(birth) => check_due_of_birth(date, birth, today),
        };
        checked.map_err(|problem| Wrong { field: None, text: words.baby_problem(problem, date, today) })?;
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
