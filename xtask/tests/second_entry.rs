//! Two readings of the sources: the rule files, and a transcription made without sight of them. Whatever differs is
//! settled at the source.

use std::fs;
use std::path::Path;

use sango_navi::programmes;
use serde_json::{Map, Value, json};

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace's folder")
}

/// What `cargo xtask export` prints of a town.
fn exported(town: &str) -> Value {
    let programme = programmes::load(&repository().join("src/programmes"), town).expect("the rule file loads");
    xtask::export::value(&[programme])["programmes"][0].clone()
}

fn second_entry(town: &str) -> Value {
    let file = repository().join("tests/second_entry").join(town).with_extension("json");
    let text = fs::read_to_string(file).expect("the second entry");
    serde_json::from_str(&text).expect("JSON")
}

/// A value without the blanks in its texts: how a line breaks and where a space stands is layout.
fn squeezed(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(text.split_whitespace().collect()),
        Value::Array(list) => Value::Array(list.iter().map(squeezed).collect()),
        Value::Object(object) => object.iter().map(|(key, value)| (key.clone(), squeezed(value))).collect(),
        other => other.clone(),
    }
}

/// Only these keys of an object.
fn only(value: &Value, keys: &[&str]) -> Value {
    let kept: Map<String, Value> = keys.iter().map(|key| ((*key).to_owned(), squeezed(&value[*key]))).collect();
    Value::Object(kept)
}

fn rows(programme: &Value) -> Vec<Value> {
    const KEYS: [&str; 9] = ["name", "service", "address", "tel", "booking", "hours", "holidays", "closed", "limit"];
    programme["facilities"].as_array().expect("facilities").iter().map(|row| only(row, &KEYS)).collect()
}

/// The export's fees in the second entry's arrangement.
fn fees(period: &Value) -> (Value, Value) {
    let (mut fees, mut further_nights) = (Map::new(), Map::new());
    for service in period["services"].as_array().expect("services") {
        let name = service["service"].as_str().expect("a name").to_owned();
        let households = service["fees"].as_object().expect("fees by household");
        let smallest: Map<String, Value> = households
            .iter()
            .map(|(household, fee)| (household.clone(), only(fee, &["one", "two", "three"])))
            .collect();
        if name == "stay" {
            let further = households.iter().map(|(household, fee)| (household.clone(), fee["further_night"].clone()));
            further_nights.insert(name.clone(), Value::Object(further.collect()));
        }
        fees.insert(name, Value::Object(smallest));
    }
    (Value::Object(fees), Value::Object(further_nights))
}

fn compare(town: &str) {
    let (first, second) = (exported(town), second_entry(town));
    for key in ["municipality", "code", "name", "contacts"] {
        assert_eq!(squeezed(&first[key]), squeezed(&second[key]), "{town} {key}");
    }
    let edition = only(&first["edition"], &["date", "text"]);
    assert_eq!(edition, squeezed(&second["edition"]), "{town} edition");

    let (first_rows, second_rows) = (rows(&first), rows(&second));
    for (first, second) in first_rows.iter().zip(&second_rows) {
        assert_eq!(first, second, "{town}");
    }
    assert_eq!(first_rows.len(), second_rows.len(), "{town}");

    let periods = first["periods"].as_array().expect("periods");
    assert_eq!(periods.len(), 1, "{town}");
    let period = &periods[0];
    let (smallest, further_night) = fees(period);
    assert_eq!(smallest, second["fees"], "{town} fees");
    assert_eq!(further_night, second["further_night"], "{town} further nights");
    let pools: Vec<Value> = period["pools"]
        .as_array()
        .expect("pools")
        .iter()
        .map(|pool| only(pool, &["services", "single", "multiples"]))
        .collect();
    assert_eq!(json!(pools), second["limits"]["pools"], "{town} limits");
    assert_eq!(period["application"]["from_week"], second["apply_from_weeks"], "{town} application");
    let cancel = match &period["cancel"] {
        Value::Null => Value::Null,
        cancel => only(cancel, &["days_before", "time", "inclusive"]),
    };
    assert_eq!(cancel, second["cancel"], "{town} cancellation");
}

/// Every town of which there is a second entry.
#[test]
fn each_town_reads_the_same_twice() {
    let folder = fs::read_dir(repository().join("tests/second_entry")).expect("the second entries");
    let files = folder.map(|entry| entry.expect("an entry").path());
    let towns: Vec<String> = files
        .filter(|file| file.extension().is_some_and(|extension| extension == "json"))
        .map(|file| file.file_stem().expect("a name").to_string_lossy().into_owned())
        .collect();
    for town in ["asahikawa", "kita", "nakano", "nerima"] {
        assert!(towns.iter().any(|known| known == town), "{town} has a second entry");
    }
    for town in &towns {
        compare(town);
    }
}
