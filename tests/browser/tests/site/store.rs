//! A store that throws, whatever it is asked and whatever it throws.

use anyhow::{Context, Result};
use browser_tests::{Browser, Engine, Site, Viewport, browser_test};
use sango_navi::words::japanese;

use crate::answered;

/// What of the store throws, and how.
const THROWING: [&str; 4] = [
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });",
    "throwsAtEachCall(() => new DOMException('no', 'SecurityError'));",
    "throwsAtEachCall(() => new DOMException('no', 'InvalidStateError'));",
    "throwsAtEachCall(() => new TypeError('no'));",
];

/// Makes every call of the store throw what `thrown` gives.
const AT_EACH_CALL: &str = "const throwsAtEachCall = (thrown) => {
    const refuse = () => { throw thrown(); };
    for (const name of ['getItem', 'setItem', 'removeItem', 'clear', 'key']) Storage.prototype[name] = refuse;
    Object.defineProperty(Storage.prototype, 'length', { get: refuse });
};";

#[browser_test(Chromium, Firefox, WebKit)]
async fn a_store_that_throws(engine: Engine) -> Result<()> {
    let words = japanese();
    for throwing in THROWING {
        let site = Site::start()?;
        let browser = Browser::start(engine, Viewport::PHONE).await?;
        let script = format!("{AT_EACH_CALL} {throwing}");
        if engine.has_bidi() {
            browser.run_first(&script).await?;
        }
        browser.goto(&site.url("kita/")).await?;
        browser.program_started().await?;
        if !engine.has_bidi() {
            // From here on; what was asked before is only whether there is anything.
            browser.evaluate::<()>(&script).await?;
        }
        browser.click_text("a", words.expected()).await?;
        answered::types_date(&browser, answered::days_ahead(100)?).await?;
        browser.element_with_text("h1", "何人").await?;
        answered::says_the_rest(&browser).await.with_context(|| throwing.to_owned())?;
        browser.element_with_text("h1", "生まれたら").await?;
        browser.element_with_text(".notice", words.not_kept()).await.with_context(|| throwing.to_owned())?;
        browser.quit().await?;
    }
    Ok(())
}
