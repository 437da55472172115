//! A date in three number fields, echoed in words while she types; what is wrong is said beside the field.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

use super::icons::Icon;
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
pub fn date_entry(asked: Asked, session: Session, drafts: Drafts) -> AnyView {
    let words = japanese();
    let typed = drafts.of(asked);
    if let Some(given) = asked.given(&session.answers.get_untracked())
        && typed.with_untracked(|typed| typed.iter().all(String::is_empty))
    {
        typed.set([given.year().to_string(), given.month().to_string(), given.day().to_string()]);
    }
    let wrong: RwSignal<Option<Wrong>> = RwSignal::new(None);
    let today = session.today;
    let take = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match typed.with_untracked(|typed| asked.read(typed, today.get_untracked())) {
            Ok(date) => {
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
    let echo = move || {
        let today = today.get();
        let date = typed.with(|typed| asked.read(typed, today)).ok();
        date.map(|date| sentence(&asked.echo(date, today)))
    };
    let fields: Vec<AnyView> = (0..FIELDS.len()).map(|place| field(place, typed, wrong)).collect();
    let legend = match asked {
        Asked::Birth => words.born_question(),
        Asked::Due => words.expected_question(),
        Asked::DueOf(_) => words.due_date(),
    };
    let seen = if matches!(asked, Asked::DueOf(_)) { "date-legend" } else { "unseen" };
    view! {
        <form class="date-field" novalidate on:submit=take>
            <fieldset>
                <legend class=seen>{legend}</legend>
                <div class="date-parts">{fields}</div>
            </fieldset>
            <p class="date-echo" role="status">{echo}</p>
            {move || wrong.get().map(error)}
            <button type="submit" class="button button-filled">
                {words.take_answer()}
            </button>
        </form>
    }
    .into_any()
}

fn field(place: usize, typed: RwSignal<Typed>, wrong: RwSignal<Option<Wrong>>) -> AnyView {
    let Some((field, id, length)) = FIELDS.get(place).copied() else { return ().into_any() };
    let text = move || typed.with_untracked(|typed| typed.get(place).cloned().unwrap_or_default());
    let is_wrong =
        move || wrong.with(|wrong| wrong.as_ref().is_some_and(|wrong| wrong.field.is_none_or(|at| at == field)));
    let class = if field == DateField::Year { "date-year" } else { "" };
    view! {
        <label class="date-part">
            <input
                id=id
                class=class
                type="text"
                inputmode="numeric"
                autocomplete="off"
                size=length
                value=text()
                aria-invalid=move || is_wrong().then_some("true")
                aria-describedby=move || is_wrong().then_some("date-error")
                on:input=move |event| {
                    let text = event_target_value(&event);
                    typed.update(|typed| {
                        if let Some(typed) = typed.get_mut(place) {
                            *typed = text;
                        }
                    });
                }
            />
            {japanese().date_field(field)}
        </label>
    }
    .into_any()
}

fn error(wrong: Wrong) -> AnyView {
    view! {
        <p class="date-error" id="date-error">
            {Icon::HEED.draw()}
            <span>{sentence(&wrong.text)}</span>
        </p>
    }
    .into_any()
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
            Asked::Birth => answers.baby = Some(BabyAnswer::Born(date)),
            Asked::Due => answers.baby = Some(BabyAnswer::Expected(date)),
            Asked::DueOf(_) => answers.preterm = Some(PretermAnswer::DueOn(date)),
        }
    }
}
