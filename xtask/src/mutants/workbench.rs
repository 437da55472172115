//! The rules and their tests as one small package: without the app and its framework, so that a change compiles in
//! seconds, and away from the sources, so that none is ever left changed.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::workspace;

/// The modules of the rules.
const RULES: &[&str] = &["domain", "programmes", "towns", "interview", "planner", "reading"];
/// The app's modules that need no browser.
const APP: &[&str] = &["words", "app"];
/// The commands' modules that need none: answering situation lines, and making towns and mothers.
const COMMANDS: &[&str] = &["ceilings", "fuzz", "options", "plan", "rule_files", "workspace"];
/// Their tests.
const TESTS: &[&str] = &[
    "crates/rules/tests/answers.rs",
    "crates/rules/tests/calendar.rs",
    "crates/rules/tests/deadlines.rs",
    "crates/rules/tests/fixture_towns.rs",
    "crates/rules/tests/holidays.rs",
    "crates/rules/tests/interview.rs",
    "crates/rules/tests/phones.rs",
    "crates/rules/tests/programmes.rs",
    "crates/rules/tests/quota.rs",
    "crates/rules/tests/reading.rs",
    "crates/rules/tests/sweeps/main.rs",
    "crates/rules/tests/tariff.rs",
    "crates/rules/tests/values.rs",
    "tests/app.rs",
    "tests/plan/main.rs",
    "tests/planner/main.rs",
    "tests/seen.rs",
    "xtask/tests/cases.rs",
    "xtask/tests/corpus.rs",
    "xtask/tests/properties.rs",
    "xtask/tests/unknowns.rs",
    "xtask/tests/wrong_lines.rs",
];
/// What the tests read beside the rule files.
const DATA: &[&str] = &["broken_rules", "cases", "corpus", "fixture_towns", "second_opinion"];
/// What all of these need.
const PACKAGES: &[&str] =
    &["anyhow", "chrono", "postcard", "proptest", "schemars", "serde", "serde_json", "serde_path_to_error", "toml"];

/// Tests that take long: they are asked only where no other test notices.
pub(super) const SLOW: &[&str] = &[
    "tests_phones::",
    "tests_sweeps::",
    "tests_interview::births_on_the_29th_to_31st_are_asked_to_their_last_day",
    "tests_planner::day::the_day_instead_is_a_possible_one",
    "tests_programmes::cut_off_bytes_are_refused",
    "tests_programmes::changed_bytes_are_refused",
    "tests_corpus::",
    "tests_unknowns::",
];
/// For tests that run no longer than a change takes to compile.
pub(super) const QUICK_PROFILE: &str = "dev";
/// For tests that run longer.
pub(super) const SLOW_PROFILE: &str = "optimised";

/// Writes the package anew, keeping what an earlier run compiled, and returns its folder.
pub(super) fn lay_out() -> Result<PathBuf> {
    let root = workspace::root();
    let bench = root.join("target/mutants/workbench");
    // As deep as the crate of the rules, whose tests look for what they read from there.
    let package = bench.join("crates/rules");
    let places = [bench.clone(), bench.join("crates"), package.clone()];
    for old in places.iter().flat_map(|place| [place.join("src"), place.join("tests")]) {
        if old.exists() {
            fs::remove_dir_all(&old).with_context(|| format!("clearing {}", old.display()))?;
        }
    }
    for (modules, here) in [(RULES, root.join("crates/rules/src")), (APP, root.join("src"))] {
        for module in modules {
            copy(&here.join(module), &package.join("src").join(module))?;
        }
    }
    for module in COMMANDS {
        let here = root.join("xtask/src");
        match here.join(module).is_dir() {
            true => copy(&here.join(module), &package.join("src").join(module))?,
            false => copy(&here.join(format!("{module}.rs")), &package.join(format!("src/{module}.rs")))?,
        }
    }
    for test in TESTS {
        let (test, copied) = (root.join(test), package.join("tests").join(name(test)));
        match test.parent().filter(|_| test.ends_with("main.rs")) {
            Some(folder) => copy(folder, &copied)?,
            None => copy(&test, &copied.with_extension("rs"))?,
        }
    }
    // The tests of the rules look for these two folders up, the commands one, the app's in the package itself.
    for place in &places {
        copy(&root.join("src/programmes"), &place.join("src/programmes"))?;
        for folder in DATA {
            copy(&root.join("tests").join(folder), &place.join("tests").join(folder))?;
        }
    }
    for file in [".cargo/mutants.toml", "Cargo.lock"] {
        copy(&root.join(file), &package.join(file))?;
    }
    write(&package.join("src/lib.rs"), library())?;
    write(&package.join("Cargo.toml"), manifest(&root)?)?;
    Ok(package)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if from.is_dir() {
        for entry in fs::read_dir(from).with_context(|| format!("reading {}", from.display()))? {
            let entry = entry?;
            copy(&entry.path(), &to.join(entry.file_name()))?;
        }
        return Ok(());
    }
    let text = fs::read(from).with_context(|| format!("reading {}", from.display()))?;
    write(to, &text)
}

fn write(path: &Path, text: impl AsRef<[u8]>) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    fs::write(path, text).with_context(|| format!("writing {}", path.display()))
}

/// What a test is called: a file, or a folder with a `main.rs`.
fn name(test: &str) -> &str {
    let test = test.trim_end_matches("/main.rs").trim_end_matches(".rs");
    test.rsplit('/').next().unwrap_or(test)
}

/// One crate under the names of all three, its tests inside it: a change makes one thing to compile.
fn library() -> String {
    let modules = RULES.iter().chain(APP).chain(COMMANDS).map(|module| format!("pub mod {module};\n"));
    let tests = TESTS.iter().map(|test| {
        let name = name(test);
        let file = if test.ends_with("/main.rs") { format!("{name}/main") } else { name.to_owned() };
        format!("#[cfg(test)]\n#[path = \"../tests/{file}.rs\"]\nmod tests_{name};\n")
    });
    let names =
        ["extern crate self as rules;\nextern crate self as sango_navi;\nextern crate self as xtask;\n".to_owned()];
    names.into_iter().chain(modules).chain(tests).collect()
}

fn manifest(root: &Path) -> Result<String> {
    let mut dependencies = Vec::new();
    for manifest in ["Cargo.toml", "crates/rules/Cargo.toml", "xtask/Cargo.toml"] {
        let text = fs::read_to_string(root.join(manifest)).with_context(|| format!("reading {manifest}"))?;
        for line in text.lines() {
            let named = line.split_once(" = ").filter(|(name, _)| PACKAGES.contains(name));
            // Of two lines the commands' holds: it asks for more.
            if let Some((name, _)) = named {
                dependencies.retain(|known: &(String, String)| known.0 != name);
                dependencies.push((name.to_owned(), format!("{line}\n")));
            }
        }
    }
    let dependencies: String = dependencies.into_iter().map(|(_, line)| line).collect();
    Ok(format!(
        "[workspace]\n\n[package]\nname = \"sango-navi\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\
         autotests = false\n\n[lib]\ndoctest = false\n\n[dependencies]\n{dependencies}\n\
         [profile.dev]\ndebug = false\nopt-level = 0\n\n[profile.dev.package.\"*\"]\nopt-level = 1\n\n\
         [profile.{SLOW_PROFILE}]\ninherits = \"dev\"\nopt-level = 1\n"
    ))
}
