//! Every wish for every household and number of babies, in every period of every town: money and what is left.
//!
//! A sum has no use for the birth or the moment but to choose the period: so every wish is tried once in each period, and
//! every birth is asked on every tenth of its days, at all hours, whether any of these sums has moved. Each time it is
//! another household, wish and history, so that all of them meet births and moments of every kind.

use chrono::{Days, NaiveDateTime, NaiveTime, TimeDelta};
use rules::domain::household::{Babies, Household};
use rules::domain::money::{Amount, Yen};
use rules::domain::plan::{Plan, PriceAnswer, QuotaAnswer};
use rules::domain::programme::{Body, Period};
use rules::domain::quota::Remaining;
use rules::domain::uses::{Cancellation, Length, PlannedUse, Use};
use rules::domain::{Programme, Service, Situation, plan};

use super::met::Invariant::{self, *};
use super::met::{Checks, Met};
use super::{DAYS, date, every_birth, situation, towns};

const HOUSEHOLDS: [Household; 4] =
    [Household::General, Household::TaxExempt, Household::PublicAssistance, Household::Unknown];
const SUMS: [Invariant; 7] = [
    UnknownIsNoNumberAndSaysWhy,
    UnknownPartLeavesNoNumber,
    UnknownHouseholdSpansAllOthers,
    UnknownLimitStaysUnknown,
    MoreBabiesNeverCostLess,
    LinearWishIsTheSumOfItsParts,
    MoreUseNeverLeavesMore,
];
/// Days from one look at a birth's sums to the next.
const STEP: u64 = 10;

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

/// A moment in each period of a town: today of the worked answers, else its first or its last day.
fn moments(town: &Programme) -> Vec<NaiveDateTime> {
    let Body::Scheme(periods) = &town.body else { return Vec::new() };
    let today = date("2026-11-24");
    let day = |period: &Period| match period.holds_on(today) {
        true => Some(today),
        false => period.from.or(period.until),
    };
    periods.iter().filter_map(day).filter_map(|day| day.and_hms_opt(10, 0, 0)).collect()
}

fn price<'p>(plan: &'p Plan<'_>) -> &'p PriceAnswer {
    &plan.cost.as_ref().expect("something is planned").price
}

/// Both ends of an amount.
fn ends(amount: Amount) -> [Option<Yen>; 2] {
    [amount.low(), amount.high()]
}

#[test]
fn money_and_quota_hold_for_every_wish() {
    let met = Met::default();
    let sums = Checks::new(&met);
    for (town, now) in towns().iter().flat_map(|town| moments(town).into_iter().map(move |now| (town, now))) {
        for household in HOUSEHOLDS {
            for wish in wishes() {
                let mut fewer: Option<Amount> = None;
                for babies in 1..=9 {
                    let babies = Babies::new(babies).expect("1 to 9");
                    let base = Situation { babies, household, ..situation(now.date() - Days::new(7)) };
                    let sum = of_one_wish(&base, town, &wish, now, &sums);
                    for (fewer, more) in fewer.map(ends).into_iter().flatten().zip(ends(sum)) {
                        if let Some((fewer, more)) = fewer.zip(more) {
                            let case = || format!("{}, {household:?}, {} babies, {wish:?}", town.id, babies.get());
                            sums.check(MoreBabiesNeverCostLess, fewer <= more, case);
                        }
                    }
                    fewer = Some(sum);
                    more_use_never_leaves_more(&base, town, &wish, now, &sums);
                }
            }
        }
    }
    drop(sums);
    met.all_of(&SUMS);
}

