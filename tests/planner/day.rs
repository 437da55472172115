//! The day that she chose.

use sango_navi::domain::business_days::Certainty;
use sango_navi::domain::situation::{Applied, Baby, Situation};
use sango_navi::planner::{DayDoubt, day};

use super::case::{date, now, planned, rules, situation, town};

/// What is said at once of a chosen day, the next possible one, and where else.
#[test]
fn a_day_is_checked_at_once() {
    for (id, applied, wanted, facility, chosen, doubts, instead, elsewhere) in [
        // 東京北医療センター: 4か月0日まで, 1 December.
        ("kita", Applied::Yes, "stay", "tokyo-kita", "2026-11-30", "", "", ""),
        ("kita", Applied::Yes, "stay", "tokyo-kita", "2026-12-01", "confirm 2026-12-01", "2026-11-30", ""),
        ("kita", Applied::Yes, "stay", "tokyo-kita", "2026-12-02", "beyond 2026-12-01", "2026-11-30", ""),
        ("kita", Applied::Yes, "stay 2", "tokyo-kita", "2026-12-02", "beyond 2026-12-01", "2026-11-29", ""),
        ("kita", Applied::Yes, "stay", "tokyo-kita", "2026-11-20", "past", "2026-11-24", ""),
        // About 10 business days to the coupon, 8 December: past the last day.
        ("kita", Applied::No, "stay", "tokyo-kita", "2026-11-27", "too soon 2026-12-08", "", ""),
        ("kita", Applied::No, "day", "", "2026-12-01", "too soon 2026-12-08", "2026-12-08", ""),
        // つむぎ gives day care on Tuesdays, Thursdays and Fridays, sure to the day before 3 months.
        (
            "nerima",
            Applied::Yes,
            "day",
            "tsumugi",
            "2026-11-25",
            "confirm 2026-10-31, no care but [Tue, Thu, Fri]",
            "",
            "futaba",
        ),
        // The facility has no such care.
        ("kita", Applied::Yes, "visit", "tokyo-kita", "2026-11-30", "not offered", "", ""),
        // Any facility.
        ("kita", Applied::Yes, "stay", "", "2026-11-30", "", "", ""),
    ] {
        let situation = Situation { planned: vec![planned(wanted, facility, chosen)], applied, ..situation() };
        let programme = town(id);
        let (plan, _) = rules(&situation, &programme);
        let answer = day(&situation.planned[0], &situation, &plan, now().date()).expect("a chosen day");
        let said: Vec<String> = answer.doubts.iter().map(doubt).collect();
        assert_eq!(said.join(", "), doubts, "{facility} {chosen}");
        assert_eq!(answer.instead.map(|day| day.to_string()).unwrap_or_default(), instead, "{facility} {chosen}");
        let found = answer.elsewhere.map_or("", |row| row.facility.id.as_str());
        assert_eq!(found, elsewhere, "{facility} {chosen}");
    }
}

fn doubt(doubt: &DayDoubt) -> String {
    match doubt {
        DayDoubt::NotOffered => "not offered".to_owned(),
        DayDoubt::Past => "past".to_owned(),
        DayDoubt::TooSoon(earliest) => format!("too soon {}", earliest.date),
        DayDoubt::Beyond { last } => format!("beyond {last}"),
        DayDoubt::Confirm { sure } => format!("confirm {}", sure.map(|day| day.to_string()).unwrap_or_default()),
        DayDoubt::NoCare(days) => format!("no care but {:?}", days.iter().collect::<Vec<_>>()),
    }
}

#[test]
fn a_day_without_a_birth_or_a_choice_has_no_answer() {
    let programme = town("kita");
    let undated = Situation { planned: vec![planned("stay", "", "")], ..situation() };
    let (plan, _) = rules(&undated, &programme);
    assert!(day(&undated.planned[0], &undated, &plan, now().date()).is_none());
    let unborn = Situation {
        baby: Baby::Expected { due: date("2027-01-15") },
        planned: vec![planned("stay", "", "2027-02-01")],
        ..situation()
    };
    let (plan, _) = rules(&unborn, &programme);
    assert!(day(&unborn.planned[0], &unborn, &plan, now().date()).is_none());
}

/// The day that is offered instead has nothing against it, whatever was chosen, and where none is offered none is there.
#[test]
fn the_day_instead_is_a_possible_one() {
    for id in ["kita", "nerima", "nakano", "asahikawa"] {
        let programme = town(id);
        let (plan, of_town) = rules(&situation(), &programme);
        let rows: Vec<(String, String)> = of_town
            .facilities
            .iter()
            .flat_map(|facility| {
                let words = [("stay", 0), ("day", 1), ("visit", 2)];
                facility.offers.iter().map(move |offer| {
                    let place = sango_navi::domain::Service::ALL.iter().position(|one| *one == offer.service);
                    (facility.id.clone(), words[place.expect("a service")].0.to_owned())
                })
            })
            .collect();
        drop(plan);
        for (facility, wanted) in rows {
            for applied in [Applied::Yes, Applied::No] {
                for ahead in [0, 1, 6, 7, 8, 20, 30, 60, 100, 200, 249, 250, 251, 400] {
                    let chosen = now().date() + chrono::Days::new(ahead);
                    let on = |chosen: chrono::NaiveDate| {
                        let situation = Situation {
                            planned: vec![planned(&wanted, &facility, &chosen.to_string())],
                            applied,
                            ..situation()
                        };
                        let (plan, _) = rules(&situation, &programme);
                        let answer = day(&situation.planned[0], &situation, &plan, now().date()).expect("an answer");
                        (answer.doubts, answer.instead)
                    };
                    let (doubts, instead) = on(chosen);
                    match instead {
                        Some(instead) => {
                            assert!(!doubts.is_empty());
                            assert_eq!(on(instead).0, [], "{id} {facility} {chosen} instead {instead}");
                        }
                        None => {
                            let free = (0..300).map(|ahead| now().date() + chrono::Days::new(ahead));
                            let any = doubts.is_empty() || free.into_iter().all(|day| !on(day).0.is_empty());
                            assert!(any, "{id} {facility} {wanted} {chosen}");
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn too_soon_says_whether_it_is_an_estimate() {
    let programme = town("kita");
    let situation = Situation { planned: vec![planned("day", "", "2026-11-25")], applied: Applied::No, ..situation() };
    let (plan, _) = rules(&situation, &programme);
    let answer = day(&situation.planned[0], &situation, &plan, now().date()).expect("an answer");
    assert!(matches!(answer.doubts[..], [DayDoubt::TooSoon(earliest)] if earliest.certainty == Certainty::About));
}
