//! One line that TOML does not take: what is wrong with it, and the line as it was meant.

use super::token::{CLOSING, Kind, Token, half_width, is_assignment, joined, tokens};
use super::value::{self, Amended, shown};

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
}

/// A line as it was meant; without a reason where nothing in it alone is wrong. `closes` where no bracket may stay open
/// at its end.
pub(super) fn mended(line: &str, closes: bool) -> Mended {
    let mut pen = Pen::default();
    let tokens = tokens(line);
    let solid: Vec<&Token> = tokens.iter().filter(|token| token.is_solid()).collect();
    match solid.as_slice() {
        [] => pen.copy(&tokens),
        _ if is_remark(line) => pen.remark(line),
        _ if is_header(&solid) => pen.header(&tokens),
        _ => pen.assignment(tokens),
    }
    pen.finished(closes)
}

/// A line of a list or table that an earlier line began, and that these brackets will close.
pub(super) fn mended_within(line: &str, due: &[char]) -> Mended {
    let mut pen = Pen { open: due.to_vec(), ..Pen::default() };
    pen.nested(tokens(line), due.last() == Some(&']'));
    pen.finished(false)
}

/// Whether a line is a remark behind a mark of another language.
fn is_remark(line: &str) -> bool {
    const MARKS: [char; 8] = ['＃', '※', '/', ';', '；', '・', '＊', '*'];
    line.trim_start().starts_with(MARKS) && !is_assignment(line.trim_start().trim_start_matches(MARKS))
}

/// Whether a line is a heading: in brackets, or in one of them.
fn is_header(solid: &[&Token]) -> bool {
    let path = |token: &&Token| token.kind == Kind::Word && token.text.trim_matches(ROUND).chars().all(is_of_path);
    let bracket = |token: &&Token| matches!(token.kind, Kind::Mark('[' | ']'));
    let begins = solid.first().is_some_and(bracket);
    let ends = solid.last().is_some_and(bracket) && !solid.iter().any(|token| token.kind == Kind::Mark('='));
    let bare = matches!(solid, [only] if path(only) && only.text.contains(['.', '．']));
    begins || ends || bare
}

/// Brackets that are none of TOML's.
const ROUND: [char; 8] = ['(', ')', '（', '）', '<', '>', '＜', '＞'];

fn is_of_path(letter: char) -> bool {
    let letter = half_width(letter);
    letter.is_ascii_alphanumeric() || matches!(letter, '.' | '_' | '-')
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
}

impl Pen {
    /// The line, with the brackets that it leaves open where they must be closed.
    fn finished(mut self, closes: bool) -> Mended {
        let mut text = joined(&self.written);
        if closes && !self.open.is_empty() {
            let closing: String = self.open.iter().rev().collect();
            let found = format!("開いたかっこが閉じていません: {}", shown(&text));
            self.reasons.push(Reason::new(found, format!("終わりに `{closing}`")));
            text.push_str(&closing);
        }
        Mended { text, reasons: self.reasons }
    }

    fn copy(&mut self, tokens: &[Token]) {
        tokens.iter().for_each(|token| self.blank_or(token));
    }

    /// Writes a piece as it is, blanks and remarks as TOML takes them.
    pub(super) fn blank_or(&mut self, token: &Token) {
        if let Some(remark) = token.text.strip_prefix('＃').filter(|_| token.kind == Kind::Comment) {
            self.reasons.push(Reason::new("全角の「＃」があります", "半角の `#`"));
            return self.written.push(Token::new(Kind::Comment, format!("#{remark}")));
        }
        if token.kind != Kind::Blank || token.text.chars().all(|letter| matches!(letter, ' ' | '\t' | '\r')) {
            self.written.push(token.clone());
            return;
        }
        let wide = token.text.contains('\u{3000}');
        let found = if wide { "全角の空白があります" } else { "目に見えない文字があります" };
        self.reasons.push(Reason::new(found, "半角の空白か、空白なし"));
        self.written.push(Token::new(Kind::Blank, " "));
    }

    pub(super) fn mark(&mut self, token: &Token, mark: char) {
        if !token.text.starts_with(mark) {
            let width = if token.text.len() > 1 { "全角の" } else { "" };
            let found = format!("{width}「{}」があります", token.text);
            self.reasons.push(Reason::new(found, format!("半角の `{mark}`")));
        }
        self.written.push(Token::new(Kind::Mark(mark), mark));
    }

    fn remark(&mut self, line: &str) {
        let mark: String = line.trim().chars().take(1).collect();
        self.reasons.push(Reason::new(format!("「{mark}」で始まるメモがあります"), "`#` で始まるメモ"));
        self.written.push(Token::new(Kind::Comment, format!("# {line}")));
    }

