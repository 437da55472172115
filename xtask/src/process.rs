//! Running other programs.

use std::process::Command;

use anyhow::{Context, Result, bail};

/// Runs `command`, its output on the terminal.
///
/// # Errors
///
/// When it can't be started, or ends with a failure; the error shows the line that was run.
pub fn execute(command: &mut Command) -> Result<()> {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let line = words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ");
    let status = command.status().with_context(|| format!("starting `{line}`"))?;
    if !status.success() {
        bail!("`{line}` ended with {status}");
    }
    Ok(())
}
