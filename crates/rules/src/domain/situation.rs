//! Her situation: what the interview or a situation line says, checked.

use chrono::{NaiveDate, NaiveDateTime};

use super::calendar::{Months, days_after, days_before, months_complete};
use super::household::{Babies, Household};
use super::uses::{PlannedUse, Use};

/// Everything that an answer depends on beside the programme and the clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Situation {
    /// The baby.
    pub baby: Baby,
    /// How many.
    pub babies: Babies,
    /// Which fee class.
    pub household: Household,
    /// Whether anyone needs treatment.
    pub medical_care: MedicalCare,
    /// Whether the municipality has approved her.
    pub applied: Applied,
    /// Where she lives, for visits.
    pub postal: Option<PostalCode>,
    /// Uses so far, for this birth.
    pub used: Vec<Use>,
    /// What she thinks of using.
    pub planned: Vec<PlannedUse>,
}

/// A baby, born or expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Baby {
    /// Born.
    Born {
        /// Day 0.
        birth: NaiveDate,
        /// Known only where a rule needs it.
        due: Option<NaiveDate>,
    },
    /// Not born yet.
    Expected {
        /// 40 weeks 0 days.
        due: NaiveDate,
    },
}

/// Why a pair of dates is no baby's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BabyError {
    /// The birth lies after today.
    BirthInFuture,
    /// The birth lies more than [`Baby::OLDEST_MONTHS`] before today.
    BirthTooLongAgo,
    /// Neither date is there.
    DueMissing,
    /// Not born, and due longer ago than a pregnancy lasts.
    DueLongPast,
    /// Due later than a pregnancy that began today.
    DueTooFar,
    /// Due and birth do not belong to one pregnancy.
    DueFarFromBirth,
}

impl Baby {
    /// A birth longer ago than this is an error: no programme lasts as long.
    pub const OLDEST_MONTHS: u8 = Months::MAX;
    /// Days before the due date on which a birth counts as preterm (before 37 weeks 0 days).
    const PRETERM_DAYS: u16 = 21;
    /// A pregnancy lasts from 22 to 43 weeks.
    const EARLIEST_BIRTH_DAYS: u16 = 126;
    const LATEST_BIRTH_DAYS: u16 = 28;
    /// A pregnancy that begins today is due about here.
    const FARTHEST_DUE_DAYS: u16 = 294;

    /// The baby of these dates, seen from `today`.
    ///
    /// # Errors
    /// Each [`BabyError`] as it says.
    pub fn new(birth: Option<NaiveDate>, due: Option<NaiveDate>, today: NaiveDate) -> Result<Baby, BabyError> {
        match (birth, due) {
            (None, None) => Err(BabyError::DueMissing),
            (None, Some(due)) if days_after(due, Self::LATEST_BIRTH_DAYS) < today => Err(BabyError::DueLongPast),
            (None, Some(due)) if days_after(today, Self::FARTHEST_DUE_DAYS) < due => Err(BabyError::DueTooFar),
            (None, Some(due)) => Ok(Baby::Expected { due }),
            (Some(birth), due) => {
                let oldest = Months::new(Self::OLDEST_MONTHS).map(|months| months_complete(birth, months).civil_code);
                if birth > today {
                    Err(BabyError::BirthInFuture)
                } else if oldest.is_ok_and(|oldest| oldest < today) {
                    Err(BabyError::BirthTooLongAgo)
                } else if due.is_some_and(|due| !Self::is_one_pregnancy(birth, due)) {
                    Err(BabyError::DueFarFromBirth)
                } else {
                    Ok(Baby::Born { birth, due })
                }
            }
        }
    }

    fn is_one_pregnancy(birth: NaiveDate, due: NaiveDate) -> bool {
        days_before(due, Self::EARLIEST_BIRTH_DAYS) <= birth && birth <= days_after(due, Self::LATEST_BIRTH_DAYS)
    }

    /// The day of birth, if born by `today`.
    pub fn born_by(self, today: NaiveDate) -> Option<NaiveDate> {
        match self {
            Baby::Born { birth, .. } if birth <= today => Some(birth),
            Baby::Born { .. } | Baby::Expected { .. } => None,
        }
    }

    /// The due date, where known.
    pub fn due(self) -> Option<NaiveDate> {
        match self {
            Baby::Born { due, .. } => due,
            Baby::Expected { due } => Some(due),
        }
    }

    /// The due date of a baby born before 37 weeks 0 days.
    pub fn preterm_due(self) -> Option<NaiveDate> {
        match self {
            Baby::Born { birth, due: Some(due) } if birth < days_before(due, Self::PRETERM_DAYS) => Some(due),
            Baby::Born { .. } | Baby::Expected { .. } => None,
        }
    }
}

/// Whether mother or baby needs treatment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MedicalCare {
    /// Nobody.
    No,
    /// Treatment or admission.
    Needed,
    /// Fever, an infection, urgent mastitis today.
    IllToday,
    /// She does not know.
    Unknown,
}

/// Whether the municipality has approved her.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applied {
    /// It has.
    Yes,
    /// Not yet.
    No,
    /// She does not know.
    Unknown,
}

/// A Japanese postal code: 7 digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostalCode(String);

impl PostalCode {
    /// Reads 7 digits, with or without the hyphen after the third.
    ///
    /// # Errors
    /// Where it has another form.
    pub fn parse(text: &str) -> Result<PostalCode, &'static str> {
        let digits = match text.split_once('-') {
            Some((area, town)) if area.len() == 3 => [area, town].concat(),
            Some(_) => String::new(),
            None => text.to_owned(),
        };
        if digits.len() == 7 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            Ok(PostalCode(digits))
        } else {
            Err("7 digits, like \"1780063\"")
        }
    }

    /// The 7 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A moment of JST wall clock.
pub type Now = NaiveDateTime;
