//! A phone on which she has answered everything already.

use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use browser_tests::{Browser, Site, until};
use chrono::{DateTime, Days, NaiveDate};
use sango_navi::domain::household::{Babies, Household};
use sango_navi::domain::situation::{Applied, MedicalCare};
use sango_navi::interview::{Answers, Wish, record};
use sango_navi::reading::Headline;
use sango_navi::words::japanese;
use xtask::sample;

/// One baby born 40 days ago, a general household, nobody ill, not yet applied.
pub fn answers() -> Result<Answers> {
    Ok(Answers { postal: None, ..sample::answers(days_ago(40)?) })
}

/// Puts her answers where the program finds them, and opens her plan.
pub async fn opens_plan(browser: &Browser, site: &Site, town: &str) -> Result<()> {
    browser.goto(&site.url("robots.txt")).await?;
    keeps(browser, &format!("sango-navi:/:town/{town}"), &record::encode(town, &answers()?)).await?;
    browser.goto(&site.url(&format!("{town}/#result"))).await?;
    browser.program_started().await?;
    browser.element(".result:not([aria-busy]) h1").await.map(drop)
}

/// Waits until all of her plan stands: what comes after the first look she asks for, unless it comes by itself.
pub async fn has_whole(browser: &Browser) -> Result<()> {
    let asks = format!(
        "[...document.querySelectorAll('button')].find((button) => button.innerText.includes('{}'))?.click();
         return document.querySelector('.sharing') !== null",
        japanese().later()
    );
    until("all of her plan", async || Ok(browser.evaluate::<bool>(&asks).await?.then_some(()))).await
}

/// Gives the answers that come after the one on an early birth.
pub async fn says_the_rest(browser: &Browser) -> Result<()> {
    let words = japanese();
    for label in [
        words.babies(Babies::ONE),
        words.household(Household::General),
        words.medical_care(MedicalCare::No),
        words.wish(Wish::Nothing),
        words.applied(Applied::No),
    ] {
        browser.click_text("button", label).await?;
    }
    Ok(())
}

/// Changes an answer on the way, and comes back to the plan.
pub async fn answers_again(browser: &Browser) -> Result<()> {
    browser.evaluate::<()>("location.hash = 'babies'").await?;
    browser.element_with_text("h1", "何人").await?;
    browser.click("button.choice").await?;
    browser.element(".result h1").await.map(drop)
}

/// Puts a text into the store.
pub async fn keeps(browser: &Browser, key: &str, text: &str) -> Result<()> {
    let script = "localStorage.setItem(arguments[0], arguments[1])";
    browser.driver.execute(script, vec![key.into(), text.into()]).await?;
    Ok(())
}

/// A text with the checksum that every version writes: FNV-1a in six digits of base 64.
pub fn signed(text: &str) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let sum = text.bytes().fold(0x811c_9dc5_u32, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let digit = |place: u32| char::from(DIGITS[(sum.checked_shr(6 * place).unwrap_or(0) & 63) as usize]);
    let digits: String = (0..6).rev().map(digit).collect();
    format!("{text}.{digits}")
}

/// Whether a whole release is on the phone.
pub async fn is_kept(browser: &Browser) -> Result<bool> {
    let whole = "return (async () => (await caches.keys()).some((name) => name.endsWith(':whole')))()";
    browser.evaluate(whole).await
}

/// The whole text of her plan, with all that is folded.
pub async fn plan(browser: &Browser) -> Result<String> {
    browser.element(".result:not([aria-busy])").await?;
    browser.unfold().await?;
    browser.text(".result:not([aria-busy])").await
}

/// Types a date and takes it.
pub async fn types_date(browser: &Browser, date: NaiveDate) -> Result<()> {
    for (label, format) in [("年", "%Y"), ("月", "%-m"), ("日", "%-d")] {
        fills(browser, label, &date.format(format).to_string()).await?;
    }
    browser.click_text("button", japanese().take_answer()).await
}

/// Types into a field until that has it: WebKit's driver loses keys on a busy machine.
pub async fn fills(browser: &Browser, label: &str, text: &str) -> Result<()> {
    until(&format!("「{text}」 in 「{label}」"), async || {
        browser.fill(label, text).await?;
        let found = browser.field(label).await?.value().await?;
        Ok((found.as_deref() == Some(text)).then_some(()))
    })
    .await
}

/// A day so many days before today in Japan.
pub fn days_ago(days: u64) -> Result<NaiveDate> {
    today()?.checked_sub_days(Days::new(days)).context("a date")
}

/// A day so many days after today in Japan.
pub fn days_ahead(days: u64) -> Result<NaiveDate> {
    today()?.checked_add_days(Days::new(days)).context("a date")
}

/// Today in Japan.
fn today() -> Result<NaiveDate> {
    const JAPAN_SECONDS_EAST: i64 = 9 * 3600;
    let seconds = i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs())?;
    Ok(DateTime::from_timestamp(seconds + JAPAN_SECONDS_EAST, 0).context("a moment")?.date_naive())
}

/// What her plan says first where all uses are used up.
pub fn all_spent() -> Result<String> {
    let programmes = xtask::rule_files::load()?;
    Ok(japanese().headline(Headline::AllSpent, programmes.first().context("a town")?))
}
