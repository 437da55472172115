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
pub(super) mod layout;
mod read;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
mod write;

use super::answers::Answers;
use crate::domain::text::is_one_of;

use layout::{FILLERS, Form};
pub use layout::{MOST_PLANNED, MOST_USED, is_id};

/// The most characters that a record has: the 300 of earlier versions, which had no filler.
pub const LONGEST: usize = 301;
const BEGINNING: &str = "sn";
/// What is written.
const VERSION: char = '3';
const CHECKSUM_DIGITS: usize = 6;

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

/// FNV-1a: a single changed character always gives another sum.
fn checksum(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
