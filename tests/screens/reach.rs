//! What she can get at, by Tab and by thumb, and that each thing is said once and where it holds.

use std::fs;

use sango_navi::interview::typed::{Fields, read_date, spread};
use sango_navi::interview::{Answers, Question, Screen, check_birth, check_due_of_birth};
use sango_navi::words::japanese;

use super::{NOW, born, cases, moment, render, source, text, town, towns};

/// The stops of Tab in some markup, by their tag.
fn stops(html: &str) -> Vec<String> {
    let tags = html.split('<').skip(1).filter_map(|rest| rest.split('>').next());
    let stops = tags.filter(|tag| {
        let name = tag.split(' ').next().unwrap_or_default();
        ["a", "button", "input", "select", "summary"].contains(&name) && !tag.contains("tabindex=\"-1\"")
    });
    stops.map(|tag| tag.split(' ').next().unwrap_or_default().to_owned()).collect()
}

/// By Tab she goes from row to row; what a row holds comes when it is open.
#[test]
fn a_row_that_is_folded_is_one_stop() {
    for programme in towns() {
        for (case, answers) in cases() {
            let html = render(programme, answers, Screen::Result, NOW);
            let rows: Vec<&str> = html.split("<article class=\"facility\">").skip(1).collect();
            for row in rows {
                // What stands behind the line is no stop while that is closed.
                let (row, _) = row.split_once("</summary>").expect("a line that opens");
                let place = format!("{} {case}: {row}", programme.id);
                assert_eq!(stops(row), ["summary"], "{place}");
                assert!(!row.contains("<details open"), "{place}");
                assert!(!row.contains("href=\"tel:") || row.contains("class=\"phone\""), "{place}");
            }
        }
    }
}

/// What stands behind the rows is a jump away, before the first of them.
#[test]
fn the_steps_are_a_jump_away() {
    for programme in towns() {
        for (case, answers) in cases() {
            let html = render(programme, answers, Screen::Result, NOW);
            let (_, main) = html.split_once("<main").expect("the screen");
            let place = format!("{} {case}", programme.id);
            let Some((before, jumps)) = main.split_once("class=\"jumps") else {
                assert!(!main.contains("class=\"steps\""), "{place}: steps, and no jump to them");
                continue;
            };
            assert!(stops(jumps).first().is_some_and(|stop| stop == "button"), "{place}");
            assert!(!before.contains("<article class=\"facility\">"), "{place}");
        }
    }
}

/// The letter to the keeper is no line of text to a thumb.
#[test]
fn what_is_wrong_can_be_told_with_a_thumb() {
    let style = source().join("../style/components/source.css");
    let style = fs::read_to_string(style).expect("a style sheet");
    let (_, rule) = style.split_once(".wrong-here {").expect("a rule");
    let (rule, _) = rule.split_once('}').expect("an end");
    assert!(rule.contains("min-height: var(--target)") && rule.contains("display: inline-flex"), "{rule}");
}

/// What some phones keep behind 「…」, or below the edge.
#[test]
fn where_to_look_is_said_for_what_a_phone_hides() {
    let said = text(&render(town("kita"), born("2026-08-01"), Screen::Privacy, NOW));
    for place in [
        "「共有」を押します。見えないときは「…」の中",
        "「ホーム画面に追加」を選びます。見えないときは、一覧を指で送って",
    ] {
        assert!(said.contains(place), "「{place}」 is not in\n{said}");
    }
}

#[test]
fn the_number_of_children_is_said_where_each_costs_something() {
    let said_in: Vec<&str> = towns()
        .into_iter()
        .filter(|programme| {
            text(&render(programme, born("2026-08-01"), Screen::Ask(Question::Babies), NOW)).contains("3人で計算")
        })
        .map(|programme| programme.id.as_str())
        .collect();
    assert_eq!(said_in, ["kita"], "its fees have an add-on for each child; the others have one for multiples, or none");
}

