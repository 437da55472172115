//! What to have ready, and what of it is ticked off.

use chrono::{Datelike, NaiveDate};

use crate::domain::household::Household;
use crate::domain::programme::{Item, NeededBy, Rules};
use crate::interview::{AppliedHow, is_one_pregnancy};

/// Whether how and when she applied decides on an item.
pub fn applied_how_matters(rules: &Rules) -> bool {
    rules.documents.iter().any(|item| of_application(item.value.needed_by).is_some())
}

/// The day that parts those who applied online from others, where an item names one.
fn of_application(needed_by: NeededBy) -> Option<(AppliedHow, NaiveDate)> {
    match needed_by {
        NeededBy::AppliedOnlineSince(day) => Some((AppliedHow::OnlineSince, day)),
        NeededBy::AppliedOnPaperOrBefore(day) => Some((AppliedHow::PaperOrBefore, day)),
        NeededBy::Everyone | NeededBy::TaxExempt | NeededBy::PublicAssistance => None,
    }
}

/// Whether she may need an item. What she has not told keeps it on the list.
pub fn is_needed(item: &Item, household: Household, applied_how: Option<AppliedHow>) -> bool {
    match item.needed_by {
        NeededBy::Everyone => true,
        NeededBy::TaxExempt => matches!(household, Household::TaxExempt | Household::Unknown),
        NeededBy::PublicAssistance => matches!(household, Household::PublicAssistance | Household::Unknown),
        NeededBy::AppliedOnlineSince(_) => applied_how != Some(AppliedHow::PaperOrBefore),
        NeededBy::AppliedOnPaperOrBefore(_) => applied_how != Some(AppliedHow::OnlineSince),
    }
}

/// What is ticked off, for one pregnancy. An item is known by its words: one that is worded anew is to be looked at anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticks {
    known_by: NaiveDate,
    items: Vec<u32>,
}

/// The most items that are kept.
const MOST_ITEMS: usize = 100;

impl Ticks {
    /// The ticks that a kept text tells, of the baby with this birth (or due date); none where it is another baby's, or no
    /// such text.
    pub fn read(text: &str, birth: NaiveDate) -> Ticks {
        let mut numbers = text.split(' ').take(MOST_ITEMS).map(str::parse::<u32>);
        let day = numbers.next().and_then(Result::ok).and_then(|day| i32::try_from(day).ok());
        let of = day.and_then(NaiveDate::from_num_days_from_ce_opt);
        match of.filter(|of| is_one_pregnancy(birth, *of)) {
            Some(of) => Ticks { known_by: of, items: numbers.flatten().collect() },
            None => Ticks { known_by: birth, items: Vec::new() },
        }
    }

    /// The birth (or due date) under which anything of this pregnancy was first kept: it stays when she corrects the birth.
    pub fn known_by(&self) -> NaiveDate {
        self.known_by
    }

    /// The text to be kept: the day by which the pregnancy is known, since year 1, then the items.
    pub fn write(&self) -> String {
        let mut text = self.known_by.num_days_from_ce().to_string();
        for item in &self.items {
            text.push(' ');
            text.push_str(&item.to_string());
        }
        text
    }

    /// Whether an item is ticked.
    pub fn has(&self, item: &str) -> bool {
        self.items.contains(&mark(item))
    }

    /// Ticks an item, or takes its tick away.
    pub fn set(&mut self, item: &str, ticked: bool) {
        let mark = mark(item);
        self.items.retain(|other| *other != mark);
        if ticked && self.items.len() < MOST_ITEMS {
            self.items.push(mark);
        }
    }
}

/// FNV-1a.
fn mark(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
