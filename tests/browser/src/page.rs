//! Asking a page what it shows, and acting on it as a person does. Page objects are built from these.

use anyhow::{Context, Result};
use serde::de::DeserializeOwned;
use thirtyfour::error::{WebDriverErrorInner, WebDriverResult};
use thirtyfour::{By, WebElement};

use crate::browser::Browser;
use crate::wait::until;

impl Browser {
    /// Opens `url` and waits until it has loaded.
    ///
    /// # Errors
    ///
    /// When it can't be loaded.
    pub async fn goto(&self, url: &str) -> Result<()> {
        self.driver.goto(url).await.with_context(|| format!("opening {url}"))
    }

    /// Loads the page again: through the page itself, which works in every engine even when the server is gone.
    ///
    /// # Errors
    ///
    /// When the browser doesn't answer.
    pub async fn reload(&self) -> Result<()> {
        self.driver.execute("window.before = true; location.reload()", Vec::new()).await?;
        until("the page to load again", async || {
            // While the page changes, there may be none to ask.
            let ready = "return !window.before && document.readyState === 'complete'";
            let answer = self.driver.execute(ready, Vec::new()).await;
            Ok(answer.is_ok_and(|answer| answer.json().as_bool() == Some(true)).then_some(()))
        })
        .await
    }

    /// Waits until the program has taken the page over.
    ///
    /// # Errors
    ///
    /// When it doesn't in time.
    pub async fn program_started(&self) -> Result<()> {
        // The static page's own mark is the first thing in the app's element, until that is the program's.
        let started = "
            const app = document.getElementById('app');
            return app !== null && app.firstChild?.nodeValue !== 'static';
        ";
        until("the program to start", async || Ok(self.evaluate::<bool>(started).await?.then_some(()))).await
    }

    /// Waits until the static page says that the program can't be had.
    ///
    /// # Errors
    ///
    /// When it doesn't in time.
    pub async fn program_unavailable(&self) -> Result<()> {
        self.element("#unavailable").await.map(drop)
    }

