//! What she makes of her plan, in Chromium at 360 × 640: what she plans, the days, what she has used.

use anyhow::{Context, Result, ensure};
use browser_tests::{browser_test, until};
use sango_navi::domain::household::Babies;
use sango_navi::domain::situation::Applied;
use sango_navi::interview::Answers;
use sango_navi::words::japanese;
use thirtyfour::Key;

use crate::mother::{Mother, answered};

/// Presses the + (or −) of a number; where the planner is folded it is opened for that.
async fn presses(mother: &Mother, name: &str) -> Result<()> {
    opens_planner(mother).await?;
    mother.browser.click(&format!("button[aria-label='{name}']")).await
}

async fn opens_planner(mother: &Mother) -> Result<()> {
    mother.browser.element("#planner").await?;
    mother.browser.evaluate::<()>("document.querySelector('#planner').open = true").await
}

/// Reads what the numbers come to, until it says all of `texts`.
async fn comes_to(mother: &Mother, texts: &[&str]) -> Result<()> {
    for text in texts {
        let found = mother.browser.element_with_text(".planner-outcome", text).await;
        if found.is_err() {
            let said = mother.browser.text(".planner").await?;
            found.with_context(|| format!("the planner says {said}"))?;
        }
    }
    Ok(())
}

/// Twins in 北区, approved: two short stays fit, a longer one does not, and that is said in words.
#[browser_test]
async fn twins_in_kita_plan_two_short_stays() -> Result<()> {
    let answers = Answers { babies: Babies::new(2).ok(), applied: Some(Applied::Yes), ..answered("2026-09-15") };
    let mother = Mother::comes_back("kita", &answers).await?;
    let more = japanese().more_of("宿泊型");
    let place =
        "return document.querySelector(\"button[aria-label='宿泊型を増やす']\").getBoundingClientRect().top + scrollY";
    opens_planner(&mother).await?;
    mother.browser.element("button[aria-label='宿泊型を増やす']").await?;
    let before: f64 = mother.browser.evaluate(place).await?;
    presses(&mother, &more).await?;
    presses(&mother, &more).await?;
    comes_to(&mother, &["17,600円", "宿泊型はあと0日（4日まで）", "日帰り型はあと6日"]).await?;
    presses(&mother, "2回目の泊数を増やす").await?;
    comes_to(&mother, &["1泊2日と2泊3日は合わせて5日になり、上限の4日を超えます"]).await?;
    let after: f64 = mother.browser.evaluate(place).await?;
    ensure!((before - after).abs() < 1.0, "the button moved under her thumb: {before} to {after}");
    presses(&mother, "2回目の泊数を減らす").await?;
    mother.sees("使えます").await?;
    let said = mother.browser.text(".planner-outcome").await?;
    ensure!(!said.contains("超えます") && said.contains("追加の料金がかかります"), "{said}");

    // What she has used, and a late cancellation, change what is left; all of it is there when she comes back.
    mother.browser.click_text("summary", japanese().used_heading()).await?;
    mother.browser.click(".planner details[open] button[aria-label='日帰り型を増やす']").await?;
    comes_to(&mother, &["日帰り型はあと5日", "訪問型はあと3回"]).await?;
    mother
        .browser
        .click(".planner details[open] .small-heading ~ .planner-service button[aria-label='訪問型を増やす']")
        .await?;
    comes_to(&mother, &["日帰り型はあと5日", "訪問型はあと2回"]).await?;
    mother.browser.reload().await?;
    mother.browser.program_started().await?;
    comes_to(&mother, &["17,600円", "日帰り型はあと5日", "訪問型はあと2回"]).await?;
    mother.done().await
}

/// A tap on a number changes the planner alone: all else that stands on the page stays, and costs a slow phone nothing.
#[browser_test]
async fn planning_leaves_all_else_as_it_is() -> Result<()> {
    let mother = Mother::comes_back("kita", &Answers { applied: Some(Applied::Yes), ..answered("2026-09-15") }).await?;
    mother.browser.element(".result:not([aria-busy]) .facilities").await?;
    opens_planner(&mother).await?;
    mother.browser.click_text("summary", japanese().memo_heading()).await?;
    mother.browser.element(".memo").await?;
    let watch = "window.changed = [];
        const planner = document.querySelector('.planner'), memo = document.querySelector('.memo');
        new MutationObserver((changes) => {
            for (const { target } of changes) {
                if (!planner.contains(target) && !memo.parentElement.contains(target)) changed.push(target.outerHTML);
            }
        }).observe(document.querySelector('.result'), { childList: true, subtree: true });
        window.planner = planner;";
    mother.browser.evaluate::<()>(watch).await?;
    for (name, effect) in
        [("宿泊型を増やす", "あと2日"), ("日帰り型を増やす", "あと5日"), ("宿泊型を減らす", "あと4日")]
    {
        presses(&mother, name).await?;
        comes_to(&mother, &[effect]).await?;
        mother.browser.element(".planner .day input").await?;
    }
    let changed = "return planner.isConnected ? changed : ['the planner itself']";
    ensure!(mother.browser.evaluate::<Vec<String>>(changed).await? == Vec::<String>::new(), "more changed");

    // What she has used changes what is left of a service as well, and no facility.
    mother.browser.click_text("summary", japanese().used_heading()).await?;
    mother.browser.click("[aria-label='もう使った分を入れる'] button[aria-label='宿泊型を増やす']").await?;
    mother.browser.element_with_text(".look-row", "あと2日").await?;
    let rows = "return planner.isConnected && changed.every((text) => !text.includes('class=\"facility\"'))";
    ensure!(mother.browser.evaluate::<bool>(rows).await?, "the facilities changed");
    ensure!(mother.browser.evaluate::<bool>("return document.querySelector('.planner details').open").await?, "folded");
    mother.done().await
}

