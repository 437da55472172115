//! What a browser does with a date that she pastes, or has half typed.

use anyhow::{Result, ensure};
use browser_tests::{Browser, Engine, Site, Viewport, browser_test, until};
use sango_navi::words::japanese;

use crate::answered;

/// What stands in the three fields.
const FIELDS: &str = "return [...document.querySelectorAll('.date-part input')].map((field) => field.value)";

async fn fields_become(browser: &Browser, expected: [&str; 3]) -> Result<()> {
    until(&format!("{expected:?} in the fields"), async || {
        let found: Vec<String> = browser.evaluate(FIELDS).await?;
        Ok((found == expected).then_some(()))
    })
    .await
}

#[browser_test(Chromium, Firefox, WebKit)]
async fn a_pasted_date_fills_the_fields_and_half_a_date_survives_a_reload(engine: Engine) -> Result<()> {
    let (site, words) = (Site::start()?, japanese());
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    browser.goto(&site.url("kita/#born")).await?;
    browser.program_started().await?;
    browser.element_with_text("h1", words.born_question()).await?;
    answered::fills(&browser, "年", "2026").await?;
    browser.reload().await?;
    browser.program_started().await?;
    browser.element_with_text("h1", words.born_question()).await?;
    fields_become(&browser, ["2026", "", ""]).await?;

    // As a paste does: the whole text in one piece.
    let paste = "const field = document.getElementById('date-year');
        field.value = '令和８年９月１５日';
        field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));";
    browser.evaluate::<()>(paste).await?;
    fields_become(&browser, ["令和8", "9", "15"]).await?;
    browser.element_with_text(".date-echo", "令和8年9月15日生まれ").await?;
    browser.click_text("button", words.take_answer()).await?;
    browser.element_with_text("h1", "予定日より早く").await?;
    let drafts = "return Object.keys(sessionStorage).filter((name) => name.includes('drafts'))";
    ensure!(browser.evaluate::<Vec<String>>(drafts).await?.is_empty(), "what is taken is no draft");
    browser.quit().await
}
