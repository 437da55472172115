//! The line fails her, and what she sees then: `docs/faults.md` is the table.

use std::collections::HashSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

use anyhow::{Context, Result, ensure};
use browser_tests::site::Fault;
use browser_tests::{Browser, Engine, Site, Viewport, browser_test, until};

use crate::answered;

/// 50 kbit/s.
const SLOW: Fault = Fault::Slow(6250);

/// A program that came wrong once, and one that the host calls nothing, run all the same.
#[browser_test(Chromium, Firefox, WebKit)]
async fn the_program_is_asked_for_again_where_it_came_wrong_once(engine: Engine) -> Result<()> {
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    for (fault, lasts) in [(Fault::Truncated(1000), false), (Fault::Status(500), false), (Fault::Untyped, true)] {
        // Each is another site: nothing is kept from the one before.
        let site = Site::start()?;
        let asked = AtomicU32::new(0);
        let wrong = fault.clone();
        site.server().fail(move |path| {
            let is_wrong = path.ends_with(".wasm") && (asked.fetch_add(1, Ordering::Relaxed) == 0 || lasts);
            is_wrong.then(|| wrong.clone())
        });
        browser.goto(&site.url("kita/")).await?;
        browser.program_started().await.with_context(|| format!("{fault:?}"))?;
        let said = "return !document.getElementById('unavailable').hidden";
        ensure!(!browser.evaluate::<bool>(said).await?, "{fault:?}: said to be unavailable");
    }
    browser.quit().await
}

/// Waits until the worker asks for the first page: of what it keeps at once that alone was not loaded with the town's.
async fn is_in_the_middle(site: &Site) -> Result<()> {
    until("the worker to be in the middle", async || {
        Ok(site.server().take_requests().contains(&"/".to_owned()).then_some(()))
    })
    .await
}

/// The worker is given a damaged file, then none at all, then all of them; only then anything is kept.
#[browser_test(Chromium, Firefox, WebKit)]
async fn server_gone_in_the_middle_of_the_install(engine: Engine) -> Result<()> {
    let mut site = Site::start()?;
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    site.server().fail(|path| (path == "/").then_some(Fault::Corrupted));
    answered::opens_plan(&browser, &site, "kita").await?;
    is_in_the_middle(&site).await?;
    answered::answers_again(&browser).await?;
    ensure!(!answered::is_kept(&browser).await?, "a damaged release is kept");

    site.server().fail(|path| (path == "/").then_some(Fault::Held));
    browser.reload().await?;
    browser.element(".result:not([aria-busy]) h1").await?;
    is_in_the_middle(&site).await?;
    // Every connection is closed, and nobody listens any more.
    site.stop();
    answered::answers_again(&browser).await?;
    for screen in ["help", "privacy", "result"] {
        browser.evaluate::<()>(&format!("location.hash = '{screen}'")).await?;
        browser.element("h1").await?;
    }
    ensure!(!answered::is_kept(&browser).await?, "a part is kept for the whole");
    site.restart()?;
    browser.reload().await?;
    let pages: Vec<String> = site.pages()?.iter().map(|page| site.url(page)).collect();
    browser.kept(&pages).await?;
    browser.quit().await
}

#[browser_test(Chromium, WebKit)]
async fn a_slow_line(engine: Engine) -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    site.server().fail(|path| (!path.ends_with(".txt")).then_some(SLOW));
    browser.goto(&site.url("robots.txt")).await?;
    browser.evaluate::<()>("location.href = 'kita/'").await?;
    // The page is there long before its program.
    browser.element_with_text("h1", "北区の産後ケア").await?;
    let shown = "return document.getElementById('leaflet')?.innerText.includes('03-5963-3311') ?? false";
    until("the leaflet", async || Ok(browser.evaluate::<bool>(shown).await?.then_some(()))).await?;
    // The program takes its 20 seconds and more.
    if browser.program_started().await.is_err() {
        browser.program_started().await?;
    }
    browser.quit().await
}

#[browser_test(Chromium, Firefox, WebKit)]
async fn a_lossy_line(engine: Engine) -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    // Every file is lost the first time that it is asked for.
    let asked = Mutex::new(HashSet::new());
    site.server().fail(move |path| {
        let is_first = asked.lock().is_ok_and(|mut asked| asked.insert(path.to_owned()));
        (is_first && xtask::headers::has_hash(path)).then_some(Fault::Silence)
    });
    browser.goto(&site.url("kita/")).await?;
    let started = "return document.getElementById('app')?.firstChild?.nodeValue !== 'static'";
    for _ in 0..6 {
        assert_eq!(browser.text("h1").await?, "北区の産後ケア");
        until("the program, or word of it", async || {
            let said = "return !document.getElementById('unavailable').hidden
                && getComputedStyle(document.getElementById('unavailable')).visibility === 'visible'";
            Ok((browser.evaluate::<bool>(started).await? || browser.evaluate::<bool>(said).await?).then_some(()))
        })
        .await?;
        if browser.evaluate::<bool>(started).await? {
            return browser.quit().await;
        }
        browser.reload().await?;
    }
    anyhow::bail!("the program never started")
}

/// Where she saves data, only the pages that she opens are kept.
#[browser_test(Chromium)]
async fn saved_data_keeps_her_towns_alone(engine: Engine) -> Result<()> {
    let mut site = Site::start()?;
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    browser.run_first("Object.defineProperty(navigator, 'connection', { value: { saveData: true } });").await?;
    // The first has had all its time when the second is there.
    for town in ["kita/", "nerima/"] {
        browser.goto(&site.url(town)).await?;
        browser.program_started().await?;
        browser.kept(&[site.url(""), site.url(town)]).await?;
    }
    let asked = site.server().take_requests();
    for town in ["nakano", "asahikawa"] {
        ensure!(!asked.iter().any(|path| path.contains(town)), "{town} was loaded: {asked:?}");
    }
    site.stop();
    browser.goto(&site.url("kita/")).await?;
    browser.program_started().await?;
    browser.quit().await
}
