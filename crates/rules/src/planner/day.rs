//! The day that she chose for a use: what speaks against it, and the next one against which nothing does.

use chrono::{Datelike, NaiveDate};

use super::limits::is_spent;
use crate::domain::age::{LastDays, Verdict};
use crate::domain::business_days::{Certainty, CountedDay};
use crate::domain::calendar::{days_after, days_before};
use crate::domain::clock::Weekdays;
use crate::domain::holidays::is_year_end;
use crate::domain::plan::{EarliestUse, FacilityAnswer, Plan, ServiceAnswer, Status, verdict_of_days};
use crate::domain::programme::Condition;
use crate::domain::service::Service;
use crate::domain::situation::{MedicalCare, Situation};
use crate::domain::uses::Use;

/// What can be said of a chosen day.
#[derive(Clone, Debug, PartialEq)]
pub struct DayAnswer<'c, 'p> {
    /// What speaks against it; empty where nothing does.
    pub doubts: Vec<DayDoubt<'p>>,
    /// Where the day is a reason: the next day that is none, else the last one before; `None` where there is none.
    pub instead: Option<NaiveDate>,
    /// Where the facility ends too early or gives no care then, and another does.
    pub elsewhere: Option<Elsewhere<'c, 'p>>,
}

/// Where else the care can be had, and when.
#[derive(Clone, Debug, PartialEq)]
pub struct Elsewhere<'c, 'p> {
    /// `None` for the chosen day; where none at all is left at her facility, nor elsewhere on that day, the next one after,
    /// or the first of all.
    pub day: Option<NaiveDate>,
    /// The facilities that surely give this care then, at least one, as printed.
    pub rows: Vec<&'c FacilityAnswer<'p>>,
}

/// What speaks against a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayDoubt<'p> {
    /// The facility does not give this service.
    NotOffered,
    /// What she has used leaves nothing of the service, on any day.
    UsedUp,
    /// It lies before today.
    Past,
    /// It lies before the earliest day of use of one who applies today.
    TooSoon(CountedDay),
    /// No day is left from that earliest day on.
    EndsFirst {
        /// The last day on which the care can be used.
        last: NaiveDate,
    },
    /// It, or the last day of the stay, lies past the last day.
    Beyond {
        /// The last day on which the care can be used.
        last: NaiveDate,
    },
    /// It lies where the last day is to be confirmed.
    Confirm {
        /// The last sure day, where there is one.
        sure: Option<NaiveDate>,
    },
    /// It is sure, but the last day of the stay lies past the last sure day.
    LaterDay {
        /// The last day of the stay.
        later: NaiveDate,
        /// The last sure day.
        sure: NaiveDate,
    },
    /// The facility gives care on these days of the week only.
    NoCare(Weekdays),
    /// A day of it lies between 29 December and 3 January, when nothing printed says that care is given.
    YearEnd,
    /// It is today, and somebody is ill today.
    IllToday,
    /// Another use that she plans has a day in common with it.
    Overlaps,
    /// No answer settles a condition of the facility.
    Unsettled(&'p Condition),
}

impl DayDoubt<'_> {
    /// Whether the day is surely none for this use; else it is one to ask about.
    pub fn rules_out(&self) -> bool {
        match self {
            DayDoubt::NotOffered
            | DayDoubt::UsedUp
            | DayDoubt::Past
            | DayDoubt::Beyond { .. }
            | DayDoubt::NoCare(_)
            | DayDoubt::IllToday => true,
            DayDoubt::TooSoon(_)
            | DayDoubt::EndsFirst { .. }
            | DayDoubt::Confirm { .. }
            | DayDoubt::LaterDay { .. }
            | DayDoubt::YearEnd
            | DayDoubt::Overlaps
            | DayDoubt::Unsettled(_) => false,
        }
    }
}

/// Where the use would be: a facility's row, or any of the service's.
#[derive(Clone, Copy)]
struct Place {
    last_days: LastDays,
    corrected_until: Option<NaiveDate>,
    care_days: Option<Weekdays>,
    /// The earliest day of use if she applies now.
    usable_from: Option<EarliestUse>,
}

