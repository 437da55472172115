//! What must hold whatever the case: every birth date against every day, for every row of every bundled town, and every
//! wish for every household, with its sums the same on all of those days.
#![cfg(not(target_arch = "wasm32"))]

mod met;
mod sums;
mod windows;

use std::num::NonZeroUsize;
use std::path::Path;
use std::thread;

use chrono::NaiveDate;
use rules::domain::household::{Babies, Household};
use rules::domain::situation::{Applied, Baby, MedicalCare};
use rules::domain::{Programme, Situation};
use rules::programmes;

/// Days from birth that are looked at.
const DAYS: u64 = 400;

/// The bundled towns, and one of which no last day, fee or limit for stays is printed.
fn towns() -> Vec<Programme> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut towns = programmes::load_all(&root.join("../../src/programmes")).expect("the rule files load");
    towns.push(programmes::load(&root.join("../../tests/fixture_towns"), "limit-in-hours").expect("it loads"));
    towns
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn situation(birth: NaiveDate) -> Situation {
    Situation {
        baby: Baby::Born { birth, due: None },
        babies: Babies::ONE,
        household: Household::General,
        medical_care: MedicalCare::No,
        applied: Applied::Unknown,
        postal: None,
        used: Vec::new(),
        planned: Vec::new(),
    }
}

/// Runs `check` on every birth date from 2024 to 2028 with its number, on all cores.
fn every_birth(check: impl Fn(usize, NaiveDate) + Sync) {
    let births = date("2024-01-01").iter_days().take_while(|birth| *birth <= date("2028-12-31"));
    let births: Vec<(usize, NaiveDate)> = births.enumerate().collect();
    assert_eq!(births.len(), 1827);
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    thread::scope(|scope| {
        for part in births.chunks(births.len().div_ceil(cores)) {
            scope.spawn(|| part.iter().for_each(|(number, birth)| check(*number, *birth)));
        }
    });
}
