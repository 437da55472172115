//! What a program gives to scripts.

use anyhow::{Context, Result, ensure};

/// What each program begins with: its magic and the format's version.
const HEAD: [u8; 8] = *b"\0asm\x01\0\0\0";
/// The number of the section that lists exports.
const EXPORTS: u8 = 7;

/// The program without the exports that have `part` in their name. All else keeps its place among the sections, on which
/// relocations count.
///
/// # Errors
///
/// When it is no program.
pub(super) fn without(program: &[u8], part: &str) -> Result<Vec<u8>> {
    let mut rest = program.strip_prefix(&HEAD).context("this is no program: it begins with something else")?;
    let mut out = HEAD.to_vec();
    while let Some((section, after)) = rest.split_first() {
        rest = after;
        let content = bytes(&mut rest)?;
        let kept = if *section == EXPORTS { kept(content, part)? } else { content.to_vec() };
        out.push(*section);
        write(&mut out, kept.len());
        out.extend(kept);
    }
    Ok(out)
}

/// A list of exports without those.
fn kept(mut list: &[u8], part: &str) -> Result<Vec<u8>> {
    let (mut count, mut out) = (0, Vec::<u8>::new());
    for _ in 0..number(&mut list)? {
        let before = list;
        let name = bytes(&mut list)?;
        let (_kind, after) = list.split_first().context("an export is cut off")?;
        list = after;
        number(&mut list)?;
        if !String::from_utf8_lossy(name).contains(part) {
            count += 1;
            out.extend(&before[..before.len() - list.len()]);
        }
    }
    ensure!(list.is_empty(), "more follows the exports");
    let mut whole = Vec::new();
    write(&mut whole, count);
    whole.extend(out);
    Ok(whole)
}

/// Bytes after their number.
fn bytes<'a>(rest: &mut &'a [u8]) -> Result<&'a [u8]> {
    let length = number(rest)?;
    let (bytes, after) = rest.split_at_checked(length).context("a program is cut off")?;
    *rest = after;
    Ok(bytes)
}

/// A number: seven bits a byte, the lowest first.
fn number(rest: &mut &[u8]) -> Result<usize> {
    let mut number = 0;
    for shift in (0..35).step_by(7) {
        let (byte, after) = rest.split_first().context("a program is cut off")?;
        *rest = after;
        number |= usize::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Ok(number);
        }
    }
    anyhow::bail!("a number of a program is too long")
}

fn write(out: &mut Vec<u8>, mut number: usize) {
    loop {
        let [byte, ..] = number.to_le_bytes();
        number >>= 7;
        out.push(if number == 0 { byte & 0x7f } else { byte | 0x80 });
        if number == 0 {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A program with one section before its exports `a_of`, `bc` and one after.
    fn program(exports: &[u8]) -> Vec<u8> {
        let section = |number: u8, content: &[u8]| [&[number, u8::try_from(content.len()).unwrap()], content].concat();
        [HEAD.to_vec(), section(1, &[0x80; 3]), section(EXPORTS, exports), section(10, b"code")].concat()
    }

    #[test]
    fn only_the_exports_of_that_name_go() {
        let both = program(b"\x02\x04a_of\x00\x85\x01\x02bc\x02\x00");
        assert_eq!(without(&both, "_of").unwrap(), program(b"\x01\x02bc\x02\x00"));
        assert_eq!(without(&both, "d").unwrap(), both);
    }

    #[test]
    fn what_is_no_program_is_an_error() {
        let whole = program(b"\x01\x02bc\x02\x00");
        assert!(without(b"<!doctype html>", "a").is_err());
        assert!(without(&whole[..whole.len() - 1], "a").is_err());
        assert!(without(&program(b"\x02\x02bc\x02\x00"), "a").is_err(), "one more is said to be there");
        assert!(without(&program(b"\x00\x02bc\x02\x00"), "a").is_err(), "one more is there");
    }

    #[test]
    fn long_numbers_are_read_as_they_are_written() {
        for long in [0, 127, 128, 300_000] {
            let mut written = Vec::new();
            write(&mut written, long);
            assert_eq!(number(&mut written.as_slice()).unwrap(), long);
        }
        assert!(number(&mut [0x80; 9].as_slice()).is_err());
    }
}
