//! The whole way at 360 × 640, as mothers walk it; in Chromium where nothing else is said.

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Engine, Settings, Site, Storage, TextSize, Viewport, browser_test, until};
use sango_navi::domain::situation::{Applied, Household, MedicalCare};
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
async fn wrong_dates_are_explained_in_place_and_nothing_is_lost() -> Result<()> {
    let mother = Mother::opens("kita").await?;
    mother.says_born("2026", "9", "31").await?;
    mother.browser.element_with_text("#date-error", "9月は30日まで").await?;
    mother.sees(japanese().born_question()).await?;
    let typed: Vec<String> = mother
        .browser
        .evaluate("return [...document.querySelectorAll('.date-part input')].map((field) => field.value)")
        .await?;
    assert_eq!(typed, ["2026", "9", "31"]);
    let focused: String = mother.browser.evaluate("return document.activeElement.id").await?;
    assert_eq!(focused, "date-day");
    mother.types_date("2026", "11", "25").await?;
    mother.browser.element_with_text("#date-error", "今日より先").await?;
    mother.types_date(" ", "13", "1").await?;
    mother.browser.element_with_text("#date-error", "年を入れて").await?;
    mother.types_date("2025", "2", "29").await?;
    mother.browser.element_with_text("#date-error", "28日まで").await?;
    mother.types_date("2026", "10", "31").await?;
    mother.says_not_early().await?;
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

/// What she reads beside her plan leaves it as it is: back there she is where she was, and what she opened is open.
#[browser_test(Chromium, Firefox, WebKit)]
async fn beside_her_plan_she_keeps_her_place(engine: Engine) -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    answered::opens_plan(&browser, &site, "kita").await?;
    answered::has_whole(&browser).await?;
    browser.gone("[aria-busy]").await?;
    browser.click(".others > summary").await?;
    let read = "document.querySelectorAll('.result .facilities details')[9]";
    browser
        .evaluate::<()>(&format!("{read}.open = true; {read}.closest('li').scrollIntoView({{ block: 'center' }})"))
        .await?;
    let place = two_frames_on(&format!("{read}.open ? Math.round({read}.getBoundingClientRect().top) : null"));
    // What is laid out on the way moves it; then it stands.
    let mut stood = None;
    until("the place to stand", async || {
        let now: Option<i32> = browser.evaluate(&place).await?;
        let before = stood.replace(now);
        Ok((before == Some(now)).then_some(()))
    })
    .await?;
    let stood = stood.flatten().context("the place")?;
    ensure!((0..640).contains(&stood), "not in sight: {stood}");

    for by_link in [false, true] {
        browser.click_text(".masthead a", japanese().help_link()).await?;
        browser.element_with_text("h1", japanese().help_heading()).await?;
        browser.gone(".result h1").await?;
        until("the help lines from their top", async || {
            let (title, top): (String, f64) = browser.evaluate("return [document.title, scrollY]").await?;
            Ok((title.contains(japanese().help_heading()) && top == 0.0).then_some(()))
        })
        .await?;
        if by_link {
            browser.click(".question-back").await?;
        } else {
            browser.back().await?;
        }
        browser.element(".result h1").await?;
        until("her place", async || {
            let now: Option<i32> = browser.evaluate(&place).await?;
            Ok(now.is_some_and(|now| (now - stood).abs() <= 2).then_some(()))
        })
        .await?;
    }

    // Another way to the plan begins at its top.
    answered::answers_again(&browser).await?;
    until("the top", async || Ok((browser.evaluate::<f64>("return scrollY").await? == 0.0).then_some(()))).await?;
    browser.quit().await
}

/// What something is two frames from now: what came into sight has been laid out by then.
pub fn two_frames_on(expression: &str) -> String {
    let frames = "(act) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(act)))";
    format!("return new Promise((tell) => ({frames})(() => tell({expression})))")
}

/// The way back on the help lines leads to the question from which she came, with what she typed.
#[browser_test]
async fn from_the_help_lines_she_goes_back_to_her_question() -> Result<()> {
    let mother = Mother::opens("kita").await?;
    let browser = &mother.browser;
    let goes_and_returns = async |heading: &str| -> Result<()> {
        browser.element_with_text("h1", heading).await?;
        browser.click_text(".masthead a", japanese().help_link()).await?;
        browser.element_with_text("h1", japanese().help_heading()).await?;
        browser.click(".question-back").await?;
        browser.element_with_text("h1", heading).await.map(drop)
    };
    goes_and_returns("北区の産後ケア").await?;
    browser.click_text("a", japanese().born()).await?;
    browser.fill("月", "8").await?;
    goes_and_returns(japanese().born_question()).await?;
    let typed = browser.field("月").await?.value().await?;
    ensure!(typed.as_deref() == Some("8"), "{typed:?}");
    mother.types_date("2026", "8", "1").await?;
    mother.taps(japanese().preterm()).await?;
    browser.fill("月", "9").await?;
    goes_and_returns("予定日より早く").await?;
    let typed = browser.field("月").await?.value().await?;
    ensure!(typed.as_deref() == Some("9"), "{typed:?}");
    mother.says_not_early().await?;
    goes_and_returns("何人").await?;
    mother.says_babies(1).await?;
    goes_and_returns("住民税").await?;
    mother.done().await
}
