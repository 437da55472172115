//! `cargo xtask check` and `cargo xtask export` as an editor of rule files runs them.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A day after every one that the rule files name as past: no test asks this machine's clock.
const LATER: &str = "2027-01-31";

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace's folder").to_path_buf()
}

fn xtask(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.current_dir(repository()).args(arguments).output().expect("it runs")
}

fn lines(output: &Output) -> Vec<String> {
    String::from_utf8(output.stdout.clone()).expect("UTF-8").lines().map(str::to_owned).collect()
}

#[test]
fn the_rule_files_are_in_order_and_the_oldest_source_comes_first() {
    let output = xtask(&["check", "--today", "2025-11-22"]);
    assert!(output.status.success());
    let all = lines(&output);
    let (first, second) = (all.first().expect("a line"), all.get(1).expect("another"));
    let towns = xtask::rule_files::load().expect("the rule files load");
    let ids: Vec<&str> = towns.iter().map(|town| town.id.as_str()).collect();
    assert_eq!(*first, format!("{}件のファイルに間違いはありません: {}", ids.len(), ids.join("、")));
    assert_eq!(second, "2025-11-22 に見直す資料（古い順）:");
    // Of these towns, whatever stands between them.
    let known = ["hokkaido", "asahikawa", "nakano", "kita", "nerima"];
    let is_of_known = |line: &&String| known.iter().any(|id| line.starts_with(&format!("  {id}: ")));
    let lines: Vec<&String> = all.iter().filter(is_of_known).collect();
    // On that day our own readings of them lie ahead; what is only to be confirmed does not end it.
    let ahead = "asahikawa.toml:26: document[0].checked: 2026-11-22 は、今日（2025-11-22）より後です。\
                 正しくは 今日か、それより前の日";
    assert!(all.contains(&"間違いとはかぎりません。確かめてください:".to_owned()), "{all:#?}");
    assert!(all.contains(&ahead.to_owned()), "{all:#?}");
    let beginnings = [
        "  asahikawa: 12か月より古いものです: ",
        "  nakano: 12か月より古いものです: 中野区産後ケア事業（",
        "  nerima: 12か月より古いものです: ",
        "  nakano: 12か月より古いものです: 妊娠・出産・子育てトータルケア事業",
        "  hokkaido: 日付がありません: ",
        "  kita: 日付がありません: ",
    ];
    assert_eq!(lines.len(), beginnings.len(), "{lines:#?}");
    for (line, beginning) in lines.iter().zip(beginnings) {
        assert!(line.starts_with(beginning), "{line}");
    }
}

#[test]
fn a_source_of_the_last_twelve_months_is_not_listed() {
    let output = xtask(&["check", "--today", "2024-10-02"]);
    let lines = lines(&output);
    assert!(!lines.iter().any(|line| line.contains("nerima:")), "{lines:#?}");
}

#[test]
fn named_files_are_checked_and_problems_end_it() {
    let output = xtask(&["check", "tests/broken_rules/hours.toml", "tests/broken_rules/syntax.toml", "--today", LATER]);
    assert_eq!(output.status.code(), Some(1));
    let problems =
        |name: &str| std::fs::read_to_string(repository().join("tests/broken_rules").join(name)).expect("a table");
    let expected = problems("hours.problems") + &problems("syntax.problems");
    let mut expected: Vec<String> = expected.lines().map(str::to_owned).collect();
    expected.push(format!("間違いは {}件です", expected.len()));
    assert_eq!(lines(&output), expected);
}

#[test]
fn an_unknown_option_says_what_there_is() {
    for arguments in [&["check", "--todai", "2026-11-22"][..], &["check", "--today", "heute"], &["export", "x"]] {
        let output = xtask(arguments);
        assert!(!output.status.success(), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        assert!(!output.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn the_export_lists_every_row_of_every_town() {
    let output = xtask(&["export"]);
    assert!(output.status.success());
    let export: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let rows: Vec<(&str, usize)> = export["programmes"]
        .as_array()
        .expect("programmes")
        .iter()
        .map(|town| (town["municipality"].as_str().expect("an id"), town["facilities"].as_array().expect("rows").len()))
        .collect();
    for known in [("hokkaido", 0), ("asahikawa", 16), ("nakano", 0), ("kita", 27), ("nerima", 45)] {
        assert!(rows.contains(&known), "{known:?} in {rows:?}");
    }
    let towns = xtask::rule_files::load().expect("the rule files load");
    assert_eq!(rows.len(), towns.len());
}

/// Every command that the help lists says what goes in and what comes out, and does nothing else.
#[test]
fn each_command_says_what_goes_in_and_what_comes_out() {
    let all = String::from_utf8(xtask(&["--help"]).stdout).expect("UTF-8");
    let names: Vec<&str> = all.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next()).collect();
    let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
    assert!(names.len() > 15, "{all}");
    for name in names {
        for asked in [&[name, "--help"][..], &[name, "-h"]] {
            let output = xtask(asked);
            let text = String::from_utf8(output.stdout).expect("UTF-8");
            assert!(output.status.success() && output.stderr.is_empty(), "{name}: {text}");
            assert!(text.starts_with(&format!("cargo xtask {name}")), "{name}: {text}");
            // Each on a line of its own.
            let says = |words: [&str; 2]| text.lines().any(|line| words.iter().any(|word| line.starts_with(word)));
            assert!(
                says(["in: ", "入れるもの "]) && says(["out: ", "出るもの "]) && says(["exit: ", "終わり方 "]),
                "{name}: {text}"
            );
        }
    }
}

/// A file is held against the list of municipalities; what need not be wrong does not end it.
#[test]
fn a_file_is_held_against_what_is_known() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("held_against_what_is_known");
    std::fs::create_dir_all(&folder).expect("a folder");
    let text = std::fs::read_to_string(repository().join("src/programmes/kita.toml")).expect("a rule file");
    let file = folder.join("kita.toml");
    let check = |text: String| {
        std::fs::write(&file, text).expect("a copy");
        xtask(&["check", file.to_str().expect("UTF-8"), "--today", LATER])
    };
    let unused = "[[document]]\nid = \"b\"\ntitle = \"b\"\npublisher = \"b\"\nedition = { text = \"b\" }\n\n";
    let slips = text.replacen("reading = \"きたく\"", "reading = \"きた\"", 1).replacen("limit = 4", "limit = ４", 1);
    // What need not be wrong waits until nothing else is.
    let output = check(slips + "\n" + unused);
    assert_eq!(output.status.code(), Some(1));
    let reading = "kita.toml:16: reading: \"きた\" とあります。正しくは 一覧で 131172 の \"きたく\"";
    let limit = "kita.toml:49: 全角の文字があります: `４`。正しくは `4`";
    assert_eq!(lines(&output), [reading, limit, "間違いは 2件です"]);
    let output = check(text.replacen("[[contact]]", &format!("{unused}[[contact]]"), 1));
    assert!(output.status.success());
    let last = lines(&output).pop().unwrap_or_default();
    assert!(last.starts_with("kita.toml:27: document[1]: 資料 `b` を、どの `source` も使っていません"), "{last}");
}
