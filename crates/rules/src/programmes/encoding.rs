//! The text of a rule file's bytes: UTF-8, with or without a mark at its beginning. Other encodings are told by name.

/// Why bytes are no text in UTF-8.
pub(super) struct Foreign {
    /// The line of the first byte that does not fit, counted from 1.
    pub line: usize,
    /// The encoding that they are likely in, as a sentence.
    pub likely: &'static str,
}

/// The text of these bytes, without the mark that some editors put before it.
///
/// # Errors
/// Where they are in another encoding.
pub(super) fn text(bytes: &[u8]) -> Result<&str, Foreign> {
    let wide = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || bytes.contains(&0);
    if wide {
        return Err(Foreign { line: 1, likely: "UTF-16 のようです" });
    }
    match str::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(error) => {
            let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let line = before.iter().filter(|byte| **byte == b'\n').count().saturating_add(1);
            Err(Foreign {
                line,
                likely: if is_shift_jis(bytes) {
                    "Shift_JIS のようです"
                } else {
                    "ほかの文字コードのようです"
                },
            })
        }
    }
}

/// Whether every byte may be of Shift_JIS: alone, or the first of two.
fn is_shift_jis(bytes: &[u8]) -> bool {
    let mut rest = bytes.iter();
    while let Some(byte) = rest.next() {
        let fits = match byte {
            0x00..=0x7f | 0xa1..=0xdf => true,
            0x81..=0x9f | 0xe0..=0xfc => rest.next().is_some_and(|second| matches!(second, 0x40..=0x7e | 0x80..=0xfc)),
            _ => false,
        };
        if !fits {
            return false;
        }
    }
    true
}
