//! The house's rules, read from the code itself: dependencies point one way, the domain is pure, no town has code of its
//! own.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The modules of the rules, which are a crate of their own, in reading order.
const RULES: [&str; 6] = ["domain", "programmes", "towns", "interview", "planner", "reading"];
/// The modules of the app around them.
const APP: [&str; 4] = ["words", "app", "browser", "ui"];

/// The folder of a module.
fn source(module: &str) -> PathBuf {
    let package = if RULES.contains(&module) { root().join("crates/rules") } else { root().to_owned() };
    package.join("src").join(module)
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
    code_of(&source(module)).iter().flat_map(found).collect()
}

#[test]
fn domain_and_app_know_no_clock_store_json_or_browser() {
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
    for module in ["domain", "app"] {
        assert_eq!(breaches(module, &impure), Vec::<String>::new());
    }
}

#[test]
fn dependencies_point_one_way() {
    for (module, later) in [
        ("domain", &["programmes", "towns", "interview", "planner", "reading"][..]),
        ("towns", &["domain", "programmes", "interview", "planner", "reading"]),
        ("programmes", &["towns", "interview", "planner", "reading"]),
        ("interview", &["programmes", "towns", "planner", "reading"]),
        ("planner", &["programmes", "towns", "reading"]),
        ("reading", &["programmes", "towns"]),
        ("words", &["programmes", "app", "browser", "ui"]),
        ("app", &["programmes", "planner", "reading", "words", "browser", "ui"]),
        ("browser", &["ui", "words"]),
    ] {
        let paths = later.iter().flat_map(|later| [format!("crate::{later}"), format!("rules::{later}")]);
        let paths: Vec<String> = paths.collect();
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        assert_eq!(breaches(module, &paths), Vec::<String>::new(), "{module} uses a later module");
    }
}

#[test]
fn no_town_has_code_of_its_own() {
    let towns: Vec<String> = fs::read_dir(root().join("src/programmes"))
        .expect("the rule files")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok()?.strip_suffix(".toml").map(str::to_owned))
        .collect();
    assert!(!towns.is_empty());
    let quoted: Vec<String> = towns.iter().map(|town| format!("\"{town}\"")).collect();
    let quoted: Vec<&str> = quoted.iter().map(String::as_str).collect();
    for module in RULES.into_iter().chain(APP) {
        // A test module inside a file may name a town; code may not.
        let found: Vec<String> = code_of(&source(module))
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
    let lints = [
        "clippy::allow_attributes_without_reason",
        "clippy::arithmetic_side_effects",
        "clippy::expect_used",
        "clippy::indexing_slicing",
        "clippy::panic",
        "clippy::string_slice",
        "clippy::unreachable",
        "clippy::unwrap_used",
    ];
    for library in ["src/lib.rs", "crates/rules/src/lib.rs"] {
        let code = read(library);
        let (_, denied) = code.split_once("deny(").expect("lints that are denied");
        let denied: Vec<&str> = denied.split(')').next().expect("a list").split([',', '\n']).map(str::trim).collect();
        for lint in lints {
            assert!(denied.contains(&lint), "{library}: {lint} is not denied");
        }
    }
}

/// What the compiler holds for as long as the crate of the rules asks for none of these.
#[test]
fn the_rules_know_no_screen_and_no_browser() {
    let manifest = read("crates/rules/Cargo.toml");
    for package in ["leptos", "web-sys", "js-sys", "wasm-bindgen", "gloo", "sango-navi"] {
        assert!(!manifest.contains(package), "the rules ask for {package}");
    }
    let app = read("src/lib.rs");
    for module in RULES {
        assert!(!app.contains(&format!("mod {module}")), "{module} stands in the app");
    }
}

fn read(document: &str) -> String {
    fs::read_to_string(root().join(document)).expect("a document")
}

/// Every name of a test in a text: in backticks, with `_*` for all engines that it is made for.
fn names_in(text: &str) -> Vec<String> {
    let quoted = text.split('`').skip(1).step_by(2);
    let is_name = |name: &&str| {
        name.matches('_').count() > 1 && name.bytes().all(|b| b.is_ascii_lowercase() || b"_*".contains(&b))
    };
    quoted.filter(is_name).map(str::to_owned).collect()
}

/// A test that is made for each of some engines.
struct Made {
    name: String,
    engines: Vec<String>,
}

/// The name of the function that comes next.
fn function(code: &str) -> Option<String> {
    Some(code.split_once("fn ")?.1.split_once('(')?.0.to_owned())
}

