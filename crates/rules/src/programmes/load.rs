//! Reading rule files from a folder, all problems of all files at once.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::lower;
use super::misfit;
use super::place::{Ledger, Place, quoted};
use super::problem::Problem;
use super::tree::Tree;
use crate::domain::Programme;

/// The ending of a rule file's name.
const ENDING: &str = "toml";

/// Every programme of a folder, in the order of municipality codes.
///
/// # Errors
/// All problems of all its rule files, file by file.
pub fn load_all(directory: &Path) -> Result<Vec<Programme>, Vec<Problem>> {
    let unreadable = |error: std::io::Error| {
        vec![problem_of_file(&directory.display().to_string(), error, "a folder with rule files")]
    };
    let entries = fs::read_dir(directory).map_err(unreadable)?;
    let mut files = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<PathBuf>, _>>()
        .map_err(unreadable)?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == ENDING));
    files.sort();
    if files.is_empty() {
        return Err(vec![problem_of_file(&directory.display().to_string(), "no rule file", "at least one ….toml")]);
    }
    load_files(&files)
}

/// The programmes of these files, in the order of municipality codes.
///
/// # Errors
/// All problems of all of them, file by file.
pub fn load_files(files: &[PathBuf]) -> Result<Vec<Programme>, Vec<Problem>> {
    let mut programmes: BTreeMap<String, Programme> = BTreeMap::new();
    let mut problems = Vec::new();
    for file in files {
        let programme = match read(file) {
            Ok(programme) => programme,
            Err(of_file) => {
                problems.extend(of_file);
                continue;
            }
        };
        if let Some(other) = programmes.get(&programme.code) {
            let found = format!("{}, which {}.{ENDING} has too", quoted(&programme.code), other.id);
            problems.push(Problem {
                path: "code".to_owned(),
                ..problem_of_file(&name_of(file), found, "a municipality's own code")
            });
        } else {
            programmes.insert(programme.code.clone(), programme);
        }
    }
    if problems.is_empty() { Ok(programmes.into_values().collect()) } else { Err(problems) }
}

/// One programme of a folder.
///
/// # Errors
/// All problems of its rule file; one where there is none.
pub fn load(directory: &Path, id: &str) -> Result<Programme, Vec<Problem>> {
    read(&directory.join(id).with_extension(ENDING))
}

fn read(file: &Path) -> Result<Programme, Vec<Problem>> {
    let name = name_of(file);
    match fs::read_to_string(file) {
        Ok(text) => parse(&name, &text),
        Err(error) => Err(vec![problem_of_file(&name, error, "a rule file in UTF-8")]),
    }
}

fn name_of(file: &Path) -> String {
    file.file_name().map_or_else(|| file.display().to_string(), |name| name.to_string_lossy().into_owned())
}

fn problem_of_file(file: &str, found: impl ToString, expected: &str) -> Problem {
    Problem {
        file: file.to_owned(),
        line: None,
        path: String::new(),
        found: found.to_string(),
        expected: expected.to_owned(),
    }
}

/// The programme of a rule file's text. `file_name` is its name with the ending.
///
/// # Errors
/// All problems in it, in the order of its lines.
pub fn parse(file_name: &str, text: &str) -> Result<Programme, Vec<Problem>> {
    let mut tree = Tree::parse(text.strip_prefix('\u{feff}').unwrap_or(text)).map_err(|mut errors| {
        errors.sort_by_key(|error| error.line);
        let problem = |error: super::tree::SyntaxError| Problem {
            line: Some(error.line),
            ..problem_of_file(file_name, error.found, &format!("TOML ({})", error.message))
        };
        errors.into_iter().map(problem).collect::<Vec<_>>()
    })?;
    let (file, misfits) = misfit::fit(&mut tree);
    let problem = |line, path, found, expected| Problem { file: file_name.to_owned(), line, path, found, expected };
    let mut problems: Vec<Problem> = misfits
        .into_iter()
        .map(|misfit| problem(Some(misfit.origin.line), misfit.origin.path, misfit.found, misfit.expected))
        .collect();
    let programme = file.and_then(|file| {
        let documents = file.document.iter().map(|document| document.id.clone().unwrap_or_default()).collect();
        let ledger = Ledger::new(documents);
        let place = Place::root(&ledger);
        let programme = lower::programme(&file, &place);
        same_name(&file.id, file_name, &place);
        for entry in ledger.into_entries() {
            let origin = tree.origin(&entry.path);
            // What was taken out for a misfit is not missing as well.
            if !tree.was_removed(&entry.path) {
                problems.push(problem(Some(origin.line), origin.path, entry.found, entry.expected));
            }
        }
        programme
    });
    problems.sort_by_key(|problem| problem.line);
    match programme {
        Some(programme) if problems.is_empty() => Ok(programme),
        _ => Err(problems),
    }
}

fn same_name(id: &Option<String>, file_name: &str, place: &Place<'_>) {
    let stem = file_name.strip_suffix(ENDING).and_then(|stem| stem.strip_suffix('.')).unwrap_or(file_name);
    if let Some(id) = id.as_ref().filter(|id| id.as_str() != stem) {
        place.key("id").problem(quoted(id), format!("{}, the file's name", quoted(stem)));
    }
}
