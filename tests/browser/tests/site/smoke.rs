//! The home page comes up, in every engine.

use anyhow::Result;
use browser_tests::{Browser, Engine, Site, Viewport};

/// The home page with the program in it: its heading, no error, nothing to scroll sideways, nothing for axe-core.
async fn home_page_comes_up(engine: Engine) -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    browser.goto(&site.url("")).await?;
    browser.program_started().await?;

    assert_eq!(browser.text("h1").await?, "産後ケアナビ");
    assert_eq!(browser.console_errors().await?, []);
    assert_eq!(browser.sticking_out().await?, Vec::<String>::new());
    assert_eq!(browser.evaluate::<String>("return Intl.DateTimeFormat().resolvedOptions().timeZone").await?, "Asia/Tokyo");
    browser.quit().await
}

#[tokio::test]
async fn home_page_comes_up_in_chromium() -> Result<()> {
    home_page_comes_up(Engine::Chromium).await
}

#[tokio::test]
async fn home_page_comes_up_in_firefox() -> Result<()> {
    home_page_comes_up(Engine::Firefox).await
}

#[tokio::test]
async fn home_page_comes_up_in_webkit() -> Result<()> {
    home_page_comes_up(Engine::WebKit).await
}
