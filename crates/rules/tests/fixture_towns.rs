//! A town per form of fee and of limit: each is data alone, and beside it stand the answers for 1 to 7 uses.
//!
//! A line of an answer file is a question and seven answers. `price SERVICE HOUSEHOLD BABIES` is what so many uses cost
//! together: yen, `from-to`, `-to` where only the upper end is known, or `?`. `left SERVICE BABIES` is what remains of
//! the service after them. `fit SERVICE BABIES` says whether they fit. A service may carry nights (`/2n`), hours
//! (`/3h`), the facility's price for a unit (`/18000yen`) or a day (`/2026-11-23`).
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use rules::domain::household::{Babies, Household};
use rules::domain::money::{Amount, Yen};
use rules::domain::programme::{Body, Rules};
use rules::domain::quota::{self, Fit};
use rules::domain::service::Service;
use rules::domain::tariff::{Priced, Units};
use rules::domain::uses::{Cancellation, Length, Use};
use rules::programmes;

fn towns() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixture_towns");
    let mut towns: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the fixture towns")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    towns.sort();
    towns
}

/// A use as an answer file names it.
struct Asked {
    service: Service,
    length: Length,
    facility: Option<Yen>,
    date: Option<NaiveDate>,
}

fn asked(text: &str) -> Asked {
    let mut parts = text.split('/');
    let service = match parts.next() {
        Some("stay") => Service::Stay,
        Some("day") => Service::DayCare,
        Some("visit") => Service::HomeVisit,
        other => panic!("{other:?} is no service"),
    };
    let (mut nights, mut hours, mut facility, mut date) = (1, None, None, None);
    for part in parts {
        if let Some(yen) = part.strip_suffix("yen") {
            facility = Some(Yen(yen.parse().expect("yen")));
        } else if let Some(count) = part.strip_suffix('n') {
            nights = count.parse().expect("nights");
        } else if let Some(count) = part.strip_suffix('h') {
            hours = Some(count.parse().expect("hours"));
        } else {
            date = Some(part.parse().expect("a day"));
        }
    }
    let length = match service {
        Service::Stay => Length::Nights { nights, hours },
        Service::DayCare | Service::HomeVisit => Length::Visit { hours },
    };
    Asked { service, length, facility, date }
}

fn babies(text: &str) -> Babies {
    Babies::new(text.parse().expect("a number")).expect("1 to 9")
}

fn household(text: &str) -> Household {
    match text {
        "general" => Household::General,
        "tax_exempt" => Household::TaxExempt,
        "public_assistance" => Household::PublicAssistance,
        "unknown" => Household::Unknown,
        other => panic!("{other} is no household"),
    }
}

fn amount(amount: Amount) -> String {
    match (amount.low(), amount.high()) {
        (Some(low), Some(high)) if low == high => low.0.to_string(),
        (Some(low), Some(high)) => format!("{}-{}", low.0, high.0),
        (None, Some(high)) => format!("-{}", high.0),
        (Some(low), None) => format!("{}-", low.0),
        (None, None) => "?".to_owned(),
    }
}

fn prices(rules: &Rules, asked: &Asked, household: Household, babies: Babies) -> Vec<String> {
    let of_service = rules.services.iter().find(|rules| rules.service == asked.service).expect("the service");
    let tariff = &of_service.tariff.as_ref().expect("a fee").value;
    let (mut before, mut sum, mut answers) = (Units::default(), Amount::ZERO, Vec::new());
    for _ in 1..=7 {
        let priced = Priced { length: asked.length, before, facility: asked.facility, date: asked.date };
        sum = sum.plus(tariff.price(household, babies, &priced).0);
        before = before.and(asked.length);
        answers.push(amount(sum));
    }
    answers
}

fn uses(asked: &Asked, count: usize) -> Vec<Use> {
    vec![Use { service: asked.service, length: asked.length, cancelled: Cancellation::None }; count]
}

fn left(rules: &Rules, asked: &Asked, babies: Babies) -> Vec<String> {
    let after = |count| {
        quota::remaining(&rules.pools, rules.late_cancellation, asked.service, babies, &uses(asked, count))
            .map_or("?".to_owned(), |remaining| remaining.left.to_string())
    };
    (1..=7).map(after).collect()
}

fn fits(rules: &Rules, asked: &Asked, babies: Babies) -> Vec<String> {
    let word = |count| match quota::fit(&rules.pools, rules.late_cancellation, babies, &uses(asked, count)) {
        Fit::Within => "within",
        Fit::Confirm => "confirm",
        Fit::Beyond => "beyond",
    };
    (1..=7).map(word).map(str::to_owned).collect()
}

#[test]
fn each_form_answers_as_its_town_prints() {
    let mut lines = 0;
    for file in towns() {
        let programme = match programmes::load_files(std::slice::from_ref(&file)) {
            Ok(loaded) => loaded.into_iter().next().expect("a programme"),
            Err(problems) => panic!("{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")),
        };
        assert_eq!(programmes::decode(&programmes::encode(&programme)), Ok(programme.clone()));
        let Body::Scheme(periods) = &programme.body else { panic!("{}: a scheme", programme.id) };
        let rules = &periods[0].rules;
        let answers = fs::read_to_string(file.with_extension("answers")).expect("the town's answers");
        for line in answers.lines().filter(|line| !line.starts_with('#')) {
            let (question, answers) = line.split_once(": ").expect("a question and its answers");
            let words: Vec<&str> = question.split(' ').collect();
            let found = match words.as_slice() {
                ["price", service, class, count] => prices(rules, &asked(service), household(class), babies(count)),
                ["left", service, count] => left(rules, &asked(service), babies(count)),
                ["fit", service, count] => fits(rules, &asked(service), babies(count)),
                _ => panic!("{question} is no question"),
            };
            assert_eq!(found.join(" "), answers, "{}: {question}", programme.id);
            lines += 1;
        }
    }
    assert!(lines > 60, "{lines} lines");
}
