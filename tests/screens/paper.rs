//! The sheet on paper: what the screen says, with the year of every date.

use sango_navi::browser::Session;
use sango_navi::domain::Service;
use sango_navi::domain::household::Household;
use sango_navi::domain::situation::{Applied, MedicalCare};
use sango_navi::domain::uses::{Length, PlannedUse, Use};
use sango_navi::interview::{Answers, BabyAnswer, Screen};
use sango_navi::words::japanese;

use super::keeping::planning;
use super::{born, moment, rendered, text, town};

/// The sheet on paper, as of 24 November 2026.
fn sheet(id: &str, answers: Answers) -> String {
    let now = moment("2026-11-24T10:30:00");
    let html = rendered(town(id), || Session::on_host(now, answers).showing(Screen::Result).on_paper());
    let (_, sheet) = html.split_once("<article class=\"sheet\">").expect("a sheet");
    sheet.split("</article>").next().unwrap_or_default().to_owned()
}

/// What is read in the rows of a sheet, a row each.
fn rows(sheet: &str) -> Vec<String> {
    sheet
        .split("<li")
        .skip(1)
        .map(|row| text(&["<li", row.split("</li>").next().unwrap_or_default()].concat()))
        .collect()
}

/// What speaks against a day is told on paper as on the screen, with the year: paper is read later.
#[test]
fn a_doubt_of_a_day_is_told_on_paper() {
    let approved = || Answers { applied: Some(Applied::Yes), ..born("2026-09-15") };
    let ill = || Answers { medical_care: Some(MedicalCare::IllToday), ..approved() };
    for (answers, service, facility, day, doubt) in [
        (approved(), Service::DayCare, "swan", "2026-12-01", ""),
        (approved(), Service::DayCare, "swan", "2027-06-01", "使えるのは令和8年12月14日（月）までです"),
        (approved(), Service::DayCare, "swan", "2026-11-01", "もう過ぎた日"),
        // 4 months are over on 15 January: a stay from that day goes on beyond them.
        (
            approved(),
            Service::Stay,
            "tokyo-kita",
            "2027-01-15",
            "確実なのは令和9年1月15日（金）までです。この泊まりは令和9年1月16日（土）にかかる",
        ),
        (
            born("2026-09-15"),
            Service::DayCare,
            "swan",
            "2026-12-01",
            "令和8年11月24日（火）から申し込むと、早くて令和8年12月8日（火）ごろです",
        ),
        (ill(), Service::DayCare, "swan", "2026-11-24", "体調が悪い令和8年11月24日（火）は使えません"),
    ] {
        let sheet = text(&sheet("kita", planning(answers, &[(service, facility, day)])));
        assert!(sheet.contains(doubt), "{day}: {doubt} is not in {sheet}");
        let any = ["使えるのは", "もう過ぎた日", "確実なのは", "から申し込むと", "体調が悪い"];
        assert_eq!(any.into_iter().any(|told| sheet.contains(told)), !doubt.is_empty(), "{day}: {sheet}");
        for relative in ["来年", "去年", "今日", "今から"] {
            assert!(!sheet.contains(relative), "{day}: {relative} on paper: {sheet}");
        }
    }
}

/// Why what she plans does not fit, and what may come beside the total, stand on paper as on the screen.
#[test]
fn what_the_total_does_not_say_is_told_on_paper() {
    let stay = |nights| PlannedUse {
        wanted: Use { length: Length::Nights { nights, hours: None }, ..Use::smallest(Service::Stay) },
        facility: None,
        date: None,
    };
    for (planned, expected, fits) in [
        (
            vec![stay(1), stay(2)],
            &["1泊2日と2泊3日は合わせて5日になり、上限の4日を超えます", "追加の料金がかかります"][..],
            false,
        ),
        (vec![stay(1), stay(1)], &["13,200円", "合計のほかに、かかるもの", "追加の料金がかかります"], true),
    ] {
        let answers = Answers { planned, ..planning(born("2026-09-15"), &[]) };
        let sheet = text(&sheet("kita", answers));
        for expected in expected {
            assert!(sheet.contains(expected), "{expected} is not in {sheet}");
        }
        assert_eq!(sheet.contains("超えます"), !fits, "{sheet}");
        // What is not planned has its extras beside its price.
        let (_, after) = sheet.split_once(japanese().beside_the_total()).expect("what may come beside the total");
        assert!(!after.contains("昼食"), "{after}");
    }
}