/// The tests in the code that are made for each of some engines.
fn made_in(code: &str) -> Vec<Made> {
    let attributes = code.split("#[browser_test(").skip(1).filter_map(|rest| rest.split_once(")]"));
    let made = attributes.filter_map(|(engines, rest)| Some(Made { name: function(rest)?, engines: listed(engines) }));
    made.collect()
}

/// The names of all tests in the code: those that stand there, and those that are made for each engine.
fn tests_in(code: &str) -> Vec<String> {
    let plain = code.split("#[test]").chain(code.split("#[browser_test]")).skip(1).filter_map(function);
    let made = made_in(code).into_iter().flat_map(|Made { name, engines }| {
        engines.into_iter().map(move |engine| format!("{name}_in_{}", engine.to_lowercase()))
    });
    plain.chain(made).collect()
}

fn listed(text: &str) -> Vec<String> {
    text.split(", ").map(str::to_owned).collect()
}

/// The code of all tests, and what stands beside them.
fn code_of_tests() -> Vec<String> {
    let folders = ["crates", "src", "tests", "xtask/tests", "xtask/src"];
    let files = folders.iter().flat_map(|folder| code_of(&root().join(folder)));
    files.map(|(_, code)| code).collect()
}

#[test]
fn every_fault_has_its_test() {
    let tests: Vec<String> = code_of_tests().iter().flat_map(|code| tests_in(code)).collect();
    for document in ["docs/faults.md", "docs/field-reports.md", "SECURITY.md", "docs/hosting.md"] {
        let names = names_in(&read(document));
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

#[test]
fn every_report_names_what_holds_it() {
    let document = "docs/field-reports.md";
    let rows = rows(document, 3);
    assert!(rows.len() > 20, "{document}: {} rows", rows.len());
    for row in rows {
        assert!(row.last().is_some_and(|held| !names_in(held).is_empty()), "{document}: no test in {row:?}");
    }
}

const ENGINES: [&str; 3] = ["Chromium", "Firefox", "WebKit"];

/// The rows of a document's tables of this many columns, heads left out.
fn rows(document: &str, columns: usize) -> Vec<Vec<String>> {
    let cells = |line: &str| {
        let line = line.strip_prefix("| ")?.strip_suffix(" |")?;
        Some(line.split(" | ").map(str::to_owned).collect::<Vec<_>>())
    };
    let text = read(document);
    let lines: Vec<&str> = text.lines().chain([""]).collect();
    let bodies = lines.windows(2).filter(|pair| !pair[1].starts_with("|---"));
    bodies.filter_map(|pair| cells(pair[0])).filter(|cells| cells.len() == columns).collect()
}

/// The engines of a fault are those that its tests are made for, and each engine that is left out is left out for a reason.
#[test]
fn every_fault_is_met_in_the_engines_that_it_names() {
    let document = "docs/faults.md";
    let made: Vec<Made> = code_of_tests().iter().flat_map(|code| made_in(code)).collect();
    let (mut missing, mut tests) = (BTreeSet::new(), 0);
    for row in rows(document, 4) {
        let [fault, _, named, engines] = row.as_slice() else { unreachable!() };
        let engines = if engines == "all" { ENGINES.map(str::to_owned).to_vec() } else { listed(engines) };
        let names = names_in(named);
        assert!(!names.is_empty(), "{document}, {fault}: no test");
        for name in names {
            let test = made.iter().find(|made| name == format!("{}_*", made.name));
            let test = test.unwrap_or_else(|| panic!("{document}, {fault}: no test `{name}` names its engines"));
            assert_eq!(test.engines, engines, "{document}, {fault}: `{name}` is made for others");
            let left_out = ENGINES.into_iter().filter(|engine| !engines.iter().any(|named| named == engine));
            missing.extend(left_out.map(|engine| (engine.to_owned(), name.clone())));
            tests += 1;
        }
    }
    assert!(tests > 30, "{document}: {tests} tests");
    let reasons = rows(document, 3).into_iter().flat_map(|row| {
        let [engine, _why, names] = row.as_slice() else { unreachable!() };
        names_in(names).into_iter().map(|name| (engine.clone(), name)).collect::<Vec<_>>()
    });
    assert_eq!(reasons.collect::<BTreeSet<_>>(), missing, "{document}: engines that are left out");
}

/// The files of the rules that a file of them uses, by what its `use` lines and paths name.
///
/// A module that only gives its files' names on is looked through: what is used is the file in which a name stands.
struct Uses {
    files: Vec<PathBuf>,
    code: Vec<String>,
}

impl Uses {
    fn of(folder: &Path) -> Uses {
        let (files, code) = code_of(folder).into_iter().unzip();
        Uses { files, code }
    }

    /// The file that defines `name` among those of the module `path`, or the module's own.
    fn file_of(&self, path: &Path, name: &str) -> Option<usize> {
        let own = [path.with_extension("rs"), path.join("mod.rs")];
        let defines = |file: &usize| {
            let kinds = ["fn", "struct", "enum", "type", "const", "trait", "mod"];
            let line = |kind: &str| ["(", "<", " ", ":", ";"].map(|end| format!("pub {kind} {name}{end}"));
            let visible = self.code[*file].replace("pub(super) ", "pub ").replace("pub(crate) ", "pub ");
            kinds.iter().flat_map(|kind| line(kind)).any(|line| visible.contains(&line))
        };
        let below = (0..self.files.len()).filter(|file| self.files[*file].starts_with(path));
        let own = (0..self.files.len()).find(|file| own.contains(&self.files[*file]));
        own.filter(defines).or_else(|| below.into_iter().find(defines)).or(own)
    }

    /// The places in [`Uses::files`] of those that `file` uses.
    fn used_by(&self, file: usize, source: &Path) -> BTreeSet<usize> {
        let path = &self.files[file];
        let module = if path.ends_with("mod.rs") {
            path.parent().expect("a folder").to_owned()
        } else {
            path.with_extension("")
        };
        let code = self.code[file].split("#[cfg(test)]").next().unwrap_or_default();
        let mut used = BTreeSet::new();
        for (base, rest) in [("crate::", source.to_owned()), ("super::", module.parent().expect("a folder").to_owned())]
        {
            // Of `super::super::` the first says all.
            let begins = code.match_indices(base).filter(|(at, _)| !code[..*at].ends_with("super::"));
            for mut named in begins.map(|(at, base)| &code[at + base.len()..]) {
                let mut place = rest.clone();
                while let Some(rest) = named.strip_prefix("super::") {
                    place.pop();
                    named = rest;
                }
                let end =
                    named.find(|sign: char| !(sign.is_alphanumeric() || "_:".contains(sign))).unwrap_or(named.len());
                let (segments, after) = named.split_at(end);
                let mut segments: Vec<&str> = segments.split("::").filter(|segment| !segment.is_empty()).collect();
                let names: Vec<&str> = match after.strip_prefix('{').and_then(|list| list.split_once('}')) {
                    Some((list, _)) => list.split(',').map(str::trim).filter(|name| !name.is_empty()).collect(),
                    None => segments.pop().into_iter().collect(),
                };
                for segment in segments.iter().take_while(|segment| segment.starts_with(char::is_lowercase)) {
                    place.push(segment);
                }
                let is_module = place.is_dir() || place.with_extension("rs").is_file();
                for name in names.into_iter().filter(|_| is_module) {
                    let deeper = place.join(name);
                    let found = match deeper.is_dir() || deeper.with_extension("rs").is_file() {
                        true => self.file_of(&deeper, ""),
                        false => self.file_of(&place, name.split(' ').next().unwrap_or(name)),
                    };
                    used.extend(found);
                }
            }
        }
        // What a module's own files are called for, beside being given on.
        let given_on = |line: &&str| !["use ", "mod "].iter().any(|word| line.contains(word));
        let calls: Vec<&str> = code.lines().filter(given_on).collect();
        for child in code.lines().filter_map(|line| line.split_once("mod ")?.1.strip_suffix(';')) {
            let names = |line: &&str| {
                line.split(|sign: char| !(sign.is_alphanumeric() || sign == '_')).any(|word| word == child)
            };
            if calls.iter().any(|line| line.contains(&format!("{child}::")) && names(line)) {
                used.extend(self.file_of(&module.join(child), ""));
            }
        }
        used.remove(&file);
        used
    }
}

/// No file of the rules uses one that uses it, by however many others between.
#[test]
fn no_files_of_the_rules_go_in_a_circle() {
    let source = root().join("crates/rules/src");
    let uses = Uses::of(&source);
    // A module that gives its files' names on is none of them.
    let is_file = |place: &usize| !uses.files[*place].ends_with("lib.rs");
    let graph: Vec<BTreeSet<usize>> = (0..uses.files.len()).map(|file| uses.used_by(file, &source)).collect();
    assert!(graph.iter().map(BTreeSet::len).sum::<usize>() > 150, "hardly any use was found");
    let mut circles = Vec::new();
    for start in (0..graph.len()).filter(is_file) {
        let (mut reached, mut open) = (BTreeSet::new(), graph[start].iter().copied().collect::<Vec<_>>());
        while let Some(file) = open.pop() {
            if reached.insert(file) {
                open.extend(&graph[file]);
            }
        }
        if reached.contains(&start) {
            circles.push(uses.files[start].strip_prefix(&source).expect("below").display().to_string());
        }
    }
    assert_eq!(circles, Vec::<String>::new());
}
