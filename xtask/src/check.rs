//! `cargo xtask check [FILE…] [--today YYYY-MM-DD]`: every problem of every rule file at once, and which documents to
//! look at again.

mod municipalities;

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use chrono::{FixedOffset, NaiveDate};
use sango_navi::domain::Programme;
use sango_navi::domain::plan::Freshness;
use sango_navi::domain::programme::Document;
use sango_navi::programmes::{self, Doubts, Known, Problem};

/// Runs the command with the arguments that follow its name. Exits with 1 where a file has a problem.
///
/// # Errors
///
/// Where the arguments can't be read.
pub fn run(arguments: &[String]) -> Result<ExitCode> {
    let wanted = Wanted::read(arguments)?;
    let today = wanted.today.unwrap_or_else(today);
    let (files, loaded) = match wanted.files.as_slice() {
        [] => (crate::rule_files::paths()?, programmes::load_all(&crate::rule_files::folder())),
        files => (files.to_vec(), programmes::load_files(files)),
    };
    let towns = municipalities::all();
    let doubts = doubts(&files, Known { today, towns: &towns });
    let (programmes, problems) = match loaded {
        Ok(programmes) => (programmes, Vec::new()),
        Err(problems) => (Vec::new(), problems),
    };
    let problems = together(problems, doubts.problems);
    let (mut text, code) = if problems.is_empty() {
        (report(&programmes, today), ExitCode::SUCCESS)
    } else {
        (format!("{}間違いは {}件です\n", lines(&problems), problems.len()), ExitCode::FAILURE)
    };
    // Next to what is wrong, what need not be would only be read first: it shows when that is put right.
    if problems.is_empty() && !doubts.to_confirm.is_empty() {
        text += &format!("間違いとはかぎりません。確かめてください:\n{}", lines(&doubts.to_confirm));
    }
    std::io::stdout().lock().write_all(text.as_bytes())?;
    Ok(code)
}

fn lines(problems: &[Problem]) -> String {
    problems.iter().fold(String::new(), |lines, problem| lines + &problem.to_string() + "\n")
}

/// What of these files does not agree with what is known beside them.
fn doubts(files: &[PathBuf], known: Known<'_>) -> Doubts {
    let mut all = Doubts::default();
    for file in files {
        // One that can't be read is a problem of the loader's.
        let Ok(bytes) = std::fs::read(file) else { continue };
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let own = programmes::doubts(&name, &bytes, known);
        all.problems.extend(own.problems);
        all.to_confirm.extend(own.to_confirm);
    }
    all
}

/// Whether both are of one line.
fn stand_together(one: &Problem, other: &Problem) -> bool {
    one.file == other.file && one.line == other.line
}

/// Problems of files and of what they are held against, file by file and line by line; of one line the file's own.
fn together(mut problems: Vec<Problem>, more: Vec<Problem>) -> Vec<Problem> {
    for problem in more {
        if problems.iter().any(|known| stand_together(known, &problem)) {
            continue;
        }
        let goes_before = |known: &Problem| known.file == problem.file && known.line > problem.line;
        let end_of_file =
            problems.iter().rposition(|known| known.file == problem.file).map(|last| last.saturating_add(1));
        let at = problems.iter().position(goes_before).or(end_of_file).unwrap_or(problems.len());
        problems.insert(at, problem);
    }
    problems
}

/// What is to be checked, and as of which day.
#[derive(Debug, Default, PartialEq, Eq)]
struct Wanted {
    files: Vec<PathBuf>,
    today: Option<NaiveDate>,
}

impl Wanted {
    fn read(arguments: &[String]) -> Result<Wanted> {
        let mut wanted = Wanted::default();
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match argument.as_str() {
                "--today" => match rest.next().and_then(|day| day.parse().ok()) {
                    Some(day) => wanted.today = Some(day),
                    None => bail!("`--today` のあとには日を書きます（例 --today 2026-11-22）"),
                },
                option if option.starts_with('-') => {
                    bail!("`{option}` というオプションはありません。正しくは --today 年-月-日")
                }
                file => wanted.files.push(PathBuf::from(file)),
            }
        }
        Ok(wanted)
    }
}

/// Today in Japan, by this machine's clock.
fn today() -> NaiveDate {
    const JAPAN_SECONDS_EAST: i32 = 9 * 3600;
    let seconds = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(i64::MAX));
    let utc = chrono::DateTime::from_timestamp(seconds, 0).unwrap_or_default();
    let japan = FixedOffset::east_opt(JAPAN_SECONDS_EAST).map(|offset| utc.with_timezone(&offset).date_naive());
    japan.unwrap_or(utc.date_naive())
}

/// What is in order, and what to look at again, the oldest first.
fn report(programmes: &[Programme], today: NaiveDate) -> String {
    let names: Vec<&str> = programmes.iter().map(|programme| programme.id.as_str()).collect();
    let mut text = format!("{}件のファイルに間違いはありません: {}\n", names.len(), names.join("、"));
    let mut stale: Vec<(&Programme, &Document, Freshness)> = programmes
        .iter()
        .flat_map(|programme| programme.documents.iter().map(move |document| (programme, document)))
        .map(|(programme, document)| (programme, document, document.freshness(today)))
        .filter(|(_, _, freshness)| *freshness != Freshness::Fresh)
        .collect();
    // What expired can't be used at all; an undated one may be of any age, so it stands by the day of its last reading.
    stale.sort_by_key(|(_, document, freshness)| {
        (*freshness != Freshness::Expired, document.edition.date.or(document.checked))
    });
    if stale.is_empty() {
        text += &format!("どの資料も、{today} まで12か月以内のものです\n");
        return text;
    }
    let _ = writeln!(text, "{today} に見直す資料（古い順）:");
    for (programme, document, freshness) in stale {
        let why = match freshness {
            Freshness::Expired => "期限が切れています",
            Freshness::Undated => "日付がありません",
            Freshness::Old | Freshness::Fresh => "12か月より古いものです",
        };
        let checked =
            document.checked.map_or("見た日の記録なし".to_owned(), |day| format!("最後に見た日 {day}"));
        let url = document.url.as_deref().unwrap_or("アドレスなし");
        let (id, title, edition) = (&programme.id, &document.title, &document.edition.text);
        let _ = writeln!(text, "  {id}: {why}: {title}（{edition}）、{checked}、{url}");
    }
    text
}
