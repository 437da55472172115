//! What each digit of a record says, and how many there are.

use chrono::NaiveDate;

use crate::domain::household::Household;
use crate::domain::service::Service;
use crate::domain::situation::{Applied, MedicalCare};
use crate::interview::answers::{AppliedHow, Wish};

/// The most uses so far that a record keeps. No programme grants as many in a year.
pub const MOST_USED: usize = 40;
/// The most planned uses that a record keeps, where they are short enough to fit [`super::LONGEST`]: about a dozen with a
/// facility and a day each.
pub const MOST_PLANNED: usize = 24;
/// The most characters of a town's or a facility's id.
pub const LONGEST_ID: usize = 40;

/// The digits that a filler may be. Each gives the checksum another last digit, of which two are no letter or digit: so one
/// of three always does.
pub const FILLERS: [&str; 3] = ["A", "B", "C"];

/// How the answers of a version are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Without the wish, the way of applying, and the birth that the uses are of.
    First,
    /// With them, before the lists.
    Second,
    /// The same, and a filler at the end.
    Third,
}

/// A rule file's or facility's id: lower-case letters, digits and hyphens.
pub fn is_id(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=LONGEST_ID).contains(&text.len()) && text.bytes().all(allowed)
}

/// The digit of an answer is its place here; new ones are added at an end.
pub const HOUSEHOLDS: [Household; 4] =
    [Household::General, Household::TaxExempt, Household::PublicAssistance, Household::Unknown];
pub const MEDICAL_CARES: [MedicalCare; 4] =
    [MedicalCare::No, MedicalCare::Needed, MedicalCare::IllToday, MedicalCare::Unknown];
pub const APPLIED: [Applied; 3] = [Applied::Yes, Applied::No, Applied::Unknown];
pub const WISHES: [Wish; 6] = [Wish::Sleep, Wish::Feeding, Wish::Learning, Wish::AtHome, Wish::Talking, Wish::Nothing];
pub const APPLIED_HOW: [AppliedHow; 2] = [AppliedHow::OnlineSince, AppliedHow::PaperOrBefore];
pub const SERVICES: [Service; 3] = [Service::Stay, Service::DayCare, Service::HomeVisit];

/// What the baby's digit says.
pub mod baby {
    pub const ABSENT: u32 = 0;
    pub const BORN: u32 = 1;
    pub const EXPECTED: u32 = 2;
}

/// What the digit of the due date, or of the postal code, says.
pub mod known {
    pub const ABSENT: u32 = 0;
    pub const UNKNOWN: u32 = 1;
    pub const GIVEN: u32 = 2;
    /// Not preterm.
    pub const NO: u32 = 3;
}

/// The bits of a use's digit, below its service.
pub mod use_bits {
    pub const FACILITY: u32 = 1;
    pub const DATE: u32 = 2;
    pub const HOURS: u32 = 4;
    pub const CANCELLED: u32 = 8;
    /// How many all of them can be.
    pub const ALL: u32 = 16;
}

/// How many digits a value has.
pub mod width {
    pub const DATE: usize = 3;
    pub const POSTAL: usize = 4;
    pub const HOURS: usize = 2;
}

/// Ends a facility's id.
pub const END_OF_ID: char = '~';

/// Dates are counted in days from here: 3 digits reach beyond the year 2700.
pub const FIRST_DATE: NaiveDate = match NaiveDate::from_ymd_opt(2000, 1, 1) {
    Some(date) => date,
    None => NaiveDate::MIN,
};
