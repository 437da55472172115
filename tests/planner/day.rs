//! The day that she chose.

use chrono::NaiveDate;
use sango_navi::domain::business_days::Certainty;
use sango_navi::domain::situation::{Applied, Baby, MedicalCare, Situation};
use sango_navi::planner::{DayDoubt, day, possible_day};
use sango_navi::words::japanese;

use super::case::{date, now, planned, rules, situation, town, uses};

/// What is said at once of a chosen day, the next possible one, and where else.
#[test]
fn a_day_is_checked_at_once() {
    for (id, applied, wanted, facility, chosen, doubts, instead, elsewhere) in [
        // 東京北医療センター: 4か月0日まで, 1 December.
        ("kita", Applied::Yes, "stay", "tokyo-kita", "2026-11-30", "", "", ""),
        ("kita", Applied::Yes, "stay", "tokyo-kita", "2026-12-01", "2026-12-02 past 2026-12-01", "2026-11-30", ""),
        ("kita", Applied::Yes, "stay", "tokyo-kita", "2026-12-02", "beyond 2026-12-01", "2026-11-30", ""),
        ("kita", Applied::Yes, "stay 2", "tokyo-kita", "2026-12-02", "beyond 2026-12-01", "2026-11-29", ""),
        ("kita", Applied::Yes, "stay", "tokyo-kita", "2026-11-20", "past", "2026-11-24", ""),
        // About 10 business days to the coupon, 8 December: past the last day, of stays anywhere.
        ("kita", Applied::No, "stay", "tokyo-kita", "2026-11-27", "too soon 2026-12-08, ends first 2026-12-01", "", ""),
        // Where other facilities go on, the first day there, or hers.
        (
            "kita",
            Applied::No,
            "day",
            "ayase",
            "2026-11-27",
            "too soon 2026-12-08, ends first 2026-11-29",
            "",
            "haato-hotto 2026-12-08",
        ),
        ("kita", Applied::No, "day", "ayase", "2026-12-15", "beyond 2026-11-29", "", "haato-hotto"),
        ("kita", Applied::No, "day", "ayase", "2026-12-29", "beyond 2026-11-29", "", "haato-hotto 2027-01-04"),
        // Past the last day of all of them, the first.
        ("kita", Applied::No, "day", "ayase", "2027-03-01", "beyond 2026-11-29", "", "haato-hotto 2026-12-08"),
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
        // ふたば surely gives it until 30 November; from the earliest day on it is to be asked about.
        (
            "nerima",
            Applied::No,
            "day",
            "futaba",
            "2026-11-27",
            "too soon 2026-12-08, confirm 2026-11-30",
            "",
            "matsugaoka 2026-12-08",
        ),
        // Past its last day, where other facilities go on.
        ("kita", Applied::Yes, "day", "ayase", "2027-01-12", "beyond 2026-11-29", "2026-11-29", "haato-hotto"),
        // At the year's end nothing printed says that care is given.
        ("kita", Applied::Yes, "day", "", "2026-12-29", "year's end", "2027-01-04", ""),
        ("kita", Applied::Yes, "stay 2", "tokyo-kita", "2026-12-28", "beyond 2026-12-01", "2026-11-29", ""),
        // However far past the last day.
        ("kita", Applied::Yes, "stay", "tokyo-kita", "2031-01-01", "beyond 2026-12-01", "2026-11-30", ""),
        ("kita", Applied::Yes, "day", "", "2026-12-28", "", "", ""),
        ("kita", Applied::Yes, "day", "", "2027-01-04", "", "", ""),
        // The facility has no such care.
        ("kita", Applied::Yes, "visit", "tokyo-kita", "2026-11-30", "not offered", "", ""),
        // Any facility.
        ("kita", Applied::Yes, "stay", "", "2026-11-30", "", "", ""),
    ] {
        let situation = Situation { planned: vec![planned(wanted, facility, chosen)], applied, ..situation() };
        let programme = town(id);
        let (plan, _) = rules(&situation, &programme);
        let answer = day(0, &situation, &plan, now().date()).expect("a chosen day");
        let said: Vec<String> = answer.doubts.iter().map(doubt).collect();
        assert_eq!(said.join(", "), doubts, "{facility} {chosen}");
        assert_eq!(answer.instead.map(|day| day.to_string()).unwrap_or_default(), instead, "{facility} {chosen}");
        let found = answer.elsewhere.and_then(|it| Some([it.rows.first()?.facility.id.clone(), on(it.day)].concat()));
        assert_eq!(found.unwrap_or_default(), elsewhere, "{facility} {chosen}");
        // Of what speaks against a day this is no question.
        let ruled_out = ["beyond", "past", "no care", "not offered"]
            .iter()
            .any(|no| doubts.split(", ").any(|doubt| doubt.starts_with(no)));
        let possible = possible_day(0, &situation, &plan, now().date());
        assert_eq!(possible, (!ruled_out).then(|| date(chosen)), "{facility} {chosen}");
    }
}

