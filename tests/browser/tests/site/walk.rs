//! The whole way at 360 × 640, as mothers walk it; in Chromium where nothing else is said.

use anyhow::{Result, ensure};
use browser_tests::{Engine, Settings, Storage, TextSize, Viewport, browser_test};
use sango_navi::domain::household::Household;
use sango_navi::domain::situation::{Applied, MedicalCare};
use sango_navi::interview::Wish;
use sango_navi::words::japanese;

use crate::answered;
use crate::mother::Mother;

#[browser_test]
async fn one_baby_in_kita_from_the_start_to_the_plan_and_back() -> Result<()> {
    let mother = Mother::opens("kita").await?;
    mother.sees("北区の産後ケア").await?;
    mother.says_born("令和８", "08", "０１").await?;
    mother.says_not_early().await?;
    mother.says_babies(1).await?;
    mother.says_household(Household::General).await?;
    mother.says_health(MedicalCare::No).await?;
    mother.says_wish(Wish::Nothing).await?;
    mother.says_applied(Applied::No).await?;
    mother.sees("使えます").await?;
    mother.reads(&["6,600円", "2,500円", "1,000円", "12月1日（火）", "03-5963-3311", "03-3908-7050"]).await?;
    let numbers: Vec<String> = mother
        .browser
        .evaluate("return [...document.querySelectorAll('.result a[href^=\"tel:\"]')].map((a) => a.href)")
        .await?;
    ensure!(numbers.iter().any(|number| number == "tel:0359633311"), "phones are links: {numbers:?}");

    // Back keeps every answer, and forward returns to the plan.
    mother.goes_back().await?;
    mother.sees("申し込みましたか").await?;
    mother.goes_back().await?;
    mother.sees("いちばんほしいこと").await?;
    mother.goes_back().await?;
    mother.sees("治療").await?;
    mother.browser.forward().await?;
    mother.browser.forward().await?;
    mother.browser.forward().await?;
    mother.reads(&["6,600円"]).await?;

    // A change of one answer leads straight back to the plan.
    mother.browser.click_text(".answers[open] a", "人数").await?;
    mother.says_babies(2).await?;
    mother.reads(&["8,800円", "3,340円", "1,340円"]).await?;

    // A reload, and coming back another day by the town's page, go on where she was.
    mother.browser.reload().await?;
    mother.browser.program_started().await?;
    mother.reads(&["8,800円"]).await?;
    mother.browser.goto(&mother.site.url("kita/")).await?;
    mother.browser.program_started().await?;
    mother.sees("北区の産後ケア").await?;
    mother.browser.click_text("a", japanese().go_on()).await?;
    mother.reads(&["8,800円"]).await?;

    // One button deletes everything.
    ensure!(!mother.stored().await?.is_empty(), "her answers are kept");
    mother.browser.click(".result .delete button").await?;
    mother.browser.gone(".result").await?;
    ensure!(mother.stored().await?.is_empty(), "nothing is left: {:?}", mother.stored().await?);
    mother.browser.reload().await?;
    mother.browser.program_started().await?;
    mother.browser.element_with_text("h2", japanese().baby_question()).await?;
    // What she deleted is not lost: nothing is said of it, nothing kept in mind.
    mother.goes_back().await?;
    mother.browser.element_with_text("a", japanese().born()).await?;
    mother.browser.gone(".notice").await?;
    ensure!(mother.stored().await?.is_empty(), "nothing is left: {:?}", mother.stored().await?);
    mother.done().await
}

#[browser_test]
async fn text_twice_as_large_fits_a_narrow_phone() -> Result<()> {
    let viewport = Viewport { width: 320, height: 640 };
    let settings = Settings { text: TextSize::Double, viewport, ..Settings::new(Engine::Chromium) };
    let mother = Mother::opens_with("kita", settings).await?;
    mother.sees("北区の産後ケア").await?;
    mother.says_born("2026", "8", "1").await?;
    mother.says_not_early().await?;
    mother.says_babies(3).await?;
    mother.says_household(Household::Unknown).await?;
    mother.says_health(MedicalCare::Unknown).await?;
    mother.says_wish(Wish::Nothing).await?;
    mother.says_applied(Applied::Unknown).await?;
    mother.sees("").await?;
    mother.browser.click_text("header a", "いま、つらい").await?;
    mother.sees("いま、つらい").await?;
    mother.done().await
}

#[browser_test(Chromium)]
async fn with_no_store_the_plan_is_the_same_and_says_that_nothing_is_kept(engine: Engine) -> Result<()> {
    let settings = Settings { storage: Storage::Denied, ..Settings::new(engine) };
    let mother = Mother::opens_with("asahikawa", settings).await?;
    mother.says_born("2026", "11", "10").await?;
    mother.says_babies(1).await?;
    mother.says_household(Household::General).await?;
    mother.says_health(MedicalCare::No).await?;
    mother.says_wish(Wish::Nothing).await?;
    mother.sees("使えます").await?;
    answered::has_whole(&mother.browser).await?;
    mother.reads(&["3,000円", japanese().not_kept()]).await?;
    mother.done().await
}

/// What something is two frames from now: what came into sight has been laid out by then.
pub fn two_frames_on(expression: &str) -> String {
    let frames = "(act) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(act)))";
    format!("return new Promise((tell) => ({frames})(() => tell({expression})))")
}
