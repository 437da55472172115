//! What a page says on the browser's console.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use thirtyfour::WebDriver;
use thirtyfour::bidi::BiDi;
use thirtyfour::bidi::events::LogEntryAdded;
use tokio_stream::StreamExt;

use crate::begin::heard;
use crate::wait::until;

/// One line on the console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// `error`, `warn`, `info` or `debug`.
    pub level: String,
    /// What it says.
    pub text: String,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.level, self.text)
    }
}

/// Makes a refusal of the content security policy, and in WebKit every error, something that can be read.
const REPORTS: &str = "() => {
    addEventListener('securitypolicyviolation', (event) =>
        console.error(`refused by ${event.violatedDirective}: ${event.blockedURI}`));
}";

/// Collects in the page what an engine without BiDi doesn't tell.
const COLLECT: &str = "
    if (!window.heard) {
        window.heard = [];
        const said = console.error;
        console.error = (...words) => { heard.push(words.join(' ')); said.apply(console, words); };
        addEventListener('error', (event) => heard.push(event.message ?? `not loaded: ${event.target.src}`), true);
        addEventListener('unhandledrejection', (event) => heard.push(String(event.reason)));
        addEventListener('securitypolicyviolation', (event) =>
            heard.push(`refused by ${event.violatedDirective}: ${event.blockedURI}`));
    }
    return window.heard;
";

/// Listens to a browser's console from its start.
pub(crate) struct Console {
    lines: Arc<Mutex<Vec<Line>>>,
}

impl Console {
    /// Listens over BiDi.
    pub async fn listen(bidi: &BiDi) -> Result<Console> {
        heard(bidi.script().add_preload_script(REPORTS)).await?;
        let mut events = heard(bidi.subscribe::<LogEntryAdded>()).await?;
        let lines = Arc::new(Mutex::new(Vec::new()));
        let collected = Arc::clone(&lines);
        tokio::spawn(async move {
            while let Some(entry) = events.next().await {
                let line = Line { level: entry.level.as_str().to_owned(), text: entry.text.unwrap_or_default() };
                collected.lock().unwrap_or_else(PoisonError::into_inner).push(line);
            }
        });
        Ok(Console { lines })
    }

    /// Everything that was said before this call.
    pub async fn lines(&self, driver: &WebDriver) -> Result<Vec<Line>> {
        // Lines come in their order, so once ours is there, all before it are.
        static NEXT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
        let mark = format!("test mark {}", NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed));
        driver.execute("console.debug(arguments[0])", vec![mark.clone().into()]).await?;
        until("the console to be heard", async || {
            let lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
            Ok(lines.iter().any(|line| line.text == mark).then_some(()))
        })
        .await?;
        let lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(lines.iter().filter(|line| !line.text.starts_with("test mark ")).cloned().collect())
    }
}

/// What Chromium logs beside the console: files that were not there, interventions, refusals.
pub(crate) async fn chromium_log(driver: &WebDriver) -> Result<Vec<Line>> {
    let entries = driver.browser_log().await?;
    let beside = entries
        .into_iter()
        .filter(|entry| !matches!(entry.source.as_deref(), Some("console-api" | "javascript")))
        .map(|entry| Line {
            level: if entry.level == "SEVERE" { "error".to_owned() } else { entry.level.to_lowercase() },
            text: entry.message,
        });
    Ok(beside.collect())
}

/// What the page has said since this was first asked; for the engine without BiDi.
pub(crate) async fn collected(driver: &WebDriver) -> Result<Vec<Line>> {
    let heard: Vec<String> = driver.execute(COLLECT, Vec::new()).await?.convert()?;
    Ok(heard.into_iter().map(|text| Line { level: "error".to_owned(), text }).collect())
}
