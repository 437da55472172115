//! The flyers as paper: one sheet each, with a code that a camera reads.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use browser_tests::{Browser, Engine, Site, Viewport, browser_test};
use serde_json::json;
use tempfile::TempDir;
use xtask::base::Base;
use xtask::settings::Settings;

/// Good paper, and a fax of it.
const RESOLUTIONS: [&str; 2] = ["300", "96"];

/// The towns whose flyers the site has.
fn towns() -> Result<Vec<String>> {
    let programmes = xtask::rule_files::load()?;
    let with_page = programmes
        .into_iter()
        .filter(|programme| matches!(programme.body, sango_navi::domain::programme::Body::Scheme(_)));
    Ok(with_page.map(|programme| programme.id).collect())
}

/// What `program` writes.
fn output(program: &str, arguments: &[&str]) -> Result<String> {
    let output = Command::new(program).args(arguments).output().with_context(|| format!("starting {program}"))?;
    ensure!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?)
}

/// The page that is open, printed on A4.
async fn print(browser: &Browser, file: &Path) -> Result<()> {
    let settings = json!({ "preferCSSPageSize": true });
    let printed = browser.driver.cdp().send_raw("Page.printToPDF", settings).await?;
    let data = printed.get("data").and_then(|data| data.as_str()).context("no PDF")?;
    fs::write(file, BASE64_STANDARD.decode(data)?)?;
    Ok(())
}

#[browser_test]
async fn every_flyer_is_one_sheet_with_a_code_that_leads_to_its_town() -> Result<()> {
    let (site, directory) = (Site::start()?, TempDir::new()?);
    let browser = Browser::start(Engine::Chromium, Viewport::PHONE).await?;
    let address = Settings::load()?.address;
    for town in towns()? {
        browser.goto(&site.url(&format!("{town}/flyer/"))).await?;
        assert_eq!(browser.console_errors().await?, [], "{town}");
        assert_eq!(browser.sticking_out().await?, Vec::<String>::new(), "{town}");
        let violations: Vec<String> = browser.axe().await?.iter().map(ToString::to_string).collect();
        assert!(violations.is_empty(), "{town}\n{}", violations.join("\n"));

        let pdf = directory.path().join("flyer.pdf");
        print(&browser, &pdf).await?;
        let pdf = pdf.to_str().context("a path")?;
        let info = output("pdfinfo", &[pdf])?;
        let line = |name: &str| info.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default().trim();
        assert_eq!(line("Pages:"), "1", "{town}");
        assert!(line("Page size:").ends_with("(A4)"), "{town}: {info}");
        for resolution in RESOLUTIONS {
            let picture = directory.path().join("flyer");
            let picture = picture.to_str().context("a path")?;
            output("pdftoppm", &["-r", resolution, "-png", "-singlefile", pdf, picture])?;
            let read = output("zbarimg", &["--quiet", "--raw", &format!("{picture}.png")])?;
            let expected = address.url(&Base::default(), &format!("{town}/?openExternalBrowser=1"));
            assert_eq!(read.trim(), expected, "{town} at {resolution} dpi");
        }

        let width = "const code = document.querySelector('.flyer-scan svg').getBoundingClientRect().width;
             const [, , side] = document.querySelector('.flyer-scan svg').getAttribute('viewBox').split(' ');
             return code * (side - 8) / side / 96 * 25.4";
        let width: f64 = browser.evaluate(width).await?;
        assert!(width >= 25.0, "{town}: the code is {width} mm wide");
    }
    browser.quit().await
}
