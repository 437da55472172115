//! What follows the first question comes in files of its own: what she sees where one is late, missing, cut or changed.

use anyhow::{Context, Result, ensure};
use browser_tests::site::Fault;
use browser_tests::{Browser, Engine, Settings, Site, browser_test, until};
use sango_navi::words::japanese;

use crate::answered;
use crate::place::stands;
use crate::takeover::SHIFTED;

/// Whether a path is what shows her plan.
fn of_plan(path: &str) -> bool {
    xtask::site::comes_later(path) && path.contains("-result-")
}

/// Whether a path is what comes after the first look at it.
pub fn of_later(path: &str) -> bool {
    xtask::site::comes_later(path) && path.contains("-chunk-lazy-")
}

/// What a file may come to on its way.
fn faults() -> [Fault; 4] {
    [Fault::Status(404), Fault::Silence, Fault::Truncated(1000), Fault::Corrupted]
}

async fn says_born(browser: &Browser, birth: chrono::NaiveDate) -> Result<()> {
    browser.click_text("a", japanese().born()).await?;
    answered::types_date(browser, birth).await?;
    browser.click_text("button", japanese().not_preterm()).await?;
    answered::says_the_rest(browser).await
}

async fn has_plan(browser: &Browser) -> Result<()> {
    browser.element_with_text("h1", "使えます").await?;
    browser.gone(".result[aria-busy]").await
}

/// Prices, last days and phones are there. Which facilities stand in sight hangs on who answers at this hour.
async fn has_prices_and_phones(browser: &Browser) -> Result<()> {
    let text = browser.text(".result").await?;
    let phones: usize =
        browser.evaluate("return document.querySelectorAll('.facility a[href^=\"tel:\"]').length").await?;
    ensure!(text.contains("6,600円") && text.contains("まで") && phones >= 5, "{phones} phones in {text}");
    Ok(())
}

/// The button of what comes after the first look, wherever it stands.
async fn asks_for_later(browser: &Browser) -> Result<()> {
    browser.click(".later button").await
}

/// A page that she only reads asks for nothing but what leads to the first question.
#[browser_test]
async fn what_follows_is_asked_for_once_she_touches_the_page() -> Result<()> {
    let site = Site::start()?;
    site.server().fail(|path| (path == "/worker.js").then_some(Fault::Status(404)));
    let browser = Browser::open(Settings::new(Engine::Chromium)).await?;
    browser.goto(&site.url("kita/")).await?;
    browser.program_started().await?;
    let asked = "return performance.getEntriesByType('resource').filter(({ name }) => name.includes('-chunk-')).length";
    ensure!(browser.evaluate::<usize>(asked).await? == 0, "asked for untouched");
    browser.click("h1").await?;
    until("the chunks", async || Ok((browser.evaluate::<usize>(asked).await? > 1).then_some(()))).await?;
    browser.quit().await
}

/// Where she has begun here, all that shows her plan is asked for untouched, and no part of it waits for another.
#[browser_test]
async fn a_plan_that_is_kept_is_asked_for_whole() -> Result<()> {
    let browser = Browser::open(Settings::new(Engine::Chromium)).await?;
    for screen in ["", "#result"] {
        // Each is another site: nothing is kept from the one before.
        let site = Site::start()?;
        browser.goto(&site.url("robots.txt")).await?;
        let record = sango_navi::interview::record::encode("kita", &answered::answers()?);
        answered::keeps(&browser, "sango-navi:/:town/kita", &record).await?;
        site.server().fail(|path| (of_plan(path) || of_later(path)).then_some(Fault::Held));
        browser.goto(&site.url(&format!("kita/{screen}"))).await?;
        let mut asked = Vec::new();
        until("both parts being asked for", async || {
            asked.extend(site.server().take_requests());
            let is_asked = |part: fn(&str) -> bool| asked.iter().any(|path| part(path));
            Ok((is_asked(of_plan) && is_asked(of_later)).then_some(()))
        })
        .await?;
        site.server().heal();
        if screen == "#result" {
            has_plan(&browser).await?;
        }
    }
    browser.quit().await
}

/// Her plan opened by its address while what shows it is on its way: nothing that stands moves when it comes.
#[browser_test(Chromium)]
async fn nothing_moves_when_her_plan_comes(engine: Engine) -> Result<()> {
    let browser = Browser::open(Settings::new(engine)).await?;
    let site = Site::start()?;
    browser.goto(&site.url("robots.txt")).await?;
    let record = sango_navi::interview::record::encode("kita", &answered::answers()?);
    answered::keeps(&browser, "sango-navi:/:town/kita", &record).await?;
    site.server().fail(|path| of_plan(path).then_some(Fault::Held));
    browser.goto(&site.url("kita/#result")).await?;
    browser.element_with_text("main", japanese().later_coming()).await?;
    site.server().heal();
    has_plan(&browser).await?;
    ensure!(browser.evaluate::<f64>(SHIFTED).await? == 0.0, "something moved");
    browser.quit().await
}

