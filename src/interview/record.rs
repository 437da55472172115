//! Her answers for one town as one short text: kept on the phone, and carried in an address to another.

use super::answers::Answers;

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

/// The record of a town's answers: at most [`LONGEST`] characters, of `A–Z a–z 0–9 . _ - ~` only.
pub fn encode(_town: &str, _answers: &Answers) -> String {
    String::new()
}

/// The most characters that a record has.
pub const LONGEST: usize = 300;

/// Reads a record.
///
/// # Errors
/// Each [`RecordError`] as it says.
pub fn decode(_text: &str) -> Result<Record, RecordError> {
    Err(RecordError::Foreign)
}
