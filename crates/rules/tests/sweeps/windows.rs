//! Every birth date against every day: windows close once, and on their day.

use chrono::{Days, NaiveDate, NaiveTime};
use rules::domain::age::LastDays;
use rules::domain::plan::Status;
use rules::domain::programme::Rules;
use rules::domain::situation::Baby;
use rules::domain::{Programme, Situation, plan};

use super::met::Invariant::{self, *};
use super::met::{Checks, Met};
use super::{DAYS, every_birth, situation, towns};

const WINDOWS: [Invariant; 9] = [
    SureNotAfterPossible,
    BornIsNotToldToWait,
    StatusNeverGoesBack,
    LastDaysNeverMove,
    UnknownDayStaysUnknown,
    SureDayIsWithin,
    DayAfterSureIsNot,
    PastPossibleIsOutside,
    NoFacilityOutlastsItsProgramme,
];
const PRETERM: [Invariant; 2] = [PretermNeverShortens, CorrectedNotBeforePossible];

/// What was seen of a row or a service on the day before.
struct Seen {
    status: Status,
    days: LastDays,
}

/// One row or service on one day.
struct Look<'a> {
    what: &'a str,
    birth: NaiveDate,
    today: NaiveDate,
    status: Status,
    days: LastDays,
    /// Whether only its age decides.
    by_age_alone: bool,
}

impl Look<'_> {
    fn check(&self, windows: &Checks<'_>, before: Option<&Seen>) {
        let Look { what, birth, today, status, days, .. } = self;
        let case = || format!("{what}, born {birth}, on {today}");
        if let Some((sure, possible)) = days.sure().zip(days.possible()) {
            windows.check(SureNotAfterPossible, sure <= possible, case);
        }
        windows.check(BornIsNotToldToWait, *status != Status::NotYet, case);
        if let Some(before) = before {
            windows.check(StatusNeverGoesBack, before.status <= *status, case);
            for (before, now) in [(before.days.sure(), days.sure()), (before.days.possible(), days.possible())] {
                match before {
                    Some(_) => windows.check(LastDaysNeverMove, before == now, case),
                    None => windows.check(UnknownDayStaysUnknown, now.is_none(), case),
                }
            }
        }
        if self.by_age_alone && days.sure() == Some(*today) {
            windows.check(SureDayIsWithin, *status == Status::Within, case);
        }
        if days.sure().and_then(|sure| sure.succ_opt()) == Some(*today) {
            windows.check(DayAfterSureIsNot, *status != Status::Within, case);
        }
        if days.possible().is_some_and(|possible| possible < *today) {
            windows.check(PastPossibleIsOutside, *status == Status::Outside, case);
        }
    }
}

/// The programme's own limit, from the same birth.
fn outer(rules: &Rules, birth: NaiveDate) -> LastDays {
    rules.limit.as_ref().map_or(LastDays::UNKNOWN, |limit| limit.value.limit.last_days(birth, LastDays::UNKNOWN))
}

fn check_year(town: &Programme, birth: NaiveDate, windows: &Checks<'_>) {
    let situation = situation(birth);
    let mut rows: Vec<Seen> = Vec::new();
    let mut services: Vec<Seen> = Vec::new();
    for day in 0..=DAYS {
        let today = birth + Days::new(day);
        let plan = plan(&situation, town, today.and_time(NaiveTime::MIN));
        let Some(rules) = plan.rules else { continue };
        for (index, row) in plan.facilities.iter().enumerate() {
            let by_age_alone = row.offer.conditions.is_empty();
            let (status, days) = (row.status, row.last_days);
            Look { what: &row.facility.name, birth, today, status, days, by_age_alone }.check(windows, rows.get(index));
            let outer = outer(rules, birth);
            let case = || format!("{}, born {birth}", row.facility.name);
            if let Some(end) = outer.possible() {
                let ends = days.possible().is_some_and(|possible| possible <= end);
                windows.check(NoFacilityOutlastsItsProgramme, ends, case);
            }
            if let (Some(end), Some(sure)) = (outer.sure(), days.sure()) {
                windows.check(NoFacilityOutlastsItsProgramme, sure <= end, case);
            }
        }
        for (index, answer) in plan.services.iter().enumerate() {
            let (status, days) = (answer.status, answer.last_days);
            let what = &answer.rules.name;
            Look { what, birth, today, status, days, by_age_alone: true }.check(windows, services.get(index));
        }
        rows = plan.facilities.iter().map(|row| Seen { status: row.status, days: row.last_days }).collect();
        services = plan.services.iter().map(|one| Seen { status: one.status, days: one.last_days }).collect();
    }
}

#[test]
fn windows_close_once_and_on_their_day() {
    let towns = towns();
    let met = Met::default();
    every_birth(|_, birth| towns.iter().for_each(|town| check_year(town, birth, &Checks::new(&met))));
    met.all_of(&WINDOWS);
}

#[test]
fn a_preterm_birth_never_shortens() {
    let towns = towns();
    let met = Met::default();
    every_birth(|_, birth| {
        let preterms = Checks::new(&met);
        for (town, weeks) in towns.iter().flat_map(|town| [2, 4, 10].map(|weeks| (town, weeks))) {
            let due = birth + Days::new(7 * weeks);
            let preterm = Situation { baby: Baby::Born { birth, due: Some(due) }, ..situation(birth) };
            let today = (birth + Days::new(130)).and_time(NaiveTime::MIN);
            let (with, without) = (plan(&preterm, town, today), plan(&situation(birth), town, today));
            for (with, without) in with.facilities.iter().zip(&without.facilities) {
                let case = || format!("{}, born {birth}, due {due}", with.facility.name);
                let as_long = with.status <= without.status && with.last_days == without.last_days;
                preterms.check(PretermNeverShortens, as_long, case);
                if let Some((corrected, possible)) = with.corrected_until.zip(with.last_days.possible()) {
                    preterms.check(CorrectedNotBeforePossible, possible <= corrected, case);
                }
            }
        }
    });
    met.all_of(&PRETERM);
}
