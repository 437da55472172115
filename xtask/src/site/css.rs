//! One style sheet out of many: tokens, base, then a file for each component.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The files below `style` as one sheet without comments and needless space.
///
/// # Errors
///
/// When a file can't be read. One that is not there is not an error.
pub(super) fn bundle(style: &Path) -> Result<String> {
    let mut files = vec![style.join("tokens.css"), style.join("base.css")];
    files.extend(components(&style.join("components"))?);
    let mut sheet = String::new();
    for file in files.iter().filter(|file| file.is_file()) {
        sheet.push_str(&alone(file)?);
    }
    Ok(sheet)
}

/// The sheet of what comes after the first look at her plan: it is kept out of what she waits for.
///
/// # Errors
///
/// When a file can't be read.
pub(super) fn later(style: &Path) -> Result<String> {
    components(&style.join("later"))?.iter().map(|file| alone(file)).collect()
}

/// The sheet in `file` alone, shortened in the same way.
///
/// # Errors
///
/// When it can't be read.
pub(super) fn alone(file: &Path) -> Result<String> {
    let text = fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
    shorten(&text).with_context(|| file.display().to_string())
}

fn components(directory: &Path) -> Result<Vec<PathBuf>> {
    if !directory.is_dir() {
        return Ok(Vec::new());
    }
    let reading = || format!("reading {}", directory.display());
    let entries = fs::read_dir(directory).with_context(reading)?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>().with_context(reading)?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "css"));
    files.sort();
    Ok(files)
}

/// Takes out comments, and space where it can mean nothing: beside `{`, `}`, `;`, after `,` and `:`. Strings stay.
///
/// # Errors
///
/// When a comment or a string has no end.
fn shorten(css: &str) -> Result<String> {
    let mut short = String::with_capacity(css.len());
    let mut rest = css;
    // Space and comments are held back until it is known what follows them.
    let mut space = false;
    while let Some(next) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            let end = comment.find("*/").context("a comment has no end")?;
            rest = &comment[end + 2..];
            space = true;
        } else if next.is_whitespace() {
            rest = &rest[next.len_utf8()..];
            space = true;
        } else {
            let token = if matches!(next, '"' | '\'') { string(rest)? } else { &rest[..next.len_utf8()] };
            let free = |c: char| matches!(c, '{' | '}' | ';');
            if next == '}' && short.ends_with(';') {
                short.pop();
            }
            if space && !free(next) && !short.is_empty() && !short.ends_with(|c| free(c) || matches!(c, ',' | ':')) {
                short.push(' ');
            }
            short.push_str(token);
            rest = &rest[token.len()..];
            space = false;
        }
    }
    Ok(short)
}

/// The quoted string at the start of `css`, quotes and all.
fn string(css: &str) -> Result<&str> {
    let mut characters = css.char_indices();
    let quote = characters.next().map(|(_, quote)| quote);
    while let Some((at, c)) = characters.next() {
        match c {
            '\\' => drop(characters.next()),
            _ if Some(c) == quote => return Ok(&css[..at + c.len_utf8()]),
            _ => {}
        }
    }
    anyhow::bail!("a string has no end: {}", css.lines().next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_means_nothing_goes() {
        for (css, short) in [
            ("/* a */ .a { color : red ; }\n", ".a{color :red}"),
            (".a :hover,\n.b > p { margin: 0 calc(1rem + 2px); }", ".a :hover,.b > p{margin:0 calc(1rem + 2px)}"),
            ("a::before { content: \"/* ; } \\\" \"; }", "a::before{content:\"/* ; } \\\" \"}"),
            ("a { content: '  '; }", "a{content:'  '}"),
            ("a/* x */b { c: d }", "a b{c:d}"),
            ("@media (width >= 48rem) and (hover) { a { b: c; } }", "@media (width >= 48rem) and (hover){a{b:c}}"),
            ("a { --empty: ; }", "a{--empty:}"),
            ("p { font-family: \"Noto Sans JP\" , sans-serif }", "p{font-family:\"Noto Sans JP\" ,sans-serif}"),
            ("", ""),
        ] {
            assert_eq!(shorten(css).unwrap(), short);
        }
    }

    #[test]
    fn what_has_no_end_is_an_error() {
        for css in ["a { /* ", "a { content: \"; }"] {
            assert!(shorten(css).is_err(), "{css}");
        }
    }
}
