//! The built site, served to the browsers.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use xtask::serve::Server;

pub use xtask::serve::Fault;

/// The built site on a port of its own. It can be stopped, started again and made to fail.
pub struct Site {
    root: PathBuf,
    server: Option<Server>,
    port: u16,
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
        let server = Server::start(root, 0)?;
        let port = server.port();
        Ok(Site { root: root.to_owned(), server: Some(server), port })
    }

    /// The address of `path`, which is written as seen from the site's root, without a slash before it.
    pub fn url(&self, path: &str) -> String {
        format!("http://localhost:{}/{path}", self.port)
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
        self.server = Some(Server::start(&self.root, self.port)?);
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
