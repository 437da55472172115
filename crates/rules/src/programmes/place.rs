//! Where in a rule file the reader stands, and the problems it has met so far.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt::Display;

use chrono::NaiveDate;

use super::tree::Step;
use crate::domain::source::{Source, Sourced};

/// The problems met so far, and the names of the file's documents.
pub(super) struct Ledger {
    entries: RefCell<Vec<Entry>>,
    documents: Vec<String>,
}

/// One problem, by its path in what is left of the tree.
pub(super) struct Entry {
    /// Where.
    pub path: Vec<Step>,
    /// What stands there.
    pub found: String,
    /// What would be right.
    pub expected: String,
}

impl Ledger {
    /// An empty one for a file with these documents.
    pub fn new(documents: Vec<String>) -> Ledger {
        Ledger { entries: RefCell::new(Vec::new()), documents }
    }

    /// All problems, in the order in which they were met.
    pub fn into_entries(self) -> Vec<Entry> {
        self.entries.into_inner()
    }
}

/// A place in a rule file.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    ledger: &'a Ledger,
    parent: Option<&'a Place<'a>>,
    step: Here<'a>,
}

#[derive(Clone, Copy)]
enum Here<'a> {
    Root,
    Key(&'a str),
    Index(usize),
}

/// What is said of a key that is not there.
const NOTHING: &str = "書いてありません";

impl<'a> Place<'a> {
    /// The file itself.
    pub fn root(ledger: &'a Ledger) -> Place<'a> {
        Place { ledger, parent: None, step: Here::Root }
    }

    /// A key of the table at this place.
    pub fn key<'b>(&'b self, key: &'b str) -> Place<'b> {
        Place { ledger: self.ledger, parent: Some(self), step: Here::Key(key) }
    }

    /// An element of the list at this place.
    pub fn index<'b>(&'b self, index: usize) -> Place<'b> {
        Place { ledger: self.ledger, parent: Some(self), step: Here::Index(index) }
    }

    fn path(&self) -> Vec<Step> {
        let mut path = self.parent.map(Place::path).unwrap_or_default();
        match self.step {
            Here::Root => {}
            Here::Key(key) => path.push(Step::Key(key.to_owned())),
            Here::Index(index) => path.push(Step::Index(index)),
        }
        path
    }

    /// Notes a value here that is not right.
    pub fn value(&self, value: impl Display, expected: impl Display) {
        self.problem(format_args!("{value} とあります"), expected);
    }

    /// Notes a problem here: what is found, as the first half of a sentence, and what would be right.
    pub fn problem(&self, found: impl Display, expected: impl Display) {
        let entry = Entry { path: self.path(), found: found.to_string(), expected: expected.to_string() };
        self.ledger.entries.borrow_mut().push(entry);
    }

    /// Notes that a key which must be there is missing.
    pub fn missing(&self, key: &str, expected: impl Display) {
        self.key(key).problem(NOTHING, expected);
    }

    /// The value of a key that must be there.
    pub fn required<'v, T>(&self, key: &str, value: &'v Option<T>, expected: impl Display) -> Option<&'v T> {
        if value.is_none() {
            self.missing(key, expected);
        }
        value.as_ref()
    }

    /// What a checked constructor makes of a value; where it refuses, what would be right is noted here.
    pub fn checked<T, E>(&self, value: impl Display, made: Result<T, E>, expected: impl Display) -> Option<T> {
        made.map_err(|_| self.value(value, expected)).ok()
    }

    /// A text that must be there and say something.
    pub fn text(&self, key: &str, value: &Option<String>) -> Option<String> {
        self.words(key, self.required(key, value, "\" で囲んだ文字")?)
    }

    /// A text that says something, where there is one.
    pub fn optional_text(&self, key: &str, value: &Option<String>) -> Option<String> {
        self.words(key, value.as_ref()?)
    }

    fn words(&self, key: &str, value: &str) -> Option<String> {
        if value.trim().is_empty() || value.trim() != value {
            self.key(key).value(quoted(value), "前後に空白のない文字");
            return None;
        }
        Some(value.to_owned())
    }

    /// Texts, each of which says something.
    pub fn texts(&self, key: &str, values: &[String]) -> Vec<String> {
        let list = self.key(key);
        let text = |(index, value): (usize, &String)| {
            let here = list.index(index);
            if value.trim().is_empty() || value.trim() != value {
                here.value(quoted(value), "前後に空白のない文字");
            }
            value.clone()
        };
        values.iter().enumerate().map(text).collect()
    }

    /// A day of the calendar, where one is written.
    pub fn date(&self, key: &str, value: &Option<String>) -> Option<NaiveDate> {
        let written = value.as_ref()?;
        let date = day_of_calendar(written);
        if date.is_none() {
            self.key(key).value(quoted(written), "暦にある日（例 2026-11-22）");
        }
        date
    }

    /// Each element of a list, as far as it can be read.
    pub fn each<T, U>(&self, key: &str, values: &[T], read: impl Fn(&T, &Place<'_>) -> Option<U>) -> Vec<U> {
        let list = self.key(key);
        values.iter().enumerate().filter_map(|(index, value)| read(value, &list.index(index))).collect()
    }

    /// The source under `source`, which must be there: `"document: place"`.
    pub fn source(&self, value: &Option<String>) -> Option<Source> {
        const FORM: &str = "資料のid と場所（例 \"leaflet: 表面「利用料」\"。`:` は半角）";
        let written = self.required("source", value, FORM)?;
        let here = self.key("source");
        let Some((document, place)) = written.split_once(':') else {
            here.value(quoted(written), FORM);
            return None;
        };
        if place.trim().is_empty() {
            here.value(quoted(written), FORM);
        }
        let known = self.ledger.documents.iter().position(|id| id == document.trim());
        let Some(document) = known.and_then(|index| u8::try_from(index).ok()) else {
            here.problem(format!("`{document}` という資料はありません"), self.documents());
            return None;
        };
        Some(Source { document, place: place.trim().to_owned() })
    }

    /// The documents that there are, each once: that one stands there twice is told at its own place.
    fn documents(&self) -> String {
        let named = self.ledger.documents.iter().map(String::as_str).filter(|id| !id.is_empty());
        let names: BTreeSet<&str> = named.clone().collect();
        let mut left = names.clone();
        let listed = listed(named.filter(|id| left.remove(id)));
        match names.len() {
            0 => "[[document]] に書いた `id`".to_owned(),
            1 => listed,
            _ => format!("{listed} のどれか"),
        }
    }

    /// A fact with the source that stands beside it.
    pub fn sourced<T>(&self, value: Option<T>, source: &Option<String>) -> Option<Sourced<T>> {
        let source = self.source(source);
        Some(Sourced { value: value?, source: source? })
    }
}

/// A day like 2026-11-22.
pub(super) fn day_of_calendar(written: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(written, "%Y-%m-%d").ok().filter(|_| written.len() == 10)
}

/// A text as it is written in the file.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// Names in a row, for a sentence.
pub(super) fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join("、")
}
