//! axe-core: what keeps people from using a page, as far as a program can see.

use std::fmt;

use anyhow::{Context, Result};
use serde::Deserialize;
use thirtyfour::WebDriver;

/// A rule that the page breaks.
#[derive(Clone, Debug, Deserialize)]
pub struct Violation {
    /// The rule's name.
    pub id: String,
    /// `minor`, `moderate`, `serious` or `critical`.
    pub impact: Option<String>,
    /// What is wrong, in a sentence.
    pub help: String,
    /// Where.
    pub nodes: Vec<Node>,
}

/// A place where a rule is broken.
#[derive(Clone, Debug, Deserialize)]
pub struct Node {
    /// Its markup.
    pub html: String,
    /// Why it breaks the rule.
    #[serde(rename = "failureSummary")]
    pub why: Option<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let impact = self.impact.as_deref().unwrap_or("unknown");
        write!(f, "{} ({impact}): {}", self.id, self.help)?;
        for node in &self.nodes {
            write!(f, "\n  {}", node.html)?;
            if let Some(why) = &node.why {
                write!(f, "\n    {}", why.replace('\n', "\n    "))?;
            }
        }
        Ok(())
    }
}

/// Runs every rule on the page as it is now.
pub(crate) async fn run(driver: &WebDriver) -> Result<Vec<Violation>> {
    let there = driver.execute("return typeof axe === 'object'", Vec::new()).await?;
    if there.json().as_bool() != Some(true) {
        let path = xtask::setup::axe()?;
        let script = std::fs::read_to_string(&path)
            .with_context(|| format!("reading {} (`cargo xtask setup` installs it)", path.display()))?;
        driver.execute(script, Vec::new()).await.context("starting axe-core")?;
    }
    let run = "
        const done = arguments[arguments.length - 1];
        axe.run(document, { resultTypes: ['violations'] })
            .then((results) => done({ violations: results.violations }), (error) => done({ error: String(error) }));
    ";
    let result = driver.execute_async(run, Vec::new()).await.context("running axe-core")?;
    let violations = result.json().get("violations").with_context(|| format!("axe-core: {}", result.json()))?;
    Ok(serde_json::from_value(violations.clone())?)
}
