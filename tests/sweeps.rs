//! Every birth date against every day, for every row of every bundled town: what must hold whatever the case.
#![cfg(not(target_arch = "wasm32"))]

use std::cell::Cell;
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering::Relaxed;
use std::thread;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use sango_navi::domain::age::LastDays;
use sango_navi::domain::money::Amount;
use sango_navi::domain::plan::{PriceAnswer, Status, rules_on};
use sango_navi::domain::programme::Rules;
use sango_navi::domain::situation::{
    Applied, Babies, Baby, Cancellation, Household, Length, MedicalCare, PlannedUse, Use,
};
use sango_navi::domain::{Plan, Programme, Service, Situation, plan};
use sango_navi::programmes;

const HOUSEHOLDS: [Household; 4] =
    [Household::General, Household::TaxExempt, Household::PublicAssistance, Household::Unknown];
/// Days from birth that are looked at.
const DAYS: u64 = 400;

/// What must hold whatever the case.
#[derive(Clone, Copy, Debug)]
enum Invariant {
    SureNotAfterPossible,
    BornIsNotToldToWait,
    StatusNeverGoesBack,
    LastDaysNeverMove,
    SureDayIsWithin,
    DayAfterSureIsNot,
    PastPossibleIsOutside,
    NoFacilityOutlastsItsProgramme,
    UnknownIsNoNumberAndSaysWhy,
    SumWithUnknownPartIsUnknown,
    MoreBabiesNeverCostLess,
    LinearWishIsTheSumOfItsParts,
    MoreUseNeverLeavesMore,
}
use Invariant::*;

const WINDOWS: [Invariant; 8] = [
    SureNotAfterPossible,
    BornIsNotToldToWait,
    StatusNeverGoesBack,
    LastDaysNeverMove,
    SureDayIsWithin,
    DayAfterSureIsNot,
    PastPossibleIsOutside,
    NoFacilityOutlastsItsProgramme,
];
const SUMS: [Invariant; 5] = [
    UnknownIsNoNumberAndSaysWhy,
    SumWithUnknownPartIsUnknown,
    MoreBabiesNeverCostLess,
    LinearWishIsTheSumOfItsParts,
    MoreUseNeverLeavesMore,
];

/// How often each could have failed: a sweep that never meets a case proves nothing of it.
#[derive(Default)]
struct Met([AtomicU64; 13]);

impl Met {
    fn all_of(&self, invariants: &[Invariant]) {
        for invariant in invariants {
            let met = self.0[*invariant as usize].load(Relaxed);
            println!("{invariant:?}: {met} times");
            assert!(met > 1000, "{invariant:?} was met {met} times");
        }
    }
}

/// One thread's part of it, added when it ends.
struct Checks<'m> {
    met: &'m Met,
    here: [Cell<u64>; 13],
}

impl<'m> Checks<'m> {
    fn new(met: &'m Met) -> Checks<'m> {
        Checks { met, here: Default::default() }
    }

    fn check(&self, invariant: Invariant, holds: bool, case: impl FnOnce() -> String) {
        let here = &self.here[invariant as usize];
        here.set(here.get() + 1);
        assert!(holds, "{invariant:?}: {}", case());
    }
}

impl Drop for Checks<'_> {
    fn drop(&mut self) {
        for (met, here) in self.met.0.iter().zip(&self.here) {
            met.fetch_add(here.get(), Relaxed);
        }
    }
}

