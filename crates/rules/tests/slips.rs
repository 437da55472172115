//! Slips of the pen in a rule file: each is told in Japanese, once, at its line, with what to write.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::{Path, PathBuf};

use rules::programmes::{self, Problem};

const FILE: &str = "mihon.toml";

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &str) -> String {
    fs::read_to_string(repository().join(path)).expect(path)
}

/// The made-up town in which every slip is made.
fn town() -> String {
    read("tests/slips/mihon.toml")
}

fn told(text: &[u8]) -> Vec<String> {
    told_of(FILE, text)
}

fn told_of(file: &str, text: &[u8]) -> Vec<String> {
    let problems: Vec<Problem> = programmes::parse_bytes(file, text).err().unwrap_or_default();
    problems.iter().map(ToString::to_string).collect()
}

/// One place of the town, written otherwise, and what must be said of it.
struct Slip {
    right: String,
    written: String,
    told: Vec<String>,
}

/// `<U+3000>` stands for a letter that would not be seen in the table.
fn seen(line: &str) -> String {
    let mut parts = line.split("<U+");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('>').expect("a letter's number");
        text.push(u32::from_str_radix(code, 16).ok().and_then(char::from_u32).expect("a letter"));
        text.push_str(rest);
    }
    text
}

fn slips() -> Vec<Slip> {
    let table = read("tests/slips/slips.txt");
    let lines = |block: &str, mark: &str| -> Vec<String> {
        block
            .lines()
            .filter_map(|line| line.strip_prefix(mark))
            .map(|line| seen(line.strip_prefix(' ').unwrap_or(line)))
            .collect()
    };
    let slip = |block: &str| Slip {
        right: lines(block, "-").join("\n"),
        written: lines(block, "+").join("\n"),
        told: lines(block, "=").into_iter().map(|told| format!("{FILE}:{told}")).collect(),
    };
    table.split("\n\n").filter(|block| block.contains("\n+")).map(slip).collect()
}

#[test]
fn the_town_itself_is_in_order() {
    assert_eq!(told(town().as_bytes()), Vec::<String>::new());
}

#[test]
fn each_slip_is_told_once_with_what_to_write() {
    let (town, slips) = (town(), slips());
    assert!(slips.len() >= 60, "{} slips", slips.len());
    let mut wrong = Vec::new();
    for slip in &slips {
        assert!(town.contains(&slip.right), "the town has no `{}`", slip.right);
        let found = told(town.replacen(&slip.right, &slip.written, 1).as_bytes());
        if found != slip.told {
            wrong.push(format!("{}\n  told: {found:#?}\n  right: {:#?}", slip.written, slip.told));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), slips.len(), wrong.join("\n"));
}

/// Slips in different places don't hide one another.
#[test]
fn slips_come_out_all_at_once_in_the_order_of_lines() {
    let text = town()
        .replacen("price = 2400", "price = 2,400円", 1)
        .replacen("limit = 7", "limit ＝ 7", 1)
        .replacen("[period.stay]", "［period.stay］", 1)
        .replacen("tel = \"03-0000-0002\"", "tel = \"0000\"", 1)
        .replacen("code = \"999997\"", "code = 999997", 1);
    let lines: Vec<String> = told(text.as_bytes());
    let numbers: Vec<&str> = lines.iter().filter_map(|line| line.split(':').nth(1)).collect();
    assert_eq!(numbers, ["5", "43", "50", "69", "84"], "{lines:#?}");
}

/// Sixty slips are told, and then that there are more.
#[test]
fn more_slips_than_are_read_are_not_passed_over() {
    let slip = |count: usize| (0..count).map(|at| format!("key{at} = ２４００\n")).collect::<String>();
    let last = |count: usize| told(format!("{}\n{}", town(), slip(count)).as_bytes()).pop().unwrap_or_default();
    let first_line = town().lines().count() + 2;
    assert_eq!(last(10), format!("{FILE}:{}: 全角の文字があります: `２４００`。正しくは `2400`", first_line + 9));
    assert_eq!(
        last(70),
        format!(
            "{FILE}:{}: 間違いが多いので、ここから先はまだ全部は読んでいません。\
             正しくは 上の間違いを直してから、もう一度 cargo xtask check",
            first_line + 60
        )
    );
}

