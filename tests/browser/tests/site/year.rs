//! Her year as a picture.

use anyhow::{Result, ensure};
use browser_tests::{Engine, Settings, TextSize, Viewport, browser_test};

use crate::mother::{Mother, answered};

/// In letters twice as large on the narrowest screen the names on the picture touch neither each other nor the screen's
/// edges.
#[browser_test]
async fn names_on_the_picture_keep_apart_in_large_letters() -> Result<()> {
    // Today stands at the picture's end, beside the screen's edge; the host has every other place.
    let viewport = Viewport { width: 320, height: 640 };
    let settings = Settings { viewport, text: TextSize::Double, ..Settings::new(Engine::Chromium) };
    let mother = Mother::comes_back_with("asahikawa", &answered("2025-12-05"), settings).await?;
    mother.browser.click("#year > summary").await?;
    mother.browser.element(".year-axis text").await?;
    let names: Vec<(String, [f64; 4])> = mother
        .browser
        .evaluate(
            "return [...document.querySelectorAll('.year-axis text')].map((name) => {
                 const { left, right, top, bottom } = name.getBoundingClientRect();
                 return [name.textContent, [left, right, top, bottom]];
             }).filter(([, [left, right]]) => left < right)",
        )
        .await?;
    let months = names.iter().filter(|(name, _)| name.ends_with('月')).count();
    ensure!(months >= 2, "{names:?}");
    for (nth, (name, [left, right, top, bottom])) in names.iter().enumerate() {
        ensure!(0.0 <= *left && *right <= 320.0, "{name} sticks out: {names:?}");
        let meets = |[to_left, to_right, above, below]: [f64; 4]| {
            *left < to_right && to_left < *right && *top < below && above < *bottom
        };
        ensure!(!names.iter().skip(nth + 1).any(|(_, other)| meets(*other)), "{name} touches: {names:?}");
    }
    mother.sees("使えます").await?;
    mother.done().await
}