/// Without what shows her plan the questions go on, and say at their end what is missing; it comes with the next tap.
#[browser_test(Chromium)]
async fn without_what_shows_her_plan_the_questions_go_on(engine: Engine) -> Result<()> {
    let browser = Browser::open(Settings::new(engine)).await?;
    let birth = answered::days_ago(115)?;
    for fault in faults() {
        // Each is another site: nothing is kept from the one before.
        let site = Site::start()?;
        let wrong = fault.clone();
        site.server().fail(move |path| of_plan(path).then(|| wrong.clone()));
        browser.goto(&site.url("kita/")).await?;
        browser.program_started().await?;
        says_born(&browser, birth).await?;
        browser.element_with_text("main", japanese().later_failed()).await?;
        site.server().heal();
        browser.click_text("button", japanese().try_again()).await?;
        has_plan(&browser).await?;
        has_prices_and_phones(&browser).await.with_context(|| format!("{fault:?}"))?;
    }
    browser.quit().await
}

/// Without what comes after the first look her plan stands with prices, last days and phones; a tap asks for it, says that
/// it did not come, and asks again.
#[browser_test(Chromium)]
async fn without_what_comes_later_her_plan_is_there(engine: Engine) -> Result<()> {
    let browser = Browser::open(Settings::new(engine)).await?;
    let birth = answered::days_ago(115)?;
    for fault in faults() {
        let site = Site::start()?;
        let wrong = fault.clone();
        site.server().fail(move |path| of_later(path).then(|| wrong.clone()));
        browser.goto(&site.url("kita/")).await?;
        browser.program_started().await?;
        says_born(&browser, birth).await?;
        has_plan(&browser).await?;
        has_prices_and_phones(&browser).await.with_context(|| format!("{fault:?}"))?;
        asks_for_later(&browser).await?;
        browser.element_with_text(".later", japanese().later_failed()).await?;
        site.server().heal();
        browser.click_text(".later button", japanese().try_again()).await?;
        browser.element(".planner").await?;
        browser.element(".sharing").await?;
        let unavailable: bool =
            browser.evaluate("return document.getElementById('unavailable').getClientRects().length > 0").await?;
        ensure!(!unavailable, "{fault:?}: nothing that she knows of is missing");
    }
    browser.quit().await
}

/// Her plan opened by its address while what comes later is on its way: it comes while she looks at the top, at the middle
/// of the list, or at the very place where it is to stand, and nothing moves.
#[browser_test]
async fn nothing_moves_when_what_comes_later_comes() -> Result<()> {
    let browser = Browser::open(Settings::new(Engine::Chromium)).await?;
    // Each time another site: nothing is kept from the one before. None goes while something may still be asked of it.
    let mut sites = Vec::new();
    for read in [".result h1", ".facilities > li:nth-child(2) h3", ".later"] {
        sites.push(Site::start()?);
        let site = &sites[sites.len() - 1];
        site.server().fail(|path| of_later(path).then_some(Fault::Held));
        answered::opens_plan(&browser, site, "kita").await?;
        browser.element(".later button").await?;
        let element = format!("document.querySelector('{read}')");
        browser.evaluate::<()>(&format!("{element}.scrollIntoView({{ block: 'center' }})")).await?;
        let before = stands(&browser, &element).await?;
        let shifted: f64 = browser.evaluate(SHIFTED).await?;
        site.server().heal();
        let files = xtask::site::chunks_of(site.root(), "lazy")?;
        let came = format!(
            "const came = performance.getEntriesByType('resource').filter(({{ responseEnd }}) => responseEnd > 0);
             return {files:?}.every((file) => came.some(({{ name }}) => name.endsWith(file)))"
        );
        until("the files", async || Ok(browser.evaluate::<bool>(&came).await?.then_some(()))).await?;
        if read != ".later" {
            browser.element(".sharing").await?;
        }
        ensure!(stands(&browser, &element).await? == before, "{read} moved");
        ensure!(browser.evaluate::<f64>(SHIFTED).await? == shifted, "{read}: something moved");
        // What did not come by itself comes with her tap.
        if read == ".later" {
            asks_for_later(&browser).await?;
        }
        browser.element(".planner").await?;
        browser.element(".sharing").await?;
        // A driver's first page has no icon; a browser asks for one.
        let mut errors = browser.console_errors().await?;
        errors.retain(|line| !format!("{line:?}").contains("favicon.ico"));
        ensure!(errors.is_empty(), "{read}: {errors:?}");
    }
    browser.quit().await
}
