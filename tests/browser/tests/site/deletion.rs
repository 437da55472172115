//! What is deleted is gone from the whole store, and what another copy of the app on the same origin keeps is not hers to lose.

use anyhow::{Result, ensure};
use browser_tests::{Browser, Engine, Settings, Site, Viewport, browser_test};
use sango_navi::interview::record;
use sango_navi::words::japanese;

use crate::answered;

/// All names in both of the browser's stores.
async fn names(browser: &Browser) -> Result<Vec<String>> {
    browser.evaluate("return [...Object.keys(localStorage), ...Object.keys(sessionStorage)].sort()").await
}

/// Opens her plan as in everyday use: a tick, what she saw of it, half a date, another town.
async fn lives_with_it(browser: &Browser, site: &Site) -> Result<()> {
    answered::opens_plan(browser, site, "asahikawa").await?;
    answered::has_whole(browser).await?;
    answered::opens_plan(browser, site, "kita").await?;
    answered::has_whole(browser).await?;
    browser.unfold().await?;
    browser.click(".thing input").await?;
    browser.evaluate::<()>("location.hash = 'expected'").await?;
    browser.element_with_text("h1", japanese().expected_question()).await?;
    answered::fills(browser, "年", "2027").await?;
    let names = names(browser).await?;
    for kept in ["town/kita", "town/asahikawa", "seen/kita", "ticks/kita", "drafts/kita"] {
        ensure!(names.contains(&format!("sango-navi:/:{kept}")), "{kept} is not among {names:?}");
    }
    Ok(())
}

/// Begun anew on the town's page, then deleted where it says what is kept.
#[browser_test(Chromium)]
async fn begun_anew_or_deleted_leaves_nothing(engine: Engine) -> Result<()> {
    let (site, words) = (Site::start()?, japanese());
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    lives_with_it(&browser, &site).await?;
    browser.evaluate::<()>("location.hash = ''").await?;
    browser.click_text("button", words.begin_anew()).await?;
    // It is asked once more, and until she says so nothing is gone.
    browser.element_with_text(".delete", words.begin_anew_question()).await?;
    browser.reload().await?;
    browser.program_started().await?;
    ensure!(names(&browser).await?.contains(&"sango-navi:/:town/kita".to_owned()), "gone before she said so");
    browser.click_text("button", words.begin_anew()).await?;
    browser.click_text("button", words.begin_anew_really()).await?;
    browser.element_with_text("h2", words.baby_question()).await?;
    assert_eq!(names(&browser).await?, Vec::<String>::new());
    browser.reload().await?;
    browser.program_started().await?;
    browser.element_with_text("h2", words.baby_question()).await?;
    assert_eq!(names(&browser).await?, Vec::<String>::new());

    lives_with_it(&browser, &site).await?;
    browser.evaluate::<()>("location.hash = 'privacy'").await?;
    browser.click(".delete summary").await?;
    browser.click_text("button", words.delete_really()).await?;
    browser.element_with_text("h2", words.baby_question()).await?;
    assert_eq!(names(&browser).await?, Vec::<String>::new());
    browser.quit().await
}

/// From her plan she goes the quiet way and puts her answers away: neither the way back nor the first page shows her baby's age.
#[browser_test(Chromium, Firefox, WebKit)]
async fn put_away_stays_away(engine: Engine) -> Result<()> {
    let (site, words) = (Site::start()?, japanese());
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    lives_with_it(&browser, &site).await?;
    browser.evaluate::<()>("location.hash = 'result'").await?;
    browser.click_text(".result a", words.loss_link()).await?;
    browser.element_with_text("h1", words.loss_heading()).await?;
    browser.click_text("button", words.put_away()).await?;
    browser.element_with_text("[role=status]", words.is_put_away()).await?;
    assert_eq!(browser.sticking_out().await?, Vec::<String>::new());
    let violations: Vec<String> = browser.axe().await?.iter().map(ToString::to_string).collect();
    ensure!(violations.is_empty(), "{}", violations.join("\n"));
    browser.gone(".result").await?;
    assert_eq!(names(&browser).await?, Vec::<String>::new());
    browser.back().await?;
    browser.element_with_text("h1", words.baby_question()).await?;
    browser.gone(".result").await?;
    browser.goto(&site.url("")).await?;
    browser.program_started().await?;
    ensure!(!browser.text("main").await?.contains(words.go_on()), "nothing leads back to her answers");
    browser.quit().await
}

/// A copy under a path finds what an earlier release kept for all copies, once; what the copy at the root keeps it neither
/// reads nor deletes.
#[browser_test(Chromium)]
async fn two_copies_on_one_origin_keep_apart(engine: Engine) -> Result<()> {
    let (site, words) = (Site::under("/sango/")?, japanese());
    let browser = Browser::open(Settings::new(engine)).await?;
    let record = record::encode("kita", &answered::answers()?);
    browser.goto(&site.url("robots.txt")).await?;
    for (name, text) in [
        ("sango-navi:/:town/kita", "another copy's"),
        ("sango-navi:/:last", "kita"),
        ("sango-navi/town/kita", record.as_str()),
        ("sango-navi/last", "kita"),
        ("another/town/kita", "another program's"),
    ] {
        answered::keeps(&browser, name, text).await?;
    }
    // What the other copy keeps in this tab.
    browser.evaluate::<()>("sessionStorage.setItem('sango-navi:/:folds', 'what another copy has open')").await?;
    browser.goto(&site.url("kita/#result")).await?;
    browser.program_started().await?;
    browser.element(".result:not([aria-busy]) h1").await?;
    let held: Vec<Option<String>> = browser
        .evaluate(
            "return ['sango-navi:/sango/:town/kita', 'sango-navi/town/kita', 'sango-navi:/:town/kita']
                .map((name) => localStorage.getItem(name))",
        )
        .await?;
    assert_eq!(held, [Some(record), None, Some("another copy's".to_owned())]);
    browser.goto(&site.url("kita/#privacy")).await?;
    browser.program_started().await?;
    browser.click(".delete summary").await?;
    browser.click_text("button", words.delete_really()).await?;
    browser.element_with_text("h2", words.baby_question()).await?;
    let mut left = names(&browser).await?;
    left.retain(|name| !name.starts_with("another/"));
    assert_eq!(left, ["sango-navi:/:folds", "sango-navi:/:last", "sango-navi:/:town/kita"]);
    let open: String = browser.evaluate("return sessionStorage.getItem('sango-navi:/:folds')").await?;
    assert_eq!(open, "what another copy has open");
    browser.quit().await
}
