//! A QR code as a drawing.

use qrcodegen::{QrCode, QrCodeEcc};

use crate::ui::markup::{Markup, drawn};

/// The empty modules that a reader needs around a code.
const MARGIN: i32 = 4;

/// The code of a text; nothing where it is longer than any code.
pub fn code(text: &str, name: &'static str) -> Markup {
    let Ok(code) = QrCode::encode_binary(text.as_bytes(), QrCodeEcc::Low) else { return Markup::Nothing };
    let size = code.size().saturating_add(2 * MARGIN).to_string();
    let view = ["0 0 ", &size, " ", &size].concat();
    let ground = drawn("rect").attribute("width", size.clone()).attribute("height", size).attribute("fill", "#fff");
    drawn("svg")
        .attribute("class", "code")
        .attribute("viewBox", view)
        .attribute("role", "img")
        .attribute("aria-label", name)
        .attribute("shape-rendering", "crispEdges")
        .with(ground)
        .with(drawn("path").attribute("d", modules(&code)).attribute("fill", "#000"))
        .view()
}

/// The dark modules, each run of a row as one rectangle.
fn modules(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            let length = i32::try_from(run).unwrap_or(1);
            if run > 0 {
                let [left, top] = [x, y].map(|place| place.saturating_add(MARGIN).to_string());
                let length = length.to_string();
                for part in ["M", &left, " ", &top, "h", &length, "v1h-", &length, "z"] {
                    path.push_str(part);
                }
            }
            x = x.saturating_add(length.max(1));
        }
    }
    path
}
