//! A rule file against the list of municipalities, the day and itself.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use rules::programmes::{self, Known, KnownTown, Problem};

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day");

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)).expect(path)
}

fn towns() -> Vec<KnownTown> {
    let town = |[code, prefecture, name, reading]: [&str; 4]| KnownTown {
        code: code.to_owned(),
        prefecture: prefecture.to_owned(),
        name: name.to_owned(),
        reading: reading.to_owned(),
    };
    [["131172", "東京都", "北区", "きたく"], ["131202", "東京都", "練馬区", "ねりまく"]].map(town).to_vec()
}

/// What is said of a file: problems, and what is to be confirmed.
fn said(file: &str, text: &str) -> [Vec<String>; 2] {
    let doubts = programmes::doubts(file, text.as_bytes(), Known { today: TODAY, towns: &towns() });
    [doubts.problems, doubts.to_confirm]
        .map(|problems: Vec<Problem>| problems.iter().map(ToString::to_string).collect())
}

#[test]
fn what_agrees_is_not_doubted() {
    for town in ["kita", "nerima"] {
        let text = read(&format!("src/programmes/{town}.toml"));
        assert_eq!(said(&format!("{town}.toml"), &text), [Vec::<String>::new(), Vec::new()]);
    }
    // A made-up town is in no list.
    assert_eq!(said("mihon.toml", &read("tests/slips/mihon.toml")), [Vec::<String>::new(), Vec::new()]);
}

#[test]
fn what_can_not_be_right_is_a_problem() {
    let text = read("tests/slips/mihon.toml").replacen("999997", "131172", 1).replacen("見本市", "北区", 1);
    let text = text.replacen("みほんし", "きたく", 1).replacen("見本県", "東京都", 1);
    for (right, written, said_of_it) in [
        ("東京都", "東京", r#"8: prefecture: "東京" とあります。正しくは 一覧で 131172 の "東京都""#),
        ("\"北区\"", "\"北区役所\"", r#"6: name: "北区役所" とあります。正しくは 一覧で 131172 の "北区""#),
        ("きたく", "きたくく", r#"7: reading: "きたくく" とあります。正しくは 一覧で 131172 の "きたく""#),
        ("131172", "131181", r#"5: code: "131181" とあります。正しくは 東京都北区 の "131172""#),
        (
            "from = 2026-04-01",
            "from = 2205-04-01",
            "24: period[0].from: 2205-04-01 とあります。正しくは 1990年から2036年までの日",
        ),
        (
            "checked = 2026-11-22",
            "checked = 0206-11-22",
            "17: document[0].checked: 0206-11-22 とあります。正しくは 1990年から2036年までの日",
        ),
        (
            "mihon.example/sango",
            "mihon.example /sango",
            r#"15: document[0].url: "https://www.city.mihon.example /sango.html" とあります。正しくは 空白のないアドレス"#,
        ),
        (
            "見本市中央1-2-3",
            "見本市中央　 1-2-3",
            "85: period[0].facility[0].address: \"見本市中央　 1-2-3\" とあります。正しくは 空白が続かず、改行のない住所",
        ),
    ] {
        assert!(text.contains(right), "{right}");
        let [problems, to_confirm] = said("mihon.toml", &text.replacen(right, written, 1));
        assert_eq!(problems, [format!("mihon.toml:{said_of_it}")]);
        assert_eq!(to_confirm, Vec::<String>::new());
    }
}

#[test]
fn what_may_be_right_is_to_be_confirmed() {
    let text = read("tests/slips/mihon.toml");
    let another = "[[document]]\nid = \"flyer\"\ntitle = \"ちらし\"\npublisher = \"見本市\"\nedition = { text = \"日付なし\" }\n\n[[contact]]";
    let visit = "[period.visit]\nname = \"訪問型\"\n\n[[period.remarks]]";
    for (right, written, said_of_it) in [
        (
            "checked = 2026-11-22",
            "checked = 2027-11-22",
            "17: document[0].checked: 2027-11-22 は、今日（2026-12-01）より後です。正しくは 今日か、それより前の日",
        ),
        (
            "[[contact]]",
            another,
            "19: document[1]: 資料 `flyer` を、どの `source` も使っていません。正しくは 使う資料だけ。使わないなら [[document]] ごと消します",
        ),
        (
            "[[period.remarks]]",
            visit,
            "72: period[0].visit: \"visit\" は、どの [[period.quota]] にもありません。正しくは その回数の [[period.quota]]。資料に書いてなければ、このまま",
        ),
    ] {
        assert!(text.contains(right), "{right}");
        let [problems, to_confirm] = said("mihon.toml", &text.replacen(right, written, 1));
        assert_eq!(problems, Vec::<String>::new());
        assert_eq!(to_confirm, [format!("mihon.toml:{said_of_it}")]);
    }
}

/// What can't be read is the loader's to say.
#[test]
fn what_can_not_be_read_is_left_to_the_loader() {
    for text in ["", "[", "code = 3", "code = \"131172\"\nname = 北区\nprefecture = \"\""] {
        let [_, to_confirm] = said("mihon.toml", text);
        assert_eq!(to_confirm, Vec::<String>::new());
    }
}
