//! Values that are no list and no table: texts, numbers, days, and what was meant to be one.

use super::pen::{Pen, Reason, UNKNOWN};
use super::token::{CLOSING, Kind, Token};
use super::value::{self, Amended, shown};

impl Pen {
    /// A value that is no list and no table: all of its pieces are one.
    pub(super) fn simple(&mut self, value: &[Token], is_nested: bool) {
        let leading = value.iter().take_while(|token| !token.is_solid()).count();
        value.iter().take(leading).for_each(|blank| self.blank_or(blank));
        let end = value.iter().rposition(Token::is_solid).map_or(0, |last| last.saturating_add(1));
        let pieces: Vec<&Token> = value.iter().take(end).skip(leading).collect();
        let whole: String = pieces.iter().map(|token| token.text.as_str()).collect();
        let solid: Vec<&Token> = pieces.iter().copied().filter(|token| token.is_solid()).collect();
        match solid.as_slice() {
            [only] if only.kind == Kind::Text => self.text(only),
            [only] if only.kind == Kind::CurlyText => self.curly(&only.text),
            [first, mark] if first.kind == Kind::Text && is_junk(mark) => {
                let found = format!("値のあとに余分な「{}」があります", mark.text);
                self.reasons.push(Reason::new(found, shown(&first.text)));
                self.written.push((*first).clone());
            }
            [first, rest @ ..] if first.kind == Kind::Text && alternate(rest) && !is_nested => self.bare_list(&whole),
            [first, .., last] if first.kind == Kind::Text && closes_a_text(last) && !has_equals(&solid) => {
                self.quotes_within(&whole)
            }
            [first, ..] if first.kind == Kind::OpenText => self.open_text(&whole),
            [first, ..] if first.kind == Kind::Text && !has_equals(&solid) => {
                let found = format!("値のあとに余分な文字があります: {}", shown(&whole));
                self.reasons.push(Reason::new(found, format!("{}。メモなら、そのあとに `#` から", shown(&first.text))));
                self.written.push((*first).clone());
            }
            [first, ..] if has_equals(&solid) && !is_nested => {
                let found = format!("1行に2つのキーがあります: {}", shown(&whole));
                self.reasons.push(Reason::new(found, "1行に1つの `キー = 値`"));
                self.written.push((*first).clone());
            }
            _ => self.bare(&whole),
        }
        value.iter().skip(end).for_each(|blank| self.blank_or(blank));
    }

    fn text(&mut self, token: &Token) {
        let right = if token.text.starts_with('"') { escaped(&token.text) } else { token.text.clone() };
        if right != token.text {
            self.reasons.push(Reason::new(
                format!("文字の中に `\\` か、見えない文字があります: {}", shown(&token.text)),
                shown(&right),
            ));
        }
        self.written.push(Token::new(Kind::Text, right));
    }

    fn curly(&mut self, written: &str) {
        let mut letters = written.chars();
        letters.next();
        letters.next_back();
        let right = value::quoted(letters.as_str());
        self.reasons
            .push(Reason::new(format!("半角の \" でない引用符があります: {}", shown(written)), format!("`{right}`")));
        self.written.push(Token::new(Kind::Text, right));
    }

    fn quotes_within(&mut self, whole: &str) {
        let whole = whole.trim();
        let inner = whole.strip_prefix(['"', '\'']).unwrap_or(whole);
        let inner = inner.strip_suffix(['"', '\'']).unwrap_or(inner);
        let right = value::quoted(inner);
        self.reasons.push(Reason::new(
            format!("文字の中に \" があります: {}", shown(whole)),
            format!("「」にするか、`{right}`"),
        ));
        self.written.push(Token::new(Kind::Text, right));
    }

    fn bare_list(&mut self, whole: &str) {
        let right = format!("[{whole}]");
        self.reasons.push(Reason::new(format!("並びに [ ] がありません: {}", shown(whole)), shown(&right)));
        self.written.push(Token::new(Kind::Text, right));
    }

    fn open_text(&mut self, whole: &str) {
        let whole = whole.trim_end();
        let quote: String = whole.chars().take(1).collect();
        let right = format!("{}{quote}", whole.trim_end_matches(CLOSING).trim_end_matches('\\'));
        self.reasons.push(Reason::new(format!("閉じる {quote} がありません: {}", shown(whole)), shown(&right)));
        self.written.push(Token::new(Kind::Text, right));
    }

    fn bare(&mut self, whole: &str) {
        let Some(Amended { found, right, expected }) = value::amended(whole, &self.last_key) else {
            self.written.push(Token::new(Kind::Word, whole));
            return;
        };
        self.reasons.push(Reason::new(found, expected));
        let right = right.unwrap_or_else(|| format!("\"{UNKNOWN}\""));
        self.written.push(Token::new(Kind::Word, right));
    }
}

fn is_junk(token: &Token) -> bool {
    token.kind == Kind::Mark(',') || matches!(token.text.as_str(), ";" | "；" | "。" | "." | ":")
}

/// Whether commas and texts follow each other.
fn alternate(rest: &[&Token]) -> bool {
    let is_pair =
        |pair: &[&Token]| matches!(pair, [comma, text] if comma.kind == Kind::Mark(',') && text.kind == Kind::Text);
    !rest.is_empty() && rest.chunks(2).all(is_pair)
}

fn closes_a_text(token: &Token) -> bool {
    matches!(token.kind, Kind::Text | Kind::OpenText) || token.text.ends_with(['"', '\''])
}

fn has_equals(solid: &[&Token]) -> bool {
    solid.iter().any(|token| token.kind == Kind::Mark('='))
}

/// A text in straight quotes with its escapes as TOML takes them.
fn escaped(text: &str) -> String {
    let mut right = String::new();
    let mut letters = text.chars().filter(|letter| !super::token::is_unseen(*letter)).peekable();
    while let Some(letter) = letters.next() {
        right.push(letter);
        if letter == '\\' {
            match letters.next_if(|next| matches!(next, 'b' | 't' | 'n' | 'f' | 'r' | '"' | '\\')) {
                Some(known) => right.push(known),
                None => right.push('\\'),
            }
        }
    }
    right
}
