//! What becomes of a date that she pastes, has half typed, or types wrong: the page loaded anew, turned, enlarged, and left
//! for the help lines.

use anyhow::{Result, ensure};
use browser_tests::{Browser, Engine, Site, Viewport, browser_test, until};
use sango_navi::domain::household::Babies;
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

/// On its side, enlarged to twice its size, and back: what she typed stays, and nothing is to be scrolled sideways.
async fn is_turned_and_enlarged(browser: &Browser) -> Result<()> {
    let mut before = Viewport::PHONE;
    for (width, height, zoom) in [(640, 360, 1), (640, 360, 2), (360, 640, 2), (360, 640, 1)] {
        let window = Viewport { width, height };
        // A size can be told only of a page that is not enlarged.
        browser.zoom(1, before).await?;
        browser.resize(window).await?;
        browser.zoom(zoom, window).await?;
        before = window;
        assert_eq!(browser.evaluate::<Vec<String>>(FIELDS).await?, ["2026", "8", ""], "{width} × {zoom}");
        browser.element_with_text("h1", japanese().born_question()).await?;
        assert_eq!(browser.sticking_out().await?, Vec::<String>::new(), "{width} × {zoom}");
    }
    Ok(())
}

/// What is wrong with a date is said beside it, where she goes on typing.
async fn wrong_dates_are_explained(browser: &Browser) -> Result<()> {
    let future = answered::days_ahead(1)?;
    let future = ["%Y", "%-m", "%-d"].map(|part| future.format(part).to_string());
    for (date, said) in [
        (["2026", "9", "31"].map(str::to_owned), "9月は30日まで"),
        (future, "今日より先"),
        ([" ", "13", "1"].map(str::to_owned), "年を入れて"),
        (["2025", "2", "29"].map(str::to_owned), "28日まで"),
    ] {
        for (label, text) in ["年", "月", "日"].into_iter().zip(&date) {
            answered::fills(browser, label, text).await?;
        }
        browser.click_text("button", japanese().take_answer()).await?;
        browser.element_with_text("#date-error", said).await?;
        assert_eq!(browser.evaluate::<Vec<String>>(FIELDS).await?, date, "nothing is lost");
        if said.starts_with('9') {
            let focused: String = browser.evaluate("return document.activeElement.id").await?;
            assert_eq!(focused, "date-day");
            assert_eq!(browser.sticking_out().await?, Vec::<String>::new());
            let violations: Vec<String> = browser.axe().await?.iter().map(ToString::to_string).collect();
            ensure!(violations.is_empty(), "{}", violations.join("\n"));
        }
    }
    Ok(())
}

/// The way back on the help lines leads to the screen from which she came.
async fn goes_to_help_and_returns(browser: &Browser, heading: &str) -> Result<()> {
    browser.element_with_text("h1", heading).await?;
    browser.click_text(".masthead a", japanese().help_link()).await?;
    browser.element_with_text("h1", japanese().help_heading()).await?;
    browser.click(".question-back").await?;
    browser.element_with_text("h1", heading).await.map(drop)
}

#[browser_test(Chromium, Firefox, WebKit)]
async fn a_pasted_date_fills_the_fields_and_half_a_date_survives_a_reload(engine: Engine) -> Result<()> {
    let (site, words) = (Site::start()?, japanese());
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    browser.goto(&site.url("kita/")).await?;
    browser.program_started().await?;
    goes_to_help_and_returns(&browser, "北区の産後ケア").await?;
    browser.click_text("a", words.born()).await?;
    browser.element_with_text("h1", words.born_question()).await?;
    answered::fills(&browser, "年", "2026").await?;
    browser.reload().await?;
    browser.program_started().await?;
    browser.element_with_text("h1", words.born_question()).await?;
    fields_become(&browser, ["2026", "", ""]).await?;
    answered::fills(&browser, "月", "8").await?;
    is_turned_and_enlarged(&browser).await?;
    goes_to_help_and_returns(&browser, words.born_question()).await?;
    fields_become(&browser, ["2026", "8", ""]).await?;
    wrong_dates_are_explained(&browser).await?;

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

    browser.click_text("button", words.preterm()).await?;
    answered::fills(&browser, "月", "9").await?;
    goes_to_help_and_returns(&browser, "予定日より早く").await?;
    fields_become(&browser, ["", "9", ""]).await?;
    browser.click_text("button", words.not_preterm()).await?;
    goes_to_help_and_returns(&browser, "何人").await?;
    browser.click_text("button", words.babies(Babies::ONE)).await?;
    goes_to_help_and_returns(&browser, "住民税").await?;
    browser.quit().await
}
