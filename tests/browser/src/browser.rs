//! A browser with one window, as a phone has it.

use std::path::{Path, PathBuf};
use std::sync::Once;

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use rustix::process::Pid;
use serde_json::json;
use tempfile::TempDir;
use thirtyfour::WebDriver;
use thirtyfour::bidi::BiDi;
use thirtyfour::bidi::modules::browsing_context::{CaptureScreenshot, ScreenshotOrigin, Viewport as BidiViewport};

use crate::axe::{self, Violation};
use crate::begin::{Silence, heard};
use crate::console::{self, Console, Line};
use crate::driver::{Driver, PATIENCE};
use crate::engine::Engine;
use crate::profile;

/// A size in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Viewport {
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
}

impl Viewport {
    /// The phone that the app is made for.
    pub const PHONE: Viewport = Viewport { width: 360, height: 640 };
}

/// The narrowest page that MiniBrowser's window gives, in CSS pixels.
const NARROWEST_WEBKIT: u32 = 334;

/// What the system prefers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Appearance {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark. WebKit can't be told.
    Dark,
}

/// The size of text that the user has set. WebKit can't be told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSize {
    /// As browsers come.
    #[default]
    Normal,
    /// 200%.
    Double,
}

/// What a page may keep.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Storage {
    /// As browsers come.
    #[default]
    Allowed,
    /// Nothing: the user has forbidden it. WebKit can't be told.
    Denied,
    /// There is none. Chromium can't be told.
    Absent,
}

/// How much room a browser gives to a site's files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Room {
    /// As browsers come.
    #[default]
    Plenty,
    /// Enough for answers, too little for the site. Firefox alone can be told at its start.
    Little,
}

/// When a page counts as opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Opened {
    /// When all has arrived that its markup names.
    #[default]
    Whole,
    /// When its markup has arrived, so that one can act on it before the rest is there.
    Readable,
}

/// How a browser starts.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Which.
    pub engine: Engine,
    /// How large its page is.
    pub viewport: Viewport,
    /// The time zone of its system, an IANA name.
    pub time_zone: String,
    /// The appearance that its system prefers.
    pub appearance: Appearance,
    /// The user's text size.
    pub text: TextSize,
    /// What a page may keep.
    pub storage: Storage,
    /// How much room it gives to a site's files.
    pub room: Room,
    /// When a page counts as opened.
    pub opened: Opened,
    /// The port of whoever is asked for all that is not on this machine; `None` where that is asked as the system asks.
    pub outside: Option<u16>,
    /// A profile that outlives the browser; `None` for a new one. WebKit forgets its profile in any case.
    pub profile: Option<PathBuf>,
}

impl Settings {
    /// A phone of `engine` in Japan, all else as it comes.
    pub fn new(engine: Engine) -> Settings {
        Settings {
            engine,
            viewport: Viewport::PHONE,
            time_zone: "Asia/Tokyo".to_owned(),
            appearance: Appearance::default(),
            text: TextSize::default(),
            storage: Storage::default(),
            room: Room::default(),
            opened: Opened::default(),
            outside: None,
            profile: None,
        }
    }
}

/// A running browser. Dropping it ends it, with its driver.
pub struct Browser {
    /// The WebDriver session, for what is not offered here.
    pub driver: WebDriver,
    engine: Engine,
    opened: Opened,
    bidi: Option<BiDi>,
    console: Option<Console>,
    // These end after the session, in this order.
    process: Driver,
    _profile: Option<TempDir>,
}

impl Browser {
    /// Starts `engine` with a page of the size `viewport`, in Japan.
    ///
    /// # Errors
    ///
    /// When it can't be started.
    pub async fn start(engine: Engine, viewport: Viewport) -> Result<Browser> {
        Browser::open(Settings { viewport, ..Settings::new(engine) }).await
    }

    /// Starts a browser as `settings` say.
    ///
    /// # Errors
    ///
    /// When it can't be started, or can't do what is asked.
    pub async fn open(settings: Settings) -> Result<Browser> {
        static PROVIDER: Once = Once::new();
        PROVIDER.call_once(|| {
            // An error means that there is one already, which does as well.
            let _ = rustls::crypto::ring::default_provider().install_default();
        });
        let engine = settings.engine;
        let own = if settings.profile.is_none() { Some(profile::new(engine).await?) } else { None };
        let profile = settings.profile.as_deref().or(own.as_ref().map(TempDir::path)).unwrap_or(Path::new("/tmp"));
        let capabilities = engine.capabilities(&settings, profile)?;
        let process = Driver::start(engine, &settings.time_zone).await.context(Silence)?;
        let driver = WebDriver::builder(process.url(), capabilities)
            .request_timeout(PATIENCE)
            .await
            .with_context(|| format!("starting {engine}; see {}", process.log().display()))
            .context(Silence)?;
        let bidi = if engine.has_bidi() { Some(connected(&driver).await?) } else { None };
        let console = match &bidi {
            Some(bidi) => Some(Console::listen(bidi).await?),
            None => None,
        };
        let browser = Browser { driver, engine, opened: settings.opened, bidi, console, process, _profile: own };
        browser.resize(settings.viewport).await?;
        if settings.appearance == Appearance::Dark {
            browser.darken().await?;
        }
        Ok(browser)
    }

    /// Which engine it is.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// When a page counts as opened here.
    pub fn opened(&self) -> Opened {
        self.opened
    }

