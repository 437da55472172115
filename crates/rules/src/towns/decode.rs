//! An index from its bytes, whatever they are.

use core::fmt;

use super::index::{Index, Row, Span, Ward, with_check_digit};
use super::postal::Run;

/// What every index begins with.
pub(super) const MAGIC: [u8; 4] = *b"SNTN";
/// Raised with every change of the bytes' form.
pub(super) const VERSION: u16 = 1;

/// Why bytes are no index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// They begin with something else.
    Foreign,
    /// Another version of the program made them.
    OtherVersion,
    /// They are cut off or changed.
    Damaged,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            DecodeError::Foreign => "these bytes are no index of towns",
            DecodeError::OtherVersion => "another version of the program made this index of towns",
            DecodeError::Damaged => "this index of towns is cut off or changed",
        })
    }
}

impl core::error::Error for DecodeError {}

impl Index {
    /// The index of these bytes. Any bytes are taken; memory stays within a fixed multiple of their length.
    ///
    /// # Errors
    /// Each [`DecodeError`] as it says.
    pub fn decode(bytes: Vec<u8>) -> Result<Index, DecodeError> {
        let (magic, rest) = bytes.split_first_chunk::<4>().ok_or(DecodeError::Foreign)?;
        if *magic != MAGIC {
            return Err(DecodeError::Foreign);
        }
        let (version, rest) = rest.split_first_chunk::<2>().ok_or(DecodeError::Damaged)?;
        if u16::from_le_bytes(*version) != VERSION {
            return Err(DecodeError::OtherVersion);
        }
        let numbers = bytes.len().saturating_sub(rest.len());
        read(bytes, numbers).ok_or(DecodeError::Damaged)
    }
}

/// The index of the numbers that begin at `start`, and of the text behind them.
fn read(mut bytes: Vec<u8>, start: usize) -> Option<Index> {
    let mut numbers = Numbers(bytes.get(start..)?);
    let counts = [numbers.next()?, numbers.next()?, numbers.next()?, numbers.next()?];
    let [prefecture_count, town_count, ward_count, run_count] = counts;
    let prefectures = numbers.rising(prefecture_count)?;
    let towns = numbers.rising(town_count)?;
    let wards = numbers.rising(ward_count)?;
    let firsts = numbers.rising(run_count)?;
    let mut runs = Vec::with_capacity(firsts.len());
    for first in firsts {
        runs.push(Run { first, last: first.checked_add(numbers.next()?)?, town: 0 });
    }
    let mut town = 0_u32;
    for run in &mut runs {
        let folded = numbers.next()?;
        town = town.wrapping_add((folded >> 1) ^ (folded & 1).wrapping_neg());
        run.town = usize::try_from(town).ok().filter(|town| *town < towns.len())?;
    }
    let text = bytes.len().checked_sub(numbers.0.len())?;
    let mut index = Index::new(String::from_utf8(bytes.split_off(text)).ok()?, runs);
    let mut lines = Lines { text: index.text(), start: 0 };
    let mut name_and_reading = || Some((lines.next()?, lines.next()?));
    let mut named: Vec<(Span, Span)> = Vec::new();
    for _ in 0..prefectures.len().checked_add(towns.len())?.checked_add(wards.len())? {
        named.push(name_and_reading()?);
    }
    if lines.start != index.text().len() {
        return None;
    }
    let mut named = named.into_iter();
    for _ in &prefectures {
        let place = index.place(named.next()?);
        index.prefectures.push(place);
    }
    for code in towns {
        let number = code.checked_div(1000)?;
        let prefecture = prefectures.binary_search(&number).ok()?;
        let place = index.place(named.next()?);
        index.towns.push(Row { code: with_check_digit(code), prefecture, place });
    }
    for city in wards {
        let city = usize::try_from(city).ok().filter(|city| *city < index.towns.len())?;
        let place = index.place(named.next()?);
        index.wards.push(Ward { city, place });
    }
    Some(index)
}

/// Columns of numbers, 7 bits a byte, the lowest first.
struct Numbers<'a>(&'a [u8]);

impl Numbers<'_> {
    fn next(&mut self) -> Option<u32> {
        let mut number = 0_u32;
        for shift in [0, 7, 14, 21, 28] {
            let (byte, rest) = self.0.split_first()?;
            self.0 = rest;
            number |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    /// Numbers that are stored as their differences.
    fn rising(&mut self, count: u32) -> Option<Vec<u32>> {
        let mut numbers = Vec::new();
        let mut number = 0_u32;
        for _ in 0..count {
            number = number.checked_add(self.next()?)?;
            numbers.push(number);
        }
        Some(numbers)
    }
}

/// Where the lines of a text stand, each ended by a line feed.
struct Lines<'a> {
    text: &'a str,
    start: usize,
}

impl Lines<'_> {
    fn next(&mut self) -> Option<Span> {
        let start = self.start;
        let end = self.text.get(start..)?.find('\n')?.checked_add(start)?;
        self.start = end.checked_add(1)?;
        Some(Span { start, end })
    }
}