#[test]
fn other_encodings_are_told_by_name() {
    let town = town();
    // 「# 見本」 in Shift_JIS, before the rest of the file.
    let shift_jis = [b"id = \"mihon\"\n# \x8c\xa9\x96\x7b\n".as_slice(), b"code = \"999997\"\n"].concat();
    let utf_16: Vec<u8> = [0xfeff_u16].into_iter().chain(town.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let utf_16_unmarked: Vec<u8> = town.encode_utf16().flat_map(u16::to_be_bytes).collect();
    // 「# 見本」 in EUC-JP, in which Shift_JIS would see half-width kana, and with a byte that is in neither.
    let euc = b"id = \"mihon\"\n# \xb8\xab\xcb\xdc\n".to_vec();
    let neither = b"# \xb8\xab\xcb\xdc\xff\n".to_vec();
    for (bytes, line, name) in [
        (shift_jis, 2, "Shift_JIS"),
        (utf_16, 1, "UTF-16"),
        (utf_16_unmarked, 1, "UTF-16"),
        (euc, 2, "EUC-JP"),
        (neither, 1, "ほかの文字コード"),
    ] {
        let expected = format!(
            "{FILE}:{line}: 文字コードが UTF-8 ではありません（{name} のようです）。\
             正しくは UTF-8。メモ帳なら「名前を付けて保存」の「文字コード」で UTF-8 を選びます"
        );
        assert_eq!(told(&bytes), [expected]);
    }
}

#[test]
fn what_is_no_text_is_told_to_be_none() {
    let expected = format!(
        "{FILE}:1: 文字のファイルではありません。正しくは 文字だけのファイル（.toml）。表や PDF なら、中身を書き写します"
    );
    // A table, a document, a picture, and what a disk leaves of a file.
    let table = b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0".to_vec();
    let document = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let library = b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0".to_vec();
    for bytes in [table, document, library, vec![0; 512]] {
        assert_eq!(told(&bytes).join("\n"), expected);
    }
    // One such letter in a text is a slip of its line.
    let slip = town().replacen("limit = 7", "limit = 7\0", 1);
    assert_eq!(told(slip.as_bytes()), ["mihon.toml:43: 目に見えない文字があります。正しくは 半角の空白か、空白なし"]);
}

#[test]
fn a_mark_at_the_beginning_and_the_line_ends_of_windows_are_taken() {
    let town = town();
    for text in
        [format!("\u{feff}{town}"), town.replace('\n', "\r\n"), format!("\u{feff}{}", town.replace('\n', "\r\n"))]
    {
        assert_eq!(told(text.as_bytes()), Vec::<String>::new());
    }
    let slip = town.replace('\n', "\r\n").replacen("price = 2400", "price = 2,400", 1);
    assert_eq!(told(slip.as_bytes()), ["mihon.toml:69: 数にコンマが付いています: `2,400`。正しくは `2400`"]);
}

/// Whether a line says three English words in a row outside what it quotes.
fn is_english(line: &str) -> bool {
    let unquoted: String = line.split('`').step_by(2).collect::<Vec<_>>().join("\u{3001}");
    let unquoted: String = unquoted.split('"').step_by(2).collect::<Vec<_>>().join("\u{3001}");
    let mut run = 0;
    unquoted.split(' ').any(|word| {
        let plain = word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b',');
        run = if plain { run + 1 } else { 0 };
        run >= 3
    })
}

/// Whether a line has a word of the parser's messages, none of which stands in the town.
fn says_the_parser(line: &str) -> bool {
    ["expected", "invalid", "missing", "unclosed", "duplicate", "must be", "unknown", "extra ", "cannot", "key with"]
        .iter()
        .any(|word| line.contains(word))
}

#[test]
fn what_english_is() {
    assert!(is_english("a.toml:1: string values must be quoted"));
    assert!(!is_english("a.toml:1: `string values must be quoted` とあります"));
}

/// Whatever one letter is changed to, what is said of it is Japanese, says where, and does not flood.
#[test]
fn one_wrong_letter_anywhere_is_told_in_japanese() {
    // A step of a prime number visits every kind of place without visiting each.
    tried(FILE, &town(), 7);
    tried("kita.toml", &read("src/programmes/kita.toml"), 101);
}

/// Changes, adds and leaves out one letter in every so many of a file.
fn tried(file: &str, text: &str, step: usize) {
    let letters: Vec<char> = text.chars().collect();
    let slips =
        ['"', '[', ']', '{', '}', '=', ',', '#', '\\', '\n', ' ', '\t', '\'', '.', '0', 'x', '　', '”', '、', '\u{0}'];
    for (turn, at) in (0..letters.len()).step_by(step).enumerate() {
        let slip = slips[turn % slips.len()];
        let (before, after) = letters.split_at(at);
        let replaced: String = before.iter().chain([&slip]).chain(&after[1..]).collect();
        let added: String = before.iter().chain([&slip]).chain(after).collect();
        let left_out: String = before.iter().chain(&after[1..]).collect();
        for text in [replaced, added, left_out] {
            let told = told_of(file, text.as_bytes());
            for line in &told {
                assert!(!is_english(line) && !says_the_parser(line), "{line}");
                assert!(line.starts_with(&format!("{file}:")) && line.contains("。正しくは "), "{line}");
            }
            assert!(told.len() <= 12, "{} problems of one letter at {at}: {told:#?}\n{text}", told.len());
        }
    }
}

/// Neither does a file that is none.
#[test]
fn what_is_no_rule_file_is_told_so_too() {
    for text in [
        "",
        "<!DOCTYPE html>\n<html></html>",
        "名前,電話\n見本市,03-0000-0001\n",
        "{\"id\": \"mihon\"}",
        "[",
        "\"\"\"",
        "= = =\n[[[",
    ] {
        let told = told(text.as_bytes());
        assert!(!told.is_empty(), "{text}");
        for line in told {
            assert!(!is_english(&line) && !says_the_parser(&line), "{line}");
        }
    }
}
