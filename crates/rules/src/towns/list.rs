//! The committed list, as `xtask/municipalities/generate.py` writes it.

use std::fmt;

use super::index::with_check_digit;

/// A prefecture or 行政区, a name with its reading.
pub(super) struct Named<'a> {
    /// 都道府県コード of a prefecture; of a ward, its city's place among the municipalities.
    pub(super) number: u32,
    pub(super) name: &'a str,
    pub(super) reading: &'a str,
}

/// A municipality.
pub(super) struct Municipality<'a> {
    /// 全国地方公共団体コード without its check digit.
    pub(super) code: u32,
    pub(super) name: &'a str,
    pub(super) reading: &'a str,
}

/// A run of postal codes in a municipality, which is given by its place among them.
pub(super) struct PostalRun {
    pub(super) first: u32,
    pub(super) last: u32,
    pub(super) town: u32,
}

/// Both files, checked. Municipalities stand in order of their codes, runs in order of their first codes.
#[derive(Default)]
pub(super) struct List<'a> {
    pub(super) prefectures: Vec<Named<'a>>,
    pub(super) municipalities: Vec<Municipality<'a>>,
    pub(super) wards: Vec<Named<'a>>,
    pub(super) runs: Vec<PostalRun>,
}

/// One of the list's two files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListFile {
    /// `municipalities.tsv`.
    Municipalities,
    /// `postal_codes.tsv`.
    PostalCodes,
}

/// A line of the list that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListError {
    /// In which file.
    pub file: ListFile,
    /// Which line, from 1.
    pub line: usize,
    /// What stands there.
    pub found: String,
    /// What would be right.
    pub expected: &'static str,
}

impl fmt::Display for ListError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = match self.file {
            ListFile::Municipalities => "municipalities.tsv",
            ListFile::PostalCodes => "postal_codes.tsv",
        };
        write!(formatter, "{file}, line {}: found {:?}, {} expected", self.line, self.found, self.expected)
    }
}

impl std::error::Error for ListError {}

impl<'a> List<'a> {
    /// # Errors
    /// At the first line that breaks its file's form, is out of order, or names what was not named before.
    pub(super) fn read(municipalities: &'a str, postal_codes: &str) -> Result<List<'a>, ListError> {
        let mut list = List::default();
        for (line, text) in data(municipalities) {
            list.read_place(text).map_err(|expected| ListError {
                file: ListFile::Municipalities,
                line,
                found: text.to_owned(),
                expected,
            })?;
        }
        for (line, text) in data(postal_codes) {
            list.read_run(text).map_err(|expected| ListError {
                file: ListFile::PostalCodes,
                line,
                found: text.to_owned(),
                expected,
            })?;
        }
        Ok(list)
    }

    fn read_place(&mut self, line: &'a str) -> Result<(), &'static str> {
        let mut fields = line.split('\t');
        let (Some(code), Some(prefecture), Some(municipality), Some(ward), Some(reading), None) =
            (fields.next(), fields.next(), fields.next(), fields.next(), fields.next(), fields.next())
        else {
            return Err("code, prefecture, municipality, ward and reading between tabs");
        };
        let code = code_without_check_digit(code).ok_or("a code of 6 digits with its check digit")?;
        if reading.is_empty() || !reading.chars().all(|kana| ('ぁ'..='ん').contains(&kana)) {
            return Err("a reading in hiragana");
        }
        let of_prefecture = code.checked_div(1000).unwrap_or(0);
        if municipality.is_empty() {
            let follows = self.prefectures.last().is_none_or(|last| last.number < of_prefecture);
            if !ward.is_empty() || prefecture.is_empty() || !follows || !code.is_multiple_of(1000) {
                return Err("a prefecture's own line, prefectures in order of their codes");
            }
            self.prefectures.push(Named { number: of_prefecture, name: prefecture, reading });
            return Ok(());
        }
        let in_its_prefecture =
            self.prefectures.last().is_some_and(|last| last.number == of_prefecture && last.name == prefecture);
        if !in_its_prefecture {
            return Err("the prefecture whose line came last");
        }
        let last = self.municipalities.last();
        if ward.is_empty() {
            let follows = last.is_none_or(|last| last.code < code);
            if !follows || !municipality.ends_with(['市', '区', '町', '村']) {
                return Err("a municipality (市区町村), in order of their codes");
            }
            self.municipalities.push(Municipality { code, name: municipality, reading });
        } else {
            let in_its_city = last.is_some_and(|last| last.name == municipality);
            if !in_its_city || !ward.ends_with('区') {
                return Err("a ward (区) of the municipality whose line came last");
            }
            let city = place(self.municipalities.len().saturating_sub(1));
            self.wards.push(Named { number: city, name: ward, reading });
        }
        Ok(())
    }

    fn read_run(&mut self, line: &str) -> Result<(), &'static str> {
        let mut fields = line.split('\t');
        let (Some(first), Some(last), Some(code), None) = (fields.next(), fields.next(), fields.next(), fields.next())
        else {
            return Err("first postal code, last postal code and municipality's code between tabs");
        };
        let (first, last) = postal_code(first).zip(postal_code(last)).ok_or("postal codes of 7 digits")?;
        let follows = self.runs.last().is_none_or(|run| run.first <= first);
        if last < first || !follows {
            return Err("a first and a last postal code, in order of the first");
        }
        let town = code_without_check_digit(code)
            .and_then(|code| self.municipalities.binary_search_by_key(&code, |town| town.code).ok())
            .ok_or("the code of a municipality of the list")?;
        self.runs.push(PostalRun { first, last, town: place(town) });
        Ok(())
    }
}

/// The lines that hold data, with their numbers: not the remarks nor the columns' names.
fn data(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(text.lines()).filter(|(_, line)| line.starts_with(|first: char| first.is_ascii_digit()))
}

fn place(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

fn code_without_check_digit(text: &str) -> Option<u32> {
    let code = text.get(..5)?.parse().ok()?;
    (with_check_digit(code).as_slice() == text.as_bytes()).then_some(code)
}

fn postal_code(text: &str) -> Option<u32> {
    let digits = text.len() == 7 && text.bytes().all(|digit| digit.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}
