//! A page that ends all at once, as on a phone that is short of memory: nothing is told to it, nothing waited for.

use std::fs;

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
    /// Chromium's page crashes; Firefox, when its page's process is killed under a driver, ends as a whole; WebKit's driver
    /// does so too and forgets all, so that there the window is closed, which tells the page as little.
    ///
    /// # Errors
    ///
    /// Those of `last`, and when the page does not end.
    pub async fn dies_after(
        self,
        last: impl AsyncFnOnce(&Browser) -> Result<()>,
        settings: &Settings,
    ) -> Result<Browser> {
        ensure!(settings.profile.is_some(), "a browser without a profile of its own forgets everything");
        if self.engine() == Engine::Firefox {
            last(&self).await?;
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
