//! A value without quotes: what is wrong with it, and how it is written rightly.

use chrono::NaiveDate;

use super::super::place::day_of_calendar;
use super::token::{half_width, is_curly, is_digit};

/// What stands behind a number in Japanese, the longer first, and the keys that count in it, by a part of their name. Of
/// any other key the same number would say something else.
const COUNTERS: [(&str, &[&str]); 20] = [
    ("営業日", &["business_days"]),
    ("週間", &["week"]),
    ("か月", &["months", "in_preparation_from"]),
    ("ヶ月", &["months", "in_preparation_from"]),
    ("ヵ月", &["months", "in_preparation_from"]),
    ("カ月", &["months", "in_preparation_from"]),
    ("ケ月", &["months", "in_preparation_from"]),
    ("時間", &[]),
    ("円", &["price", "yen", "cap", "subsidy", "surcharge", "night"]),
    ("日", &["limit", "multiples", "through_day", "under_days", "calendar_days"]),
    ("回", &["limit", "multiples"]),
    ("泊", &["nights"]),
    ("月", &[]),
    ("週", &["week"]),
    ("歳", &[]),
    ("年", &[]),
    ("人", &["babies"]),
    ("名", &["babies"]),
    ("割", &[]),
    ("%", &["percent"]),
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

/// What is wrong with a bare value of this key; nothing where TOML takes it.
pub(super) fn amended(written: &str, key: &str) -> Option<Amended> {
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
    if is_toml(first) && number(written, half, key).is_none() && !after.is_empty() {
        let found = format!("値のあとに余分な文字があります: {}", shown(written));
        let expected = format!("`{first}`。メモなら、そのあとに `#` から");
        return Some(Amended { found, right: Some(first.to_owned()), expected });
    }
    number(written, half, key).or_else(|| date(written, half)).or_else(|| time(written, half)).or_else(|| text(written))
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

/// `2,400円`, `¥2400`, `７日`. Where what stands with the number makes it another one, only the form is told.
fn number(written: &str, half: &str, key: &str) -> Option<Amended> {
    let exact = half.strip_prefix('約').unwrap_or(half).trim_start();
    let without_sign = exact.trim_start_matches(['¥', '\u{ffe5}', '\\']).trim_start();
    let counted =
        COUNTERS.iter().find_map(|(counter, keys)| Some((without_sign.strip_suffix(counter)?, *counter, *keys)));
    let (grouped, counter, keys) = counted.unwrap_or((without_sign, "", &[]));
    let digits: String = grouped.trim_end().chars().filter(|letter| *letter != ',').collect();
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) || !is_toml(&digits) {
        return None;
    }
    let shown = shown(written);
    let only_told = |found: String, expected: String| Some(Amended { found, right: None, expected });
    if exact != half {
        let form = "「約」のない数。資料に約とあれば、決まったことば（例 \"unprinted\"）か、月齢なら `about_months`";
        return only_told(format!("およその数です: {shown}"), form.to_owned());
    }
    if !counter.is_empty() && !keys.iter().any(|part| key.contains(part)) {
        let form = match counter {
            "割" => "100分のいくつかを、数だけで（1割は 10）",
            _ => "このキーの単位で数えた数だけ",
        };
        return only_told(format!("数に「{counter}」が付いています: {shown}"), form.to_owned());
    }
    let found = if half.contains(',') {
        "数にコンマが付いています"
    } else {
        "数に余分な文字が付いています"
    };
    Some(rightly(format!("{found}: {shown}"), digits))
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
