//! Tabs: one that dies in the middle, two of one town, and one that the browser takes out of its own memory.

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Engine, Settings, Site, Viewport, browser_test, until};
use sango_navi::domain::household::{Babies, Household};
use sango_navi::interview::{Answers, BabyAnswer, Wish, record};
use sango_navi::words::japanese;
use tempfile::TempDir;

use crate::answered;

/// What the phone keeps of her answers in Kita.
async fn kept(browser: &Browser) -> Result<Answers> {
    let text: String = browser.evaluate("return localStorage.getItem('sango-navi:/:town/kita') ?? ''").await?;
    let record = record::decode(&text).map_err(|error| anyhow::anyhow!("{text}: {error:?}"))?;
    Ok(record.answers)
}

/// Opens the page of Kita and says that the baby is expected in a hundred days.
async fn expects(browser: &Browser, site: &Site) -> Result<()> {
    browser.goto(&site.url("kita/#expected")).await?;
    browser.program_started().await?;
    answered::types_date(browser, answered::days_ahead(100)?).await?;
    browser.element_with_text("h1", "何人").await.map(drop)
}

#[browser_test(Chromium, Firefox, WebKit)]
async fn a_tab_that_dies_in_the_middle(engine: Engine) -> Result<()> {
    let (site, profile, words) = (Site::start()?, TempDir::new()?, japanese());
    let settings = Settings { profile: Some(profile.path().to_owned()), ..Settings::new(engine) };
    let browser = Browser::open(settings.clone()).await?;
    expects(&browser, &site).await?;
    // Before the next question is there, the answer is kept, or it is not; all before it is.
    let tap = async |browser: &Browser| browser.click_text("button", words.babies(Babies::ONE)).await;
    let browser = browser.dies_after(tap, &settings).await?;
    browser.goto(&site.url("kita/#result")).await?;
    browser.program_started().await?;
    let asked = browser.text("h1").await?;
    ensure!(asked.contains("何人") || asked.contains("住民税"), "{asked}");
    if asked.contains("何人") {
        tap(&browser).await?;
    }
    // As soon as it is there, the answer is kept.
    let next = async |browser: &Browser| {
        browser.click_text("button", words.household(Household::General)).await?;
        browser.element_with_text("h1", "治療").await.map(drop)
    };
    let browser = browser.dies_after(next, &settings).await?;
    browser.goto(&site.url("kita/#result")).await?;
    browser.element_with_text("h1", "治療").await?;
    let expected = Answers {
        baby: Some(BabyAnswer::Expected(answered::days_ahead(100)?)),
        babies: Some(Babies::ONE),
        household: Some(Household::General),
        ..Answers::default()
    };
    assert_eq!(kept(&browser).await?, expected);
    browser.quit().await
}

/// Each tab answers on top of what the other has answered meanwhile, though it still shows what was before.
#[browser_test(Chromium, Firefox, WebKit)]
async fn two_tabs_of_one_town_answer_in_turn(engine: Engine) -> Result<()> {
    let (site, words) = (Site::start()?, japanese());
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    expects(&browser, &site).await?;
    let first = browser.driver.window().await?;
    let second = browser.driver.new_window().await?;

    browser.driver.switch_to_window(second.clone()).await?;
    browser.goto(&site.url("kita/#result")).await?;
    let twins = Babies::new(2).map_err(anyhow::Error::msg)?;
    browser.click_text("button", words.babies(twins)).await?;
    browser.element_with_text("h1", "住民税").await?;

    browser.driver.switch_to_window(first).await?;
    browser.evaluate::<()>("location.hash = 'household'").await?;
    browser.click_text("button", words.household(Household::General)).await?;
    browser.element_with_text("h1", "治療").await?;

    browser.driver.switch_to_window(second).await?;
    browser.evaluate::<()>("location.hash = 'wish'").await?;
    browser.click_text("button", words.wish(Wish::Sleep)).await?;
    browser.element_with_text("h1", "治療").await?;
    let expected = Answers {
        baby: Some(BabyAnswer::Expected(answered::days_ahead(100)?)),
        babies: Some(twins),
        household: Some(Household::General),
        wish: Some(Wish::Sleep),
        ..Answers::default()
    };
    assert_eq!(kept(&browser).await?, expected);
    browser.quit().await
}

/// The page is the very one that she left, not loaded again, and shows what another tab has changed since.
#[browser_test(Chromium, Firefox, WebKit)]
async fn back_out_of_the_browsers_own_memory(engine: Engine) -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    answered::opens_plan(&browser, &site, "kita").await?;
    // A worker that begins its work has pages in that memory thrown away: here it is at work already.
    browser.kept(&[site.url(""), site.url("kita/"), site.url("nerima/")]).await?;
    browser.reload().await?;
    browser.element_with_text(".result", "6,600円").await?;
    let first = browser.driver.window().await?;
    let second = browser.driver.new_window().await?;
    let (one, two) = (Babies::ONE, Babies::new(2).map_err(anyhow::Error::msg)?);
    let mut changes = [(two, "8,800円"), (one, "6,600円")].into_iter().cycle();
    // A browser keeps a page or does not, by its own lights; the plan is right each time.
    until("a page out of the browser's own memory", async || {
        let (babies, price) = changes.next().context("a change")?;
        answered::has_whole(&browser).await?;
        let listen = "window.persisted = null;
            addEventListener('pageshow', (event) => { window.persisted = event.persisted; }, { once: true })";
        browser.evaluate::<()>(listen).await?;
        browser.evaluate::<()>("location.href = '../nerima/'").await?;
        browser.element_with_text("h1", "練馬区の産後ケア").await?;

        browser.driver.switch_to_window(second.clone()).await?;
        browser.goto(&site.url("kita/#babies")).await?;
        browser.program_started().await?;
        browser.click_text("button", japanese().babies(babies)).await?;
        browser.element_with_text(".result", price).await?;

        browser.driver.switch_to_window(first.clone()).await?;
        browser.back().await?;
        browser.element_with_text(".result", price).await?;
        Ok((browser.evaluate::<Option<bool>>("return window.persisted ?? null").await? == Some(true)).then_some(()))
    })
    .await?;
    answered::answers_again(&browser).await?;
    browser.quit().await
}
