//! The rule files' JSON Schema: what the types give, what the rule files keep to, and what the documentation names.

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
    const SAID: [&str; 7] = ["$schema", "description", "format", "title", "x-example", "x-needed", "x-range"];
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

/// Whether a text is written in Japanese.
fn is_japanese(text: &str) -> bool {
    text.chars().any(|letter| ('\u{3041}'..='\u{9fff}').contains(&letter))
}

#[test]
fn an_editor_tells_of_every_key_and_word_in_japanese() {
    let schema = schema();
    let mut all = Vec::new();
    each(&schema, &mut all);
    let keys = all.iter().filter_map(|inner| inner["properties"].as_object()).flatten();
    let keys = keys.map(|(key, of)| (key.as_str(), &of["description"]));
    let words = all.iter().filter_map(|inner| Some((inner["const"].as_str()?, &inner["description"])));
    let told: Vec<(&str, &Schema)> = keys.chain(words).collect();
    assert!(told.len() > 200, "{}", told.len());
    let untold = told.iter().filter(|(_, said)| !said.as_str().is_some_and(is_japanese));
    assert_eq!(untold.collect::<Vec<_>>(), Vec::<&(&str, &Schema)>::new());
}

#[test]
fn the_committed_reference_is_what_the_types_give() {
    let committed = read(&xtask::schema::reference_file());
    let made = xtask::schema::reference().expect("a place for every type");
    assert!(committed == made, "run `cargo xtask schema` and commit what it writes");
}

#[test]
fn the_reference_lacks_no_type() {
    let extra = shape::json_schema().replacen(
        "\"properties\": {",
        "\"properties\": { \"colour\": { \"type\": \"string\" },",
        1,
    );
    let refused = xtask::schema::reference_of(&extra).expect_err("a key without a row");
    assert!(refused.to_string().contains("colour"), "{refused}");
}

#[test]
fn a_clerk_reads_one_short_page() {
    let page = read(&repository().join("docs/rule-format.md"));
    assert!(page.lines().count() <= 150, "{} lines", page.lines().count());
    let reference = read(&xtask::schema::reference_file());
    let headings: Vec<String> = reference.lines().filter(|line| line.starts_with('#')).map(anchor).collect();
    let links = reference.split("](#").skip(1).filter_map(|rest| rest.split(')').next());
    let dead: Vec<&str> = links.filter(|link| !headings.iter().any(|heading| heading == link)).collect();
    assert_eq!(dead, Vec::<&str>::new());
}

/// The name by which a link finds a heading, as GitHub makes it.
fn anchor(heading: &str) -> String {
    let kept = heading.trim_start_matches(['#', ' ']).chars();
    let kept: String = kept.filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter)).collect();
    kept.to_lowercase().replace(' ', "-")
}

#[test]
fn the_documentation_begins_with_a_file_that_loads() {
    let text = read(&repository().join("docs/rule-format.md"));
    let (_, rest) = text.split_once("```toml\n#:schema").expect("a whole rule file");
    let (file, _) = rest.split_once("```").expect("its end");
    let programme = programmes::parse("mihon.toml", &format!("#:schema{file}"));
    assert_eq!(programme.map(|programme| programme.name), Ok("見本市".to_owned()));
}
