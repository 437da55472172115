//! What must hold of every town and every mother, over towns that do not exist: right by construction, of every form that
//! a rule file may take.

use std::time::{Duration, Instant};

use chrono::{Days, NaiveDateTime};
use proptest::collection::vec;
use proptest::prelude::*;
use sango_navi::domain::age::LastDays;
use sango_navi::domain::household::Babies;
use sango_navi::domain::money::Yen;
use sango_navi::domain::plan::{Plan, PriceAnswer, Status};
use sango_navi::domain::situation::Baby;
use sango_navi::domain::uses::PlannedUse;
use sango_navi::domain::{Programme, Situation, plan};
use sango_navi::programmes::{self, decode, encode};
use xtask::fuzz::mother::situation;
use xtask::fuzz::tape::Tape;
use xtask::fuzz::town::{FILE, rule_file};

/// Far more than one plan takes on a busy machine, far less than she would wait.
const PATIENCE: Duration = Duration::from_millis(500);

/// A town that the loader takes.
fn town() -> impl Strategy<Value = Programme> {
    vec(any::<u8>(), 0..600).prop_map(|bytes| {
        let text = rule_file(&mut Tape::new(&bytes));
        programmes::parse(FILE, &text).unwrap_or_else(|problems| {
            let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
            panic!("{}\n{text}", problems.join("\n"))
        })
    })
}

fn mother() -> impl Strategy<Value = (Situation, NaiveDateTime)> {
    vec(any::<u8>(), 0..120).prop_map(|bytes| situation(&mut Tape::new(&bytes)))
}

/// Whether an amount is lower than another, where both are known.
fn less(one: Option<Yen>, other: Option<Yen>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one < other)
}

fn outer(plan: &Plan<'_>, situation: &Situation, now: NaiveDateTime) -> LastDays {
    let limit = plan.rules.and_then(|rules| rules.limit.as_ref());
    match (limit, situation.baby.born_by(now.date())) {
        (Some(limit), Some(birth)) => limit.value.limit.last_days(birth, LastDays::UNKNOWN),
        _ => LastDays::UNKNOWN,
    }
}

fn cost(situation: &Situation, town: &Programme, now: NaiveDateTime) -> Option<PriceAnswer> {
    plan(situation, town, now).cost.map(|cost| cost.price)
}

