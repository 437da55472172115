//! What became of the mutants, against the survivors that have a reason.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::ceilings::LEAST_NOTICED;
use crate::workspace;

/// Between a survivor and its reason.
const BECAUSE: &str = " — ";

/// What became of mutants, each with its line and column.
#[derive(Default)]
pub(super) struct Outcome {
    caught: Vec<String>,
    timeout: Vec<String>,
    unviable: Vec<String>,
    /// What no test noticed.
    pub missed: Vec<String>,
}

impl Outcome {
    /// What cargo-mutants wrote into its folder; nothing where there was nothing to do.
    pub(super) fn read(folder: &Path) -> Result<Outcome> {
        let mut outcome = Outcome::default();
        for (file, list) in outcome.lists() {
            let path = folder.join(file);
            if path.is_file() {
                let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
                list.extend(text.lines().map(str::to_owned));
            }
        }
        Ok(outcome)
    }

    /// Keeps it in a folder, as cargo-mutants does.
    pub(super) fn write(mut self, folder: &Path) -> Result<()> {
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
        for (file, list) in self.lists() {
            let text: String = list.iter().map(|mutant| format!("{mutant}\n")).collect();
            fs::write(folder.join(file), text).with_context(|| format!("writing {file}"))?;
        }
        Ok(())
    }

    fn lists(&mut self) -> [(&'static str, &mut Vec<String>); 4] {
        [
            ("caught.txt", &mut self.caught),
            ("timeout.txt", &mut self.timeout),
            ("unviable.txt", &mut self.unviable),
            ("missed.txt", &mut self.missed),
        ]
    }

    /// What was found of mutants for which `is_wanted`.
    pub(super) fn only(mut self, is_wanted: impl Fn(&str) -> bool) -> Outcome {
        for (_, list) in self.lists() {
            list.retain(|mutant| is_wanted(mutant));
        }
        self
    }

    /// With what an earlier run found, for all that this one did not try.
    pub(super) fn after(mut self, earlier: Outcome) -> Outcome {
        let now: Vec<String> = self.settled().chain(&self.missed).cloned().collect();
        let mut untried = earlier.only(|mutant| !now.iter().any(|tried| tried == mutant));
        for ((_, list), (_, more)) in self.lists().into_iter().zip(untried.lists()) {
            list.append(more);
        }
        self
    }

    /// The mutants that need not be tried again: all but those that no test noticed.
    pub(super) fn settled(&self) -> impl Iterator<Item = &String> {
        self.caught.iter().chain(&self.timeout).chain(&self.unviable)
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

    /// Prints the figures, which survivors have no reason and which reasons no survivor. Exits with 1 where there is one
    /// of either, or too few mutants were noticed. A reason is only missed by a run of `all` mutants.
    pub(super) fn report(&self, all: bool) -> Result<ExitCode> {
        let noticed = self.caught.len() + self.timeout.len();
        let viable = noticed + self.missed.len();
        if viable == 0 {
            bail!("no mutant was tried");
        }
        let reasons = reasons(&fs::read_to_string(survivors()).context("reading the survivors")?)?;
        let missed: Vec<String> = self.missed.iter().map(|mutant| without_line(mutant)).collect();
        let unexplained = beyond(&missed, &reasons);
        let share = noticed as f64 * 100.0 / viable as f64;
        println!(
            "{noticed} of {viable} viable mutants noticed ({share:.1} %; {} by a test that no longer ended), {} survived with \
             a reason, {} without; {} did not compile",
            self.timeout.len(),
            missed.len() - unexplained.len(),
            unexplained.len(),
            self.unviable.len()
        );
        for mutant in &unexplained {
            println!("  {mutant}");
        }
        let outlived = if all { beyond(&reasons, &missed) } else { Vec::new() };
        for mutant in &outlived {
            println!("  noticed now, to be taken out of {}: {mutant}", survivors().display());
        }
        if share < LEAST_NOTICED {
            println!("  at least {LEAST_NOTICED} % are to be noticed");
        }
        let right = unexplained.is_empty() && outlived.is_empty() && share >= LEAST_NOTICED;
        Ok(if right { ExitCode::SUCCESS } else { ExitCode::FAILURE })
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

/// What is explained, one a line: two alike have a line each.
fn reasons(text: &str) -> Result<Vec<String>> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let explained = |line: &str| match line.split_once(BECAUSE) {
        Some((mutant, reason)) if !reason.trim().is_empty() => Ok(mutant.to_owned()),
        _ => bail!("a survivor without a reason: {line}"),
    };
    lines.map(explained).collect()
}

/// Those of `some` to which none of the `others` corresponds, each of which does to one.
fn beyond<'a>(some: &'a [String], others: &[String]) -> Vec<&'a String> {
    let mut others: Vec<&String> = others.iter().collect();
    let mut left_over = |one: &&String| match others.iter().position(|other| other == one) {
        Some(place) => {
            others.swap_remove(place);
            false
        }
        None => true,
    };
    some.iter().filter(|one| left_over(one)).collect()
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
    fn what_was_missed_is_tried_again_and_stays_missed_until_then() {
        let of = |names: &[&str]| -> Vec<String> { names.iter().map(|name| format!("src/{name}.rs:1:1: -")).collect() };
        let earlier =
            || Outcome { caught: of(&["a"]), timeout: of(&["b"]), unviable: of(&["c"]), missed: of(&["d", "e"]) };
        let settled: Vec<String> = earlier().settled().cloned().collect();
        assert_eq!(settled, of(&["a", "b", "c"]));
        let now = Outcome { caught: of(&["d", "f"]), ..Outcome::default() };
        let all = now.after(earlier());
        assert_eq!((all.caught, all.missed), (of(&["d", "f", "a"]), of(&["e"])));
        assert_eq!(earlier().only(|mutant| mutant.starts_with("src/b")).missed, of(&[]));
    }

    #[test]
    fn every_survivor_has_a_reason() {
        let committed = fs::read_to_string(survivors()).unwrap();
        reasons(&committed).unwrap();
        assert!(reasons("src/domain/age.rs: replace < with <= in LastDays::and").is_err());
        assert!(reasons("src/domain/age.rs: replace < with <= — ").is_err());
        assert_eq!(reasons("# words\n\na: b — c — d\na: b — e").unwrap(), ["a: b", "a: b"]);
    }

    #[test]
    fn a_reason_excuses_one_survivor() {
        let list = |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_owned).collect() };
        for (survivors, reasons, unexplained, outlived) in [
            ("a b", "a b", "", ""),
            ("a a b", "a b", "a", ""),
            ("a", "a a", "", "a"),
            ("c", "a b", "c", "a b"),
            ("", "", "", ""),
        ] {
            let (survivors, reasons) = (list(survivors), list(reasons));
            let found = (beyond(&survivors, &reasons), beyond(&reasons, &survivors));
            let (unexplained, outlived) = (list(unexplained), list(outlived));
            assert_eq!(found, (unexplained.iter().collect(), outlived.iter().collect()), "{survivors:?}, {reasons:?}");
        }
    }
}
