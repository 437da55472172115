//! What people type, read as they type it: full-width digits, spaces, leading zeros, 令和8.

mod date;
mod drafts;
mod postal;
mod whole;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

pub use date::{DateField, DateProblem, Era, read_date, read_year};
pub use drafts::{Draft, Drafts};
pub use postal::read_postal;
pub use whole::{Fields, spread, typed_into};

/// What is typed for a hyphen, in half width.
const HYPHENS: [char; 9] = ['-', '‐', '‑', '–', '—', '―', '−', 'ー', 'ｰ'];

/// The text in half-width capitals, without spaces.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|letter| !letter.is_whitespace())
        .map(|letter| match letter {
            '！'..='～' => half_width(letter),
            _ => letter,
        })
        .map(|letter| letter.to_ascii_uppercase())
        .collect()
}

/// A full-width letter's half-width one: they stand in the same order.
fn half_width(letter: char) -> char {
    let place = u32::from(letter).saturating_sub(u32::from('！'));
    char::from_u32(place.saturating_add(u32::from('!'))).unwrap_or(letter)
}

/// The number of a run of ASCII digits; absent where it has another character or none, the largest number where it is
/// too long.
fn number(digits: &str) -> Option<u32> {
    (!digits.is_empty()).then_some(())?;
    digits.chars().try_fold(0_u32, |number, digit| Some(number.saturating_mul(10).saturating_add(digit.to_digit(10)?)))
}
