//! Feeding a great many inputs, and the figures.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::ceilings::{INPUT, INPUTS_MEMORY_KB};

use super::corpus::{self, Corpus};
use super::mutator::{Dice, change};
use super::seeds::{bundled, seeds};
use super::tape::Tape;
use super::target::{Target, World};
use super::town;

/// One that takes this long never ends.
const ENDLESS: Duration = Duration::from_secs(30);
/// So much of an input is shown; the dice fall the same way each time, so that it can be had again.
const SHOWN: usize = 300;

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
    let world = World::new(crate::rule_files::load()?);
    let bundled = bundled(root)?;
    let running: Running = Arc::new(Mutex::new(None));
    watch(running.clone());
    let (mut faults, mut fed) = (0, 0);
    println!("{:<12}{:>12}{:>9}{:>14}{:>8}{:>8}", "", "executions", "seconds", "longest (ms)", "seen", "kept");
    for target in Target::ALL {
        let executions = executions / 100 * target.share();
        let mut run = Run {
            world: &world,
            bundled: &bundled,
            target,
            running: &running,
            corpus: Corpus::default(),
            longest: Duration::ZERO,
            faults: 0,
        };
        let path = corpora.join(format!("{}.txt", target.name()));
        let seeds = seeds(target, &world, root)?;
        let kept = if path.is_file() { corpus::read(&path)? } else { Vec::new() };
        let start = Instant::now();
        seeds.iter().chain(&kept).for_each(|input| run.feed(input));
        let mut dice = Dice::new(executions);
        for _ in 0..executions {
            let input = run.next(&mut dice);
            run.feed(&input);
        }
        let executions = executions + (seeds.len() + kept.len()) as u64;
        fed += executions;
        let shown = seeds.iter().flat_map(|input| run.look(input)).collect();
        let cover = run.corpus.cover(shown, |input| run.look(input));
        println!(
            "{:<12}{:>12}{:>9.0}{:>14.1}{:>8}{:>8}",
            target.name(),
            executions,
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
    Ok(if faults == 0 && memory <= INPUTS_MEMORY_KB { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// One target's share of the run.
struct Run<'a> {
    world: &'a World,
    bundled: &'a [Vec<u8>],
    target: Target,
    running: &'a Running,
    corpus: Corpus,
    longest: Duration,
    faults: u64,
}

impl Run<'_> {
    /// An input made of those that are kept; a rule file is as often one that is right, and then changed: made for this,
    /// or one of the bundled.
    fn next(&self, dice: &mut Dice) -> Vec<u8> {
        let mut input = match (self.target, dice.below(8)) {
            (Target::Rules, 0..3) => town::rule_file(&mut Tape::new(&dice.bytes(400))).into_bytes(),
            (Target::Rules, 3) => dice.one(self.bundled).cloned().unwrap_or_default(),
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
            if took > INPUT / 4 {
                took = took.min(self.time(input, &mut Vec::new()));
            }
        }
        self.longest = self.longest.max(took);
        if took > INPUT {
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
