//! The page is changed by somebody else: a page translator that puts its own texts in the place of ours, a phone that marks
//! dates and numbers. What is said by numbers stays that of a page that nobody changed.

use anyhow::{Context, Result, ensure};
use browser_tests::site::Fault;
use browser_tests::{Browser, Engine, Settings, Site, browser_test, until};
use sango_navi::domain::business_days::business_days_after;
use sango_navi::domain::household::Household;
use sango_navi::words::japanese;

use crate::answered;
use crate::chunks::of_later;

/// What is done to each text of the app: the name of a case, and the script that does it.
const CHANGES: [(&str, &str); 4] = [
    ("every text", "change(() => true, (text) => wrap(text))"),
    ("numbers alone", "change((text) => /[0-9]/.test(text.data), (text) => wrap(text))"),
    (
        "split in three",
        "change((text) => /[0-9]/.test(text.data), (text) => {
            const at = text.data.search(/[0-9]/);
            const number = text.splitText(at);
            number.splitText(number.data.match(/^[0-9,]+/)[0].length);
            const mark = document.createElement('chrome_annotation');
            number.replaceWith(mark);
            mark.append(number.data);
        })",
    ),
    (
        "an element in between",
        "for (const parent of document.querySelectorAll('#app p, #app button, #app dd, #app li')) {
            const between = document.createElement('font');
            between.append(...parent.childNodes);
            parent.append(between);
        }",
    ),
];

const TOOLS: &str = "const wrap = (text) => {
        const [outer, inner] = ['font', 'font'].map((tag) => document.createElement(tag));
        outer.append(inner);
        inner.append(text.data);
        text.replaceWith(outer);
    };
    const change = (which, how) => {
        const texts = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
        const all = [];
        while (texts.nextNode()) all.push(texts.currentNode);
        all.filter((text) => text.data.trim() && which(text)).forEach(how);
    };";

/// All text of her plan, as the page has it: what is hidden too, without spaces.
const SAID: &str = "return document.querySelector('.result').textContent.replaceAll(/\\s/g, '')";

/// What happens to her plan after somebody else changed the page, in an order in which each changes something.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Event {
    /// What is behind the lines is made.
    Folds,
    /// One more of a service is planned, twice.
    More,
    /// One less.
    Less,
    /// A use is entered.
    Used,
    /// A question is answered otherwise.
    Answer,
    /// A minute in which phones close.
    Minute,
    /// The list of facilities is narrowed.
    Filter,
}

impl Event {
    const ALL: [Event; 7] =
        [Event::Folds, Event::More, Event::Less, Event::Used, Event::Answer, Event::Minute, Event::Filter];

    /// It happens on a page that was changed by `change`.
    async fn happens(self, browser: &Browser, change: Option<&str>) -> Result<()> {
        match self {
            Event::Folds => Ok(()),
            Event::More => {
                taps(browser, ".planner-service button", 1).await?;
                // A translator changes what has come, too.
                stands_still(browser).await?;
                is_changed(browser, change).await?;
                taps(browser, ".planner-service button", 1).await
            }
            Event::Less => taps(browser, ".planner-service button", 0).await,
            Event::Used => taps(browser, ".planner-used button", 1).await,
            Event::Answer => {
                browser.evaluate::<()>("location.hash = 'household'").await?;
                browser.element_with_text("h1", "住民税").await?;
                browser.click_text("button.choice", japanese().household(Household::TaxExempt)).await?;
                browser.element(".result h1").await.map(drop)
            }
            Event::Minute => clock_says(browser, "17:00").await,
            Event::Filter => taps(browser, ".filters .chip", 1).await,
        }
    }
}

/// Somebody else changes the page, or nobody.
async fn is_changed(browser: &Browser, change: Option<&str>) -> Result<()> {
    match change {
        Some(change) => browser.evaluate(&format!("{TOOLS} {change}")).await,
        None => Ok(()),
    }
}