    /// Waits until each of `pages` (addresses) would open without network.
    ///
    /// # Errors
    ///
    /// When they don't in time.
    pub async fn kept(&self, pages: &[String]) -> Result<()> {
        let missing = "return (async () => {
            const missing = [];
            for (const page of arguments[0]) {
                if (!(await caches.match(page))) missing.push(page);
            }
            const worker = await navigator.serviceWorker?.getRegistration();
            return worker?.active ? missing : ['the worker'];
        })()";
        until("the site to be kept on the phone", async || {
            let answer = self.driver.execute(missing, vec![pages.into()]).await?;
            Ok((answer.json().as_array().is_some_and(Vec::is_empty)).then_some(()))
        })
        .await
    }

    /// The value of `script`, which says `return`.
    ///
    /// # Errors
    ///
    /// When it throws, or gives something else.
    pub async fn evaluate<T: DeserializeOwned>(&self, script: &str) -> Result<T> {
        let value = self.driver.execute(script, Vec::new()).await.with_context(|| format!("running {script}"))?;
        value.convert().with_context(|| format!("what {script} gives"))
    }

    /// The first visible element that `selector` (CSS) finds, waited for.
    ///
    /// # Errors
    ///
    /// When there is none in time.
    pub async fn element(&self, selector: &str) -> Result<WebElement> {
        self.first(By::Css(selector), &format!("`{selector}`")).await
    }

    /// The first visible element that `selector` finds whose text holds `text`, waited for.
    ///
    /// # Errors
    ///
    /// When there is none in time.
    pub async fn element_with_text(&self, selector: &str, text: &str) -> Result<WebElement> {
        until(&format!("`{selector}` with 「{text}」"), async || {
            for element in self.driver.find_all(By::Css(selector)).await? {
                // An element may be gone between being found and being asked.
                let shown = element.is_displayed().await.unwrap_or(false);
                if shown && element.text().await.is_ok_and(|found| found.contains(text)) {
                    return Ok(Some(element));
                }
            }
            Ok(None)
        })
        .await
    }

    /// The input that the label `label` belongs to, waited for.
    ///
    /// # Errors
    ///
    /// When there is none in time.
    pub async fn field(&self, label: &str) -> Result<WebElement> {
        let script = "return [...document.querySelectorAll('label')]
            .find((label) => label.innerText.includes(arguments[0]))?.control ?? null";
        until(&format!("a field 「{label}」"), async || {
            let found = self.driver.execute(script, vec![label.into()]).await?;
            Ok(if found.json().is_null() { None } else { Some(found.element()?) })
        })
        .await
    }

    /// Waits until `selector` finds nothing that is visible.
    ///
    /// # Errors
    ///
    /// When something is still there in the end.
    pub async fn gone(&self, selector: &str) -> Result<()> {
        until(&format!("no `{selector}`"), async || Ok(self.visible(By::Css(selector)).await?.is_none().then_some(())))
            .await
    }

    /// Clicks the first visible element that `selector` finds, waited for.
    ///
    /// # Errors
    ///
    /// When there is none, or something lies over it.
    pub async fn click(&self, selector: &str) -> Result<()> {
        until(&format!("clicking `{selector}`"), async || still_there(self.element(selector).await?.click().await))
            .await
    }

    /// Clicks the first visible element that `selector` finds whose text holds `text`, waited for.
    ///
    /// # Errors
    ///
    /// When there is none, or something lies over it.
    pub async fn click_text(&self, selector: &str, text: &str) -> Result<()> {
        until(&format!("clicking `{selector}` with 「{text}」"), async || {
            still_there(self.element_with_text(selector, text).await?.click().await)
        })
        .await
    }

    /// Empties the field of the label `label` and types `text` into it.
    ///
    /// # Errors
    ///
    /// When there is no such field, or it takes no text.
    pub async fn fill(&self, label: &str, text: &str) -> Result<()> {
        let field = self.field(label).await?;
        field.clear().await.with_context(|| format!("emptying 「{label}」"))?;
        field.send_keys(text).await.with_context(|| format!("typing into 「{label}」"))
    }

    /// The text of the first visible element that `selector` finds, waited for.
    ///
    /// # Errors
    ///
    /// When there is none in time.
    pub async fn text(&self, selector: &str) -> Result<String> {
        // In one step: the element may make way for another between being found and being asked.
        let script = "return [...document.querySelectorAll(arguments[0])]
            .find((element) => element.getClientRects().length > 0)?.innerText ?? null";
        until(&format!("the text of `{selector}`"), async || {
            Ok(self.driver.execute(script, vec![selector.into()]).await?.json().as_str().map(str::to_owned))
        })
        .await
    }

    /// What sticks out of the page to the right, so that one would have to scroll sideways; nothing, mostly.
    ///
    /// # Errors
    ///
    /// When the browser doesn't answer.
    pub async fn sticking_out(&self) -> Result<Vec<String>> {
        self.evaluate(
            "const page = document.documentElement;
             if (page.scrollWidth <= page.clientWidth) return [];
             const out = [...document.body.querySelectorAll('*')]
                 .filter((element) => element.getBoundingClientRect().right > page.clientWidth + 0.5)
                 .map((element) => `${element.outerHTML.slice(0, 120)} (${element.getBoundingClientRect().right} px)`);
             return out.length > 0 ? out : [`the page is ${page.scrollWidth} px wide`];",
        )
        .await
    }

    async fn first(&self, by: By, what: &str) -> Result<WebElement> {
        until(what, async || self.visible(by.clone()).await).await
    }

    async fn visible(&self, by: By) -> Result<Option<WebElement>> {
        for element in self.driver.find_all(by).await? {
            if element.is_displayed().await.unwrap_or(false) {
                return Ok(Some(element));
            }
        }
        Ok(None)
    }
}

/// What an element answers; `None` where it has made way for another in the meantime, which is then to be asked.
fn still_there<T>(answer: WebDriverResult<T>) -> Result<Option<T>> {
    match answer {
        Ok(value) => Ok(Some(value)),
        Err(error) if matches!(*error, WebDriverErrorInner::StaleElementReference(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}
