//! Slips of the pen: lines that TOML does not take. Each is told as what it was meant to be, and mended in a copy of the
//! file, so that nothing that only follows from it is told as well, and all else is.

mod line;
mod nested;
mod pen;
mod simple;
mod token;
mod value;

use std::collections::{BTreeMap, BTreeSet};

use pen::{Mended, Reason, UNKNOWN};
use token::{Kind, Token, is_assignment, is_path, joined, tokens, within_long_texts};
use value::shown;

use super::kinds;
use super::tree::{SyntaxError, Tree};

/// A slip, told at its line.
pub(super) struct Slip {
    /// Counted from 1.
    pub line: usize,
    /// What stands there.
    pub found: String,
    /// What would be right.
    pub expected: String,
}

/// What could be read of a file.
pub(super) struct Read {
    /// Its values, without those that nobody can guess; none where too much is left unread to say what is missing.
    pub tree: Option<Tree>,
    /// The slips, in the order of their lines.
    pub slips: Vec<Slip>,
}

/// So many times a file is mended and read again at most: what is no rule file must not take seconds to say so.
const MOST: usize = 60;

/// Reads a file as it was meant.
pub(super) fn read(text: &str) -> Read {
    let mut copy = Copy::of(text);
    copy.mend_headings();
    let mut rounds = 0..MOST;
    let (tree, unread) = loop {
        match Tree::parse(&copy.lines.join("\n")) {
            Ok(mut whole) => {
                whole.remove_text(UNKNOWN);
                break (Some(whole).filter(|_| !copy.lost), None);
            }
            Err(error) if rounds.next().is_none() => break (None, Some(error.line)),
            Err(error) => copy.mend(&error),
        }
    };
    let slip = |(line, reason): (usize, Reason)| Slip {
        line: line.saturating_add(1),
        found: reason.found,
        expected: reason.expected,
    };
    let more = |line: usize| Slip {
        line,
        found: "間違いが多いので、ここから先はまだ全部は読んでいません".to_owned(),
        expected: "上の間違いを直してから、もう一度 cargo xtask check".to_owned(),
    };
    Read { tree, slips: copy.told.into_iter().map(slip).chain(unread.map(more)).collect() }
}

/// The lines of a file, as far as they are mended. Lines are counted from 0.
struct Copy {
    lines: Vec<String>,
    /// One reason a line: what else is wrong with it shows once that is put right.
    told: BTreeMap<usize, Reason>,
    /// Lines that were rewritten once and are not guessed at again.
    tried: BTreeSet<usize>,
    /// Whether lines were left out whose content may be missed elsewhere.
    lost: bool,
}

impl Copy {
    fn of(text: &str) -> Copy {
        let lines = text.split('\n').map(|line| line.trim_end_matches('\r').to_owned()).collect();
        Copy { lines, told: BTreeMap::new(), tried: BTreeSet::new(), lost: false }
    }

    fn line(&self, at: usize) -> &str {
        self.lines.get(at).map_or("", String::as_str)
    }

    fn write(&mut self, at: usize, text: String) {
        if let Some(line) = self.lines.get_mut(at) {
            *line = text;
        }
    }

    fn tell(&mut self, at: usize, reason: Reason) {
        self.told.entry(at).or_insert(reason);
    }

    /// Headings that TOML takes, in as many brackets as the shape wants, and with `period` before them.
    fn mend_headings(&mut self) {
        for (at, is_of_text) in within_long_texts(&self.lines).0.into_iter().enumerate() {
            let Some(heading) = Heading::of(self.line(at)).filter(|_| !is_of_text) else { continue };
            let below = Heading { path: format!("period.{}", heading.path), ..heading };
            let right = match (heading.shape(), below.shape()) {
                (Some(repeats), _) => heading.in_brackets(repeats),
                (None, Some(repeats)) => below.in_brackets(repeats),
                (None, None) => continue,
            };
            let written = heading.in_brackets(heading.repeats);
            if written != right {
                let what = if heading.shape().is_some() {
                    "見出しのかっこの数がちがいます"
                } else {
                    "この見出しはありません"
                };
                self.tell(at, Reason::new(format!("{what}: {}", shown(&written)), shown(&right)));
                self.write(at, right);
            }
        }
    }

