//! Feeding a great many inputs, and the figures.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use sango_navi::interview::record;
use sango_navi::programmes;

use super::corpus::{self, Corpus};
use super::mother;
use super::mutator::{Dice, change};
use super::tape::Tape;
use super::target::{Target, World};
use super::town;

/// An input that takes longer is a fault.
const LONGEST: Duration = Duration::from_millis(100);
/// One that takes this long never ends.
const ENDLESS: Duration = Duration::from_secs(30);
/// So much of an input is shown; the dice fall the same way each time, so that it can be had again.
const SHOWN: usize = 300;
/// More memory than this at any time is a fault.
const MOST_MEMORY_KB: u64 = 256 * 1024;

/// The input that is being fed, since when.
type Running = Arc<Mutex<Option<(Instant, Vec<u8>)>>>;

/// Feeds `executions` inputs, from `root`'s seeds and kept corpus on, and prints the figures. With `keep`, the corpus that
/// shows most takes the place of the kept one.
///
/// # Errors
///
/// Where a file can't be read or written.
pub fn run(root: &Path, corpora: &Path, executions: u64, keep: bool) -> Result<ExitCode> {
    std::panic::set_hook(Box::new(|_| {}));
    let world = World::new(crate::rules::load()?);
    let running: Running = Arc::new(Mutex::new(None));
    watch(running.clone());
    let (mut faults, mut fed) = (0, 0);
    println!("{:<12}{:>12}{:>9}{:>14}{:>8}{:>8}", "", "executions", "seconds", "longest (ms)", "seen", "kept");
    for target in Target::ALL {
        let executions = executions / 100 * target.share();
        let mut run = Run {
            world: &world,
            target,
            running: &running,
            corpus: Corpus::default(),
            longest: Duration::ZERO,
            faults: 0,
        };
        let path = corpora.join(format!("{}.txt", target.name()));
        let mut inputs = seeds(target, &world, root)?;
        if path.is_file() {
            inputs.extend(corpus::read(&path)?);
        }
        let start = Instant::now();
        inputs.iter().for_each(|input| run.feed(input));
        let mut dice = Dice::new(executions);
        for _ in 0..executions {
            let input = run.next(&mut dice);
            run.feed(&input);
        }
        fed += executions + inputs.len() as u64;
        let cover = run.corpus.cover(|input| run.look(input));
        println!(
            "{:<12}{:>12}{:>9.0}{:>14.1}{:>8}{:>8}",
            target.name(),
            executions + inputs.len() as u64,
            start.elapsed().as_secs_f64(),
            run.longest.as_secs_f64() * 1000.0,
            run.corpus.seen(),
            cover.len()
        );
        faults += run.faults;
        if keep {
            corpus::write(&path, &cover)?;
        }
    }
    let memory = peak_memory_kb("self")?;
    println!("{fed} executions, {faults} faults, at most {:.0} MB of memory", memory as f64 / 1024.0);
    Ok(if faults == 0 && memory <= MOST_MEMORY_KB { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// One target's share of the run.
struct Run<'a> {
    world: &'a World,
    target: Target,
    running: &'a Running,
    corpus: Corpus,
    longest: Duration,
    faults: u64,
}

impl Run<'_> {
    /// An input made of those that are kept; a rule file is as often one that is right, and then changed.
    fn next(&self, dice: &mut Dice) -> Vec<u8> {
        let mut input = match (self.target, dice.below(2)) {
            (Target::Rules, 0) => {
                let bytes: Vec<u8> = (0..dice.below(400)).map(|_| dice.any() as u8).collect();
                town::rule_file(&mut Tape::new(&bytes)).into_bytes()
            }
            _ => dice.one(self.corpus.inputs()).cloned().unwrap_or_default(),
        };
        let other = dice.one(self.corpus.inputs()).cloned().unwrap_or_default();
        change(&mut input, &other, self.target, dice);
        input
    }

    fn feed(&mut self, input: &[u8]) {
        *self.running.lock().unwrap_or_else(PoisonError::into_inner) = Some((Instant::now(), input.to_vec()));
        let mut seen = Vec::new();
        let mut took = self.time(input, &mut seen);
        // On a busy machine another program may have had its turn: what takes long takes long each time.
        for _ in 0..4 {
            if took > LONGEST / 4 {
                took = took.min(self.time(input, &mut Vec::new()));
            }
        }
        self.longest = self.longest.max(took);
        if took > LONGEST {
            self.fault(input, &format!("{} ms", took.as_millis()));
        }
        *self.running.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.corpus.consider(input, &seen);
    }

    fn time(&mut self, input: &[u8], seen: &mut Vec<u64>) -> Duration {
        let start = Instant::now();
        let fed = catch_unwind(AssertUnwindSafe(|| self.target.feed(self.world, input, seen)));
        let took = start.elapsed();
        if let Err(panic) = fed {
            let text = panic.downcast_ref::<String>().cloned();
            self.fault(
                input,
                &text.or_else(|| panic.downcast_ref::<&str>().map(ToString::to_string)).unwrap_or_default(),
            );
        }
        took
    }

    fn fault(&mut self, input: &[u8], what: &str) {
        self.faults += 1;
        if self.faults <= 20 {
            let shown = corpus::escaped(input.get(..SHOWN).unwrap_or(input));
            println!("{}: {what}: {} bytes: {shown}", self.target.name(), input.len());
        }
    }

    fn look(&self, input: &[u8]) -> Vec<u64> {
        let mut seen = Vec::new();
        let _ = catch_unwind(AssertUnwindSafe(|| self.target.feed(self.world, input, &mut seen)));
        seen
    }
}

/// Ends everything with the input in sight where one never ends.
fn watch(running: Running) {
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(ENDLESS / 10);
            let running = running.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some((since, input)) = running.as_ref().filter(|(since, _)| since.elapsed() > ENDLESS) {
                println!("never ends, {} s already: {}", since.elapsed().as_secs(), corpus::escaped(input));
                std::process::exit(1);
            }
        }
    });
}

