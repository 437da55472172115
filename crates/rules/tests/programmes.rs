//! The rule files as a whole, what is said of broken ones, and the compiled form.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

use rules::domain::Programme;
use rules::domain::phone::PhoneNumber;
use rules::domain::programme::{Body, Contact, Facility, NameReading};
use rules::domain::service::Service;
use rules::domain::source::Source;
use rules::programmes::{self, DecodeError};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/programmes")
}

fn all() -> Vec<Programme> {
    programmes::load_all(&folder()).unwrap_or_else(|problems| {
        panic!("{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })
}

fn facilities(programme: &Programme) -> Vec<&Facility> {
    match &programme.body {
        Body::Scheme(periods) => periods.iter().flat_map(|period| &period.rules.facilities).collect(),
        Body::Association(_) => Vec::new(),
    }
}

fn rows(programme: &Programme, service: Service) -> usize {
    let offers = facilities(programme).into_iter().flat_map(|facility| &facility.offers);
    offers.filter(|offer| offer.service == service).count()
}

#[test]
fn each_town_has_the_rows_of_its_tables() {
    let counted: Vec<(String, [usize; 4])> = all()
        .iter()
        .map(|town| {
            let [stay, day, visit] = Service::ALL.map(|service| rows(town, service));
            (town.id.clone(), [facilities(town).len(), stay, day, visit])
        })
        .collect();
    let expected = [
        ("hokkaido", [0, 0, 0, 0]),
        ("asahikawa", [11, 5, 4, 7]),
        ("nakano", [0, 0, 0, 0]),
        ("kita", [25, 8, 10, 9]),
        ("nerima", [30, 14, 16, 15]),
    ];
    for (id, rows) in expected {
        assert!(counted.contains(&(id.to_owned(), rows)), "{id}: {counted:?}");
    }
}

/// Whom to ask is named as printed; where that office prints no number, one that does is named beside it.
#[test]
fn an_office_with_a_number_is_always_named() {
    let contact = |(name, tel): &(&str, Option<&str>)| Contact {
        name: (*name).to_owned(),
        tel: tel.and_then(|tel| PhoneNumber::parse(tel).ok()),
    };
    let (ring, quiet, other) = (("窓口", Some("03-1111-1111")), ("相談所", None), ("係", Some("03-2222-2222")));
    for (contacts, rung, asked) in [
        (vec![], None, vec![]),
        (vec![ring, other], Some("窓口"), vec!["窓口"]),
        (vec![quiet, ring, other], Some("窓口"), vec!["相談所", "窓口"]),
        (vec![quiet], Some("相談所"), vec!["相談所"]),
    ] {
        let town = Programme { contacts: contacts.iter().map(contact).collect(), ..all().remove(0) };
        assert_eq!(town.office_to_ring().map(|office| office.name.as_str()), rung, "{contacts:?}");
        assert_eq!(town.offices_to_ask().map(|office| office.name.as_str()).collect::<Vec<_>>(), asked, "{contacts:?}");
    }
}

#[test]
fn doubtful_names_are_kept_and_marked() {
    let doubtful: Vec<String> = all()
        .iter()
        .flat_map(|town| {
            facilities(town).into_iter().map(|facility| (town.id.clone(), facility.clone())).collect::<Vec<_>>()
        })
        .filter(|(town, _)| ["kita", "nerima"].contains(&town.as_str()))
        .filter(|(_, facility)| facility.name_reading == NameReading::Doubtful)
        .map(|(town, facility)| format!("{town} {}", facility.name))
        .collect();
    let expected = [
        "kita ほっこりへの 志茂店",
        "kita ほっこりへの 北赤羽店",
        "kita はうおり助産院",
        "kita がまへず助産院",
        "nerima はうおり助産院",
    ];
    assert_eq!(doubtful, expected);
}

#[test]
fn every_period_says_where_its_facts_stand() {
    for town in all() {
        let documents = town.documents.len();
        let known = |source: &Source| usize::from(source.document) < documents && !source.place.is_empty();
        let offers: Vec<_> = facilities(&town).into_iter().flat_map(|facility| facility.offers.clone()).collect();
        assert!(offers.iter().all(|offer| known(&offer.source)), "{}", town.id);
        assert!(town.documents.iter().all(|document| document.checked.is_some()), "{}", town.id);
    }
}

/// Beside each broken rule file stand the problems that must come out, all of them, in this order.
#[test]
fn all_problems_of_a_broken_file_come_out_at_once() {
    let broken = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/broken_rules");
    let mut files: Vec<PathBuf> = fs::read_dir(&broken)
        .expect("the folder of broken rule files")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    files.sort();
    assert_eq!(files.len(), 9);
    for file in files {
        let problems = programmes::load_files(std::slice::from_ref(&file)).expect_err("a broken file");
        let found: Vec<String> = problems.iter().map(ToString::to_string).collect();
        let expected = fs::read_to_string(file.with_extension("problems")).unwrap_or_default();
        let expected: Vec<&str> = expected.lines().collect();
        assert_eq!(found, expected, "{}\n{}", file.display(), found.join("\n"));
    }
}

#[test]
fn problems_of_several_files_come_out_together() {
    let broken = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/broken_rules");
    let problems = programmes::load_all(&broken).expect_err("broken files");
    let files: std::collections::BTreeSet<&str> = problems.iter().map(|problem| problem.file.as_str()).collect();
    assert_eq!(files.len(), 9, "{files:?}");
}

#[test]
fn two_files_for_one_town_are_a_problem() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("two_files_for_one_town");
    fs::create_dir_all(&folder).expect("a folder");
    let text = fs::read_to_string(self::folder().join("nakano.toml")).expect("a rule file");
    fs::write(folder.join("nakano.toml"), &text).expect("a copy");
    fs::write(folder.join("nakanoku.toml"), text.replace("id = \"nakano\"", "id = \"nakanoku\"")).expect("a copy");
    let problems = programmes::load_all(&folder).expect_err("two files for one code");
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(lines, ["nakanoku.toml: code: \"131148\" は nakano.toml にもあります。正しくは まちごとに別のコード"]);
}

#[test]
fn a_file_that_is_not_there_is_one_problem() {
    let problems = programmes::load(&folder(), "nowhere").expect_err("no such file");
    assert_eq!(problems.len(), 1);
    assert!(problems[0].to_string().starts_with("nowhere.toml: ありません。正しくは "), "{}", problems[0]);
    assert_eq!(programmes::load(&folder(), "kita").map(|town| town.id), Ok("kita".to_owned()));
}

#[test]
fn the_compiled_form_gives_the_programme_back() {
    for town in all() {
        assert_eq!(programmes::decode(&programmes::encode(&town)), Ok(town));
    }
}

#[test]
fn cut_off_bytes_are_refused() {
    for town in all() {
        let bytes = programmes::encode(&town);
        for length in 0..bytes.len() {
            assert!(
                programmes::decode(&bytes[..length]).is_err(),
                "{} of {} bytes of {}",
                length,
                bytes.len(),
                town.id
            );
        }
        let longer = [bytes.as_slice(), &[0]].concat();
        assert_eq!(programmes::decode(&longer), Err(DecodeError::Damaged));
    }
}

#[test]
fn changed_bytes_are_refused() {
    let bytes = programmes::encode(&programmes::load(&folder(), "nakano").expect("a rule file"));
    for place in 0..bytes.len() {
        for bit in 0..8 {
            let mut changed = bytes.clone();
            changed[place] ^= 1 << bit;
            assert!(programmes::decode(&changed).is_err(), "byte {place}, bit {bit}");
        }
    }
}

#[test]
fn foreign_bytes_are_refused() {
    assert_eq!(programmes::decode(b""), Err(DecodeError::Foreign));
    assert_eq!(programmes::decode(b"<!DOCTYPE html>"), Err(DecodeError::Foreign));
    let mut later = programmes::encode(&programmes::load(&folder(), "nakano").expect("a rule file"));
    later[4] ^= 0xff;
    assert_eq!(programmes::decode(&later), Err(DecodeError::OtherVersion));
    // xorshift: the same bytes on every run.
    let mut state: u64 = 0x9e37_79b9_7f4a_7c15;
    for length in 0..2_000_usize {
        let bytes: Vec<u8> = (0..length)
            .map(|_| {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                state.to_le_bytes()[0]
            })
            .collect();
        assert!(programmes::decode(&bytes).is_err(), "{length} bytes");
    }
}

#[test]
fn the_json_schema_names_what_a_file_must_have() {
    let schema = programmes::shape::json_schema();
    for key in ["\"id\"", "\"code\"", "\"period\"", "\"months_and_zero_days\"", "\"first_night\"", "\"unprinted\""] {
        assert!(schema.contains(key), "{key}");
    }
}
