//! The page turned and enlarged while she types.

use anyhow::Result;
use browser_tests::{Browser, Engine, Site, Viewport, browser_test};
use sango_navi::words::japanese;

use crate::answered;

/// On its side, enlarged to twice its size, and back.
#[browser_test(Chromium, Firefox, WebKit)]
async fn turned_and_enlarged_in_the_middle(engine: Engine) -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    browser.goto(&site.url("kita/#born")).await?;
    browser.program_started().await?;
    answered::fills(&browser, "年", "2026").await?;
    answered::fills(&browser, "月", "8").await?;
    let mut before = Viewport::PHONE;
    for (width, height, zoom) in [(640, 360, 1), (640, 360, 2), (360, 640, 2), (360, 640, 1)] {
        let window = Viewport { width, height };
        // A size can be told only of a page that is not enlarged.
        browser.zoom(1, before).await?;
        browser.resize(window).await?;
        browser.zoom(zoom, window).await?;
        before = window;
        let typed = "return [...document.querySelectorAll('.date-part input')].map((field) => field.value)";
        assert_eq!(browser.evaluate::<Vec<String>>(typed).await?, ["2026", "8", ""], "{width} × {zoom}");
        browser.element_with_text("h1", japanese().born_question()).await?;
        assert_eq!(browser.sticking_out().await?, Vec::<String>::new(), "{width} × {zoom}");
    }
    // She goes on where she was.
    answered::fills(&browser, "日", "1").await?;
    browser.click_text("button", japanese().take_answer()).await?;
    browser.gone(".date-part").await?;
    browser.quit().await
}
