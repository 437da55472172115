//! Every screen in every form it may take, as pictures in `shots/` with a sheet to look at them on.
//!
//! Run by `cargo xtask shots`, which builds the site first; with names of screens, of those alone.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use browser_tests::{Appearance, Browser, Engine, Settings, Site, TextSize, Viewport};
use chrono::NaiveDate;
use sango_navi::domain::Service;
use sango_navi::domain::household::{Babies, Household};
use sango_navi::domain::situation::Applied;
use sango_navi::domain::uses::{PlannedUse, Use};
use sango_navi::interview::record::encode;
use sango_navi::interview::{Answers, BabyAnswer, PretermAnswer};
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
    /// The day and time, where it is another than [`NOW`].
    now: Option<&'static str>,
}

/// Every screen, in the order in which one meets them.
const SCREENS: &[Screen] = &[
    Screen { name: "home", town: None, fragment: "", answers: Answers::default, now: None },
    Screen { name: "search", town: None, fragment: "#search", answers: Answers::default, now: None },
    Screen { name: "elsewhere", town: None, fragment: "#town-011002", answers: Answers::default, now: None },
    Screen { name: "start", town: Some("kita"), fragment: "", answers: Answers::default, now: None },
    Screen { name: "born", town: Some("kita"), fragment: "#born", answers: Answers::default, now: None },
    Screen { name: "expected", town: Some("kita"), fragment: "#expected", answers: Answers::default, now: None },
    Screen { name: "due", town: Some("kita"), fragment: "#due", answers: one_baby, now: None },
    Screen { name: "babies", town: Some("kita"), fragment: "#babies", answers: one_baby, now: None },
    Screen { name: "household", town: Some("kita"), fragment: "#household", answers: one_baby, now: None },
    Screen { name: "health", town: Some("kita"), fragment: "#health", answers: one_baby, now: None },
    Screen { name: "postal", town: Some("nerima"), fragment: "#postal", answers: one_baby, now: None },
    Screen { name: "applied", town: Some("kita"), fragment: "#applied", answers: one_baby, now: None },
    Screen { name: "welcome-back", town: Some("kita"), fragment: "", answers: one_baby, now: None },
    Screen { name: "result-kita", town: Some("kita"), fragment: "#result", answers: one_baby, now: None },
    Screen {
        name: "result-asahikawa-twins",
        town: Some("asahikawa"),
        fragment: "#result",
        answers: exempt_twins,
        now: None,
    },
    Screen { name: "result-nerima", town: Some("nerima"), fragment: "#result", answers: one_baby, now: None },
    Screen { name: "result-nakano", town: Some("nakano"), fragment: "#result", answers: one_baby, now: None },
    Screen { name: "result-not-born", town: Some("kita"), fragment: "#result", answers: not_born, now: None },
    Screen {
        name: "result-kita-twins-new-year",
        town: Some("kita"),
        fragment: "#result",
        answers: early_twins_over_the_new_year,
        now: Some("2026-12-21T10:30:00+09:00"),
    },
    Screen {
        name: "result-asahikawa-evening",
        town: Some("asahikawa"),
        fragment: "#result",
        answers: one_baby,
        now: Some("2026-11-24T19:30:00+09:00"),
    },
    Screen {
        name: "result-nerima-19-weeks",
        town: Some("nerima"),
        fragment: "#result",
        answers: in_week_19,
        now: None,
    },
    Screen {
        name: "result-nerima-twins",
        town: Some("nerima"),
        fragment: "#result",
        answers: approved_twins,
        now: None,
    },
    Screen { name: "result-nakano-three", town: Some("nakano"), fragment: "#result", answers: three, now: None },
    Screen {
        name: "result-kita-last-days",
        town: Some("kita"),
        fragment: "#result",
        answers: nearly_a_year,
        now: Some("2026-11-30T10:30:00+09:00"),
    },
    Screen {
        name: "result-asahikawa-last-day",
        town: Some("asahikawa"),
        fragment: "#result",
        answers: nearly_a_year,
        now: Some("2026-12-02T10:30:00+09:00"),
    },
    Screen { name: "result-kita-over", town: Some("kita"), fragment: "#result", answers: early_and_over, now: None },
    Screen { name: "help", town: Some("kita"), fragment: "#help", answers: Answers::default, now: None },
    Screen { name: "privacy", town: Some("kita"), fragment: "#privacy", answers: Answers::default, now: None },
];

/// The day and time on a picture: a Tuesday morning.
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

fn early_twins_over_the_new_year() -> Answers {
    let day = |month, day, year| NaiveDate::from_ymd_opt(year, month, day);
    let stay = |date| PlannedUse { wanted: Use::smallest(Service::Stay), facility: None, date };
    Answers {
        baby: day(10, 20, 2026).map(BabyAnswer::Born),
        preterm: day(11, 17, 2026).map(PretermAnswer::DueOn),
        babies: Babies::new(2).ok(),
        applied: Some(Applied::Yes),
        planned: vec![stay(day(1, 4, 2027)), stay(day(12, 29, 2026)), stay(None)],
        uses_of: day(10, 20, 2026),
        ..one_baby()
    }
}

/// 19 weeks and 6 days on the day of the pictures.
fn in_week_19() -> Answers {
    Answers { baby: NaiveDate::from_ymd_opt(2027, 4, 14).map(BabyAnswer::Expected), preterm: None, ..one_baby() }
}

fn approved_twins() -> Answers {
    Answers { babies: Babies::new(2).ok(), applied: Some(Applied::Yes), ..one_baby() }
}

fn three() -> Answers {
    Answers { babies: Babies::new(3).ok(), ..one_baby() }
}

fn nearly_a_year() -> Answers {
    Answers { baby: NaiveDate::from_ymd_opt(2025, 12, 3).map(BabyAnswer::Born), ..one_baby() }
}

fn early_and_over() -> Answers {
    Answers {
        baby: NaiveDate::from_ymd_opt(2025, 10, 1).map(BabyAnswer::Born),
        preterm: NaiveDate::from_ymd_opt(2025, 11, 1).map(PretermAnswer::DueOn),
        ..one_baby()
    }
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
        for screen in SCREENS.iter().filter(wanted) {
            // Each clock is set from the real one on: the last that was set holds.
            browser.set_clock(screen.now.unwrap_or(NOW)).await?;
            for width in WIDTHS {
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
