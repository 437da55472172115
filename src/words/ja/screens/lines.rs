//! How many lines a Japanese text takes on paper.

use crate::domain::text::is_one_of;

/// What a letter takes of a line, and a sign of ASCII.
const LETTER: usize = 20;
const ASCII: usize = 11;

/// How many lines a text takes in a column so many letters wide: it is broken between phrases.
pub fn lines(text: &str, width: usize) -> usize {
    let room = width.saturating_mul(LETTER);
    let (mut count, mut used): (usize, usize) = (1, 0);
    for phrase in phrases(text) {
        let wide = |text: &str| {
            text.chars().fold(0_usize, |sum, sign| sum.saturating_add(if sign.is_ascii() { ASCII } else { LETTER }))
        };
        // A space at a line's end takes nothing.
        let (said, whole) = (wide(phrase.trim_end()), wide(phrase));
        if used.saturating_add(said) <= room {
            used = used.saturating_add(whole);
            continue;
        }
        if used > 0 {
            count = count.saturating_add(1);
        }
        // What is longer than a line is broken where the line ends.
        let more = said.saturating_sub(1).checked_div(room).unwrap_or(0);
        count = count.saturating_add(more);
        used = whole.saturating_sub(more.saturating_mul(room));
    }
    count
}

/// A text's phrases: one ends with a comma, a full stop or a space, or where its last particles end.
fn phrases(text: &str) -> Vec<&str> {
    let is_kana = |sign: char| ('ぁ'..='ん').contains(&sign);
    let mut phrases = Vec::new();
    let (mut begins, mut before) = (0, ' ');
    for (at, sign) in text.char_indices() {
        let ends =
            is_one_of(before, "、。 　") || (is_kana(before) && !is_kana(sign) && !is_one_of(sign, "、。）」・ 　"));
        if ends && begins < at {
            phrases.extend(text.get(begins..at));
            begins = at;
        }
        before = sign;
    }
    phrases.extend(text.get(begins..).filter(|rest| !rest.is_empty()));
    phrases
}

#[cfg(test)]
mod tests {
    use super::lines;

    /// As Chromium prints them.
    #[test]
    fn a_text_takes_as_many_lines_as_are_printed() {
        let asked = "要確認　令和9年2月4日（木）まで確実、そのあと令和9年10月4日（月）までは要確認　産後の入院から続けて使うときだけです。";
        for (text, width, expected) in [
            ("", 34, 1),
            ("宿泊型", 5, 1),
            ("これから　生後2か月未満まで(1か月以上2か月未満に関しては現在準備中)", 34, 1),
            ("使えます　令和9年10月4日（月）まで確実、令和9年10月5日（火）は要確認", 34, 2),
            (asked, 34, 3),
            ("ながいながいながい", 4, 3),
        ] {
            assert_eq!(lines(text, width), expected, "{text} in {width}");
        }
    }
}
