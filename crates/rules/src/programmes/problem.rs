//! What is wrong in a rule file: where, what was found and what would be right.

use core::fmt;

/// One problem of a rule file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file's name.
    pub file: String,
    /// Its line, counted from 1, where one can be named.
    pub line: Option<usize>,
    /// The key path in it, like `period[0].facility[3].stay.hours[1].close`; empty for the file as a whole.
    pub path: String,
    /// What stands there, in Japanese, as the first half of a sentence.
    pub found: String,
    /// What would be right, in Japanese: what to write.
    pub expected: String,
}

impl fmt::Display for Problem {
    /// One line: `kita.toml:112: period[0].stay.fee.general.per: 書いてありません。正しくは …`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if !self.path.is_empty() {
            write!(f, ": {}", self.path)?;
        }
        write!(f, ": {}。正しくは {}", self.found, self.expected)
    }
}
