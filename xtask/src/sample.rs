//! A mother with nothing special, for what looks at the built site: the audit, the pictures, the browser tests.

use chrono::NaiveDate;
use sango_navi::domain::household::{Babies, Household};
use sango_navi::domain::situation::{Applied, MedicalCare};
use sango_navi::interview::{Answers, BabyAnswer, PostalAnswer, PretermAnswer, Wish};

/// Answers to every question: one baby, born that day and not early, a general household, nobody ill, not applied yet.
pub fn answers(birth: NaiveDate) -> Answers {
    Answers {
        baby: Some(BabyAnswer::Born(birth)),
        preterm: Some(PretermAnswer::No),
        babies: Some(Babies::ONE),
        household: Some(Household::General),
        medical_care: Some(MedicalCare::No),
        applied: Some(Applied::No),
        postal: Some(PostalAnswer::Unknown),
        wish: Some(Wish::Nothing),
        ..Answers::default()
    }
}
