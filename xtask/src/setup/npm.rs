//! Tools that are npm packages.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::{cache, progress};
use crate::process::execute;

/// A package, installed by npm with what it depends on; nothing of it is run for that.
pub(super) struct Package {
    /// Its name.
    pub name: &'static str,
    /// Its exact version.
    pub version: &'static str,
    /// The file we want of it.
    pub file: &'static str,
}

impl Package {
    /// The package's own directory.
    pub fn directory(&self) -> Result<PathBuf> {
        Ok(self.root()?.join("node_modules").join(self.name))
    }

    /// Installs it unless it is there: beside its place first, so that a broken download leaves nothing behind.
    pub fn install(&self) -> Result<()> {
        let Package { name, version, file } = self;
        if self.directory()?.join(file).is_file() {
            return Ok(());
        }
        progress(&format!("{name} {version}"));
        let root = self.root()?;
        let partial = root.with_added_extension("partial");
        for leftover in [&root, &partial] {
            if leftover.exists() {
                fs::remove_dir_all(leftover).with_context(|| format!("removing {}", leftover.display()))?;
            }
        }
        fs::create_dir_all(&partial).with_context(|| format!("making {}", partial.display()))?;
        execute(
            Command::new("npm")
                .args(["install", "--no-audit", "--no-fund", "--no-save", "--ignore-scripts", "--prefix"])
                .arg(&partial)
                .arg(format!("{name}@{version}")),
        )
        .context("npm comes with node, version 20 or newer: install it and run this again")?;
        fs::rename(&partial, &root).with_context(|| format!("moving {} into place", partial.display()))?;
        if !self.directory()?.join(file).is_file() {
            bail!("npm installed {name} {version}, but there is no {file} in it");
        }
        Ok(())
    }

    fn root(&self) -> Result<PathBuf> {
        Ok(cache()?.join(format!("{}-{}", self.name, self.version)))
    }
}
