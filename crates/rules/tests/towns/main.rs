//! Every municipality is there and is found, however it is typed; no bytes and no query bring the search down.
#![cfg(not(target_arch = "wasm32"))]

mod hostile;
mod romaji;
mod typed;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use rules::towns::{Index, Town, encode};

const PREFECTURES: usize = 47;

fn list(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../xtask/municipalities").join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

static BYTES: LazyLock<Vec<u8>> = LazyLock::new(|| {
    encode(&list("municipalities.tsv"), &list("postal_codes.tsv")).unwrap_or_else(|error| panic!("{error}"))
});
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::decode(BYTES.clone()).expect("the index of the list"));

/// The towns found, as 「東京都北区」, all of them or the first few.
fn found(query: &str, limit: usize) -> Vec<String> {
    INDEX.search(query, limit).iter().map(|town| format!("{}{}", town.prefecture, town.name)).collect()
}

/// The lines of a file of the list, by columns.
fn rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.lines()
        .filter(|line| line.starts_with(|one: char| one.is_ascii_digit()))
        .map(|line| line.split('\t').collect())
}

#[test]
fn every_municipality_is_there_once() {
    let towns: Vec<Town<'_>> = INDEX.towns().collect();
    let ending_in = |ending| towns.iter().filter(|town| town.name.ends_with(ending)).count();
    // As the Ministry of Internal Affairs counts them: 市, 町, 村, and 東京都's 区.
    assert_eq!([ending_in("市"), ending_in("町"), ending_in("村"), ending_in("区")], [792, 743, 183, 23]);
    assert_eq!(towns.len(), 1_741);
    assert_eq!(towns.iter().map(|town| town.prefecture).collect::<BTreeSet<_>>().len(), PREFECTURES);
    assert!(towns.is_sorted_by(|one, next| one.code < next.code), "by code, each once");
    println!("{} towns in {} bytes", towns.len(), BYTES.len());
}

#[test]
fn the_index_holds_what_the_list_holds() {
    let text = list("municipalities.tsv");
    let listed: Vec<Vec<&str>> = rows(&text).filter(|row| !row[2].is_empty() && row[3].is_empty()).collect();
    let held: Vec<Vec<&str>> =
        INDEX.towns().map(|town| vec![town.code, town.prefecture, town.name, "", town.reading]).collect();
    assert_eq!(held, listed);
    assert_eq!(rows(&text).filter(|row| !row[3].is_empty()).count(), 171, "行政区 of the 20 designated cities");
}

#[test]
fn every_code_ends_in_its_check_digit() {
    for town in INDEX.towns() {
        let digits: Vec<u32> = town.code.chars().map(|digit| digit.to_digit(10).expect("a digit")).collect();
        let weighted: u32 = digits.iter().zip([6, 5, 4, 3, 2]).map(|(digit, weight)| digit * weight).sum();
        // 総務省's rule: below 11 the sum is taken from 11 itself.
        let rest = if weighted < 11 { 11 - weighted } else { 11 - weighted % 11 };
        assert_eq!(digits[5], rest % 10, "{}", town.code);
        assert_eq!(INDEX.town(town.code), Some(town));
    }
    let kita = INDEX.town("131172").expect("北区");
    assert_eq!((kita.prefecture, kita.name, kita.reading), ("東京都", "北区", "きたく"));
    assert_eq!(INDEX.town("131171"), None);
    assert_eq!(INDEX.town(""), None);
}

#[test]
fn every_town_is_found_by_its_name_and_reading() {
    for town in INDEX.towns() {
        let first = |query: &str| INDEX.search(query, 1).first().copied();
        assert_eq!(first(&format!("{}{}", town.prefecture, town.name)), Some(town));
        // Alone, other towns of this name may come before it, by code, and no other.
        let named = INDEX.search(town.name, usize::MAX);
        let namesakes = INDEX.towns().filter(|other| other.name == town.name).collect::<Vec<_>>();
        assert!(named.starts_with(&namesakes), "{}: {named:?}", town.name);
        let katakana: String =
            town.reading.chars().map(|kana| char::from_u32(kana as u32 + 0x60).expect("kana")).collect();
        for query in [town.reading, &katakana, stem(town.name), stem_of_reading(town)] {
            assert!(INDEX.search(query, usize::MAX).contains(&town), "{query}: {town:?}");
        }
    }
}

