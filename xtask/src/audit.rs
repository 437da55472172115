//! `cargo xtask audit`: Lighthouse on every page, as on a phone of the middle class with a slow line, and a table of what it
//! says.

mod table;

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};
use std::time::UNIX_EPOCH;

use anyhow::{Context, Result, bail};
use chrono::{DateTime, Days, NaiveDate, TimeDelta};
use sango_navi::domain::programme::Body;
use sango_navi::interview::record;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::base::Base;
use crate::serve::Server;
use crate::{build, rule_files, sample, setup, workspace};
use table::{Run, Table};

/// The town whose result is audited, and whose page is compared with bare HTML: the one that the budgets speak of.
const TOWN: &str = "kita";
/// The script that drives Lighthouse.
const SCRIPT: &str = include_str!("audit/audit.mjs");

/// A page to audit.
#[derive(Serialize)]
struct Job {
    /// Its name in the table.
    name: String,
    url: String,
    /// What the browser's store holds before the page opens.
    kept: Map<String, Value>,
    /// A selector of what it shows, once its memory is to be weighed; `None` where it is not.
    shows: Option<&'static str>,
}

/// Runs `cargo xtask audit`: sets up, builds, audits, prints the table. Takes minutes; the machine should do nothing else.
///
/// # Errors
///
/// When a tool can't be installed, the site not be built, or Lighthouse not be run. A value that misses its mark is no
/// error: the table and the exit code say so.
pub fn run(arguments: &[String]) -> Result<ExitCode> {
    if let Some(unknown) = arguments.first() {
        bail!("audit takes no arguments, found `{unknown}`");
    }
    setup::for_audit()?;
    build::site(&Base::default())?;
    let site = Server::start(&workspace::dist(), 0)?;
    let bare = Server::start(&bare()?, 0)?;
    let table = Table::of(lighthouse(&jobs(&site, &bare)?)?);
    print!("{table}");
    Ok(if table.holds() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The first page, each town's page, a result, and the page to compare with.
fn jobs(site: &Server, bare: &Server) -> Result<Vec<Job>> {
    let job = |name: &str, url: String| Job { name: name.to_owned(), url, kept: Map::new(), shows: None };
    let mut jobs = vec![job("/", site.url())];
    for programme in rule_files::load()?.iter().filter(|programme| matches!(programme.body, Body::Scheme(_))) {
        jobs.push(job(&format!("/{}/", programme.id), format!("{}{}/", site.url(), programme.id)));
    }
    let kept = Map::from_iter([(
        format!("sango-navi:/:town/{TOWN}"),
        record::encode(TOWN, &sample::answers(birth()?)).into(),
    )]);
    let url = format!("{}{TOWN}/#result", site.url());
    jobs.push(Job { name: format!("/{TOWN}/#result"), url, kept, shows: Some(".result h1") });
    jobs.push(job(table::BARE, bare.url()));
    Ok(jobs)
}

/// The day on which a baby was born that is two months old, so that most is still to come.
fn birth() -> Result<NaiveDate> {
    let seconds = UNIX_EPOCH.elapsed().context("the clock stands before 1970")?.as_secs();
    let now = DateTime::from_timestamp(seconds.try_into()?, 0).context("the clock stands after the calendar")?;
    let today = (now + TimeDelta::hours(9)).date_naive();
    today.checked_sub_days(Days::new(60)).context("the clock stands before the calendar")
}

/// A site of one page: the town's markup without style, script or anything else to fetch.
fn bare() -> Result<PathBuf> {
    let page = workspace::dist().join(TOWN).join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("reading {}", page.display()))?;
    let (_, body) = html.split_once("<body>").context("a page without a body")?;
    let head = "<!doctype html><html lang=\"ja\"><head><meta charset=\"utf-8\" />\
        <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" /><title>bare</title>\
        <link rel=\"icon\" href=\"data:,\" /></head><body>";
    let directory = workspace::scratch().join("audit");
    fs::create_dir_all(&directory).with_context(|| format!("making {}", directory.display()))?;
    let page = directory.join("index.html");
    fs::write(&page, format!("{head}{body}")).with_context(|| format!("writing {}", page.display()))?;
    Ok(directory)
}

/// Runs the script on `jobs`.
fn lighthouse(jobs: &[Job]) -> Result<Vec<Run>> {
    let mut child = Command::new("node")
        .args(["--input-type=module", "--eval", SCRIPT, "--"])
        .arg(setup::lighthouse()?)
        .arg("/usr/bin/chromium")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("starting node")?;
    let mut input = child.stdin.take().context("node has no input")?;
    input.write_all(serde_json::to_string(jobs)?.as_bytes()).context("telling node what to audit")?;
    drop(input);
    let output = child.wait_with_output().context("waiting for node")?;
    if !output.status.success() {
        bail!("auditing ended with {}", output.status);
    }
    let lines = output.stdout.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    lines.map(|line| Ok(serde_json::from_slice(line)?)).collect()
}
