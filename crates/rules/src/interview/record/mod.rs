//! Her answers for one town as one short text: kept on the phone, and carried in an address to another.
//!
//! `sn`, a version, a dot, the town, a dot, the answers and a filler, a dot, a checksum of all before it. The answers are
//! numbers in digits of base 64, in one fixed order, without separators. A later version may change what stands between the
//! first dot and the last; the beginning and the checksum stay, so that a record of a newer version can be told from a
//! damaged one.
//!
//! A record is the end of a link, and programs for mail, chat and code leave a `-` or `_` out of the link that ends in it.
//! The filler is a digit without meaning, chosen so that the checksum ends in a letter or digit.

pub(super) mod digits;
mod read;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
mod write;

use chrono::NaiveDate;

use super::answers::{Answers, AppliedHow, Wish};
use crate::domain::household::Household;
use crate::domain::service::Service;
use crate::domain::situation::{Applied, MedicalCare};
use crate::domain::text::is_one_of;

/// The most characters that a record has: the 300 of earlier versions, which had no filler.
pub const LONGEST: usize = 301;
/// The most uses so far that a record keeps. No programme grants as many in a year.
pub const MOST_USED: usize = 40;
/// The most planned uses that a record keeps, where they are short enough to fit [`LONGEST`]: about a dozen with a
/// facility and a day each.
pub const MOST_PLANNED: usize = 24;
/// The most characters of a town's or a facility's id.
const LONGEST_ID: usize = 40;

const BEGINNING: &str = "sn";
/// What is written.
const VERSION: char = '3';
const CHECKSUM_DIGITS: usize = 6;
/// The digits that a filler may be. Each gives the checksum another last digit, of which two are no letter or digit: so one
/// of three always does.
const FILLERS: [&str; 3] = ["A", "B", "C"];

/// What a record holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The town's place in addresses.
    pub town: String,
    /// Her answers there.
    pub answers: Answers,
}

/// Why a text is no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordError {
    /// It begins with something else: another program's, or no record at all.
    Foreign,
    /// It is cut off or changed: its checksum is another.
    Damaged,
    /// A newer version of the program wrote it.
    Newer,
    /// It is whole, and holds a value that can't be.
    Impossible,
}

/// The record of a town's answers: at most [`LONGEST`] characters, of `A–Z a–z 0–9 . _ - ~` only, so that it stands in an
/// address as it is; the last of them a letter or digit.
///
/// A value that no question accepts (a date before 2000, a stay of no night) is left out. Of the lists as many are kept
/// from their beginnings as [`MOST_USED`], [`MOST_PLANNED`] and [`LONGEST`] allow; [`keeps_all`] tells whether that is
/// everything.
pub fn encode(town: &str, answers: &Answers) -> String {
    let mut text = String::with_capacity(LONGEST);
    for part in [BEGINNING, VERSION.encode_utf8(&mut [0; 4]), ".", if is_id(town) { town } else { "" }, "."] {
        text.push_str(part);
    }
    // The filler, the last dot and the checksum come after the answers.
    write::answers(&mut text, answers, LONGEST.saturating_sub(CHECKSUM_DIGITS).saturating_sub(2));
    let mut signed = String::new();
    for filler in FILLERS {
        let summed = [&text, filler].concat();
        signed = [&summed, "."].concat();
        digits::push(&mut signed, checksum(&summed), CHECKSUM_DIGITS);
        if stays_in_link(&signed) {
            break;
        }
    }
    signed
}

/// Whether programs that look for links in a text take the last character of this one into it.
fn stays_in_link(text: &str) -> bool {
    text.ends_with(|last: char| last.is_ascii_alphanumeric())
}

/// Whether a text is meant as a record, sound or not: it begins as one does, and is no other word of an address.
pub fn may_be(text: &str) -> bool {
    text.starts_with(BEGINNING) && is_one_of('.', text)
}

/// The record in what she pastes: a link that carries one, or the record alone, however an app has broken its lines; `None`
/// where there is none.
pub fn pasted(text: &str) -> Option<String> {
    let text: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    let rests = text.char_indices().filter_map(|(at, _)| text.get(at..));
    let begins = |rest: &&str| {
        rest.strip_prefix(BEGINNING).is_some_and(|rest| rest.starts_with(|sign: char| sign.is_ascii_digit()))
    };
    let records: Vec<&str> = rests.filter(|rest| begins(rest) && may_be(rest)).collect();
    // Within a record may stand what looks like the beginning of one.
    let whole = records.iter().rfind(|rest| rest.matches('.').count() >= PARTS.saturating_sub(1));
    let record = whole.or(records.first())?;
    // What stands around it in a letter is none of it: other signs, and what follows the checksum.
    let is_of_record = |sign: &char| sign.is_ascii_alphanumeric() || is_one_of(*sign, "._-");
    let mut parts = record.splitn(PARTS, '.');
    let [Some(version), Some(town), Some(body), last] = [parts.next(), parts.next(), parts.next(), parts.next()] else {
        return Some(record.chars().take_while(is_of_record).collect());
    };
    let sum: String = last.unwrap_or_default().chars().take_while(is_of_record).take(CHECKSUM_DIGITS).collect();
    Some([version, town, body, &sum].join("."))
}