    fn mend(&mut self, error: &SyntaxError) {
        let at = error.line.saturating_sub(1).min(self.lines.len().saturating_sub(1));
        if error.is_repeated_key {
            return self.repeated(at, &error.key);
        }
        if self.unclosed_text() {
            return;
        }
        let open = self.open_before(at);
        if self.tried.contains(&at) {
            return self.give_up(at, open.is_empty());
        }
        if let Some((opened, _)) = open.first() {
            return self.within(at, *opened, &open);
        }
        if self.broken_text(at) || self.unopened(at) {
            return;
        }
        let closes = self.ends_here(at);
        self.rewrite(at, line::mended(self.line(at), closes), true);
    }

    /// Puts a mended line in its place, with what was wrong; gives it up where nothing was found.
    fn rewrite(&mut self, at: usize, mended: Mended, is_whole: bool) {
        let Mended { text, reasons, lost, told_by_shape } = mended;
        // No line is read otherwise than it is written without a word of why.
        if text == self.line(at) || (reasons.is_empty() && !told_by_shape) {
            return self.give_up(at, is_whole);
        }
        self.tried.insert(at);
        self.lost |= lost;
        if let Some(reason) = one(reasons, &text) {
            self.tell(at, reason);
        }
        self.write(at, text);
    }

    /// A line that nobody can read: its key keeps its place, without a value.
    fn give_up(&mut self, at: usize, is_whole: bool) {
        let written = self.line(at).to_owned();
        let reason = Reason::new(
            format!("読めない行があります: {}", shown(&written)),
            "`キー = 値`、`[見出し]`、`# メモ` のどれか。文字は \" で囲みます",
        );
        self.tell(at, reason);
        let key = written.split_once('=').map(|(key, _)| key.trim()).filter(|key| is_path(key));
        let unknown = key.map(|key| format!("{key} = \"{UNKNOWN}\"")).filter(|unknown| *unknown != written && is_whole);
        self.lost |= unknown.is_none();
        self.write(at, unknown.unwrap_or_default());
    }

    /// A line between a bracket that is open and the one that should close it.
    fn within(&mut self, at: usize, opened: usize, open: &[(usize, char)]) {
        let written = self.line(at);
        let starts_anew =
            Heading::of(written).is_some() || (is_assignment(written) && open.iter().all(|(_, due)| *due == ']'));
        let due: Vec<char> = open.iter().map(|(_, due)| *due).collect();
        let last = at.checked_sub(1).and_then(|before| (opened..=before).rev().find(|at| self.is_solid(*at)));
        let last = last.unwrap_or(opened);
        if starts_anew || self.ends_with(at) {
            let closing: String = due.iter().rev().collect();
            let shown = shown(self.line(opened));
            self.tell(
                opened,
                Reason::new(format!("開いたかっこが閉じていません: {shown}"), format!("終わりに `{closing}`")),
            );
            self.tried.insert(opened);
            return self.append(last, &closing);
        }
        let mended = line::mended_within(written, &due);
        if !mended.reasons.is_empty() {
            return self.rewrite(at, mended, false);
        }
        if self.lacks_comma(last) {
            let value: Vec<Token> =
                tokens(self.line(last)).into_iter().filter(|token| token.kind != Kind::Comment).collect();
            let shown = shown(&joined(&value));
            self.tell(last, Reason::new(format!("値のあとに `,` がありません: {shown}"), "次の値との間に `,`"));
            return self.append(last, ",");
        }
        self.give_up(at, false);
    }

    /// Whether a line holds more than blanks and a comment.
    fn is_solid(&self, at: usize) -> bool {
        tokens(self.line(at)).iter().any(Token::is_solid)
    }

    fn lacks_comma(&self, at: usize) -> bool {
        let tokens = tokens(self.line(at));
        let last = tokens.iter().rev().find(|token| token.is_solid());
        last.is_some_and(|last| !matches!(last.kind, Kind::Mark('[' | '{' | ',')))
    }

