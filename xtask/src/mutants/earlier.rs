//! What an earlier run found, which need not be tried again where the file is still the same.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::outcome::Outcome;
use crate::workspace;

/// The files in which code is broken.
const BROKEN: &[&str] = &["src/domain", "src/interview"];

/// The folder in which a round's earlier findings are kept, beside the tool's own.
pub(super) fn folder(round: &Path) -> PathBuf {
    round.join("earlier")
}

/// Keeps what each of these rounds found so far, or clears it away where all is to be tried anew; then notes the files as
/// they are now.
pub(super) fn keep(results: &Path, rounds: &[&str], resume: bool) -> Result<()> {
    let snapshot = results.join("files.json");
    let now = files()?;
    let then: HashMap<String, String> = match fs::read(&snapshot) {
        Ok(text) if resume => serde_json::from_slice(&text).context("reading the files of an earlier run")?,
        _ => HashMap::new(),
    };
    for round in rounds {
        let (round, found) = (results.join(round), results.join(round).join("mutants.out"));
        let of_same_file = |mutant: &str| {
            let file = mutant.split(':').next().unwrap_or_default();
            then.get(file).is_some_and(|then| now.get(file) == Some(then))
        };
        let known = Outcome::read(&folder(&round))?.and(Outcome::read(&found)?).settled(of_same_file);
        if found.exists() {
            fs::remove_dir_all(&found).with_context(|| format!("clearing {}", found.display()))?;
        }
        known.write(&folder(&round))?;
    }
    fs::write(&snapshot, serde_json::to_vec(&now)?).with_context(|| format!("writing {}", snapshot.display()))
}

/// The text of every file in which code is broken, by its path in the repository.
fn files() -> Result<HashMap<String, String>> {
    let (root, mut files) = (workspace::root(), HashMap::new());
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
