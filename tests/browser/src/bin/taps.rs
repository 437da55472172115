//! How soon a tap shows its effect on a phone six times slower than this machine, by the browser's own event timing; and
//! how long the search takes for a keystroke.
//!
//! Run by `cargo xtask taps`, which builds the site first.

use std::fmt;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Engine, Settings, Site, until};
use chrono::NaiveDate;
use sango_navi::interview::record::encode;
use sango_navi::words::japanese;
use serde::Deserialize;
use serde_json::json;
use xtask::sample;

/// How many times slower.
const THROTTLE: u32 = 6;
/// Of so many the middle one counts: what else the machine does falls on one tap or another.
const RUNS: usize = 3;
/// Of so many on a bare page the middle one is told.
const BARE_TAPS: usize = 9;
/// From a tap to its effect on the screen, in milliseconds.
const TAP: f64 = 100.0;
/// How soon a finger comes to what she sees.
const FINGER: Duration = Duration::from_millis(300);
/// From a keystroke to the towns found, in milliseconds.
const SEARCH: f64 = 50.0;
/// The town with the most rows.
const TOWN: &str = "nerima";
/// Everything that can be tapped on the result and stays on it. Folds first: a filter hides some of them.
const TARGETS: [&str; 2] = [".result summary", ".result button"];
/// What leads from the result to 「いま、つらい」, and back.
const BESIDE: [&str; 2] = ["a[href=\"#help\"]", ".aside .question-back"];
const QUERIES: [&str; 8] = ["よ", "よこ", "横浜", "yokohama", "o", "0600001", "札幌市中央区", "nowhereatall"];

/// What a tap took.
#[derive(Deserialize)]
struct Tap {
    what: String,
    milliseconds: f64,
    /// Of what it consists, where the browser tells.
    event: Option<Timing>,
}

/// The slowest event of a tap, in milliseconds.
#[derive(Deserialize)]
struct Timing {
    name: String,
    duration: f64,
    /// Until the page could begin with it.
    waited: f64,
    /// Until the page was done with it.
    worked: f64,
}

impl fmt::Display for Timing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let painted = self.duration - self.waited - self.worked;
        write!(f, "{}: waited {:.0}, worked {:.0}, painted {painted:.0}", self.name, self.waited, self.worked)
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(Settings::new(Engine::Chromium)).await?;
    browser.set_clock("2026-11-24T10:30:00+09:00").await?;
    // A phone's take no room.
    browser.driver.cdp().send_raw("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await?;
    let bare = bare(&browser).await?;
    let mut runs = Vec::new();
    for _ in 0..RUNS {
        runs.push(taps(&site, &browser).await?);
    }
    let mut taps = medians(runs)?;
    taps.sort_by(|a, b| b.milliseconds.total_cmp(&a.milliseconds));
    println!(
        "{:<60} {:>6}",
        format!("slowest of {} taps, each the median of {RUNS}, {THROTTLE} times throttled", taps.len()),
        "ms"
    );
    for tap in taps.iter().take(10) {
        let event = tap.event.as_ref().map(Timing::to_string).unwrap_or_default();
        println!("{:<60} {:>6.0}  {event}", tap.what, tap.milliseconds);
    }
    println!("{:<60} {bare:>6.0}", "a fold on a page with nothing else");
    let slowest = taps.first().map_or(0.0, |tap| tap.milliseconds);
    let searches = searches(&site, &browser).await?;
    println!("{:<60} {:>6}", "search after a keystroke", "ms");
    for tap in &searches {
        println!("{:<60} {:>6.1}", tap.what, tap.milliseconds);
    }
    let longest = searches.iter().map(|search| search.milliseconds).fold(0.0, f64::max);
    browser.quit().await?;
    ensure!(slowest <= TAP, "a tap takes {slowest:.0} ms, {TAP} allowed");
    ensure!(longest <= SEARCH, "a search takes {longest:.0} ms, {SEARCH} allowed");
    Ok(())
}