/// What a wish costs, compared with its parts and with what other households pay.
fn of_one_wish(base: &Situation, town: &Programme, wish: &[Use], now: NaiveDateTime, sums: &Checks<'_>) -> Amount {
    let case = || format!("{}, {:?}, {} babies, {wish:?}", town.id, base.household, base.babies.get());
    let whole = plan(&Situation { planned: wished(wish), ..base.clone() }, town, now);
    let PriceAnswer { amount, unknown } = price(&whole).clone();
    sums.check(UnknownIsNoNumberAndSaysWhy, amount.is_known() == unknown.is_empty(), case);
    let parts: Vec<Amount> = wish
        .iter()
        .map(|wanted| price(&plan(&Situation { planned: wished(&[*wanted]), ..base.clone() }, town, now)).amount)
        .collect();
    let linear = |service: Service| {
        let rules = whole.rules.and_then(|rules| rules.services.iter().find(|rules| rules.service == service));
        rules.and_then(|rules| rules.tariff.as_ref()).is_none_or(|tariff| tariff.value.is_linear())
    };
    if amount.is_known() && wish.iter().all(|wanted| linear(wanted.service)) {
        let sum = parts.iter().copied().reduce(Amount::plus);
        sums.check(LinearWishIsTheSumOfItsParts, sum == Some(amount), case);
    }
    for part in parts {
        for (part, whole) in ends(part).into_iter().zip(ends(amount)).filter(|(part, _)| part.is_none()) {
            sums.check(UnknownPartLeavesNoNumber, part == whole, case);
        }
    }
    if base.household == Household::Unknown {
        for household in HOUSEHOLDS {
            let one = plan(&Situation { household, planned: wished(wish), ..base.clone() }, town, now);
            let ([one_low, one_high], [low, high]) = (ends(price(&one).amount), ends(amount));
            // A reduction by an unprinted amount leaves no lower end, but never adds to the upper.
            let no_less = one_high
                .map_or(high.is_none() || household != Household::General, |one| high.is_none_or(|high| one <= high));
            let no_more = one_low.map_or(low.is_none(), |one| low.is_none_or(|low| low <= one));
            let all = no_less && no_more;
            sums.check(UnknownHouseholdSpansAllOthers, all, case);
        }
    }
    amount
}

fn more_use_never_leaves_more(base: &Situation, town: &Programme, wish: &[Use], now: NaiveDateTime, sums: &Checks<'_>) {
    let left = |used: &[Use]| -> Vec<Option<u16>> {
        let plan = plan(&Situation { used: used.to_vec(), ..base.clone() }, town, now);
        plan.services.iter().map(|service| service.remaining.map(|remaining| remaining.left)).collect()
    };
    let (before, after) = (left(&wish[..wish.len() - 1]), left(wish));
    for (before, after) in before.iter().zip(&after) {
        let case = || format!("{}: {wish:?} leaves {after:?} after {before:?}", town.id);
        match (before, after) {
            (Some(before), Some(after)) => sums.check(MoreUseNeverLeavesMore, after <= before, case),
            _ => sums.check(UnknownLimitStaysUnknown, before.is_none() == after.is_none(), case),
        }
    }
}

/// All that a plan counts: what is planned, each service's price and what is left of it, whether it fits.
#[derive(Debug, PartialEq)]
struct Counted {
    cost: PriceAnswer,
    services: Vec<(PriceAnswer, Option<Remaining>)>,
    quota: QuotaAnswer,
}

impl Counted {
    fn of(plan: &Plan<'_>) -> Counted {
        let services = plan.services.iter().map(|one| (one.price.clone(), one.remaining)).collect();
        Counted { cost: price(plan).clone(), services, quota: plan.quota }
    }
}

#[test]
fn neither_birth_nor_moment_changes_a_sum() {
    let (towns, wishes) = (towns(), wishes());
    let met = Met::default();
    every_birth(|number, birth| {
        let sums = Checks::new(&met);
        for look in 0..=DAYS / STEP {
            // Other days for each birth, and in time all minutes of a day, its first and its last among them.
            let turn = number * 41 + look as usize;
            let now = (birth + Days::new(look * STEP + number as u64 % STEP)).and_time(NaiveTime::MIN)
                + TimeDelta::minutes((turn * 719 % 1440) as i64);
            let base = Situation {
                babies: Babies::new((turn % 9 + 1) as u8).expect("1 to 9"),
                household: HOUSEHOLDS[turn / 9 % 4],
                used: wishes[turn * 7 % wishes.len()].clone(),
                planned: wished(&wishes[turn / 36 % wishes.len()]),
                ..situation(birth)
            };
            for (town, there) in towns.iter().flat_map(|town| moments(town).into_iter().map(move |now| (town, now))) {
                let Some(rules) = town.rules_on(now.date()) else { continue };
                if town.rules_on(there.date()).is_some_and(|of_period| std::ptr::eq(rules, of_period)) {
                    let elsewhere = Situation { baby: situation(there.date() - Days::new(7)).baby, ..base.clone() };
                    let (here, there) = (plan(&base, town, now), plan(&elsewhere, town, there));
                    let same = Counted::of(&here) == Counted::of(&there);
                    let case = || format!("{}, born {birth}, at {now}: {base:?}", town.id);
                    sums.check(NeitherBirthNorMomentChangesASum, same, case);
                }
            }
        }
    });
    met.all_of(&[NeitherBirthNorMomentChangesASum]);
}
