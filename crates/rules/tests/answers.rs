//! Uses belong to a birth: another baby's are not counted as this one's.
#![cfg(not(target_arch = "wasm32"))]

use chrono::NaiveDate;
use rules::domain::Service;
use rules::domain::uses::{PlannedUse, Use};
use rules::interview::{Answers, BabyAnswer};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// One use and one plan of the birth on `of`.
fn with_uses(baby: Option<BabyAnswer>, of: Option<&str>) -> Answers {
    let wanted = Use::smallest(Service::DayCare);
    Answers {
        baby,
        used: vec![wanted],
        planned: vec![PlannedUse { wanted, facility: None, date: None }],
        uses_of: of.map(day),
        ..Answers::default()
    }
}

#[test]
fn uses_count_for_the_birth_that_they_are_of() {
    let born = |on: &str| Some(BabyAnswer::Born(day(on)));
    let expected = |on: &str| Some(BabyAnswer::Expected(day(on)));
    for (baby, of, are_of_it) in [
        (born("2026-08-31"), Some("2026-08-31"), true),
        // Said before it was kept whose they are, or before she said anything of a baby.
        (born("2026-08-31"), None, true),
        (None, Some("2026-08-31"), true),
        // Expected, and born some weeks early or late: 22 weeks at most.
        (born("2026-08-31"), Some("2026-10-10"), true),
        (born("2026-08-31"), Some("2027-02-01"), true),
        (born("2026-08-31"), Some("2027-02-02"), false),
        (born("2026-08-31"), Some("2026-03-30"), true),
        (born("2026-08-31"), Some("2026-03-29"), false),
        (expected("2027-08-31"), Some("2026-08-31"), false),
    ] {
        let mut answers = with_uses(baby, of);
        let count = usize::from(are_of_it);
        let found = (answers.used_of_birth().len(), answers.planned_of_birth().len());
        assert_eq!(found, (count, count), "{baby:?} {of:?}");
        // The next use that she enters is of this baby, and stands beside none of another's.
        answers.begin_uses();
        assert_eq!((answers.used.len(), answers.planned.len()), (count, count), "{baby:?} {of:?}");
        assert_eq!(answers.uses_of, baby.map(BabyAnswer::date));
    }
}
