//! `cargo xtask deny`: what comes in from other people.

use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};

use crate::process::execute;
use crate::{setup, workspace};

/// Runs `cargo xtask deny`: licences, sources and bans as `deny.toml` says, and known weaknesses where their database can
/// be had.
///
/// # Errors
///
/// When cargo-deny can't be installed, or finds something.
pub fn run(arguments: &[String]) -> Result<ExitCode> {
    if let Some(unknown) = arguments.first() {
        bail!("deny takes no arguments, found `{unknown}`");
    }
    let program = setup::cargo_deny()?;
    let deny = |words: &[&str]| {
        let mut command = Command::new(&program);
        command.args(words).current_dir(workspace::root());
        command
    };
    execute(&mut deny(&["--log-level", "error", "check", "bans", "licenses", "sources"]))?;
    let fetched = deny(&["--log-level", "off", "fetch", "db"]).output().context("starting cargo-deny")?;
    if !fetched.status.success() {
        println!("advisories: not checked, for their database can't be had from this machine");
        return Ok(ExitCode::SUCCESS);
    }
    execute(&mut deny(&["--log-level", "error", "check", "--disable-fetch", "advisories"]))?;
    Ok(ExitCode::SUCCESS)
}