    /// A heading, in as many brackets as it was meant to have.
    fn header(&mut self, tokens: &[Token]) {
        let solid: Vec<&Token> = tokens.iter().filter(|token| token.is_solid()).collect();
        let count = |mark| solid.iter().filter(|token| token.kind == Kind::Mark(mark)).count();
        let is_bracket = |token: &&Token| matches!(token.kind, Kind::Mark('[' | ']'));
        // What stands behind the closing bracket is no part of it.
        let path = solid.iter().skip_while(|token| is_bracket(token)).take_while(|token| !is_bracket(token));
        let path: String = path.map(|token| token.text.trim_matches(ROUND)).collect();
        let narrow: String =
            path.chars().map(half_width).map(|letter| if letter == ',' { '.' } else { letter }).collect();
        let narrow = narrow.replace(['、', '。', '・', '"'], ".");
        let twice = super::super::kinds::is_list(narrow.trim().split('.')).unwrap_or(count('[').max(count(']')) > 1);
        let right = if twice { format!("[[{narrow}]]") } else { format!("[{narrow}]") };
        let indent = tokens.iter().take_while(|token| token.kind == Kind::Blank).map(|token| token.text.as_str());
        let written: String = solid.iter().map(|token| token.text.as_str()).collect();
        let comment = tokens.iter().find(|token| token.kind == Kind::Comment).map_or("", |token| token.text.as_str());
        if written != right || indent.clone().any(|blank| blank.contains('\u{3000}')) {
            let what = if written == right {
                "見出しの前に全角の空白があります"
            } else {
                "見出しの書き方がちがいます"
            };
            let found = format!("{what}: {}", shown(&joined(tokens)));
            self.reasons.push(Reason::new(found, format!("`{right}`")));
        }
        self.written.push(Token::new(Kind::Word, format!("{right} {comment}")));
    }

    /// `key = value`.
    fn assignment(&mut self, tokens: Vec<Token>) {
        let end = tokens.iter().position(|token| token.kind == Kind::Mark('='));
        let mut rest = tokens.into_iter().peekable();
        let Some(_) = end else { return self.without_equals(&rest.collect::<Vec<_>>()) };
        while let Some(token) = rest.next_if(|token| token.kind != Kind::Mark('=')) {
            self.key(&token);
        }
        if let Some(equals) = rest.next() {
            self.mark(&equals, '=');
        }
        while let Some(more) = rest.next_if(|token| token.kind == Kind::Mark('=')) {
            self.reasons.push(Reason::new(format!("余分な「{}」があります", more.text), "1つの `=`"));
        }
        let rest: Vec<Token> = rest.collect();
        self.value(rest);
    }

    pub(super) fn key(&mut self, token: &Token) {
        if token.kind != Kind::Word {
            return self.blank_or(token);
        }
        let narrow: String = token.text.chars().map(half_width).collect();
        let plain = narrow.chars().all(is_of_path);
        if plain && narrow != token.text {
            let found = format!("キーに全角の文字があります: {}", shown(&token.text));
            self.reasons.push(Reason::new(found, format!("`{narrow}`")));
        }
        // Of a key that is none, the shape tells which there are.
        let written = if plain { narrow } else { value::quoted(&token.text) };
        self.written.push(Token::new(Kind::Word, written));
    }

    /// `key: value`, `key value`, or no assignment at all.
    fn without_equals(&mut self, tokens: &[Token]) {
        let whole = joined(tokens);
        let (key, value) = whole.trim().split_once([':', '：', ' ', '\u{3000}', '→']).unwrap_or(("", ""));
        let value = value.trim_start_matches([' ', '\u{3000}', ':', '：']);
        let narrow: String = key.chars().map(half_width).collect();
        if narrow.is_empty() || value.is_empty() || !narrow.trim().chars().all(is_of_path) {
            let found = format!("`キー = 値` になっていない行があります: {}", shown(&whole));
            self.reasons
                .push(Reason::new(found, "`キー = 値` の行。メモなら `#` から、文字の続きなら前の行につなげます"));
            return;
        }
        let found = format!("キーと値の間に `=` がありません: {}", shown(&whole));
        let inner = mended(&format!("{} = {value}", narrow.trim()), false);
        self.reasons.push(Reason::new(found, shown(&inner.text)));
        self.written.push(Token::new(Kind::Word, inner.text));
    }

    /// The value of a line, up to its comment.
    fn value(&mut self, tokens: Vec<Token>) {
        let (value, comment): (Vec<Token>, Vec<Token>) =
            tokens.into_iter().partition(|token| token.kind != Kind::Comment);
        let solid: Vec<&Token> = value.iter().filter(|token| token.is_solid()).collect();
        match solid.as_slice() {
            [] => {
                self.reasons
                    .push(Reason::new("値がありません", "`=` の右に書いた値。書くことがなければ、行ごと消します"));
                self.written.push(Token::new(Kind::Text, format!(" \"{UNKNOWN}\"")));
            }
            [first, .., last] if first.text == "(" && last.text.ends_with([')', '）']) => {
                let whole: String = value.iter().map(|token| token.text.as_str()).collect();
                let right = format!("[{}]", whole.trim().trim_matches(ROUND));
                self.reasons.push(Reason::new(format!("並びのかっこがちがいます: {}", shown(&whole)), shown(&right)));
                self.written.push(Token::new(Kind::Text, format!(" {right}")));
            }
            [first, ..] if matches!(first.kind, Kind::Mark('[' | '{')) => self.nested(value, true),
            _ => self.simple(&value, false),
        }
        self.copy(&comment);
    }

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
        let Some(Amended { found, right, expected }) = value::amended(whole) else {
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
