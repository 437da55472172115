//! What does not fit the shape of a rule file: each misfit is noted and taken out, and the rest is tried again, so that
//! one file's misfits all come out at once.

use serde_path_to_error::Segment;

use super::shape::File;
use super::tree::{Origin, Step, Tree};

/// Something that does not fit.
pub(super) struct Misfit {
    /// Where it stands in the file.
    pub origin: Origin,
    /// What stands there.
    pub found: String,
    /// What would be right.
    pub expected: String,
}

/// More than this many in one file, and it is no rule file.
const MOST: usize = 500;

/// The shape of what fits, and all that does not. The tree is left with what fits.
pub(super) fn fit(tree: &mut Tree) -> (Option<File>, Vec<Misfit>) {
    let mut misfits = Vec::new();
    while misfits.len() < MOST {
        let error = match serde_path_to_error::deserialize::<_, File>(tree.value()) {
            Ok(file) => return (Some(file), misfits),
            Err(error) => error,
        };
        let path: Vec<Step> = error.path().iter().filter_map(step).collect();
        let (found, expected) = sentence(error.inner().message());
        misfits.push(Misfit { origin: tree.origin(&path), found, expected });
        if !tree.remove(&path) {
            break;
        }
    }
    (None, misfits)
}

fn step(segment: &Segment) -> Option<Step> {
    match segment {
        Segment::Seq { index } => Some(Step::Index(*index)),
        Segment::Map { key } => Some(Step::Key(key.clone())),
        Segment::Enum { .. } | Segment::Unknown => None,
    }
}

/// Serde's message, in two parts and in the words of a rule file.
fn sentence(message: &str) -> (String, String) {
    let message = message.trim();
    let (found, expected) = message.split_once(", expected ").unwrap_or((message, "another value"));
    let found = ["invalid type: ", "invalid value: ", "unknown variant "]
        .iter()
        .find_map(|prefix| found.strip_prefix(prefix))
        .unwrap_or(found)
        .replace("unknown field ", "the key ")
        .replace("string ", "")
        .replace("map", "a table")
        .replace("sequence", "a list");
    let expected = match expected {
        "u8" => "a whole number from 0 to 255",
        "u16" => "a whole number from 0 to 65535",
        "u32" => "a whole number from 0 to 4294967295",
        "a string" => "a text in quotes",
        "a sequence" => "a list",
        "a map" => "a table",
        "there are no fields" => "no key",
        other => other,
    };
    (found, expected.to_owned())
}