/// All that her plan says after each event of a visit, where the page is changed by `change` before each.
async fn visit(browser: &Browser, site: &Site, change: Option<&str>) -> Result<Vec<String>> {
    answered::opens_plan(browser, site, "kita").await?;
    answered::has_whole(browser).await?;
    let mut said = Vec::new();
    for event in Event::ALL {
        if event == Event::Minute {
            clock_says(browser, "16:59").await?;
        }
        let before = stands_still(browser).await?;
        is_changed(browser, change).await?;
        event.happens(browser, change).await?;
        browser.unfold().await?;
        let after = stands_still(browser).await?;
        ensure!(before != after, "{event:?} changes something");
        if event == Event::Used {
            // A page made anew says the same: all of it is kept.
            browser.reload().await?;
            answered::has_whole(browser).await?;
            browser.unfold().await?;
            let fresh = stands_still(browser).await?;
            ensure!(fresh == after, "{event:?}, made anew:\n{after}\n{fresh}");
        }
        said.push(after);
    }
    Ok(said)
}

/// All that her plan says where the page was changed by `change` before what comes after the first look.
async fn late(browser: &Browser, site: &Site, change: Option<&str>) -> Result<String> {
    site.server().fail(|path| of_later(path).then_some(Fault::Held));
    answered::opens_plan(browser, site, "kita").await?;
    browser.element(".later button").await?;
    let before = stands_still(browser).await?;
    is_changed(browser, change).await?;
    site.server().heal();
    answered::has_whole(browser).await?;
    browser.unfold().await?;
    let after = stands_still(browser).await?;
    ensure!(before != after, "what is late changes something");
    Ok(after)
}

async fn taps(browser: &Browser, selector: &str, place: usize) -> Result<()> {
    browser.evaluate::<()>(&format!("document.querySelectorAll('{selector}')[{place}].click()")).await
}

/// A clock that stands still once it is told to. It is put into a page before the page's own scripts where a driver can do that.
const CLOCK: &str = "if (!window.clocked) {
        window.clocked = true;
        const Running = Date;
        window.Date = class Date extends Running {
            constructor(...parts) {
                if (parts.length === 0) { super(Date.now()); } else { super(...parts); }
            }
            static now() { return window.stopped ?? Running.now(); }
        };
    }";

/// Stops the clock at a time of the next business day, and she looks at the page again.
async fn clock_says(browser: &Browser, time: &str) -> Result<()> {
    let day = business_days_after(answered::days_ahead(0)?, 1).date;
    let script = format!(
        "{CLOCK}
         window.stopped = Date.parse('{day}T{time}:00+09:00');
         document.dispatchEvent(new Event('visibilitychange'));"
    );
    browser.evaluate(&script).await
}

async fn stands_still(browser: &Browser) -> Result<String> {
    let mut before = String::new();
    until("the plan to stand still", async || {
        let now: String = browser.evaluate(&crate::walk::two_frames_on(&SAID.replace("return ", ""))).await?;
        let same = now == before;
        before = now;
        Ok(same.then_some(()))
    })
    .await?;
    Ok(before)
}

#[browser_test(Chromium, Firefox, WebKit)]
async fn what_somebody_else_changed_says_what_is_true(engine: Engine) -> Result<()> {
    let browser = Browser::open(Settings::new(engine)).await?;
    if engine != Engine::WebKit {
        browser.run_first(CLOCK).await?;
    }
    // Each time another site: nothing is kept from the one before. None goes while something may still be asked of it.
    let mut sites = Vec::new();
    let mut unchanged: Option<(Vec<String>, String)> = None;
    for (change, script) in
        [("nothing", None)].into_iter().chain(CHANGES.map(|(change, script)| (change, Some(script))))
    {
        sites.push(Site::start()?);
        let said = visit(&browser, &sites[sites.len() - 1], script).await.with_context(|| change.to_owned())?;
        sites.push(Site::start()?);
        let late = late(&browser, &sites[sites.len() - 1], script).await.with_context(|| change.to_owned())?;
        let (of_visit, of_late) = unchanged.get_or_insert_with(|| (said.clone(), late.clone()));
        for ((event, said), unchanged) in Event::ALL.into_iter().zip(&said).zip(of_visit) {
            ensure!(unchanged.contains(japanese().planner_heading()), "{unchanged}");
            ensure!(said == unchanged, "{engine}, {change}, {event:?}:\n{unchanged}\n{said}");
        }
        ensure!(late == *of_late, "{engine}, {change}, late:\n{of_late}\n{late}");
    }
    // A driver's first page has no icon; a browser asks for one.
    let mut errors = browser.console_errors().await?;
    errors.retain(|line| !line.text.contains("favicon.ico"));
    ensure!(errors.is_empty(), "{errors:?}");
    browser.quit().await
}
