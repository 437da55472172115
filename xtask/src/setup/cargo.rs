//! Tools that are Rust packages.

use std::fmt::Display;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use super::{cache, progress};
use crate::process::execute;

/// A program to be compiled and installed by cargo.
pub(super) struct Tool<V = &'static str> {
    /// The package.
    pub name: &'static str,
    /// Its exact version.
    pub version: V,
    /// The program we want of it.
    pub binary: &'static str,
    /// What else of the package it needs, as cargo takes it.
    pub features: &'static str,
    /// About how long that takes, for the one who waits.
    pub takes: &'static str,
}

impl<V: Display> Tool<V> {
    /// The directory of the program.
    pub fn directory(&self) -> Result<PathBuf> {
        Ok(self.root()?.join("bin"))
    }

    /// Installs it unless it is there.
    pub fn install(&self) -> Result<()> {
        let Tool { name, version, binary, takes, features } = self;
        let program = self.directory()?.join(binary);
        if program.is_file() {
            return Ok(());
        }
        progress(&format!("{name} {version} (compiles for {takes}, once)"));
        let root = self.root()?;
        // With the directory on the path, cargo doesn't advise to put it there: we find the program without.
        let path = std::env::var_os("PATH").unwrap_or_default();
        let path = std::env::join_paths([self.directory()?].into_iter().chain(std::env::split_paths(&path)))?;
        let install = |locked: &[&str]| {
            let package = format!("{name}@{version}");
            execute(
                Command::new("cargo")
                    .arg("install")
                    .args(locked)
                    .args([package.as_str(), "--features", features])
                    .arg("--root")
                    .arg(&root)
                    .env("PATH", &path),
            )
        };
        // Its own lock file may name a crate that this machine's registry has withdrawn or not yet got.
        if install(&["--locked"]).is_err() {
            progress(&format!("{name} {version} once more, with the crates that can be had"));
            install(&[])?;
        }
        if !program.is_file() {
            bail!("cargo installed {name} {version}, but there is no {}", program.display());
        }
        Ok(())
    }

    fn root(&self) -> Result<PathBuf> {
        Ok(cache()?.join(format!("{}-{}", self.name, self.version)))
    }
}