    /// Writes more at the end of a line, before its comment.
    fn append(&mut self, at: usize, more: &str) {
        let mut tokens = tokens(self.line(at));
        let after = tokens.iter().rposition(Token::is_solid).map_or(0, |last| last.saturating_add(1));
        tokens.insert(after.min(tokens.len()), Token::new(Kind::Word, more));
        self.write(at, joined(&tokens));
    }

    /// A text with a line break in it: the next line closes it.
    fn broken_text(&mut self, at: usize) -> bool {
        let ends_open =
            tokens(self.line(at)).last().is_some_and(|last| last.kind == Kind::OpenText && last.text.len() > 1);
        let next = at.saturating_add(1);
        let closing = self.line(next).to_owned();
        let closes = closing.trim_end().ends_with('"') && closing.matches('"').count() == 1 && !closing.contains('=');
        if !ends_open || !closes {
            return false;
        }
        let whole = format!("{}{}", self.line(at).trim_end(), closing.trim());
        self.tell(at, Reason::new(format!("文字の途中で行が変わっています: {}", shown(self.line(at))), shown(&whole)));
        self.write(at, whole);
        self.write(next, String::new());
        true
    }

    /// A list over several lines that is closed and was never opened: `key =`, values, `]`.
    fn unopened(&mut self, at: usize) -> bool {
        let solid =
            |line: &str| tokens(line).into_iter().filter(Token::is_solid).map(|token| token.kind).collect::<Vec<_>>();
        let lacks_value = matches!(solid(self.line(at)).as_slice(), [Kind::Word, Kind::Mark('=')]);
        let below = (at.saturating_add(1)..self.lines.len()).map(|below| self.line(below));
        let mut values = below.take_while(|line| Heading::of(line).is_none() && !is_assignment(line));
        if !lacks_value || !values.any(|line| matches!(solid(line).as_slice(), [Kind::Mark(']')])) {
            return false;
        }
        let written = shown(self.line(at));
        self.append(at, " [");
        let right = shown(self.line(at));
        self.tell(at, Reason::new(format!("並びを開く `[` がありません: {written}"), right));
        true
    }

    /// A text over several lines that nothing closes: it ends with its line.
    fn unclosed_text(&mut self) -> bool {
        let (_, Some(opened)) = within_long_texts(&self.lines) else { return false };
        let written = self.line(opened).to_owned();
        let quotes: String = if written.contains("\"\"\"") { "\"".repeat(3) } else { "'".repeat(3) };
        let Some((before, text)) = written.rsplit_once(&quotes) else { return false };
        if !is_assignment(&written) {
            return false;
        }
        let text = text.trim_end().trim_end_matches(['"', '\'']);
        self.tell(
            opened,
            Reason::new(format!("閉じる {quotes} がありません: {}", shown(&written)), format!("終わりに {quotes}")),
        );
        self.write(opened, format!("{before}{quotes}{text}{quotes}"));
        true
    }

    /// Something that stands there already: what came first stays.
    fn repeated(&mut self, at: usize, key: &str) {
        if let Some(heading) = Heading::of(self.line(at)) {
            let shown = shown(&heading.in_brackets(heading.repeats));
            let first = self.earlier(at, |line| Heading::of(line).is_some_and(|earlier| earlier.path == heading.path));
            let found = format!("{shown} が2回あります{first}");
            self.tell(at, Reason::new(found, "1つの期間や施設に1回。次の期間や施設のものなら、先にその見出し"));
            return self.leave_out(at, &heading.path);
        }
        let first = self.earlier(at, |line| line.split_once('=').is_some_and(|(earlier, _)| earlier.trim() == key));
        self.tell(at, Reason::new(format!("`{key}` が2回あります{first}"), "1つの見出しの下に1回"));
        self.lost |= !self.line(at).trim_start().starts_with(key);
        for below in at..=self.last_of(at) {
            self.write(below, String::new());
        }
    }

