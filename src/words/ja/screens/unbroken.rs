//! Dates, amounts, times and phone numbers in Japanese sentences, and where headlines may break.

use crate::domain::text::is_one_of;
use core::ops::Range;

/// What may follow a digit within a run.
const WITHIN: &str = ",.:：-〜/年月日円時分回泊歳人問つ";
/// What may stand before the first digit; a short number that is dialled begins with #.
const BEFORE: [&str; 7] = ["令和", "平成", "来年", "去年", "今日", "明日", "#"];
/// What is kept with a run that it follows.
const AFTER: [&str; 10] = ["か月", "営業日", "週間", "時間", "から", "まで", "より前", "ごろ", "以降", "か所"];
/// The days of the week, as they stand in brackets behind a date.
const WEEKDAYS: &str = "月火水木金土日";

/// The runs of `text` that are never broken, in order.
pub fn runs(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find(|sign: char| sign.is_ascii_digit())) {
        let digits = at.saturating_add(found);
        let before = text.get(at..digits).unwrap_or_default();
        let head = BEFORE.iter().find(|head| before.ends_with(**head)).map_or(0, |head| head.len());
        let end = end(text, digits);
        runs.push(digits.saturating_sub(head)..end);
        at = end;
    }
    runs
}

/// Where the run that begins at `start` ends.
fn end(text: &str, start: usize) -> usize {
    let mut end = start;
    while let Some(rest) = text.get(end..).filter(|rest| !rest.is_empty()) {
        let next = rest.chars().next().unwrap_or(' ');
        // From one date to another is two runs: together they are longer than a narrow line.
        if next == '〜' && text.get(start..end).is_some_and(|run| run.ends_with('）')) {
            break;
        }
        if let Some(length) = weekday(rest).or_else(|| after(rest)) {
            end = end.saturating_add(length);
        } else if next.is_ascii_digit() || is_one_of(next, WITHIN) {
            end = end.saturating_add(next.len_utf8());
        } else {
            break;
        }
    }
    // A comma or a wave at its end belongs to the sentence.
    let run = text.get(start..end).unwrap_or_default();
    start.saturating_add(run.trim_end_matches([',', '.', '-', '〜', '/', ':', '：']).len())
}

/// The length of 「（火）」 at the beginning of `text`.
fn weekday(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('（')?;
    let day = inner.chars().next().filter(|day| is_one_of(*day, WEEKDAYS))?;
    let rest = inner.get(day.len_utf8()..)?.strip_prefix('）')?;
    text.len().checked_sub(rest.len())
}

fn after(text: &str) -> Option<usize> {
    AFTER.iter().find(|after| text.starts_with(**after)).map(|after| after.len())
}

/// What a phrase ends with where another follows: a particle, or the dot between names.
const ENDS: [&str; 12] = ["・", "は", "が", "を", "に", "へ", "と", "で", "の", "も", "から", "まで"];

/// A word that is written like a phrase and what follows it.
const ONE_WORD: [&str; 2] = ["間に", "合"];

/// Where the phrases of a headline end, the last one excepted: behind a particle that kanji, katakana or digits follow. What
/// hiragana follow may be the middle of a word.
pub fn phrase_ends(text: &str) -> Vec<usize> {
    let begins_word = |sign: char| sign.is_ascii_digit() || matches!(sign, 'ァ'..='ヺ' | '\u{4e00}'..='\u{9fff}');
    let places = text.char_indices().filter(|(_, sign)| begins_word(*sign)).map(|(place, _)| place);
    let [head, rest] = ONE_WORD;
    places
        .filter(|place| {
            let Some((before, after)) = text.split_at_checked(*place) else { return false };
            ENDS.iter().any(|end| before.ends_with(end)) && !(before.ends_with(head) && after.starts_with(rest))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{phrase_ends, runs};

    #[test]
    fn headlines_break_between_phrases_alone() {
        for (text, expected) in [
            ("赤ちゃんの誕生日は、いつですか", "赤ちゃんの|誕生日は、いつですか"),
            ("予定日より早く生まれましたか", "予定日より早く生まれましたか"),
            ("もう北区に申し込みましたか", "もう北区に|申し込みましたか"),
            ("宿泊型・日帰り型・訪問型を使えます", "宿泊型・|日帰り型・|訪問型を|使えます"),
            ("産後ケアを、今日の電話1本まで", "産後ケアを、今日の|電話1本まで"),
            ("赤ちゃんを亡くされた方へ", "赤ちゃんを|亡くされた方へ"),
            ("北区の産後ケアを使える期間は、過ぎています", "北区の|産後ケアを|使える期間は、過ぎています"),
            ("訪問型に間に合うか、確かめましょう", "訪問型に|間に合うか、確かめましょう"),
            ("", ""),
        ] {
            let mut broken = text.to_owned();
            for place in phrase_ends(text).into_iter().rev() {
                broken.insert(place, '|');
            }
            assert_eq!(broken, expected);
        }
    }

    #[test]
    fn dates_amounts_and_numbers_stay_whole() {
        for (text, expected) in [
            ("12月1日（火）まで確実、12月2日（水）は要確認", &["12月1日（火）まで", "12月2日（水）"][..]),
            ("令和8年8月1日生まれ・今日で3か月20日、生後112日", &["令和8年8月1日", "3か月20日", "112日"]),
            ("来年7月31日（土）まで。1,000円から。", &["来年7月31日（土）まで", "1,000円から"]),
            ("北区（03-3908-7050）に電話", &["03-3908-7050"]),
            ("今日9:00〜11:00、14:00〜16:00", &["今日9:00〜11:00", "14:00〜16:00"]),
            ("12月12日（土）〜12月13日（日）に", &["12月12日（土）", "12月13日（日）"]),
            ("1泊2日を2回", &["1泊2日", "2回"]),
            ("24時間・無料", &["24時間"]),
            ("キーパッドで「#8000」と押します", &["#8000"]),
            ("#7119か、119に", &["#7119", "119"]),
            ("#いのちSOS", &[]),
            ("なし", &[]),
        ] {
            let found: Vec<&str> = runs(text).into_iter().map(|run| &text[run]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
