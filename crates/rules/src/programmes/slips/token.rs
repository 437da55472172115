//! A line of a rule file in its pieces, told apart as a person would tell them: full-width marks and curly quotes are
//! what they were meant to be.

/// A piece of a line, with its text as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// What it was meant to be.
    pub kind: Kind,
    /// As it is written.
    pub text: String,
}

/// What a piece of a line was meant to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Blanks of any width, and what can't be seen.
    Blank,
    /// A text in straight quotes, closed.
    Text,
    /// A text in straight quotes up to the end of the line.
    OpenText,
    /// A text in quotes of another form.
    CurlyText,
    /// Anything else without blanks: a key, a number, a date, a text whose quotes were forgotten.
    Word,
    /// One of `=`, `,`, `[`, `]`, `{`, `}`, in whatever width it is written.
    Mark(char),
    /// From `#` to the end of the line.
    Comment,
}

impl Token {
    /// A piece of this kind.
    pub fn new(kind: Kind, text: impl Into<String>) -> Token {
        Token { kind, text: text.into() }
    }

    /// Whether it is of blanks that TOML does not take.
    pub fn is_odd_blank(&self) -> bool {
        self.kind == Kind::Blank && !self.text.chars().all(|letter| matches!(letter, ' ' | '\t' | '\r'))
    }

    /// Whether it carries anything: neither blanks nor a comment.
    pub fn is_solid(&self) -> bool {
        !matches!(self.kind, Kind::Blank | Kind::Comment)
    }
}

/// The pieces of a line, which put together give the line again.
pub(super) fn tokens(line: &str) -> Vec<Token> {
    let mut rest = line;
    let mut tokens = Vec::new();
    while let Some(first) = rest.chars().next() {
        let is_remark = first == '＃' && tokens.last().is_none_or(|last: &Token| last.kind == Kind::Blank);
        let (kind, length) = if is_remark {
            (Kind::Comment, rest.len())
        } else if tokens.last().is_some_and(|last| last.kind == Kind::Word) && closes_a_word(rest) {
            (Kind::OpenText, 1)
        } else {
            piece(first, rest)
        };
        let (text, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        tokens.push(Token::new(kind, text));
        rest = after;
    }
    tokens
}

/// The line that pieces make.
pub(super) fn joined(tokens: &[Token]) -> String {
    tokens.iter().map(|token| token.text.as_str()).collect()
}

fn piece(first: char, rest: &str) -> (Kind, usize) {
    match first {
        '"' | '\'' => straight(first, rest),
        '#' => (Kind::Comment, rest.len()),
        _ if is_blank(first) => (Kind::Blank, run(rest, is_blank)),
        _ if is_curly(first) => curly(rest).unwrap_or_else(|| (Kind::Word, word(rest))),
        _ => match mark(first).or_else(|| round(rest)) {
            Some(mark) => (Kind::Mark(mark), first.len_utf8()),
            None => (Kind::Word, word(rest)),
        },
    }
}

fn straight(quote: char, rest: &str) -> (Kind, usize) {
    let mut escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        if letter == quote && !escaped {
            return (Kind::Text, at.saturating_add(1));
        }
        escaped = quote == '"' && letter == '\\' && !escaped;
    }
    (Kind::OpenText, open_text(rest))
}

/// How long a text is that no quote closes: up to a comment, without the comma before it.
fn open_text(rest: &str) -> usize {
    let comment =
        rest.match_indices('#').find(|(at, _)| rest.get(..*at).is_some_and(|before| before.ends_with(is_blank)));
    let text = comment.and_then(|(at, _)| rest.get(..at)).unwrap_or(rest).trim_end_matches(is_blank);
    text.strip_suffix([',', '、', '，']).unwrap_or(text).len().max(1)
}

/// Whether a quote stands behind a word whose own first one was forgotten: what follows it is no text.
fn closes_a_word(rest: &str) -> bool {
    let after = rest.strip_prefix('"').map(|after| after.trim_start_matches(is_blank));
    after.is_some_and(|after| after.is_empty() || after.starts_with([',', '、', '，', ']', '}', '#', '＃']))
}

/// For each line, whether a text over several lines (`"""`) goes on where it begins. One that is never closed is none, and its
/// line is given beside.
pub(super) fn within_long_texts(lines: &[String]) -> (Vec<bool>, Option<usize>) {
    let mut within = Vec::with_capacity(lines.len());
    let mut open: Option<(&str, usize)> = None;
    for line in lines {
        within.push(open.is_some());
        let mut rest = line.as_str();
        while let Some(first) = rest.chars().next() {
            let length = match open {
                Some((quotes, _)) => match rest.find(quotes) {
                    Some(at) => {
                        open = None;
                        at.saturating_add(quotes.len())
                    }
                    None => rest.len(),
                },
                None => match LONG_QUOTES.iter().find(|quotes| rest.starts_with(**quotes)) {
                    Some(quotes) => {
                        open = Some((quotes, within.len()));
                        quotes.len()
                    }
                    None => piece(first, rest).1,
                },
            };
            rest = rest.get(length..).unwrap_or_default();
        }
    }
    let never_closed = open.map_or(within.len(), |(_, opened)| opened);
    within.iter_mut().skip(never_closed).for_each(|line| *line = false);
    (within, open.map(|(_, opened)| opened.saturating_sub(1)))
}