    /// The last line of a value that begins on this one: where its brackets, or a text over several lines, are closed.
    fn last_of(&self, at: usize) -> usize {
        let (of_text, _) = within_long_texts(&self.lines);
        let mut open = 0_usize;
        for (below, line) in self.lines.iter().enumerate().skip(at) {
            let goes_on = of_text.get(below.saturating_add(1)).copied().unwrap_or(false);
            if below > at && open > 0 && Heading::of(line).is_some() {
                break;
            }
            for token in tokens(line).into_iter().filter(|_| !goes_on) {
                match token.kind {
                    Kind::Mark('[' | '{') => open = open.saturating_add(1),
                    Kind::Mark(']' | '}') => open = open.saturating_sub(1),
                    _ => {}
                }
            }
            if open == 0 && !goes_on {
                return below;
            }
        }
        at
    }

    /// Where something stood first, for a sentence.
    fn earlier(&self, at: usize, is_same: impl Fn(&str) -> bool) -> String {
        let first = (0..at).rev().find(|earlier| is_same(self.line(*earlier)));
        first.map_or(String::new(), |first| format!("（{}行目にも）", first.saturating_add(1)))
    }

    /// Leaves out a heading with all that stands below it.
    fn leave_out(&mut self, at: usize, path: &str) {
        let within = |heading: &Heading| heading.path.strip_prefix(path).is_some_and(|rest| rest.starts_with('.'));
        // What stands below a heading that was meant otherwise is missed elsewhere.
        self.lost = true;
        self.write(at, String::new());
        for below in at.saturating_add(1)..self.lines.len() {
            if Heading::of(self.line(below)).is_some_and(|heading| !within(&heading)) {
                return;
            }
            self.write(below, String::new());
        }
    }

    /// Whether what begins on this line can't go on below it.
    fn ends_here(&self, at: usize) -> bool {
        let next = (at.saturating_add(1)..self.lines.len()).find(|below| self.is_solid(*below));
        let next = next.map(|next| self.line(next));
        next.is_none_or(|next| Heading::of(next).is_some() || is_assignment(next))
    }

    /// Whether nothing follows this line, itself included.
    fn ends_with(&self, at: usize) -> bool {
        (at..self.lines.len()).all(|at| !self.is_solid(at))
    }

    /// The brackets that are open where a line begins: where each was opened, and what would close it.
    fn open_before(&self, at: usize) -> Vec<(usize, char)> {
        let mut open: Vec<(usize, char)> = Vec::new();
        for (number, line) in self.lines.iter().take(at).enumerate() {
            if open.is_empty() && Heading::of(line).is_some() {
                continue;
            }
            for token in tokens(line) {
                match token.kind {
                    Kind::Mark('[') => open.push((number, ']')),
                    Kind::Mark('{') => open.push((number, '}')),
                    Kind::Mark(']' | '}') => drop(open.pop()),
                    _ => {}
                }
            }
        }
        open
    }
}

/// One reason for a line: its own, or all of them together, with the line as it should be.
fn one(reasons: Vec<Reason>, text: &str) -> Option<Reason> {
    if reasons.len() < 2 {
        return reasons.into_iter().next();
    }
    let mut found: Vec<String> = reasons.into_iter().map(|reason| reason.found).collect();
    found.dedup();
    Some(Reason::new(found.join("、"), shown(text)))
}

/// A heading as TOML takes it.
struct Heading {
    path: String,
    repeats: bool,
}

impl Heading {
    fn of(line: &str) -> Option<Heading> {
        let (line, _) = line.split_once('#').unwrap_or((line, ""));
        let single = line.trim().strip_prefix('[')?.strip_suffix(']')?;
        let double = single.strip_prefix('[').and_then(|line| line.strip_suffix(']'));
        let path = double.unwrap_or(single).trim();
        is_path(path).then(|| Heading { path: path.to_owned(), repeats: double.is_some() })
    }

    /// Whether it repeats, by the shape of a rule file; nothing where that has no such heading.
    fn shape(&self) -> Option<bool> {
        kinds::is_list(self.path.split('.'))
    }

    fn in_brackets(&self, repeats: bool) -> String {
        if repeats { format!("[[{}]]", self.path) } else { format!("[{}]", self.path) }
    }
}