proptest! {
    #[test]
    fn a_town_is_the_same_after_it_was_compiled(town in town()) {
        prop_assert_eq!(decode(&encode(&town)), Ok(town));
    }

    #[test]
    fn every_mother_has_an_answer_soon(town in town(), (situation, now) in mother()) {
        let start = Instant::now();
        let answer = plan(&situation, &town, now);
        prop_assert!(start.elapsed() < PATIENCE, "{:?}", start.elapsed());
        prop_assert_eq!(answer.planned.len(), situation.planned.len());
        prop_assert_eq!(answer.cost.is_some(), answer.rules.is_some() && !situation.planned.is_empty());
    }

    #[test]
    fn no_row_outlasts_its_programme_and_sure_comes_first(town in town(), (situation, now) in mother()) {
        let plan = plan(&situation, &town, now);
        let end = outer(&plan, &situation, now).possible();
        let rows = plan.facilities.iter().map(|row| (row.status, row.last_days));
        for (status, days) in rows.chain(plan.services.iter().map(|service| (service.status, service.last_days))) {
            prop_assert!(days.possible().is_none_or(|possible| days.sure().is_none_or(|sure| sure <= possible)));
            prop_assert!(end.is_none_or(|end| days.possible().is_some_and(|possible| possible <= end)));
            prop_assert_eq!(status == Status::NotYet, situation.baby.born_by(now.date()).is_none());
            prop_assert!(status != Status::Within || days.sure().is_some_and(|sure| now.date() <= sure));
        }
    }

    #[test]
    fn a_window_never_opens_again(town in town(), (situation, now) in mother(), later in 1..500_u64) {
        let Some(then) = now.checked_add_days(Days::new(later)) else { return Ok(()) };
        let (today, then) = (plan(&situation, &town, now), plan(&situation, &town, then));
        let same_rules = today.rules.zip(then.rules).is_some_and(|(one, other)| std::ptr::eq(one, other));
        if !same_rules || matches!(situation.baby, Baby::Expected { .. }) {
            return Ok(());
        }
        for (today, then) in today.facilities.iter().zip(&then.facilities) {
            prop_assert!(today.status <= then.status);
            prop_assert_eq!(today.last_days, then.last_days);
        }
        for (today, then) in today.services.iter().zip(&then.services) {
            prop_assert!(today.status <= then.status);
            prop_assert_eq!(today.last_days, then.last_days);
        }
    }

    #[test]
    fn more_use_never_leaves_more(town in town(), (situation, now) in mother()) {
        let left = |uses: usize| -> Vec<Option<u16>> {
            let used = situation.used.iter().take(uses).copied().collect();
            let plan = plan(&Situation { used, ..situation.clone() }, &town, now);
            plan.services.iter().map(|service| service.remaining.map(|remaining| remaining.left)).collect()
        };
        for uses in 1..=situation.used.len() {
            let (before, after) = (left(uses - 1), left(uses));
            let fewer = before.iter().zip(&after).all(|(before, after)| after <= before);
            prop_assert!(fewer, "{before:?}, then {after:?}");
        }
    }

    #[test]
    fn unknown_is_no_number_and_says_why(town in town(), (situation, now) in mother()) {
        let plan = plan(&situation, &town, now);
        let of_one = plan.services.iter().map(|service| &service.price);
        for price in of_one.chain(plan.cost.iter().map(|cost| &cost.price)) {
            prop_assert_eq!(price.amount.is_known(), price.unknown.is_empty());
            prop_assert!(!less(price.amount.high(), price.amount.low()));
        }
    }

    #[test]
    fn further_multiples_never_cost_less(town in town(), (situation, now) in mother(), babies in 2..9_u8) {
        let of = |count| Situation { babies: Babies::new(count).expect("1 to 9"), ..situation.clone() };
        if let (Some(fewer), Some(more)) = (cost(&of(babies), &town, now), cost(&of(babies + 1), &town, now)) {
            prop_assert!(!less(more.amount.low(), fewer.amount.low()));
            prop_assert!(!less(more.amount.high(), fewer.amount.high()));
        }
    }

    #[test]
    fn a_linear_wish_is_the_sum_of_its_parts(town in town(), (situation, now) in mother()) {
        let Some(rules) = town.rules_on(now.date()) else { return Ok(()) };
        let linear = |wanted: &PlannedUse| {
            let rules = rules.services.iter().find(|rules| rules.service == wanted.wanted.service);
            rules.and_then(|rules| rules.tariff.as_ref()).is_none_or(|tariff| tariff.value.is_linear())
        };
        let planned: Vec<PlannedUse> = situation.planned.iter().filter(|wanted| linear(wanted)).cloned().collect();
        let of = |planned: &[PlannedUse]| {
            cost(&Situation { planned: planned.to_vec(), ..situation.clone() }, &town, now).map(|price| price.amount)
        };
        let sum = planned.iter().filter_map(|one| of(std::slice::from_ref(one))).reduce(|sum, part| sum.plus(part));
        prop_assert_eq!(of(&planned), sum);
    }

    #[test]
    fn a_phone_changes_when_it_says(town in town(), (situation, now) in mother()) {
        for row in plan(&situation, &town, now).facilities {
            if let Some(at) = row.phone.changes_at {
                prop_assert!(now < at);
                prop_assert_ne!(row.offer.phone.at(at).state, row.phone.state);
                let just_before = at - chrono::TimeDelta::minutes(1);
                prop_assert!(just_before < now || row.offer.phone.at(just_before).state == row.phone.state);
            }
        }
    }
}
