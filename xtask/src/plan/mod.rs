//! `cargo xtask plan [FILE]`: situations as JSON Lines in, plans as JSON Lines out, on the code that the browser runs.

mod answer;
mod situation;

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use sango_navi::domain::{Programme, plan};
use sango_navi::words;
use serde::Serialize;

/// A line that can't be answered: where in it, and what would be right.
#[derive(Debug, Serialize)]
pub struct LineError {
    /// The key path; `json` where the line is no JSON object.
    #[serde(rename = "where")]
    pub place: String,
    /// What is wrong and what would be right.
    pub why: String,
}

impl LineError {
    fn new(place: impl Into<String>, why: impl Into<String>) -> LineError {
        LineError { place: place.into(), why: why.into() }
    }
}

/// Answers every line of the named file or of standard input. Exits with 2 where a line could not be answered.
///
/// # Errors
///
/// Where the rule files have problems, or a file can't be read or written.
pub fn run(arguments: &[String]) -> Result<ExitCode> {
    let programmes = crate::rule_files::load()?;
    let output = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let unanswered = match arguments {
        [] => answer_lines(&programmes, io::stdin().lock(), output)?,
        [file] => {
            let input = File::open(file).with_context(|| format!("{file} can't be opened"))?;
            answer_lines(&programmes, BufReader::new(input), output)?
        }
        _ => bail!("one FILE at most, found {}", arguments.len()),
    };
    Ok(if unanswered { ExitCode::from(2) } else { ExitCode::SUCCESS })
}

/// Writes one answer for each line that is not blank; returns whether any could not be given.
///
/// # Errors
///
/// Where reading or writing fails.
pub fn answer_lines(programmes: &[Programme], mut input: impl BufRead, mut output: impl Write) -> Result<bool> {
    let mut unanswered = false;
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line).context("a line can't be read")? == 0 {
            break;
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        if let Err(error) = answer_line(programmes, &line, &mut output)? {
            unanswered = true;
            serde_json::to_writer(&mut output, &serde_json::json!({ "error": error }))?;
        }
        output.write_all(b"\n")?;
    }
    output.flush()?;
    Ok(unanswered)
}

fn answer_line(programmes: &[Programme], line: &[u8], output: &mut impl Write) -> Result<Result<(), LineError>> {
    let asked = match situation::read(programmes, line) {
        Ok(asked) => asked,
        Err(error) => return Ok(Err(error)),
    };
    let plan = plan(&asked.situation, asked.programme, asked.now);
    serde_json::to_writer(
        output,
        &answer::Answer::new(&plan, &asked.situation, &*words::japanese(), asked.now.date()),
    )?;
    Ok(Ok(()))
}
