//! Inputs to begin with.

use std::path::Path;

use anyhow::{Context, Result, bail};
use sango_navi::domain::plan;
use sango_navi::interview::{record, seen};
use sango_navi::programmes;

use super::mother;
use super::mutator::Dice;
use super::tape::Tape;
use super::target::{Target, World};
use super::town;

/// Seeds of each kind that a target takes. Those of rule files are all that stand under `root`.
///
/// # Errors
///
/// Where a file can't be read.
pub fn seeds(target: Target, world: &World, root: &Path) -> Result<Vec<Vec<u8>>> {
    Ok(match target {
        Target::Rules => {
            let mut files = bundled(root)?;
            for folder in ["tests/fixture_towns", "tests/broken_rules"] {
                files.extend(rule_files(&root.join(folder))?);
            }
            files
        }
        Target::Compiled => {
            let small = (0..64).map(|seed| town::rule_file(&mut Tape::new(&Dice::new(seed).bytes(400))));
            let small: Vec<_> = small.filter_map(|text| programmes::parse(town::FILE, &text).ok()).collect();
            if small.is_empty() {
                bail!("no made town loads");
            }
            let encoded: Vec<Vec<u8>> = world.towns.iter().chain(&small).map(programmes::encode).collect();
            // The whole, and the body alone, which is given a header that fits whatever becomes of it.
            encoded.iter().map(|bytes| bytes.get(14..).unwrap_or_default().to_vec()).chain(encoded.clone()).collect()
        }
        Target::Situations => {
            let cases = "tests/cases/worked.jsonl";
            let cases = std::fs::read_to_string(root.join(cases)).with_context(|| format!("reading {cases}"))?;
            let cases = cases.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
            cases.map(|case| case["situation"].to_string().into_bytes()).collect()
        }
        Target::Answers => {
            let mut inputs: Vec<Vec<u8>> = ["2026/8/1", "令和8年/８月/１日", "R8/2/29", "178-0063", "26/1/31"]
                .iter()
                .map(|text| text.as_bytes().to_vec())
                .collect();
            for (seed, town) in (0..64_u64).zip(world.towns.iter().cycle()) {
                let record = record::encode(&town.id, &mother::answers(&mut Tape::new(&Dice::new(seed).bytes(120))));
                // Without its checksum, which is given anew whatever becomes of it.
                inputs.extend(record.rsplit_once('.').map(|(record, _)| record.as_bytes().to_vec()));
                inputs.push(record.into_bytes());
            }
            inputs
        }
        Target::Remembered => (0..64_u64)
            .zip(world.towns.iter().cycle())
            .map(|(seed, town)| {
                let (mother, now) = mother::situation(&mut Tape::new(&Dice::new(seed).bytes(120)));
                seen::write("sn1.another.BJZBJZ", &plan(&mother, town, now)).into_bytes()
            })
            .collect(),
        Target::Fragments => vec![b"".to_vec(), b"born".to_vec(), b"result".to_vec()],
    })
}

/// The bundled rule files, under the name that a file which is fed has.
///
/// # Errors
///
/// Where they can't be read.
pub(super) fn bundled(root: &Path) -> Result<Vec<Vec<u8>>> {
    let files = rule_files(&root.join("src/programmes"))?;
    files.into_iter().map(|file| Ok(renamed(&String::from_utf8(file).context("reading a rule file")?))).collect()
}

/// A file's first id is its town's, which is the file's name.
fn renamed(file: &str) -> Vec<u8> {
    let named = |line: &str| if line.starts_with("id = ") { "id = \"town\"".to_owned() } else { line.to_owned() };
    let at = file.lines().take_while(|line| !line.starts_with("[[")).count();
    let lines = file.lines().enumerate().map(|(number, line)| if number < at { named(line) } else { line.to_owned() });
    lines.map(|line| line + "\n").collect::<String>().into_bytes()
}

fn rule_files(folder: &Path) -> Result<Vec<Vec<u8>>> {
    let reading = || format!("reading {}", folder.display());
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(reading)? {
        files.push(entry.with_context(reading)?.path());
    }
    files.retain(|file| file.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    files.iter().map(std::fs::read).collect::<Result<_, _>>().with_context(reading)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace;

    /// Else none of them would ever be planned by.
    #[test]
    fn bundled_files_load_under_their_other_name() {
        let files = bundled(&workspace::root()).unwrap();
        assert_eq!(files.len(), crate::rule_files::load().unwrap().len());
        for file in files {
            let file = String::from_utf8(file).unwrap();
            assert!(programmes::parse(town::FILE, &file).is_ok(), "{}", file.lines().next().unwrap_or_default());
            assert!(file.len() < Target::Rules.longest());
        }
    }
}
