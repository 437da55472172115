//! Scripts as they are sent.

use std::io::Write;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::setup;

/// A module that does what `module` does, in as few bytes as may be.
///
/// # Errors
///
/// When it is no module, or node or its tool is not there.
pub(super) fn minify(module: &str) -> Result<String> {
    let mut node = Command::new("node")
        .arg(setup::terser()?)
        .args(["--module", "--compress", "--mangle"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("starting node, version 20 or newer")?;
    // All of it is read before anything is written.
    node.stdin.take().context("node has no input")?.write_all(module.as_bytes()).context("telling node a script")?;
    let output = node.wait_with_output().context("waiting for node")?;
    ensure!(output.status.success(), "terser can't read a script (above); `cargo xtask setup` installs it");
    String::from_utf8(output.stdout).context("a script is not UTF-8")
}

/// `script` without indentation, empty lines and lines that are comments. No line of it may begin within a string.
pub(super) fn shorten(script: &str) -> String {
    let lines = script.lines().map(str::trim_start).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_means_nothing_goes() {
        assert_eq!(shorten("// a\n\nif (a) {\n  // b\n  c(\"//\"); // d\n}\n"), "if (a) {\nc(\"//\"); // d\n}\n");
    }
}