/// What opens and closes a text over several lines.
const LONG_QUOTES: [&str; 2] = ["\"\"\"", "'''"];

fn curly(rest: &str) -> Option<(Kind, usize)> {
    let closes = |(_, letter): &(usize, char)| is_curly(*letter) || *letter == '"';
    let (at, close) = rest.char_indices().skip(1).find(closes)?;
    Some((Kind::CurlyText, at.saturating_add(close.len_utf8())))
}

/// How long the word is that begins here. A comma between digits, three after it, belongs to the number.
fn word(rest: &str) -> usize {
    let mut before = None;
    for (at, letter) in rest.char_indices() {
        let ends = at > 0 && (is_blank(letter) || mark(letter).is_some() || matches!(letter, '"' | '#'));
        let groups = mark(letter) == Some(',') && before.is_some_and(is_digit) && three_digits(rest.get(at..));
        if ends && !groups {
            return at;
        }
        before = Some(letter);
    }
    rest.len()
}

/// Whether three digits follow the first letter, and no fourth.
fn three_digits(rest: Option<&str>) -> bool {
    rest.is_some_and(|rest| rest.chars().skip(1).take_while(|letter| is_digit(*letter)).count() == 3)
}

/// How many bytes from the beginning are made of such letters.
fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|letter| !belongs(letter)).unwrap_or(text.len())
}

/// A round bracket before a key or after a table was meant as a curly one: `[( days = "月" )]`.
fn round(rest: &str) -> Option<char> {
    let (bracket, after) = (rest.chars().next()?, rest.get(rest.chars().next()?.len_utf8()..)?);
    let after = after.trim_start();
    let key = run(after, |letter| letter.is_ascii_lowercase() || letter == '_');
    let before_key = key > 0 && after.get(key..).is_some_and(|after| after.trim_start().starts_with(['=', '＝']));
    match bracket {
        '(' | '（' if before_key => Some('{'),
        ')' | '）' if after.is_empty() || after.starts_with([',', ']', '}']) => Some('}'),
        _ => None,
    }
}

/// The half-width mark that a letter stands for, if it stands for one.
fn mark(letter: char) -> Option<char> {
    Some(match letter {
        '=' | '＝' => '=',
        ',' | '，' | '、' | '､' => ',',
        '[' | '［' | '【' | '〔' => '[',
        ']' | '］' | '】' | '〕' => ']',
        '{' | '｛' => '{',
        '}' | '｝' => '}',
        _ => return None,
    })
}

/// The other letters that are meant as a closing quote, where a straight one opened.
pub(super) const CLOSING: [char; 5] = ['”', '＂', '″', '〟', '’'];

/// Whether a letter is a digit of either width.
pub(super) fn is_digit(letter: char) -> bool {
    half_width(letter).is_ascii_digit()
}

/// A letter in the narrow form that TOML knows, where it has one.
pub(super) fn half_width(letter: char) -> char {
    const AWAY: u32 = '！' as u32 - '!' as u32;
    match letter {
        '！'..='～' => u32::from(letter).checked_sub(AWAY).and_then(char::from_u32).unwrap_or(letter),
        '\u{3000}' | '\u{a0}' => ' ',
        '−' | '‐' | '‑' | '–' | '—' | 'ー' => '-',
        _ => letter,
    }
}

/// A quote that TOML does not know.
pub(super) fn is_curly(letter: char) -> bool {
    matches!(
        letter,
        '“' | '”'
            | '„'
            | '‟'
            | '＂'
            | '″'
            | '〝'
            | '〟'
            | '‘'
            | '’'
            | '＇'
            | '「'
            | '」'
            | '『'
            | '』'
            | '`'
    )
}

/// A blank of any width, or a letter that nobody sees.
fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || is_unseen(letter)
}

/// A letter that nobody sees and TOML does not take.
pub(super) fn is_unseen(letter: char) -> bool {
    (letter.is_control() && letter != '\t')
        || matches!(letter, '\u{a0}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Whether a text is a key, or several with dots between.
pub(super) fn is_path(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
}

/// Whether a line gives a key its value.
pub(super) fn is_assignment(line: &str) -> bool {
    line.split_once('=').is_some_and(|(key, _)| is_path(key.trim()))
}
