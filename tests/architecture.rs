//! The house's rules, read from the code itself: dependencies point one way, the domain is pure, no town has code of its
//! own.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every Rust file below a folder, with its code: comments and blank lines left out.
fn code_of(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(code_of(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("a source file is text");
            let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            files.push((path.clone(), code.collect::<Vec<_>>().join("\n")));
        }
    }
    files
}

/// Where any of `words` stands in the code of a module.
fn breaches(module: &str, words: &[&str]) -> Vec<String> {
    let found = |(path, code): &(PathBuf, String)| {
        let found = words.iter().filter(|word| code.contains(**word));
        found.map(|word| format!("{}: {word}", path.display())).collect::<Vec<_>>()
    };
    code_of(&source().join(module)).iter().flat_map(found).collect()
}

#[test]
fn the_domain_knows_no_clock_store_json_or_browser() {
    let impure = [
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "gloo",
        "leptos",
        "serde_json",
        "postcard",
        "toml::",
        "std::time",
        "std::fs",
        "std::env",
        "Utc",
        "Local::",
        "SystemTime",
        "Instant",
        "thread_local",
        "static mut",
        "println!",
    ];
    assert_eq!(breaches("domain", &impure), Vec::<String>::new());
}

#[test]
fn dependencies_point_one_way() {
    for (module, later) in [
        ("domain", &["programmes", "interview", "planner", "words", "browser", "ui"][..]),
        ("towns", &["programmes", "interview", "planner", "words", "browser", "ui"]),
        ("programmes", &["interview", "planner", "words", "browser", "ui"]),
        ("interview", &["programmes", "planner", "words", "browser", "ui"]),
        ("planner", &["programmes", "words", "browser", "ui"]),
        ("words", &["programmes", "browser", "ui"]),
        ("browser", &["ui", "words"]),
    ] {
        let paths: Vec<String> = later.iter().map(|later| format!("crate::{later}")).collect();
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        assert_eq!(breaches(module, &paths), Vec::<String>::new(), "{module} uses a later module");
    }
}

#[test]
fn no_town_has_code_of_its_own() {
    let towns: Vec<String> = fs::read_dir(source().join("programmes"))
        .expect("the rule files")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok()?.strip_suffix(".toml").map(str::to_owned))
        .collect();
    assert!(!towns.is_empty());
    let quoted: Vec<String> = towns.iter().map(|town| format!("\"{town}\"")).collect();
    let quoted: Vec<&str> = quoted.iter().map(String::as_str).collect();
    for module in ["domain", "programmes", "interview", "planner", "words", "browser", "ui"] {
        // A test module inside a file may name a town; code may not.
        let found: Vec<String> = code_of(&source().join(module))
            .iter()
            .map(|(path, code)| (path, code.split("#[cfg(test)]").next().unwrap_or_default()))
            .filter(|(path, _)| !path.ends_with("tests.rs"))
            .filter(|(_, code)| quoted.iter().any(|town| code.contains(town)))
            .map(|(path, _)| path.display().to_string())
            .collect();
        assert_eq!(found, Vec::<String>::new(), "{module} names a town");
    }
}

#[test]
fn nothing_in_the_library_panics_by_itself() {
    let code = fs::read_to_string(source().join("lib.rs")).expect("the library");
    let (_, denied) = code.split_once("deny(").expect("lints that are denied");
    let denied: Vec<&str> = denied.split(')').next().expect("a list").split([',', '\n']).map(str::trim).collect();
    for lint in [
        "clippy::allow_attributes_without_reason",
        "clippy::arithmetic_side_effects",
        "clippy::expect_used",
        "clippy::indexing_slicing",
        "clippy::panic",
        "clippy::string_slice",
        "clippy::unreachable",
        "clippy::unwrap_used",
    ] {
        assert!(denied.contains(&lint), "{lint} is not denied");
    }
}

/// Every name of a test that a document names: in backticks, with `_*` for all engines.
fn named_tests(document: &str) -> Vec<String> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(document)).expect("a document");
    let quoted = text.split('`').skip(1).step_by(2);
    let is_name = |name: &&str| {
        name.matches('_').count() > 1 && name.bytes().all(|b| b.is_ascii_lowercase() || b"_*".contains(&b))
    };
    quoted.filter(is_name).map(str::to_owned).collect()
}

/// The names of all tests in the code: those that stand there, and those that are made for each engine.
fn tests_in(code: &str) -> Vec<String> {
    let named = |code: &str| Some(code.split_once("fn ")?.1.split_once('(')?.0.to_owned());
    let plain = code.split("#[test]").chain(code.split("#[browser_test]")).skip(1).filter_map(named);
    let made =
        code.split("#[browser_test(").skip(1).filter_map(|rest| rest.split_once(")]")).flat_map(|(engines, rest)| {
            let name = named(rest).unwrap_or_default();
            engines.split(", ").map(move |engine| format!("{name}_in_{}", engine.to_lowercase())).collect::<Vec<_>>()
        });
    plain.chain(made).collect()
}

#[test]
fn every_fault_has_its_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tests: Vec<String> = ["tests", "xtask/tests", "xtask/src"]
        .iter()
        .flat_map(|folder| code_of(&root.join(folder)))
        .flat_map(|(_, code)| tests_in(&code))
        .collect();
    for document in ["docs/faults.md", "SECURITY.md", "docs/hosting.md"] {
        let names = named_tests(document);
        assert!(!names.is_empty(), "{document} names no test");
        for name in names {
            let is_there = match name.strip_suffix('*') {
                Some(start) => tests.iter().any(|test| test.starts_with(&format!("{start}in_"))),
                None => tests.contains(&name),
            };
            assert!(is_there, "{document}: there is no test `{name}`");
        }
    }
}
