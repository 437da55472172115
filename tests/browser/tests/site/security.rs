//! Nothing she says leaves the phone, and nothing is loaded unchecked.

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Engine, Settings, Site, browser_test};
use sango_navi::domain::household::Babies;
use sango_navi::words::japanese;
use tempfile::TempDir;

use crate::answered;

/// Whom browsers ask of themselves, whatever page is open: their makers, but for what those have for pages.
fn is_browsers_own(request: &str) -> bool {
    let any = |parts: &[&str]| parts.iter().any(|part| request.contains(part));
    any(&[".services.mozilla.com", ".google.com", ".googleapis.com", ".gvt1.com"])
        && !any(&["fonts.", "maps.", "www.", "analytics"])
}

/// The whole way from the first page to the plan, as she taps it, and over every other kind of screen.
async fn walks(browser: &Browser, site: &Site) -> Result<Vec<String>> {
    let (words, mut asked) = (japanese(), Vec::new());
    let loaded = "return performance.getEntriesByType('resource').map((entry) => entry.name)";
    browser.goto(&site.url("")).await?;
    browser.program_started().await?;
    browser.click_text("a", words.search_link()).await?;
    answered::fills(browser, words.search_field(), "きたく").await?;
    browser.click_text(".choices a", "東京都 北区").await?;
    browser.element_with_text("h1", "北区の産後ケア").await?;
    browser.program_started().await?;
    browser.click_text("a", words.born()).await?;
    answered::types_date(browser, answered::days_ago(115)?).await?;
    browser.click_text("button", words.not_preterm()).await?;
    answered::says_the_rest(browser).await?;
    browser.element_with_text(".result:not([aria-busy])", "6,600円").await?;
    answered::has_whole(browser).await?;
    browser.click(".answers summary").await?;
    browser.click_text(".answers a", "人数").await?;
    browser.click_text("button", words.babies(Babies::new(2).map_err(anyhow::Error::msg)?)).await?;
    browser.element_with_text(".result:not([aria-busy])", "8,800円").await?;
    crate::answered::has_whole(browser).await?;
    browser.unfold().await?;
    browser.click_text(".moving button", words.show_moving()).await?;
    browser.element(".moving .code").await?;
    browser.click(".thing").await?;
    browser.click_text("header a", words.help_link()).await?;
    browser.element_with_text("main", "0120-279-338").await?;
    browser.evaluate::<()>("location.hash = 'privacy'").await?;
    browser.element("h1").await?;
    browser.back().await?;
    browser.back().await?;
    browser.element(".result:not([aria-busy]) h1").await?;
    browser.evaluate::<()>("document.querySelectorAll('details').forEach((part) => part.open = true)").await?;
    asked.extend(browser.evaluate::<Vec<String>>(loaded).await?);
    for page in ["", "nerima/?openExternalBrowser=1"] {
        browser.goto(&site.url(page)).await?;
        browser.program_started().await?;
        asked.extend(browser.evaluate::<Vec<String>>(loaded).await?);
    }
    Ok(asked)
}

/// What the page asked for, and what the server heard, from the page, its worker or whoever; and what anybody asked for
/// elsewhere.
#[browser_test(Chromium, Firefox, WebKit)]
async fn nothing_she_says_leaves_the_phone(engine: Engine) -> Result<()> {
    let (site, nothing) = (Site::start()?, TempDir::new()?);
    let outside = Site::of(nothing.path())?;
    let settings = Settings { outside: Some(outside.port()), ..Settings::new(engine) };
    let browser = Browser::open(settings).await?;
    let asked = walks(&browser, &site).await?;
    let pages: Vec<String> = site.pages()?.iter().map(|page| site.url(page)).collect();
    browser.kept(&pages).await?;

    ensure!(asked.iter().any(|address| address.ends_with(".wasm")), "nothing was listened to: {asked:?}");
    for address in asked {
        ensure!(address.starts_with(&site.url("")), "off this site: {address}");
    }
    for head in outside.server().take_heads() {
        let line = head.lines().next().unwrap_or_default();
        ensure!(is_browsers_own(line), "off this site: {line}");
    }
    // It would have been heard.
    let _ = browser.driver.goto("http://elsewhere.invalid/").await;
    ensure!(outside.server().take_heads().iter().any(|head| head.contains("elsewhere.invalid")), "nobody listened");

    let heads = site.server().take_heads();
    ensure!(heads.len() > 10, "{heads:?}");
    for head in heads {
        let mut lines = head.lines();
        let line = lines.next().unwrap_or_default();
        let target = line.strip_prefix("GET ").and_then(|line| line.strip_suffix(" HTTP/1.1"));
        let (path, query) = target.unwrap_or(line).split_once('?').unwrap_or((target.unwrap_or(line), ""));
        ensure!(target.is_some() && ["", "openExternalBrowser=1"].contains(&query), "{line}");
        let is_file = path.ends_with('/') || path.rsplit_once('.').is_some_and(|(_, end)| end.len() < 12);
        ensure!(is_file && path.len() < 60, "{line}");
        for line in lines {
            let (name, value) = line.split_once(':').unwrap_or((line, ""));
            // A second after a page browsers look for a new worker by themselves, and then name the site, as `Host` does, or
            // the worker.
            let is_site =
                path == "/worker.js" && [site.url(""), site.url("worker.js")].contains(&value.trim().to_owned());
            match name.to_ascii_lowercase().as_str() {
                "referer" => ensure!(is_site, "{path}: {line}"),
                "cookie" | "authorization" => anyhow::bail!("{path}: {line}"),
                _ => {}
            }
        }
    }
    browser.quit().await
}

/// Nothing is loaded that is not checked by what it holds: a page's script and style stand in itself, and name the program
/// and its script with their digests; that script names each part that comes later with its own.
#[test]
fn every_script_and_style_is_checked() -> Result<()> {
    let site = Site::start()?;
    for page in site.pages()? {
        let html = fs::read_to_string(site.root().join(&page).join("index.html"))?;
        for loaded in ["<script src", " src=\"", "rel=\"stylesheet\"", "rel=\"modulepreload\""] {
            ensure!(!html.contains(loaded), "/{page}: {loaded}");
        }
        let (_, script) = html.split_once("<script data-cfasync=\"false\" type=\"module\">").context("no script")?;
        let (script, rest) = script.split_once("</script>").context("no end")?;
        ensure!(!rest.contains("<script"), "/{page}: another script");
        ensure!(script.matches(".wasm\"").count() == 1, "/{page}: {script}");
        ensure!(script.contains("integrity:\"sha256-"), "/{page}: {script}");
        let (_, imports) = html.split_once("<script type=\"importmap\">").context("no import map")?;
        let (imports, _) = imports.split_once("</script>").context("no end")?;
        ensure!(imports.matches(".js\": \"sha256-").count() == 1, "/{page}: {imports}");
    }
    for entry in fs::read_dir(site.root())? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with("sango-navi-") && name.ends_with(".js") {
            let script = fs::read_to_string(site.root().join(&name))?;
            let later = script.matches("-chunk-").count();
            ensure!(later > 3 && script.matches("\"sha256-").count() == later, "{name}: {later} parts");
        }
    }
    Ok(())
}
