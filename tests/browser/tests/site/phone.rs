//! The phone fails her, and what she sees then: `docs/faults.md` is the table.

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::site::Fault;
use browser_tests::{Browser, Engine, Room, Settings, Site, Storage, Viewport, browser_test, until};
use sango_navi::words::japanese;
use tempfile::TempDir;

use crate::answered;
use crate::mother::date;

/// Answers the first question, and comes to the second.
pub async fn says_expected(browser: &Browser) -> Result<()> {
    browser.click_text("a", japanese().expected()).await?;
    answered::types_date(browser, date("2027-03-01")).await?;
    browser.element_with_text("h1", "何人").await.map(drop)
}

#[browser_test(Chromium, Firefox, WebKit)]
async fn a_full_store(engine: Engine) -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    browser.goto(&site.url("kita/")).await?;
    browser.program_started().await?;
    let fill = "let text = 'x'.repeat(1 << 20);
        for (let index = 0; text.length > 0; index++) {
            try { localStorage.setItem('other' + index, text); } catch { text = text.slice(0, text.length >> 1); }
        }";
    browser.evaluate::<()>(fill).await?;
    says_expected(&browser).await?;
    // She goes on, and is told.
    browser.evaluate::<()>("location.hash = 'privacy'").await?;
    browser.element_with_text(".notice", japanese().store_full()).await?;
    browser.quit().await
}

#[browser_test(Firefox)]
async fn a_store_that_is_forbidden(engine: Engine) -> Result<()> {
    says_that_nothing_is_kept(Settings { storage: Storage::Denied, ..Settings::new(engine) }).await
}

async fn says_that_nothing_is_kept(settings: Settings) -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(settings).await?;
    browser.goto(&site.url("kita/")).await?;
    browser.program_started().await?;
    browser.element_with_text(".notice", japanese().not_kept()).await?;
    browser.click_text("a", japanese().born()).await?;
    browser.element_with_text("h1", japanese().born_question()).await?;
    browser.quit().await
}

#[browser_test(Firefox, WebKit)]
async fn a_store_that_is_absent(engine: Engine) -> Result<()> {
    says_that_nothing_is_kept(Settings { storage: Storage::Absent, ..Settings::new(engine) }).await
}

#[browser_test(Chromium)]
async fn answers_of_a_newer_version(engine: Engine) -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    let newer = answered::signed("sn9.kita.whatever it may be");
    browser.goto(&site.url("robots.txt")).await?;
    answered::keeps(&browser, "sango-navi:/:town/kita", &newer).await?;
    answered::keeps(&browser, "sango-navi:/:seen/kita", "9whatever it may be").await?;
    browser.goto(&site.url("kita/")).await?;
    browser.program_started().await?;
    browser.element_with_text(".notice", japanese().kept_by_newer()).await?;
    says_expected(&browser).await?;
    browser.evaluate::<()>("location.hash = 'privacy'").await?;
    browser.element_with_text(".notice", japanese().kept_by_newer()).await?;
    for (key, text) in [("town", newer.as_str()), ("seen", "9whatever it may be")] {
        let kept = format!("return localStorage.getItem('sango-navi:/:{key}/kita')");
        assert_eq!(browser.evaluate::<String>(&kept).await?, text);
    }
    browser.quit().await
}

#[browser_test(Chromium, Firefox, WebKit)]
async fn a_worker_that_fails(engine: Engine) -> Result<()> {
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    // Each time another site: nothing is kept from the one before. None goes while something may still be asked of it.
    let mut sites = Vec::new();
    for worker in [
        "",
        "this is no script",
        "throw new Error('at once')",
        "addEventListener('install', (event) => event.waitUntil(Promise.reject()))",
    ] {
        let root = TempDir::new()?;
        let base = xtask::base::Base::default();
        xtask::site::assemble(&xtask::site::bundle(), &xtask::rule_files::folder(), &base, root.path())?;
        fs::write(root.path().join("worker.js"), worker)?;
        sites.push((Site::of(root.path())?, root));
        let (site, _) = &sites[sites.len() - 1];
        if worker.is_empty() {
            site.server().fail(|path| (path == "/worker.js").then_some(Fault::Status(500)));
        }
        answered::opens_plan(&browser, site, "kita").await?;
        until("the worker to be asked for", async || {
            Ok(site.server().take_requests().contains(&"/worker.js".to_owned()).then_some(()))
        })
        .await?;
        answered::answers_again(&browser).await?;
        ensure!(!answered::is_kept(&browser).await?, "{worker}");
    }
    browser.quit().await
}

