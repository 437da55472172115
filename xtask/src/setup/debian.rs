//! Programs out of Debian's packages, without installing them: a server that is installed also starts.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::{cache, progress, system};
use crate::process::execute;

/// A package of which one program is wanted.
pub(super) struct Package {
    /// Its name.
    pub name: &'static str,
    /// The program, from the root of the package.
    pub file: &'static str,
}

impl Package {
    /// Where the program is.
    pub fn path(&self) -> Result<PathBuf> {
        Ok(self.root()?.join(self.file))
    }

    /// Unpacks it unless that is done.
    pub fn unpack(&self) -> Result<()> {
        let path = self.path()?;
        if path.is_file() {
            return Ok(());
        }
        progress(&format!("{} (unpacked, not installed)", self.name));
        let root = self.root()?;
        fs::create_dir_all(&root).with_context(|| format!("making {}", root.display()))?;
        let download = || execute(Command::new("apt-get").args(["download", "--quiet", self.name]).current_dir(&root));
        if download().is_err() {
            // The lists of a fresh machine are empty.
            system::update()?;
            download()?;
        }
        let archive = fs::read_dir(&root)?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .find(|path| path.extension().is_some_and(|end| end == "deb"))
            .with_context(|| format!("apt-get left no package in {}", root.display()))?;
        execute(Command::new("dpkg").arg("-x").args([&archive, &root]))?;
        if !path.is_file() {
            bail!("{}: there is no {} in it", archive.display(), self.file);
        }
        Ok(())
    }

    fn root(&self) -> Result<PathBuf> {
        Ok(cache()?.join(format!("debian-{}", self.name)))
    }
}
