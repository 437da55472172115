//! Running other programs.

use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

/// Runs `command`, its output on the terminal.
///
/// # Errors
///
/// When it can't be started, or ends with a failure; the error shows the line that was run.
pub fn execute(command: &mut Command) -> Result<()> {
    output(command.stdout(Stdio::inherit())).map(|_| ())
}

/// What `command` says; what it complains of goes to the terminal.
///
/// # Errors
///
/// As [`execute`], and when it says what is not UTF-8.
pub fn output(command: &mut Command) -> Result<String> {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let line = words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ");
    let output = command.stderr(Stdio::inherit()).output().with_context(|| format!("starting `{line}`"))?;
    ensure!(output.status.success(), "`{line}` ended with {}", output.status);
    String::from_utf8(output.stdout).with_context(|| format!("reading what `{line}` says"))
}
