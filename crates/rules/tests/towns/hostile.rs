//! Queries, bytes and lists that are not what they should be.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use rules::towns::{DecodeError, Index, ListFile, encode};

use super::{BYTES, INDEX};

/// What has a meaning of its own somewhere in the search, and what has none anywhere.
const PIECES: &str = "北区府中東京都道郡ぐんしくまちｶﾞﾊﾟゃっんーabcdhijmnosuzōŌ〒-０１9４ 　'ﾞﾟ\u{3099}\u{309a}\u{0}\u{304}\u{10ffff}\u{e0100}ﾀ🍼";

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    #[test]
    fn any_query_has_an_answer(query in any::<String>()) {
        prop_assert!(INDEX.search(&query, 20).len() <= 20);
    }

    #[test]
    fn any_query_of_what_matters_has_an_answer(pieces in vec(select(PIECES.chars().collect::<Vec<_>>()), 0..14)) {
        let query: String = pieces.into_iter().collect();
        prop_assert!(INDEX.search(&query, 20).len() <= 20);
    }

    #[test]
    fn any_bytes_decode_or_do_not(bytes in vec(any::<u8>(), 0..60), query in any::<String>()) {
        let _ = Index::decode(bytes.clone());
        if let Ok(index) = Index::decode([&BYTES[..6], &bytes].concat()) {
            index.search(&query, 20);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(120) })]

    #[test]
    fn a_changed_index_answers_or_does_not_decode(changes in vec((6..BYTES.len(), any::<u8>()), 1..5)) {
        let mut bytes = BYTES.clone();
        for (place, byte) in changes {
            bytes[place] = byte;
        }
        if let Ok(index) = Index::decode(bytes) {
            for query in ["北", "tu", "060", "東京 北区北"] {
                index.search(query, 20);
            }
        }
    }
}

#[test]
fn an_endless_query_has_an_answer() {
    for piece in ["あ", "m", "北", "1", "東京都", "sh", "ﾞ"] {
        INDEX.search(&piece.repeat(10_000), 20);
    }
}

#[test]
fn what_is_no_index_is_refused() {
    let refused = |bytes: &[u8]| Index::decode(bytes.to_vec()).err();
    for foreign in [&b""[..], b"SNT", b"SNPR\x01\0", b"<!doctype html>"] {
        assert_eq!(refused(foreign), Some(DecodeError::Foreign));
    }
    assert_eq!(refused(b"SNTN\x07\x07\0\0\0\0"), Some(DecodeError::OtherVersion));
    for end in (4..BYTES.len()).step_by(613).chain(BYTES.len() - 40..BYTES.len()) {
        assert_eq!(refused(&BYTES[..end]), Some(DecodeError::Damaged), "cut off at {end}");
    }
    assert_eq!(refused(&[&BYTES[..], b"\n"].concat()), Some(DecodeError::Damaged));
    // Counts that promise more than there is take no memory.
    assert_eq!(refused(b"SNTN\x01\0\xff\xff\xff\xff\x0f\xff\xff\xff\xff\x0f\0\0"), Some(DecodeError::Damaged));
}

#[test]
fn a_bad_line_is_named() {
    let places = "010006\t北海道\t\t\tほっかいどう\n011002\t北海道\t札幌市\t\tさっぽろし\n";
    let bad = |places: &str, runs: &str| {
        let error = encode(places, runs).expect_err("an error");
        (error.file, error.line)
    };
    assert!(encode(&format!("# 札幌\n\n{places}"), "0600000\t0600001\t011002\n").is_ok());
    for line in [
        "011011\t北海道\t札幌市\t中央区",
        "011011\t北海道\t札幌市\t中央区\tちゅうおうく\t",
        "011012\t北海道\t札幌市\t中央区\tちゅうおうく",
        "11011\t北海道\t札幌市\t中央区\tちゅうおうく",
        "011011\t北海道\t札幌市\t中央区\tチュウオウク",
        "011011\t北海道\t札幌市\t中央区\t",
        "011011\t北海道\t函館市\t中央区\tちゅうおうく",
        "011011\t北海道\t札幌市\t中央\tちゅうおう",
        "011011\t青森県\t札幌市\t中央区\tちゅうおうく",
        "011002\t北海道\t札幌市\t\tさっぽろし",
        "012025\t北海道\t函館\t\tはこだて",
        "010006\t北海道\t\t\tほっかいどう",
        "022012\t青森県\t青森市\t\tあおもりし",
    ] {
        assert_eq!(bad(&format!("{places}{line}\n"), ""), (ListFile::Municipalities, 3), "{line}");
    }
    for line in [
        "0600000\t0600001",
        "0600000\t0600001\t011002\t",
        "060000\t0600001\t011002",
        "06000000\t0600001\t011002",
        "0600001\t0600000\t011002",
        "0500000\t0600001\t011002",
        "0600000\t0600001\t012025",
        "0600000\t0600001\t01100",
    ] {
        assert_eq!(bad(places, &format!("0600000\t0600000\t011002\n{line}\n")), (ListFile::PostalCodes, 2), "{line}");
    }
    let error = encode(&format!("{places}0\n"), "").expect_err("an error");
    assert_eq!(
        error.to_string(),
        "municipalities.tsv, line 3: found \"0\", code, prefecture, municipality, ward and reading between tabs expected"
    );
}
