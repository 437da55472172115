//! What she gave the phone is there no more: thrown away by the browser, or deleted by her.

use anyhow::{Result, ensure};
use browser_tests::{Browser, Engine, Site, Viewport, browser_test};
use sango_navi::words::japanese;

use crate::answered;
use crate::phone::says_expected;

#[browser_test(Chromium)]
async fn a_cleared_store(engine: Engine) -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    answered::opens_plan(&browser, &site, "kita").await?;
    browser.evaluate::<()>("localStorage.clear()").await?;
    browser.reload().await?;
    browser.program_started().await?;
    browser.element_with_text(".notice", japanese().lost()).await?;
    // Said once.
    says_expected(&browser).await?;
    browser.gone(".notice").await?;
    // When she has answered again, a link that keeps her answers is offered, once.
    let words = japanese();
    answered::says_the_rest(&browser).await?;
    answered::has_whole(&browser).await?;
    browser.element_with_text(".offer", words.offers_link()).await?;
    assert_eq!(browser.sticking_out().await?, Vec::<String>::new());
    browser.click_text(".offer button", words.take_link()).await?;
    browser.element_with_text(".moving[open] summary", words.moving_heading()).await?;
    let focused = "return document.activeElement.closest('.moving') !== null";
    assert!(browser.evaluate::<bool>(focused).await?, "a screen reader goes on there");
    browser.gone(".offer").await?;
    browser.click_text(".moving button", words.show_moving()).await?;
    browser.element(".moving .code").await?;
    browser.reload().await?;
    answered::has_whole(&browser).await?;
    browser.gone(".offer").await?;
    browser.quit().await
}

/// The browser throws everything away while her plan is open: what she does next keeps it again.
#[browser_test(Chromium)]
async fn a_store_cleared_under_her_eyes(engine: Engine) -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    answered::opens_plan(&browser, &site, "kita").await?;
    let before = answered::plan(&browser).await?;
    browser.evaluate::<()>("localStorage.clear()").await?;
    // A look elsewhere in between, and a tap that changes nothing of her plan.
    browser.evaluate::<()>("document.dispatchEvent(new Event('visibilitychange'))").await?;
    answered::answers_again(&browser).await?;
    let after = answered::plan(&browser).await?;
    ensure!(before.lines().next() == after.lines().next(), "{after}");
    browser.gone(".notice[role='status']").await?;
    browser.reload().await?;
    browser.element(".result:not([aria-busy]) h1").await?;
    ensure!(answered::plan(&browser).await?.lines().count() > 20, "her plan is here again");
    browser.quit().await
}

/// What she deletes in one tab is gone in all: in one that she looks at, and in one that stands still in the way back.
#[browser_test(Chromium, Firefox, WebKit)]
async fn deleted_in_another_tab(engine: Engine) -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    answered::opens_plan(&browser, &site, "kita").await?;
    // A document of the same origin is to the page what another tab is.
    let deletes = "const other = document.createElement('iframe');
        document.body.append(other);
        for (const key of Object.keys(localStorage)) other.contentWindow.localStorage.removeItem(key);
        other.remove();";
    browser.evaluate::<()>(deletes).await?;
    browser.element_with_text("h1", japanese().baby_question()).await?;
    browser.gone(".result").await?;
    browser.gone(".notice[role='status']").await?;
    ensure!(browser.evaluate::<u32>("return localStorage.length").await? == 0, "nothing comes back");

    answered::opens_plan(&browser, &site, "kita").await?;
    browser.evaluate::<()>("location.href = '../nerima/'").await?;
    browser.element_with_text("h1", "練馬区の産後ケア").await?;
    browser.program_started().await?;
    browser.evaluate::<()>("for (const key of Object.keys(localStorage)) localStorage.removeItem(key)").await?;
    browser.back().await?;
    browser.element_with_text("h1", japanese().baby_question()).await?;
    browser.gone(".result").await?;
    let comes_back = "return Object.keys(localStorage).some((key) => key.includes(':town/'))";
    ensure!(!browser.evaluate::<bool>(comes_back).await?, "nothing comes back");
    browser.quit().await
}

/// Only the kept site is thrown away, the worker stays: the next visit keeps the site again.
#[browser_test(Chromium, Firefox, WebKit)]
async fn the_kept_site_thrown_away(engine: Engine) -> Result<()> {
    let mut site = Site::start()?;
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    answered::opens_plan(&browser, &site, "kita").await?;
    let pages: Vec<String> = site.pages()?.iter().map(|page| site.url(page)).collect();
    browser.kept(&pages).await?;
    let empties = "return (async () => { for (const name of await caches.keys()) await caches.delete(name); })()";
    browser.evaluate::<()>(empties).await?;
    ensure!(!answered::is_kept(&browser).await?, "it is emptied");
    browser.reload().await?;
    browser.program_started().await?;
    browser.kept(&pages).await?;
    site.stop();
    browser.reload().await?;
    browser.element(".result:not([aria-busy]) h1").await?;
    browser.quit().await
}
