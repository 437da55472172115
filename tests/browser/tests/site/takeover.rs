//! The program taking over the static page: nothing moves, and no tap is lost.

use anyhow::{Result, ensure};
use browser_tests::site::Fault;
use browser_tests::{Browser, Engine, Opened, Settings, Site, Viewport, browser_test};
use sango_navi::words::japanese;

use crate::answered;
use crate::place::{comes_back_to, stands};

/// How far everything on the page has moved by itself since it was first painted, as browsers score it.
pub const SHIFTED: &str = "return new Promise((done) => {
    let sum = 0;
    const add = (entries) => entries.forEach((entry) => { if (!entry.hadRecentInput) sum += entry.value; });
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    // What has been painted is told of after the next frame.
    requestAnimationFrame(() => requestAnimationFrame(() => { add(observer.takeRecords()); done(sum); }));
})";

/// The program comes when the site is healed, as over a line that is as slow as need be.
fn hold_program(site: &Site) {
    site.server().fail(|path| path.ends_with(".wasm").then_some(Fault::Held));
}

/// A browser in which a page can be acted on before the program is there.
async fn eager(engine: Engine) -> Result<Browser> {
    Browser::open(Settings { opened: Opened::Readable, ..Settings::new(engine) }).await
}

/// Waits until the page has been painted without the program.
async fn painted(browser: &Browser) -> Result<()> {
    let painted = "return performance.getEntriesByName('first-contentful-paint').length > 0";
    browser_tests::until("the first paint", async || Ok(browser.evaluate::<bool>(painted).await?.then_some(()))).await
}

#[browser_test]
async fn what_does_move_is_seen() -> Result<()> {
    let site = Site::start()?;
    let browser = eager(Engine::Chromium).await?;
    browser.goto(&site.url("404.html")).await?;
    painted(&browser).await?;
    browser.evaluate::<()>("document.body.prepend(document.querySelector('h1').cloneNode(true))").await?;
    browser_tests::until("a shift", async || Ok((browser.evaluate::<f64>(SHIFTED).await? > 0.0).then_some(()))).await?;
    browser.quit().await
}

/// She reads before it computes; but one who comes for her own list waits for nothing that it does not need.
#[browser_test]
async fn the_program_is_asked_for_once_the_page_is_painted_and_at_once_for_her_own_list() -> Result<()> {
    let browser = Browser::start(Engine::Chromium, Viewport::PHONE).await?;
    for (path, at_once) in [("kita/", false), ("kita/#result", true), ("kita/#help", true)] {
        // Another site each time: the second page would find the program in the first one's store.
        let site = Site::start()?;
        browser.goto(&site.url(path)).await?;
        browser.program_started().await?;
        let asked = "const [page] = performance.getEntriesByType('navigation');
            const at = (end) => performance.getEntriesByType('resource').find(({ name }) => name.endsWith(end)).startTime;
            return [at('.wasm') < page.domContentLoadedEventEnd, at('.wasm') <= at('.bin')]";
        assert_eq!(browser.evaluate::<[bool; 2]>(asked).await?, [at_once, true], "/{path}");
    }
    browser.quit().await
}

#[browser_test]
async fn nothing_moves_from_the_first_paint_to_the_first_question() -> Result<()> {
    let site = Site::start()?;
    for (path, way) in [("", "a[href='#search']"), ("kita/", "a[href='#born']"), ("nakano/", "a[href='#expected']")] {
        // A new browser each time: the second page would find the program in the first one's store.
        let browser = eager(Engine::Chromium).await?;
        hold_program(&site);
        browser.goto(&site.url(path)).await?;
        painted(&browser).await?;
        site.server().heal();
        browser.program_started().await?;
        assert_eq!(browser.evaluate::<f64>(SHIFTED).await?, 0.0, "/{path}: the program taking over");
        browser.click(way).await?;
        browser.element("h1:focus").await?;
        assert_eq!(browser.evaluate::<f64>(SHIFTED).await?, 0.0, "/{path}: the first question");
        browser.quit().await?;
    }
    Ok(())
}