/// A chosen facility limits the services and the days; a day past its last one is said at once, with a possible one.
#[browser_test]
async fn a_facility_limits_services_and_days() -> Result<()> {
    let mother = Mother::comes_back("kita", &Answers { applied: Some(Applied::Yes), ..answered("2026-08-01") }).await?;
    let browser = &mother.browser;
    presses(&mother, "宿泊型を増やす").await?;
    let choose = "const field = document.querySelector('.planner > .field select');
        field.value = 'tokyo-kita';
        field.dispatchEvent(new Event('input', { bubbles: true }));";
    browser.evaluate::<()>(choose).await?;
    browser.element_with_text(".planner-service", japanese().not_there()).await?;
    browser.element("button[aria-label='日帰り型を増やす'][aria-disabled='true']").await?;
    presses(&mother, "日帰り型を増やす").await?;
    browser.element_with_text(".planner-service", "0日").await?;
    let chosen = "return document.querySelector('.day select').value === 'tokyo-kita'";
    until("the facility to hold for what is planned", async || {
        Ok(browser.evaluate::<bool>(chosen).await?.then_some(()))
    })
    .await?;

    let on = |day: &str| {
        format!(
            "const field = document.querySelector('#day-0');
             field.value = '{day}';
             field.dispatchEvent(new Event('input', {{ bubbles: true }}));"
        )
    };
    browser.evaluate::<()>(&on("2026-12-02")).await?;
    browser.element_with_text(".day", "使えるのは12月1日（火）までです").await?;
    browser.click_text(".day button", "11月30日（月）にする").await?;
    browser.element_with_text(".day", japanese().day_fits()).await?;
    let value: String = browser.evaluate("return document.querySelector('#day-0').value").await?;
    ensure!(value == "2026-11-30", "{value}");
    let focused = "const focused = document.activeElement;
        return focused === document.body ? 'nothing' : focused.innerText";
    let focused: String = browser.evaluate(focused).await?;
    ensure!(focused.contains(japanese().day_fits()), "the focus goes where the button was, found {focused}");
    // The phone is closed on Sunday at 11:00: the last call is Friday's.
    browser.element_with_text(".day-dates", "11月27日（金）16:00より前").await?;
    browser.element_with_text(".day-dates", "11月29日（日）11:00より前").await?;
    browser.evaluate::<()>(&on("2026-11-23")).await?;
    browser.element_with_text(".day", "もう過ぎた日です").await?;
    // 綾瀬産後ケア gave stays until 30 September, and gives day care until 29 November.
    browser.evaluate::<()>(&choose.replace("tokyo-kita", "ayase")).await?;
    browser.element_with_text(".planner-service", japanese().ruled_out_there()).await?;
    presses(&mother, "宿泊型を増やす").await?;
    browser.element("button[aria-label='宿泊型を増やす'][aria-disabled='true']").await?;
    browser.element_with_text(".planner-service", "1回").await?;
    presses(&mother, "日帰り型を増やす").await?;
    browser.element_with_text(".planner-service", "1日").await?;
    mother.sees("使えます").await?;
    mother.done().await
}

/// The keyboard alone: to the numbers, more, a day, and on.
#[browser_test]
async fn the_keyboard_alone_plans_a_stay() -> Result<()> {
    let mother = Mother::comes_back("kita", &Answers { applied: Some(Applied::Yes), ..answered("2026-09-15") }).await?;
    let browser = &mother.browser;
    let press = async |key: Key| -> Result<()> {
        Ok(browser.driver.action_chain().send_keys(String::from(key.value())).perform().await?)
    };
    let focused = "return document.activeElement.getAttribute('aria-label') ?? document.activeElement.id";
    let folded = "const line = document.querySelector('#planner > summary');
        return document.activeElement === line && !line.parentElement.open";
    for _ in 0..80 {
        press(Key::Tab).await?;
        if browser.evaluate::<bool>(folded).await? {
            press(Key::Enter).await?;
        }
        if browser.evaluate::<Option<String>>(focused).await?.is_some_and(|name| name == "宿泊型を増やす") {
            break;
        }
    }
    press(Key::Enter).await?;
    comes_to(&mother, &["6,600円"]).await?;
    let name: Option<String> = browser.evaluate(focused).await?;
    ensure!(name.as_deref() == Some("宿泊型を増やす"), "the focus stays on the button: {name:?}");
    press(Key::Tab).await?;
    press(Key::Tab).await?;
    press(Key::Enter).await?;
    comes_to(&mother, &["9,900円"]).await?;
    let name: Option<String> = browser.evaluate(focused).await?;
    ensure!(name.as_deref() == Some("1回目の泊数を増やす"), "the focus stays on the button: {name:?}");
    mother.done().await
}
