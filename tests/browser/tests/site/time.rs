//! Clocks: midnight while she looks, a phone abroad, a phone whose year is wrong.

use anyhow::{Result, ensure};
use browser_tests::{Engine, Settings, browser_test, until};
use sango_navi::domain::Service;
use sango_navi::domain::situation::{Applied, Household, MedicalCare};
use sango_navi::interview::{Answers, BabyAnswer, Wish, record};
use sango_navi::words::japanese;

use crate::answered::keeps;
use crate::mother::{Mother, answered, date};

/// Her answers for a baby born on 31 July 2026: stays are sure to 30 November, and to be asked about on 1 December.
fn answers() -> Answers {
    Answers { applied: Some(Applied::Yes), ..answered("2026-07-31") }
}

/// Whether the heading of the result still names stays.
async fn stays_are_sure(mother: &Mother) -> Result<bool> {
    Ok(mother.browser.text(".result h1").await?.contains(japanese().service(Service::Stay)))
}

#[browser_test(Chromium)]
async fn midnight_changes_the_plan_under_her_eyes(engine: Engine) -> Result<()> {
    // The clock begins here with each load.
    let moment = "2026-11-30T23:59:46+09:00";
    let mother = Mother::comes_back_at("kita", &answers(), Settings::new(engine), moment).await?;
    // From now on it stands still in the last seconds of the day, however long a busy machine takes to read.
    let still = "const Running = Date;
        const stopped = Running.now();
        globalThis.Date = class Date extends Running {
            constructor(...parts) { parts.length === 0 ? super(Date.now()) : super(...parts); }
            static now() { return stopped + (window.passed ?? 0); }
        };";
    mother.browser.run_first(still).await?;
    mother.browser.reload().await?;
    mother.browser.program_started().await?;
    mother.reads_result().await?;
    ensure!(stays_are_sure(&mother).await?, "sure on their last day");
    mother.browser.evaluate::<()>("window.passed = 20_000").await?;
    until("the plan of the next day", async || Ok((!stays_are_sure(&mother).await?).then_some(()))).await?;
    mother.reads(&["12月1日（火）"]).await?;
    mother.done().await
}

/// Where it is still 30 November it is 1 December in Japan.
#[browser_test(Chromium)]
async fn plans_are_in_japan_wherever_the_phone_is(engine: Engine) -> Result<()> {
    let settings = Settings { time_zone: "Pacific/Honolulu".to_owned(), ..Settings::new(engine) };
    let mother = Mother::comes_back_at("kita", &answers(), settings, "2026-11-30T19:00:00Z").await?;
    let offset: i32 = mother.browser.evaluate("return new Date().getTimezoneOffset()").await?;
    ensure!(offset == 600, "the phone is in Hawaii, found {offset} minutes behind UTC");
    ensure!(!stays_are_sure(&mother).await?, "past the last sure day");
    mother.reads(&["12月1日（火）"]).await?;
    mother.done().await
}

/// The answers after a due date that the clock takes.
async fn is_expecting(mother: &Mother, due: [&str; 3]) -> Result<()> {
    let [year, month, day] = due;
    mother.says_expected(year, month, day).await?;
    mother.says_babies(1).await?;
    mother.says_household(Household::General).await?;
    mother.says_health(MedicalCare::No).await?;
    mother.says_wish(Wish::Nothing).await?;
    mother.says_applied(Applied::No).await
}

#[browser_test(Chromium, Firefox)]
async fn a_clock_a_year_behind_is_told(engine: Engine) -> Result<()> {
    let mother = Mother::opens_at("kita", Settings::new(engine), "2025-11-24T10:30:00+09:00").await?;
    let words = japanese();
    // A date that is right lies in the future by this clock: beside the complaint stands what is wrong.
    mother.says_born("2026", "8", "1").await?;
    mother.browser.element_with_text(".notice", "2025年").await?;
    let screen = mother.browser.text("#app").await?;
    ensure!(screen.contains("日付の設定を確かめてください"), "the clock is doubted:\n{screen}");
    mother.goes_back().await?;
    // By a date that it takes, the result says so, too.
    is_expecting(&mother, ["2026", "1", "10"]).await?;
    mother.reads(&["2025年", "日付の設定を確かめてください"]).await?;
    mother.reads(&[words.service(Service::Stay)]).await?;
    mother.done().await
}

/// It can't be told from information that nobody has renewed for a year: what is said is true of both.
#[browser_test(Chromium, Firefox)]
async fn a_clock_a_year_ahead_is_told(engine: Engine) -> Result<()> {
    let mother = Mother::opens_at("kita", Settings::new(engine), "2027-11-24T10:30:00+09:00").await?;
    let words = japanese();
    // A date that is right lies too far back by this clock, and the screen that asks for it says why.
    mother.says_born("2025", "11", "10").await?;
    mother.browser.element_with_text(".notice", "2027年11月24日").await?;
    let screen = mother.browser.text("#app").await?;
    ensure!(screen.contains("日付が正しいときは、決まりが変わっているかもしれません"), "both are said:\n{screen}");
    mother.goes_back().await?;
    is_expecting(&mother, ["2028", "1", "10"]).await?;
    mother.reads(&["2027年11月24日", "2026年11月22日", "日付の設定を確かめてください", "に聞いてください"]).await?;
    mother.reads(&[words.service(Service::Stay)]).await?;
    mother.done().await
}

/// A day that she gave once and that is not possible any more is asked for again, and she reads why.
#[browser_test]
async fn a_day_long_past_is_asked_for_again_and_says_why() -> Result<()> {
    let words = japanese();
    for (baby, asked) in [
        // Seven days over, and 53.
        (BabyAnswer::Expected(date("2026-11-17")), false),
        (BabyAnswer::Expected(date("2026-10-02")), true),
        (BabyAnswer::Born(date("2024-11-01")), true),
    ] {
        let answers = Answers { baby: Some(baby), preterm: None, ..answered("2026-09-15") };
        let mother = Mother::opens("kita").await?;
        keeps(&mother.browser, "sango-navi:/:town/kita", &record::encode("kita", &answers)).await?;
        mother.browser.goto(&mother.site.url("kita/?again#result")).await?;
        mother.browser.program_started().await?;
        let heading = if asked { words.baby_question() } else { "使えます" };
        mother.browser.element_with_text("h1", heading).await?;
        let says_why = mother.browser.text("main").await?.contains(words.asked_again());
        ensure!(says_why == asked, "{baby:?}: says why: {says_why}");
        mother.done().await?;
    }
    Ok(())
}