/// Over a poor line a page is painted before it is longer than the window: a scroll bar that comes later takes no room.
#[browser_test]
async fn what_she_reads_is_as_wide_before_all_of_it_is_there() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::start(Engine::Chromium, Viewport::PHONE).await?;
    for path in ["", "kita/", "nakano/", "404.html"] {
        browser.goto(&site.url(path)).await?;
        let widths = "const wide = () => document.body.getBoundingClientRect().width;
            document.body.style.minHeight = '200vh';
            const long = wide();
            document.body.style.minHeight = '';
            for (const part of document.body.children) part.hidden = true;
            return [long, wide(), innerWidth]";
        let [long, short, window]: [f64; 3] = browser.evaluate(widths).await?;
        assert!(long < window, "/{path}: a scroll bar takes no room here, so that nothing is shown by this");
        assert_eq!(short, long, "/{path}");
    }
    browser.quit().await
}

#[browser_test]
async fn nothing_moves_for_one_who_comes_back() -> Result<()> {
    let site = Site::start()?;
    let browser = eager(Engine::Chromium).await?;
    browser.goto(&site.url("kita/#born")).await?;
    for (label, text) in [("年", "2026"), ("月", "11"), ("日", "1")] {
        browser.fill(label, text).await?;
    }
    browser.click_text("button", japanese().take_answer()).await?;
    browser.gone("#date-year").await?;
    for path in ["kita/", ""] {
        browser.goto(&site.url(path)).await?;
        browser.program_started().await?;
        browser.element_with_text("main", japanese().go_on()).await?;
        assert_eq!(browser.evaluate::<f64>(SHIFTED).await?, 0.0, "/{path}");
    }
    browser.quit().await
}

/// A tap before the program is there leads where it would have led after.
#[browser_test(Chromium, Firefox, WebKit)]
async fn no_tap_is_lost(engine: Engine) -> Result<()> {
    let browser = eager(engine).await?;
    for (path, tapped, heading) in [
        ("kita/", "a[href='#born']", japanese().born_question()),
        ("kita/", "a[href='#help']", japanese().help_heading()),
        ("", "a[href='#search']", japanese().search_heading()),
    ] {
        // Another site each time: the second page would find the program in the first one's store.
        let site = Site::start()?;
        hold_program(&site);
        browser.goto(&site.url(path)).await?;
        browser.click(tapped).await?;
        let waiting = "return document.getElementById('app').firstChild?.nodeValue === 'static'";
        assert!(browser.evaluate::<bool>(waiting).await?, "{engine} /{path}: the program is there already");
        site.server().heal();
        browser.program_started().await?;
        browser.element_with_text("h1", heading).await?;
    }
    browser.quit().await
}

/// A page that the browser loads anew brings her back to what she read.
#[browser_test(Chromium, Firefox)]
async fn loaded_anew_her_plan_is_where_she_read_it(engine: Engine) -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    answered::opens_plan(&browser, &site, "kita").await?;
    answered::has_whole(&browser).await?;
    browser.gone("[aria-busy]").await?;
    // With a worker the chunks come at once.
    browser.kept(&[site.url("kita/")]).await?;
    browser.click(".others > summary").await?;
    let read = "document.querySelectorAll('.facilities > li h3')[9]";
    browser.evaluate::<()>(&format!("{read}.scrollIntoView({{ block: 'center' }})")).await?;
    let before = stands(&browser, read).await?;
    browser.reload().await?;
    browser.program_started().await?;
    browser.element(".result:not([aria-busy]) .sharing").await.ok();
    browser.gone("[aria-busy]").await?;
    comes_back_to(&browser, read, &before, &engine.to_string()).await?;

    // Opened by its address it begins at its top, like any page.
    browser.goto("about:blank").await?;
    browser.goto(&site.url("kita/#result")).await?;
    browser.program_started().await?;
    browser.gone("[aria-busy]").await?;
    ensure!(browser.evaluate::<f64>("return scrollY").await? == 0.0, "not at its top");
    browser.quit().await
}
