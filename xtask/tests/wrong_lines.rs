//! Lines that can't be answered: each says where and what is right, and the others are still answered.

use serde_json::Value;

/// Answers to `lines`, and whether any could not be given.
fn answers(lines: &[&str]) -> (Vec<Value>, bool) {
    let programmes = xtask::rule_files::load().expect("the rule files load");
    let mut output = Vec::new();
    let wrong =
        xtask::plan::answer_lines(&programmes, lines.join("\n").as_bytes(), &mut output).expect("lines are answered");
    let text = String::from_utf8(output).expect("answers are UTF-8");
    (text.lines().map(|line| serde_json::from_str(line).expect("an answer is JSON")).collect(), wrong)
}

/// A line: the keys of `more` over a situation that is right.
fn line(more: &str) -> String {
    let mut situation = serde_json::json!({"municipality": "kita", "now": "2026-11-24T10:30", "birth": "2026-08-01"});
    let more: Value = serde_json::from_str(more).expect("more keys");
    for (key, value) in more.as_object().expect("an object") {
        match value {
            Value::Null => situation.as_object_mut().expect("an object").remove(key),
            value => situation.as_object_mut().expect("an object").insert(key.clone(), value.clone()),
        };
    }
    situation.to_string()
}

#[test]
fn each_wrong_line_says_where_and_what_is_right() {
    for (more, place, hint) in [
        (r#"{"colour": "red"}"#, "colour", "known are municipality"),
        (r#"{"municipality": "minato"}"#, "municipality", "kita"),
        (r#"{"municipality": null}"#, "municipality", "missing"),
        (r#"{"now": "2026-11-24"}"#, "now", "2026-11-24T10:30"),
        (r#"{"now": "2026-11-24T25:00"}"#, "now", "2026-11-24T10:30"),
        (r#"{"now": null}"#, "now", "missing"),
        (r#"{"birth": "2026-02-30"}"#, "birth", "a date in the calendar"),
        (r#"{"birth": "2026-2-3"}"#, "birth", "a date in the calendar"),
        (r#"{"birth": 20260801}"#, "birth", "in quotes"),
        (r#"{"birth": "2026-11-25"}"#, "birth", "future"),
        (r#"{"birth": "2024-11-23"}"#, "birth", "two years"),
        (r#"{"birth": null}"#, "due", "missing"),
        (r#"{"birth": null, "due": "2027-10-01"}"#, "due", "42 weeks"),
        (r#"{"birth": null, "due": "2026-09-01"}"#, "due", "4 weeks ago"),
        (r#"{"due": "2027-08-01"}"#, "due", "one pregnancy"),
        (r#"{"babies": 0}"#, "babies", "1 to 9"),
        (r#"{"babies": 10}"#, "babies", "1 to 9"),
        (r#"{"babies": 1.5}"#, "babies", "1 to 9"),
        (r#"{"babies": "2"}"#, "babies", "1 to 9"),
        (r#"{"household": "rich"}"#, "household", "tax_exempt"),
        (r#"{"medical_care": "yes"}"#, "medical_care", "ill_today"),
        (r#"{"applied": true}"#, "applied", "in quotes"),
        (r#"{"postal": "178"}"#, "postal", "7 digits"),
        (r#"{"used": {"service": "stay"}}"#, "used", "a list"),
        (r#"{"used": [3]}"#, "used[0]", "an object"),
        (r#"{"used": [{"service": "stay"}, {"service": "spa"}]}"#, "used[1].service", "stay, day, visit"),
        (r#"{"used": [{"service": "day", "nights": 2}]}"#, "used[0].nights", "stay"),
        (r#"{"used": [{"service": "day", "times": 0}]}"#, "used[0].times", "1 to 400"),
        (r#"{"used": [{"service": "day", "times": 400}, {"service": "day"}]}"#, "used", "400 at most"),
        (r#"{"used": [{"service": "stay", "nights": 0}]}"#, "used[0].nights", "1 to 30"),
        (r#"{"used": [{"service": "day", "date": "2026-11-30"}]}"#, "used[0].date", "known are service"),
        (r#"{"used": [{"service": "day", "cancelled_late": 1}]}"#, "used[0].cancelled_late", "true or false"),
        (r#"{"planned": [{"service": "day", "date": "2026-13-01"}]}"#, "planned[0].date", "a date in the calendar"),
        (r#"{"planned": [{"service": "day", "facility": "03-0000-0000"}]}"#, "planned[0].facility", "phone number"),
        (r#"{"planned": [{"service": "visit", "facility": "03-5963-3311"}]}"#, "planned[0].facility", "this service"),
        (r#"{"planned": [{"nights": 1}]}"#, "planned[0].service", "missing"),
    ] {
        let (answers, wrong) = answers(&[&line(more)]);
        assert!(wrong, "{more}");
        let error = &answers[0]["error"];
        assert_eq!(error["where"], place, "{more}: {error}");
        assert!(error["why"].as_str().is_some_and(|why| why.contains(hint)), "{more}: {error} should say {hint}");
    }
}

#[test]
fn what_is_no_json_object_says_so() {
    for text in ["{", "[]", "null", "3", "kita", "\"kita\"", "{\"now\": }", "\u{feff}{}"] {
        let (answers, wrong) = answers(&[text]);
        assert!(wrong);
        assert_eq!(answers[0]["error"]["where"], "json", "{text}");
    }
}

#[test]
fn right_lines_among_wrong_ones_are_answered_in_order() {
    let right = line("{}");
    let (answers, wrong) = answers(&["{", &right, &line(r#"{"babies": 0}"#), "", &right]);
    assert!(wrong);
    let places: Vec<_> = answers.iter().map(|answer| answer["error"]["where"].as_str().unwrap_or("answered")).collect();
    assert_eq!(places, ["json", "answered", "babies", "answered"]);
    assert_eq!(answers[1], answers[3]);
}

#[test]
fn lines_that_are_all_right_exit_well() {
    let (answers, wrong) = answers(&[&line("{}"), &line(r#"{"birth": "2024-11-24"}"#)]);
    assert!(!wrong);
    assert_eq!(answers.len(), 2);
}
