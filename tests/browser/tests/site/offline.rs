//! After the first visit everything is on the phone: the server may be gone for good.

use anyhow::Result;
use browser_tests::{Browser, Engine, Site, Viewport, browser_test, until};

/// The addresses of every page that is to open without network.
fn addresses(site: &Site) -> Result<Vec<String>> {
    Ok(site.pages()?.iter().map(|page| site.url(page)).collect())
}

/// One visit to one town; then the server is gone, and every page opens with its program.
async fn everything_opens(engine: Engine, mut site: Site) -> Result<()> {
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    let pages = addresses(&site)?;
    browser.goto(&site.url("kita/")).await?;
    browser.program_started().await?;
    browser.kept(&pages).await?;

    site.stop();
    browser.reload().await?;
    browser.program_started().await?;
    has_all_it_asked_for(&browser).await?;
    assert_eq!(browser.text("h1").await?, "北区の産後ケア");
    for address in pages.iter().cloned().chain([
        site.url("nerima/?openExternalBrowser=1"),
        site.url("asahikawa/index.html?a=1"),
        site.url("nakano"),
        site.url("nakano?openExternalBrowser=1#born"),
        site.url("?openExternalBrowser=1"),
    ]) {
        browser.goto(&address).await?;
        browser.program_started().await?;
        has_all_it_asked_for(&browser).await?;
        let shown = browser.driver.current_url().await?;
        assert!(!shown.as_str().contains("openExternalBrowser"), "{address} became {shown}");
    }
    browser.goto(&site.url("nakano?openExternalBrowser=1#born")).await?;
    browser.program_started().await?;
    assert_eq!(browser.driver.current_url().await?.as_str(), site.url("nakano/#born"));
    assert_eq!(browser.console_errors().await?, []);
    browser.quit().await
}

/// Waits for what a kept page asks for at once: Firefox calls a page that is left in the middle of that an error.
async fn has_all_it_asked_for(browser: &Browser) -> Result<()> {
    let parts = "return performance.getEntriesByType('resource').map(({ name }) => name)
        .filter((name) => name.includes('-chunk-')).sort()";
    let all = xtask::site::chunks_of(&xtask::workspace::dist(), "lazy")?;
    let mut before: Vec<String> = Vec::new();
    until("the parts that come later", async || {
        let now: Vec<String> = browser.evaluate(parts).await?;
        let is_all = all.iter().all(|file| now.iter().any(|name| name.ends_with(file))) && now == before;
        before = now;
        Ok(is_all.then_some(()))
    })
    .await
}

#[browser_test(Chromium, Firefox, WebKit)]
async fn everything_opens_without_network(engine: Engine) -> Result<()> {
    everything_opens(engine, Site::start()?).await
}

#[browser_test(Chromium)]
async fn everything_opens_without_network_under_a_path(engine: Engine) -> Result<()> {
    everything_opens(engine, Site::under("/sango/")?).await
}
