//! The repository's rule files.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use sango_navi::domain::Programme;
use sango_navi::programmes;

use crate::workspace;

/// The folder of the rule files.
pub fn folder() -> PathBuf {
    workspace::root().join("src").join("programmes")
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
            bail!("the rule files have problems:\n{}", lines.join("\n"))
        }
    }
}
