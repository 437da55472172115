//! The removal of a worker that was a mistake: however wrong it is, the page comes back, and her answers are there.

use std::fs;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Engine, Site, Viewport, browser_test, until};
use sango_navi::interview::record;
use tempfile::TempDir;

use crate::answered;

/// What a worker may do to every page from its first moment on.
const BAD: [&str; 3] = [
    // A white page, from which no script of ours asks for anything.
    "event.respondWith(new Response('', { headers: { 'Content-Type': 'text/html' } }))",
    // No page at all.
    "event.respondWith(Promise.reject(new Error('bad')))",
    // Nothing but an error, before anything is answered.
    "throw new Error('bad')",
];

/// A site whose worker is `worker`.
fn with_worker(worker: &str) -> Result<TempDir> {
    let root = TempDir::new()?;
    let base = xtask::base::Base::default();
    xtask::site::assemble(&xtask::site::bundle(), &xtask::rule_files::folder(), &base, root.path())?;
    fs::write(root.path().join("worker.js"), worker)?;
    Ok(root)
}

#[browser_test(Chromium, Firefox, WebKit)]
async fn a_worker_that_ruins_every_page_is_removed(engine: Engine) -> Result<()> {
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    for bad in BAD {
        let worker = format!(
            "addEventListener('install', () => skipWaiting());
             addEventListener('activate', (event) => event.waitUntil(Promise.all([clients.claim(), caches.open('sango-navi:/:bad')])));
             addEventListener('fetch', (event) => {{ if (event.request.mode === 'navigate') {{ {bad}; }} }});"
        );
        let ruined = with_worker(&worker)?;
        let mut site = Site::of(ruined.path())?;
        answered::opens_plan(&browser, &site, "kita").await?;
        let active = "return (async () => (await caches.keys()).length > 0
            && navigator.serviceWorker.controller?.state === 'activated')()";
        until("the bad worker", async || Ok(browser.evaluate::<bool>(active).await?.then_some(()))).await?;

        let removal = with_worker("")?;
        fs::copy(removal.path().join("remove-worker.js"), removal.path().join("worker.js"))?;
        site.deploy(removal.path())?;
        // She tries again; a page that does not come at all a driver may call an error. The browser looks by itself for
        // another worker, a second later or so, which each visit puts off: only now and then another.
        let mut tried: Option<Instant> = None;
        until("her plan", async || {
            if tried.is_none_or(|tried| tried.elapsed() > Duration::from_secs(5)) {
                let _ = browser.driver.goto(site.url("robots.txt")).await;
                let _ = browser.driver.goto(site.url("kita/#result")).await;
                tried = Some(Instant::now());
            }
            let here = "return document.getElementById('app') !== null";
            Ok(browser.evaluate::<bool>(here).await.unwrap_or_default().then_some(()))
        })
        .await
        .with_context(|| bad.to_owned())?;
        let gone = "return (async () =>
            await navigator.serviceWorker.getRegistration() === undefined && (await caches.keys()).length === 0)()";
        until("nothing to be left of it", async || Ok(browser.evaluate::<bool>(gone).await?.then_some(()))).await?;
        browser.element_with_text(".result", "6,600円").await?;
        let kept: String = browser.evaluate("return localStorage.getItem('sango-navi:/:town/kita')").await?;
        ensure!(kept == record::encode("kita", &answered::answers()?), "{kept}");
    }
    browser.quit().await
}