impl Place {
    fn of_row(row: &FacilityAnswer<'_>) -> Place {
        Place {
            last_days: row.last_days,
            corrected_until: row.corrected_until,
            care_days: row.offer.care_days,
            usable_from: row.usable_from,
        }
    }

    fn of_service(answer: &ServiceAnswer<'_>) -> Place {
        Place {
            last_days: answer.last_days,
            corrected_until: answer.corrected_until,
            care_days: None,
            usable_from: answer.usable_from,
        }
    }

    /// The last day on which a use of `days` days can surely begin.
    fn last_sure_start(self, days: u16) -> Option<NaiveDate> {
        let last = days_before(self.last_days.sure()?, days.saturating_sub(1));
        // Days of care come round in a week.
        (0..7).map(|back| days_before(last, back)).find(|first| self.takes(*first, days))
    }

    fn verdict(self, first: NaiveDate, days: u16) -> Verdict {
        verdict_of_days(self.last_days, self.corrected_until, (first, last_of(first, days)))
    }

    fn gives_care(self, first: NaiveDate) -> bool {
        self.care_days.is_none_or(|days| days.contains(first.weekday()))
    }

    /// Whether nothing speaks against a use of `days` days from `first`, of those things that the place decides.
    fn takes(self, first: NaiveDate, days: u16) -> bool {
        self.gives_care(first) && self.verdict(first, days) == Verdict::Within
    }
}

/// The last day on which a smallest use of a service (1泊2日, a day, a visit) can surely begin, by age and days of care;
/// `None` where no day is sure.
pub fn last_sure_start(plan: &Plan<'_>, service: Service) -> Option<NaiveDate> {
    let days = Use::smallest(service).length.days();
    let of_service = || plan.facilities.iter().filter(|row| row.offer.service == service);
    let answer = plan.service(service)?;
    let anywhere = of_service().next().is_none().then(|| Place::of_service(answer));
    let rows = of_service().filter(|row| row.status != Status::Outside).map(Place::of_row);
    rows.chain(anywhere).filter_map(|place| place.last_sure_start(days)).max()
}

fn last_of(first: NaiveDate, days: u16) -> NaiveDate {
    days_after(first, days.saturating_sub(1))
}

/// What decides whether a day is a possible one, whatever else is to be asked.
struct Choice<'c, 'p> {
    place: Place,
    /// Conditions of the place that no answer settled.
    unsettled: &'c [&'p Condition],
    /// Of the use.
    days: u16,
    /// The first day on which she can use anything.
    soon: NaiveDate,
    /// The first and the last day of each other use that she plans.
    taken: Vec<(NaiveDate, NaiveDate)>,
}

impl Choice<'_, '_> {
    fn meets_year_end(&self, first: NaiveDate) -> bool {
        (0..self.days).any(|ahead| is_year_end(days_after(first, ahead)))
    }

    fn overlaps(&self, first: NaiveDate) -> bool {
        self.taken.iter().any(|(from, to)| *from <= last_of(first, self.days) && first <= *to)
    }

    fn is_possible(&self, first: NaiveDate) -> bool {
        self.soon <= first && self.place.takes(first, self.days) && !self.meets_year_end(first) && !self.overlaps(first)
    }

    /// The next possible day after `first`; else the last one before it.
    fn instead(&self, first: NaiveDate) -> Option<NaiveDate> {
        let from = first.max(self.soon);
        let possible = self.place.last_days.possible();
        // Past the last day there is none.
        let after = (0..=HORIZON_DAYS)
            .map(|ahead| days_after(from, ahead))
            .take_while(|day| possible.is_none_or(|last| *day <= last));
        let before = || {
            let end = possible.map_or(first, |last| first.min(days_after(last, 1)));
            let back = (1..=HORIZON_DAYS).map(|back| days_before(end, back));
            back.take_while(|day| *day >= self.soon).find(|day| self.is_possible(*day))
        };
        after.into_iter().find(|day| self.is_possible(*day)).or_else(before)
    }
}

