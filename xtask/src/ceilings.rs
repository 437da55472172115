//! What the rules may cost in time and memory, and what must be noticed: the figures under which commands fail.
//!
//! What she downloads has its ceilings beside the table that weighs it (`sizes`).

use std::time::Duration;

/// One plan (`cargo xtask bench`).
pub const PLAN: Duration = Duration::from_micros(100);
/// Every birth date against every day, for every row of every bundled town, optimised (`cargo xtask bench`).
pub const SWEEPS: Duration = Duration::from_secs(30);
/// Answering [`LINES`], start included (`cargo xtask throughput`).
pub const ALL_LINES: Duration = Duration::from_secs(20);
/// So many mixed situations.
pub const LINES: u64 = 100_000;
/// What answering them may hold, in kB.
pub const LINES_MEMORY_KB: u64 = 200 * 1024;
/// One input, whatever it is (`cargo xtask fuzz`).
pub const INPUT: Duration = Duration::from_millis(100);
/// What feeding inputs may hold, in kB.
pub const INPUTS_MEMORY_KB: u64 = 256 * 1024;
/// Of a hundred mutants that compile, so many are noticed at the least (`cargo xtask mutants`).
pub const LEAST_NOTICED: f64 = 95.0;
