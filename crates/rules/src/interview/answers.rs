//! What she answered.

use chrono::NaiveDate;

use crate::domain::household::{Babies, Household};
use crate::domain::situation::{Applied, MedicalCare, PostalCode};
use crate::domain::uses::{PlannedUse, Use};

/// What she answered so far. An absent answer is a question not answered yet; 「わからない」 is an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// The baby's date.
    pub baby: Option<BabyAnswer>,
    /// Whether it was born early.
    pub preterm: Option<PretermAnswer>,
    /// How many.
    pub babies: Option<Babies>,
    /// Which fee class.
    pub household: Option<Household>,
    /// Whether anyone needs treatment.
    pub medical_care: Option<MedicalCare>,
    /// Whether the municipality has approved her.
    pub applied: Option<Applied>,
    /// Where she lives, for visits.
    pub postal: Option<PostalAnswer>,
    /// Uses so far, for this birth.
    pub used: Vec<Use>,
    /// What she thinks of using.
    pub planned: Vec<PlannedUse>,
    /// The baby's date of which both are; absent where that is the one above.
    pub uses_of: Option<NaiveDate>,
    /// What she wants most.
    pub wish: Option<Wish>,
    /// How and when she applied, where an item to bring depends on it.
    pub applied_how: Option<AppliedHow>,
}

/// What she wants most. It orders what is shown and closes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// 眠りたい.
    Sleep,
    /// 授乳・おっぱい.
    Feeding,
    /// 赤ちゃんのお世話を習いたい.
    Learning,
    /// 家に来てほしい.
    AtHome,
    /// 話を聞いてほしい.
    Talking,
    /// Nothing more than the rest.
    Nothing,
}

/// How and when she applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppliedHow {
    /// Online, on or after the day that the item names.
    OnlineSince,
    /// On paper, or before that day.
    PaperOrBefore,
}

/// Dates farther apart than this are not of one pregnancy, however early or late the birth: a baby comes up to 18 weeks before
/// its due date, or 4 after it. Two births are never so close, and a date that she corrects is hardly ever farther off.
const ONE_PREGNANCY_DAYS: u64 = 154;

/// Whether two babies' dates can be of one pregnancy: a date that she corrects, or the birth after the due date, is the
/// same baby's.
pub fn is_one_pregnancy(one: NaiveDate, other: NaiveDate) -> bool {
    one.signed_duration_since(other).num_days().unsigned_abs() <= ONE_PREGNANCY_DAYS
}

impl Answers {
    /// Takes a date of the baby. One of the same pregnancy is a correction, or the birth after the due date: the other answers
    /// stay. One of another begins a new interview, of which only what is of no birth is known.
    ///
    /// The uses stay beside the date that they are of, and count for no other ([`Answers::used_of_birth`]): a year that she
    /// mistypes costs her some taps, and not what she noted over months.
    pub fn tell_baby(&mut self, baby: BabyAnswer) {
        let another = self.baby.map(BabyAnswer::date).filter(|before| !is_one_pregnancy(*before, baby.date()));
        if let Some(before) = another {
            let has_uses = !(self.used.is_empty() && self.planned.is_empty());
            let uses_of = self.uses_of.or(Some(before)).filter(|_| has_uses);
            *self = Answers { uses_of, ..core::mem::take(self).beyond_birth() };
        }
        self.baby = Some(baby);
    }

    /// What stays where another baby is told of. Each answer is named, so that a new one can't be forgotten here.
    fn beyond_birth(self) -> Answers {
        let Answers {
            // Where she lives.
            postal,
            // Known by a date of their own.
            used,
            planned,
            uses_of,
            // Of the birth.
            baby: _,
            preterm: _,
            babies: _,
            household: _,
            medical_care: _,
            applied: _,
            wish: _,
            applied_how: _,
        } = self;
        Answers { postal, used, planned, uses_of, ..Answers::default() }
    }

    /// Whether the uses are of the baby that she tells of, not of an earlier one.
    fn has_uses_of_birth(&self) -> bool {
        let date = self.baby.map(BabyAnswer::date);
        date.zip(self.uses_of).is_none_or(|(date, of)| is_one_pregnancy(date, of))
    }

    /// Uses so far, of this baby's birth.
    pub fn used_of_birth(&self) -> &[Use] {
        if self.has_uses_of_birth() { &self.used } else { &[] }
    }

    /// What she thinks of using, of this baby's birth.
    pub fn planned_of_birth(&self) -> &[PlannedUse] {
        if self.has_uses_of_birth() { &self.planned } else { &[] }
    }

    /// Makes the lists this baby's, before they are changed: those of an earlier birth go.
    pub fn begin_uses(&mut self) {
        if !self.has_uses_of_birth() {
            self.used.clear();
            self.planned.clear();
        }
        self.uses_of = self.baby.map(BabyAnswer::date);
    }
}

/// The baby's date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BabyAnswer {
    /// Born on this day.
    Born(NaiveDate),
    /// Expected on this day (予定日).
    Expected(NaiveDate),
}

impl BabyAnswer {
    /// The day of birth, or the due date.
    pub fn date(self) -> NaiveDate {
        match self {
            BabyAnswer::Born(date) | BabyAnswer::Expected(date) => date,
        }
    }
}

/// Whether the baby was born before its due date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PretermAnswer {
    /// It was not.
    No,
    /// It was due on this day.
    DueOn(NaiveDate),
    /// She does not know the due date.
    Unknown,
}

/// Where she lives, for visits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PostalAnswer {
    /// Her postal code.
    Code(PostalCode),
    /// She does not know it.
    Unknown,
}
