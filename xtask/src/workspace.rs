//! Where things are in this repository, and what its lock file says.

use std::path::PathBuf;

use anyhow::{Context, Result};

/// The repository's root.
pub fn root() -> PathBuf {
    let manifest = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().map(PathBuf::from).unwrap_or(manifest)
}

/// The deployable site.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Where these commands keep their own files: stamps, locks, driver logs.
pub fn scratch() -> PathBuf {
    root().join("target").join("xtask")
}

/// The version of `package` in `Cargo.lock`.
///
/// # Errors
///
/// When the lock file can't be read or doesn't hold the package.
pub fn locked_version(package: &str) -> Result<String> {
    let path = root().join("Cargo.lock");
    let lock = std::fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == name);
    lines
        .next()
        .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .map(String::from)
        .with_context(|| format!("{}: no package `{package}`", path.display()))
}
