//! Her plan at a glance: how long it is, and what comes when she opens something. In Chromium at 360 × 640.

use anyhow::{Result, ensure};
use browser_tests::{Browser, Viewport, browser_test, until};
use sango_navi::domain::household::{Babies, Household};
use sango_navi::interview::Answers;
use sango_navi::interview::record::encode;

use crate::answered::{has_whole, keeps};
use crate::mother::{Mother, answered};

/// The most that her plan may be with all its folds closed, in screens and in elements.
const SCREENS: f64 = 6.0;
const ELEMENTS: u32 = 900;

/// The picture of her year: parts that differ in pattern, today, months, and a table for who can't see it; a bar opens to its
/// ends.
async fn her_year_is_a_picture_and_a_table(browser: &Browser) -> Result<()> {
    browser.element(".year table").await?;
    let hatched: String = browser
        .evaluate("return getComputedStyle(document.querySelector('.year .year-bar .year-confirm')).fill")
        .await?;
    ensure!(hatched.contains("year-hatching"), "{hatched}");
    let counts: Vec<u32> = browser
        .evaluate(
            "const count = (selector) => document.querySelectorAll(selector).length;
             return ['.year .year-bar .year-today', '.year-month', '.year .year-end', '.year table tr'].map(count)",
        )
        .await?;
    ensure!(counts[0] == 3 && counts[1] >= 11 && counts[2] > 5 && counts[3] == 4, "{counts:?}");
    let read: String = browser.evaluate("return document.querySelector('.year table').textContent").await?;
    ensure!(read.contains("宿泊型") && read.contains("まで"), "{read}");
    browser.element_with_text(".year details[open]", "東京北医療センター").await.map(drop)
}

/// Her plan as she comes to it is short in every town, with all of it behind its lines; the thing to do now stands on the first
/// screen. With everything open nothing is wider than the phone, also where a fee is a range or to be confirmed.
#[browser_test]
async fn her_plan_is_short_until_she_opens_it_and_never_wide() -> Result<()> {
    let twins = Answers { babies: Babies::new(2).ok(), ..answered("2026-09-15") };
    for (town, answers) in [
        ("kita", twins),
        ("nerima", answered("2026-09-15")),
        ("asahikawa", answered("2026-09-15")),
        ("nakano", answered("2026-09-15")),
    ] {
        let mother = Mother::comes_back(town, &answers).await?;
        let browser = &mother.browser;
        browser.laid_out().await?;
        let size = "return [document.documentElement.scrollHeight / 640, document.querySelectorAll('#app *').length]";
        let (screens, elements): (f64, u32) = browser.evaluate(size).await?;
        ensure!(screens <= SCREENS && elements <= ELEMENTS, "{town}: {screens:.2} screens, {elements} elements");
        let button = "return document.querySelector('.button-filled')?.getBoundingClientRect().bottom ?? 0";
        let bottom: f64 = browser.evaluate(button).await?;
        ensure!(bottom <= 640.0, "{town}: the button ends {bottom} px down");

        let household = Some(Household::Unknown);
        let ranges = Answers { babies: Babies::new(2).ok(), household, ..answered("2026-08-31") };
        keeps(browser, &format!("sango-navi:/:town/{town}"), &encode(town, &ranges)).await?;
        browser.reload().await?;
        browser.program_started().await?;
        has_whole(browser).await?;
        let opens = "const closed = [...document.querySelectorAll('.result details:not([open]) > summary')];
            for (const line of closed) { line.click(); }
            return closed.length === 0";
        until("every fold open", async || Ok(browser.evaluate::<bool>(opens).await?.then_some(()))).await?;
        if town == "kita" {
            her_year_is_a_picture_and_a_table(browser).await?;
            mother.sees("使えます").await?;
        }
        for width in [360, 320] {
            browser.resize(Viewport { width, height: 640 }).await?;
            let out = browser.sticking_out().await?;
            ensure!(out.is_empty(), "{town}, {width} px: {out:?}");
        }
        mother.done().await?;
    }
    Ok(())
}

/// A facility has one row, with each of its services; what is behind its line is made when that is opened, stays made and
/// open whatever else she does, and is open again when the page is loaded anew.
#[browser_test]
async fn a_fold_is_made_when_it_is_opened_and_stays() -> Result<()> {
    let mother = Mother::comes_back("kita", &answered("2026-09-15")).await?;
    let browser = &mother.browser;
    let counts = "return ['.result .facilities > li', '.result .facilities dl', '.result .facilities details[open]']
        .map((selector) => document.querySelectorAll(selector).length)";
    let found: [u32; 3] = browser.evaluate(counts).await?;
    ensure!(found == [5, 0, 0], "five rows, and nothing behind them: {found:?}");
    browser.click(".result .facilities summary").await?;
    browser.element(".result .facilities dl").await?;
    browser.click(".others > summary").await?;
    let names =
        "return [...document.querySelectorAll('.result .facilities h3 > [lang]')].map((name) => name.textContent)";
    until("the others", async || Ok((browser.evaluate::<Vec<String>>(names).await?.len() > 5).then_some(()))).await?;
    let mut all: Vec<String> = browser.evaluate(names).await?;
    let count = all.len();
    all.sort();
    all.dedup();
    ensure!(all.len() == count, "a facility stands twice");

    // A filter and back, another answer and back: what is open stays so.
    let is_open = "return document.querySelector('.others')?.open === true
        && document.querySelectorAll('.result .facilities details[open] dl').length === 1";
    let stays =
        async |case: &str| until(case, async || Ok(browser.evaluate::<bool>(is_open).await?.then_some(()))).await;
    browser.click_text(".filters .chip", "訪問型").await?;
    browser.click_text(".filters .chip", "すべて").await?;
    stays("after a filter").await?;
    crate::answered::answers_again(browser).await?;
    stays("after another answer").await?;
    browser.reload().await?;
    browser.program_started().await?;
    stays("loaded anew").await?;

    // Each of the ways leads to its part, which opens.
    for (name, place) in [("持ち物", "#things"), ("予定", "#planner"), ("施設", "#facilities"), ("印刷", "#print")]
    {
        browser.click_text(".jumps button", name).await?;
        let there = format!(
            "const place = document.querySelector('{place}');
             const {{ top, bottom }} = place.getBoundingClientRect();
             return place.contains(document.activeElement) && place.open !== false && top < 640 && bottom > 0"
        );
        until(name, async || Ok(browser.evaluate::<bool>(&there).await?.then_some(()))).await?;
    }
    mother.done().await
}
