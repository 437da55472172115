//! Every limit, and what she used and plans under it: what is left, and why a combination does not fit.

use crate::domain::programme::Rules;
use crate::domain::quota::{Count, Firmness, Fit, MultiplesLimit, Pool, Unit, sum};
use crate::domain::service::{Service, Services};
use crate::domain::situation::Situation;
use crate::domain::uses::{Cancellation, Length, Use};

/// One limit with what she used and plans under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LimitAnswer {
    /// The services that draw on it.
    pub services: Services,
    /// In `unit`s, for these babies.
    pub limit: u16,
    /// What is counted.
    pub unit: Unit,
    /// Whether passing it is a no.
    pub firmness: Firmness,
    /// Units of uses so far.
    pub used: Count,
    /// Units that late cancellations took.
    pub lost: Count,
    /// Units of what she plans.
    pub planned: Count,
    /// What she plans under it, equal uses together, in the order in which they were added.
    pub parts: Vec<Part>,
    /// Whether all of it fits.
    pub fit: Fit,
    /// On what it hangs where `fit` is [`Fit::Confirm`].
    pub doubt: Option<Doubt>,
}

/// Equal planned uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Of this service.
    pub service: Service,
    /// As long as this.
    pub length: Length,
    /// So often, 1 or more.
    pub times: u16,
}

/// On what it hangs whether uses fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The limit holds 「原則」.
    InPrinciple,
    /// Multiples get more, how much is not printed.
    MultiplesUnprinted,
    /// How something counts is not printed.
    Counting,
}

impl LimitAnswer {
    /// Used, lost and planned together.
    pub fn counted(&self) -> Count {
        self.used.plus(self.lost).plus(self.planned)
    }

    /// Units left after all of them, counted the careful way.
    pub fn left(&self) -> u16 {
        self.limit.saturating_sub(self.counted().careful)
    }
}

/// Every limit of `rules`, in the order of the rule file.
pub fn limits(situation: &Situation, rules: &Rules) -> Vec<LimitAnswer> {
    rules.pools.iter().map(|pool| answer(situation, rules, &pool.value)).collect()
}

/// Whether what she has used leaves not even the smallest use of `service`, surely.
pub fn is_spent(situation: &Situation, rules: &Rules, service: Service) -> bool {
    let one_more = Use::smallest(service);
    let uses = || situation.used.iter().chain([&one_more]);
    rules.pools.iter().filter(|pool| pool.value.services.contains(service)).any(|pool| {
        let counted = sum(&pool.value, rules.late_cancellation, uses());
        pool.value.fit(counted, situation.babies) == Fit::Beyond
    })
}

fn answer(situation: &Situation, rules: &Rules, pool: &Pool) -> LimitAnswer {
    let late = rules.late_cancellation;
    let planned: Vec<Use> = situation.planned.iter().map(|planned| planned.wanted).collect();
    let of = |cancelled| sum(pool, late, situation.used.iter().filter(move |one| one.cancelled == cancelled));
    let (used, lost) = (of(Cancellation::None), of(Cancellation::Late));
    let planned_count = sum(pool, late, planned.iter());
    let counted = used.plus(lost).plus(planned_count);
    let limit = pool.limit(situation.babies);
    let fit = pool.fit(counted, situation.babies);
    let doubt = (fit == Fit::Confirm).then(|| {
        if counted.low <= limit {
            Doubt::Counting
        } else if pool.firmness == Firmness::InPrinciple {
            Doubt::InPrinciple
        } else {
            debug_assert_eq!(pool.multiples, MultiplesLimit::MoreUnprinted);
            Doubt::MultiplesUnprinted
        }
    });
    LimitAnswer {
        services: pool.services,
        limit,
        unit: pool.unit,
        firmness: pool.firmness,
        used,
        lost,
        planned: planned_count,
        parts: parts(planned.into_iter().filter(|wanted| pool.services.contains(wanted.service))),
        fit,
        doubt,
    }
}

/// Equal uses put together.
fn parts(uses: impl Iterator<Item = Use>) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for wanted in uses {
        match parts.iter_mut().find(|part| part.service == wanted.service && part.length == wanted.length) {
            Some(part) => part.times = part.times.saturating_add(1),
            None => parts.push(Part { service: wanted.service, length: wanted.length, times: 1 }),
        }
    }
    parts
}
