//! Asking a page what it shows, and acting on it as a person does. Page objects are built from these.

use anyhow::{Context, Error, Result};
use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::WebElement;
use thirtyfour::error::{WebDriverError, WebDriverErrorInner, WebDriverResult};
use thirtyfour::session::scriptret::ScriptRet;

use crate::browser::{Browser, Opened};
use crate::engine::Engine;
use crate::wait::until;

/// What is far out of sight a browser lays out when one comes to it; whoever reads a part comes to all of it.
const LAY_OUT: &str = "const layOut = (part) => {
    for (const inner of part?.querySelectorAll('*') ?? []) {
        if (getComputedStyle(inner).contentVisibility === 'auto') inner.style.contentVisibility = 'visible';
    }
};";

impl Browser {
    /// Opens `url` and waits until it counts as opened.
    ///
    /// # Errors
    ///
    /// When it can't be loaded.
    pub async fn goto(&self, url: &str) -> Result<()> {
        if self.opened() == Opened::Readable {
            self.ask("window.before = true", Vec::new()).await?;
        }
        self.driver.goto(url).await.with_context(|| format!("opening {url}"))?;
        if self.opened() == Opened::Readable {
            // Not every driver can be told to wait for so much and no more.
            let readable = "return !window.before && document.readyState !== 'loading'";
            self.holds("the page's markup", readable, Vec::new()).await?;
        }
        Ok(())
    }

    /// Loads the page again: through the page itself, which works in every engine even when the server is gone.
    ///
    /// # Errors
    ///
    /// When the browser doesn't answer.
    pub async fn reload(&self) -> Result<()> {
        self.ask("window.before = true; location.reload()", Vec::new()).await?;
        let ready = "return !window.before && document.readyState === 'complete'";
        self.holds("the page to load again", ready, Vec::new()).await
    }

    /// Goes back to the screen before, as her phone's own button does, and waits until the address is that one's.
    ///
    /// # Errors
    ///
    /// When there is none before.
    pub async fn back(&self) -> Result<()> {
        self.travel(-1).await.context("going back")
    }

    /// Goes forward again.
    ///
    /// # Errors
    ///
    /// When she has not been further.
    pub async fn forward(&self) -> Result<()> {
        self.travel(1).await.context("going forward")
    }

    /// Through the page itself: Firefox's driver waits for an event that a page out of the browser's own memory need not
    /// have. WebKit's, which does not, never answers a script whose page is put away meanwhile.
    async fn travel(&self, steps: i32) -> Result<()> {
        if self.engine() == Engine::WebKit {
            let travelled = if steps < 0 { self.driver.back().await } else { self.driver.forward().await };
            return travelled.map_err(Error::new);
        }
        let here: String = self.evaluate(&format!("history.go({steps}); return location.href")).await?;
        self.holds("another address", "return location.href !== arguments[0]", vec![here.into()]).await
    }

    /// Waits until `script` says `true`, on this page or on the one that it makes way for.
    async fn holds(&self, what: &str, script: &str, arguments: Vec<Value>) -> Result<()> {
        until(what, async || {
            let answer = self.ask(script, arguments.clone()).await?;
            Ok(answer.is_some_and(|answer| answer.json().as_bool() == Some(true)).then_some(()))
        })
        .await
    }

    /// What `script` says; `None` while the page makes way for another, when there is none to ask.
    async fn ask(&self, script: &str, arguments: Vec<Value>) -> Result<Option<ScriptRet>> {
        match self.driver.execute(script, arguments).await {
            Ok(answer) => Ok(Some(answer)),
            Err(error) if is_between_pages(&error) => Ok(None),
            Err(error) => Err(Error::new(error).context(format!("running {script}"))),
        }
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
        self.holds("the program to start", started, Vec::new()).await
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
        until(&format!("`{selector}`"), async || self.visible(selector, "").await).await
    }

    /// The first visible element that `selector` finds whose text holds `text`, waited for.
    ///
    /// # Errors
    ///
    /// When there is none in time.
    pub async fn element_with_text(&self, selector: &str, text: &str) -> Result<WebElement> {
        until(&format!("`{selector}` with 「{text}」"), async || self.visible(selector, text).await).await
    }

    /// The input that the label `label` belongs to, waited for.
    ///
    /// # Errors
    ///
    /// When there is none in time.
    pub async fn field(&self, label: &str) -> Result<WebElement> {
        let script = "return [...document.querySelectorAll('label')]
            .find((label) => label.innerText.includes(arguments[0]))?.control ?? null";
        until(&format!("a field 「{label}」"), async || element(self.ask(script, vec![label.into()]).await?)).await
    }

    /// Waits until `selector` finds nothing that is visible.
    ///
    /// # Errors
    ///
    /// When something is still there in the end.
    pub async fn gone(&self, selector: &str) -> Result<()> {
        let is_gone = async || Ok(self.visible(selector, "").await?.is_none().then_some(()));
        let Err(waited) = until(&format!("no `{selector}`"), is_gone).await else { return Ok(()) };
        Err(waited.context(format!("it says 「{}」", self.text(selector).await?)))
    }

