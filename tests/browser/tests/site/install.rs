//! The app among the phone's own.

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Engine, Site, Viewport, browser_test, until};
use sango_navi::domain::household::Babies;
use sango_navi::words::japanese;
use serde_json::json;

use crate::answered;

/// Waits until the page has its manifest: after all that she waits for.
async fn is_offered(browser: &Browser) -> Result<()> {
    let there = "return document.querySelector('link[rel=manifest]') !== null";
    until("the manifest", async || Ok(browser.evaluate::<bool>(there).await?.then_some(()))).await
}

/// Chromium finds nothing that keeps it from offering to install.
#[browser_test]
async fn it_can_be_installed_in_chromium() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::start(Engine::Chromium, Viewport::PHONE).await?;
    browser.goto(&site.url("kita/")).await?;
    browser.program_started().await?;
    is_offered(&browser).await?;
    let cdp = browser.driver.cdp();
    let manifest = cdp.send_raw("Page.getAppManifest", json!({})).await?;
    ensure!(manifest["errors"].as_array().is_some_and(Vec::is_empty), "{manifest}");
    let data: serde_json::Value = serde_json::from_str(manifest["data"].as_str().context("a manifest")?)?;
    ensure!(data["shortcuts"].as_array().is_some_and(|shortcuts| shortcuts.len() > 2), "{data}");
    until("nothing in the way of installing", async || {
        let found = cdp.send_raw("Page.getInstallabilityErrors", json!({})).await?;
        let errors = found["installabilityErrors"].as_array().context("a list")?;
        // A browser without a window has no place to install to.
        let ours = errors.iter().filter(|error| error["errorId"] != "in-incognito");
        Ok((ours.count() == 0).then_some(()))
    })
    .await?;
    browser.quit().await
}

/// Where the icon has a store of its own her answers stayed in the browser, and it says so, once; where it finds them it
/// opens her plan.
#[browser_test(Chromium)]
async fn the_icon_opens_where_she_was(engine: Engine) -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    browser.goto(&site.url("?installed=1")).await?;
    browser.program_started().await?;
    browser.element_with_text(".notice[role='status']", japanese().lost()).await?;
    assert_eq!(browser.sticking_out().await?, Vec::<String>::new());
    browser.reload().await?;
    browser.program_started().await?;
    browser.gone(".notice[role='status']").await?;
    // What the icon opens is what the manifest says: nowhere yet.
    browser.goto(&site.url("kita/")).await?;
    is_offered(&browser).await?;
    let start = "return (async () => {
        const manifest = document.querySelector('link[rel=manifest]').href;
        return new URL((await (await fetch(manifest)).json()).start_url, manifest).href;
    })()";
    let icon: String = browser.evaluate(start).await?;
    browser.goto(&icon).await?;
    browser.program_started().await?;
    assert_eq!(browser.driver.current_url().await?.as_str(), site.url(""));
    answered::opens_plan(&browser, &site, "kita").await?;
    // An answer that she changes makes this town the last, and is in what she finds again.
    browser.evaluate::<()>("location.hash = 'babies'").await?;
    browser.click_text("button", japanese().babies(Babies::new(2).map_err(anyhow::Error::msg)?)).await?;
    browser.element_with_text(".result", "8,800円").await?;
    browser.goto("about:blank").await?;
    browser.goto(&icon).await?;
    browser.element_with_text(".result", "8,800円").await?;
    browser.element(".result h1").await?;
    assert_eq!(browser.driver.current_url().await?.as_str(), site.url("kita/#result"));
    browser.click_text(".result a", japanese().install_heading()).await?;
    browser.element_with_text("main", japanese().on_iphone()).await?;
    assert_eq!(browser.sticking_out().await?, Vec::<String>::new());
    browser.quit().await
}
