//! A browser that lacks what the program needs.

use anyhow::{Context, Result};
use browser_tests::{Browser, Engine, Site, Viewport, browser_test};

use crate::assets::Kind;

/// A browser in which the program can't run: WebAssembly switched off, or something failing as it begins.
#[browser_test(Chromium)]
async fn page_stays_where_the_program_cannot_run(engine: Engine) -> Result<()> {
    let site = Site::start()?;
    for lacking in [
        "delete globalThis.WebAssembly;",
        "Document.prototype.createElement = () => { throw new Error('lacking'); };",
        "globalThis.fetch = () => { throw new Error('lacking'); };",
    ] {
        let browser = Browser::start(engine, Viewport::PHONE).await?;
        browser.run_first(lacking).await?;
        browser.goto(&site.url("kita/")).await?;
        Kind::Town.stays(&browser).await.with_context(|| lacking.to_owned())?;
        browser.quit().await?;
    }
    Ok(())
}
