//! The facilities: what she narrows them to, and where those stand that she has used up. In Chromium at 360 × 640.

use anyhow::{Result, ensure};
use browser_tests::{Browser, browser_test, until};
use sango_navi::domain::service::Service;
use sango_navi::domain::situation::Applied;
use sango_navi::domain::uses::Use;
use sango_navi::interview::Answers;
use sango_navi::words::japanese;

use crate::mother::{Mother, answered, date};

/// A filter leaves the rows that it names, and says how many; the chip says which holds. What is over is narrowed as well: the
/// fold counts what is in it then, and goes where that is nothing.
#[browser_test]
async fn filters_narrow_the_facilities_and_what_is_over() -> Result<()> {
    // Four months and ten days: the stays are over, nothing else is.
    let mother = Mother::comes_back("kita", &answered("2026-07-14")).await?;
    let browser = &mother.browser;
    browser.click(".others > summary").await?;
    browser.click(".ended > summary").await?;
    let over = "return [...document.querySelectorAll('.ended .facility-service')].map((name) => name.textContent)";
    let over: Vec<String> = browser.evaluate(over).await?;
    let count = |name: &str| over.iter().filter(|services| services.contains(name)).count();
    ensure!(count("宿泊型") > 0 && count("訪問型") == 0, "{over:?}");
    browser.element_with_text(".ended > summary", &japanese().ended_ones(over.len())).await?;
    let all = rows(browser).await?;
    for name in ["訪問型", "日帰り型"] {
        browser.click_text(".filters .chip", name).await?;
        browser.element_with_text(".filters .chip[aria-pressed=true]", name).await?;
        let of_it: Vec<&String> = all.iter().filter(|services| services.contains(name)).collect();
        ensure!((1..all.len()).contains(&of_it.len()), "{name}: {all:?}");
        browser.element_with_text("[role=status]", &format!("{}件", of_it.len())).await?;
        until("the rows", async || Ok((rows(browser).await?.iter().eq(of_it.iter().copied())).then_some(()))).await?;
        if name == "訪問型" {
            browser.gone(".ended").await?;
        }
    }
    browser.click_text(".filters .chip", "宿泊型").await?;
    browser.element_with_text(".ended > summary", &japanese().ended_ones(count("宿泊型"))).await?;
    browser.click_text(".filters .chip", japanese().all_services()).await?;
    until("all rows", async || Ok((rows(browser).await? == all).then_some(()))).await?;
    mother.sees("使えます").await?;
    mother.done().await
}

/// With her last use of a service its facilities go below the others and say so, and where nothing is left at all the
/// page's title says that as its heading does. What she takes back comes back.
#[browser_test]
async fn what_she_uses_up_moves_down_as_she_says_so() -> Result<()> {
    let of = |service, times| vec![Use::smallest(service); times];
    let used = [of(Service::DayCare, 6), of(Service::HomeVisit, 3), of(Service::Stay, 1)].concat();
    let answers =
        Answers { applied: Some(Applied::Yes), uses_of: Some(date("2026-09-15")), used, ..answered("2026-09-15") };
    let mother = Mother::comes_back("kita", &answers).await?;
    let browser = &mother.browser;
    let rows = "return [...document.querySelectorAll('.result .facilities > li')]
        .filter((row) => !row.closest('.ended'))
        .map((row) => row.querySelector('.facility-service').textContent + row.querySelector('.status').textContent)";
    // How many rows stand first that are not used up.
    let left = async || -> Result<usize> {
        let rows: Vec<String> = browser.evaluate(rows).await?;
        let left = rows.iter().take_while(|row| !row.contains(japanese().spent())).count();
        let is_sorted = rows.iter().skip(left).all(|row| row.contains(japanese().spent()));
        ensure!(is_sorted && rows.iter().take(left).all(|row| row.starts_with("宿泊型")), "{rows:?}");
        Ok(left)
    };
    let is_titled = async |heading: &str| {
        browser.element_with_text("h1", heading).await?;
        until("the title", async || {
            Ok(browser.evaluate::<String>("return document.title").await?.contains(heading).then_some(()))
        })
        .await
    };
    browser.click(".others > summary").await?;
    browser.click("#planner > summary").await?;
    let stays = left().await?;
    ensure!(stays > 0, "stays are left");
    is_titled("宿泊型を使えます").await?;

    browser.click_text("summary", japanese().used_heading()).await?;
    browser.evaluate::<()>("window.planner = document.querySelector('.planner')").await?;
    let used = format!("[aria-label='{}'] ", japanese().used_heading());
    browser.click(&format!("{used}button[aria-label='宿泊型を増やす']")).await?;
    is_titled(&crate::answered::all_spent()?).await?;
    until("nothing left", async || Ok((left().await? == 0).then_some(()))).await?;
    browser.click(&format!("{used}button[aria-label='宿泊型を減らす']")).await?;
    is_titled("宿泊型を使えます").await?;
    until("the stays again", async || Ok((left().await? == stays).then_some(()))).await?;
    let stays_as_it_is = "return planner.isConnected && planner.querySelector('details').open";
    ensure!(browser.evaluate::<bool>(stays_as_it_is).await?, "the planner is another one");
    mother.done().await
}

/// The services of the rows that stand in the list, in its order.
async fn rows(browser: &Browser) -> Result<Vec<String>> {
    let rows = "return [...document.querySelectorAll('.facilities > li:not([hidden]) .facility-service')]
        .filter((service) => !service.closest('.ended'))
        .map((service) => service.textContent)";
    browser.evaluate(rows).await
}
