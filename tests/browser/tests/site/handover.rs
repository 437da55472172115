//! The program comes in two: what she sees where the whole is late, missing, or comes while she answers.

use anyhow::{Result, ensure};
use browser_tests::site::Fault;
use browser_tests::{Browser, Engine, Settings, Site, Storage, browser_test, until};
use chrono::NaiveDate;
use sango_navi::words::japanese;

use crate::answered;
use crate::mother::date;
use crate::walk::two_frames_on;

/// Whether a path is a file of the whole program.
pub fn of_whole(path: &str) -> bool {
    xtask::site::comes_later(path) && path.ends_with(".wasm")
}

/// How far the two programs are.
async fn state(browser: &Browser) -> Result<Option<String>> {
    browser.evaluate("return document.documentElement.dataset.program ?? null").await
}

/// Waits until the two programs are so far.
pub async fn becomes(browser: &Browser, wanted: &str) -> Result<()> {
    until(&format!("the programs to be `{wanted}`"), async || {
        Ok((state(browser).await?.as_deref() == Some(wanted)).then_some(()))
    })
    .await
}

/// Opens the page of a town with what happens to the whole on its way.
async fn opens(settings: Settings, fault: Option<Fault>) -> Result<(Site, Browser)> {
    let site = Site::start()?;
    if let Some(fault) = fault {
        site.server().fail(move |path| of_whole(path).then(|| fault.clone()));
    }
    let browser = Browser::open(settings).await?;
    browser.set_clock("2026-11-24T10:30:00+09:00").await?;
    browser.goto(&site.url("kita/")).await?;
    browser.program_started().await?;
    Ok((site, browser))
}

/// Touches the page, upon which the whole comes.
async fn begins(browser: &Browser) -> Result<()> {
    becomes(browser, "first").await?;
    browser.click("h1").await?;
    becomes(browser, "ready").await
}

async fn says_when_born(browser: &Browser) -> Result<()> {
    says_born_on(browser, date("2026-08-01")).await
}

async fn says_born_on(browser: &Browser, birth: NaiveDate) -> Result<()> {
    browser.click_text("a", japanese().born()).await?;
    answered::types_date(browser, birth).await
}

async fn says_the_rest(browser: &Browser) -> Result<()> {
    browser.click_text("button", japanese().not_preterm()).await?;
    answered::says_the_rest(browser).await?;
    browser.element_with_text("h1", "使えます").await?;
    browser.gone(".result[aria-busy]").await
}

/// How the app is put among the phone's own is told by the whole alone, which comes by itself where that is asked for.
#[browser_test(Chromium, Firefox)]
async fn how_to_install_comes_with_the_whole(engine: Engine) -> Result<()> {
    let (_site, browser) = opens(Settings::new(engine), None).await?;
    becomes(&browser, "first").await?;
    browser.evaluate::<()>("location.hash = 'privacy'").await?;
    browser.element_with_text("main", japanese().on_iphone()).await?;
    becomes(&browser, "whole").await?;
    browser.quit().await
}

#[browser_test]
async fn the_whole_goes_on_at_a_change_of_the_screen() -> Result<()> {
    let (_site, browser) = opens(Settings::new(Engine::Chromium), None).await?;
    begins(&browser).await?;
    says_when_born(&browser).await?;
    becomes(&browser, "whole").await?;
    browser.element_with_text("h1", "予定日より早く").await?;
    let focused: String = browser.evaluate("return document.activeElement.tagName").await?;
    ensure!(focused == "H1", "a screen reader goes on at the heading, found {focused}");
    says_the_rest(&browser).await?;
    // What the first heard it no longer answers: one step back is one screen back.
    browser.back().await?;
    browser.element_with_text("h1", "申し込みましたか").await?;
    browser.forward().await?;
    browser.element_with_text("h1", "使えます").await?;
    ensure!(browser.console_errors().await?.is_empty(), "{:?}", browser.console_errors().await?);
    browser.quit().await
}

/// The same in a browser that can't be told a date.
#[browser_test(Chromium, Firefox, WebKit)]
async fn without_the_whole_the_first_leads_to_the_result(engine: Engine) -> Result<()> {
    let browser = Browser::open(Settings::new(engine)).await?;
    let birth = answered::days_ago(115)?;
    for fault in [Fault::Status(404), Fault::Silence, Fault::Truncated(1000), Fault::Corrupted] {
        // Each is another site: nothing is kept from the one before.
        let site = Site::start()?;
        let wrong = fault.clone();
        site.server().fail(move |path| of_whole(path).then(|| wrong.clone()));
        browser.goto(&site.url("kita/")).await?;
        browser.program_started().await?;
        says_born_on(&browser, birth).await?;
        says_the_rest(&browser).await?;
        let text = browser.text(".result").await?;
        for wanted in ["6,600円", "03-5963-3311"] {
            ensure!(text.contains(wanted), "{fault:?}: {wanted}\n{text}");
        }
        let unavailable: bool =
            browser.evaluate("return document.getElementById('unavailable').getClientRects().length > 0").await?;
        ensure!(!unavailable, "{fault:?}: nothing that she knows of is missing");
        ensure!(state(&browser).await?.as_deref() == Some("first"), "{fault:?}: {:?}", state(&browser).await?);
    }
    browser.quit().await
}

