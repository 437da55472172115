//! One line that TOML does not take: what is wrong with it, and the line as it was meant.

use super::pen::{Mended, Pen, Reason, UNKNOWN, is_of_path};
use super::token::{Kind, Token, half_width, is_assignment, joined, tokens};
use super::value::shown;

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
    let tokens = tokens(line);
    if is_remark(line) && tokens.iter().any(Token::is_solid) {
        pen.remark(line);
    } else {
        pen.nested(tokens, due.last() == Some(&']'));
    }
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
    let ends = solid.last().is_some_and(|last| last.kind == Kind::Mark(']'))
        && !solid.iter().any(|token| token.kind == Kind::Mark('='));
    let bare = matches!(solid, [only] if path(only) && only.text.contains(['.', '．']));
    begins || ends || bare
}

/// Brackets that are none of TOML's.
const ROUND: [char; 8] = ['(', ')', '（', '）', '<', '>', '＜', '＞'];

impl Pen {
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
        if narrow.trim().is_empty() {
            return self.lone_brackets(tokens);
        }
        let twice = super::super::kinds::is_list(narrow.trim().split('.')).unwrap_or(count('[').max(count(']')) > 1);
        let right = if twice { format!("[[{narrow}]]") } else { format!("[{narrow}]") };
        let written: String = solid.iter().map(|token| token.text.as_str()).collect();
        let odd = tokens.iter().position(Token::is_odd_blank);
        if written != right || odd.is_some() {
            let what = match odd.and_then(|at| Some((at, tokens.get(at)?))) {
                Some((at, blank)) if written == right => {
                    let place = if at == 0 { "前" } else { "中か後" };
                    let blank =
                        if blank.text.contains('\u{3000}') { "全角の空白" } else { "目に見えない文字" };
                    format!("見出しの{place}に{blank}があります")
                }
                _ => "見出しの書き方がちがいます".to_owned(),
            };
            let found = format!("{what}: {}", shown(&joined(tokens)));
            self.reasons.push(Reason::new(found, format!("`{right}`")));
        }
        self.written.push(Token::new(Kind::Word, right));
        if let Some(comment) = tokens.iter().find(|token| token.kind == Kind::Comment) {
            self.written.push(Token::new(Kind::Blank, " "));
            self.blank_or(comment);
        }
    }

    /// Brackets with nothing in them: those that close nothing are only too many, a heading has lost its name.
    fn lone_brackets(&mut self, tokens: &[Token]) {
        let closing = |token: &&Token| token.is_solid() && token.kind != Kind::Mark(']');
        if tokens.iter().find(closing).is_none() {
            let found = format!("余分なかっこがあります: {}", shown(&joined(tokens)));
            return self.reasons.push(Reason::new(found, "開くかっこと同じ数の、閉じるかっこ"));
        }
        let found = format!("名前のない見出しがあります: {}", shown(&joined(tokens)));
        self.reasons.push(Reason::new(found, "`[見出し]` か `[[見出し]]`"));
        self.lost = true;
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
            self.lost = true;
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
}
