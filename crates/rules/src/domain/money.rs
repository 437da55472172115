//! Yen, and amounts of which a source may print only a part.

use serde::{Deserialize, Serialize};

/// Whole yen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Yen(pub u32);

impl Yen {
    /// The sum, stopping at the largest amount.
    pub fn plus(self, other: Yen) -> Yen {
        Yen(self.0.saturating_add(other.0))
    }

    /// `count` times the amount, stopping at the largest amount.
    pub fn times(self, count: u32) -> Yen {
        Yen(self.0.saturating_mul(count))
    }
}

/// What is known of a sum: its lower and its upper end, each absent where it is unprinted.
///
/// Adding an unknown end gives an unknown end: an amount that nobody printed never turns into a number. Where both ends
/// are known, the lower is at most the upper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Amount {
    low: Option<Yen>,
    high: Option<Yen>,
}

impl Amount {
    /// Nothing to pay, by a source's word.
    pub const ZERO: Amount = Amount { low: Some(Yen(0)), high: Some(Yen(0)) };
    /// Nothing is printed.
    pub const UNKNOWN: Amount = Amount { low: None, high: None };

    /// Exactly this much.
    pub fn exact(yen: Yen) -> Amount {
        Amount { low: Some(yen), high: Some(yen) }
    }

    /// Between two amounts, given in any order.
    pub fn between(one: Yen, other: Yen) -> Amount {
        Amount { low: Some(one.min(other)), high: Some(one.max(other)) }
    }

    /// Not more than this; how much is not known.
    pub fn at_most(yen: Yen) -> Amount {
        Amount { low: None, high: Some(yen) }
    }

    /// The amount, where it is one known number.
    pub fn exact_yen(self) -> Option<Yen> {
        if self.low == self.high { self.low } else { None }
    }

    /// The lower end, where it is known.
    pub fn low(self) -> Option<Yen> {
        self.low
    }

    /// The upper end, where it is known.
    pub fn high(self) -> Option<Yen> {
        self.high
    }

    /// Whether both ends are known.
    pub fn is_known(self) -> bool {
        self.low.is_some() && self.high.is_some()
    }

    /// The sum, end by end.
    pub fn plus(self, other: Amount) -> Amount {
        let add = |one: Option<Yen>, other: Option<Yen>| Some(one?.plus(other?));
        Amount { low: add(self.low, other.low), high: add(self.high, other.high) }
    }

    /// `count` times the amount; nothing of an unknown amount is nothing.
    pub fn times(self, count: u32) -> Amount {
        if count == 0 {
            return Amount::ZERO;
        }
        Amount { low: self.low.map(|yen| yen.times(count)), high: self.high.map(|yen| yen.times(count)) }
    }

    /// The smallest amount that spans both; an end is unknown where either's is.
    pub fn or(self, other: Amount) -> Amount {
        let pick = |one: Option<Yen>, other: Option<Yen>, of: fn(Yen, Yen) -> Yen| Some(of(one?, other?));
        Amount { low: pick(self.low, other.low, Yen::min), high: pick(self.high, other.high, Yen::max) }
    }

    /// `percent` of the amount. Where that is no whole yen, how it is rounded is unprinted: from the yen below to the one
    /// above.
    pub fn percent(self, percent: Percent) -> Amount {
        let hundredfold = |yen: Yen| u64::from(yen.0).saturating_mul(u64::from(percent.get()));
        let whole = |yen: u64| Yen(u32::try_from(yen).unwrap_or(u32::MAX));
        Amount {
            low: self.low.map(|yen| whole(hundredfold(yen).div_euclid(100))),
            high: self.high.map(|yen| whole(hundredfold(yen).div_ceil(100))),
        }
    }

    /// The amount, but never more than `cap`. An unknown amount under a cap is at most the cap.
    pub fn capped(self, cap: Yen) -> Amount {
        Amount { low: self.low.map(|low| low.min(cap)), high: Some(self.high.map_or(cap, |high| high.min(cap))) }
    }

    /// What is left to pay after a subsidy, never below nothing.
    pub fn less(self, subsidy: Yen) -> Amount {
        let less = |yen: Yen| Yen(yen.0.saturating_sub(subsidy.0));
        Amount { low: self.low.map(less), high: self.high.map(less) }
    }
}

/// A share in percent, 1 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Percent(u8);

impl Percent {
    /// # Errors
    /// Where `percent` is 0 or above 100.
    pub fn new(percent: u8) -> Result<Percent, &'static str> {
        if (1..=100).contains(&percent) { Ok(Percent(percent)) } else { Err("1 to 100 percent") }
    }

    /// The number of percent, 1 to 100.
    pub fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Percent {
    type Error = &'static str;
    fn try_from(percent: u8) -> Result<Percent, &'static str> {
        Percent::new(percent)
    }
}

impl From<Percent> for u8 {
    fn from(percent: Percent) -> u8 {
        percent.0
    }
}
