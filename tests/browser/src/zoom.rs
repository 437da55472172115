//! A page enlarged as its reader enlarges it.

use anyhow::Result;
use http::Method;
use serde_json::json;
use thirtyfour::RequestData;
use thirtyfour::SessionId;
use thirtyfour::common::command::FormatRequestData;

use crate::browser::{Browser, Viewport};
use crate::engine::Engine;
use crate::wait::until;

impl Browser {
    /// Enlarges the page by `factor`, in a window of the size `window`; 1 is as it comes.
    ///
    /// Firefox is asked for its own zoom, Chromium for what its zoom is made of: fewer and larger CSS pixels. WebKit's own is
    /// on keys that its driver can't press; there the style enlarges the page, whose width stays.
    ///
    /// # Errors
    ///
    /// When the page does not become larger.
    pub async fn zoom(&self, factor: u32, window: Viewport) -> Result<()> {
        let width = window.width / factor;
        match self.engine() {
            Engine::Chromium => {
                let metrics = json!({
                    "width": width, "height": window.height / factor, "deviceScaleFactor": factor, "mobile": false,
                });
                self.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
            }
            Engine::Firefox => {
                self.driver.cmd(World("chrome")).await?;
                let zoom = "ZoomManager.setZoomForBrowser(gBrowser.selectedBrowser, arguments[0])";
                let zoomed = self.driver.execute(zoom, vec![factor.into()]).await;
                // Back in any case: all else is about the page.
                self.driver.cmd(World("content")).await?;
                zoomed?;
            }
            Engine::WebKit => {
                self.driver.execute("document.documentElement.style.zoom = arguments[0]", vec![factor.into()]).await?;
                return Ok(());
            }
        }
        let script = "return [window.innerWidth, window.devicePixelRatio]";
        until(&format!("a page {factor} times as large"), async || {
            Ok((self.evaluate::<[f64; 2]>(script).await? == [f64::from(width), f64::from(factor)]).then_some(()))
        })
        .await
    }
}

/// Which of Firefox's two worlds scripts run in: its own windows' (`chrome`) or the page's (`content`).
#[derive(Debug)]
struct World(&'static str);

impl FormatRequestData for World {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::POST, format!("/session/{session}/moz/context")).add_body(json!({ "context": self.0 }))
    }
}
