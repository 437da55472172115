//! The instruments themselves: what they are to find, they find, in every engine.

use std::fs;

use anyhow::Result;
use browser_tests::browser::{Appearance, Settings, Storage, TextSize};
use browser_tests::site::Fault;
use browser_tests::{Browser, Engine, Site, Viewport, browser_test};
use tempfile::TempDir;

/// A page with everything wrong that an instrument looks for.
const WRONG: &str = r#"<!doctype html>
<html>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="script-src 'self'; style-src 'self'" />
<link rel="icon" href="data:," />
<link rel="stylesheet" href="wide.css" />
<title>x</title>
<h1>違う</h1>
<label>氏名 <input value="前" /></label>
<p id="wide">x</p>
<button onclick="alert(1)">押す</button>
<script src="wrong.js"></script>
"#;

fn wrong_site() -> Result<(TempDir, Site)> {
    let directory = TempDir::new()?;
    fs::write(directory.path().join("index.html"), WRONG)?;
    fs::write(directory.path().join("wide.css"), "#wide { width: 500px }")?;
    fs::write(
        directory.path().join("wrong.js"),
        "document.documentElement.dataset.loaded = new Date().toISOString();
         function fail() { console.error('said'); setTimeout(() => { throw new Error('thrown'); }); }",
    )?;
    let site = Site::of(directory.path())?;
    Ok((directory, site))
}

/// All that is wrong with a page, and a server that fails, goes and comes back.
#[browser_test(Chromium, Firefox, WebKit)]
async fn everything_wrong_is_found(engine: Engine) -> Result<()> {
    let (_directory, mut site) = wrong_site()?;
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    site.server().fail(|path| path.ends_with(".css").then_some(Fault::Status(500)));
    browser.goto(&site.url("")).await?;
    assert_eq!(browser.sticking_out().await?, Vec::<String>::new(), "no style sheet, nothing wide");
    assert!(site.server().take_requests().contains(&"/wide.css".to_owned()));
    site.server().heal();
    browser.reload().await?;

    // WebKit's console is heard from the first question on.
    browser.console_errors().await?;
    browser.evaluate::<()>("fail()").await?;
    browser.click_text("button", "押す").await?;
    let errors = browser_tests::until("three errors", async || {
        let errors = browser.console_errors().await?;
        let all = ["said", "thrown", "refused by script-src"];
        Ok(all.iter().all(|one| errors.iter().any(|line| line.text.contains(one))).then_some(errors))
    })
    .await?;
    assert!(errors.iter().all(|line| line.level == "error"), "{errors:?}");

    let out = browser.sticking_out().await?;
    assert!(out.len() == 1 && out[0].contains("id=\"wide\""), "{out:?}");

    let violations = browser.axe().await?;
    let found: Vec<&str> = violations.iter().map(|violation| violation.id.as_str()).collect();
    assert!(found.contains(&"html-has-lang"), "{found:?}");

    browser.fill("氏名", "後").await?;
    assert_eq!(browser.evaluate::<String>("return document.querySelector('input').value").await?, "後");
    browser.gone(".nowhere").await?;

    site.stop();
    // Whether a page of the browser's own counts as opened differs; ours it can't be.
    let _ = browser.goto(&site.url("")).await;
    let ours = browser.evaluate::<bool>("return document.body.innerText.includes('違う')").await;
    assert!(!matches!(ours, Ok(true)), "{ours:?}");
    site.restart()?;
    browser.goto(&site.url("")).await?;
    assert_eq!(browser.text("h1").await?, "違う");
    browser.quit().await
}

/// What a browser is started with reaches the page.
#[browser_test(Chromium, Firefox)]
async fn settings_reach_the_page(engine: Engine) -> Result<()> {
    let (_directory, site) = wrong_site()?;
    let settings = Settings {
        time_zone: "America/New_York".to_owned(),
        appearance: Appearance::Dark,
        text: TextSize::Double,
        storage: Storage::Denied,
        ..Settings::new(engine)
    };
    let browser = Browser::open(settings).await?;
    browser.set_clock("2026-11-24T10:30:00+09:00").await?;
    browser.goto(&site.url("")).await?;

    let said = |script: &'static str| browser.evaluate::<String>(script);
    assert_eq!(said("return Intl.DateTimeFormat().resolvedOptions().timeZone").await?, "America/New_York");
    assert_eq!(said("return String(matchMedia('(prefers-color-scheme: dark)').matches)").await?, "true");
    assert_eq!(said("return getComputedStyle(document.documentElement).fontSize").await?, "32px");
    assert_eq!(said("return document.documentElement.dataset.loaded.slice(0, 16)").await?, "2026-11-24T01:30");
    let refused = "try { localStorage.setItem('a', 'b'); return 'kept'; } catch (error) { return error.name; }";
    assert_eq!(said(refused).await?, "SecurityError");
    browser.quit().await
}
