//! Nothing she says leaves the phone, and nothing is loaded unchecked.

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Engine, Site, Viewport, browser_test};

use crate::answered;

/// A walk over every kind of screen, with answers; then what the server heard, and what the page asked for.
#[browser_test(Chromium, Firefox, WebKit)]
async fn nothing_she_says_leaves_the_phone(engine: Engine) -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    let mut asked: Vec<String> = Vec::new();
    let loaded = "return performance.getEntriesByType('resource').map((entry) => entry.name)";
    answered::opens_plan(&browser, &site, "kita").await?;
    for screen in ["born", "babies", "household", "help", "privacy", "", "result"] {
        browser.evaluate::<()>(&format!("location.hash = '{screen}'")).await?;
        browser.element("h1").await?;
    }
    browser.evaluate::<()>("location.hash = 'babies'").await?;
    browser.element_with_text("h1", "何人").await?;
    browser.click("button.choice").await?;
    browser.element(".result h1").await?;
    browser.evaluate::<()>("document.querySelectorAll('details').forEach((part) => part.open = true)").await?;
    asked.extend(browser.evaluate::<Vec<String>>(loaded).await?);
    for page in ["", "nerima/?openExternalBrowser=1"] {
        browser.goto(&site.url(page)).await?;
        browser.program_started().await?;
        asked.extend(browser.evaluate::<Vec<String>>(loaded).await?);
    }
    let pages: Vec<String> = site.pages()?.iter().map(|page| site.url(page)).collect();
    browser.kept(&pages).await?;

    ensure!(asked.iter().any(|address| address.ends_with(".wasm")), "nothing was listened to: {asked:?}");
    for address in asked {
        ensure!(address.starts_with(&site.url("")), "off this site: {address}");
    }
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
            // A second after a page WebKit looks for a new worker by itself, and then names the site as `Host` does.
            let is_site = path == "/worker.js" && value.trim() == site.url("");
            match name.to_ascii_lowercase().as_str() {
                "referer" => ensure!(is_site, "{path}: {line}"),
                "cookie" | "authorization" => anyhow::bail!("{path}: {line}"),
                _ => {}
            }
        }
    }
    browser.quit().await
}

/// Nothing is loaded that is not checked by what it holds: a page's script and style stand in itself, and the script names
/// both programs with their digests.
#[test]
fn every_script_and_style_is_checked() -> Result<()> {
    let site = Site::start()?;
    for page in site.pages()? {
        let html = fs::read_to_string(site.root().join(&page).join("index.html"))?;
        for loaded in ["<script src", " src=\"", "rel=\"stylesheet\"", "rel=\"modulepreload\""] {
            ensure!(!html.contains(loaded), "/{page}: {loaded}");
        }
        let (_, script) = html.split_once("<script type=\"module\">").context("no script")?;
        let (script, rest) = script.split_once("</script>").context("no end")?;
        ensure!(!rest.contains("<script"), "/{page}: another script");
        for extension in [".js\", \"sha384-", ".wasm\", \"sha384-"] {
            ensure!(script.matches(extension).count() == 2, "/{page}: {extension} in {script}");
        }
    }
    Ok(())
}