/// No limit lies farther from a birth than this.
const HORIZON_DAYS: u16 = 800;

/// What can be said of the day of the planned use at `index`; `None` where none is chosen or the baby is not born.
pub fn day<'c, 'p>(
    index: usize,
    situation: &Situation,
    plan: &'c Plan<'p>,
    today: NaiveDate,
) -> Option<DayAnswer<'c, 'p>> {
    let planned = situation.planned.get(index)?;
    let first = planned.date?;
    let (choice, mut doubts) = match checked(index, situation, plan, today)? {
        Checked::Day(choice, doubts) => (choice, doubts),
        Checked::Never(doubt) => {
            return Some(DayAnswer { doubts: vec![doubt], instead: None, elsewhere: None });
        }
    };
    let (instead, elsewhere) = if doubts.is_empty() {
        (None, None)
    } else {
        let instead = choice.instead(first);
        (instead, elsewhere(&choice, first, &doubts, instead, plan, planned.wanted.service))
    };
    doubts.extend(choice.unsettled.iter().map(|condition| DayDoubt::Unsettled(condition)));
    Some(DayAnswer { doubts, instead, elsewhere })
}

/// The chosen day of the planned use at `index`, unless something rules it out; before the birth nothing does. `None` where
/// none is chosen.
pub fn possible_day(index: usize, situation: &Situation, plan: &Plan<'_>, today: NaiveDate) -> Option<NaiveDate> {
    let first = situation.planned.get(index)?.date?;
    let is_possible = match checked(index, situation, plan, today) {
        Some(Checked::Day(_, doubts)) => !doubts.iter().any(DayDoubt::rules_out),
        Some(Checked::Never(_)) => false,
        None => true,
    };
    is_possible.then_some(first)
}

/// A chosen day, looked at.
enum Checked<'c, 'p> {
    /// No day would do, for this.
    Never(DayDoubt<'p>),
    /// What speaks against the day, of all that hangs on it.
    Day(Choice<'c, 'p>, Vec<DayDoubt<'p>>),
}

/// Looks at the chosen day of a use; `None` where there is none, or nothing to look at it by.
fn checked<'c, 'p>(
    index: usize,
    situation: &Situation,
    plan: &'c Plan<'p>,
    today: NaiveDate,
) -> Option<Checked<'c, 'p>> {
    let planned = situation.planned.get(index)?;
    let first = planned.date?;
    situation.baby.born_by(today)?;
    let rules = plan.rules?;
    let service = planned.wanted.service;
    if is_spent(situation, rules, service) {
        return Some(Checked::Never(DayDoubt::UsedUp));
    }
    let days = planned.wanted.length.days();
    let mut rows = plan.facilities.iter().filter(|row| row.offer.service == service);
    let (place, unsettled) = match planned.facility.as_deref() {
        Some(named) => match rows.clone().find(|row| row.facility.is_called(named)) {
            Some(row) => (Place::of_row(row), row.unsettled.as_slice()),
            None => return Some(Checked::Never(DayDoubt::NotOffered)),
        },
        None => {
            let answer = plan.service(service)?;
            // Where any facility will do, a condition of one is none of the others'.
            let unsettled = match (rows.next(), rows.next()) {
                (Some(only), None) => only.unsettled.as_slice(),
                _ => &[],
            };
            (Place::of_service(answer), unsettled)
        }
    };
    let now = CountedDay { date: today, certainty: Certainty::Sure };
    // Before the careful day it is to be asked: the phone that takes the application may not be answered today.
    let earliest = place.usable_from.map_or(now, |earliest| CountedDay { date: earliest.careful, ..earliest.day });
    let is_ill = situation.medical_care == MedicalCare::IllToday;
    let well = if is_ill { days_after(today, 1) } else { today };
    let others = situation.planned.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, other)| other);
    let taken = others.filter_map(|other| other.date.zip(other.last_day())).collect();
    let choice = Choice { place, unsettled, days, soon: earliest.date.max(well), taken };
    let mut doubts = doubts(&choice, first, earliest, today);
    if is_ill && first == today {
        doubts.push(DayDoubt::IllToday);
    }
    Some(Checked::Day(choice, doubts))
}

