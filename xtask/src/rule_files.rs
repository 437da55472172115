//! The repository's rule files.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use sango_navi::domain::Programme;
use sango_navi::programmes;

use crate::workspace;

/// The folder of the rule files.
pub fn folder() -> PathBuf {
    workspace::root().join("src").join("programmes")
}

/// Every rule file, by name.
///
/// # Errors
///
/// Where their folder can't be read.
pub fn paths() -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder()).with_context(|| format!("{}", folder().display()))?;
    let mut paths: Vec<PathBuf> = entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    paths.sort();
    Ok(paths)
}

/// Every rule file, by municipality code.
///
/// # Errors
///
/// All problems of all files, a line each.
pub fn load() -> Result<Vec<Programme>> {
    load_from(&folder())
}

/// Every rule file in `folder`, by municipality code.
///
/// # Errors
///
/// All problems of all files, a line each.
pub fn load_from(folder: &Path) -> Result<Vec<Programme>> {
    match programmes::load_all(folder) {
        Ok(programmes) => Ok(programmes),
        Err(problems) => {
            let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
            bail!("決まりのファイルに間違いがあります:\n{}", lines.join("\n"))
        }
    }
}