/// What one who applies today may come too late for is marked on paper, and what goes on is not.
#[test]
fn what_may_come_too_late_is_marked_on_paper() {
    let late = japanese().may_be_too_late();
    for applied in [Applied::No, Applied::Yes] {
        let sheet = sheet("kita", Answers { applied: Some(applied), ..born("2026-08-01") });
        let marked = |name: &str| {
            rows(&sheet).iter().find(|row| row.contains(name)).unwrap_or_else(|| panic!("no {name}")).contains(late)
        };
        assert_eq!(marked("綾瀬"), applied == Applied::No, "{applied:?}");
        assert!(!marked("はあとほっと"), "{applied:?}");
    }
}

/// The last sure day is not said to be the last.
#[test]
fn a_last_sure_day_is_not_said_to_be_the_last() {
    for (id, said) in
        [("kita", "宿泊型は12月1日（火）までですが"), ("nerima", "宿泊型で確実なのは11月30日（月）までですが")]
    {
        let answers = Answers { applied: Some(Applied::No), ..born("2026-08-01") };
        let html = rendered(town(id), || {
            Session::on_host(moment("2026-11-24T10:30:00"), answers.clone()).showing(Screen::Result)
        });
        assert!(text(&html).contains(said), "{id}: {}", text(&html));
    }
}

/// On paper no phone is given for a service that is used up.
#[test]
fn a_service_that_is_used_up_has_no_phones_on_paper() {
    let answers = Answers { applied: Some(Applied::Yes), ..born("2026-09-15") };
    let stays = |times| Answers {
        used: vec![Use::smallest(Service::Stay); times],
        uses_of: Some("2026-09-15".parse().expect("a date")),
        ..answers.clone()
    };
    let of_stays = |answers| {
        rows(&sheet("kita", answers)).iter().filter(|row| row.contains("宿泊型") && row.contains("03-")).count()
    };
    assert!(of_stays(stays(1)) > 0);
    assert_eq!(of_stays(stays(2)), 0);
}

#[test]
fn the_sheet_says_what_the_screen_says_with_the_year_of_every_date() {
    for (id, birth, name, service, expected) in [
        ("nerima", "2026-10-05", "光が丘", "宿泊型", &["要確認", "退院した日に"][..]),
        ("nerima", "2026-10-05", "荻窪", "宿泊型", &["要確認"]),
        ("nerima", "2026-10-05", "つむぎ", "訪問型", &["要確認"]),
        ("nerima", "2026-10-05", "ぱお", "訪問型", &["要確認"]),
        ("nerima", "2026-10-05", "ふたば", "日帰り型", &["使えます", "令和9年"]),
        ("kita", "2026-09-15", "スワン", "", &["使えます", "令和8年12月14日（月）まで", "03-5944-6028"]),
    ] {
        let visits = [(Service::HomeVisit, "tsumugi", ""), (Service::HomeVisit, "pao", "")];
        let uses = if id == "nerima" { &visits[..] } else { &[] };
        let sheet = sheet(id, planning(born(birth), uses));
        let rows = rows(&sheet);
        let row = rows.iter().find(|row| row.starts_with(service) && row.contains(name));
        let row = row.unwrap_or_else(|| panic!("{id} {name}: {rows:#?}"));
        for expected in expected {
            assert!(row.contains(expected), "{id} {name}: {expected} in {row}");
        }
        assert!(!text(&sheet).contains("来年"), "{id}: a year that depends on the day of reading");
        assert!(sheet.contains("year-bar"), "{id}: her year as a picture");
    }
}