fn on(day: Option<NaiveDate>) -> String {
    day.map(|day| format!(" {day}")).unwrap_or_default()
}

fn doubt(doubt: &DayDoubt<'_>) -> String {
    match doubt {
        DayDoubt::NotOffered => "not offered".to_owned(),
        DayDoubt::UsedUp => "used up".to_owned(),
        DayDoubt::Past => "past".to_owned(),
        DayDoubt::TooSoon(earliest) => format!("too soon {}", earliest.date),
        DayDoubt::EndsFirst { last } => format!("ends first {last}"),
        DayDoubt::Beyond { last } => format!("beyond {last}"),
        DayDoubt::Confirm { sure } => format!("confirm {}", sure.map(|day| day.to_string()).unwrap_or_default()),
        DayDoubt::LaterDay { later, sure } => format!("{later} past {sure}"),
        DayDoubt::YearEnd => "year's end".to_owned(),
        DayDoubt::IllToday => "ill today".to_owned(),
        DayDoubt::Overlaps => "overlaps".to_owned(),
        DayDoubt::Unsettled(condition) => format!("to ask: {:.8}", condition.text.as_str()),
        DayDoubt::NoCare(days) => format!("no care but {:?}", days.iter().collect::<Vec<_>>()),
    }
}

/// Beside the day itself: what else she plans, how she is today, and what the facility asks.
#[test]
fn a_day_is_checked_against_all_else() {
    use MedicalCare::{IllToday, No};
    let to_ask = "to ask: 産後の入院から続";
    for (id, medical_care, uses, doubts, instead) in [
        // A stay on the second day of another; a day after it; two days apart; another day is taken too.
        ("kita", No, &[("stay", "", "2026-11-26"), ("stay", "", "2026-11-25")][..], "overlaps", "2026-11-27"),
        ("kita", No, &[("stay", "", "2026-11-27"), ("stay", "", "2026-11-25")], "", ""),
        ("kita", No, &[("day", "", "2026-11-26"), ("day", "", "2026-11-26")], "overlaps", "2026-11-27"),
        ("kita", No, &[("stay", "", "2026-11-25"), ("visit", "", "2026-11-26")], "overlaps", "2026-11-27"),
        ("kita", No, &[("visit", "", "2026-11-24"), ("stay", "", "2026-11-25")], "", ""),
        ("kita", No, &[("visit", "", "2026-11-26"), ("stay", "", "")], "", ""),
        // Ill today: not today, and tomorrow as planned.
        ("kita", IllToday, &[("visit", "", "2026-11-24")], "ill today", "2026-11-25"),
        ("kita", IllToday, &[("visit", "", "2026-11-25")], "", ""),
        ("kita", No, &[("visit", "", "2026-11-24")], "", ""),
        // Which no answer settles.
        ("nerima", No, &[("stay", "hikarigaoka", "2026-11-26")], to_ask, ""),
    ] {
        let planned = uses.iter().map(|(wanted, facility, day)| planned(wanted, facility, day)).collect();
        let situation = Situation { medical_care, planned, ..situation() };
        let programme = town(id);
        let (plan, _) = rules(&situation, &programme);
        let answer = day(0, &situation, &plan, now().date()).expect("a chosen day");
        let said: Vec<String> = answer.doubts.iter().map(doubt).collect();
        assert_eq!(said.join(", "), doubts, "{id} {uses:?}");
        assert_eq!(answer.instead.map(|day| day.to_string()).unwrap_or_default(), instead, "{id} {uses:?}");
        let possible = possible_day(0, &situation, &plan, now().date());
        assert_eq!(possible.is_none(), doubts == "ill today", "{id} {uses:?}");
    }
}