#[test]
fn how_many_are_left_is_said_once() {
    let unanswered = Answers::default();
    let dated = Answers { baby: born("2026-09-22").baby, ..Answers::default() };
    let asked = Question::ALL.into_iter().map(Screen::Ask);
    for screen in [Screen::Born, Screen::Expected].into_iter().chain(asked) {
        for answers in [&unanswered, &dated] {
            for programme in towns() {
                let said = text(&render(programme, answers.clone(), screen, NOW));
                assert!(said.matches("問です").count() <= 1, "{} {screen:?}: {said}", programme.id);
            }
        }
    }
}

/// Where a headline says where it may break, it is in no word; and each of a screen's says so, where it has phrases.
#[test]
fn headlines_break_at_phrases() {
    let question = render(town("kita"), born("2026-08-01"), Screen::Ask(Question::Applied), NOW);
    assert!(question.contains("もう北区に<wbr>申し込みましたか</h1>"), "{question}");
    let result = render(town("kita"), born("2026-09-15"), Screen::Result, NOW);
    assert!(result.contains("宿泊型・<wbr>日帰り型・<wbr>訪問型を<wbr>使えます</h1>"), "{result}");
    let loss = render(town("kita"), born("2026-08-01"), Screen::Loss, NOW);
    assert!(loss.contains("赤ちゃんを<wbr>亡くされたお母さんへ</h1>"), "{loss}");
}

/// What she types into the first field fills all three, or is told back as what it is, with what would be right.
#[test]
fn a_date_that_is_no_babys_is_told_back() {
    let today = moment(NOW).date();
    let words = japanese();
    let told = |typed: [&str; 3]| {
        let fields: Fields = spread(&typed.map(str::to_owned));
        let [year, month, day] = &fields;
        match read_date(year, month, day, today) {
            Ok(date) => match check_birth(date, today) {
                Ok(()) => words.echo_birth(date, today),
                Err(problem) => words.baby_problem(problem, date, today),
            },
            Err(problem) => words.date_problem(problem, year),
        }
    };
    for (typed, said) in [
        (["2026-09-15", "", ""], "令和8年9月15日生まれ・今日で2か月9日、生後70日"),
        (
            ["昭和60", "9", "15"],
            "1985年9月15日は、2年より前の日です。産後ケアの期間を過ぎています。赤ちゃんが生まれた年を入れてください（今年は、2026年、令和8年です）。",
        ),
        (
            ["昭和60年9月15日", "", ""],
            "1985年9月15日は、2年より前の日です。産後ケアの期間を過ぎています。赤ちゃんが生まれた年を入れてください（今年は、2026年、令和8年です）。",
        ),
        (["昭和65", "9", "15"], "年を確かめてください。昭和は1年から64年までです。"),
        (["2026-09", "", ""], "「2026-09」は読みとれません。年は、2026か令和8のように入れてください。"),
        (["大正3", "9", "15"], "「大正3」は読みとれません。年は、2026か令和8のように入れてください。"),
        (["202", "9", "15"], "「202」は年になりません。年は、2026か令和8のように入れてください。"),
    ] {
        assert_eq!(told(typed), said, "{typed:?}");
    }
    // The year alone says it, before she fills the rest.
    assert_eq!(
        words.far_year(1985, today),
        "1985年は、今日から離れすぎています。年を確かめてください（今年は、2026年、令和8年です）。"
    );
    let (birth, due) = ("2026-09-15".parse().expect("a date"), "2027-09-15".parse().expect("a date"));
    let problem = check_due_of_birth(due, birth, today).expect_err("a year later");
    assert!(words.baby_problem(problem, due, today).contains("赤ちゃんの誕生日"));
    assert!(words.born_question().starts_with("赤ちゃんの"));
}

#[test]
fn a_postal_code_of_another_town_is_told_back() {
    let words = japanese();
    assert_eq!(
        words.postal_of_others("1000001", "千代田区", town("nerima")),
        "100-0001は、千代田区の郵便番号です。練馬区の郵便番号を入れてください。"
    );
    assert_eq!(words.postal_problem("1770045"), "7けたの数字で入れてください。例：177-0045");
    assert_eq!(words.postal_problem(""), "7けたの数字で入れてください。");
}
