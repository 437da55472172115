//! The reference of the rule files: a text with places for tables, and the tables as the types give them.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// The text. A line `{keys KEY KEY …}` stands for the table of the type that has these keys, in this order, and of the words
/// that they take.
const TEXT: &str = include_str!("reference.md");
const KEYS: &str = "| キー | 意味 | 範囲 | 必要 | 例 |\n|---|---|---|---|---|\n";
const WORDS: &str = "| ことば | キー | 意味 |\n|---|---|---|\n";

/// The keys of a type, by which it is known.
type Keys<'a> = BTreeSet<&'a str>;

/// The reference, from the schema of the rule files.
///
/// # Errors
///
/// Where the text has no place for a type, or has one for a type that is none.
pub fn reference(schema: &str) -> Result<String> {
    let root: Value = serde_json::from_str(schema).context("the schema")?;
    let mut types = BTreeMap::new();
    collect(&root, &mut types);
    let sections = sections();
    for keys in types.keys() {
        ensure!(sections.iter().any(|(of, _)| of == keys), "reference.md has no place for the type with {keys:?}");
    }
    let mut reference = Reference { root: &root, sections, told: BTreeSet::new() };
    let mut text = String::new();
    for line in TEXT.lines() {
        let Some(keys) = place(line) else {
            text.push_str(&[line, "\n"].concat());
            continue;
        };
        let of = types.get(&keys.iter().copied().collect::<Keys<'_>>());
        text.push_str(&reference.tables(of.with_context(|| format!("no type has just the keys {keys:?}"))?, &keys)?);
    }
    Ok(text)
}

/// The keys of which a line is the place.
fn place(line: &str) -> Option<Vec<&str>> {
    Some(line.strip_prefix("{keys ")?.strip_suffix('}')?.split(' ').collect())
}

/// The types with the headings under which their tables stand.
fn sections() -> Vec<(Keys<'static>, &'static str)> {
    let mut heading = "";
    let mut sections = Vec::new();
    for line in TEXT.lines() {
        if line.starts_with('#') {
            heading = line.trim_start_matches(['#', ' ']);
        } else if let Some(keys) = place(line) {
            sections.push((keys.into_iter().collect(), heading));
        }
    }
    sections
}

/// Every type of a schema, by its keys.
fn collect<'s>(of: &'s Value, types: &mut BTreeMap<Keys<'s>, &'s Value>) {
    if let Some(keys) = keys(of) {
        types.insert(keys, of);
    }
    let within =
        ["properties", "definitions"].iter().filter_map(|key| of[*key].as_object()).flat_map(|all| all.values());
    within.chain(forms(of)).for_each(|inner| collect(inner, types));
}

fn keys(of: &Value) -> Option<Keys<'_>> {
    of["properties"].as_object().map(|properties| properties.keys().map(String::as_str).collect())
}

/// The forms that a value may take, and the form of what a list holds.
fn forms(of: &Value) -> impl Iterator<Item = &Value> {
    let forms = ["anyOf", "allOf", "oneOf"].iter().filter_map(|key| of[*key].as_array()).flatten();
    forms.chain(of.get("items"))
}

struct Reference<'s> {
    root: &'s Value,
    sections: Vec<(Keys<'static>, &'static str)>,
    /// The sets of words that have a table by now.
    told: BTreeSet<Vec<&'s str>>,
}

/// What a key takes beside numbers and texts.
#[derive(Default)]
struct Takes<'s> {
    /// Words, with their meanings.
    words: Vec<(&'s str, &'s str)>,
    /// Tables.
    tables: Vec<Keys<'s>>,
}

impl<'s> Reference<'s> {
    fn tables(&mut self, of: &'s Value, keys: &[&str]) -> Result<String> {
        let required: Vec<&str> = of["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let (mut table, mut words) = (KEYS.to_owned(), String::new());
        for key in keys {
            let property = &of["properties"][*key];
            let mut takes = Takes::default();
            self.take(property, &mut takes);
            let row = self.row(key, property, required.contains(key), &takes);
            table.push_str(&row.with_context(|| format!("`{key}` of {keys:?}"))?);
            let set: Vec<&str> = takes.words.iter().map(|(word, _)| *word).collect();
            if !set.is_empty() && self.told.insert(set) {
                words.extend(
                    takes.words.iter().map(|(word, meaning)| format!("| `\"{word}\"` | `{key}` | {meaning} |\n")),
                );
            }
        }
        Ok(if words.is_empty() { table } else { [&table, "\n", WORDS, &words].concat() })
    }

    fn row(&self, key: &str, property: &Value, required: bool, takes: &Takes<'_>) -> Result<String> {
        let said = |what: &str| property[what].as_str();
        let meaning = said("description").context("no description")?;
        let meaning = match key {
            // The section on sources holds for all of them.
            "source" => meaning.replacen("出典", &link("出典 source"), 1),
            _ => {
                let of_tables = self.sections.iter().filter(|(keys, _)| takes.tables.contains(keys));
                let links = of_tables.map(|(_, heading)| link(heading));
                core::iter::once(meaning.to_owned()).chain(links).collect::<Vec<_>>().join("。")
            }
        };
        let needed = said("x-needed").unwrap_or(if required { "必ず" } else { "なくてよい" });
        let example = said("x-example").map(|example| format!("`{example}`")).unwrap_or_default();
        Ok(format!("| `{key}` | {meaning} | {} | {needed} | {example} |\n", said("x-range").unwrap_or_default()))
    }

    fn take(&self, of: &'s Value, takes: &mut Takes<'s>) {
        if let Some(keys) = keys(of) {
            takes.tables.push(keys);
            return;
        }
        if let (Some(word), Some(meaning)) = (of["const"].as_str(), of["description"].as_str()) {
            takes.words.push((word, meaning));
        }
        let named = of["$ref"].as_str().and_then(|name| self.root.pointer(name.trim_start_matches('#')));
        forms(of).chain(named).for_each(|part| self.take(part, takes));
    }
}

/// A link to a heading, as GitHub names headings.
fn link(heading: &str) -> String {
    let name: String = heading.chars().filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter)).collect();
    let title = heading.split(' ').next().unwrap_or(heading);
    format!("[{title}](#{})", name.to_lowercase().replace(' ', "-"))
}
