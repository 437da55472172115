//! What phones do to fields and buttons: a picker that puts the default back, a store of its own behind an icon, a dialogue
//! for paper.

use anyhow::{Result, ensure};
use browser_tests::{Browser, Engine, Settings, Site, browser_test, until};
use sango_navi::domain::service::Service;
use sango_navi::domain::situation::Applied;
use sango_navi::domain::uses::{PlannedUse, Use};
use sango_navi::interview::{Answers, record};
use sango_navi::words::japanese;

use crate::answered;

/// Her plan in 北区 with a day of care in two weeks.
async fn opens_with_a_day(browser: &Browser, site: &Site) -> Result<()> {
    let day =
        PlannedUse { wanted: Use::smallest(Service::DayCare), facility: None, date: Some(answered::days_ahead(14)?) };
    let answers = Answers {
        applied: Some(Applied::Yes),
        uses_of: Some(answered::days_ago(40)?),
        planned: vec![day],
        ..answered::answers()?
    };
    browser.goto(&site.url("robots.txt")).await?;
    answered::keeps(browser, "sango-navi:/:town/kita", &record::encode("kita", &answers)).await?;
    browser.goto(&site.url("kita/#result")).await?;
    browser.program_started().await?;
    answered::has_whole(browser).await?;
    browser.unfold().await?;
    browser.element(".day .day-dates").await.map(drop)
}

/// What a picker's way to empty a field does: the default, and word of it.
const RESETS: &str = "const field = document.querySelector('#day-0');
    field.value = field.defaultValue;
    for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));";

/// What the sheet says of her uses.
async fn on_paper(browser: &Browser) -> Result<String> {
    let prints = "dispatchEvent(new Event('beforeprint'));
        const uses = document.querySelector('.sheet-uses')?.textContent ?? '';
        dispatchEvent(new Event('afterprint'));
        return uses";
    browser.evaluate(prints).await
}

/// The day is on the sheet as long as it is chosen, and the page's own button prints it.
#[browser_test(Chromium)]
async fn a_chosen_day_is_printed_and_taken_back(engine: Engine) -> Result<()> {
    let (browser, site) = (Browser::open(Settings::new(engine)).await?, Site::start()?);
    opens_with_a_day(&browser, &site).await?;
    its_own_button_prints_the_sheet(&browser).await?;
    let tap = format!(
        "[...document.querySelectorAll('.day button')].find((button) => button.innerText === '{}').click()",
        japanese().clear_day()
    );
    let day = "return document.querySelector('#day-0').value";
    let chosen = japanese().date_with_year(answered::days_ahead(14)?);
    for takes_back in [RESETS, &tap] {
        opens_with_a_day(&browser, &site).await?;
        ensure!(!browser.evaluate::<String>(day).await?.is_empty(), "no day to begin with");
        let paper = on_paper(&browser).await?;
        ensure!(paper.contains(&chosen), "no 「{chosen}」 on paper: {paper}");
        browser.evaluate::<()>(takes_back).await?;
        browser.gone(".day .day-dates").await?;
        ensure!(browser.evaluate::<String>(day).await?.is_empty(), "the field still holds the day");
        let paper = on_paper(&browser).await?;
        ensure!(paper.contains("日帰り型") && !paper.contains(&chosen), "「{chosen}」 is still on paper: {paper}");
        browser.reload().await?;
        browser.program_started().await?;
        answered::has_whole(&browser).await?;
        browser.unfold().await?;
        browser.element("#day-0").await?;
        ensure!(browser.evaluate::<String>(day).await?.is_empty(), "the day came back");
    }
    browser.quit().await
}

/// A browser's `print`, which shows at once what it would put on paper.
const PAPER: &str = "window.papers = [];
    window.print = () => {
        dispatchEvent(new Event('beforeprint'));
        papers.push(document.querySelector('.sheet')?.textContent ?? '');
        dispatchEvent(new Event('afterprint'));
    };";

