//! What became of the mutants, against the survivors that have a reason.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::workspace;

/// Between a survivor and its reason.
const BECAUSE: &str = " — ";

/// What became of mutants, each with its line and column.
pub(super) struct Outcome {
    caught: Vec<String>,
    timeout: Vec<String>,
    unviable: Vec<String>,
    /// What no test noticed.
    pub missed: Vec<String>,
}

impl Outcome {
    /// What cargo-mutants wrote into its folder.
    pub(super) fn read(folder: &Path) -> Result<Outcome> {
        let list = |name: &str| -> Result<Vec<String>> {
            let path = folder.join(name);
            let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
            Ok(text.lines().map(str::to_owned).collect())
        };
        Ok(Outcome {
            caught: list("caught.txt")?,
            timeout: list("timeout.txt")?,
            unviable: list("unviable.txt")?,
            missed: list("missed.txt")?,
        })
    }

    /// What became of the missed ones under further tests. The tool may try others again, which don't count twice.
    pub(super) fn then(&mut self, further: Outcome) {
        let asked = |mutant: &String| self.missed.contains(mutant);
        self.caught.extend(further.caught.into_iter().filter(asked));
        self.timeout.extend(further.timeout.into_iter().filter(asked));
        let (caught, timeout) = (&self.caught, &self.timeout);
        // One that the further tests were not asked about is still missed.
        self.missed.retain(|mutant| !caught.contains(mutant) && !timeout.contains(mutant));
    }

    /// Prints the figures, and which survivors have no reason.
    pub(super) fn report(&self) -> Result<ExitCode> {
        let noticed = self.caught.len() + self.timeout.len();
        let viable = noticed + self.missed.len();
        if viable == 0 {
            bail!("no mutant was tried");
        }
        let reasons = reasons(&fs::read_to_string(survivors()).context("reading the survivors")?)?;
        let missed: Vec<String> = self.missed.iter().map(|mutant| without_line(mutant)).collect();
        let unexplained: Vec<&String> = missed.iter().filter(|mutant| !reasons.contains_key(*mutant)).collect();
        println!(
            "{noticed} of {viable} viable mutants noticed ({:.1} %; {} by a test that no longer ended), {} survived with a \
             reason, {} without; {} did not compile",
            noticed as f64 * 100.0 / viable as f64,
            self.timeout.len(),
            missed.len() - unexplained.len(),
            unexplained.len(),
            self.unviable.len()
        );
        for mutant in &unexplained {
            println!("  {mutant}");
        }
        let noticed = |mutant: &String| self.caught.iter().any(|caught| without_line(caught) == *mutant);
        for mutant in reasons.keys().filter(|mutant| noticed(mutant) && !missed.contains(mutant)) {
            println!("  noticed now, to be taken out of {}: {mutant}", survivors().display());
        }
        Ok(if unexplained.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}

/// The file of survivors.
fn survivors() -> PathBuf {
    workspace::root().join("tests/mutants/survivors.txt")
}

/// A mutant without its line and column, which move with every edit: `src/domain/age.rs: replace < with <= in …`.
fn without_line(mutant: &str) -> String {
    let mut parts = mutant.splitn(4, ':');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(file), Some(_), Some(_), Some(change)) => format!("{file}:{change}"),
        _ => mutant.to_owned(),
    }
}

/// Each survivor with its reason.
fn reasons(text: &str) -> Result<BTreeMap<String, String>> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let reason = |line: &str| match line.split_once(BECAUSE) {
        Some((mutant, reason)) if !reason.trim().is_empty() => Ok((mutant.to_owned(), reason.to_owned())),
        _ => bail!("a survivor without a reason: {line}"),
    };
    lines.map(reason).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_survivor_is_known_wherever_it_moves() {
        let mutant = "src/domain/age.rs:12:5: replace < with <= in LastDays::and";
        assert_eq!(without_line(mutant), "src/domain/age.rs: replace < with <= in LastDays::and");
    }

    #[test]
    fn every_survivor_has_a_reason() {
        let committed = fs::read_to_string(survivors()).unwrap();
        reasons(&committed).unwrap();
        assert!(reasons("src/domain/age.rs: replace < with <= in LastDays::and").is_err());
        assert!(reasons("src/domain/age.rs: replace < with <= — ").is_err());
        assert_eq!(reasons("# words\n\na: b — c — d\n").unwrap()["a: b"], "c — d");
    }
}
