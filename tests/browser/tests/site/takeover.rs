//! The program taking over the static page: nothing moves, and no tap is lost.

use anyhow::Result;
use browser_tests::site::Fault;
use browser_tests::{Browser, Engine, Opened, Settings, Site, Viewport, browser_test};
use sango_navi::words::japanese;

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

/// Neither for one who comes for the first time, nor for one who comes back; what does move is seen.
#[browser_test]
async fn nothing_moves_from_the_first_paint_to_the_first_question() -> Result<()> {
    let browser = eager(Engine::Chromium).await?;
    for (path, way) in [("", "a[href='#search']"), ("kita/", "a[href='#born']"), ("nakano/", "a[href='#expected']")] {
        // Another site each time: the second page would find the program in the first one's store.
        let site = Site::start()?;
        hold_program(&site);
        browser.goto(&site.url(path)).await?;
        painted(&browser).await?;
        site.server().heal();
        browser.program_started().await?;
        assert_eq!(browser.evaluate::<f64>(SHIFTED).await?, 0.0, "/{path}: the program taking over");
        browser.click(way).await?;
        browser.element("h1:focus").await?;
        assert_eq!(browser.evaluate::<f64>(SHIFTED).await?, 0.0, "/{path}: the first question");
    }

    let site = Site::start()?;
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
        assert_eq!(browser.evaluate::<f64>(SHIFTED).await?, 0.0, "/{path}: she comes back");
    }

    browser.goto(&site.url("404.html")).await?;
    painted(&browser).await?;
    browser.evaluate::<()>("document.body.prepend(document.querySelector('h1').cloneNode(true))").await?;
    browser_tests::until("a shift", async || Ok((browser.evaluate::<f64>(SHIFTED).await? > 0.0).then_some(()))).await?;
    browser.quit().await
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
