//! What an earlier run found, which need not be tried again where the file is still the same.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::outcome::Outcome;
use crate::workspace;

/// The files in which code is broken, in the crate of the rules.
const BROKEN: &[&str] = &["src/domain", "src/interview", "src/reading"];

/// Texts of files by their path in the crate.
type Files = HashMap<String, String>;

/// The folder in which a round's earlier findings are kept, beside the tool's own.
pub(super) fn folder(round: &Path) -> PathBuf {
    round.join("earlier")
}

/// Keeps what each of these rounds found so far, or clears it away where all is to be tried anew; then notes the files as
/// they are now.
pub(super) fn keep(results: &Path, rounds: &[&str], resume: bool) -> Result<()> {
    let snapshot = results.join("files.json");
    let now = files()?;
    let then: Files = match fs::read(&snapshot) {
        Ok(text) if resume => serde_json::from_slice(&text).context("reading the files of an earlier run")?,
        _ => Files::new(),
    };
    for round in rounds {
        let (round, found) = (results.join(round), results.join(round).join("mutants.out"));
        let known = Outcome::read(&found)?.after(Outcome::read(&folder(&round))?);
        let known = known.only(|mutant| is_of_same_file(mutant, &then, &now));
        if found.exists() {
            fs::remove_dir_all(&found).with_context(|| format!("clearing {}", found.display()))?;
        }
        known.write(&folder(&round))?;
    }
    fs::write(&snapshot, serde_json::to_vec(&now)?).with_context(|| format!("writing {}", snapshot.display()))
}

/// Whether the file of a mutant is the same as it was then.
fn is_of_same_file(mutant: &str, then: &Files, now: &Files) -> bool {
    let file = mutant.split(':').next().unwrap_or_default();
    then.get(file).is_some_and(|then| now.get(file) == Some(then))
}

/// The text of every file in which code is broken.
fn files() -> Result<Files> {
    let (root, mut files) = (workspace::root().join("crates/rules"), Files::new());
    let mut folders: Vec<PathBuf> = BROKEN.iter().map(PathBuf::from).collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(root.join(&folder)).with_context(|| format!("reading {}", folder.display()))? {
            let path = folder.join(entry?.file_name());
            if root.join(&path).is_dir() {
                folders.push(path);
            } else {
                let text =
                    fs::read_to_string(root.join(&path)).with_context(|| format!("reading {}", path.display()))?;
                files.insert(path.to_string_lossy().into_owned(), text);
            }
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_stands_while_its_file_is_the_same() {
        let files = |texts: &[(&str, &str)]| -> Files {
            texts.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
        };
        let then = files(&[("src/same.rs", "1"), ("src/changed.rs", "1"), ("src/gone.rs", "1")]);
        let now = files(&[("src/same.rs", "1"), ("src/changed.rs", "2"), ("src/new.rs", "1")]);
        for (file, stands) in [("same", true), ("changed", false), ("gone", false), ("new", false)] {
            let mutant = format!("src/{file}.rs:12:5: replace < with <= in LastDays::and");
            assert_eq!(is_of_same_file(&mutant, &then, &now), stands, "{file}");
        }
        assert!(super::files().unwrap().contains_key("src/domain/plan/mod.rs"), "sub-folders are read");
    }
}
