//! Her place: where she comes back from what she read beside, she is where she was, and what she opened and narrowed is as
//! it was.

use std::process::Command;

use anyhow::{Context, Result, ensure};
use browser_tests::site::Fault;
use browser_tests::{Browser, Engine, Settings, Site, browser_test, until};
use sango_navi::words::japanese;
use thirtyfour::common::print::{PrintPage, PrintParameters};

use crate::answered;
use crate::chunks::of_later;
use crate::walk::two_frames_on;

/// Which filters are pressed, and what is open.
const DONE: &str = "return [
    [...document.querySelectorAll('.filters [aria-pressed=true]')].map((chip) => chip.textContent),
    [...document.querySelectorAll('.result details[open]')].map((fold) => fold.firstElementChild.textContent),
]";

/// What a piece of her plan is called, and how far down the window it is.
const READ: &str = "document.querySelectorAll('.result:not([hidden]) .facilities > li:not([hidden]) h3')[4]";

/// What `read` gives says, and its place, once it stands still.
pub async fn stands(browser: &Browser, read: &str) -> Result<(String, i32)> {
    let place = two_frames_on(&format!(
        "[{read}?.textContent ?? '', Math.round({read}?.getBoundingClientRect().top ?? -9999)]"
    ));
    let mut stood: Option<(String, i32)> = None;
    until("the place to stand", async || {
        let now: (String, i32) = browser.evaluate(&place).await?;
        let before = stood.replace(now.clone());
        Ok((before == Some(now)).then_some(()))
    })
    .await?;
    stood.context("the place")
}

/// Waits until what `read` gives is where it was.
pub async fn comes_back_to(browser: &Browser, read: &str, before: &(String, i32), case: &str) -> Result<()> {
    let mut last = None;
    let back = until("her place", async || {
        let now = stands(browser, read).await?;
        let is_same = now.0 == before.0 && (now.1 - before.1).abs() <= 2;
        last = Some(now);
        Ok(is_same.then_some(()))
    });
    let back = back.await;
    back.with_context(|| format!("{case}: {before:?}, then {last:?}"))
}

/// A link that is always in the page; the driver would scroll to it.
async fn taps(browser: &Browser, selector: &str) -> Result<()> {
    browser.element(selector).await?;
    browser.evaluate::<()>(&format!("document.querySelector(\"{selector}\").click()")).await
}

/// What she reads beside another screen begins at its top, and has the title and the focus.
async fn reads_from_top(browser: &Browser, case: &str) -> Result<()> {
    let from_top = "const heading = document.querySelector('.aside h1');
        return heading !== null && scrollY === 0 && document.title.includes(heading.textContent)
            && document.activeElement === heading";
    until(&format!("{case}: what is beside, from its top"), async || {
        Ok(browser.evaluate::<bool>(from_top).await?.then_some(()))
    })
    .await
}

/// Beside her plan, what she narrowed and opened there stays as it was, and so do her place, the title and the focus.
#[browser_test(Chromium, Firefox, WebKit)]
async fn beside_her_plan_it_stays_as_it_was(engine: Engine) -> Result<()> {
    let (browser, site) = (Browser::open(Settings::new(engine)).await?, Site::start()?);
    answered::opens_plan(&browser, &site, "kita").await?;
    answered::has_whole(&browser).await?;
    browser.click(".others > summary").await?;
    browser.click_text(".filters .chip", "訪問型").await?;
    browser.click("#services > summary").await?;
    browser.click(".facilities > li:not([hidden]) summary").await?;
    browser.evaluate::<()>(&format!("{READ}.scrollIntoView({{ block: 'center' }})")).await?;
    let title: String = browser.evaluate("return document.title").await?;
    let done = until("the filter and the three folds", async || {
        let done: (Vec<String>, Vec<String>) = browser.evaluate(DONE).await?;
        Ok((done.0.len() == 1 && done.1.len() == 3).then_some(done))
    })
    .await?;
    let place = stands(&browser, READ).await?;
    ensure!((0..640).contains(&place.1), "not in sight: {place:?}");
    for (beside, by_link) in [("help", true), ("help", false), ("privacy", true), ("privacy", false)] {
        let case = format!("{engine}: #{beside}, by link {by_link}");
        if beside == "help" {
            // Within her thumb's reach however far she has read.
            browser.click_text(".masthead a", japanese().help_link()).await?;
        } else {
            browser.evaluate::<()>(&format!("location.hash = '{beside}'")).await?;
        }
        browser.gone(".result h1").await?;
        reads_from_top(&browser, &case).await?;
        if by_link {
            taps(&browser, ".question-back").await?;
        } else {
            browser.back().await?;
        }
        browser.element(".result:not([aria-busy]) .planner").await?;
        comes_back_to(&browser, READ, &place, &case).await?;
        let after: (Vec<String>, Vec<String>) = browser.evaluate(DONE).await?;
        ensure!(done == after, "{case}: {done:?}, then {after:?}");
        let (now, focused): (String, String) =
            browser.evaluate("return [document.title, document.activeElement.tagName]").await?;
        ensure!(now == title && focused == "H1", "{case}: 「{now}」, the focus on {focused}");
    }

    // Another way to the plan begins at its top.
    answered::answers_again(&browser).await?;
    until("the top", async || Ok((browser.evaluate::<f64>("return scrollY").await? == 0.0).then_some(()))).await?;
    browser.quit().await
}