/// Of each thing that was tapped the middle one of its taps.
fn medians(runs: Vec<Vec<Tap>>) -> Result<Vec<Tap>> {
    let mut runs: Vec<_> = runs.into_iter().map(Vec::into_iter).collect();
    let mut medians = Vec::new();
    loop {
        let mut same: Vec<Tap> = runs.iter_mut().filter_map(Iterator::next).collect();
        if same.is_empty() {
            return Ok(medians);
        }
        ensure!(same.len() == RUNS, "only {} of {RUNS} runs tapped 「{}」", same.len(), same[0].what);
        ensure!(
            same.iter().all(|tap| tap.what == same[0].what),
            "the runs tapped something else at 「{}」",
            same[0].what
        );
        same.sort_by(|a, b| a.milliseconds.total_cmp(&b.milliseconds));
        medians.push(same.swap_remove(RUNS / 2));
    }
}

/// Slows the page down, and listens for what a finger does there.
async fn begin(browser: &Browser) -> Result<()> {
    browser
        .evaluate::<()>(
            "window.taps = [];
             new PerformanceObserver((list) => taps.push(...list.getEntries().filter((event) => event.interactionId)))
                 .observe({ type: 'event', durationThreshold: 16 });",
        )
        .await?;
    browser.driver.cdp().send_raw("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
    throttle(browser, THROTTLE).await
}

/// What a tap takes where there is nothing to do, in milliseconds: no page can be quicker on this machine in this hour.
async fn bare(browser: &Browser) -> Result<f64> {
    browser.goto("data:text/html,<details><summary>fold</summary>text</details>").await?;
    begin(browser).await?;
    let mut taken = Vec::new();
    for _ in 0..BARE_TAPS {
        taken.extend(tap(browser, "document.querySelector('summary')").await?.map(|tap| tap.milliseconds));
    }
    throttle(browser, 1).await?;
    taken.sort_by(f64::total_cmp);
    taken.get(taken.len() / 2).copied().context("a fold")
}

async fn throttle(browser: &Browser, rate: u32) -> Result<()> {
    browser.driver.cdp().send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": rate })).await?;
    Ok(())
}

/// Taps everything on the result, one after the other.
async fn taps(site: &Site, browser: &Browser) -> Result<Vec<Tap>> {
    browser.goto(&site.url("")).await?;
    let birth = NaiveDate::from_ymd_opt(2026, 8, 1).context("a date")?;
    let record = encode(TOWN, &sample::answers(birth));
    browser.evaluate::<()>(&format!("localStorage.setItem('sango-navi:/:town/{TOWN}', '{record}')")).await?;
    browser.goto(&site.url(&format!("{TOWN}/#result"))).await?;
    browser.program_started().await?;
    browser.click_text("button", japanese().later()).await.ok();
    browser.gone(".later").await.context("what comes after the first look")?;
    // All of it: what is still to come can't be tapped, and would be made between the taps.
    browser.gone("[aria-busy]").await.context("the whole result")?;
    // Once in a release the site is kept on the phone, which on a machine of two cores goes beside the taps.
    let pages: Vec<String> = site.pages()?.iter().map(|page| site.url(page)).collect();
    browser.kept(&pages).await?;
    begin(browser).await?;
    let mut taps = Vec::new();
    for targets in TARGETS {
        let count: usize = browser.evaluate(&format!("return document.querySelectorAll('{targets}').length")).await?;
        for place in 0..count {
            taps.extend(tap(browser, &format!("document.querySelectorAll('{targets}')[{place}]")).await?);
        }
    }
    for target in BESIDE {
        let there = tap(browser, &format!("document.querySelector('#app {target}')")).await?;
        taps.push(there.with_context(|| format!("nothing to tap: {target}"))?);
    }
    throttle(browser, 1).await?;
    Ok(taps)
}

/// Taps one thing; `None` where it can't be tapped now.
async fn tap(browser: &Browser, target: &str) -> Result<Option<Tap>> {
    // A tap that does not arrive (the page still moves) is tried again: one that is left out would flatter the rest.
    let what = until(&format!("a tap on {target}"), async || {
        let place: Option<(String, f64, f64)> = browser
            .evaluate(&format!(
                "const it = {target};
                 it?.scrollIntoView({{ block: 'center' }});
                 const frame = () => new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
                 // What was out of sight is laid out with the next frame.
                 return frame().then(() => {{
                     if (!it?.checkVisibility() || it.disabled || it.closest('.delete')) return null;
                     it.scrollIntoView({{ block: 'center' }});
                     window.taps.length = 0;
                     window.arrived = false;
                     it.addEventListener('click', () => (window.arrived = true), {{ capture: true, once: true }});
                     const {{ x, y, width, height }} = it.getBoundingClientRect();
                     const what = it.ariaLabel || it.innerText.replace(/\\s+/g, ' ').slice(0, 40);
                     return [what, x + width / 2, y + height / 2];
                 }});"
            ))
            .await?;
        let Some((what, x, y)) = place else { return Ok(Some(None)) };
        // Nobody taps before she sees where she has come to: what is measured is the tap, neither the way there nor what
        // was just asked of the page.
        tokio::time::sleep(FINGER).await;
        // A finger, and no mouse that comes over the page first: that would count what passes until the press as well.
        for (kind, points) in [("touchStart", json!([{ "x": x, "y": y }])), ("touchEnd", json!([]))] {
            let finger = json!({ "type": kind, "touchPoints": points });
            browser.driver.cdp().send_raw("Input.dispatchTouchEvent", finger).await?;
        }
        // The browser tells of a tap once its effect is painted.
        tokio::time::sleep(FINGER).await;
        Ok(browser.evaluate::<bool>("return window.arrived").await?.then_some(Some(what)))
    })
    .await?;
    let Some(what) = what else { return Ok(None) };
    let event: Option<Timing> = browser
        .evaluate(
            "const slowest = window.taps.reduce((a, b) => (a && a.duration >= b.duration ? a : b), null);
             return slowest && {
                 name: slowest.name,
                 duration: slowest.duration,
                 waited: slowest.processingStart - slowest.startTime,
                 worked: slowest.processingEnd - slowest.processingStart,
             };",
        )
        .await?;
    let milliseconds = event.as_ref().map_or(0.0, |event| event.duration);
    Ok(Some(Tap { what, milliseconds, event }))
}

/// From setting the field's text to the towns standing in the page, without the painting.
async fn searches(site: &Site, browser: &Browser) -> Result<Vec<Tap>> {
    browser.goto(&site.url("#search")).await?;
    browser.program_started().await?;
    browser.fill(japanese().search_field(), "きた").await?;
    until("the towns", async || {
        Ok(browser.evaluate::<bool>("return document.querySelector('.choices li') !== null").await?.then_some(()))
    })
    .await?;
    throttle(browser, THROTTLE).await?;
    let mut searches = Vec::new();
    for query in QUERIES {
        let took: f64 = browser
            .evaluate(&format!(
                "const field = document.querySelector('input[type=search]');
                 const main = document.querySelector('main');
                 field.value = '';
                 field.dispatchEvent(new Event('input'));
                 return new Promise((tell) => setTimeout(() => {{
                     const start = performance.now();
                     new MutationObserver((_, observer) => {{
                         observer.disconnect();
                         tell(performance.now() - start);
                     }}).observe(main, {{ childList: true, subtree: true, characterData: true }});
                     field.value = '{query}';
                     field.dispatchEvent(new Event('input'));
                 }}, 50));"
            ))
            .await?;
        searches.push(Tap { what: query.to_owned(), milliseconds: took, event: None });
    }
    throttle(browser, 1).await?;
    Ok(searches)
}
