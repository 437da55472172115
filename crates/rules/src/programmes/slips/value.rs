//! A value without quotes: what is wrong with it, and how it is written rightly.

use chrono::NaiveDate;

use super::super::place::day_of_calendar;
use super::token::{half_width, is_curly, is_digit};

/// What stands behind a number in Japanese, the longer first.
const COUNTERS: [&str; 20] = [
    "営業日",
    "か月",
    "ヶ月",
    "ヵ月",
    "カ月",
    "ケ月",
    "時間",
    "円",
    "日",
    "回",
    "泊",
    "月",
    "週",
    "歳",
    "年",
    "人",
    "名",
    "割",
    "%",
    "％",
];

/// What is wrong with a value, and the value as it should be written.
pub(super) struct Amended {
    /// What stands there.
    pub found: String,
    /// What is to be written; none where only the form can be told.
    pub right: Option<String>,
    /// What would be right, where it is more than the value itself.
    pub expected: String,
}

/// What is wrong with a bare value; nothing where TOML takes it.
pub(super) fn amended(written: &str) -> Option<Amended> {
    let written = written.trim();
    let half: String = written.chars().map(half_width).collect();
    let half = half.trim();
    if is_toml(half) {
        let found = format!("全角の文字があります: {}", shown(written));
        return (half != written).then(|| rightly(found, half.to_owned()));
    }
    let bare = half.trim_end_matches([',', ';', '。', '、', '｡']).trim_end();
    if bare != half && is_toml(bare) {
        return Some(rightly(format!("値のあとに余分な文字があります: {}", shown(written)), bare.to_owned()));
    }
    let (first, after) = half.split_once([' ', '(', '<']).unwrap_or((half, ""));
    if is_toml(first) && number(written, half).is_none() && !after.is_empty() {
        let found = format!("値のあとに余分な文字があります: {}", shown(written));
        let expected = format!("`{first}`。メモなら、そのあとに `#` から");
        return Some(Amended { found, right: Some(first.to_owned()), expected });
    }
    number(written, half).or_else(|| date(written, half)).or_else(|| time(written, half)).or_else(|| text(written))
}

fn rightly(found: String, right: String) -> Amended {
    Amended { found, expected: format!("`{right}`"), right: Some(right) }
}

/// A value as it is shown in a sentence.
pub(super) fn shown(written: &str) -> String {
    format!("`{}`", written.trim())
}

/// Whether TOML takes a value as it stands: a whole number, a share, a truth value, a day or a time.
fn is_toml(value: &str) -> bool {
    let is_number = |digits: &str| {
        !digits.is_empty()
            && digits.bytes().all(|byte| byte.is_ascii_digit())
            && (digits == "0" || !digits.starts_with('0'))
    };
    let is_share = |value: &str| {
        value.split_once('.').is_some_and(|(whole, part)| {
            is_number(whole) && !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    let unsigned = value.strip_prefix('-').unwrap_or(value);
    is_number(unsigned)
        || is_share(unsigned)
        || matches!(value, "true" | "false")
        || day_of_calendar(value).is_some()
        || is_time(value)
}

fn is_time(value: &str) -> bool {
    value.len() == 5 && chrono::NaiveTime::parse_from_str(value, "%H:%M").is_ok()
}

/// `2,400円`, `¥2400`, `７日`.
fn number(written: &str, half: &str) -> Option<Amended> {
    let without_sign = half.trim_start_matches(['¥', '\u{ffe5}', '\\', '約']).trim_start();
    let counter = COUNTERS.iter().find_map(|counter| without_sign.strip_suffix(counter));
    let grouped = counter.unwrap_or(without_sign).trim_end();
    let digits: String = grouped.chars().filter(|letter| *letter != ',').collect();
    let whole = digits.bytes().all(|byte| byte.is_ascii_digit()) && is_toml(&digits);
    whole.then(|| {
        let found = if half.contains(',') {
            "数にコンマが付いています"
        } else {
            "数に余分な文字が付いています"
        };
        rightly(format!("{found}: {}", shown(written)), digits)
    })
}

/// `2026/04/01`, `2026年4月1日`, `令和8年4月1日`.
fn date(written: &str, half: &str) -> Option<Amended> {
    const FORM: &str = "年-月-日（例 2026-11-22）";
    let (of_era, half) = era(half);
    let normal: String = half.chars().map(|letter| if is_digit(letter) { letter } else { '-' }).collect();
    let mut numbers = normal.split('-').filter(|part| !part.is_empty());
    let (Some(year), Some(month), Some(day), None) = (numbers.next(), numbers.next(), numbers.next(), numbers.next())
    else {
        return None;
    };
    let only_of_dates = |letter: char| is_digit(letter) || "-/.年月日 ".contains(letter);
    let is_year = of_era > 0 || year.len() == 4;
    if !half.chars().all(only_of_dates) || !is_year || month.len() > 2 || day.len() > 2 {
        return None;
    }
    let year = year.parse::<i32>().ok()?.checked_add(of_era)?;
    let day = NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?);
    Some(match day {
        Some(day) => rightly(format!("日の書き方がちがいます: {}", shown(written)), day.to_string()),
        None => {
            Amended {
                found: format!("暦にない日です: {}", shown(written)), right: None, expected: FORM.to_owned()
            }
        }
    })
}

/// How many years lie before the first of an era, and the date without its name. Without an era, none.
fn era(date: &str) -> (i32, String) {
    let eras = [("令和", 2018), ("平成", 1988), ("R", 2018), ("H", 1988)];
    let of_era = |(name, before): (&str, i32)| Some((before, date.strip_prefix(name)?.replace("元年", "1年")));
    eras.into_iter().find_map(of_era).unwrap_or_else(|| (0, date.to_owned()))
}

/// `9:00`, `9時30分`.
fn time(written: &str, half: &str) -> Option<Amended> {
    let (hour, minute) = half.split_once([':', '時'])?;
    let minute = minute.trim_end_matches('分');
    let minute = if minute.is_empty() { 0 } else { minute.parse::<u8>().ok()? };
    let hour: u8 = hour.parse().ok()?;
    let right = format!("\"{hour:02}:{minute:02}\"");
    Some(rightly(format!("時刻の書き方がちがいます: {}", shown(written)), right))
}

/// Any other value is a text whose quotes were forgotten, or stand on one side only.
fn text(written: &str) -> Option<Amended> {
    let quotes = |letter: char| letter == '"' || letter == '\'' || is_curly(letter);
    let trimmed = written.trim();
    let bare = trimmed.trim_start_matches(quotes);
    let bare =
        if bare.len() < trimmed.len() || bare.ends_with(['"', '\'']) { bare.trim_end_matches(quotes) } else { bare };
    let right = quoted(bare);
    Some(rightly(format!("\" で囲んでいない文字があります: {}", shown(written)), right))
}

/// A text in quotes, with what TOML wants before those in it.
pub(super) fn quoted(text: &str) -> String {
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{}\"", escaped.replace(super::token::is_unseen, ""))
}
