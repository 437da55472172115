//! The text of a rule file's bytes: UTF-8, with or without a mark at its beginning. Other encodings are told by name, and
//! what is no text is told to be none.

/// Why bytes are no text in UTF-8.
pub(super) struct Foreign {
    /// The line of the first byte that does not fit, counted from 1.
    pub line: usize,
    /// The encoding that they are likely in; none where they are no text at all.
    pub likely: Option<&'static str>,
}

/// Files of tables, documents and pictures begin so.
const NO_TEXT: [&[u8]; 6] = [b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf"];
/// Of so many bytes of a text, one may be a NUL: a slip of its line. More are no text.
const BYTES_FOR_A_NUL: usize = 100;

/// The text of these bytes, without the mark that some editors put before it.
///
/// # Errors
/// Where they are in another encoding, or no text.
pub(super) fn text(bytes: &[u8]) -> Result<&str, Foreign> {
    let nuls = bytes.iter().filter(|byte| **byte == 0).count();
    if NO_TEXT.iter().any(|beginning| bytes.starts_with(beginning)) {
        return Err(Foreign { line: 1, likely: None });
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || (nuls > 0 && is_utf_16(bytes)) {
        return Err(Foreign { line: 1, likely: Some("UTF-16") });
    }
    let first_line = |until: usize| bytes.iter().take(until).filter(|byte| **byte == b'\n').count().saturating_add(1);
    let is_text = nuls.saturating_mul(BYTES_FOR_A_NUL) <= bytes.len();
    match str::from_utf8(bytes) {
        Ok(text) if is_text => Ok(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(error) if nuls == 0 => {
            let likely = if is_euc_jp(bytes) {
                "EUC-JP"
            } else if is_shift_jis(bytes) {
                "Shift_JIS"
            } else {
                "ほかの文字コード"
            };
            Err(Foreign { line: first_line(error.valid_up_to()), likely: Some(likely) })
        }
        _ => Err(Foreign { line: first_line(bytes.iter().position(|byte| *byte == 0).unwrap_or(0)), likely: None }),
    }
}

/// Whether two bytes each make a text, in either order. Of what a keyboard writes in a rule file, every second byte is
/// NUL.
fn is_utf_16(bytes: &[u8]) -> bool {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let is_text = |unit: fn([u8; 2]) -> u16| {
        let plain = pairs.iter().filter(|pair| (0x20..0x7f).contains(&unit(**pair))).count();
        let text = char::decode_utf16(pairs.iter().map(|pair| unit(*pair)));
        let writes = |letter: char| !letter.is_control() || matches!(letter, '\n' | '\r' | '\t');
        plain.saturating_mul(4) >= pairs.len() && text.into_iter().all(|letter| letter.is_ok_and(writes))
    };
    rest.is_empty() && (is_text(u16::from_le_bytes) || is_text(u16::from_be_bytes))
}

/// Whether every byte may be of EUC-JP: alone below 0x80, or two or three above. What is so is hardly Shift_JIS: its kana
/// begin with bytes that EUC-JP has nowhere.
fn is_euc_jp(bytes: &[u8]) -> bool {
    let is_high = |byte: Option<&u8>| byte.is_some_and(|byte| matches!(byte, 0xa1..=0xfe));
    let mut rest = bytes.iter();
    while let Some(byte) = rest.next() {
        let fits = match byte {
            0x00..=0x7f => true,
            0x8e | 0xa1..=0xfe => is_high(rest.next()),
            0x8f => is_high(rest.next()) && is_high(rest.next()),
            _ => false,
        };
        if !fits {
            return false;
        }
    }
    true
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
