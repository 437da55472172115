//! Reading rule files from a folder, all problems of all files at once.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::encoding;
use super::lower;
use super::misfit;
use super::place::{Ledger, Place, quoted};
use super::problem::Problem;
use super::slips::{self, Read, Slip};
use super::tree::Tree;
use crate::domain::Programme;

/// The ending of a rule file's name.
const ENDING: &str = "toml";

/// Every programme of a folder, in the order of municipality codes.
///
/// # Errors
/// All problems of all its rule files, file by file.
pub fn load_all(directory: &Path) -> Result<Vec<Programme>, Vec<Problem>> {
    let of_folder = |error: std::io::Error| vec![unreadable(&directory.display().to_string(), &error)];
    let entries = fs::read_dir(directory).map_err(of_folder)?;
    let mut files =
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<PathBuf>, _>>().map_err(of_folder)?;
    files.retain(|file| file.extension().is_some_and(|ending| ending == ENDING));
    files.sort();
    if files.is_empty() {
        return Err(vec![problem_of_file(
            &directory.display().to_string(),
            "決まりのファイルがありません",
            "1つ以上の ….toml",
        )]);
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
            let found = format!("{} は {}.{ENDING} にもあります", quoted(&programme.code), other.id);
            problems.push(Problem {
                path: "code".to_owned(),
                ..problem_of_file(&name_of(file), found, "まちごとに別のコード")
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
    match fs::read(file) {
        Ok(bytes) => parse_bytes(&name, &bytes),
        Err(error) => Err(vec![unreadable(&name, &error)]),
    }
}

/// A file or folder that can't be read.
fn unreadable(name: &str, error: &std::io::Error) -> Problem {
    let found = match error.kind() {
        std::io::ErrorKind::NotFound => "ありません",
        std::io::ErrorKind::PermissionDenied => "開くことが許されていません",
        _ => "読めません",
    };
    problem_of_file(name, found, "src/programmes にあるような、決まりのファイルの名前")
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

/// The programme of a rule file's bytes. `file_name` is its name with the ending.
///
/// # Errors
/// All problems in it, in the order of its lines; one where they are no text in UTF-8.
pub fn parse_bytes(file_name: &str, bytes: &[u8]) -> Result<Programme, Vec<Problem>> {
    let text = encoding::text(bytes).map_err(|foreign| {
        let (found, expected) = match foreign.likely {
            Some(likely) => (
                format!("文字コードが UTF-8 ではありません（{likely} のようです）"),
                "UTF-8。メモ帳なら「名前を付けて保存」の「文字コード」で UTF-8 を選びます",
            ),
            None => (
                "文字のファイルではありません".to_owned(),
                "文字だけのファイル（.toml）。表や PDF なら、中身を書き写します",
            ),
        };
        vec![Problem { line: Some(foreign.line), ..problem_of_file(file_name, found, expected) }]
    })?;
    parse(file_name, text)
}

/// The programme of a rule file's text. `file_name` is its name with the ending.
///
/// # Errors
/// All problems in it, in the order of its lines.
pub fn parse(file_name: &str, text: &str) -> Result<Programme, Vec<Problem>> {
    let Read { tree, slips } = slips::read(text.strip_prefix('\u{feff}').unwrap_or(text));
    let slip = |slip: Slip| Problem { line: Some(slip.line), ..problem_of_file(file_name, slip.found, &slip.expected) };
    let mut problems: Vec<Problem> = slips.into_iter().map(slip).collect();
    // A line that is not read as it stands is told once: what else it holds shows when that is put right.
    let told: BTreeSet<Option<usize>> = problems.iter().map(|problem| problem.line).collect();
    let programme = tree.and_then(|mut tree| {
        let (programme, of_values) = values(file_name, &mut tree);
        for problem in of_values {
            if told.contains(&problem.line) {
                correct(&mut problems, problem);
            } else {
                problems.push(problem);
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

/// A slip whose value is written rightly but is none that may stand there: what may is said instead.
fn correct(slips: &mut [Problem], of_value: Problem) {
    let same = |slip: &&mut Problem| {
        let value = slip.expected.trim_matches('`');
        slip.line == of_value.line && of_value.found.strip_prefix(value).is_some_and(|rest| rest == " とあります")
    };
    if let Some(slip) = slips.iter_mut().find(same) {
        slip.expected = of_value.expected;
    }
}

/// The programme of a file's values, and the problems in them.
fn values(file_name: &str, tree: &mut Tree) -> (Option<Programme>, Vec<Problem>) {
    let (file, misfits) = misfit::fit(tree);
    let problem = |line, path, found, expected| Problem { file: file_name.to_owned(), line, path, found, expected };
    let renamed: BTreeSet<String> = misfits.iter().filter_map(|misfit| misfit.stands_for.clone()).collect();
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
            let problem = problem(Some(origin.line), origin.path, entry.found, entry.expected);
            // What was taken out for a misfit, or stands under a name near its own, is not missing as well.
            if !tree.was_removed(&entry.path) && !renamed.iter().any(|renamed| follows(&problem, renamed)) {
                problems.push(problem);
            }
        }
        programme
    });
    (programme, problems)
}

/// Whether a problem is there only because a key stands under another name: what is missing is that key, something
/// below it, or one of several of which it is one.
fn follows(problem: &Problem, renamed: &str) -> bool {
    let below = problem.path.strip_prefix(renamed).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    let (table, key) = renamed.rsplit_once('.').unwrap_or(("", renamed));
    below || (problem.path == table && problem.expected.contains(key))
}

fn same_name(id: &Option<String>, file_name: &str, place: &Place<'_>) {
    let stem = file_name.strip_suffix(ENDING).and_then(|stem| stem.strip_suffix('.')).unwrap_or(file_name);
    if let Some(id) = id.as_ref().filter(|id| id.as_str() != stem) {
        place.key("id").value(quoted(id), format!("ファイルの名前と同じ {}", quoted(stem)));
    }
}
