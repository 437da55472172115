//! `cargo xtask schema`: what is made from the types of the rule files: their JSON Schema, beside them, for editors that complete
//! and check while one types, and the reference of all keys for whoever writes one.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use sango_navi::programmes::shape;

mod reference;

/// The schema's file. A rule file names it in its first line: `#:schema ./schema.json`.
pub fn file() -> PathBuf {
    crate::rule_files::folder().join("schema.json")
}

/// The reference of all keys.
pub fn reference_file() -> PathBuf {
    crate::workspace::root().join("docs/rule-reference.md")
}

/// The reference of all keys, as the types give it.
///
/// # Errors
///
/// Where its text has no place for a type, or has one for a type that is none.
pub fn reference() -> Result<String> {
    reference_of(&shape::json_schema())
}

/// The reference of all keys of a schema.
///
/// # Errors
///
/// Where its text has no place for a type, or has one for a type that is none.
pub fn reference_of(schema: &str) -> Result<String> {
    reference::reference(schema)
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
    for (file, text) in [(file(), shape::json_schema()), (reference_file(), reference()?)] {
        fs::write(&file, text).with_context(|| format!("writing {}", file.display()))?;
        println!("{}", file.display());
    }
    Ok(ExitCode::SUCCESS)
}
