//! What she answered.

use chrono::NaiveDate;

use crate::domain::situation::{Applied, Babies, Household, MedicalCare, PlannedUse, PostalCode, Use};

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
}

/// The baby's date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BabyAnswer {
    /// Born on this day.
    Born(NaiveDate),
    /// Expected on this day (予定日).
    Expected(NaiveDate),
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
