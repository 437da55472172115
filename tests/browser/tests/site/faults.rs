//! What goes wrong on the way, and what she sees then.

use anyhow::{Context, Result, ensure};
use browser_tests::site::Fault;
use browser_tests::{Browser, Engine, Site, Viewport, browser_test};
use sango_navi::words::japanese;

/// A file arriving in a way in which the program can't start: the page stays, and says whom to ask.
#[browser_test(Chromium, Firefox, WebKit)]
async fn page_stays_without_the_program(engine: Engine) -> Result<()> {
    let site = Site::start()?;
    for (path, named, fault) in FAULTS {
        // A new browser each time: nothing is kept from the time before.
        let browser = Browser::start(engine, Viewport::PHONE).await?;
        let wrong = fault.clone();
        site.server().fail(move |path| {
            let (name, end) = named.split_once('*').unwrap_or((named, ""));
            (path.contains(name) && path.ends_with(end)).then(|| wrong.clone())
        });
        browser.goto(&site.url(path)).await?;
        stays(&browser, path).await.with_context(|| format!("/{path}: {named} {fault:?}"))?;
        browser.quit().await?;
    }
    Ok(())
}

/// The page as it was, with the line that says why it stays so: on the screen without scrolling.
async fn stays(browser: &Browser, path: &str) -> Result<()> {
    browser.program_unavailable().await?;
    let said = browser.text("#unavailable").await?;
    let (heading, whom) = match path {
        "" => (japanese().home_heading(), "この端末では動きません"),
        _ => ("北区の産後ケア", "03-3908-"),
    };
    ensure!(said.contains(whom), "said: {said}");
    ensure!(browser.text("h1").await? == heading, "another heading");
    let seen = "const line = document.getElementById('unavailable').getBoundingClientRect();
        return line.top >= 0 && line.bottom <= innerHeight + 1";
    ensure!(browser.evaluate::<bool>(seen).await?, "the line is out of sight");
    let out = browser.sticking_out().await?;
    ensure!(out.is_empty(), "{out:?}");
    Ok(())
}

/// A page, the name of a file (what it begins with, its end), and what becomes of it.
const FAULTS: [(&str, &str, Fault); 11] = [
    ("kita/", "*.wasm", Fault::Status(404)),
    ("kita/", "*.wasm", Fault::Silence),
    ("kita/", "*.wasm", Fault::Truncated(1000)),
    ("kita/", "*.wasm", Fault::Corrupted),
    ("kita/", "data/*.bin", Fault::Status(500)),
    ("kita/", "data/*.bin", Fault::Corrupted),
    ("kita/", "data/*.bin", Fault::Truncated(1000)),
    ("kita/", "sango-navi-*.js", Fault::Status(404)),
    ("kita/", "sango-navi-*.js", Fault::Truncated(1000)),
    ("kita/", "sango-navi-*.js", Fault::Corrupted),
    ("", "*.wasm", Fault::Status(404)),
];

/// A browser in which the program can't run: WebAssembly switched off, or something failing as it begins.
#[browser_test(Chromium, Firefox)]
async fn page_stays_where_the_program_cannot_run(engine: Engine) -> Result<()> {
    let site = Site::start()?;
    for lacking in [
        "delete globalThis.WebAssembly;",
        "Document.prototype.createElement = () => { throw new Error('lacking'); };",
        "globalThis.fetch = () => { throw new Error('lacking'); };",
    ] {
        let browser = Browser::start(engine, Viewport::PHONE).await?;
        browser.run_first(lacking).await?;
        browser.goto(&site.url("kita/")).await?;
        stays(&browser, "kita/").await.with_context(|| lacking.to_owned())?;
        browser.quit().await?;
    }
    Ok(())
}
