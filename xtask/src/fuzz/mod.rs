//! `cargo xtask fuzz [--executions N] [--keep true]`: whatever may come in, a great many times: towns and mothers made of
//! bytes, and bytes as they come.
//!
//! Nothing may panic, take more than 100 ms, or make the program hold more than 256 MB. Inputs are made of the seeds (the
//! bundled rule files among them) and of others that showed something new (a problem, a note, a state). A few that show
//! all that the seeds don't are kept in `tests/corpus/`, from where every test run feeds them again.

pub mod corpus;
mod fees;
mod marathon;
pub mod mother;
mod mutator;
mod remembered;
pub mod seeds;
pub mod tape;
pub mod target;
pub mod town;

pub use marathon::peak_memory_kb;

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::options::{Given, Options};
use crate::workspace;

/// What a run feeds, where nothing else is said.
const EXECUTIONS: u64 = 10_000_000;

/// Runs the command with the arguments that follow its name, in an optimised build of itself.
///
/// # Errors
///
/// Where that can't be built, or a file can't be read or written.
pub fn run(arguments: &[String]) -> Result<ExitCode> {
    let options = Options::read("fuzz", &["--executions", "--keep"], arguments)?;
    let Given(executions) = options.value::<Given<u64>>("--executions")?;
    let keep: bool = options.value("--keep")?;
    if cfg!(debug_assertions) {
        let status = Command::new("cargo")
            .args(["run", "--quiet", "--locked", "--release", "-p", "xtask", "--", "fuzz"])
            .args(arguments)
            .current_dir(workspace::root())
            .status()
            .context("starting cargo run")?;
        return Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    }
    marathon::run(&workspace::root(), &corpora(), executions.unwrap_or(EXECUTIONS), keep)
}

/// The folder of the kept corpora.
pub fn corpora() -> PathBuf {
    workspace::root().join("tests/corpus")
}