#[browser_test(Chromium, Firefox)]
async fn no_room_for_the_site(engine: Engine) -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(Settings { room: Room::Little, ..Settings::new(engine) }).await?;
    browser.goto(&site.url("robots.txt")).await?;
    if engine == Engine::Chromium {
        // It is told while it runs.
        let room = serde_json::json!({ "origin": site.url("").trim_end_matches('/'), "quotaSize": 20_000 });
        browser.driver.cdp().send_raw("Storage.overrideQuotaForOrigin", room).await?;
    }
    answered::opens_plan(&browser, &site, "kita").await?;
    // Firefox's finds no room even to begin.
    let tried = if engine == Engine::Firefox { "/worker.js" } else { "/" };
    until("the worker to have tried", async || {
        Ok(site.server().take_requests().contains(&tried.to_owned()).then_some(()))
    })
    .await?;
    answered::answers_again(&browser).await?;
    ensure!(!answered::is_kept(&browser).await?, "kept without room");
    browser.reload().await?;
    browser.element(".result h1").await?;
    browser.gone(".notice[role='status']").await?;
    browser.quit().await
}

/// The browser is asked to keep her answers for good when there are any, and only then: some ask her.
#[browser_test(Chromium)]
async fn the_first_answer_asks_the_browser_to_keep_it(engine: Engine) -> Result<()> {
    let listen = "window.asked = 0;
        const persist = () => { window.asked += 1; return Promise.resolve(true); };
        Object.defineProperty(navigator, 'storage', { value: { persist } });";
    let asked = "return window.asked";
    let site = Site::start()?;
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    browser.run_first(listen).await?;
    browser.goto(&site.url("kita/")).await?;
    browser.program_started().await?;
    browser.click_text("a", japanese().expected()).await?;
    browser.element_with_text("h1", japanese().expected_question()).await?;
    assert_eq!(browser.evaluate::<u32>(asked).await?, 0, "before there is anything to keep");
    browser.back().await?;
    says_expected(&browser).await?;
    assert_eq!(browser.evaluate::<u32>(asked).await?, 1, "with the first answer");
    browser.click("button.choice").await?;
    browser.element_with_text("h1", "住民税").await?;
    assert_eq!(browser.evaluate::<u32>(asked).await?, 1, "with the second");
    browser.quit().await
}

#[browser_test(Chromium)]
async fn a_wrong_clock(engine: Engine) -> Result<()> {
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    // Each time another site: nothing is kept from the one before. None goes while something may still be asked of it.
    let mut sites = Vec::new();
    for (moment, doubted) in [
        ("1970-01-01T00:00:00+09:00", "1970年"),
        ("2001-09-09T10:46:40+09:00", "2001年"),
        // A year behind the rules, and a year past their last reading: then they may have changed as well.
        ("2025-11-24T10:30:00+09:00", "日付の設定を確かめてください"),
        ("2027-11-24T10:30:00+09:00", "日付が正しいときは、決まりが変わっているかもしれません"),
        ("2099-12-31T23:59:00+09:00", "2099年"),
    ] {
        sites.push(Site::start()?);
        let site = &sites[sites.len() - 1];
        browser.set_clock(moment).await?;
        browser.goto(&site.url("robots.txt")).await?;
        let record = sango_navi::interview::record::encode("kita", &answered::answers()?);
        answered::keeps(&browser, "sango-navi:/:town/kita", &record).await?;
        browser.goto(&site.url("kita/#result")).await?;
        browser.program_started().await?;
        // Either a question or a plan, with a way to help; what was kept is still there.
        ensure!(!browser.text("h1").await?.is_empty(), "{moment}");
        browser.click_text("header a", japanese().help_link()).await?;
        browser.element_with_text("main", "0120-279-338").await?;
        let kept = "return localStorage.getItem('sango-navi:/:town/kita')";
        assert_eq!(browser.evaluate::<String>(kept).await?, record, "{moment}");
        browser.evaluate::<()>("location.hash = 'born'").await?;
        browser.element_with_text(".notice", doubted).await.with_context(|| moment.to_owned())?;
    }
    // A driver's first page has no icon; a browser asks for one.
    let mut errors = browser.console_errors().await?;
    errors.retain(|line| !line.text.contains("favicon.ico"));
    ensure!(errors.is_empty(), "{errors:?}");
    browser.quit().await
}
