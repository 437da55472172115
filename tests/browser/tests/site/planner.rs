//! What she makes of her plan, in Chromium at 360 × 640: what she plans, the days, what she has used.

use anyhow::{Context, Result, ensure};
use browser_tests::{browser_test, until};
use sango_navi::domain::household::{Babies, Household};
use sango_navi::domain::service::Service;
use sango_navi::domain::situation::Applied;
use sango_navi::domain::uses::Use;
use sango_navi::interview::{Answers, BabyAnswer};
use sango_navi::words::japanese;
use thirtyfour::Key;

use crate::mother::{Mother, answered, date};

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

/// What is used up is said, and leads nowhere; the help lines stay one tap away however far she reads.
#[browser_test]
async fn used_up_is_not_to_be_had() -> Result<()> {
    let of = |service, times| vec![Use::smallest(service); times];
    let used = [of(Service::Stay, 2), of(Service::DayCare, 6), of(Service::HomeVisit, 3)].concat();
    let answers =
        Answers { applied: Some(Applied::Yes), uses_of: Some(date("2026-09-15")), used, ..answered("2026-09-15") };
    let mother = Mother::comes_back("kita", &answers).await?;
    let browser = &mother.browser;
    browser.element_with_text("h1", &crate::answered::all_spent()?).await?;
    browser.element_with_text(".look-row", japanese().spent()).await?;
    browser.element_with_text(".actions", japanese().call_to_ask(&[])).await?;
    browser.gone(".look .status-good").await?;
    browser.laid_out().await?;
    browser.evaluate::<()>("document.querySelector('.sharing').scrollIntoView()").await?;
    browser.click_text(".masthead a", japanese().help_link()).await?;
    browser.element_with_text("h1", japanese().help_heading()).await?;

    // To begin anew would take all of that away: asked once more.
    browser.goto(&mother.site.url("kita/")).await?;
    browser.program_started().await?;
    browser.click_text("button", japanese().begin_anew()).await?;
    browser.element_with_text(".delete", japanese().begin_anew_question()).await?;
    browser.reload().await?;
    browser.click_text("a", japanese().go_on()).await?;
    browser.element_with_text("h1", &crate::answered::all_spent()?).await?;
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

/// 生活保護 in 旭川市: visits only, half the price; how many fit is a question of principle.
#[browser_test]
async fn visits_in_asahikawa_on_public_assistance() -> Result<()> {
    let answers =
        Answers { household: Some(Household::PublicAssistance), applied: Some(Applied::Yes), ..answered("2026-08-01") };
    let mother = Mother::comes_back("asahikawa", &answers).await?;
    for _ in 0..8 {
        presses(&mother, "訪問型を増やす").await?;
    }
    comes_to(&mother, &["4,000円", "訪問型8回は、原則の7日を超えます", "0166-26-5503"]).await?;
    presses(&mother, "訪問型を減らす").await?;
    comes_to(&mother, &["3,500円", "合わせてあと0日（原則7日まで）"]).await?;
    mother.sees("使えます").await?;
    mother.done().await
}

#[browser_test]
async fn an_unknown_household_has_both_totals() -> Result<()> {
    let answers = Answers { household: Some(Household::Unknown), ..answered("2026-08-01") };
    let mother = Mother::comes_back("asahikawa", &answers).await?;
    presses(&mother, "訪問型を増やす").await?;
    comes_to(&mother, &["1,000円", "500円", japanese().household(Household::General)]).await?;
    mother.done().await
}

/// 30 weeks in 練馬区: from when she can apply, what waits for the birth, and the year if it comes on its day.
#[browser_test]
async fn thirty_weeks_in_nerima() -> Result<()> {
    let answers =
        Answers { baby: Some(BabyAnswer::Expected(date("2027-02-02"))), preterm: None, ..answered("2026-08-01") };
    let mother = Mother::comes_back("nerima", &answers).await?;
    mother
        .reads(&[
            "今日は妊娠30週0日です",
            "9月15日（火）（妊娠20週）から申し込めます",
            "施設の予約は、生まれてからです",
            "に生まれたら、こうなります",
        ])
        .await?;
    presses(&mother, "日帰り型を増やす").await?;
    mother.browser.element_with_text(".planner", japanese().days_after_birth()).await?;
    mother.sees("生まれたら").await?;
    mother.done().await
}

/// What she wants most comes first, and hides nothing.
#[browser_test]
async fn what_she_wants_most_comes_first() -> Result<()> {
    use sango_navi::interview::Wish;
    let mut lists = Vec::new();
    for (wish, first) in [(Wish::Sleep, "宿泊型"), (Wish::AtHome, "訪問型")] {
        let answers = Answers { wish: Some(wish), applied: Some(Applied::Yes), ..answered("2026-09-15") };
        let mother = Mother::comes_back("kita", &answers).await?;
        let services: Vec<String> = mother
            .browser
            .evaluate("return [...document.querySelectorAll('.look-name')].map((heading) => heading.textContent)")
            .await?;
        ensure!(services[0].contains(first), "{services:?}");
        let facilities: Vec<String> = mother
            .browser
            .evaluate("return [...document.querySelectorAll('.facility-service')].map((name) => name.textContent)")
            .await?;
        ensure!(facilities[0].contains(first), "{facilities:?}");
        lists.push(facilities.len());
        mother.done().await?;
    }
    ensure!(lists[0] == lists[1], "{lists:?}");
    Ok(())
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
