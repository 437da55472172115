//! The home page and a town's come up, in every engine.

use anyhow::Result;
use browser_tests::{Browser, Engine, Site, Viewport, browser_test};
use sango_navi::words::japanese;

/// A page with the program in it: its heading, no error, nothing to scroll sideways, nothing for axe-core.
async fn page_comes_up(browser: &Browser, site: &Site, path: &str, heading: &str) -> Result<()> {
    browser.goto(&site.url(path)).await?;
    browser.program_started().await?;
    browser.element_with_text("h1", heading).await?;
    assert_eq!(browser.console_errors().await?, []);
    assert_eq!(browser.sticking_out().await?, Vec::<String>::new());
    let violations: Vec<String> = browser.axe().await?.iter().map(ToString::to_string).collect();
    assert!(violations.is_empty(), "/{path}\n{}", violations.join("\n"));
    Ok(())
}

#[browser_test(Chromium, Firefox, WebKit)]
async fn pages_come_up(engine: Engine) -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    page_comes_up(&browser, &site, "", japanese().home_heading()).await?;
    page_comes_up(&browser, &site, "kita/", "北区の産後ケア").await?;
    page_comes_up(&browser, &site, "kita/?again#expected", japanese().expected_question()).await?;
    let zone = "return Intl.DateTimeFormat().resolvedOptions().timeZone";
    assert_eq!(browser.evaluate::<String>(zone).await?, "Asia/Tokyo");
    browser.quit().await
}
