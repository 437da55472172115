//! `cargo xtask check`.

use std::process::ExitCode;

use anyhow::{Result, bail};

/// Runs the command with the arguments that follow its name.
///
/// # Errors
///
/// Always, until it is there.
pub fn run(_arguments: &[String]) -> Result<ExitCode> {
    bail!("`check` is not there yet")
}
