//! Nothing is unknown without a word: each `null` in a plan has a note that says what is unknown and whom to ask.

use serde_json::{Value, json};

const HOUSEHOLDS: [&str; 4] = ["general", "tax_exempt", "public_assistance", "unknown"];
const BIRTHS: [&str; 5] = ["2026-11-20", "2026-08-31", "2026-06-01", "2026-02-28", "2025-11-24"];
/// A Tuesday morning, a public holiday, the year's end.
const MOMENTS: [&str; 3] = ["2026-11-24T10:30", "2026-11-23T10:30", "2026-12-31T10:30"];

/// Every town, household, day of birth, one and two babies, with something planned; and one not born.
fn situations() -> Vec<Value> {
    let mut situations = Vec::new();
    for town in ["kita", "asahikawa", "nerima", "nakano"] {
        for now in MOMENTS {
            for household in HOUSEHOLDS {
                for babies in [1, 2] {
                    let base = json!({"municipality": town, "now": now, "household": household, "babies": babies});
                    for birth in BIRTHS {
                        for planned in [
                            json!([{"service": "stay", "nights": 2}, {"service": "day"}]),
                            json!([{"service": "visit"}]),
                        ] {
                            let mut situation = base.clone();
                            situation["birth"] = json!(birth);
                            situation["planned"] = planned;
                            situations.push(situation);
                        }
                    }
                    let mut unborn = base;
                    unborn["due"] = json!("2027-01-10");
                    situations.push(unborn);
                }
            }
        }
    }
    situations
}

/// What is `null` in a plan, each with the notes any of which explains it.
fn unknowns(plan: &Value) -> Vec<(String, Vec<String>)> {
    let of = |service: &Value, names: &[&str]| -> Vec<String> {
        names.iter().map(|name| format!("{name}.{}", service.as_str().expect("a service"))).collect()
    };
    let mut unknowns = Vec::new();
    for service in plan["services"].as_array().expect("services") {
        let name = &service["service"];
        if matches!(service["status"].as_str(), Some("within" | "confirm")) {
            for day in ["sure_until", "possible_until"] {
                if service[day].is_null() {
                    unknowns.push((format!("{name} {day}"), of(name, &["limit_unprinted"])));
                }
            }
        }
        if service["limit"].is_null() {
            unknowns.push((format!("{name} limit"), of(name, &["quota_unprinted"])));
        }
        if service["price"]["yen"].is_null() && service["status"] != "outside" {
            let mut notes = of(name, &["price_unknown"]);
            notes.push("household_unknown".to_owned());
            unknowns.push((format!("{name} price"), notes));
        }
    }
    for facility in plan["facilities"].as_array().expect("facilities") {
        if facility["status"] == "outside" {
            continue;
        }
        if facility["tel"].is_null() {
            unknowns.push((format!("{} tel", facility["name"]), vec!["tel_unprinted".to_owned()]));
        } else if facility["changes_at"].is_null() && facility["phone_now"] == "confirm" {
            unknowns.push((format!("{} hours", facility["name"]), vec!["hours_unprinted".to_owned()]));
        }
    }
    let cost = &plan["cost"];
    if !cost.is_null() && cost["yen"].is_null() {
        let mut notes: Vec<String> =
            ["stay", "day", "visit"].iter().map(|service| format!("price_unknown.{service}")).collect();
        notes.push("household_unknown".to_owned());
        unknowns.push(("cost".to_owned(), notes));
    }
    if !plan["quota"].is_null() && plan["quota"]["within_limit"].is_null() {
        let notes = ["stay_count_unprinted", "quota_unprinted.stay", "quota_unprinted.day", "quota_unprinted.visit"];
        unknowns.push(("quota".to_owned(), notes.map(str::to_owned).to_vec()));
    }
    unknowns
}

#[test]
fn every_unknown_has_a_note() {
    let programmes = xtask::rule_files::load().expect("the rule files load");
    let situations = situations();
    let lines: Vec<String> = situations.iter().map(ToString::to_string).collect();
    let mut output = Vec::new();
    xtask::plan::answer_lines(&programmes, lines.join("\n").as_bytes(), &mut output).expect("lines are answered");
    let text = String::from_utf8(output).expect("answers are UTF-8");
    let (mut found, mut unsaid) = (0, Vec::new());
    for (situation, line) in situations.iter().zip(text.lines()) {
        let plan: Value = serde_json::from_str(line).expect("an answer is JSON");
        let notes = plan["notes"].as_array().expect("notes");
        for (what, explained_by) in unknowns(&plan) {
            found += 1;
            let note = notes.iter().find(|note| explained_by.iter().any(|id| note["id"] == id.as_str()));
            let asks = |note: &Value| {
                let text = note["text"].as_str().unwrap_or_default();
                ["聞", "確", "電話", "保健", "センター"].iter().any(|word| text.contains(word))
            };
            if !note.is_some_and(asks) {
                unsaid.push(format!("{situation}: {what}, none of {explained_by:?} says whom to ask"));
            }
        }
    }
    assert!(found > 1_000, "the situations hold unknowns: {found}");
    assert!(unsaid.is_empty(), "{} of {found}:\n{}", unsaid.len(), unsaid[..unsaid.len().min(20)].join("\n"));
}
