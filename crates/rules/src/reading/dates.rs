//! Which dates she keeps, in which order, and whom she rings about each.

use chrono::NaiveDate;

use super::{Case, Whom};
use crate::domain::deadlines::Via;
use crate::domain::plan::What;
use crate::planner::{Fixed, FixedDate, Standing, Step, by_day, fixed_dates, possible_day, row_of_use, steps};

/// A date that she keeps.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept<'c> {
    /// When, or its first day.
    pub day: NaiveDate,
    /// What is on it.
    pub on: On,
    /// Who is rung about it.
    pub to: Whom<'c>,
}

/// What is on a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum On {
    /// What is to be done for the planned use at this place.
    Step(usize, Step),
    /// The planned use at this place itself, from its first to its last day.
    Use(usize, NaiveDate, NaiveDate),
    /// What is of no single use.
    Fixed(FixedDate),
}

impl Kept<'_> {
    /// Whether it is the last day to apply to the office, which she does once for all her uses.
    fn is_application(&self) -> bool {
        match self.on {
            On::Step(_, step) => is_to_office(&step),
            On::Use(..) => false,
            On::Fixed(date) => matches!(date.what, Fixed::ApplyBy(..)),
        }
    }
}

fn is_to_office(step: &Step) -> bool {
    step.what == What::ApplyBy && step.deadline.via != Some(Via::Facility)
}

/// What is still to be done for the planned use at `place`, and the use itself; none where its day is ruled out.
pub fn dates_of_use<'c>(case: &'c Case<'_>, place: usize) -> Vec<Kept<'c>> {
    let planned = case.situation.planned.get(place);
    let days = planned.and_then(|planned| Some((planned, planned.date?, planned.last_day()?)));
    let possible = possible_day(place, &case.situation, &case.plan, case.today());
    let Some((planned, first, last)) = days.filter(|_| possible.is_some()) else { return Vec::new() };
    let there = row_of_use(planned, &case.plan).map_or(Whom::Undecided, |row| Whom::Facility(row.facility));
    let ahead = steps(&case.plan, Some(place), case.now).into_iter().filter(|step| step.standing != Standing::Passed);
    let ahead = ahead.map(|step| Kept {
        day: step.deadline.at.date(),
        on: On::Step(place, step),
        to: if is_to_office(&step) { Whom::Office } else { there },
    });
    ahead.chain([Kept { day: first, on: On::Use(place, first, last), to: there }]).collect()
}

/// What is of no single use, about which the office is rung.
pub fn dates_of_none<'c>(case: &Case<'_>) -> Vec<Kept<'c>> {
    let dates = fixed_dates(&case.plan, &case.situation, case.today()).into_iter();
    dates.map(|date| Kept { day: date.day, on: On::Fixed(date), to: Whom::Office }).collect()
}

/// All of them; none where no day is chosen.
pub fn dates_of_all<'c>(case: &'c Case<'_>) -> Vec<Kept<'c>> {
    let uses: Vec<Kept<'_>> = (0..case.situation.planned.len()).flat_map(|place| dates_of_use(case, place)).collect();
    if uses.is_empty() { uses } else { uses.into_iter().chain(dates_of_none(case)).collect() }
}

/// Dates in their order, and of the days to apply by the first alone: she applies once for all.
pub fn in_one_list(dates: Vec<Kept<'_>>) -> Vec<Kept<'_>> {
    let mut dates = by_day(dates, |date| date.day);
    let mut applied = false;
    dates.retain(|date| !(date.is_application() && core::mem::replace(&mut applied, true)));
    dates
}
