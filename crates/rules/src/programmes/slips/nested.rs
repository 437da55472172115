//! Lists and tables on one line: their brackets and commas.

use super::pen::{Pen, Reason};
use super::token::{Kind, Token, half_width};

impl Pen {
    /// A list or a table on one line: each of its values is mended, its brackets are paired, its commas set.
    pub(super) fn nested(&mut self, tokens: Vec<Token>, mut expects_value: bool) {
        let mut rest = tokens.into_iter().peekable();
        while let Some(token) = rest.next() {
            match token.kind {
                Kind::Blank | Kind::Comment => self.blank_or(&token),
                Kind::Mark('=') => {
                    self.mark(&token, '=');
                    expects_value = true;
                }
                Kind::Mark(',') => {
                    self.mark(&token, ',');
                    expects_value = self.open.last() == Some(&']');
                }
                Kind::Mark(open @ ('[' | '{')) => {
                    self.mark(&token, open);
                    self.open.push(if open == '[' { ']' } else { '}' });
                    expects_value = open == '[';
                }
                Kind::Mark(close) => {
                    self.close(&token, close);
                    expects_value = false;
                }
                _ if expects_value => {
                    let mut extent = Extent::of(token);
                    while let Some(more) = rest.next_if(|next| extent.goes_on_with(next)) {
                        extent.push(more);
                    }
                    self.simple(&extent.tokens, true);
                    expects_value = false;
                }
                Kind::Word if matches!(token.text.as_str(), ";" | "；" | "." | "。") => {
                    self.mark(&token, ',');
                    expects_value = self.open.last() == Some(&']');
                }
                _ => {
                    self.missing_comma(&token);
                    expects_value = self.open.last() == Some(&']');
                    if expects_value {
                        self.simple(&[token], true)
                    } else {
                        self.key(&token)
                    }
                    expects_value = false;
                }
            }
        }
    }

    /// A bracket that closes: the one that is due, whichever is written.
    fn close(&mut self, token: &Token, close: char) {
        let Some(due) = self.open.pop() else {
            self.reasons
                .push(Reason::new(format!("余分な「{}」があります", token.text), "開くかっこと同じ数の、閉じるかっこ"));
            return;
        };
        if due == close {
            return self.mark(token, close);
        }
        let found = format!("かっこの組が合いません: 「{}」で閉じています", token.text);
        self.reasons.push(Reason::new(found, format!("`{due}` で閉じます")));
        self.written.push(Token::new(Kind::Mark(due), due));
        // The bracket that is written closes the one around it.
        if self.open.last() == Some(&close) {
            self.open.pop();
            self.written.push(Token::new(Kind::Mark(close), close));
        }
    }

    fn missing_comma(&mut self, token: &Token) {
        let before = self.written.iter().rev().find(|token| token.is_solid());
        let Some(before) = before.filter(|before| !matches!(before.kind, Kind::Mark('[' | '{' | ','))) else { return };
        let found = format!("「{}」と「{}」の間に `,` がありません", before.text, token.text);
        self.reasons.push(Reason::new(found, format!("`{}, {}`", before.text, token.text)));
        let at = self.written.iter().rposition(Token::is_solid).map_or(0, |at| at.saturating_add(1));
        self.written.insert(at.min(self.written.len()), Token::new(Kind::Mark(','), ","));
    }
}

/// The value of a list or table that has begun, as far as it is read.
struct Extent {
    tokens: Vec<Token>,
    /// Whether it is of words alone: a text in quotes ends with them.
    is_bare: bool,
    /// Whether a word of it is of a sentence.
    is_prose: bool,
}

impl Extent {
    fn of(first: Token) -> Extent {
        let mut extent = Extent { tokens: Vec::new(), is_bare: true, is_prose: false };
        extent.push(first);
        extent
    }

    fn push(&mut self, token: Token) {
        self.is_bare &= matches!(token.kind, Kind::Word | Kind::Blank);
        self.is_prose |= is_prose(&token);
        self.tokens.push(token);
    }

    /// Whether a piece still belongs to it.
    fn goes_on_with(&self, next: &Token) -> bool {
        let is_meant_as_text = matches!(next.kind, Kind::Mark(_)) && next.text.len() > 1 && self.is_prose;
        let is_closing_quote = next.kind == Kind::OpenText && next.text.len() == 1;
        let is_of_words = matches!(next.kind, Kind::Word | Kind::Blank | Kind::CurlyText);
        self.is_bare && (is_of_words || is_closing_quote || is_meant_as_text)
    }
}

/// Whether a word is of a sentence, in which full-width marks are its own.
fn is_prose(token: &Token) -> bool {
    token.text.chars().any(|letter| letter.is_alphabetic() && !half_width(letter).is_ascii())
}
