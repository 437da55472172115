//! The rule files' JSON Schema: what the types give, what the rule files keep to, and what the documentation names.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use sango_navi::programmes::{self, shape};
use serde_json::Value as Schema;
use toml::Value;

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace's folder").to_path_buf()
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn schema() -> Schema {
    serde_json::from_str(&shape::json_schema()).expect("JSON")
}

fn rule_files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(repository().join(folder)).expect("a folder");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    files
}

/// Every schema inside a schema, itself first.
fn each<'s>(schema: &'s Schema, found: &mut Vec<&'s Schema>) {
    found.push(schema);
    for key in ["properties", "definitions"] {
        schema[key].as_object().into_iter().flat_map(|inner| inner.values()).for_each(|inner| each(inner, found));
    }
    for key in ["anyOf", "allOf", "oneOf"] {
        schema[key].as_array().into_iter().flatten().for_each(|inner| each(inner, found));
    }
    if schema["items"].is_object() {
        each(&schema["items"], found);
    }
}

/// What of `value` does not fit, each with its key path.
fn misfits(value: &Value, schema: &Schema, root: &Schema, path: &str) -> Vec<String> {
    let all = |key: &str| schema[key].as_array().map(Vec::as_slice).unwrap_or_default();
    let mut found = Vec::new();
    if let Some(pointer) = schema["$ref"].as_str() {
        let target = root.pointer(pointer.trim_start_matches('#')).expect("a definition");
        found.extend(misfits(value, target, root, path));
    }
    for part in all("allOf") {
        found.extend(misfits(value, part, root, path));
    }
    for forms in [all("anyOf"), all("oneOf")] {
        if !forms.is_empty() && !forms.iter().any(|form| misfits(value, form, root, path).is_empty()) {
            found.push(format!("{path}: none of its forms"));
        }
    }
    let fits = match schema["type"].as_str() {
        Some("object") => value.is_table(),
        Some("array") => value.is_array(),
        Some("integer") => value.is_integer(),
        // An editor reads a date of TOML as a text.
        Some("string") => value.is_str() || value.is_datetime(),
        Some(other) => panic!("{path}: {other} is no type of a rule file"),
        None => true,
    };
    if !fits || schema["const"].as_str().is_some_and(|word| value.as_str() != Some(word)) {
        found.push(format!("{path}: no {}", schema["const"].as_str().or(schema["type"].as_str()).unwrap_or_default()));
    }
    if let Some(number) = value.as_integer() {
        let below = schema["minimum"].as_i64().is_some_and(|least| number < least);
        if below || schema["maximum"].as_i64().is_some_and(|most| number > most) {
            found.push(format!("{path}: {number} is out of range"));
        }
    }
    for (index, element) in value.as_array().into_iter().flatten().enumerate() {
        found.extend(misfits(element, &schema["items"], root, &format!("{path}[{index}]")));
    }
    if let (Some(table), Some(properties)) = (value.as_table(), schema["properties"].as_object()) {
        for (key, value) in table {
            match properties.get(key) {
                Some(property) => found.extend(misfits(value, property, root, &format!("{path}.{key}"))),
                None => found.push(format!("{path}.{key}: no such key")),
            }
        }
        let required = all("required").iter().filter_map(Schema::as_str);
        found.extend(required.filter(|key| !table.contains_key(*key)).map(|key| format!("{path}.{key}: missing")));
    }
    found
}

fn misfits_of(file: &Path) -> Vec<String> {
    let schema = schema();
    misfits(&toml::from_str(&read(file)).expect("TOML"), &schema, &schema, "")
}

#[test]
fn the_committed_schema_is_what_the_types_give() {
    let committed = read(&xtask::schema::file());
    assert!(committed == shape::json_schema(), "run `cargo xtask schema` and commit what it writes");
}

#[test]
fn it_says_nothing_that_the_reading_here_overlooks() {
    const READ: [&str; 13] = [
        "$ref",
        "additionalProperties",
        "allOf",
        "anyOf",
        "const",
        "definitions",
        "items",
        "maximum",
        "minimum",
        "oneOf",
        "properties",
        "required",
        "type",
    ];
    const SAID: [&str; 4] = ["$schema", "description", "format", "title"];
    let schema = schema();
    let mut all = Vec::new();
    each(&schema, &mut all);
    for inner in all {
        for key in inner.as_object().expect("an object").keys() {
            assert!(READ.contains(&key.as_str()) || SAID.contains(&key.as_str()), "{key}");
        }
        assert_eq!(inner["properties"].is_object(), inner["additionalProperties"] == false, "{inner:#}");
    }
}

#[test]
fn every_rule_file_keeps_to_it_and_names_it_for_editors() {
    let files = rule_files("src/programmes");
    assert!(files.len() >= 5, "{files:?}");
    for file in &files {
        assert_eq!(misfits_of(file), Vec::<String>::new(), "{}", file.display());
        assert!(read(file).starts_with("#:schema ./schema.json\n"), "{}: its first line", file.display());
    }
    for file in rule_files("tests/fixture_towns") {
        assert_eq!(misfits_of(&file), Vec::<String>::new(), "{}", file.display());
    }
}