    /// Where its driver writes what it does.
    pub fn log(&self) -> &Path {
        self.process.log()
    }

    /// The group of processes that it and its driver are.
    pub(crate) fn group(&self) -> Result<Pid> {
        self.process.group().context("the driver's number")
    }

    /// Ends it and waits for that; dropping does the same, only less politely.
    ///
    /// # Errors
    ///
    /// When the driver doesn't answer.
    pub async fn quit(self) -> Result<()> {
        self.driver.clone().quit().await.context("ending the browser")
    }

    /// Gives the page the size `viewport`; turning a phone is this, too.
    ///
    /// # Errors
    ///
    /// When the page doesn't get that size. WebKit's window is never narrower than 334 px.
    pub async fn resize(&self, viewport: Viewport) -> Result<()> {
        let Viewport { width, height } = viewport;
        if self.engine == Engine::WebKit && width < NARROWEST_WEBKIT {
            bail!("{}: a page {width} px wide can't be had, only {NARROWEST_WEBKIT} and more", self.engine);
        }
        match &self.bidi {
            Some(bidi) => {
                let page = heard(bidi.browsing_context().top_level()).await?;
                let viewport = Some(BidiViewport { width, height });
                heard(bidi.browsing_context().set_viewport(page, viewport)).await?;
            }
            None => self.driver.set_window_rect(0, 0, width, height).await?,
        }
        let script = "return window.innerWidth";
        crate::wait::until(&format!("a page {width} px wide"), async || {
            let found = self.driver.execute(script, Vec::new()).await?;
            Ok((found.json().as_u64() == Some(width.into())).then_some(()))
        })
        .await
    }

    /// Makes the page's clock say `moment` (`2026-11-24T10:30:00+09:00`) when it next loads, and go on from there.
    ///
    /// # Errors
    ///
    /// In WebKit, which can't be told.
    pub async fn set_clock(&self, moment: &str) -> Result<()> {
        // From the first reading on the page's time is the real one, moved.
        let script = format!(
            "const Real = Date;
             const moved = Real.parse('{moment}') - Real.now();
             globalThis.Date = class Date extends Real {{
                 constructor(...parts) {{
                     if (parts.length === 0) {{ super(Real.now() + moved); }} else {{ super(...parts); }}
                 }}
                 static now() {{ return Real.now() + moved; }}
             }};"
        );
        self.run_first(&script).await.context("setting the clock")
    }

    /// Runs `script`, the body of a function, before any script of each page that is opened from now on.
    ///
    /// # Errors
    ///
    /// In WebKit, which can't be told.
    pub async fn run_first(&self, script: &str) -> Result<()> {
        let Some(bidi) = &self.bidi else { bail!("{}: no script can be run before a page's own", self.engine) };
        heard(bidi.script().add_preload_script(format!("() => {{ {script} }}"))).await?;
        Ok(())
    }

    /// Everything of the level `error` on the console since the start: errors of scripts, failed loads, refusals of the
    /// content security policy. In WebKit only from the first call on the page.
    ///
    /// # Errors
    ///
    /// When the browser doesn't answer.
    pub async fn console_errors(&self) -> Result<Vec<Line>> {
        let mut lines = match &self.console {
            Some(console) => console.lines(&self.driver).await?,
            None => console::collected(&self.driver).await?,
        };
        if self.engine == Engine::Chromium {
            lines.extend(console::chromium_log(&self.driver).await?);
        }
        lines.retain(|line| line.level == "error");
        Ok(lines)
    }

    /// What axe-core finds wrong with the page as it is now.
    ///
    /// # Errors
    ///
    /// When axe-core is not installed, or fails.
    pub async fn axe(&self) -> Result<Vec<Violation>> {
        axe::run(&self.driver).await
    }

    /// A picture of the whole page (in WebKit, of what is visible), as PNG, in the file `path`.
    ///
    /// # Errors
    ///
    /// When it can't be taken or written.
    pub async fn screenshot(&self, path: &Path) -> Result<()> {
        let picture = match &self.bidi {
            Some(bidi) => {
                let context = heard(bidi.browsing_context().top_level()).await?;
                let origin = Some(ScreenshotOrigin::Document);
                let shot = heard(bidi.send(CaptureScreenshot { context, origin, format: None })).await?;
                BASE64_STANDARD.decode(shot.data).context("reading the picture")?
            }
            None => self.driver.screenshot_as_png().await?,
        };
        std::fs::write(path, picture).with_context(|| format!("writing {}", path.display()))
    }

    async fn darken(&self) -> Result<()> {
        match self.engine {
            Engine::Chromium => {
                let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
                self.driver.cdp().send_raw("Emulation.setEmulatedMedia", features).await?;
                Ok(())
            }
            // Told at the start.
            Engine::Firefox => Ok(()),
            Engine::WebKit => bail!("{}: a dark appearance can't be set", self.engine),
        }
    }
}

/// The socket over which `driver` says more than it is asked.
async fn connected(driver: &WebDriver) -> Result<BiDi> {
    let connected = tokio::time::timeout(PATIENCE, driver.bidi()).await.context(Silence)?;
    connected.context("connecting over BiDi").context(Silence)
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Asking politely from here would wait for a socket that only this thread reads. The driver's end is the
        // browser's end; an error means that it has quit already.
        let _ = self.driver.clone().leak();
    }
}
