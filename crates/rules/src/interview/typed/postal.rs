//! A typed postal code.

use super::{HYPHENS, plain};
use crate::domain::situation::PostalCode;

/// Reads a postal code of 7 digits, with or without 〒, spaces and any of the hyphens that a Japanese keyboard gives;
/// `None` where it is something else.
pub fn read_postal(text: &str) -> Option<PostalCode> {
    let typed = plain(text);
    let typed = typed.strip_prefix('〒').unwrap_or(&typed);
    let digits: String = typed.chars().filter(|letter| !HYPHENS.contains(letter)).collect();
    PostalCode::parse(&digits).ok()
}