/// A record's parts, between dots: version, town, answers, checksum.
const PARTS: usize = 4;

/// Whether the record of these answers holds all of them.
pub fn keeps_all(town: &str, answers: &Answers) -> bool {
    decode(&encode(town, answers)).is_ok_and(|record| record.answers == *answers)
}

/// Reads a record.
///
/// # Errors
/// Each [`RecordError`] as it says.
pub fn decode(text: &str) -> Result<Record, RecordError> {
    let rest = text.strip_prefix(BEGINNING).ok_or(RecordError::Foreign)?;
    let (summed, sum) = text.rsplit_once('.').ok_or(RecordError::Damaged)?;
    if sum.len() != CHECKSUM_DIGITS || digits::value(sum) != Some(checksum(summed)) {
        return Err(RecordError::Damaged);
    }
    let form = match rest.chars().next() {
        Some('1') => Form::First,
        Some('2') => Form::Second,
        Some(VERSION) => Form::Third,
        _ => return Err(RecordError::Newer),
    };
    let mut parts = summed.split('.').skip(1);
    let (Some(town), Some(body), None) = (parts.next(), parts.next(), parts.next()) else {
        return Err(RecordError::Impossible);
    };
    let answers = read::answers(body, form).filter(|_| is_id(town) && text.len() <= LONGEST);
    Ok(Record { town: town.to_owned(), answers: answers.ok_or(RecordError::Impossible)? })
}

/// How the answers of a version are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Without the wish, the way of applying, and the birth that the uses are of.
    First,
    /// With them, before the lists.
    Second,
    /// The same, and a filler at the end.
    Third,
}

/// FNV-1a: a single changed character always gives another sum.
fn checksum(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// A rule file's or facility's id: lower-case letters, digits and hyphens.
pub fn is_id(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=LONGEST_ID).contains(&text.len()) && text.bytes().all(allowed)
}

/// The digit of an answer is its place here; new ones are added at an end.
const HOUSEHOLDS: [Household; 4] =
    [Household::General, Household::TaxExempt, Household::PublicAssistance, Household::Unknown];
const MEDICAL_CARES: [MedicalCare; 4] =
    [MedicalCare::No, MedicalCare::Needed, MedicalCare::IllToday, MedicalCare::Unknown];
const APPLIED: [Applied; 3] = [Applied::Yes, Applied::No, Applied::Unknown];
const WISHES: [Wish; 6] = [Wish::Sleep, Wish::Feeding, Wish::Learning, Wish::AtHome, Wish::Talking, Wish::Nothing];
const APPLIED_HOW: [AppliedHow; 2] = [AppliedHow::OnlineSince, AppliedHow::PaperOrBefore];
pub(super) const SERVICES: [Service; 3] = [Service::Stay, Service::DayCare, Service::HomeVisit];

/// What the baby's digit says.
mod baby {
    pub const ABSENT: u32 = 0;
    pub const BORN: u32 = 1;
    pub const EXPECTED: u32 = 2;
}

/// What the digit of the due date, or of the postal code, says.
mod known {
    pub const ABSENT: u32 = 0;
    pub const UNKNOWN: u32 = 1;
    pub const GIVEN: u32 = 2;
    /// Not preterm.
    pub const NO: u32 = 3;
}

/// The bits of a use's digit, below its service.
mod use_bits {
    pub const FACILITY: u32 = 1;
    pub const DATE: u32 = 2;
    pub const HOURS: u32 = 4;
    pub const CANCELLED: u32 = 8;
    /// How many all of them can be.
    pub const ALL: u32 = 16;
}

/// How many digits a value has.
mod width {
    pub const DATE: usize = 3;
    pub const POSTAL: usize = 4;
    pub const HOURS: usize = 2;
}

/// Ends a facility's id.
const END_OF_ID: char = '~';

/// Dates are counted in days from here: 3 digits reach beyond the year 2700.
pub(super) const FIRST_DATE: NaiveDate = match NaiveDate::from_ymd_opt(2000, 1, 1) {
    Some(date) => date,
    None => NaiveDate::MIN,
};
