//! What does not fit the shape of a rule file: each misfit is noted and taken out, and the rest is tried again, so that
//! one file's misfits all come out at once.

use serde_path_to_error::Segment;

use super::shape::File;
use super::tree::{Origin, Step, Tree};

/// Something that does not fit.
pub(super) struct Misfit {
    /// Where it stands in the file.
    pub origin: Origin,
    /// What stands there.
    pub found: String,
    /// What would be right.
    pub expected: String,
    /// The key path of what is missing only because it stands here under another name.
    pub stands_for: Option<String>,
}

/// More than this many in one file, and it is no rule file.
const MOST: usize = 500;

/// The shape of what fits, and all that does not. The tree is left with what fits.
pub(super) fn fit(tree: &mut Tree) -> (Option<File>, Vec<Misfit>) {
    let mut misfits = Vec::new();
    while misfits.len() < MOST {
        let error = match serde_path_to_error::deserialize::<_, File>(tree.value()) {
            Ok(file) => return (Some(file), misfits),
            Err(error) => error,
        };
        let path: Vec<Step> = error.path().iter().filter_map(step).collect();
        let message = error.inner().message();
        let found = match last_key(&path).filter(|_| message.starts_with("unknown field")) {
            Some(key) => format!("`{key}` というキーはありません"),
            None => {
                tree.shown(&path).map_or_else(|| "値が合いません".to_owned(), |value| format!("{value} とあります"))
            }
        };
        let expected = expected(message, &path);
        let origin = tree.origin(&path);
        let stands_for = expected.strip_prefix('`').and_then(|name| name.split_once('`')).map(|(name, _)| {
            let table = origin.path.rsplit_once('.').map_or("", |(table, _)| table);
            if table.is_empty() { name.to_owned() } else { format!("{table}.{name}") }
        });
        misfits.push(Misfit { origin, found, expected, stands_for });
        if !tree.remove(&path) {
            break;
        }
    }
    (None, misfits)
}

fn step(segment: &Segment) -> Option<Step> {
    match segment {
        Segment::Seq { index } => Some(Step::Index(*index)),
        Segment::Map { key } => Some(Step::Key(key.clone())),
        Segment::Enum { .. } | Segment::Unknown => None,
    }
}

/// What would be right, in the words of a rule file. Of serde's message only the names in backticks are taken.
fn expected(message: &str, path: &[Step]) -> String {
    let wanted = message.rsplit_once("expected ").map_or("", |(_, wanted)| wanted);
    let names: Vec<&str> = wanted.split('`').skip(1).step_by(2).collect();
    if message.starts_with("unknown field") {
        return keys(&names, path);
    }
    if let Some(form) = last_key(path).and_then(|key| form(key, wanted, path)) {
        return form.to_owned();
    }
    let is_unknown_word = message.starts_with("unknown variant");
    let words = names.iter().map(|name| if is_unknown_word { format!("\"{name}\"") } else { format!("`{name}`") });
    let words: Vec<String> = words.collect();
    let mut kinds: Vec<&str> = KINDS.iter().filter(|(name, _)| wanted.contains(name)).map(|(_, kind)| *kind).collect();
    kinds.dedup();
    if !is_unknown_word && !words.is_empty() {
        return format!("{}（キーは {}）", kinds.join("か、"), words.join("、"));
    }
    let forms: Vec<&str> = words.iter().map(String::as_str).chain(kinds).collect();
    match forms.as_slice() {
        [] => "ほかの形の値（docs/rule-reference.md にあります）".to_owned(),
        [only] => (*only).to_owned(),
        forms => format!("{} のどれか", forms.join("、")),
    }
}

/// What serde calls a kind of value, and what it is in a rule file.
const KINDS: [(&str, &str); 9] = [
    ("a word", "決まったことば"),
    ("number of yen", "囲まない数（円）"),
    ("amount in yen", "囲まない数（円）"),
    ("or a number", "囲まない数"),
    ("u16", "囲まない数"),
    ("u32", "囲まない数"),
    ("a string", "\" で囲んだ文字"),
    ("a sequence", "[ ] で囲んだ並び"),
    ("a table", "表（{ } か見出し）"),
];

/// The keys that a table has, the likeliest first.
fn keys(names: &[&str], path: &[Step]) -> String {
    let listed = names.join("、");
    match last_key(path).and_then(|key| likeliest(key, names)) {
        Some(name) => format!("`{name}`（使えるキー: {listed}）"),
        None => format!("{listed} のどれか"),
    }
}

