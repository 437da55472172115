//! Inline SVG icons, drawn on 24 × 24. They stand beside words and are hidden from screen readers.

use super::markup::{Markup, drawn};

/// An icon by its strokes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Icon(&'static str);

impl Icon {
    /// A handset.
    pub const PHONE: Icon = Icon(
        "M5 3.5h3.5l1.8 4.6-2.3 1.6a12 12 0 0 0 6.3 6.3l1.6-2.3 4.6 1.8V19a2 2 0 0 1-2.2 2A17 17 0 0 1 3 5.7 2 2 0 0 1 5 3.5z",
    );
    /// Back.
    pub const BACK: Icon = Icon("M15 5l-7 7 7 7");
    /// On.
    pub const ON: Icon = Icon("M9 5l7 7-7 7");
    /// Yes.
    pub const TICK: Icon = Icon("M4.5 12.5l5 5 10-11");
    /// To be asked.
    pub const ASK: Icon =
        Icon("M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M12 16.5v.1");
    /// No, or over.
    pub const OVER: Icon = Icon("M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 12h8");
    /// A time.
    pub const CLOCK: Icon = Icon("M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3 2");
    /// Hand on, as an iPhone draws it.
    pub const SHARE: Icon = Icon("M8 10H5.5v11h13V10H16M12 15V3M8 6.5L12 3l4 3.5");
    /// Add.
    pub const ADD: Icon = Icon("M4 4h16v16H4zM12 8v8M8 12h8");
    /// More, as Android's browsers draw it.
    pub const MENU: Icon = Icon("M12 5v.1M12 12v.1M12 19v.1");
    /// Paper.
    pub const PRINT: Icon = Icon("M7 8V3.5h10V8M7 17H4V8h16v9h-3M7 14h10v6.5H7z");
    /// Something to heed.
    pub const HEED: Icon = Icon("M12 4L2.5 20h19zM12 10v4.5M12 17.3v.1");

    /// Its markup, which keeps its size where there is no style sheet.
    pub fn draw(self) -> Markup {
        drawn("svg")
            .attribute("viewBox", "0 0 24 24")
            .attribute("width", "20")
            .attribute("height", "20")
            .attribute("fill", "none")
            .attribute("stroke", "currentColor")
            .attribute("aria-hidden", "true")
            .with(drawn("path").attribute("d", self.0))
            .view()
    }
}
