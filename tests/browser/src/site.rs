//! The built site, served to the browsers.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;
use xtask::base::Base;
use xtask::serve::{Server, Settings};

pub use xtask::serve::Fault;

/// The built site on a port of its own. It can be stopped, started again and made to fail.
pub struct Site {
    root: PathBuf,
    base: Base,
    server: Option<Server>,
    port: u16,
    _own: Option<TempDir>,
}

impl Site {
    /// Serves `dist/`.
    ///
    /// # Errors
    ///
    /// When there is no built site.
    pub fn start() -> Result<Site> {
        Site::of(&dist()?)
    }

    /// Serves the files in `root`: another site, or a broken copy of ours.
    ///
    /// # Errors
    ///
    /// When no port can be had.
    pub fn of(root: &Path) -> Result<Site> {
        Site::open(root, Base::default(), None)
    }

    /// Serves the built program under `base`.
    ///
    /// # Errors
    ///
    /// When there is no built program.
    pub fn under(base: &str) -> Result<Site> {
        let base: Base = base.parse()?;
        let own = TempDir::new().context("making a place for a site")?;
        xtask::site::assemble(&xtask::site::bundle(), &xtask::rule_files::folder(), &base, own.path())?;
        let root = own.path().to_owned();
        Site::open(&root, base, Some(own))
    }

    fn open(root: &Path, base: Base, own: Option<TempDir>) -> Result<Site> {
        let server = Server::open(root, Settings { port: 0, base: base.clone(), on_the_network: false })?;
        let port = server.port();
        Ok(Site { root: root.to_owned(), base, server: Some(server), port, _own: own })
    }

    /// The address of `path`, which is written as seen from the site's root, without a slash before it.
    pub fn url(&self, path: &str) -> String {
        format!("http://localhost:{}{}", self.port, self.base.link(path))
    }

    /// Where it listens on this machine.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Where its files are.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The paths of every page that opens without network, as seen from the site's root.
    ///
    /// # Errors
    ///
    /// When the site can't be read.
    pub fn pages(&self) -> Result<Vec<String>> {
        let worker = fs::read_to_string(self.root.join("worker.js")).context("reading the worker")?;
        let digests: BTreeMap<String, String> = xtask::site::worker::list(&worker, "DIGESTS")?;
        Ok(digests.into_keys().collect())
    }

    /// Serves the files in `root` from now on, at the same address: another release.
    ///
    /// # Errors
    ///
    /// When the port has been taken meanwhile.
    pub fn deploy(&mut self, root: &Path) -> Result<()> {
        root.clone_into(&mut self.root);
        self.restart()
    }

    /// Closes every connection and listens no more.
    pub fn stop(&mut self) {
        self.server = None;
    }

    /// Listens again, on the same port.
    ///
    /// # Errors
    ///
    /// When the port has been taken meanwhile.
    pub fn restart(&mut self) -> Result<()> {
        self.stop();
        let settings = Settings { port: self.port, base: self.base.clone(), on_the_network: false };
        self.server = Some(Server::open(&self.root, settings)?);
        Ok(())
    }

    /// The running server: to make it fail, and to ask what it was asked.
    ///
    /// # Panics
    ///
    /// When it is stopped.
    pub fn server(&self) -> &Server {
        self.server.as_ref().expect("the site is stopped")
    }
}

/// The built site's directory: `SANGO_DIST`, or `dist/`.
fn dist() -> Result<PathBuf> {
    let dist = std::env::var_os("SANGO_DIST").map_or_else(xtask::workspace::dist, PathBuf::from);
    if !dist.join("index.html").is_file() {
        bail!("no site in {}: run `cargo xtask build`", dist.display());
    }
    Ok(dist)
}
