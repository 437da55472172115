//! `cargo xtask scale`: the site of a Japan in which every municipality has its rule file, and what the first result
//! weighs in it.

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use sango_navi::towns::Index;

use crate::base::Base;
use crate::serve::encoding::Effort;
use crate::sizes::{Sizes, brotli};
use crate::{build, rule_files, site, workspace};

/// By how many bytes the first result may differ, after brotli.
const DIFFERENCE: usize = 1_000;
/// How long the whole build may take, in seconds.
const SECONDS: u64 = 300;
/// How heavy the directory of all municipalities may be, after brotli.
const DIRECTORY: usize = 60_000;

/// The largest programme: the others are generated after it.
const MODEL: &str = "kita.toml";

/// Runs `cargo xtask scale`: builds the site, generates a rule file for every municipality that has none, makes the site
/// of them all and compares.
///
/// # Errors
///
/// When a site can't be built. A difference that is too great is shown, and the exit code says so.
pub fn run(arguments: &[String]) -> Result<ExitCode> {
    if let Some(unknown) = arguments.first() {
        bail!("scale takes no arguments, found `{unknown}`");
    }
    let start = Instant::now();
    let few = build::site(&Base::default())?;
    let directory = workspace::scratch().join("scale");
    let _ = fs::remove_dir_all(&directory);
    let (files, pages) = (directory.join("programmes"), directory.join("dist"));
    let count = generate(&files)?;
    site::assemble(&site::bundle(), &files, &Base::default(), &pages)?;
    let seconds = start.elapsed().as_secs();
    let many = Sizes::measure(&pages)?;
    let index = directory_weight(&pages)?;
    println!("{few}\nwith {count} generated rule files more:\n\n{many}");
    let difference = few.first_result().abs_diff(many.first_result());
    println!("first result: {difference} bytes of difference, of {DIFFERENCE} allowed");
    println!("directory of all municipalities: {index} bytes, of {DIRECTORY} allowed");
    println!("whole build: {seconds} s, of {SECONDS} allowed");
    let right = difference <= DIFFERENCE && index <= DIRECTORY && seconds <= SECONDS;
    Ok(if right { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Writes the bundled rule files and a generated one for each other municipality; how many were generated.
fn generate(into: &Path) -> Result<usize> {
    fs::create_dir_all(into).with_context(|| format!("making {}", into.display()))?;
    let bundled = rule_files::load()?;
    for programme in &bundled {
        let file = format!("{}.toml", programme.id);
        fs::copy(rule_files::folder().join(&file), into.join(&file)).with_context(|| format!("copying {file}"))?;
    }
    let model = rule_files::folder().join(MODEL);
    let model = fs::read_to_string(&model).with_context(|| format!("reading {}", model.display()))?;
    let index = Index::decode(site::index()?).context("the index of municipalities")?;
    let others = index.towns().filter(|town| bundled.iter().all(|programme| programme.code != town.code));
    let mut count = 0;
    for town in others {
        let id: String = town.code.bytes().map(|digit| char::from(digit - b'0' + b'a')).collect();
        let mut text = model.clone();
        for (key, value) in [
            ("id", id.as_str()),
            ("code", town.code),
            ("name", town.name),
            ("reading", town.reading),
            ("prefecture", town.prefecture),
        ] {
            text = with_value(&text, key, value)?;
        }
        let path = into.join(format!("{id}.toml"));
        fs::write(&path, text).with_context(|| format!("writing {}", path.display()))?;
        count += 1;
    }
    Ok(count)
}

/// A rule file with another value for one of the keys at its top.
fn with_value(text: &str, key: &str, value: &str) -> Result<String> {
    let start = format!("\n{key} = \"");
    let (before, rest) = text.split_once(&start).with_context(|| format!("{MODEL}: no `{key}`"))?;
    let (_, after) = rest.split_once('"').with_context(|| format!("{MODEL}: `{key}` has no end"))?;
    Ok(format!("{before}{start}{value}\"{after}"))
}

fn directory_weight(pages: &Path) -> Result<usize> {
    let data = pages.join("data");
    for entry in fs::read_dir(&data).with_context(|| format!("reading {}", data.display()))? {
        let path = entry?.path();
        if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("towns-")) {
            return brotli(&fs::read(&path).with_context(|| format!("reading {}", path.display()))?, Effort::Preparing);
        }
    }
    bail!("{}: no directory of municipalities in it", data.display())
}
