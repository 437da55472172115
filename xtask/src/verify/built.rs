//! The site in `dist/`, as it is meant to be served.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::base::Base;
use crate::site::{hosting, worker};
use crate::{digest, headers};

/// What is shown where nothing is.
pub(super) const MISSING: &str = "404.html";
/// An address where nothing is.
const NOWHERE: &str = "sango-navi-verify-nothing-is-here/";
const AGAIN: &str = "`cargo xtask build`（道に置くなら --base /道/ をつけて）で組み立ててから、もう一度どうぞ";

/// A built site.
pub(super) struct Built {
    pub base: Base,
    /// Every file that a visitor may ask for.
    pub files: Vec<File>,
}

/// A file.
pub(super) struct File {
    /// Where it stands, as seen from the site's root.
    pub path: String,
    pub content: Vec<u8>,
}

impl Built {
    /// Reads the site in `dist`.
    ///
    /// # Errors
    ///
    /// When it is not there, or not as a build leaves it.
    pub fn read(dist: &Path) -> Result<Built> {
        let path = dist.join(worker::WORKER);
        let Ok(worker) = fs::read_to_string(&path) else {
            bail!("{}: 組み立てたサイトがありません。{AGAIN}", dist.display());
        };
        let base: String = worker::list(&worker, "BASE")?;
        let mut built = Built { base: base.parse()?, files: Vec::new() };
        built.collect(dist, "")?;
        built.files.sort_by(|a, b| a.path.cmp(&b.path));
        if let Some(changed) = built.changed(&worker)? {
            bail!("{}: 組み立てたあとで変わっています。{AGAIN}", dist.join(changed).display());
        }
        Ok(built)
    }

    fn collect(&mut self, dist: &Path, directory: &str) -> Result<()> {
        let folder = dist.join(directory);
        for entry in fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))? {
            let entry = entry?;
            let path = format!("{directory}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                self.collect(dist, &format!("{path}/"))?;
            } else if !hosting::is_for_the_host(&path) {
                let content = fs::read(entry.path()).with_context(|| format!("reading {}", entry.path().display()))?;
                self.files.push(File { path, content });
            }
        }
        Ok(())
    }

    /// A file that is not what its name, or the worker, says that it is.
    fn changed(&self, worker: &str) -> Result<Option<String>> {
        let mut digests: BTreeMap<String, String> = BTreeMap::new();
        for (page, digest) in worker::list::<BTreeMap<String, String>>(worker, "DIGESTS")? {
            digests.insert(format!("{page}index.html"), digest);
        }
        for File { path, content } in &self.files {
            let digest = digest::short(content);
            let named = !headers::has_hash(path) || path.contains(&digest);
            if !named || digests.remove(path).is_some_and(|kept| kept != digest) {
                return Ok(Some(path.clone()));
            }
        }
        // A page that the worker is to keep, and that is gone.
        Ok(digests.into_keys().next())
    }
}

impl File {
    /// The path by which a visitor gets it.
    pub fn asked_for_as(&self) -> String {
        match self.path.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => folder.to_owned(),
            _ if self.path == MISSING => NOWHERE.to_owned(),
            _ => self.path.clone(),
        }
    }

    /// Its name without its folder.
    pub fn name(&self) -> &str {
        self.path.rsplit_once('/').map_or(&self.path, |(_, name)| name)
    }
}
