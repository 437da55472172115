//! How often: limits on one service or shared by several, and how uses count against them.

use serde::{Deserialize, Serialize};

use super::household::Babies;
use super::service::{Service, Services};
use super::source::Sourced;
use super::uses::{Cancellation, Length, Use};

/// A limit on the uses of one birth. A service may be under several: its own, and one that it shares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pool {
    /// The services that draw on it; at least one.
    pub services: Services,
    /// In `unit`s, with one child.
    pub single: u16,
    /// With two and more.
    pub multiples: MultiplesLimit,
    /// What is counted.
    pub unit: Unit,
    /// How a stay counts.
    pub stay: StayCount,
    /// Whether passing it is a no.
    pub firmness: Firmness,
}

/// The limit for multiples (多胎).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MultiplesLimit {
    /// Nothing else is printed for them.
    Same,
    /// A limit of their own.
    Printed(u16),
    /// More than with one child; how many is not printed.
    MoreUnprinted,
}

/// What a limit counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// 日.
    Day,
    /// 回.
    Use,
    /// 時間.
    Hour,
}

/// How many units a stay of n nights uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StayCount {
    /// n + 1: each of its days.
    Days,
    /// n.
    Nights,
    /// 1, however long.
    Once,
    /// Not printed: n at least, n + 1 in the careful way.
    Unprinted,
}

/// How strictly a limit is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Firmness {
    /// Beyond it is no.
    Firm,
    /// 「原則」: beyond it is to be asked.
    InPrinciple,
}

/// What a late cancellation uses up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LateCancellation {
    /// 「1日（1回）利用したものとみなす」: one unit at least; what a stay of several days loses is not printed.
    OneUnit,
    /// Nothing.
    Nothing,
    /// Not printed.
    Unprinted,
}

/// Units used, as far as the source says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// At least.
    pub low: u16,
    /// The careful number: as much as it may be, of a use of unknown length the least that it may be.
    pub careful: u16,
    /// At most, absent where it can't be said.
    pub high: Option<u16>,
}

impl Count {
    /// Nothing used.
    pub const ZERO: Count = Count { low: 0, careful: 0, high: Some(0) };

    fn exact(units: u16) -> Count {
        Count::between(units, units)
    }

    fn between(low: u16, high: u16) -> Count {
        Count { low, careful: high, high: Some(high) }
    }

    /// The sum.
    pub fn plus(self, other: Count) -> Count {
        let high = match (self.high, other.high) {
            (Some(one), Some(other)) => Some(one.saturating_add(other)),
            _ => None,
        };
        Count { low: self.low.saturating_add(other.low), careful: self.careful.saturating_add(other.careful), high }
    }
}

/// Whether uses fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// However the unprinted counts.
    Within,
    /// It hangs on something unprinted, or no limit is printed.
    Confirm,
    /// However the unprinted counts.
    Beyond,
}

impl Pool {
    /// The units of one use.
    fn units(&self, length: Length) -> Count {
        match (self.unit, length) {
            (Unit::Hour, _) => match length.hours() {
                Some(hours) => Count::exact(hours),
                None => Count { low: 1, careful: 1, high: None },
            },
            (_, Length::Nights { nights, .. }) => match self.stay {
                StayCount::Days => Count::exact(nights.saturating_add(1)),
                StayCount::Nights => Count::exact(nights),
                StayCount::Once => Count::exact(1),
                StayCount::Unprinted => Count::between(nights, nights.saturating_add(1)),
            },
            (_, Length::Visit { .. }) => Count::exact(1),
        }
    }

    /// The units that `used` takes from this pool; nothing where its service does not draw on it.
    pub fn count(&self, used: &Use, late: LateCancellation) -> Count {
        if !self.services.contains(used.service) {
            return Count::ZERO;
        }
        let whole = self.units(used.length);
        match (used.cancelled, late) {
            (Cancellation::None, _) => whole,
            (Cancellation::Late, LateCancellation::OneUnit) => {
                Count { low: 1, careful: whole.careful.max(1), high: whole.high.map(|high| high.max(1)) }
            }
            (Cancellation::Late, LateCancellation::Nothing) => Count::ZERO,
            (Cancellation::Late, LateCancellation::Unprinted) => Count { low: 0, ..whole },
        }
    }

    /// The limit for these babies: a number surely granted.
    pub fn limit(&self, babies: Babies) -> u16 {
        match self.multiples {
            MultiplesLimit::Printed(limit) if babies.are_multiples() => limit,
            _ => self.single,
        }
    }

    /// Whether `count` units fit for these babies.
    pub fn fit(&self, count: Count, babies: Babies) -> Fit {
        let limit = self.limit(babies);
        let more_may_be_granted = self.firmness == Firmness::InPrinciple
            || (babies.are_multiples() && self.multiples == MultiplesLimit::MoreUnprinted);
        if count.high.is_some_and(|high| high <= limit) {
            Fit::Within
        } else if count.low > limit && !more_may_be_granted {
            Fit::Beyond
        } else {
            Fit::Confirm
        }
    }
}

/// What is left of a service under its tightest limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remaining {
    /// Units left, counted the careful way.
    pub left: u16,
    /// Of this many.
    pub limit: u16,
    /// What is counted.
    pub unit: Unit,
    /// Whether passing it is a no.
    pub firmness: Firmness,
    /// The services that draw on it.
    pub services: Services,
}

/// What is left of `service` after `used`; absent where no limit is printed.
pub fn remaining(
    pools: &[Sourced<Pool>],
    late: LateCancellation,
    service: Service,
    babies: Babies,
    used: &[Use],
) -> Option<Remaining> {
    let of_pool = |pool: &Pool| {
        let count = sum(pool, late, used.iter());
        let limit = pool.limit(babies);
        let left = limit.saturating_sub(count.careful);
        Remaining { left, limit, unit: pool.unit, firmness: pool.firmness, services: pool.services }
    };
    pools
        .iter()
        .filter(|pool| pool.value.services.contains(service))
        .map(|pool| of_pool(&pool.value))
        .min_by_key(|remaining| (remaining.left, remaining.limit))
}

/// The units that all `uses` take from `pool`.
pub fn sum<'a>(pool: &Pool, late: LateCancellation, uses: impl Iterator<Item = &'a Use>) -> Count {
    uses.fold(Count::ZERO, |sum, used| sum.plus(pool.count(used, late)))
}

/// Whether `uses` fit all limits at once.
pub fn fit(pools: &[Sourced<Pool>], late: LateCancellation, babies: Babies, uses: &[Use]) -> Fit {
    let limited = |used: &Use| pools.iter().any(|pool| pool.value.services.contains(used.service));
    let mut fit = if uses.iter().all(limited) && !pools.is_empty() { Fit::Within } else { Fit::Confirm };
    for pool in pools {
        match pool.value.fit(sum(&pool.value, late, uses.iter()), babies) {
            Fit::Within => {}
            Fit::Confirm => fit = Fit::Confirm,
            Fit::Beyond => return Fit::Beyond,
        }
    }
    fit
}
