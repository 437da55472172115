//! What another language says of the calendar, asked anew: the kept answers, against which the rules are tested, are its.

use std::process::Command;

use anyhow::{Context, Result, ensure};
use xtask::{setup, workspace};

#[test]
fn the_kept_answers_are_what_the_script_says() -> Result<()> {
    let folder = workspace::root().join("tests/second_opinion");
    let asked = Command::new("python3")
        .arg(folder.join("civil_calendar.py"))
        .env("PYTHONPATH", setup::dateutil()?)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .context("starting python3")?;
    ensure!(asked.status.success(), "{}", String::from_utf8_lossy(&asked.stderr));
    let kept = std::fs::read_to_string(folder.join("civil_calendar.txt")).context("reading the kept answers")?;
    let said = String::from_utf8(asked.stdout).context("reading what it says")?;
    // Each line is a case; of two long texts that differ one wants to see where.
    for (number, (said, kept)) in said.lines().zip(kept.lines()).enumerate() {
        ensure!(said == kept, "line {}: it says {said}, kept is {kept}", number + 1);
    }
    ensure!(said == kept, "it says {} lines, kept are {}", said.lines().count(), kept.lines().count());
    Ok(())
}
