//! What writes a line anew: the pieces that every line has, and what was wrong with them.

use super::token::{Kind, Token, half_width, joined};
use super::value::{self, shown};

/// Stands in a copy of the file for a value that nobody can guess.
pub(super) const UNKNOWN: &str = "\u{e000}";

/// What is wrong with a line.
pub(super) struct Reason {
    /// What stands there.
    pub found: String,
    /// What would be right.
    pub expected: String,
}

impl Reason {
    /// A reason in its two parts.
    pub fn new(found: impl Into<String>, expected: impl Into<String>) -> Reason {
        Reason { found: found.into(), expected: expected.into() }
    }
}

/// A line as it was meant, and what was wrong with it.
pub(super) struct Mended {
    /// The line.
    pub text: String,
    /// What was wrong, from left to right.
    pub reasons: Vec<Reason>,
    /// Whether something of it is left out that may be missed elsewhere.
    pub lost: bool,
    /// Whether the shape of a rule file tells what is wrong with it.
    pub told_by_shape: bool,
}

/// Writes a line anew.
#[derive(Default)]
pub(super) struct Pen {
    /// What is written so far.
    pub written: Vec<Token>,
    /// What was wrong so far.
    pub reasons: Vec<Reason>,
    /// The closing brackets that are still to come.
    pub open: Vec<char>,
    /// The key whose value comes next.
    pub last_key: String,
    /// Whether something is left out that may be missed elsewhere.
    pub lost: bool,
    /// Whether the shape of a rule file tells what is wrong.
    pub told_by_shape: bool,
}

impl Pen {
    /// The line, with the brackets that it leaves open where they must be closed.
    pub(super) fn finished(mut self, closes: bool) -> Mended {
        let mut text = joined(&self.written);
        if closes && !self.open.is_empty() {
            let closing: String = self.open.iter().rev().collect();
            let found = format!("開いたかっこが閉じていません: {}", shown(&text));
            self.reasons.push(Reason::new(found, format!("終わりに `{closing}`")));
            text.push_str(&closing);
        }
        Mended { text, reasons: self.reasons, lost: self.lost, told_by_shape: self.told_by_shape }
    }

    /// Writes pieces as they are.
    pub(super) fn copy(&mut self, tokens: &[Token]) {
        tokens.iter().for_each(|token| self.blank_or(token));
    }

    /// Writes a piece as it is, blanks and remarks as TOML takes them.
    pub(super) fn blank_or(&mut self, token: &Token) {
        if let Some(remark) = token.text.strip_prefix('＃').filter(|_| token.kind == Kind::Comment) {
            self.reasons.push(Reason::new("全角の「＃」があります", "半角の `#`"));
            return self.written.push(Token::new(Kind::Comment, format!("#{remark}")));
        }
        if !token.is_odd_blank() {
            self.written.push(token.clone());
            return;
        }
        let wide = token.text.contains('\u{3000}');
        let found = if wide { "全角の空白があります" } else { "目に見えない文字があります" };
        self.reasons.push(Reason::new(found, "半角の空白か、空白なし"));
        self.written.push(Token::new(Kind::Blank, " "));
    }

    /// Writes a mark in the width that TOML knows.
    pub(super) fn mark(&mut self, token: &Token, mark: char) {
        if !token.text.starts_with(mark) {
            let width = if token.text.len() > 1 { "全角の" } else { "" };
            let found = format!("{width}「{}」があります", token.text);
            self.reasons.push(Reason::new(found, format!("半角の `{mark}`")));
        }
        self.written.push(Token::new(Kind::Mark(mark), mark));
    }

    /// A key, in half-width letters.
    pub(super) fn key(&mut self, token: &Token) {
        if token.kind != Kind::Word {
            return self.blank_or(token);
        }
        let narrow: String = token.text.chars().map(half_width).collect();
        let plain = narrow.chars().all(is_of_path);
        self.last_key.clone_from(&narrow);
        if plain && narrow != token.text {
            let found = format!("キーに全角の文字があります: {}", shown(&token.text));
            self.reasons.push(Reason::new(found, format!("`{narrow}`")));
        }
        // Of a key that is none, the shape tells which there are.
        self.told_by_shape |= !plain;
        let written = if plain { narrow } else { value::quoted(&token.text) };
        self.written.push(Token::new(Kind::Word, written));
    }
}

/// Whether a letter may stand in a key path, in either width.
pub(super) fn is_of_path(letter: char) -> bool {
    let letter = half_width(letter);
    letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_' | '-')
}
