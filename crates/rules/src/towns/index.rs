//! What an index holds: places as they are shown, and the keys by which they are found.

use super::fold::fold;
use super::postal::Run;
use super::romaji;

/// A municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Town<'a> {
    /// 全国地方公共団体コード with its check digit, 6 digits.
    pub code: &'a str,
    /// Its prefecture: 「東京都」.
    pub prefecture: &'a str,
    /// Its name: 「北区」.
    pub name: &'a str,
    /// Its name in hiragana: 「きたく」.
    pub reading: &'a str,
}

/// Every municipality, ready to be searched.
pub struct Index {
    /// Names and readings, a line each.
    text: String,
    /// What is compared with a query, end to end.
    keys: String,
    pub(super) prefectures: Vec<Place>,
    /// In order of their codes.
    pub(super) towns: Vec<Row>,
    pub(super) wards: Vec<Ward>,
    pub(super) runs: Vec<Run>,
}

/// A part of one of the index's texts.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What a name, a reading or its romaji is found by: folded, with and without 「市」 or whatever ends it.
#[derive(Clone, Copy)]
pub(super) struct Key {
    full: Span,
    stem_end: usize,
}

/// A name with its reading.
pub(super) struct Place {
    name: Span,
    reading: Span,
    name_key: Key,
    reading_key: Key,
    romaji_key: Key,
}

/// A municipality: its code, its prefecture's place in the list.
pub(super) struct Row {
    pub(super) code: [u8; 6],
    pub(super) prefecture: usize,
    pub(super) place: Place,
}

/// A 行政区, which stands for its city.
pub(super) struct Ward {
    pub(super) city: usize,
    pub(super) place: Place,
}

/// In what form a query and a key are compared.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// As written: names and readings.
    Script,
    /// Readings in Latin letters, forgiving of how sounds are spelt.
    Romaji,
}

/// What a name and its reading end with.
const ENDINGS: [(&str, &str); 9] = [
    ("市", "し"),
    ("区", "く"),
    ("町", "ちょう"),
    ("町", "まち"),
    ("村", "むら"),
    ("村", "そん"),
    ("都", "と"),
    ("府", "ふ"),
    ("県", "けん"),
];

impl Index {
    /// Still without places.
    pub(super) fn new(text: String, runs: Vec<Run>) -> Index {
        let (prefectures, towns, wards) = (Vec::new(), Vec::new(), Vec::new());
        Index { text, keys: String::new(), prefectures, towns, wards, runs }
    }

    /// Every municipality, in order of the codes.
    pub fn towns(&self) -> impl Iterator<Item = Town<'_>> {
        self.towns.iter().map(|row| self.shown(row))
    }

    /// The municipality with this 全国地方公共団体コード, 6 digits.
    pub fn town(&self, code: &str) -> Option<Town<'_>> {
        self.towns().find(|town| town.code == code)
    }

    /// The municipalities that have a postal code, 7 digits, where `town` (its 全国地方公共団体コード) is none of them; empty where it
    /// is one, and where no municipality is known to have the code.
    pub fn others_with(&self, postal_code: &str, town: &str) -> Vec<Town<'_>> {
        let found = self.search(postal_code, usize::MAX);
        if found.iter().any(|one| one.code == town) { Vec::new() } else { found }
    }

    pub(super) fn shown<'a>(&'a self, row: &'a Row) -> Town<'a> {
        let shown = |span: Span| self.text.get(span.start..span.end).unwrap_or_default();
        Town {
            code: core::str::from_utf8(&row.code).unwrap_or_default(),
            prefecture: self.prefectures.get(row.prefecture).map(|place| shown(place.name)).unwrap_or_default(),
            name: shown(row.place.name),
            reading: shown(row.place.reading),
        }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// A place whose name and reading stand in the text; makes its keys.
    pub(super) fn place(&mut self, (name, reading): (Span, Span)) -> Place {
        let name_text = self.text.get(name.start..name.end).unwrap_or_default();
        let reading_text = self.text.get(reading.start..reading.end).unwrap_or_default();
        let ending = ENDINGS.iter().find_map(|(of_name, of_reading)| {
            Some(((name_text.strip_suffix(of_name)?, *of_name), (reading_text.strip_suffix(of_reading)?, *of_reading)))
        });
        let ((name_stem, name_ending), (reading_stem, reading_ending)) =
            ending.unwrap_or(((name_text, ""), (reading_text, "")));
        let name_key = push_key(&mut self.keys, [fold(name_stem), fold(name_ending)]);
        let [reading_stem, reading_ending] = [fold(reading_stem), fold(reading_ending)];
        let mut stem = String::new();
        romaji::write(&reading_stem, &mut stem);
        let mut ending = String::new();
        romaji::write(&reading_ending, &mut ending);
        let reading_key = push_key(&mut self.keys, [reading_stem, reading_ending]);
        let romaji_key = push_key(&mut self.keys, [stem, ending]);
        Place { name, reading, name_key, reading_key, romaji_key }
    }

    /// The key's text, with its ending and without.
    pub(super) fn key(&self, key: Key) -> (&str, &str) {
        let Span { start, end } = key.full;
        let text = |end| self.keys.get(start..end).unwrap_or_default();
        (text(end), text(key.stem_end))
    }
}

impl Place {
    /// What it is found by in this form.
    pub(super) fn keys(&self, form: Form) -> impl Iterator<Item = Key> + use<> {
        let (first, second) = match form {
            Form::Script => (self.name_key, Some(self.reading_key)),
            Form::Romaji => (self.romaji_key, None),
        };
        core::iter::once(first).chain(second)
    }
}

fn push_key(keys: &mut String, [stem, ending]: [String; 2]) -> Key {
    let start = keys.len();
    keys.push_str(&stem);
    let stem_end = keys.len();
    keys.push_str(&ending);
    Key { full: Span { start, end: keys.len() }, stem_end }
}

/// The 6 digits of a 全国地方公共団体コード whose first 5 are given: the last is JIS X 0402's check digit.
pub(super) fn with_check_digit(code: u32) -> [u8; 6] {
    let mut digits = [b'0'; 6];
    let (mut rest, mut weighted) = (code, 0_u32);
    for (digit, weight) in digits.iter_mut().take(5).rev().zip(2_u32..) {
        let value = rest.checked_rem(10).unwrap_or(0);
        rest = rest.checked_div(10).unwrap_or(0);
        weighted = weighted.saturating_add(value.saturating_mul(weight));
        *digit = ascii(value);
    }
    let check = 11_u32.saturating_sub(weighted.checked_rem(11).unwrap_or(0));
    if let Some(last) = digits.last_mut() {
        *last = ascii(check.checked_rem(10).unwrap_or(0));
    }
    digits
}

fn ascii(digit: u32) -> u8 {
    u8::try_from(digit).unwrap_or(0).saturating_add(b'0')
}
