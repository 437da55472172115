//! Nothing she says leaves the phone, and no text becomes markup.

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Engine, Site, Viewport, browser_test, until};
use tempfile::TempDir;

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

/// Texts that would be markup or a script wherever they are taken for more than text.
const PAYLOADS: &[&str] = &[
    "<img src=x onerror=\"window.hacked=1\">",
    "\"><script>window.hacked=1</script>",
    "'-window.hacked=1-'",
    "javascript:window.hacked=1",
    "<svg onload=window.hacked=1>",
    "</title><script>window.hacked=1</script>",
    "{{constructor.constructor('window.hacked=1')()}}",
    "%3Cimg%20src%3Dx%20onerror%3Dwindow.hacked%3D1%3E",
];

/// Nothing on the page came of a payload.
async fn is_clean(browser: &Browser, what: &str) -> Result<()> {
    let made = "return [...document.querySelectorAll('img, iframe, object, embed, base, svg[onload], [onerror]')]
        .concat([...document.scripts].filter((script) =>
            script.src ? !script.src.startsWith(location.origin) : script.text.includes('hacked')))
        .concat([...document.links].filter((link) => !/^(https?|tel|mailto):/.test(link.href)))
        .map((element) => element.outerHTML)
        .concat(window.hacked ? ['hacked'] : [])";
    let made: Vec<String> = browser.evaluate(made).await?;
    ensure!(made.is_empty(), "{what} became {made:?}");
    Ok(())
}

#[browser_test(Chromium, Firefox, WebKit)]
async fn no_text_becomes_markup(engine: Engine) -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    for payload in PAYLOADS {
        browser.goto(&site.url("robots.txt")).await?;
        for key in ["last", "town/kita", "seen/kita"] {
            answered::keeps(&browser, &format!("sango-navi/{key}"), payload).await?;
        }
        for page in ["", "kita/", "kita/#result"] {
            browser.goto(&site.url(page)).await?;
            browser.program_started().await?;
            is_clean(&browser, &format!("{payload}, stored, on /{page}")).await?;
            let script = "location.hash = arguments[0]";
            browser.driver.execute(script, vec![(*payload).into()]).await?;
            browser.reload().await?;
            browser.program_started().await?;
            is_clean(&browser, &format!("{payload}, in the address of /{page}")).await?;
        }
    }
    browser.quit().await
}

/// A rule file with payloads in the place of its words: on the static page and on her plan they are read as they are.
#[browser_test(Chromium, Firefox, WebKit)]
async fn no_rule_becomes_markup(engine: Engine) -> Result<()> {
    let (rules, root) = (TempDir::new()?, TempDir::new()?);
    for entry in fs::read_dir(xtask::rules::folder())? {
        let path = entry?.path();
        let (Some(name), true) = (path.file_name(), path.is_file()) else { continue };
        let text = fs::read_to_string(&path)?;
        // Only words that she reads; in a TOML text, a quotation mark is written with a backslash.
        let payload = PAYLOADS[..3].join(" ").replace('"', "\\\"");
        let lines = text.lines().map(|line| {
            let is_words = ["text = ", "  { text = ", "name = "].iter().find(|start| line.starts_with(**start));
            match is_words.and_then(|start| line.strip_prefix(*start)?.strip_prefix('"')) {
                Some(rest) => line.replacen(rest, &format!("{payload}{rest}"), 1),
                None => line.to_owned(),
            }
        });
        fs::write(rules.path().join(name), lines.collect::<Vec<_>>().join("\n"))?;
    }
    let base = xtask::base::Base::default();
    xtask::site::assemble(&xtask::site::bundle(), rules.path(), &base, root.path())?;
    let site = Site::of(root.path())?;
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    answered::opens_plan(&browser, &site, "kita").await?;
    is_clean(&browser, "a rule on her plan").await?;
    let plan = answered::plan(&browser).await?;
    ensure!(plan.contains("<img src=x") && plan.contains("<script>"), "it is read as it is: {plan}");
    for page in ["kita/", "kita/#help", ""] {
        browser.goto(&site.url(page)).await?;
        browser.program_started().await?;
        is_clean(&browser, &format!("a rule on /{page}")).await?;
    }
    browser.quit().await
}

/// A browser with Trusted Types makes no markup of a text, whoever asks for it.
#[browser_test]
async fn the_policy_holds_in_chromium() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::start(Engine::Chromium, Viewport::PHONE).await?;
    browser.goto(&site.url("kita/")).await?;
    browser.program_started().await?;
    let refused = "
        const tries = [
            () => { document.body.innerHTML += '<b>x</b>'; },
            () => trustedTypes.createPolicy('another', { createHTML: (text) => text }),
        ];
        return tries.map((one) => { try { one(); return 'done'; } catch (error) { return error.constructor.name; } });
    ";
    assert_eq!(browser.evaluate::<Vec<String>>(refused).await?, ["TypeError", "TypeError"]);
    let inserted = "
        const script = document.createElement('script');
        script.append('window.hacked = 1');
        document.head.append(script);
        document.body.style.cssText = '';
        const style = document.createElement('style');
        style.append('h1 { color: rgb(1, 2, 3) }');
        document.head.append(style);
        fetch('https://example.org/').catch(() => { window.refused = true; });
        return [Boolean(window.hacked), getComputedStyle(document.querySelector('h1')).color === 'rgb(1, 2, 3)'];
    ";
    assert_eq!(browser.evaluate::<Vec<bool>>(inserted).await?, [false, false]);
    until("a request to be refused", async || {
        Ok(browser.evaluate::<bool>("return window.refused === true").await?.then_some(()))
    })
    .await?;
    assert_eq!(browser.text("h1").await?, "北区の産後ケア");
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
