//! Every screen in every form it may take, as pictures in `shots/` with a sheet to look at them on.
//!
//! Run by `cargo xtask shots`, which builds the site first.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::pin::Pin;

use anyhow::{Context, Result};
use browser_tests::{Appearance, Browser, Engine, Settings, Site, TextSize, Viewport};

/// The way from a freshly opened page to a screen.
type Way = for<'a> fn(&'a Browser) -> Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// A screen to be looked at.
struct Screen {
    /// Its file's name.
    name: &'static str,
    /// The page it is on, as seen from the site's root.
    path: &'static str,
    /// What to do on the page to reach it.
    way: Way,
}

/// Every screen, in the order in which one meets them.
const SCREENS: &[Screen] = &[Screen { name: "home", path: "", way: |_| Box::pin(async { Ok(()) }) }];

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
    let directory = xtask::workspace::root().join("shots");
    if directory.exists() {
        fs::remove_dir_all(&directory).with_context(|| format!("emptying {}", directory.display()))?;
    }
    fs::create_dir_all(&directory).with_context(|| format!("making {}", directory.display()))?;
    let site = Site::start()?;
    for (form, appearance, text) in FORMS {
        let settings = Settings { appearance, text, ..Settings::new(Engine::Chromium) };
        let browser = Browser::open(settings).await?;
        for width in WIDTHS {
            for screen in SCREENS {
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
    browser.goto(&site.url(screen.path)).await?;
    // Each screen starts as a new visitor sees it.
    browser.evaluate::<()>("localStorage.clear()").await?;
    browser.reload().await?;
    browser.program_started().await.with_context(reaching)?;
    (screen.way)(browser).await.with_context(reaching)?;
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
