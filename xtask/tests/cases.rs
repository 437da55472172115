//! Worked cases: a situation a line, what the plan must say, and the derivation (`tests/cases/*.jsonl`).

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

/// The plans of `lines`, as `cargo xtask plan` prints them.
fn answers(lines: &str) -> Vec<Value> {
    let programmes = xtask::rule_files::load().expect("the rule files load");
    let mut output = Vec::new();
    xtask::plan::answer_lines(&programmes, lines.as_bytes(), &mut output).expect("lines are answered");
    let text = String::from_utf8(output).expect("answers are UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("an answer is JSON")).collect()
}

/// The values that a path like `facilities[tel=03-5963-3311,service=stay].status` picks; every list entry that fits.
fn pick<'a>(plan: &'a Value, path: &str) -> Vec<&'a Value> {
    let mut picked = vec![plan];
    for step in split(path) {
        let (key, selector) = match step.split_once('[') {
            Some((key, rest)) => (key, Some(rest.trim_end_matches(']'))),
            None => (step, None),
        };
        picked = picked.into_iter().map(|value| value.get(key).unwrap_or(&Value::Null)).collect();
        if let Some(selector) = selector {
            let entries = picked.into_iter().flat_map(|list| list.as_array().into_iter().flatten());
            picked = entries.filter(|entry| fits(entry, selector)).collect();
        }
    }
    picked
}

/// The steps of a path: dots inside brackets do not part it.
fn split(path: &str) -> Vec<&str> {
    let (mut steps, mut start, mut depth) = (Vec::new(), 0, 0);
    for (index, character) in path.char_indices() {
        match character {
            '[' => depth += 1,
            ']' => depth -= 1,
            '.' if depth == 0 => {
                steps.push(&path[start..index]);
                start = index + 1;
            }
            _ => {}
        }
    }
    steps.push(&path[start..]);
    steps
}

fn fits(entry: &Value, selector: &str) -> bool {
    selector.split(',').filter(|pair| !pair.is_empty()).all(|pair| {
        let (key, wanted) = pair.split_once('=').unwrap_or_else(|| panic!("a selector like key=value, found {pair}"));
        match &entry[key] {
            Value::String(text) => text == wanted,
            other => wanted.parse::<Value>().is_ok_and(|wanted| wanted == *other),
        }
    })
}

fn holds(found: &Value, expected: &Value) -> bool {
    match expected.get("any_of").and_then(Value::as_array) {
        Some(several) => several.contains(found),
        None => found == expected,
    }
}

/// What is wrong with a case, if anything.
fn verdict(case: &Value, plan: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    for pair in case["expect"].as_array().expect("expect is a list") {
        let (path, expected) = (pair[0].as_str().expect("a path"), &pair[1]);
        if let Some(path) = path.strip_prefix("count:") {
            let count = Value::from(pick(plan, path).len());
            if !holds(&count, expected) {
                wrong.push(format!("{} count:{path}: {count}, expected {expected}", case["id"]));
            }
            continue;
        }
        let picked = pick(plan, path);
        if picked.is_empty() {
            wrong.push(format!("{} {path}: nothing there, expected {expected}", case["id"]));
        }
        for found in picked.into_iter().filter(|found| !holds(found, expected)) {
            wrong.push(format!("{} {path}: {found}, expected {expected} — {}", case["id"], case["why"]));
        }
    }
    wrong
}

#[test]
fn every_case_holds() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/cases");
    let mut files: Vec<_> =
        fs::read_dir(&folder).expect("the cases").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    let (mut cases, mut wrong) = (0, Vec::new());
    for file in files {
        let text = fs::read_to_string(&file).expect("a case file is text");
        let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("a case is JSON")).collect();
        let situations: String = lines.iter().map(|case| format!("{}\n", case["situation"])).collect();
        let plans = answers(&situations);
        assert_eq!(plans.len(), lines.len(), "one answer a line");
        cases += lines.len();
        wrong.extend(lines.iter().zip(&plans).flat_map(|(case, plan)| verdict(case, plan)));
    }
    assert!(cases >= 158, "the cases are there, found {cases}");
    assert!(wrong.is_empty(), "{} of {cases} cases fail:\n{}", wrong.len(), wrong.join("\n"));
}
