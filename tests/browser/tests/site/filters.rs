//! What she narrows the facilities to, in Chromium at 360 × 640.

use anyhow::{Result, ensure};
use browser_tests::{Browser, browser_test, until};
use sango_navi::words::japanese;

use crate::mother::{Mother, answered};

/// A filter leaves the rows that it names, and says how many; the chip says which holds.
#[browser_test]
async fn filters_narrow_the_facilities() -> Result<()> {
    let mother = Mother::comes_back("nerima", &answered("2026-08-01")).await?;
    let browser = &mother.browser;
    let all = rows(browser).await?;
    for name in ["訪問型", "日帰り型", "宿泊型"] {
        browser.click_text(".filters .chip", name).await?;
        browser.element_with_text(".filters .chip[aria-pressed=true]", name).await?;
        let of_it: Vec<&String> = all.iter().filter(|service| *service == name).collect();
        ensure!((1..all.len()).contains(&of_it.len()), "{name}: {all:?}");
        browser.element_with_text("[role=status]", &format!("{}件", of_it.len())).await?;
        until("the rows", async || Ok((rows(browser).await?.iter().eq(of_it.iter().copied())).then_some(()))).await?;
    }
    browser.click_text(".filters .chip", japanese().all_services()).await?;
    until("all rows", async || Ok((rows(browser).await? == all).then_some(()))).await?;
    mother.sees("使えます").await?;
    mother.done().await
}

/// The services of the rows that stand in the list, in its order.
async fn rows(browser: &Browser) -> Result<Vec<String>> {
    let rows = "return [...document.querySelectorAll('.facilities > li:not([hidden]) .facility-service')]
        .filter((service) => !service.closest('.ended'))
        .map((service) => service.textContent)";
    browser.evaluate(rows).await
}