#[test]
fn every_ward_finds_its_city() {
    let text = list("municipalities.tsv");
    for ward in rows(&text).filter(|row| !row[3].is_empty()) {
        let [_, prefecture, city, name, _] = ward[..] else { panic!("{ward:?}") };
        let whole = format!("{prefecture}{city}");
        for query in [format!("{city}{name}"), format!("{whole}{name}")] {
            assert_eq!(found(&query, 9), [whole.as_str()], "{query}");
        }
        assert!(found(name, 99).contains(&whole), "{name}");
    }
}

#[test]
fn every_postal_code_at_an_end_of_a_run_finds_its_town() {
    let runs = list("postal_codes.tsv");
    let mut with_codes = BTreeSet::new();
    for row in rows(&runs) {
        let [first, last, code] = row[..] else { panic!("{row:?}") };
        let town = INDEX.town(code).unwrap_or_else(|| panic!("{code} is a town's"));
        for postal_code in BTreeSet::from([first, last, &first[..3], &last[..5]]) {
            assert!(INDEX.search(postal_code, usize::MAX).contains(&town), "{postal_code}: {town:?}");
        }
        with_codes.insert(code);
    }
    assert_eq!(with_codes.len(), 1_741, "a town without postal codes");
}

#[test]
fn no_more_are_given_than_asked_for() {
    assert_eq!(found("東京都", 0), Vec::<String>::new());
    assert_eq!(found("東京都", 5).len(), 5);
    assert_eq!(found("東京都", usize::MAX).len(), 62);
}

fn stem(name: &str) -> &str {
    name.strip_suffix(['市', '区', '町', '村']).expect("a municipality's name")
}

fn stem_of_reading<'a>(town: Town<'a>) -> &'a str {
    let endings = match town.name.chars().next_back() {
        Some('市') => &["し"][..],
        Some('区') => &["く"],
        Some('町') => &["ちょう", "まち"],
        _ => &["むら", "そん"],
    };
    endings.iter().find_map(|ending| town.reading.strip_suffix(ending)).unwrap_or_else(|| panic!("{town:?}"))
}

/// What is given as an example of a postal code is a code of the town itself.
#[test]
fn an_example_of_a_postal_code_is_the_towns_own() {
    let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/programmes");
    let today = "2026-11-24".parse().expect("a date");
    let mut met = 0;
    for programme in rules::programmes::load_all(&rules).expect("the rule files") {
        let example = rules::interview::example_code(&programme, today);
        if !example.is_empty() {
            let town = format!("{}{}", programme.prefecture, programme.name);
            assert_eq!(found(&example, 5), [town], "{example}");
            met += 1;
        }
    }
    assert!(met > 0, "a town with a rule that names postal codes");
}

/// Who types another town's postal code hears whose it is; a code that several share is each one's own.
#[test]
fn a_postal_code_is_told_from_other_towns() {
    let nerima = "131202";
    for (code, town, others) in [
        ("1780063", nerima, &[][..]),
        ("1000001", nerima, &["東京都千代田区"]),
        ("1140001", nerima, &["東京都北区"]),
        ("4980000", nerima, &["愛知県弥富市", "三重県木曽岬町"]),
        ("4980000", "232351", &[]),
        ("4980000", "243035", &[]),
        // Nobody's, as far as is known: a company's own, or one that is new.
        ("0000000", nerima, &[]),
    ] {
        let found = INDEX.others_with(code, town);
        let found: Vec<String> = found.iter().map(|town| format!("{}{}", town.prefecture, town.name)).collect();
        assert_eq!(found, others, "{code} in {town}");
    }
    let runs = list("postal_codes.tsv");
    for row in rows(&runs) {
        let [first, last, code] = row[..] else { panic!("{row:?}") };
        for postal_code in [first, last] {
            assert_eq!(INDEX.others_with(postal_code, code), [], "{postal_code} in {code}");
        }
    }
}
