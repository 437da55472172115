//! The three browser engines: how each is started and what it has to be told.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::Capabilities;

use crate::browser::{Appearance, Opened, Room, Settings, Storage, TextSize};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chrome's and Edge's, here Chromium.
    Chromium,
    /// Firefox's.
    Firefox,
    /// Safari's, here WebKitGTK's MiniBrowser.
    WebKit,
}

impl Engine {
    /// All of them.
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// Whether it speaks WebDriver BiDi, so that its viewport, console and clock can be had.
    pub fn has_bidi(self) -> bool {
        self != Engine::WebKit
    }

    /// The driver's command, listening on `port`.
    pub(crate) fn driver(self, port: u16) -> Result<Command> {
        let mut command = match self {
            Engine::Chromium => Command::new("chromedriver"),
            Engine::Firefox => {
                let mut command = Command::new(xtask::setup::geckodriver()?);
                // Two Firefoxes must not meet on one port: each picks its own.
                command.args(["--host", "127.0.0.1", "--websocket-port", "0"]);
                // The browser's own zoom is out of a page's reach.
                command.arg("--allow-system-access");
                command
            }
            Engine::WebKit => {
                let mut command = Command::new("WebKitWebDriver");
                command.arg("--host=127.0.0.1");
                command
            }
        };
        match self {
            Engine::Firefox => command.args(["--port", &port.to_string()]),
            _ => command.arg(format!("--port={port}")),
        };
        Ok(command)
    }

    /// What the driver is asked for.
    pub(crate) fn capabilities(self, settings: &Settings, profile: &Path) -> Result<Capabilities> {
        let mut capabilities = Capabilities::new();
        if settings.opened == Opened::Readable {
            // WebKit's driver, told "eager", waits before each command for the markup to arrive, even where it has, for as
            // long as anything is still on its way.
            let strategy = if self == Engine::WebKit { "none" } else { "eager" };
            capabilities.set("pageLoadStrategy", strategy)?;
        }
        if let Some(port) = settings.outside {
            let proxy = format!("127.0.0.1:{port}");
            let proxy = json!({
                "proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy, "noProxy": ["localhost", "127.0.0.1"],
            });
            capabilities.set("proxy", proxy)?;
        }
        match self {
            Engine::Chromium => {
                capabilities.set("browserName", "chrome")?;
                capabilities.set("webSocketUrl", true)?;
                capabilities.set("goog:loggingPrefs", json!({ "browser": "ALL" }))?;
                capabilities.set("goog:chromeOptions", chromium(settings, profile))?;
            }
            Engine::Firefox => {
                capabilities.set("browserName", "firefox")?;
                capabilities.set("webSocketUrl", true)?;
                capabilities.set("moz:firefoxOptions", firefox(settings, profile))?;
            }
            Engine::WebKit => {
                capabilities.set("browserName", "MiniBrowser")?;
                capabilities.set("webkitgtk:browserOptions", webkit(settings)?)?;
            }
        }
        Ok(capabilities)
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        })
    }
}

fn chromium(settings: &Settings, profile: &Path) -> Value {
    let mut preferences = json!({});
    if settings.storage == Storage::Denied {
        preferences["profile.default_content_setting_values.cookies"] = json!(2);
    }
    if settings.text == TextSize::Double {
        preferences["webkit.webprefs.default_font_size"] = json!(32);
    }
    json!({
        "args": [
            "--headless=new",
            // Root, as in a container, has no sandbox; the pages are our own.
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--lang=ja",
            format!("--user-data-dir={}", profile.display()),
        ],
        "prefs": preferences,
    })
}

fn firefox(settings: &Settings, profile: &Path) -> Value {
    let mut preferences = json!({
        "intl.accept_languages": "ja,en",
        "ui.systemUsesDarkTheme": if settings.appearance == Appearance::Dark { 1 } else { 0 },
    });
    if settings.storage == Storage::Denied {
        preferences["network.cookie.cookieBehavior"] = json!(2);
    }
    if settings.storage == Storage::Absent {
        preferences["dom.storage.enabled"] = json!(false);
    }
    if settings.room == Room::Little {
        // In KiB, for all sites together.
        preferences["dom.quotaManager.temporaryStorage.fixedLimit"] = json!(100);
    }
    if settings.text == TextSize::Double {
        preferences["font.size.variable.ja"] = json!(32);
        preferences["font.size.variable.x-western"] = json!(32);
    }
    json!({ "args": ["-headless", "-profile", profile.to_string_lossy()], "prefs": preferences })
}

fn webkit(settings: &Settings) -> Result<Value> {
    let mut arguments = vec!["--automation".to_owned(), "--full-screen".to_owned()];
    if settings.storage == Storage::Absent {
        arguments.push("--enable-html5-local-storage=false".to_owned());
    }
    Ok(json!({ "binary": mini_browser()?, "args": arguments }))
}

/// WebKitGTK's own small browser, which lies beside its library.
fn mini_browser() -> Result<PathBuf> {
    let mut found = Vec::new();
    for directory in std::fs::read_dir("/usr/lib").context("reading /usr/lib")?.flatten() {
        for version in ["webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0"] {
            found.push(directory.path().join(version).join("MiniBrowser"));
        }
    }
    found
        .into_iter()
        .find(|path| path.is_file())
        .context("no MiniBrowser below /usr/lib: install webkit2gtk-driver (`cargo xtask setup` does)")
}
