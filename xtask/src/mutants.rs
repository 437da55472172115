//! `cargo xtask mutants [--shard K/N] [--file PATH] [--resume true]`: breaks the rules' code in one place after the other, and sees
//! whether a test notices (cargo-mutants).
//!
//! What no test notices stands in `tests/mutants/survivors.txt` with the reason, one a line; one that does not is a
//! failure, and so is a reason that no mutant needs any more. All of it takes an hour or more; a shard is a part that is
//! chosen evenly, and a run that was broken off can be taken up: what it found in files that are still the same stands.

mod earlier;
mod outcome;
mod workbench;

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};

use self::outcome::Outcome;
use crate::options::{Given, Options};
use crate::{setup, workspace};

/// The quick tests are asked of every mutant, the slow ones of what is left.
const ROUNDS: [&str; 2] = ["quick", "slow"];
/// A change that makes the tests run longer has made one of them endless. The quick ones take seconds, the slow ones a
/// minute.
const QUICK_SECONDS: &str = "60";
const SLOW_SECONDS: &str = "300";

/// Runs the command with the arguments that follow its name. Exits with 1 where a survivor has no reason, a reason no
/// survivor, or too few mutants are noticed.
///
/// # Errors
///
/// Where the tool can't be installed or started, or a test fails with nothing broken.
pub fn run(arguments: &[String]) -> Result<ExitCode> {
    let options = Options::read("mutants", &["--shard", "--file", "--resume"], arguments)?;
    let mut chosen: Vec<String> = Vec::new();
    let Given(shard) = options.value::<Given<String>>("--shard")?;
    if let Some(shard) = shard {
        chosen.extend(["--shard".to_owned(), shard, "--sharding".to_owned(), "round-robin".to_owned()]);
    }
    let Given(file) = options.value::<Given<String>>("--file")?;
    if let Some(file) = file {
        // Its own `--file` would come on top of what is broken anyway.
        chosen.extend(["--re".to_owned(), format!("^{}", escaped(&file))]);
    }
    let all = chosen.is_empty();
    let bench = Bench {
        program: setup::for_mutants()?,
        package: workbench::lay_out()?,
        results: workspace::root().join("target/mutants"),
    };
    let quick: Vec<String> =
        workbench::SLOW.iter().flat_map(|slow| ["--skip".to_owned(), (*slow).to_owned()]).collect();
    earlier::keep(&bench.results, &ROUNDS, options.value("--resume")?)?;
    let [quick_round, slow_round] = ROUNDS;
    let mut outcome = bench.round(quick_round, QUICK_SECONDS, workbench::QUICK_PROFILE, &chosen, &quick)?;
    if !outcome.missed.is_empty() {
        let chosen = outcome.missed.iter().flat_map(|mutant| ["--re".to_owned(), exactly(mutant)]);
        let slow: Vec<String> = workbench::SLOW.iter().map(ToString::to_string).collect();
        let chosen: Vec<_> = chosen.collect();
        outcome.then(bench.round(slow_round, SLOW_SECONDS, workbench::SLOW_PROFILE, &chosen, &slow)?);
    }
    outcome.report(all)
}

/// Where code is broken.
struct Bench {
    program: PathBuf,
    package: PathBuf,
    results: PathBuf,
}

impl Bench {
    /// Breaks what is `chosen`, and asks the tests that are named.
    fn round(&self, name: &str, timeout: &str, profile: &str, chosen: &[String], tests: &[String]) -> Result<Outcome> {
        let results = self.results.join(name);
        std::fs::create_dir_all(&results).with_context(|| format!("making {}", results.display()))?;
        let mut command = Command::new(&self.program);
        command.args(["mutants", "--in-place", "--no-shuffle", "--timeout", timeout, "--colors", "never"]);
        command.arg("--dir").arg(&self.package).arg("--output").arg(&results);
        let known = Outcome::read(&earlier::folder(&results))?;
        command.args(known.settled().flat_map(|mutant| ["--exclude-re".to_owned(), exactly(mutant)]));
        command.args(["--profile", profile]).args(chosen).args(["--", "--lib", "--"]).args(tests);
        // The package's own directory keeps what it compiles; a change compiles a little of it again.
        command.env("CARGO_INCREMENTAL", "1").env_remove("CARGO_TARGET_DIR");
        // A quarter of the usual cases: each test is run a thousand times.
        command.env("PROPTEST_CASES", "64");
        // Cargo gives it to tests that are programs of their own, which these are not here.
        command.env("CARGO_TARGET_TMPDIR", &results);
        // 2 says that something survived, 3 that a test was endless; both are told better below.
        match command.status().context("starting cargo-mutants")?.code() {
            Some(0 | 2 | 3) => Ok(Outcome::read(&results.join("mutants.out"))?.after(known)),
            code => bail!("cargo-mutants ended with {code:?}; 4: a test fails with nothing broken"),
        }
    }
}

/// A regular expression for one text.
fn exactly(text: &str) -> String {
    format!("^{}$", escaped(text))
}

/// A text inside a regular expression.
fn escaped(text: &str) -> String {
    let escaped = text.chars().flat_map(|letter| {
        let special = r".+*?()|[]{}^$\#&-~".contains(letter).then_some('\\');
        special.into_iter().chain([letter])
    });
    escaped.collect()
}