async fn its_own_button_prints_the_sheet(browser: &Browser) -> Result<()> {
    browser.evaluate::<()>(PAPER).await?;
    let tap = format!(
        "[...document.querySelectorAll('button')].find((button) => button.innerText.includes('{}')).click()",
        japanese().print()
    );
    for nth in 1..=2_usize {
        browser.evaluate::<()>(&tap).await?;
        let papers: Vec<String> = until("paper", async || {
            let papers: Vec<String> = browser.evaluate("return papers").await?;
            Ok((papers.len() == nth).then_some(papers))
        })
        .await?;
        for said in ["北区", "日帰り型", "読み取ると", "03-3908-7050"] {
            ensure!(papers.last().is_some_and(|paper| paper.contains(said)), "{nth}: no 「{said}」 in {papers:?}");
        }
        ensure!(!browser.evaluate::<bool>("return document.querySelector('.sheet') !== null").await?, "it stayed");
    }
    // Where a browser has no printing, there is no button.
    browser.evaluate::<()>("window.print = undefined").await?;
    browser.evaluate::<()>("location.hash = 'babies'").await?;
    browser.element_with_text("h1", "何人").await?;
    browser.click("button.choice").await?;
    answered::has_whole(browser).await?;
    browser.unfold().await?;
    let prints =
        "return [...document.querySelectorAll('.result button')].some((one) => one.innerText.includes('印刷'))";
    ensure!(!browser.evaluate::<bool>(prints).await?, "a button that does nothing");
    Ok(())
}

/// Behind an icon with a store of its own: the line that there are no answers leads to a field, which takes the link.
#[browser_test(Chromium)]
async fn a_pasted_link_brings_her_answers(engine: Engine) -> Result<()> {
    let (browser, site) = (Browser::open(Settings::new(engine)).await?, Site::start()?);
    let words = japanese();
    let record = record::encode("kita", &answered::answers()?);
    let (start, end) = record.split_at(20);
    browser.goto(&site.url("?installed=1")).await?;
    browser.program_started().await?;
    browser.click_text(".notice a", words.has_link()).await?;
    browser.element_with_text("main", words.nothing_brought()).await?;
    let paste = |text: &str| {
        format!(
            "const field = document.querySelector('#paste'); field.value = {text:?};
             field.dispatchEvent(new Event('input', {{ bubbles: true }}));"
        )
    };
    browser.element("#paste").await?;
    assert_eq!(browser.sticking_out().await?, Vec::<String>::new());
    // Nothing that is one, and one that is cut: it says what is wrong, and stays.
    for (text, said) in [
        ("https://example.com/", words.record_problem(record::RecordError::Foreign)),
        (start, words.record_problem(record::RecordError::Damaged)),
    ] {
        browser.evaluate::<()>(&paste(text)).await?;
        browser.click_text("button", words.read_pasted()).await?;
        browser.element_with_text("#paste-error", said).await?;
    }
    // On a town's page it says so too, and goes on taking another.
    let town = Browser::open(Settings::new(engine)).await?;
    town.goto(&site.url("kita/#result")).await?;
    town.program_started().await?;
    town.click_text(".notice a", words.has_link()).await?;
    town.element("#paste").await?;
    town.evaluate::<()>(&paste(start)).await?;
    town.click_text("button", words.read_pasted()).await?;
    town.element_with_text("#paste-error", words.record_problem(record::RecordError::Damaged)).await?;
    town.evaluate::<()>(&paste(&record)).await?;
    town.click_text("button", words.read_pasted()).await?;
    town.click_text("button", words.take_over()).await?;
    town.element(".result:not([aria-busy]) h1").await?;
    town.quit().await?;
    // As a mail breaks it.
    browser.evaluate::<()>(&paste(&format!(" {}#{start}\n{end} ", site.url("kita/?openExternalBrowser=1")))).await?;
    browser.click_text("button", words.read_pasted()).await?;
    browser.element_with_text("h1", words.moving_here_heading()).await?;
    browser.click_text("button", words.take_over()).await?;
    browser.element(".result:not([aria-busy]) h1").await?;
    ensure!(
        browser.driver.current_url().await?.as_str() == site.url("kita/#result"),
        "the record stayed in the address"
    );
    browser.quit().await
}

/// A code of another town is told back with that town's name, and not taken; one of hers is.
#[browser_test(Chromium)]
async fn a_postal_code_of_another_town_is_not_taken(engine: Engine) -> Result<()> {
    let (browser, site) = (Browser::open(Settings::new(engine)).await?, Site::start()?);
    let words = japanese();
    let sends = async |code: &str| {
        answered::fills(&browser, words.postal_code(), code).await?;
        browser.click_text("button", words.take_answer()).await
    };
    browser.goto(&site.url("robots.txt")).await?;
    let record = record::encode("nerima", &answered::answers()?);
    answered::keeps(&browser, "sango-navi:/:town/nerima", &record).await?;
    browser.goto(&site.url("nerima/#postal")).await?;
    browser.program_started().await?;
    sends("1000001").await?;
    browser.element_with_text("#postal-error", "千代田区の郵便番号").await?;
    ensure!(browser.driver.current_url().await?.as_str() == site.url("nerima/#postal"), "it was taken");
    sends("1780063").await?;
    browser.element(".result:not([aria-busy]) h1").await?;
    browser.quit().await
}