/// The key that was likely meant.
fn likeliest<'n>(key: &str, names: &[&'n str]) -> Option<&'n str> {
    let meant = IN_JAPANESE
        .iter()
        .filter(|(japanese, _)| *japanese == key)
        .find_map(|(_, meant)| names.iter().find(|name| *name == meant).copied());
    let near = || names.iter().map(|name| (distance(key, name), *name)).min();
    meant.or_else(|| near().filter(|(far, _)| *far < key.chars().count().div_ceil(2)).map(|(_, name)| name))
}

/// Keys as they may be written in Japanese, or in the words of other rule files.
const IN_JAPANESE: [(&str, &str); 17] = [
    ("名前", "name"),
    ("名称", "name"),
    ("施設名", "name"),
    ("電話", "tel"),
    ("電話番号", "tel"),
    ("phone", "tel"),
    ("telephone", "tel"),
    ("住所", "address"),
    ("所在地", "address"),
    ("料金", "price"),
    ("金額", "price"),
    ("出典", "source"),
    ("備考", "remarks"),
    ("回数", "limit"),
    ("単位", "unit"),
    ("サービス", "services"),
    ("読み", "reading"),
];

/// How many letters differ.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.chars().count()).collect();
    // Letters that changed places are one slip.
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    if one != other && sorted(one) == sorted(other) {
        return 1;
    }
    for letter in one.chars() {
        let mut diagonal = row.first().copied().unwrap_or(0);
        let mut left = diagonal.saturating_add(1);
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, own) in row.iter_mut().skip(1).zip(other.chars()) {
            let replaced = diagonal.saturating_add(usize::from(own != letter));
            diagonal = *cell;
            left = replaced.min(left.saturating_add(1)).min(cell.saturating_add(1));
            *cell = left;
        }
    }
    row.last().copied().unwrap_or(0)
}

fn last_key(path: &[Step]) -> Option<&str> {
    match path.last()? {
        Step::Key(key) => Some(key),
        Step::Index(_) => None,
    }
}

/// How the value of a key is written, where its kind alone does not say it.
fn form(key: &str, wanted: &str, path: &[Step]) -> Option<&'static str> {
    let is_table = wanted.contains("a table");
    let each_year = path.contains(&Step::Key("closed".to_owned()));
    Some(match key {
        "from" | "until" if each_year => "\" で囲んだ月-日（例 \"12-29\"）",
        "from" if !wanted.contains("string") => return None,
        "from" | "until" | "checked" | "expires" | "date" => "年-月-日（例 2026-11-22）",
        "month" => "\" で囲んだ年-月（例 \"2021-09\"）",
        "code" => "\" で囲んだ数字6けた（例 \"131172\"）",
        "tel" => "\" で囲んだ、市外局番からの番号（例 \"03-5963-3311\"）",
        "open" | "close" | "time" => "\" で囲んだ時刻（例 \"09:00\"）",
        "percent" => "1〜100 の数（% は付けません）",
        "babies" => "1〜9 の数",
        "nights" => "1〜255 の数",
        "nth" => "1〜5 の数",
        "from_week" => "1〜40 の数",
        "months_and_zero_days"
        | "under_months"
        | "within_months"
        | "through_months_old"
        | "about_months"
        | "ask_after_months"
        | "in_preparation_from" => "1〜24 の数（か月）",
        "through_day" | "under_days" => "1〜730 の数（日）",
        "through_weeks_old" => "1〜104 の数（週）",
        "processing_business_days" | "business_days_to_facility" | "calendar_days_online" => "0〜255 の数（日）",
        "limit" if wanted.contains("u16") => "1 以上の数",
        "price" | "further_night" if is_table => {
            "円の数（囲まず、コンマも「円」も付けません）、\"unprinted\"、表のどれか"
        }
        "price" | "yen" | "cap" | "subsidy" | "holiday_surcharge" => "円の数（囲まず、コンマも「円」も付けません）",
        "services" => "[ ] で囲んだ並び（例 [\"stay\", \"day\"]）",
        "booking" | "ways" | "tags" | "covers" | "postal" => "[ ] で囲んだ並び（例 [\"…\", \"…\"]）",
        _ => return None,
    })
}
