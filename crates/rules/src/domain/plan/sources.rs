//! How far the documents and the clock can be relied on, by each other.

use chrono::NaiveDate;

use crate::domain::calendar::{Months, months_complete};
use crate::domain::programme::{Body, Document, Programme};

/// After so many months a document is old, and so is what was read in it.
const OLD_MONTHS: u8 = 12;

/// The freshness of a document on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// Dated within the last twelve months.
    Fresh,
    /// Older than twelve months.
    Old,
    /// It has no date.
    Undated,
    /// Past the day on which it expires.
    Expired,
}

impl Document {
    /// How far it can be relied on on `today`.
    pub fn freshness(&self, today: NaiveDate) -> Freshness {
        if self.expires.is_some_and(|expires| expires < today) {
            return Freshness::Expired;
        }
        let Some(date) = self.edition.date else { return Freshness::Undated };
        if old_from(date).is_some_and(|old| old < today) { Freshness::Old } else { Freshness::Fresh }
    }
}

/// Why a clock and the rules do not go together. Each holds the day that the clock says.
///
/// A clock that is behind is surely wrong. One that is ahead can't be told from rules that nobody has renewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockDoubt {
    /// It lies before a day on which a document was issued or read.
    Behind(NaiveDate),
    /// It lies after the last day of all rules, which follows.
    PastRules(NaiveDate, NaiveDate),
    /// It lies a year or more after the last day on which a document was issued or read, which follows.
    PastReading(NaiveDate, NaiveDate),
}

impl Programme {
    /// Whether a clock that says `today` goes together with the rules; absent where it does.
    pub fn clock_doubt(&self, today: NaiveDate) -> Option<ClockDoubt> {
        let read = self.documents.iter().filter_map(|document| document.edition.date.max(document.checked)).max();
        if read.is_some_and(|read| today < read) {
            return Some(ClockDoubt::Behind(today));
        }
        if let Some(end) = self.last_day_of_rules().filter(|end| *end < today) {
            return Some(ClockDoubt::PastRules(today, end));
        }
        let read = read.filter(|read| old_from(*read).is_some_and(|old| old <= today))?;
        Some(ClockDoubt::PastReading(today, read))
    }

    /// The day after which no rules hold; absent where some have no end.
    fn last_day_of_rules(&self) -> Option<NaiveDate> {
        match &self.body {
            Body::Scheme(periods) if periods.iter().all(|period| period.until.is_some()) => {
                periods.iter().filter_map(|period| period.until).max()
            }
            Body::Scheme(_) | Body::Association(_) => None,
        }
    }
}

/// The day on which something of that day is twelve months old.
fn old_from(date: NaiveDate) -> Option<NaiveDate> {
    Months::new(OLD_MONTHS).ok().map(|months| months_complete(date, months).civil_code)
}
