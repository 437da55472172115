//! The search for any town of Japan, without network, and what a resident of each kind of town is told.

use anyhow::{Result, ensure};
use browser_tests::{Browser, Engine, Settings, Site, browser_test};
use sango_navi::words::japanese;

/// What is typed, what is chosen, what the page says, and whether it speaks of the group in 石狩 and 空知.
const RESIDENTS: [(&str, &str, &str, bool); 5] = [
    ("さっぽろ", "北海道 札幌市", "札幌市は、まだこのアプリにありません", true),
    ("0680000", "北海道 岩見沢市", "岩見沢市は、まだこのアプリにありません", true),
    ("鷹栖", "北海道 鷹栖町", "鷹栖町は、まだこのアプリにありません", false),
    ("yokohama", "神奈川県 横浜市", "横浜市は、まだこのアプリにありません", false),
    ("旭川", "北海道 旭川市", "旭川市の産後ケア", false),
];

/// The search, with network; and then without, what a resident of each kind of town is told.
#[browser_test(Chromium)]
async fn each_resident_gets_the_right_page_without_network(engine: Engine) -> Result<()> {
    let words = japanese();
    let mut site = Site::start()?;
    let browser = Browser::open(Settings::new(engine)).await?;
    the_search_keeps_its_place(&browser, &site).await?;
    browser.goto(&site.url("")).await?;
    browser.program_started().await?;
    browser.kept(&[site.url(""), site.url("asahikawa/")]).await?;
    site.stop();
    for (typed, chosen, heading, group) in RESIDENTS {
        browser.goto(&site.url("")).await?;
        browser.program_started().await?;
        browser.click_text("a", words.search_link()).await?;
        browser.fill(words.search_field(), typed).await?;
        browser.click_text(".choices a", chosen).await?;
        browser.element_with_text("h1", heading).await?;
        let text = browser.text("main").await?;
        ensure!(text.contains("石狩・空知") == group, "{chosen}: the group\n{text}");
        if heading.contains("まだ") {
            for question in words.ask_questions() {
                ensure!(text.contains(question), "{chosen}: {question}\n{text}");
            }
            ensure!(!text.contains("円"), "{chosen}: no price can be known\n{text}");
        }
    }
    browser.quit().await
}

/// The search says what it finds; the way back finds it as it was.
async fn the_search_keeps_its_place(browser: &Browser, site: &Site) -> Result<()> {
    let words = japanese();
    browser.goto(&site.url("#search")).await?;
    browser.program_started().await?;
    browser.fill(words.search_field(), "ナンデモナイ").await?;
    browser.element_with_text("[role=status]", "見つかりません").await?;
    browser.fill(words.search_field(), "").await?;
    browser.fill(words.search_field(), "ふちゅう").await?;
    browser.element_with_text(".choices a", "東京都 府中市").await?;
    browser.element_with_text(".choices a", "広島県 府中市").await?;
    ensure!(browser.sticking_out().await?.is_empty(), "{:?}", browser.sticking_out().await?);
    let violations: Vec<String> = browser.axe().await?.iter().map(ToString::to_string).collect();
    ensure!(violations.is_empty(), "{}", violations.join("\n"));

    // The way back finds the search as it was, and a reload the same town.
    browser.click_text(".choices a", "広島県 府中市").await?;
    browser.element_with_text("h1", "府中市は、まだ").await?;
    let violations: Vec<String> = browser.axe().await?.iter().map(ToString::to_string).collect();
    ensure!(violations.is_empty(), "{}", violations.join("\n"));
    browser.back().await?;
    browser.element_with_text(".choices a", "広島県 府中市").await?;
    browser.forward().await?;
    browser.reload().await?;
    browser.program_started().await?;
    browser.element_with_text("h1", "府中市は、まだ").await?;
    browser.click_text("a", words.back()).await?;
    ensure!(browser.console_errors().await?.is_empty(), "{:?}", browser.console_errors().await?);
    Ok(())
}
