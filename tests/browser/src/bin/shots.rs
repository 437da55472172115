//! Every screen in every form it may take, as pictures in `shots/` with a sheet to look at them on.
//!
//! Run by `cargo xtask shots`, which builds the site first; with names of screens, of those alone.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use browser_tests::{Appearance, Browser, Engine, Settings, Site, TextSize, Viewport};
use chrono::NaiveDate;
use sango_navi::domain::situation::{Babies, Household};
use sango_navi::interview::record::encode;
use sango_navi::interview::{Answers, BabyAnswer};
use xtask::sample;

/// A screen to be looked at.
struct Screen {
    /// Its file's name.
    name: &'static str,
    /// The town whose page it is on; the home page where there is none.
    town: Option<&'static str>,
    /// Its fragment.
    fragment: &'static str,
    /// What she has answered before.
    answers: fn() -> Answers,
}

/// Every screen, in the order in which one meets them.
const SCREENS: &[Screen] = &[
    Screen { name: "home", town: None, fragment: "", answers: Answers::default },
    Screen { name: "search", town: None, fragment: "#search", answers: Answers::default },
    Screen { name: "elsewhere", town: None, fragment: "#town-011002", answers: Answers::default },
    Screen { name: "start", town: Some("kita"), fragment: "", answers: Answers::default },
    Screen { name: "born", town: Some("kita"), fragment: "#born", answers: Answers::default },
    Screen { name: "expected", town: Some("kita"), fragment: "#expected", answers: Answers::default },
    Screen { name: "due", town: Some("kita"), fragment: "#due", answers: one_baby },
    Screen { name: "babies", town: Some("kita"), fragment: "#babies", answers: one_baby },
    Screen { name: "household", town: Some("kita"), fragment: "#household", answers: one_baby },
    Screen { name: "health", town: Some("kita"), fragment: "#health", answers: one_baby },
    Screen { name: "postal", town: Some("nerima"), fragment: "#postal", answers: one_baby },
    Screen { name: "applied", town: Some("kita"), fragment: "#applied", answers: one_baby },
    Screen { name: "welcome-back", town: Some("kita"), fragment: "", answers: one_baby },
    Screen { name: "result-kita", town: Some("kita"), fragment: "#result", answers: one_baby },
    Screen { name: "result-asahikawa-twins", town: Some("asahikawa"), fragment: "#result", answers: exempt_twins },
    Screen { name: "result-nerima", town: Some("nerima"), fragment: "#result", answers: one_baby },
    Screen { name: "result-nakano", town: Some("nakano"), fragment: "#result", answers: one_baby },
    Screen { name: "result-not-born", town: Some("kita"), fragment: "#result", answers: not_born },
    Screen { name: "help", town: Some("kita"), fragment: "#help", answers: Answers::default },
    Screen { name: "privacy", town: Some("kita"), fragment: "#privacy", answers: Answers::default },
];

/// The day and time on every picture: a Tuesday morning.
const NOW: &str = "2026-11-24T10:30:00+09:00";

/// One baby of nearly four months, every question answered.
fn one_baby() -> Answers {
    NaiveDate::from_ymd_opt(2026, 8, 1).map(sample::answers).unwrap_or_default()
}

fn exempt_twins() -> Answers {
    Answers { babies: Babies::new(2).ok(), household: Some(Household::TaxExempt), ..one_baby() }
}

fn not_born() -> Answers {
    Answers { baby: NaiveDate::from_ymd_opt(2027, 3, 1).map(BabyAnswer::Expected), ..one_baby() }
}

/// The widths in CSS pixels: the narrowest phone, the usual one, a tablet.
const WIDTHS: [u32; 3] = [320, 360, 768];

/// What a user may have set, with its name in file names and on the sheet.
const FORMS: [(&str, Appearance, TextSize); 3] = [
    ("light", Appearance::Light, TextSize::Normal),
    ("dark", Appearance::Dark, TextSize::Normal),
    ("text-200", Appearance::Light, TextSize::Double),
];

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let named: Vec<String> = std::env::args().skip(1).collect();
    if let Some(unknown) = named.iter().find(|name| SCREENS.iter().all(|screen| screen.name != *name)) {
        bail!(
            "no screen is called `{unknown}`; right is one of {:?}",
            SCREENS.iter().map(|screen| screen.name).collect::<Vec<_>>()
        );
    }
    let wanted = |screen: &&Screen| named.is_empty() || named.iter().any(|name| name == screen.name);
    let directory = xtask::workspace::root().join("shots");
    if named.is_empty() && directory.exists() {
        fs::remove_dir_all(&directory).with_context(|| format!("emptying {}", directory.display()))?;
    }
    fs::create_dir_all(&directory).with_context(|| format!("making {}", directory.display()))?;
    let site = Site::start()?;
    for (form, appearance, text) in FORMS {
        let settings = Settings { appearance, text, ..Settings::new(Engine::Chromium) };
        let browser = Browser::open(settings).await?;
        browser.set_clock(NOW).await?;
        for width in WIDTHS {
            for screen in SCREENS.iter().filter(wanted) {
                shoot(&browser, &site, screen, width, &directory.join(file(screen, width, form))).await?;
            }
        }
        browser.quit().await?;
    }
    let sheet = directory.join("index.html");
    fs::write(&sheet, contact_sheet()).with_context(|| format!("writing {}", sheet.display()))?;
    println!("{}", sheet.display());
    Ok(())
}

async fn shoot(browser: &Browser, site: &Site, screen: &Screen, width: u32, path: &Path) -> Result<()> {
    let reaching = || format!("{} at {width} px", screen.name);
    browser.resize(Viewport { width, height: 640 }).await?;
    let page = screen.town.map_or(String::new(), |town| format!("{town}/"));
    // Each screen as one sees it who has answered just that: the store is filled before its page is opened.
    browser.goto(&site.url("")).await?;
    browser.evaluate::<()>("localStorage.clear()").await?;
    let answers = (screen.answers)();
    if let Some(town) = screen.town.filter(|_| answers != Answers::default()) {
        let record = encode(town, &answers);
        browser.evaluate::<()>(&format!("localStorage.setItem('sango-navi:/:town/{town}', '{record}')")).await?;
    }
    browser.goto(&site.url(&format!("{page}{}", screen.fragment))).await?;
    browser.program_started().await.with_context(reaching)?;
    browser.laid_out().await.with_context(reaching)?;
    browser.screenshot(path).await?;
    for element in browser.sticking_out().await? {
        println!("{}: sticks out: {element}", reaching());
    }
    Ok(())
}

fn file(screen: &Screen, width: u32, form: &str) -> String {
    format!("{}-{width}-{form}.png", screen.name)
}

/// One page with every picture: a row for each screen and form, a column for each width.
fn contact_sheet() -> String {
    let mut rows = String::new();
    for screen in SCREENS {
        for (form, ..) in FORMS {
            let _ = write!(rows, "<tr><th>{}<br>{form}</th>", screen.name);
            for width in WIDTHS {
                let file = file(screen, width, form);
                let _ =
                    write!(rows, r#"<td><a href="{file}"><img src="{file}" width="{width}" alt="{file}"></a></td>"#);
            }
            rows.push_str("</tr>\n");
        }
    }
    let widths: String = WIDTHS.iter().map(|width| format!("<th>{width} px</th>")).collect();
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>Every screen</title>\n\
         <style>body {{ background: #888; font-family: sans-serif }} td, th {{ vertical-align: top; padding: 8px }} \
         img {{ display: block }}</style>\n<table>\n<tr><th></th>{widths}</tr>\n{rows}</table>\n</html>\n"
    )
}
