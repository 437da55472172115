//! A page that ends all at once, as on a phone that is short of memory: nothing is told to it, nothing waited for.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use rustix::process::{Pid, Signal, getpgid, kill_process};
use serde_json::json;

use crate::browser::{Browser, Settings};
use crate::engine::Engine;
use crate::wait::until;

impl Browser {
    /// Does one `last` thing and ends the page at once. Gives the browser, or the next of the same profile, with an empty
    /// window: `settings` are those that this one was opened with, and name a profile.
    ///
    /// Chromium's page crashes; Firefox, when its page's process is killed under a driver, ends as a whole, and what it has
    /// not yet written to the disk (it does so every five seconds) with it: that is waited for, as a phone's Firefox lives
    /// on; WebKit's driver does so too and forgets all, so that there the window is closed, which tells the page as little.
    ///
    /// # Errors
    ///
    /// Those of `last`, and when the page does not end.
    pub async fn dies_after(
        self,
        last: impl AsyncFnOnce(&Browser) -> Result<()>,
        settings: &Settings,
    ) -> Result<Browser> {
        let profile = settings.profile.as_ref().context("a browser without a profile of its own forgets everything")?;
        if self.engine() == Engine::Firefox {
            last(&self).await?;
            let kept: Vec<String> = self.evaluate("return Object.values(localStorage)").await?;
            until("the store to be on the disk", async || Ok(is_written(&kept, profile)?.then_some(()))).await?;
            self.kill_pages()?;
            until("the browser to end", async || Ok(self.processes("--marionette")?.is_empty().then_some(()))).await?;
            drop(self);
            return Browser::open(settings.clone()).await;
        }
        let next = self.driver.new_window().await?;
        last(&self).await?;
        if self.engine() == Engine::Chromium {
            // Its only answer is that the page has crashed.
            let crashed = self.driver.cdp().send_raw("Page.crash", json!({})).await;
            ensure!(crashed.is_err(), "the page goes on: {crashed:?}");
        } else {
            self.driver.close_window().await?;
        }
        self.driver.switch_to_window(next).await?;
        Ok(self)
    }

    /// Kills the processes that pages run in.
    fn kill_pages(&self) -> Result<()> {
        let pages = self.processes("-isForBrowser")?;
        ensure!(!pages.is_empty(), "{}: no process of a page", self.engine());
        for page in pages {
            // One that is gone meanwhile is as good.
            let _ = kill_process(page, Signal::KILL);
        }
        Ok(())
    }

    /// Its processes, and its driver's, of which the command holds `word`.
    fn processes(&self, word: &str) -> Result<Vec<Pid>> {
        let group = Some(self.group()?);
        let mut found = Vec::new();
        for entry in fs::read_dir("/proc").context("reading /proc")?.flatten() {
            let number = entry.file_name().to_str().and_then(|name| name.parse().ok());
            let Some(process) = number.and_then(Pid::from_raw) else { continue };
            let command = fs::read(entry.path().join("cmdline")).unwrap_or_default();
            if String::from_utf8_lossy(&command).contains(word) && getpgid(Some(process)).ok() == group {
                found.push(process);
            }
        }
        Ok(found)
    }
}

/// Whether the records among what is `kept` stand in the stores of Firefox's `profile`. There they are compressed; their
/// checksums, at the end, are like nothing before them and so stay as they are.
fn is_written(kept: &[String], profile: &Path) -> Result<bool> {
    let mut stores = Vec::new();
    for site in fs::read_dir(profile.join("storage/default")).context("reading the profile's stores")?.flatten() {
        for file in fs::read_dir(site.path().join("ls")).into_iter().flatten().flatten() {
            // One that goes meanwhile has been written into another.
            stores.push(fs::read(file.path()).unwrap_or_default());
        }
    }
    let stands = |sum: &str| stores.iter().any(|store| store.windows(sum.len()).any(|part| part == sum.as_bytes()));
    let sums = kept.iter().filter(|text| text.starts_with("sn")).filter_map(|text| text.rsplit_once('.'));
    Ok(sums.map(|(_, sum)| sum).all(stands))
}