/// Goes to the help lines, loads the page anew there or not, and comes back by the link or by the browser's own way.
async fn goes_to_help_and_back(browser: &Browser, again: bool, by_link: bool) -> Result<()> {
    taps(browser, ".masthead a[href='#help']").await?;
    reads_from_top(browser, "help").await?;
    if again {
        browser.reload().await?;
        browser.program_started().await?;
        browser.element_with_text("h1", japanese().help_heading()).await?;
    }
    if by_link { taps(browser, ".question-back").await } else { browser.back().await }
}

/// From the help lines she comes back to where she was, on every screen.
#[browser_test(Chromium, Firefox, WebKit)]
async fn from_the_help_lines_she_comes_back_to_her_place(engine: Engine) -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(Settings::new(engine)).await?;
    browser.goto(&site.url("kita/")).await?;
    browser.kept(&[site.url(""), site.url("kita/")]).await?;
    // Whether the page is loaded anew there, and she comes back by the link.
    let ways: &[(bool, bool)] = match engine {
        Engine::Chromium => &[(false, true), (false, false), (true, true), (true, false)],
        Engine::Firefox => &[(false, true), (false, false)],
        Engine::WebKit => &[(false, true)],
    };
    let leaflet = "document.querySelectorAll('#leaflet h2')[2]";
    let found = "document.querySelectorAll('.choices > li')[14]";
    for (path, read) in [("kita/", leaflet), ("", "document.querySelectorAll('#leaflet h2')[0]"), ("#search", found)] {
        browser.goto("about:blank").await?;
        browser.goto(&site.url(path)).await?;
        browser.program_started().await?;
        if path == "#search" {
            browser.fill(japanese().search_field(), "ち").await?;
            browser.element_with_text(".choices", "千葉市").await?;
        }
        for (again, by_link) in ways.iter().copied() {
            // What she typed is not kept.
            if again && path == "#search" {
                continue;
            }
            browser.evaluate::<()>(&format!("{read}.scrollIntoView({{ block: 'start' }})")).await?;
            let before = stands(&browser, read).await?;
            ensure!(browser.evaluate::<f64>("return scrollY").await? > 100.0, "/{path}: too short to scroll");
            goes_to_help_and_back(&browser, again, by_link).await?;
            comes_back_to(&browser, read, &before, &format!("/{path}, {again}, {by_link}")).await?;
        }
    }
    browser.quit().await
}

/// The same at her plan, which a browser does not bring her back to by itself; loaded anew there it is where she read it too.
#[browser_test(Chromium, Firefox)]
async fn loaded_anew_at_the_help_lines_she_comes_back_to_her_plan(engine: Engine) -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(Settings::new(engine)).await?;
    answered::opens_plan(&browser, &site, "kita").await?;
    answered::has_whole(&browser).await?;
    browser.gone("[aria-busy]").await?;
    browser.kept(&[site.url("kita/")]).await?;
    browser.click(".others > summary").await?;
    let far = "document.querySelectorAll('.facilities > li h3')[9]";
    browser.evaluate::<()>(&format!("{far}.scrollIntoView({{ block: 'center' }})")).await?;
    let before = stands(&browser, far).await?;
    browser.reload().await?;
    browser.program_started().await?;
    answered::has_whole(&browser).await?;
    browser.gone("[aria-busy]").await?;
    comes_back_to(&browser, far, &before, &engine.to_string()).await?;

    let read = "document.querySelectorAll('.result:not([hidden]) .facilities > li h3')[4]";
    for by_link in [true, false] {
        browser.evaluate::<()>(&format!("{read}.scrollIntoView({{ block: 'center' }})")).await?;
        let before = stands(&browser, read).await?;
        goes_to_help_and_back(&browser, true, by_link).await?;
        comes_back_to(&browser, read, &before, &format!("{engine}, {by_link}")).await?;
    }

    // Opened by its address it begins at its top, like any page.
    browser.goto("about:blank").await?;
    browser.goto(&site.url("kita/#result")).await?;
    browser.program_started().await?;
    browser.gone("[aria-busy]").await?;
    ensure!(browser.evaluate::<f64>("return scrollY").await? == 0.0, "not at its top");
    browser.quit().await
}

