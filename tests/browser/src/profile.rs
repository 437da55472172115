//! A profile for each browser, in which nothing of a site is.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use tempfile::TempDir;
use tokio::sync::OnceCell;

use crate::browser::{Browser, Settings};
use crate::engine::Engine;

/// What Firefox leaves in a profile when it has started and ended in it.
static STARTED: OnceCell<TempDir> = OnceCell::const_new();

/// A new profile. Firefox's is a copy of one in which it has started once, and shown nothing: it takes 4 s of computing to
/// make what it needs of its own, in every profile that lacks it.
///
/// # Errors
///
/// When there is no room for it, or Firefox can't be started.
pub(crate) async fn new(engine: Engine) -> Result<TempDir> {
    let profile = folder()?;
    if engine == Engine::Firefox {
        let started = STARTED.get_or_try_init(started).await?;
        copy(started.path(), profile.path())?;
    }
    Ok(profile)
}

async fn started() -> Result<TempDir> {
    let profile = folder()?;
    let settings = Settings { profile: Some(profile.path().to_owned()), ..Settings::new(Engine::Firefox) };
    let browser = Box::pin(Browser::open(settings)).await?;
    browser.quit().await?;
    Ok(profile)
}

fn folder() -> Result<TempDir> {
    TempDir::new().context("making a profile")
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    let reading = || format!("reading {}", from.display());
    fs::create_dir_all(to).with_context(|| format!("making {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(reading)? {
        let entry = entry.with_context(reading)?;
        let (path, into) = (entry.path(), to.join(entry.file_name()));
        let kind = entry.file_type().with_context(reading)?;
        if kind.is_dir() {
            copy(&path, &into)?;
        } else if kind.is_file() {
            // A link is the lock of whoever runs there.
            fs::copy(&path, &into).with_context(|| format!("copying {}", path.display()))?;
        }
    }
    Ok(())
}
