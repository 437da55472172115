//! `cargo xtask shots`: pictures of every screen, to be looked at.

use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::base::Base;
use crate::{build, setup, workspace};

/// Runs `cargo xtask shots [SCREEN…]`: sets up, builds, and has the browser tests' own program take the pictures.
///
/// # Errors
///
/// When a tool can't be installed or the site can't be built.
pub fn run(arguments: &[String]) -> Result<ExitCode> {
    setup::for_tests()?;
    build::site(&Base::default())?;
    let status = Command::new("cargo")
        .args(["run", "--quiet", "--locked", "-p", "browser-tests", "--bin", "shots", "--"])
        .args(arguments)
        .current_dir(workspace::root())
        .status()
        .context("starting cargo run")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
