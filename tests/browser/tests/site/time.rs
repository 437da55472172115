//! Clocks: midnight while she looks, a phone abroad.

use anyhow::{Result, ensure};
use browser_tests::{Engine, Settings, browser_test, until};
use sango_navi::domain::Service;
use sango_navi::domain::situation::Applied;
use sango_navi::interview::Answers;
use sango_navi::words::japanese;

use crate::mother::{Mother, answered};

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