fn towns() -> Vec<Programme> {
    programmes::load_all(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/programmes")).expect("the rule files load")
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn situation(birth: NaiveDate) -> Situation {
    Situation {
        baby: Baby::Born { birth, due: None },
        babies: Babies::ONE,
        household: Household::General,
        medical_care: MedicalCare::No,
        applied: Applied::Unknown,
        postal: None,
        used: Vec::new(),
        planned: Vec::new(),
    }
}

/// Runs `check` on every birth date from 2024 to 2028, on all cores.
fn every_birth(check: impl Fn(NaiveDate) + Sync) {
    let births: Vec<NaiveDate> =
        date("2024-01-01").iter_days().take_while(|birth| *birth <= date("2028-12-31")).collect();
    assert_eq!(births.len(), 1827);
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    thread::scope(|scope| {
        for part in births.chunks(births.len().div_ceil(cores)) {
            scope.spawn(|| part.iter().for_each(|birth| check(*birth)));
        }
    });
}

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
            windows.check(LastDaysNeverMove, before.days == *days, case);
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
    every_birth(|birth| towns.iter().for_each(|town| check_year(town, birth, &Checks::new(&met))));
    met.all_of(&WINDOWS);
}

#[test]
fn a_preterm_birth_never_shortens() {
    let towns = towns();
    every_birth(|birth| {
        for town in &towns {
            for weeks in [2, 4, 10] {
                let due = birth + Days::new(7 * weeks);
                let preterm = Situation { baby: Baby::Born { birth, due: Some(due) }, ..situation(birth) };
                let today = (birth + Days::new(130)).and_time(NaiveTime::MIN);
                let (with, without) = (plan(&preterm, town, today), plan(&situation(birth), town, today));
                for (with, without) in with.facilities.iter().zip(&without.facilities) {
                    assert!(with.status <= without.status, "{}, born {birth}, due {due}", with.facility.name);
                    assert_eq!(with.last_days, without.last_days);
                    if let (Some(corrected), Some(possible)) = (with.corrected_until, with.last_days.possible()) {
                        assert!(possible <= corrected, "{}, born {birth}, due {due}", with.facility.name);
                    }
                }
            }
        }
    });
}

fn stay(nights: u16) -> Use {
    let length = Length::Nights { nights, hours: None };
    Use { service: Service::Stay, length, cancelled: Cancellation::None }
}

fn wished(uses: &[Use]) -> Vec<PlannedUse> {
    uses.iter().map(|wanted| PlannedUse { wanted: *wanted, facility: None, date: None }).collect()
}

/// All uses of up to three nights, days and visits.
fn wishes() -> Vec<Vec<Use>> {
    let (day, visit) = (Use::smallest(Service::DayCare), Use::smallest(Service::HomeVisit));
    let mut wishes = vec![vec![stay(1)], vec![stay(2)], vec![stay(3)], vec![stay(1), stay(1)], vec![stay(1), stay(2)]];
    for days in 0..=7 {
        for visits in 0..=4 {
            wishes.push([vec![day; days], vec![visit; visits]].concat());
            wishes.push([vec![stay(1)], vec![day; days], vec![visit; visits]].concat());
        }
    }
    wishes.retain(|wish| !wish.is_empty());
    wishes
}

fn price<'p>(plan: &'p Plan<'_>) -> &'p PriceAnswer {
    &plan.cost.as_ref().expect("something is planned").price
}

#[test]
fn money_and_quota_hold_for_every_wish() {
    let now = date("2026-11-24").and_hms_opt(10, 0, 0).expect("a moment");
    let met = Met::default();
    let sums = Checks::new(&met);
    for town in &towns() {
        let Some(rules) = rules_on(town, now.date()) else { continue };
        let linear = |service: Service| {
            let rules = rules.services.iter().find(|rules| rules.service == service);
            rules.and_then(|rules| rules.tariff.as_ref()).is_none_or(|tariff| tariff.value.is_linear())
        };
        for household in HOUSEHOLDS {
            for wish in wishes() {
                let mut fewer: Option<PriceAnswer> = None;
                for babies in 1..=9 {
                    let babies = Babies::new(babies).expect("1 to 9");
                    let base = Situation { babies, household, ..situation(date("2026-11-01")) };
                    let case = format!("{}, {household:?}, {} babies, {wish:?}", town.id, babies.get());
                    let whole = plan(&Situation { planned: wished(&wish), ..base.clone() }, town, now);
                    let price = price(&whole).clone();
                    let says_why = price.amount.is_known() == price.unknown.is_empty();
                    sums.check(UnknownIsNoNumberAndSaysWhy, says_why, || case.clone());
                    if let Some(fewer) = &fewer {
                        let costs_less =
                            |one: Option<_>, other: Option<_>| one.zip(other).is_some_and(|(more, less)| more < less);
                        let less = costs_less(price.amount.low(), fewer.amount.low())
                            || costs_less(price.amount.high(), fewer.amount.high());
                        sums.check(MoreBabiesNeverCostLess, !less, || case.clone());
                    }
                    let parts: Vec<Amount> = wish
                        .iter()
                        .map(|wanted| {
                            let one = Situation { planned: wished(&[*wanted]), ..base.clone() };
                            self::price(&plan(&one, town, now)).amount
                        })
                        .collect();
                    if wish.iter().all(|wanted| linear(wanted.service)) {
                        let sum = parts.iter().copied().reduce(Amount::plus).expect("a wish has parts");
                        sums.check(LinearWishIsTheSumOfItsParts, price.amount == sum, || case.clone());
                    }
                    if parts.contains(&Amount::UNKNOWN) {
                        let unknown = price.amount == Amount::UNKNOWN;
                        sums.check(SumWithUnknownPartIsUnknown, unknown, || case.clone());
                    }
                    fewer = Some(price);
                    more_use_never_leaves_more(&base, town, &wish, now, &sums);
                }
            }
        }
    }
    drop(sums);
    met.all_of(&SUMS);
}

fn more_use_never_leaves_more(base: &Situation, town: &Programme, wish: &[Use], now: NaiveDateTime, sums: &Checks<'_>) {
    let left = |used: &[Use]| -> Vec<Option<u16>> {
        let plan = plan(&Situation { used: used.to_vec(), ..base.clone() }, town, now);
        plan.services.iter().map(|service| service.remaining.map(|remaining| remaining.left)).collect()
    };
    let (before, after) = (left(&wish[..wish.len() - 1]), left(wish));
    for (before, after) in before.iter().zip(&after) {
        let case = || format!("{}: {wish:?} leaves {after:?} after {before:?}", town.id);
        sums.check(MoreUseNeverLeavesMore, after <= before, case);
    }
}
