//! `cargo xtask taps`: how soon a tap shows its effect on a slow phone.

use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};

use crate::base::Base;
use crate::{build, setup, workspace};

/// Runs `cargo xtask taps`: sets up, builds, and has the browser tests' own program measure.
///
/// # Errors
///
/// When a tool can't be installed or the site can't be built.
pub fn run(arguments: &[String]) -> Result<ExitCode> {
    if let Some(unknown) = arguments.first() {
        bail!("taps takes no arguments, found `{unknown}`");
    }
    setup::for_tests()?;
    build::site(&Base::default())?;
    let status = Command::new("cargo")
        .args(["run", "--quiet", "--locked", "-p", "browser-tests", "--bin", "taps"])
        .current_dir(workspace::root())
        .status()
        .context("starting cargo run")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
