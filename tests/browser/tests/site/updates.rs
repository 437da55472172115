//! Another release: fetched beside the one in use, never mixed with it, and gone without a trace where it must be.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Engine, Site, Viewport, browser_test, until};
use sango_navi::words::japanese;
use tempfile::TempDir;

use crate::answered;

const OLD: &str = "2,500円";
const NEW: &str = "2,700円";

/// The site with another price in Kita, and a program of other bytes.
fn next_release() -> Result<TempDir> {
    let (bundle, rules, site) = (TempDir::new()?, TempDir::new()?, TempDir::new()?);
    copy(&xtask::site::bundle(), bundle.path())?;
    copy(&xtask::rule_files::folder(), rules.path())?;
    let kita = rules.path().join("kita.toml");
    let text = fs::read_to_string(&kita)?;
    ensure!(text.contains("price = 2500"), "the price is not where it was");
    fs::write(&kita, text.replace("price = 2500", "price = 2700"))?;
    for entry in fs::read_dir(bundle.path())? {
        let path = entry?.path();
        // What comes later is checked by its digest, which stands in the script.
        let is_later = |path: &Path| xtask::site::comes_later(&path.to_string_lossy());
        if path.extension().is_some_and(|end| end == "wasm") && !is_later(&path) {
            // A section without a meaning: other bytes, the same program. Its name is its digest, by which a worker keeps it.
            let program = [fs::read(&path)?, vec![0, 2, 1, b'n']].concat();
            fs::remove_file(&path)?;
            let name = format!("sango-navi-{}.wasm", xtask::digest::short(&program));
            fs::write(path.with_file_name(name), program)?;
        }
    }
    xtask::site::assemble(bundle.path(), rules.path(), &xtask::base::Base::default(), site.path())?;
    Ok(site)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from).with_context(|| format!("reading {}", from.display()))? {
        let path = entry?.path();
        if let (true, Some(name)) = (path.is_file(), path.file_name()) {
            fs::copy(&path, to.join(name))?;
        }
    }
    Ok(())
}

/// Every page's address, once the worker has them all.
async fn everything_kept(browser: &Browser, site: &Site) -> Result<()> {
    let pages: Vec<String> = site.pages()?.iter().map(|page| site.url(page)).collect();
    browser.kept(&pages).await
}

#[browser_test(Chromium, Firefox, WebKit)]
async fn a_new_release_waits_until_she_takes_it(engine: Engine) -> Result<()> {
    let next = next_release()?;
    let mut site = Site::start()?;
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    answered::opens_plan(&browser, &site, "kita").await?;
    ensure!(answered::plan(&browser).await?.contains(OLD));
    everything_kept(&browser, &site).await?;

    // An old worker, new files on the server: the old page, whole; then word of the new one.
    site.deploy(next.path())?;
    browser.reload().await?;
    browser.program_started().await?;
    browser.element_with_text(".news", japanese().newer()).await?;
    let plan = answered::plan(&browser).await?;
    ensure!(plan.contains(OLD) && !plan.contains(NEW), "{plan}");
    ensure!(!plan.contains(japanese().changes_heading()), "{plan}");
    assert_eq!(browser.sticking_out().await?, Vec::<String>::new());

    // Never in the middle of an answer.
    browser.evaluate::<()>("location.hash = 'household'").await?;
    browser.element_with_text("h1", "住民税").await?;
    browser.gone(".news").await?;
    browser.evaluate::<()>("location.hash = 'result'").await?;

    // At once when she says so; the server may be gone by now.
    browser.element_with_text(".news", japanese().newer()).await?;
    site.stop();
    // From below it stops under the masthead, where no driver moves it on: into the middle, as a thumb would.
    browser.evaluate::<()>("document.querySelector('.news button').scrollIntoView({ block: 'center' })").await?;
    browser.click_text(".news button", japanese().show_newer()).await?;
    browser.element_with_text(".changes", NEW).await?;
    let changes = browser.text(".changes").await?.replace('\n', "");
    assert_eq!(changes, format!("{}日帰り型：1日 {NEW}（前回は{OLD}）", japanese().changes_heading()));
    let plan = answered::plan(&browser).await?;
    // What the price was is told once, in the line on the change.
    ensure!(plan.contains(NEW) && plan.matches(OLD).count() == 1, "{plan}");
    browser.gone(".news").await?;

    // Told once; the release stays.
    browser.reload().await?;
    browser.program_started().await?;
    let plan = answered::plan(&browser).await?;
    ensure!(plan.contains(NEW) && !plan.contains(japanese().changes_heading()), "{plan}");
    browser.quit().await
}

