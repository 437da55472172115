//! `cargo xtask throughput [--lines N]`: how fast `cargo xtask plan` answers a long file, its start included, and how much
//! memory it holds at most.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use chrono::{Days, NaiveDate};

use crate::ceilings::{ALL_LINES, LINES, LINES_MEMORY_KB};
use crate::fuzz::peak_memory_kb;
use crate::options::{Given, Options};
use crate::workspace;

/// How often the memory is looked at: it grows to what one line needs, and stays.
const LOOK: Duration = Duration::from_millis(20);

/// Runs the command with the arguments that follow its name. Exits with 1 above a ceiling.
///
/// # Errors
///
/// Where the file of situations can't be written, or a line is not answered.
pub fn run(arguments: &[String]) -> Result<ExitCode> {
    let Given(lines) = Options::read("throughput", &["--lines"], arguments)?.value::<Given<u64>>("--lines")?;
    let lines = lines.unwrap_or(LINES);
    let file = workspace::scratch().join("situations.jsonl");
    let towns: Vec<String> = crate::rule_files::load()?.into_iter().map(|town| town.id).collect();
    fs::create_dir_all(workspace::scratch()).context("making a folder for the situations")?;
    let mut output = BufWriter::new(File::create(&file).context("making the file of situations")?);
    for index in 0..lines {
        writeln!(output, "{}", situation(index, &towns)).context("writing a situation")?;
    }
    output.flush().context("writing the situations")?;
    let start = Instant::now();
    let program = std::env::current_exe().context("finding this program")?;
    let mut child =
        Command::new(program).arg("plan").arg(&file).stdout(Stdio::null()).spawn().context("starting it")?;
    let memory = watch(&mut child)?;
    let took = start.elapsed();
    let all_answered = child.wait().context("waiting for the answers")?.success();
    println!(
        "{lines} situations in {:.1} s ({:.0} µs each, start included), {:.0} MB of memory at most{} (ceilings: {} s, {} MB)",
        took.as_secs_f64(),
        took.as_secs_f64() * 1e6 / lines as f64,
        memory as f64 / 1024.0,
        if all_answered { "" } else { "; not all of them were answered" },
        ALL_LINES.as_secs(),
        LINES_MEMORY_KB / 1024
    );
    let within = all_answered && took <= ALL_LINES && memory <= LINES_MEMORY_KB;
    Ok(if within { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The most memory that a program held until its end, in kB.
fn watch(child: &mut Child) -> Result<u64> {
    let mut most = 0;
    while child.try_wait().context("waiting for the answers")?.is_none() {
        // At its end there is nothing to read any more.
        most = most.max(peak_memory_kb(&child.id().to_string()).unwrap_or(0));
        std::thread::sleep(LOOK);
    }
    Ok(most)
}

/// One of many different situations.
fn situation(index: u64, towns: &[String]) -> String {
    let one = |of: &[&'static str], divisor: u64| of[(index / divisor) as usize % of.len()];
    let town = &towns[index as usize % towns.len()];
    let today = day(index / 7 % 300);
    let birth = day(index / 7 % 300 + 400 - index % 400) - Days::new(400);
    let use_of = |place: u64| match (index / 3 + place) % 3 {
        0 => format!("{{\"service\":\"stay\",\"nights\":{}}}", 1 + index % 3),
        1 => "{\"service\":\"day\"}".to_owned(),
        _ => "{\"service\":\"visit\",\"hours\":2}".to_owned(),
    };
    let list = |count: u64| (0..count).map(use_of).collect::<Vec<_>>().join(",");
    let due = match index % 6 {
        0 => format!(",\"due\":\"{}\"", birth + Days::new(index % 100)),
        _ => String::new(),
    };
    format!(
        "{{\"municipality\":\"{town}\",\"now\":\"{today}T{:02}:{:02}\",\"birth\":\"{birth}\"{due},\"babies\":{},\
         \"household\":\"{}\",\"medical_care\":\"{}\",\"applied\":\"{}\",\"postal\":\"{}\",\"used\":[{}],\"planned\":[{}]}}",
        index % 24,
        index % 60,
        1 + index % 3,
        one(&["general", "tax_exempt", "public_assistance", "unknown"], 4),
        one(&["no", "unknown", "needed", "ill_today"], 5),
        one(&["unknown", "yes", "no"], 2),
        one(&["1780063", "1140001", "0700033"], 6),
        list(index % 5),
        list(index % 4),
    )
}

/// A day so many after 24 November 2026.
fn day(days: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap_or_default() + Days::new(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_situation_can_be_answered() {
        let programmes = crate::rule_files::load().expect("the rule files load");
        let towns: Vec<String> = programmes.iter().map(|town| town.id.clone()).collect();
        let lines: String = (0..2000).map(|index| situation(index * 37, &towns) + "\n").collect();
        let mut answers = Vec::new();
        let unanswered = crate::plan::answer_lines(&programmes, lines.as_bytes(), &mut answers).expect("answers");
        let wrong =
            String::from_utf8_lossy(&answers).lines().find(|line| line.contains("\"error\"")).map(str::to_owned);
        assert!(!unanswered, "{wrong:?}");
    }
}
