//! The code on a flyer (QR), as a drawing.

use anyhow::{Result, bail};
use fast_qr::{ECL, QRBuilder};
use sango_navi::ui::pages::Code;

/// Draws `text` as a code that is still read with a quarter of it gone (error correction Q): flyers get folded and wet.
/// Those who type are shown `address`.
///
/// # Errors
///
/// When the text is too long for any code.
pub(super) fn draw(text: &str, address: &str) -> Result<Code> {
    let code = match QRBuilder::new(text).ecl(ECL::Q).build() {
        Ok(code) => code,
        Err(error) => bail!("no code can hold `{text}`: {error}"),
    };
    let mut dark = String::new();
    for y in 0..code.size {
        let row = &code[y];
        let mut x = 0;
        while x < code.size {
            let run = row[x..].iter().take_while(|module| module.value()).count();
            if run > 0 {
                dark += &format!("M{x} {y}h{run}v1h-{run}z");
            }
            x += run.max(1);
        }
    }
    Ok(Code { address: address.to_owned(), side: code.size, dark })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_corners_are_where_a_reader_looks_for_them() {
        let text = "https://sango-navi.example/kita/?openExternalBrowser=1";
        let Code { side, dark, .. } = draw(text, text).unwrap();
        assert_eq!(side, 37, "version 5");
        for corner in ["M0 0h7v1h-7z", "M30 0h7v1h-7z", "M0 36h7v1h-7z"] {
            assert!(dark.contains(corner), "{corner} in {dark}");
        }
    }

    #[test]
    fn what_no_code_holds_is_an_error() {
        assert!(draw(&"a".repeat(4000), "").is_err());
    }
}