/// What the browser's own menu prints: how many pages, and what they say.
async fn prints(browser: &Browser, name: &str) -> Result<(usize, String)> {
    let a4 = PrintParameters { page: PrintPage { width: 21.0, height: 29.7 }, ..PrintParameters::default() };
    let paper = browser.driver.print_page(a4).await.context("printing")?;
    let folder = xtask::workspace::scratch().join("tests").join("place");
    std::fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{name}.pdf"));
    std::fs::write(&file, &paper)?;
    let text = Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output()?;
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    // Each page ends with a form feed.
    Ok((text.matches('\u{c}').count(), text))
}

/// What a page prints by itself is what stands there when `beforeprint` is over: without what makes the sheet every row's number
/// is among it, and on paper.
async fn every_number_is_on_paper_while_the_sheet_is_on_its_way(browser: &Browser, site: &Site) -> Result<()> {
    const NUMBERS: &str =
        "[...document.querySelectorAll('.result .facilities > li .phone')].map((tel) => tel.textContent)";
    site.server().fail(|path| of_later(path).then_some(Fault::Held));
    answered::opens_plan(browser, site, "kita").await?;
    browser.element(".later button").await?;
    let in_sight: Vec<String> = browser.evaluate(&format!("return {NUMBERS}")).await?;
    let prints_at_once = format!(
        "dispatchEvent(new Event('beforeprint'));
         const numbers = {NUMBERS};
         dispatchEvent(new Event('afterprint'));
         return numbers"
    );
    let all: Vec<String> = browser.evaluate(&prints_at_once).await?;
    ensure!(all.len() > in_sight.len() && all.starts_with(&in_sight), "{all:?} after {in_sight:?}");
    ensure!(browser.evaluate::<Vec<String>>(&format!("return {NUMBERS}")).await? == in_sight, "they stayed");
    let (pages, text) = prints(browser, "held").await?;
    ensure!(pages <= 5, "{pages} pages\n{text}");
    for number in &all {
        ensure!(text.contains(number), "{number} is not on paper\n{text}");
    }
    Ok(())
}

/// The browser's own menu prints the sheet; where what makes it is on its way or not to be had, what she sees, in short.
#[browser_test]
async fn the_browsers_own_menu_prints_what_can_be_had() -> Result<()> {
    let browser = Browser::open(Settings::new(Engine::Chromium)).await?;
    let site = Site::start()?;
    answered::opens_plan(&browser, &site, "kita").await?;
    answered::has_whole(&browser).await?;
    browser.evaluate::<()>(&format!("{READ}.scrollIntoView({{ block: 'center' }})")).await?;
    let place = stands(&browser, READ).await?;
    let (pages, text) = prints(&browser, "ready").await?;
    ensure!(pages <= 2 && text.contains("読み取ると"), "{pages} pages\n{text}");
    comes_back_to(&browser, READ, &place, "printed").await?;
    ensure!(!browser.evaluate::<bool>("return document.querySelector('.sheet') !== null").await?, "the sheet stayed");

    let on_its_way = Site::start()?;
    every_number_is_on_paper_while_the_sheet_is_on_its_way(&browser, &on_its_way).await?;

    let site = Site::start()?;
    site.server().fail(|path| of_later(path).then_some(Fault::Status(404)));
    answered::opens_plan(&browser, &site, "kita").await?;
    let (pages, text) = prints(&browser, "missing").await?;
    ensure!(pages <= 5 && text.contains("03-5963-3311"), "{pages} pages\n{text}");
    for tapped in [japanese().later(), japanese().phone_open_now(), japanese().help_link()] {
        ensure!(!text.contains(tapped), "「{tapped}」 can only be tapped\n{text}");
    }
    browser.quit().await
}
