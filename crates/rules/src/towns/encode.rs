//! The index's bytes: the header, four counts, columns of numbers, each as its difference from the one before, and the
//! names and readings, a line each, to the end.

use super::decode::{MAGIC, VERSION};
use super::list::{List, ListError};

/// The bytes of an index, from the texts of `municipalities.tsv` and `postal_codes.tsv`. They are meant to be compressed
/// on their way.
///
/// # Errors
/// At the first line that breaks its file's form, is out of order, or names what was not named before.
pub fn encode(municipalities: &str, postal_codes: &str) -> Result<Vec<u8>, ListError> {
    let list = List::read(municipalities, postal_codes)?;
    let mut bytes = Vec::new();
    bytes.extend(MAGIC);
    bytes.extend(VERSION.to_le_bytes());
    for count in [list.prefectures.len(), list.municipalities.len(), list.wards.len(), list.runs.len()] {
        put(&mut bytes, u32::try_from(count).unwrap_or(u32::MAX));
    }
    put_rising(&mut bytes, list.prefectures.iter().map(|prefecture| prefecture.number));
    put_rising(&mut bytes, list.municipalities.iter().map(|town| town.code));
    put_rising(&mut bytes, list.wards.iter().map(|ward| ward.number));
    put_rising(&mut bytes, list.runs.iter().map(|run| run.first));
    for run in &list.runs {
        put(&mut bytes, run.last.saturating_sub(run.first));
    }
    let mut before = 0_u32;
    for run in &list.runs {
        // Either way round, small in the lowest bits.
        let difference = run.town.wrapping_sub(before).cast_signed();
        put(&mut bytes, ((difference << 1) ^ (difference >> 31)).cast_unsigned());
        before = run.town;
    }
    let names = list.prefectures.iter().map(|prefecture| (prefecture.name, prefecture.reading));
    let names = names.chain(list.municipalities.iter().map(|town| (town.name, town.reading)));
    let names = names.chain(list.wards.iter().map(|ward| (ward.name, ward.reading)));
    for (name, reading) in names {
        for line in [name, reading] {
            bytes.extend(line.bytes());
            bytes.push(b'\n');
        }
    }
    Ok(bytes)
}

/// Numbers none of which is less than the one before.
fn put_rising(bytes: &mut Vec<u8>, numbers: impl Iterator<Item = u32>) {
    let mut before = 0_u32;
    for number in numbers {
        put(bytes, number.saturating_sub(before));
        before = number;
    }
}

/// A number in as few bytes as it needs, 7 bits each, the lowest first.
fn put(bytes: &mut Vec<u8>, number: u32) {
    let mut rest = number;
    loop {
        let low = u8::try_from(rest & 0x7f).unwrap_or(0);
        rest >>= 7;
        if rest == 0 {
            bytes.push(low);
            return;
        }
        bytes.push(low | 0x80);
    }
}
