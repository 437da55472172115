//! The day that she chose for a use: what speaks against it, and the next one against which nothing does.

use chrono::{Datelike, NaiveDate};

use crate::domain::age::{LastDays, Verdict};
use crate::domain::business_days::CountedDay;
use crate::domain::calendar::{days_after, days_before};
use crate::domain::clock::Weekdays;
use crate::domain::plan::{FacilityAnswer, Plan, ServiceAnswer, Status, earliest_day, verdict_of_days};
use crate::domain::programme::Service;
use crate::domain::situation::{PlannedUse, Situation, Use};

/// What can be said of a chosen day.
#[derive(Clone, Debug, PartialEq)]
pub struct DayAnswer<'c, 'p> {
    /// What speaks against it; empty where nothing does.
    pub doubts: Vec<DayDoubt>,
    /// Where something does: the next day on which nothing does, else the last one before; `None` where there is none.
    pub instead: Option<NaiveDate>,
    /// Where the facility ends too early or gives no care then: the first printed one that gives this care on that day.
    pub elsewhere: Option<&'c FacilityAnswer<'p>>,
}

/// What speaks against a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayDoubt {
    /// The facility does not give this service.
    NotOffered,
    /// It lies before today.
    Past,
    /// It lies before the earliest day of use of one who applies today.
    TooSoon(CountedDay),
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
    /// The facility gives care on these days of the week only.
    NoCare(Weekdays),
}

/// Where the use would be: a facility's row, or any of the service's.
#[derive(Clone, Copy)]
struct Place {
    last_days: LastDays,
    corrected_until: Option<NaiveDate>,
    care_days: Option<Weekdays>,
}

impl Place {
    fn of_row(row: &FacilityAnswer<'_>) -> Place {
        Place { last_days: row.last_days, corrected_until: row.corrected_until, care_days: row.offer.care_days }
    }

    fn of_service(answer: &ServiceAnswer<'_>) -> Place {
        Place { last_days: answer.last_days, corrected_until: answer.corrected_until, care_days: None }
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
    let answer = plan.services.iter().find(|answer| answer.service() == service)?;
    let anywhere = of_service().next().is_none().then(|| Place::of_service(answer));
    let rows = of_service().filter(|row| row.status != Status::Outside).map(Place::of_row);
    rows.chain(anywhere).filter_map(|place| place.last_sure_start(days)).max()
}

fn last_of(first: NaiveDate, days: u16) -> NaiveDate {
    days_after(first, days.saturating_sub(1))
}

/// No limit lies farther from a birth than this.
const HORIZON_DAYS: u16 = 800;

/// What can be said of the day of a planned use; `None` where none is chosen or the baby is not born.
pub fn day<'c, 'p>(
    planned: &PlannedUse,
    situation: &Situation,
    plan: &'c Plan<'p>,
    today: NaiveDate,
) -> Option<DayAnswer<'c, 'p>> {
    let first = planned.date?;
    situation.baby.born_by(today)?;
    let rules = plan.rules?;
    let service = planned.wanted.service;
    let days = planned.wanted.length.days();
    let mut rows = plan.facilities.iter().filter(|row| row.offer.service == service);
    let place = match planned.facility.as_deref() {
        Some(named) => match rows.clone().find(|row| row.facility.is_called(named)) {
            Some(row) => Place::of_row(row),
            None => {
                let doubts = vec![DayDoubt::NotOffered];
                return Some(DayAnswer { doubts, instead: None, elsewhere: None });
            }
        },
        None => Place::of_service(plan.services.iter().find(|answer| answer.service() == service)?),
    };
    let earliest = earliest_day(situation, rules, today);
    let doubts = doubts(place, first, days, earliest, today);
    if doubts.is_empty() {
        return Some(DayAnswer { doubts, instead: None, elsewhere: None });
    }
    let soon = earliest.date.max(today);
    let elsewhere = doubts.iter().any(|doubt| matches!(doubt, DayDoubt::Beyond { .. } | DayDoubt::NoCare(_)));
    let elsewhere = if elsewhere && first >= soon {
        rows.find(|row| row.status != Status::Outside && Place::of_row(row).takes(first, days))
    } else {
        None
    };
    Some(DayAnswer { instead: instead(place, first, days, soon), doubts, elsewhere })
}

fn doubts(place: Place, first: NaiveDate, days: u16, earliest: CountedDay, today: NaiveDate) -> Vec<DayDoubt> {
    let mut doubts = Vec::new();
    if first < today {
        doubts.push(DayDoubt::Past);
    } else if first < earliest.date {
        doubts.push(DayDoubt::TooSoon(earliest));
    }
    match (place.verdict(first, days), place.last_days.possible()) {
        (Verdict::Within, _) => {}
        (Verdict::Outside, Some(last)) => doubts.push(DayDoubt::Beyond { last }),
        (Verdict::Outside | Verdict::Confirm, _) => doubts.push(DayDoubt::Confirm { sure: place.last_days.sure() }),
    }
    if let Some(care) = place.care_days.filter(|_| !place.gives_care(first)) {
        doubts.push(DayDoubt::NoCare(care));
    }
    doubts
}

/// The next day from `first` on, not before `soon`, that the place takes; else the last one before it.
fn instead(place: Place, first: NaiveDate, days: u16, soon: NaiveDate) -> Option<NaiveDate> {
    let from = first.max(soon);
    let after = (0..=HORIZON_DAYS).map(|ahead| days_after(from, ahead)).take_while(|day| {
        // Past the last day there is none.
        place.last_days.possible().is_none_or(|last| *day <= last)
    });
    let before = || {
        let back = (1..=HORIZON_DAYS).map(|back| days_before(first, back));
        back.take_while(|day| *day >= soon).find(|day| place.takes(*day, days))
    };
    after.into_iter().find(|day| place.takes(*day, days)).or_else(before)
}
