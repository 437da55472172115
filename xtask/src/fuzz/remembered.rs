//! The text of the last plan that she saw, as a browser gives it back.

use chrono::{Datelike, NaiveDateTime};
use sango_navi::domain::{Service, plan};
use sango_navi::interview::seen::{Change, Compared, compare, write};
use sango_navi::words::japanese;

use super::target::{World, mothers, saw};

/// Where what stands for the answers is, between the version and the services.
const ANSWERS: std::ops::Range<usize> = 1..7;

/// A text under a record that it is of, whatever became of it, and under another; then what the app itself writes of that
/// plan, in which nothing is otherwise.
pub(super) fn feed(world: &World, text: &str, seen: &mut Vec<u64>) {
    let fitting = [".", text.get(ANSWERS).unwrap_or_default()].concat();
    for ((mother, now), length) in mothers(text.as_bytes()).into_iter().zip(text.len()..) {
        // Another town for each length.
        if let Some(town) = length.checked_rem(world.towns.len()).and_then(|place| world.towns.get(place)) {
            let plan = plan(&mother, town, now);
            for record in [fitting.as_str(), "sn1.another.BJZBJZ"] {
                match compare(text, record, &plan, now.date()) {
                    Compared::Other => saw("other", seen),
                    Compared::Newer => saw("newer", seen),
                    Compared::Same(changes) => {
                        saw(("changes", changes.is_empty()), seen);
                        for change in changes {
                            saw((std::mem::discriminant(&change), of(change) as u8), seen);
                            assert!(!japanese().changed(change, now.date()).is_empty(), "a change is told");
                        }
                    }
                }
                if is_kept_whole(now) {
                    let written = write(record, &plan);
                    let same = Compared::Same(Vec::new());
                    assert_eq!(compare(&written, record, &plan, now.date()), same, "{written} of {}", town.id);
                }
            }
        }
    }
}

/// Whether the days of a plan made at that moment fit the text, which begins in 2000 and has three digits for a day.
fn is_kept_whole(now: NaiveDateTime) -> bool {
    (2003..2500).contains(&now.year())
}

fn of(change: Change) -> Service {
    match change {
        Change::New(service)
        | Change::Gone(service)
        | Change::Status(service, _)
        | Change::LastDays(service, ..)
        | Change::Price(service, _) => service,
    }
}