/// At most so many bytes, the same for the same seed.
fn bytes(seed: u64, most: usize) -> Vec<u8> {
    let mut dice = Dice::new(seed);
    (0..dice.below(most)).map(|_| dice.any() as u8).collect()
}

/// Inputs to begin with, of each kind that a target takes.
fn seeds(target: Target, world: &World, root: &Path) -> Result<Vec<Vec<u8>>> {
    let read = |path: &str| std::fs::read(root.join(path)).with_context(|| format!("reading {path}"));
    Ok(match target {
        Target::Rules => {
            let mut files = Vec::new();
            for folder in ["tests/fixture_towns", "tests/broken_rules"] {
                for entry in std::fs::read_dir(root.join(folder)).with_context(|| format!("reading {folder}"))? {
                    files.push(entry?.path());
                }
            }
            files.retain(|file| file.extension().is_some_and(|ending| ending == "toml"));
            files.sort();
            files.iter().map(std::fs::read).collect::<Result<_, _>>().context("reading the towns")?
        }
        Target::Compiled => {
            let small = (0..64).map(|seed| town::rule_file(&mut Tape::new(&bytes(seed, 400))));
            let towns: Vec<_> = small.filter_map(|text| programmes::parse(town::FILE, &text).ok()).collect();
            if towns.is_empty() {
                bail!("no made town loads");
            }
            let encoded: Vec<Vec<u8>> = towns.iter().map(programmes::encode).collect();
            // The whole, and the body alone, which is given a header that fits whatever becomes of it.
            encoded.iter().map(|bytes| bytes.get(14..).unwrap_or_default().to_vec()).chain(encoded.clone()).collect()
        }
        Target::Situations => {
            let cases = String::from_utf8(read("tests/cases/worked.jsonl")?).context("reading the worked cases")?;
            let cases = cases.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
            cases.map(|case| case["situation"].to_string().into_bytes()).collect()
        }
        Target::Answers => {
            let mut inputs: Vec<Vec<u8>> = ["2026/8/1", "令和8年/８月/１日", "R8/2/29", "178-0063", "26/1/31"]
                .iter()
                .map(|text| text.as_bytes().to_vec())
                .collect();
            for (seed, town) in (0..64_u64).zip(world.towns.iter().cycle()) {
                let record = record::encode(&town.id, &mother::answers(&mut Tape::new(&bytes(seed, 120))));
                // Without its checksum, which is given anew whatever becomes of it.
                inputs.extend(record.rsplit_once('.').map(|(record, _)| record.as_bytes().to_vec()));
                inputs.push(record.into_bytes());
            }
            inputs
        }
        Target::Fragments => vec![b"".to_vec(), b"born".to_vec(), b"result".to_vec()],
    })
}

/// The most memory that a process ever held, in kB; `self` is this one.
///
/// # Errors
///
/// Where there is no such process, or the system does not tell.
pub fn peak_memory_kb(process: &str) -> Result<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).context("reading what a process held")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).context("no VmHWM")?;
    line.trim().trim_end_matches(" kB").parse().context("reading VmHWM")
}
