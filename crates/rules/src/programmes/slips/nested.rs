//! Lists and tables on one line: their brackets and commas.

use super::line::{Pen, Reason};
use super::token::{Kind, Token, half_width};

impl Pen {
    /// A list or a table on one line: each of its values is mended, its brackets are paired, its commas set.
    pub(super) fn nested(&mut self, tokens: Vec<Token>, mut expects_value: bool) {
        let mut rest = tokens.into_iter().peekable();
        while let Some(token) = rest.next() {
            match token.kind {
                Kind::Blank => self.blank_or(&token),
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
                    let mut extent = vec![token];
                    while let Some(more) = rest.next_if(|next| continues(&extent, next)) {
                        extent.push(more);
                    }
                    self.simple(&extent, true);
                    expects_value = false;
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

/// Whether a piece still belongs to the value of a list or table that has begun.
fn continues(extent: &[Token], next: &Token) -> bool {
    let is_bare = extent.iter().all(|token| matches!(token.kind, Kind::Word | Kind::Blank));
    let is_meant_as_text = matches!(next.kind, Kind::Mark(_)) && next.text.len() > 1 && extent.iter().any(is_prose);
    is_bare && (matches!(next.kind, Kind::Word | Kind::Blank | Kind::CurlyText) || is_meant_as_text)
}

/// Whether a word is of a sentence, in which full-width marks are its own.
fn is_prose(token: &Token) -> bool {
    token.text.chars().any(|letter| letter.is_alphabetic() && !half_width(letter).is_ascii())
}
