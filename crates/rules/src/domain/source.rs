//! Where a fact stands in a public document.

use serde::{Deserialize, Serialize};

/// Where a fact stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Which of the programme's documents, by its place in `Programme::documents`.
    pub document: u8,
    /// The place in it: a heading, a table and its row.
    pub place: String,
}

/// A fact with its source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sourced<T> {
    /// The fact.
    pub value: T,
    /// Where it stands.
    pub source: Source,
}
