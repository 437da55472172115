//! What an audit found, and whether it is what it should be.

use std::fmt;

use serde::Deserialize;

/// The name of the page that the others are compared with.
pub(super) const BARE: &str = "bare HTML";

/// How often longer than bare HTML the first paint may take.
const PAINT: f64 = 1.1;
/// How often longer it may take until a page can be acted on.
const INTERACTIVE: f64 = 2.0;
/// How much a result may hold, in bytes.
const MEMORY: u64 = 20_000_000;

/// One run of Lighthouse. Times in milliseconds.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Run {
    pub name: String,
    /// Performance, accessibility, best practices, search engines: 0 to 100.
    pub scores: Vec<u8>,
    /// Until the first text is painted.
    pub paint: f64,
    /// Until the page can be acted on without delay.
    pub interactive: f64,
    /// How long taps would have waited in between.
    pub blocked: f64,
    /// The longest task after the first paint, by what it computes alone. Up to 50 ms are no blocking.
    pub task: f64,
    /// How far things moved by themselves.
    pub shift: f64,
    /// What cost points, in a line each.
    pub failed: Vec<String>,
    /// What Lighthouse says of the run itself.
    pub warnings: Vec<String>,
    /// What the page holds, where it was weighed.
    pub memory: Option<Memory>,
}

/// In bytes.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) struct Memory {
    /// The programs'.
    pub wasm: u64,
    /// The scripts'.
    pub heap: u64,
}

/// All runs.
pub(super) struct Table {
    pages: Vec<Run>,
    bare: Option<Run>,
}

impl Table {
    /// The table of `runs`; the one that is compared with is found by its name.
    pub fn of(runs: Vec<Run>) -> Table {
        let (bare, pages) = runs.into_iter().partition::<Vec<Run>, _>(|run| run.name == BARE);
        Table { pages, bare: bare.into_iter().next() }
    }

    /// Whether every value is what it should be.
    pub fn holds(&self) -> bool {
        self.bare.is_some() && self.pages.iter().all(|page| self.misses(page).is_empty())
    }

    /// How often longer than bare HTML a page takes: to the first paint, and until it can be acted on.
    fn ratios(&self, page: &Run) -> Option<[f64; 2]> {
        let bare = self.bare.as_ref()?;
        Some([page.paint / bare.paint, page.interactive / bare.interactive])
    }

    /// What is not as it should be.
    fn misses(&self, page: &Run) -> Vec<String> {
        let mut misses: Vec<String> = page.failed.clone();
        if page.scores.len() != 4 || page.scores.iter().any(|score| *score < 100) {
            misses.push(format!("scores {:?}, right is 100 each", page.scores));
        }
        if page.blocked > 0.0 {
            misses.push(format!("blocked for {:.0} ms, right is 0", page.blocked));
        }
        if page.shift > 0.0 {
            misses.push(format!("things moved by {:.4}, right is 0", page.shift));
        }
        if let Some([paint, interactive]) = self.ratios(page) {
            if paint > PAINT {
                misses.push(format!("first paint {paint:.2} × bare HTML's, right is {PAINT} at most"));
            }
            if interactive > INTERACTIVE {
                misses.push(format!("to be acted on {interactive:.2} × bare HTML's, right is {INTERACTIVE} at most"));
            }
        }
        if let Some(memory) = page.memory.filter(|memory| memory.wasm + memory.heap > MEMORY) {
            misses.push(format!("{} bytes of memory, right is {MEMORY} at most", memory.wasm + memory.heap));
        }
        misses
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:<16} {:>5} {:>5} {:>5} {:>5} {:>8} {:>6} {:>8} {:>6} {:>8} {:>8} {:>8}",
            "page", "perf", "a11y", "best", "seo", "FCP ms", "ratio", "TTI ms", "ratio", "TBT ms", "task ms", "memory"
        )?;
        for page in self.pages.iter().chain(&self.bare) {
            write!(f, "{:<16}", page.name)?;
            for score in &page.scores {
                write!(f, " {score:>5}")?;
            }
            let [paint, interactive] = self.ratios(page).unwrap_or([f64::NAN; 2]);
            let (Run { paint: first, interactive: ready, blocked, task, .. }, memory) = (page, page.memory);
            let memory = memory.map_or(String::new(), |held| megabytes(held.wasm + held.heap));
            write!(f, " {first:>8.0} {paint:>6.2} {ready:>8.0} {interactive:>6.2} {blocked:>8.0} {task:>8.0}")?;
            writeln!(f, " {memory:>8}")?;
        }
        for page in &self.pages {
            for line in self.misses(page).iter().chain(&page.warnings) {
                writeln!(f, "{}: {line}", page.name)?;
            }
            if let Some(Memory { wasm, heap }) = page.memory {
                writeln!(f, "{}: wasm {}, JavaScript heap {}", page.name, megabytes(wasm), megabytes(heap))?;
            }
        }
        Ok(())
    }
}

fn megabytes(bytes: u64) -> String {
    format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(name: &str) -> Run {
        Run {
            name: name.to_owned(),
            scores: vec![100; 4],
            paint: 1000.0,
            interactive: 1000.0,
            blocked: 0.0,
            task: 40.0,
            shift: 0.0,
            failed: Vec::new(),
            warnings: Vec::new(),
            memory: Some(Memory { wasm: 1_500_000, heap: 1_000_000 }),
        }
    }

    fn misses(page: Run) -> Vec<String> {
        let table = Table::of(vec![page, run(BARE)]);
        table.misses(&table.pages[0])
    }

    #[test]
    fn what_is_as_it_should_be_holds() {
        let table = Table::of(vec![run("/"), run(BARE)]);
        assert!(table.holds());
        assert!(table.to_string().contains("2.5 MB"), "{table}");
        assert!(!Table::of(vec![run("/")]).holds(), "nothing to compare with");
    }

    #[test]
    fn each_miss_is_named() {
        for (page, said) in [
            (Run { scores: vec![100, 99, 100, 100], ..run("/") }, "scores [100, 99, 100, 100], right is 100 each"),
            (Run { blocked: 12.0, ..run("/") }, "blocked for 12 ms, right is 0"),
            (Run { shift: 0.001, ..run("/") }, "things moved by 0.0010, right is 0"),
            (Run { paint: 1101.0, ..run("/") }, "first paint 1.10 × bare HTML's, right is 1.1 at most"),
            (Run { interactive: 2100.0, ..run("/") }, "to be acted on 2.10 × bare HTML's, right is 2 at most"),
            (
                Run { memory: Some(Memory { wasm: 20_000_000, heap: 1 }), ..run("/") },
                "20000001 bytes of memory, right is 20000000 at most",
            ),
            (Run { failed: vec!["a".to_owned()], ..run("/") }, "a"),
        ] {
            assert_eq!(misses(page), [said]);
        }
    }
}