/// The facilities that surely give the care on a day on which the chosen one does not; where that never will, the next day
/// on which one does, or the first.
fn elsewhere<'c, 'p>(
    choice: &Choice<'_, '_>,
    first: NaiveDate,
    doubts: &[DayDoubt<'_>],
    instead: Option<NaiveDate>,
    plan: &'c Plan<'p>,
    service: Service,
) -> Option<Elsewhere<'c, 'p>> {
    let rows = plan.facilities.iter().filter(|row| row.offer.service == service);
    let open = rows.filter(|row| row.status != Status::Outside && row.unsettled.is_empty());
    let open: Vec<(&FacilityAnswer<'_>, Place)> = open.map(|row| (row, Place::of_row(row))).collect();
    let on = |day: NaiveDate| {
        if day < choice.soon || choice.meets_year_end(day) || choice.overlaps(day) {
            return None;
        }
        let rows = open.iter().filter(|(_, place)| place.takes(day, choice.days)).map(|(row, _)| *row);
        let rows: Vec<&FacilityAnswer<'_>> = rows.collect();
        (!rows.is_empty()).then_some(Elsewhere { day: (day != first).then_some(day), rows })
    };
    let is_of_place = |doubt: &DayDoubt<'_>| matches!(doubt, DayDoubt::Beyond { .. } | DayDoubt::NoCare(_));
    let that_day = doubts.iter().any(is_of_place).then(|| on(first)).flatten();
    let last = open.iter().filter_map(|(_, place)| place.last_days.sure()).max();
    let from = |day: NaiveDate| {
        let days = (0..=HORIZON_DAYS).map(move |ahead| days_after(day, ahead));
        days.take_while(|day| last.is_some_and(|last| *day <= last)).find_map(on)
    };
    let another = || from(first.max(choice.soon)).or_else(|| from(choice.soon));
    that_day.or_else(|| instead.is_none().then(another).flatten())
}

/// What speaks against the day itself.
fn doubts<'p>(choice: &Choice<'_, '_>, first: NaiveDate, earliest: CountedDay, today: NaiveDate) -> Vec<DayDoubt<'p>> {
    let place = choice.place;
    let mut doubts = Vec::new();
    if first < today {
        doubts.push(DayDoubt::Past);
    } else if first < earliest.date {
        doubts.push(DayDoubt::TooSoon(earliest));
    }
    let (sure, possible) = (place.last_days.sure(), place.last_days.possible());
    if let Some(last) = possible.filter(|last| (first..earliest.date).contains(last)) {
        doubts.push(DayDoubt::EndsFirst { last });
    }
    match (place.verdict(first, choice.days), possible, sure) {
        // From the earliest day on it is to be asked about.
        (Verdict::Within, possible, Some(sure)) if sure < earliest.date && possible.is_none_or(|last| last > sure) => {
            doubts.push(DayDoubt::Confirm { sure: Some(sure) });
        }
        (Verdict::Within, ..) => {}
        (Verdict::Outside, Some(last), _) => doubts.push(DayDoubt::Beyond { last }),
        (_, _, Some(sure)) if first <= sure => {
            doubts.push(DayDoubt::LaterDay { later: last_of(first, choice.days), sure });
        }
        _ => doubts.push(DayDoubt::Confirm { sure }),
    }
    if let Some(care) = place.care_days.filter(|_| !place.gives_care(first)) {
        doubts.push(DayDoubt::NoCare(care));
    }
    // A day that is none needs no asking.
    if choice.meets_year_end(first) && !doubts.iter().any(DayDoubt::rules_out) {
        doubts.push(DayDoubt::YearEnd);
    }
    if choice.overlaps(first) {
        doubts.push(DayDoubt::Overlaps);
    }
    doubts
}
