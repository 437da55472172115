//! The inputs that show most: one for each thing seen, as short as it was found.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Inputs, and what each was kept for.
#[derive(Default)]
pub struct Corpus {
    inputs: Vec<Vec<u8>>,
    /// By what was seen, the shortest input that showed it.
    shown_by: HashMap<u64, usize>,
}

impl Corpus {
    /// Every input that was ever kept, for making others of.
    pub fn inputs(&self) -> &[Vec<u8>] {
        &self.inputs
    }

    /// How many different things were seen.
    pub fn seen(&self) -> usize {
        self.shown_by.len()
    }

    /// Keeps an input that shows something new, or something known in fewer bytes by half.
    pub fn consider(&mut self, input: &[u8], seen: &[u64]) {
        let shorter = |known: usize| self.inputs.get(known).is_some_and(|known| input.len() < known.len() / 2);
        let better: Vec<u64> =
            seen.iter().filter(|one| self.shown_by.get(one).is_none_or(|known| shorter(*known))).copied().collect();
        if better.is_empty() {
            return;
        }
        for one in better {
            self.shown_by.insert(one, self.inputs.len());
        }
        self.inputs.push(input.to_vec());
    }

    /// A few inputs that together show everything but what is `covered` already, the one that shows most first. `look`
    /// says what an input shows.
    pub fn cover(&self, mut covered: HashSet<u64>, mut look: impl FnMut(&[u8]) -> Vec<u64>) -> Vec<Vec<u8>> {
        let kept: BTreeSet<usize> = self.shown_by.values().copied().collect();
        let mut kept: Vec<(&Vec<u8>, HashSet<u64>)> = kept
            .into_iter()
            .filter_map(|index| self.inputs.get(index))
            .map(|input| (input, look(input).into_iter().collect()))
            .collect();
        let mut chosen = Vec::new();
        while let Some(best) =
            (0..kept.len()).max_by_key(|index| (kept[*index].1.difference(&covered).count(), !kept[*index].0.len()))
        {
            let (input, shows) = kept.swap_remove(best);
            if shows.is_subset(&covered) {
                break;
            }
            covered.extend(shows);
            chosen.push(input.clone());
        }
        chosen
    }
}

/// The inputs of a kept corpus: one a line, escaped as in a byte string.
///
/// # Errors
///
/// Where the file can't be read.
pub fn read(path: &Path) -> Result<Vec<Vec<u8>>> {
    let text = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    Ok(text.lines().map(unescaped).collect())
}

/// Keeps inputs in a file.
///
/// # Errors
///
/// Where it can't be written.
pub fn write(path: &Path, inputs: &[Vec<u8>]) -> Result<()> {
    let lines: String = inputs.iter().map(|input| escaped(input) + "\n").collect();
    fs::write(path, lines).with_context(|| format!("writing {}", path.display()))
}

/// One line of text for any bytes; text in Japanese stays readable.
pub fn escaped(input: &[u8]) -> String {
    let mut line = String::new();
    for chunk in input.utf8_chunks() {
        for letter in chunk.valid().chars() {
            match u8::try_from(letter).ok().filter(u8::is_ascii) {
                Some(ascii) => line += &ascii.escape_ascii().to_string(),
                None => line.push(letter),
            }
        }
        line += &chunk.invalid().escape_ascii().to_string();
    }
    line
}

fn unescaped(line: &str) -> Vec<u8> {
    let (mut bytes, mut rest) = (Vec::new(), line.bytes());
    while let Some(byte) = rest.next() {
        let byte = match (byte, if byte == b'\\' { rest.next() } else { None }) {
            (b'\\', Some(b'n')) => b'\n',
            (b'\\', Some(b'r')) => b'\r',
            (b'\\', Some(b't')) => b'\t',
            (b'\\', Some(b'x')) => {
                let mut digit = || rest.next().and_then(|digit| char::from(digit).to_digit(16)).unwrap_or(0) as u8;
                digit() << 4 | digit()
            }
            (b'\\', Some(escaped)) => escaped,
            (byte, _) => byte,
        };
        bytes.push(byte);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_bytes_are_read_back() {
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(unescaped(&escaped(&all)), all);
        assert!(!escaped(&all).contains('\n'));
        let mixed = "北区\n\\\"".as_bytes();
        assert_eq!((escaped(mixed).as_str(), unescaped(&escaped(mixed)).as_slice()), ("北区\\n\\\\\\\"", mixed));
    }

    #[test]
    fn the_shortest_that_shows_something_stays() {
        let mut corpus = Corpus::default();
        for (input, seen) in [(&b"long and rich"[..], &[1, 2][..]), (b"poor", &[1]), (b"other", &[3]), (b"more", &[3])]
        {
            corpus.consider(input, seen);
        }
        let shows = |input: &[u8]| match input {
            b"poor" => vec![1],
            b"other" => vec![3],
            _ => vec![1, 2],
        };
        let (rich, other) = (b"long and rich".to_vec(), b"other".to_vec());
        assert_eq!(corpus.cover(HashSet::new(), shows), [rich, other.clone()]);
        assert_eq!(corpus.cover(HashSet::from([1, 2]), shows), [other]);
        assert_eq!(corpus.seen(), 3);
    }
}