/// Two stays used are all four days: no day is left, anywhere, and no other is offered; for visits nothing changes.
#[test]
fn of_a_service_that_is_used_up_no_day_is_left() {
    for (wanted, facility, said) in
        [("stay", "tokyo-kita", "used up"), ("stay", "", "used up"), ("visit", "", ""), ("day", "", "")]
    {
        for (used, said) in [("stay, stay", said), ("stay", "")] {
            let planned = vec![planned(wanted, facility, "2026-11-30")];
            let situation = Situation { used: uses(used), planned, ..situation() };
            let programme = town("kita");
            let (plan, _) = rules(&situation, &programme);
            let answer = day(0, &situation, &plan, now().date()).expect("a chosen day");
            let doubts: Vec<String> = answer.doubts.iter().map(doubt).collect();
            assert_eq!(doubts.join(", "), said, "{wanted} {facility} after {used}");
            assert_eq!((answer.instead, answer.elsewhere), (None, None), "{wanted} {facility} after {used}");
            let possible = possible_day(0, &situation, &plan, now().date());
            assert_eq!(possible.is_none(), said == "used up", "{wanted} {facility} after {used}");
        }
    }
}

/// A day on which several give the care: the first by name, and how many they are.
#[test]
fn where_else_is_said_with_how_many() {
    for (day, others, expected) in [
        (None, 0, "その日に使えるところ：ふたば"),
        (None, 1, "その日に使えるところ：ふたばなど2か所"),
        (Some("2026-12-08"), 0, "12月8日（火）に使えるところ：ふたば"),
        (Some("2027-01-08"), 1, "来年1月8日（金）に使えるところ：ふたばなど2か所"),
    ] {
        assert_eq!(japanese().elsewhere(day.map(date), now().date(), "ふたば", others), expected);
    }
    let situation = Situation { planned: vec![planned("day", "tsumugi", "2026-11-25")], ..situation() };
    let programme = town("nerima");
    let (plan, _) = rules(&situation, &programme);
    let answer = day(0, &situation, &plan, now().date()).expect("a chosen day");
    let rows = answer.elsewhere.expect("other facilities").rows;
    assert!(rows.len() > 1 && rows.iter().all(|row| row.unsettled.is_empty()));
}

#[test]
fn a_stay_that_goes_on_past_the_last_day_is_said_to() {
    let situation = Situation { planned: vec![planned("stay", "tokyo-kita", "2026-12-01")], ..situation() };
    let programme = town("kita");
    let (plan, _) = rules(&situation, &programme);
    let answer = day(0, &situation, &plan, now().date()).expect("a chosen day");
    let said: Vec<String> =
        answer.doubts.iter().map(|doubt| japanese().day_doubt(doubt, "施設", now().date())).collect();
    assert_eq!(
        said,
        ["確実なのは12月1日（火）までです。この泊まりは12月2日（水）にかかるので、施設に聞いてください。"]
    );
}

#[test]
fn a_day_without_a_birth_or_a_choice_has_no_answer() {
    let programme = town("kita");
    let undated = Situation { planned: vec![planned("stay", "", "")], ..situation() };
    let (plan, _) = rules(&undated, &programme);
    assert!(day(0, &undated, &plan, now().date()).is_none());
    assert_eq!(possible_day(0, &undated, &plan, now().date()), None);
    let unborn = Situation {
        baby: Baby::Expected { due: date("2027-01-15") },
        planned: vec![planned("stay", "", "2027-02-01")],
        ..situation()
    };
    let (plan, _) = rules(&unborn, &programme);
    assert!(day(0, &unborn, &plan, now().date()).is_none());
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
                        let answer = day(0, &situation, &plan, now().date()).expect("an answer");
                        // What a facility asks is the same on every day.
                        let of_day = answer.doubts.iter().filter(|doubt| !matches!(doubt, DayDoubt::Unsettled(_)));
                        (of_day.map(self::doubt).collect::<Vec<_>>(), answer.instead)
                    };
                    let (doubts, instead) = on(chosen);
                    match instead {
                        Some(instead) => {
                            assert!(!doubts.is_empty());
                            assert_eq!(
                                on(instead).0,
                                Vec::<String>::new(),
                                "{id} {facility} {chosen} instead {instead}"
                            );
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
    let answer = day(0, &situation, &plan, now().date()).expect("an answer");
    assert!(matches!(answer.doubts[..], [DayDoubt::TooSoon(earliest)] if earliest.certainty == Certainty::About));
}
