//! `cargo xtask test`: every test there is, with a count at the end.

use std::io::{BufRead, BufReader, IsTerminal};
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result, bail};

use crate::base::Base;
use crate::{build, setup, workspace};

/// Runs `cargo xtask test`: sets up, builds, tests the packages on this machine, then the site in the browsers.
///
/// # Errors
///
/// When a tool can't be installed or the site can't be built. Tests that fail are no error: they are counted, and the
/// exit code says so.
pub fn run(arguments: &[String]) -> Result<ExitCode> {
    if let Some(unknown) = arguments.first() {
        bail!("test takes no arguments, found `{unknown}`");
    }
    setup::for_tests()?;
    let mut count = Count::default();
    count.add(&["-p", "rules", "-p", "sango-navi", "-p", "xtask"])?;
    build::site(&Base::default())?;
    count.add(&["-p", "browser-tests"])?;
    println!("{} passed, {} failed", count.passed, count.failed);
    Ok(if count.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// How many tests passed, and how many did not.
#[derive(Default)]
struct Count {
    passed: u64,
    failed: u64,
}

impl Count {
    /// Runs `cargo test` for `packages`, its output on the terminal as it comes.
    fn add(&mut self, packages: &[&str]) -> Result<()> {
        let colour = if std::io::stdout().is_terminal() { "always" } else { "never" };
        let mut child = Command::new("cargo")
            .args(["test", "--locked", "--no-fail-fast", "--color", colour])
            .args(packages)
            .args(["--", "--color", colour])
            .current_dir(workspace::root())
            .stdout(Stdio::piped())
            .spawn()
            .context("starting cargo test")?;
        let output = child.stdout.take().context("cargo test has no output")?;
        let before = self.failed;
        for line in BufReader::new(output).split(b'\n') {
            let line = line.context("reading what cargo test says")?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            if let Some((passed, failed)) = results(&line) {
                self.passed += passed;
                self.failed += failed;
            }
        }
        let status = child.wait().context("waiting for cargo test")?;
        if !status.success() && self.failed == before {
            // Tests that don't compile, or die without a result, have failed too.
            eprintln!("cargo test {} ended with {status} and no result: counted as one failure", packages.join(" "));
            self.failed += 1;
        }
        Ok(())
    }
}

/// The passed and the failed that a `test result:` line tells of.
fn results(line: &str) -> Option<(u64, u64)> {
    let (_, line) = line.split_once("test result: ")?;
    let number = |what: &str| {
        let before = line.split_once(what)?.0;
        before.rsplit([' ', '.', ';']).next()?.parse().ok()
    };
    Some((number(" passed")?, number(" failed")?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_read_with_and_without_colour() {
        for line in [
            "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.10s",
            "test result: \u{1b}[31mFAILED\u{1b}[0m. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out",
        ] {
            assert_eq!(results(line), Some((12, 3)), "{line}");
        }
        assert_eq!(results("running 3 tests"), None);
    }
}
