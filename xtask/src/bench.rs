//! `cargo xtask bench`: how fast the rules are, optimised, against their ceilings: one plan in each town, the sweeps over
//! every birth date, a long file of situations.

use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::ceilings::{PLAN, SWEEPS};
use crate::process::execute;
use crate::{rule_files, throughput, workspace};

/// Runs the command with the arguments that follow its name. Exits with 1 above a ceiling.
///
/// # Errors
///
/// Where a measurement can't be built or read, or a sweep finds something wrong.
pub fn run(arguments: &[String]) -> Result<ExitCode> {
    if let Some(unknown) = arguments.first() {
        bail!("bench takes no arguments, found `{unknown}`");
    }
    let (plans, sweeps) = (plans()?, sweeps()?);
    let lines = throughput::run(&[])?;
    for (town, took) in &plans {
        said(&format!("plan, {town}"), *took, PLAN);
    }
    said("sweeps", sweeps, SWEEPS);
    let within = plans.iter().all(|(_, took)| *took <= PLAN) && sweeps <= SWEEPS;
    Ok(if within { lines } else { ExitCode::FAILURE })
}

fn said(what: &str, took: Duration, ceiling: Duration) {
    let too_long = if took <= ceiling { "" } else { ": TOO LONG" };
    println!("{what}: {took:.1?} (ceiling {ceiling:?}){too_long}");
}

/// How long a plan takes in each bundled town: the median of what the benchmark measured.
fn plans() -> Result<Vec<(String, Duration)>> {
    let results = workspace::scratch().join("criterion");
    execute(
        Command::new("cargo")
            .args(["bench", "--quiet", "--locked", "--package", "rules", "--bench", "plan"])
            .env("CRITERION_HOME", &results)
            .current_dir(workspace::root()),
    )?;
    let towns = rule_files::load()?.into_iter().map(|town| town.id);
    towns.map(|town| Ok((town.clone(), median(&results.join(format!("plan_{town}")))?))).collect()
}

fn median(measured: &Path) -> Result<Duration> {
    let file = measured.join("new/estimates.json");
    let text = std::fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
    let estimates: serde_json::Value = serde_json::from_slice(&text).context("reading what was estimated")?;
    let nanoseconds = estimates["median"]["point_estimate"].as_f64().context("no median")?;
    Ok(Duration::from_secs_f64(nanoseconds / 1e9))
}

/// How long the sweeps take once they are compiled; what they met is printed on the way.
fn sweeps() -> Result<Duration> {
    let test = |words: &[&str]| {
        let mut command = Command::new("cargo");
        command.args(["test", "--locked", "--release", "--package", "rules", "--test", "sweeps"]).args(words);
        execute(command.current_dir(workspace::root()))
    };
    test(&["--no-run"])?;
    let start = Instant::now();
    test(&["--", "--nocapture"])?;
    Ok(start.elapsed())
}