#[test]
fn the_sheet_names_the_place_of_each_use_and_holds_what_two_pages_do() {
    let more = "ぜんぶ出ています";
    for (id, facility, on, uses, is_cut) in [
        ("nerima", "tsumugi", "つむぎ助産所 03-6913-4130", 0, false),
        ("nerima", "tsumugi", "つむぎ助産所 03-6913-4130", 2, false),
        ("nerima", "tsumugi", "つむぎ助産所 03-6913-4130", 24, true),
        ("kita", "swan", "スワンレディスクリニック 03-5944-6028", 3, false),
        ("asahikawa", "", "まだ決めていない", 3, false),
    ] {
        let uses = vec![(Service::DayCare, facility, "2026-12-15"); uses];
        let sheet = sheet(id, planning(born("2026-10-05"), &uses));
        let planned =
            rows(&sheet).iter().filter(|row| row.contains(on) && row.contains("令和8年12月15日（火）")).count();
        assert_eq!((planned, sheet.contains(more)), (uses.len(), is_cut), "{id} {} uses", uses.len());
        assert!(text(&sheet).contains("切り取ってください"), "{id}: what the code holds");
    }
}

/// What is said of applying stands on paper, from before the birth on.
#[test]
fn the_sheet_says_from_when_and_by_when_to_apply() {
    let expects = |due: &str| Answers {
        baby: Some(BabyAnswer::Expected(due.parse().expect("a date"))),
        preterm: None,
        ..born("2026-09-15")
    };
    let through = "令和8年11月24日（火）に申し込むと";
    for (case, id, answers, expected, unexpected) in [
        (
            "30 weeks",
            "nerima",
            expects("2027-02-02"),
            &["令和8年9月15日（火）（妊娠20週）から申し込めます。", "施設の予約は、生まれてからです。", "百合助産院"][..],
            "ほかに",
        ),
        (
            "21 weeks",
            "kita",
            expects("2027-04-01"),
            &["令和9年1月7日（木）（妊娠28週）から申し込めます。", "施設の予約は、承認が届いてからです。"],
            through,
        ),
        (
            "born",
            "nerima",
            born("2026-10-05"),
            &[
                "宿泊型を最後の日まで使うなら、令和9年1月20日（水）までに申し込みます。",
                "令和8年11月24日（火）に申し込むと、使えるのは早くて令和8年12月8日（火）です。",
            ],
            "妊娠",
        ),
        ("approved", "kita", Answers { applied: Some(Applied::Yes), ..born("2026-09-15") }, &[], through),
        ("too late", "kita", born("2025-09-15"), &[], through),
    ] {
        let sheet = text(&sheet(id, answers));
        for expected in expected {
            assert!(sheet.contains(expected), "{case}: {expected} is not in {sheet}");
        }
        assert!(!sheet.contains(unexpected), "{case}: {unexpected} is in {sheet}");
    }
}

/// A facility that takes no bookings by phone says how it is booked, and what costs extra stands beside the price.
#[test]
fn paper_says_how_to_book_and_what_costs_extra() {
    let approved = |birth| Answers { applied: Some(Applied::Yes), ..born(birth) };
    let kita = rows(&sheet("kita", approved("2026-09-15")));
    let row = |name: &str| kita.iter().find(|row| row.contains(name)).unwrap_or_else(|| panic!("{name} in {kita:?}"));
    assert!(row("荒木記念東京リバーサイド病院").contains("予約はWEB"), "{kita:?}");
    assert!(!row("スワンレディスクリニック").contains("予約は"), "{kita:?}");
    let asahikawa = text(&sheet("asahikawa", approved("2026-09-15")));
    assert_eq!(asahikawa.matches("食事").count(), 2, "{asahikawa}");
    let unknown = Answers { household: Some(Household::Unknown), ..approved("2026-09-15") };
    assert!(text(&sheet("kita", unknown)).contains("（1泊2日・税金の区分でちがいます）"));
}