#[browser_test]
async fn what_is_wanted_before_it_is_there_comes_when_it_is() -> Result<()> {
    let (site, browser) = opens(Settings::new(Engine::Chromium), Some(Fault::Held)).await?;
    says_when_born(&browser).await?;
    says_the_rest(&browser).await?;
    ensure!(state(&browser).await?.as_deref() == Some("first"), "the first shows the result");
    browser.click_text("button", japanese().later()).await?;
    ensure!(state(&browser).await?.as_deref() == Some("first"), "the whole is not there yet");
    site.server().heal();
    becomes(&browser, "whole").await?;
    browser.element_with_text("h1", "使えます").await?;
    browser.gone(".later").await?;
    browser.quit().await
}

/// She asks for what comes next from the middle of her plan: there it is, and all that she opened and narrowed is as it was.
#[browser_test(Chromium, Firefox)]
async fn the_whole_goes_on_where_she_asked_for_it(engine: Engine) -> Result<()> {
    let (site, browser) = opens(Settings::new(engine), Some(Fault::Held)).await?;
    says_born_on(&browser, answered::days_ago(115)?).await?;
    says_the_rest(&browser).await?;
    let pressed = "return [...document.querySelectorAll('.filters [aria-pressed=true]')].map((chip) => chip.innerText)";
    let open =
        "return [...document.querySelectorAll('details[open]')].map((fold) => fold.firstElementChild.textContent)";
    browser.click_text(".filters .chip", "訪問型").await?;
    browser.click(".facilities > li:not([hidden]) summary").await?;
    browser.click("#services > summary").await?;
    let before: (Vec<String>, Vec<String>) = (browser.evaluate(pressed).await?, browser.evaluate(open).await?);
    ensure!(before.0 == ["訪問型"] && before.1.len() == 2, "{before:?}");
    browser.click_text("button", japanese().later()).await?;
    browser.element_with_text(".later", japanese().later_coming()).await?;
    site.server().heal();
    becomes(&browser, "whole").await?;
    browser.element(".planner").await?;
    let after: (Vec<String>, Vec<String>) = (browser.evaluate(pressed).await?, browser.evaluate(open).await?);
    ensure!(before == after, "{before:?}, then {after:?}");
    let (focused, top): (String, f64) = browser
        .evaluate("return [document.activeElement.id, document.querySelector('.planner').getBoundingClientRect().top]")
        .await?;
    ensure!(focused == "planner" && (-1.0..200.0).contains(&top), "the planner is {top} px down, focus on {focused}");
    ensure!(browser.console_errors().await?.is_empty(), "{:?}", browser.console_errors().await?);
    browser.quit().await
}

/// Where she went on reading while it was on its way she stays at what she reads.
#[browser_test]
async fn the_whole_leaves_her_where_she_reads() -> Result<()> {
    let (site, browser) = opens(Settings::new(Engine::Chromium), Some(Fault::Held)).await?;
    says_when_born(&browser).await?;
    says_the_rest(&browser).await?;
    browser.click_text("button", japanese().later()).await?;
    let read = "document.querySelectorAll('.facilities > li:not([hidden]) h3')[4]";
    browser.evaluate::<()>(&format!("{read}.scrollIntoView({{ block: 'start' }})")).await?;
    let place = two_frames_on(&format!("[{read}.textContent, Math.round({read}.getBoundingClientRect().top)]"));
    let before: (String, i32) = browser.evaluate(&place).await?;
    site.server().heal();
    becomes(&browser, "whole").await?;
    browser.element(".planner").await?;
    until("her place", async || {
        let (name, top): (String, i32) = browser.evaluate(&place).await?;
        Ok((name == before.0 && (top - before.1).abs() <= 2).then_some(()))
    })
    .await?;
    browser.quit().await
}

#[browser_test]
async fn answers_that_nothing_keeps_are_handed_over() -> Result<()> {
    let settings = Settings { storage: Storage::Denied, ..Settings::new(Engine::Chromium) };
    let (_site, browser) = opens(settings, None).await?;
    begins(&browser).await?;
    says_when_born(&browser).await?;
    becomes(&browser, "whole").await?;
    says_the_rest(&browser).await?;
    let text = browser.text(".result").await?;
    ensure!(text.contains("6,600円"), "{text}");
    browser.quit().await
}