    /// Clicks the first visible element that `selector` finds, waited for.
    ///
    /// # Errors
    ///
    /// When there is none, or something lies over it all the time.
    pub async fn click(&self, selector: &str) -> Result<()> {
        until(&format!("clicking `{selector}`"), async || self.press(self.element(selector).await?).await).await
    }

    /// Clicks the first visible element that `selector` finds whose text holds `text`, waited for.
    ///
    /// # Errors
    ///
    /// When there is none, or something lies over it all the time.
    pub async fn click_text(&self, selector: &str, text: &str) -> Result<()> {
        until(&format!("clicking `{selector}` with 「{text}」"), async || {
            self.press(self.element_with_text(selector, text).await?).await
        })
        .await
    }

    /// Clicks an element; where something lies over it, it is brought into the middle for the next try: a driver takes
    /// what is under the masthead for seen.
    async fn press(&self, element: WebElement) -> Result<Option<()>> {
        let pressed = reached(element.click().await)?;
        if pressed.is_none() {
            let _ = self.ask("arguments[0].scrollIntoView({ block: 'center' })", vec![element.to_json()?]).await;
        }
        Ok(pressed)
    }

    /// Empties the field of the label `label` and types `text` into it.
    ///
    /// # Errors
    ///
    /// When there is no such field, or it takes no text.
    pub async fn fill(&self, label: &str, text: &str) -> Result<()> {
        until(&format!("typing into 「{label}」"), async || {
            let field = self.field(label).await?;
            Ok(match reached(field.clear().await)? {
                Some(()) => reached(field.send_keys(text).await)?,
                None => None,
            })
        })
        .await
    }

    /// The text of the first visible element that `selector` finds, waited for.
    ///
    /// # Errors
    ///
    /// When there is none in time.
    pub async fn text(&self, selector: &str) -> Result<String> {
        // In one step: the element may make way for another between being found and being asked.
        let script = format!(
            "{LAY_OUT}
             const read = [...document.querySelectorAll(arguments[0])]
                 .find((element) => element.getClientRects().length > 0);
             layOut(read);
             return read?.innerText ?? null;"
        );
        until(&format!("the text of `{selector}`"), async || {
            let found = self.ask(&script, vec![selector.into()]).await?;
            Ok(found.and_then(|text| text.json().as_str().map(str::to_owned)))
        })
        .await
    }

    /// Waits until all of the page stands, and is laid out to its end.
    ///
    /// # Errors
    ///
    /// When it doesn't in time.
    pub async fn laid_out(&self) -> Result<()> {
        self.gone("[aria-busy]").await?;
        self.evaluate(&format!("{LAY_OUT} layOut(document.body);")).await
    }

    /// Opens every fold of her plan, and those within them, whose content is made with that.
    ///
    /// # Errors
    ///
    /// When the browser doesn't answer.
    pub async fn unfold(&self) -> Result<()> {
        let open = "return (async () => {
            const closed = [...document.querySelectorAll('.result details:not([open])')];
            for (const fold of closed) fold.open = true;
            for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
            await new Promise(setTimeout);
            return closed.length === 0;
        })()";
        self.holds("every fold to be open", open, Vec::new()).await
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

    /// The first visible element that `selector` finds whose text holds `text`, if there is one now. In one step: it may
    /// make way for another between being found and being asked, and each question to a driver takes its time.
    async fn visible(&self, selector: &str, text: &str) -> Result<Option<WebElement>> {
        let script = "return [...document.querySelectorAll(arguments[0])].find((element) =>
            element.getClientRects().length > 0 && element.checkVisibility({ visibilityProperty: true })
                && (element.innerText ?? '').includes(arguments[1])) ?? null";
        element(self.ask(script, vec![selector.into(), text.into()]).await?)
    }
}

/// The element that a script gives, if it gives one.
fn element(answer: Option<ScriptRet>) -> Result<Option<WebElement>> {
    let found = answer.filter(|answer| !answer.json().is_null());
    Ok(found.map(ScriptRet::element).transpose()?)
}

/// Whether a script could not be run because its page went: each driver says so in other words.
fn is_between_pages(error: &WebDriverError) -> bool {
    let said = match &**error {
        WebDriverErrorInner::NoSuchWindow(_)
        | WebDriverErrorInner::NoSuchFrame(_)
        | WebDriverErrorInner::StaleElementReference(_) => return true,
        WebDriverErrorInner::JavascriptError(said) | WebDriverErrorInner::UnknownError(said) => &said.value.message,
        _ => return false,
    };
    ["unload", "navigat", "execution context", "browsing context", "loading status"]
        .iter()
        .any(|word| said.contains(word))
}

/// What an element answers; `None` where it has made way for another in the meantime, or is not to be reached while
/// something moves on the page: then it is to be asked again.
fn reached<T>(answer: WebDriverResult<T>) -> Result<Option<T>> {
    use WebDriverErrorInner::{ElementClickIntercepted, ElementNotInteractable, StaleElementReference};
    match answer {
        Ok(value) => Ok(Some(value)),
        Err(error) => match &*error {
            StaleElementReference(_) | ElementClickIntercepted(_) | ElementNotInteractable(_) => Ok(None),
            _ => Err(error.into()),
        },
    }
}
