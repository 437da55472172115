//! `cargo xtask schema`: the rule files' JSON Schema, beside them, for editors that complete and check while one types.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use sango_navi::programmes::shape;

/// The schema's file. A rule file names it in its first line: `#:schema ./schema.json`.
pub fn file() -> PathBuf {
    crate::rule_files::folder().join("schema.json")
}

/// Runs the command with the arguments that follow its name.
///
/// # Errors
///
/// Where there are arguments, or the file can't be written.
pub fn run(arguments: &[String]) -> Result<ExitCode> {
    if !arguments.is_empty() {
        bail!("`schema` takes no arguments, found {}", arguments.len());
    }
    let file = file();
    fs::write(&file, shape::json_schema()).with_context(|| format!("writing {}", file.display()))?;
    println!("{}", file.display());
    Ok(ExitCode::SUCCESS)
}
