//! A whole date in one field: pasted, or typed on.

use super::{HYPHENS, half_width};

/// What stands in the fields of a date: 年, 月, 日.
pub type Fields = [String; 3];

/// What stands in the fields, once a whole date in one of them is told apart: 「2026-09-15」 or 「令和8年9月15日」 in the first
/// becomes 「2026」 or 「令和8」, 「9」, 「15」. Other texts stay as they are.
pub fn spread(fields: &Fields) -> Fields {
    fields.iter().find_map(|text| parts(text)).unwrap_or_else(|| fields.clone())
}

/// What stands in the fields after one of them has another text: a whole date that came there in one piece fills them all,
/// and so does one that she typed by the key in another, from which she has gone on.
pub fn typed_into(fields: &Fields, place: usize, text: &str) -> Fields {
    let has_whole = |one: &String| parts(one).is_some();
    let mut others = fields.iter().enumerate().filter(|(other, _)| *other != place);
    let mut after = if others.any(|(_, text)| has_whole(text)) { spread(fields) } else { fields.clone() };
    let mut at_once = false;
    if let (Some(field), Some(before)) = (after.get_mut(place), fields.get(place)) {
        text.clone_into(field);
        at_once = came_at_once(before, text);
    }
    if at_once { spread(&after) } else { after }
}

/// Whether a field's text came in one piece, as a pasted one does, rather than by the key: more may follow by the key.
fn came_at_once(before: &str, now: &str) -> bool {
    let shortest_date = "8.9.1".len();
    now.len() >= before.len().saturating_add(shortest_date)
}

/// The three parts of a whole date; `None` where the text is none.
fn parts(text: &str) -> Option<Fields> {
    let text: String = text.chars().map(plain).skip_while(|sign| *sign == SEPARATOR).collect();
    let era_end = text.find(|sign: char| sign.is_ascii_digit() || sign == '元')?;
    let (era, rest) = text.split_at_checked(era_end)?;
    // 「R.8」, 「令和 8」.
    let era = era.strip_suffix(SEPARATOR).unwrap_or(era);
    if !ERAS.contains(&era) {
        return None;
    }
    let (year, rest) = number(rest)?;
    let (year, month, day, rest) = match (year.len(), era.is_empty()) {
        // 20260915, R080915.
        (8, true) => (year.get(..4)?, year.get(4..6)?, year.get(6..)?, rest),
        (6, false) if year != "元" => (year.get(..2)?, year.get(2..4)?, year.get(4..)?, rest),
        _ => {
            let (month, rest) = number(after(rest, '年')?)?;
            let (day, rest) = number(after(rest, '月')?)?;
            (year, month, day, rest)
        }
    };
    let rest = rest.strip_prefix('日').unwrap_or(rest);
    // A weekday, a time, 「生まれ」: but no further number that would make it something else.
    let ends = rest.starts_with('T') || !rest.contains(|sign: char| sign.is_ascii_digit());
    // A year at the end is another order, of which the first two are anyone's guess.
    let is_date = ends && (year == "元" || year.len() != 3) && [month, day].iter().all(|part| part.len() <= 2);
    let without_zero = |part: &str| part.strip_prefix('0').unwrap_or(part).to_owned();
    is_date.then(|| [[era, year].concat(), without_zero(month), without_zero(day)])
}

/// What may stand before a year; nothing may.
const ERAS: [&str; 10] = ["", "令和", "㋿", "R", "平成", "㍻", "H", "昭和", "㍼", "S"];

/// What every separator is read as.
const SEPARATOR: char = '/';

/// A sign in half width and capitals, separators as one.
fn plain(sign: char) -> char {
    let sign = if ('！'..='～').contains(&sign) { half_width(sign) } else { sign };
    match sign {
        '.' | ',' | '・' | '、' | '。' | '／' => SEPARATOR,
        _ if sign.is_whitespace() || HYPHENS.contains(&sign) => SEPARATOR,
        _ => sign.to_ascii_uppercase(),
    }
}

/// The number at the beginning of a text, 元 among them, and what follows.
fn number(text: &str) -> Option<(&str, &str)> {
    if let Some(rest) = text.strip_prefix('元') {
        return Some(("元", rest));
    }
    let end = text.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(text.len());
    text.split_at_checked(end).filter(|(number, _)| !number.is_empty())
}

/// What follows the unit or separators at the beginning of a text; `None` where there is neither.
fn after(text: &str, unit: char) -> Option<&str> {
    let start = text.find(|sign| sign != SEPARATOR && sign != unit)?;
    text.get(start..).filter(|_| start > 0)
}
