//! A store that throws, whatever it is asked and whatever it throws.

use anyhow::{Context, Result};
use browser_tests::{Browser, Engine, Site, Viewport, browser_test};
use sango_navi::words::japanese;

use crate::answered;

/// What of the store throws, and how.
const THROWING: [&str; 4] = [
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });",
    WHOLE_WAY,
    "throwsAtEachCall(() => new DOMException('no', 'InvalidStateError'));",
    "throwsAtEachCall(() => new TypeError('no'));",
];

/// With this she goes the whole way to her plan: there is a store to be found, which then takes nothing.
const WHOLE_WAY: &str = "throwsAtEachCall(() => new DOMException('no', 'SecurityError'));";

/// Makes every call of the store throw what `thrown` gives.
const AT_EACH_CALL: &str = "const throwsAtEachCall = (thrown) => {
    const refuse = () => { throw thrown(); };
    for (const name of ['getItem', 'setItem', 'removeItem', 'clear', 'key']) Storage.prototype[name] = refuse;
    Object.defineProperty(Storage.prototype, 'length', { get: refuse });
};";

#[browser_test(Chromium)]
async fn a_store_that_throws(engine: Engine) -> Result<()> {
    let words = japanese();
    for throwing in THROWING {
        let site = Site::start()?;
        let browser = Browser::start(engine, Viewport::PHONE).await?;
        browser.run_first(&format!("{AT_EACH_CALL} {throwing}")).await?;
        browser.goto(&site.url("kita/")).await?;
        browser.program_started().await?;
        browser.click_text("a", words.expected()).await?;
        answered::types_date(&browser, answered::days_ahead(100)?).await?;
        browser.element_with_text("h1", "何人").await.with_context(|| throwing.to_owned())?;
        if throwing == WHOLE_WAY {
            answered::says_the_rest(&browser).await?;
            browser.element_with_text("h1", "生まれたら").await?;
        } else {
            browser.evaluate::<()>("location.hash = 'privacy'").await?;
        }
        browser.element_with_text(".notice", words.not_kept()).await.with_context(|| throwing.to_owned())?;
        browser.quit().await?;
    }
    Ok(())
}