/// One tab takes the new release, the other goes on with the old one, without network even.
#[browser_test(Chromium, Firefox, WebKit)]
async fn two_tabs_of_two_releases(engine: Engine) -> Result<()> {
    let next = next_release()?;
    let mut site = Site::start()?;
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    answered::opens_plan(&browser, &site, "kita").await?;
    everything_kept(&browser, &site).await?;
    let old = browser.driver.window().await?;
    site.deploy(next.path())?;
    browser.reload().await?;
    browser.program_started().await?;
    browser.element_with_text(".news", japanese().newer()).await?;

    // A window of its own: in WebKit a tab in the background stands still.
    let new = browser.driver.new_window().await?;
    browser.driver.switch_to_window(new).await?;
    site.stop();
    browser.goto(&site.url("kita/#result")).await?;
    browser.element_with_text(".result", NEW).await?;

    browser.driver.switch_to_window(old).await?;
    let plan = answered::plan(&browser).await?;
    ensure!(plan.contains(OLD) && !plan.contains(NEW), "{plan}");
    browser.evaluate::<()>("location.hash = 'babies'").await?;
    browser.element_with_text("h1", "何人").await?;
    browser.click("button.choice").await?;
    browser.element_with_text(".result", OLD).await?;
    browser.reload().await?;
    browser.element_with_text(".result", NEW).await?;
    browser.quit().await
}

/// What removes a bad worker: it and all that it kept are gone, her answers are not.
#[browser_test(Chromium, Firefox, WebKit)]
async fn the_removal_leaves_only_her_answers(engine: Engine) -> Result<()> {
    let removed = TempDir::new()?;
    xtask::site::assemble(
        &xtask::site::bundle(),
        &xtask::rule_files::folder(),
        &xtask::base::Base::default(),
        removed.path(),
    )?;
    fs::copy(removed.path().join("remove-worker.js"), removed.path().join("worker.js"))?;

    let mut site = Site::start()?;
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    answered::opens_plan(&browser, &site, "kita").await?;
    everything_kept(&browser, &site).await?;
    site.deploy(removed.path())?;
    browser.reload().await?;
    let left = "return (async () => {
        const worker = await navigator.serviceWorker.getRegistration();
        return (await caches.keys()).length + (worker === undefined ? 0 : 1);
    })()";
    until("the worker to be gone", async || Ok((browser.evaluate::<u32>(left).await? == 0).then_some(()))).await?;
    browser.reload().await?;
    browser.element_with_text(".result", OLD).await?;
    browser.quit().await
}

/// A page from before a deployment, in a browser without a worker: its files are gone from the server.
#[browser_test(Chromium, Firefox, WebKit)]
async fn an_old_page_without_its_files_is_still_a_page(engine: Engine) -> Result<()> {
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    for gone in ["/sango-navi-", "-"] {
        // Each is another site: nothing is kept from the one before.
        let site = Site::start()?;
        site.server().fail(move |path| {
            let hashed = xtask::headers::has_hash(path) && path.contains(gone);
            hashed.then_some(browser_tests::site::Fault::Status(404))
        });
        browser.goto(&site.url("kita/")).await?;
        browser.program_unavailable().await.with_context(|| gone.to_owned())?;
        assert_eq!(browser.text("h1").await?, "北区の産後ケア", "{gone}");
        // What is far below the screen is laid out when it is come to, but is there.
        let leaflet: String = browser.evaluate("return document.getElementById('leaflet').textContent").await?;
        ensure!(leaflet.contains("03-5963-3311"), "{gone}: {leaflet}");
    }
    browser.quit().await
}