#[test]
fn it_refuses_what_the_loader_refuses_for_its_form() {
    let found = misfits_of(&repository().join("tests/broken_rules/keys.toml"));
    for problem in [
        ".colour: no such key",
        ".title: no string",
        ".contact[0].fax: no such key",
        ".period[0].late_cancellation: none of its forms",
        ".period[0].application.from_week: no integer",
        ".period[0].application.ways[1]: none of its forms",
        ".period[0].stay.includes[0]: no object",
        ".period[0].stay.fee.general.per: none of its forms",
        ".period[0].stay.fee.tax_exempt: none of its forms",
        ".period[0].quota[0].limit: -4 is out of range",
        ".period[0].facility[0].telephone: no such key",
    ] {
        assert!(found.iter().any(|line| line == problem), "{problem}\n{found:#?}");
    }
    let found = misfits_of(&repository().join("tests/broken_rules/empty.toml"));
    assert!(found.iter().any(|line| line == ".code: missing"), "{found:#?}");
}

/// The keys of a table of a rule file, and which of them must be there.
type Keys = (BTreeSet<String>, BTreeSet<String>);

/// The tables that the schema knows.
fn tables() -> BTreeSet<Keys> {
    let schema = schema();
    let mut all = Vec::new();
    each(&schema, &mut all);
    let keys = |inner: &Schema| -> Option<Keys> {
        let all = inner["properties"].as_object()?.keys().cloned().collect();
        let required = inner["required"].as_array().into_iter().flatten();
        Some((all, required.filter_map(|key| key.as_str().map(str::to_owned)).collect()))
    };
    all.into_iter().filter_map(keys).collect()
}

/// The key between the first pair of backticks of a table's cell.
fn key(cell: &str) -> Option<&str> {
    cell.trim().strip_prefix('`')?.strip_suffix('`')
}

/// The documentation's tables of keys, each by the heading above it: the key of a row, and what its row says of whether
/// it must be there.
fn documented(text: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut tables: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let (mut heading, mut within) = ("", false);
    for line in text.lines() {
        let cells: Vec<&str> = line.split('|').collect();
        match cells.as_slice() {
            ["", " キー ", ..] => within = true,
            ["", first, .., needed, _, ""] if within => {
                if let Some(key) = key(first) {
                    let rows = tables.entry(heading.to_owned()).or_default();
                    let twice = rows.insert(key.to_owned(), needed.trim().to_owned());
                    assert_eq!(twice, None, "{heading}: {key} twice");
                }
            }
            _ => within = false,
        }
        if line.starts_with('#') {
            heading = line;
        }
    }
    tables
}

#[test]
fn the_documentation_has_a_row_for_every_key() {
    let text = read(&repository().join("docs/rule-format.md"));
    let documented = documented(&text);
    let rows = |rows: &BTreeMap<String, String>| -> Keys {
        let must = rows.iter().filter(|(_, needed)| needed.as_str() == "必ず");
        (rows.keys().cloned().collect(), must.map(|(key, _)| key.clone()).collect())
    };
    let known = tables();
    for (keys, required) in &known {
        let described = documented.values().map(rows).find(|(of_table, _)| of_table == keys);
        let Some((_, must)) = described else {
            panic!("no table of docs/rule-format.md has just these rows: {keys:?}")
        };
        assert!(required.is_subset(&must), "{keys:?} must have {required:?}, documented {must:?}");
    }
    for (heading, table) in &documented {
        let (keys, _) = rows(table);
        assert!(known.iter().any(|(of_schema, _)| *of_schema == keys), "{heading}: no rule file has just {keys:?}");
    }
}

#[test]
fn the_documentation_names_every_word() {
    let text = read(&repository().join("docs/rule-format.md"));
    let schema = schema();
    let mut all = Vec::new();
    each(&schema, &mut all);
    let words: BTreeSet<&str> = all.into_iter().filter_map(|inner| inner["const"].as_str()).collect();
    assert!(words.len() > 40, "{words:?}");
    let unnamed: Vec<&&str> = words.iter().filter(|word| !text.contains(&format!("`\"{word}\"`"))).collect();
    assert!(unnamed.is_empty(), "docs/rule-format.md does not name {unnamed:?}");
}

#[test]
fn the_documentation_begins_with_a_file_that_loads() {
    let text = read(&repository().join("docs/rule-format.md"));
    let (_, rest) = text.split_once("```toml\n#:schema").expect("a whole rule file");
    let (file, _) = rest.split_once("```").expect("its end");
    let programme = programmes::parse("mihon.toml", &format!("#:schema{file}"));
    assert_eq!(programme.map(|programme| programme.name), Ok("見本市".to_owned()));
}
