//! What she takes along: the calendar, the memo, the list.

use sango_navi::domain::Service;
use sango_navi::domain::situation::{Applied, Household, PlannedUse, Use};
use sango_navi::interview::{Answers, BabyAnswer, Screen};

use super::{born, render, text, town};

/// The answers with smallest uses, each `(service, facility, day)`; no facility, no day where these are empty.
pub fn planning(answers: Answers, uses: &[(Service, &str, &str)]) -> Answers {
    let planned = uses.iter().map(|(service, facility, day)| PlannedUse {
        wanted: Use::smallest(*service),
        facility: (!facility.is_empty()).then(|| (*facility).to_owned()),
        date: (!day.is_empty()).then(|| day.parse().expect("a date")),
    });
    let birth = answers.baby.map(|baby| baby.date());
    Answers { planned: planned.collect(), uses_of: birth, ..answers }
}

/// The last calendar file of a page, which holds all dates, its lines unfolded.
fn calendar(html: &str) -> Vec<String> {
    let (_, link) = html.rsplit_once("data:text/calendar;charset=utf-8,").expect("a calendar");
    let link = link.split('"').next().expect("an address");
    let bytes: Vec<u8> = link
        .split('%')
        .enumerate()
        .flat_map(|(nth, part)| match nth {
            0 => part.as_bytes().to_vec(),
            _ => {
                let (code, rest) = part.split_at(2);
                let byte = u8::from_str_radix(code, 16).expect("a byte");
                [&[byte], rest.as_bytes()].concat()
            }
        })
        .collect();
    let file = String::from_utf8(bytes).expect("a text");
    file.replace("\r\n ", "").lines().map(str::to_owned).collect()
}

/// What stands behind `name` in each entry.
fn values(calendar: &[String], name: &str) -> Vec<String> {
    let entries = calendar.split(|line| line == "BEGIN:VEVENT").skip(1);
    let of_entry = |entry: &[String]| entry.iter().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
    entries.map(|entry| of_entry(entry).unwrap_or_else(|| panic!("no {name} in {entry:?}"))).collect()
}

/// The dates as a text, a line each.
fn dates_as_text(html: &str) -> Vec<String> {
    let (_, list) = html.split_once("dates-text\">").expect("the dates");
    let (list, _) = list.split_once("</ul>").expect("an end");
    list.split("</li>").map(text).filter(|line| !line.is_empty()).collect()
}

/// Once her baby is born she says so where she changes her answer.
#[test]
fn one_who_expects_can_say_that_it_is_born() {
    let expects =
        Answers { baby: Some(BabyAnswer::Expected("2026-12-24".parse().expect("a date"))), ..born("2026-09-15") };
    for (answers, address) in [(expects, "#baby"), (born("2026-09-15"), "#born")] {
        let html = render(town("kita"), answers, Screen::Result, "2026-11-24T10:30:00");
        let (_, said) = html.split_once("class=\"answers\"").expect("her answers");
        let said = said.split("</details>").next().unwrap_or_default();
        assert!(said.contains(&format!("href=\"{address}\"")), "{address}: {said}");
    }
}

#[test]
fn each_date_in_the_calendar_says_what_it_is_for_and_whom_to_ring() {
    let assisted = Answers { household: Some(Household::PublicAssistance), ..born("2026-09-05") };
    for (id, answers, uses, expected) in [
        (
            "asahikawa",
            assisted,
            (Service::Stay, "toko", "2026-12-14"),
            &[
                ("申し込みの電話はここまで（", "東光マタニティクリニック 0166-34-8803"),
                ("申し込みはこの日まで（", "東光マタニティクリニック 0166-34-8803"),
                ("キャンセルの電話はここまで（", "東光マタニティクリニック 0166-34-8803"),
                ("キャンセルはここまで（", "東光マタニティクリニック 0166-34-8803"),
                ("産後ケア 宿泊型 1泊2日", "東光マタニティクリニック 0166-34-8803"),
            ][..],
        ),
        // One applies to the office, not to the facility.
        (
            "kita",
            born("2026-09-15"),
            (Service::DayCare, "swan", "2026-12-14"),
            &[
                ("申し込みはこの日まで（", "03-3908-7050"),
                ("キャンセル", "スワン"),
                ("キャンセル", "スワン"),
                ("産後ケア 日帰り型", "スワン"),
            ],
        ),
        (
            "nerima",
            born("2026-09-15"),
            (Service::DayCare, "tsumugi", "2026-12-15"),
            &[
                ("申し込みはこの日まで（", "担当の保健相談所、健康部 健康推進課 母子保健係 03-5984-4621"),
                ("キャンセル", "つむぎ"),
                ("産後ケア 日帰り型", "つむぎ"),
            ],
        ),
    ] {
        let html = render(town(id), planning(answers, &[uses]), Screen::Result, "2026-11-24T10:30:00");
        let calendar = calendar(&html);
        let (titles, texts) = (values(&calendar, "SUMMARY:"), values(&calendar, "DESCRIPTION:"));
        let mut ids = values(&calendar, "UID:");
        assert_eq!(titles.len(), expected.len(), "{id}: {titles:?}");
        for ((title, said), (what, whom)) in titles.iter().zip(&texts).zip(expected) {
            assert!(title.starts_with(what) && said.contains(whom), "{id}: {what} {whom} in {title} {said}");
        }
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), expected.len(), "{id}: {ids:?}");
        let said = text(&html);
        assert_eq!(said.matches("申し込みの電話がつながるうちに").count(), usize::from(id == "asahikawa"), "{id}");
    }
}

#[test]
fn the_dates_as_a_text_keep_what_is_known_in_the_order_of_their_days() {
    let answers = Answers { applied: Some(Applied::No), ..born("2026-09-15") };
    let uses = [(Service::DayCare, "haato-hotto", "2027-01-12"), (Service::DayCare, "swan", "2026-12-14")];
    let lines = dates_as_text(&render(town("kita"), planning(answers, &uses), Screen::Result, "2026-11-24T10:30:00"));
    for (nth, expected) in [
        (0, "令和8年11月30日（月）（目安）　申し込みはこの日まで（産後ケア 日帰り型 1日）　"),
        (1, "令和8年12月10日（木）15:00より前　キャンセルの電話はここまで（産後ケア 日帰り型 1日）　"),
        (2, "令和8年12月13日（日）11:00より前　キャンセルはここまで（産後ケア 日帰り型 1日）　"),
        (3, "令和8年12月14日（月）　産後ケア 日帰り型 1日　"),
    ] {
        assert!(lines[nth].starts_with(expected), "{expected} in {lines:#?}");
    }
    assert!(lines[3].contains("スワン") && lines[6].starts_with("令和9年1月12日（火）"), "{lines:#?}");
}

/// The part of a result that begins with a heading, up to the next part.
fn part(html: &str, heading: &str) -> String {
    let (_, part) = html.split_once(&format!(">{heading}</h2>")).unwrap_or_else(|| panic!("no {heading}"));
    text(part.split("<h2").next().unwrap_or_default())
}

#[test]
fn the_memo_is_for_who_takes_the_call() {
    let approved = |birth| Answers { applied: Some(Applied::Yes), ..born(birth) };
    let expected = |applied| Answers {
        baby: Some(BabyAnswer::Expected("2027-01-20".parse().expect("a date"))),
        applied: Some(applied),
        ..born("2026-09-15")
    };
    let two = [
        (Service::Stay, "toko", "2026-12-18"),
        (Service::HomeVisit, "ohana", "2026-12-15"),
        (Service::Stay, "toko", ""),
    ];
    let visit = [(Service::DayCare, "swan", "2026-12-14")];
    for (case, id, answers, uses, said, unsaid) in [
        (
            "not applied",
            "kita",
            born("2026-09-15"),
            &visit[..],
            &[
                "03-3908-7050",
                "12月14日（月）にスワンレディスクリニックで日帰り型を1日使いたいです",
                "申し込みのしかた",
            ][..],
            &["空いていますか", "承認の番号", "上の子"][..],
        ),
        (
            "approved",
            "kita",
            approved("2026-09-15"),
            &visit[..],
            &["スワンレディスクリニック 03-5944-6028", "その日は空いていますか", "承認の番号", "上の子"],
            &["申し込みのしかた"],
        ),
        (
            "two facilities",
            "asahikawa",
            approved("2026-09-15"),
            &two[..],
            &[
                "オハナ助産院 090-6215-1103もしもし",
                "12月15日（火）に訪問型を1回使いたいです。その日は空いていますか。",
                "12月18日（金）から宿泊型を1泊2日と、宿泊型を1泊2日使いたいです。その日は空いていますか。ほかは、いつなら空いていますか。",
            ],
            &["どの日も"],
        ),
        (
            "unborn",
            "nerima",
            expected(Applied::No),
            &[],
            &["妊娠中で", "申し込みのしかた", "予定日を聞かれます"],
            &["空いていますか"],
        ),
        (
            "unborn, approved",
            "nerima",
            expected(Applied::Yes),
            &[],
            &["生まれたら、どうやって予約"],
            &["空いていますか"],
        ),
        ("unborn", "asahikawa", expected(Applied::No), &[], &["予約は、いつからできますか"], &["空いていますか"]),
        ("no siblings", "nerima", approved("2026-09-15"), &[], &["いつなら空いていますか"], &["上の子"]),
    ] {
        let html = render(town(id), planning(answers, uses), Screen::Result, "2026-11-24T10:30:00");
        let memo = part(&html, "電話メモ");
        for said in said {
            assert!(memo.contains(said), "{id} {case}: {said} is not in {memo}");
        }
        for unsaid in unsaid {
            assert!(!memo.contains(unsaid), "{id} {case}: {unsaid} is in {memo}");
        }
    }
}

/// Uses that are alike are told once, with how many.
#[test]
fn the_memo_tells_like_uses_once() {
    let day = |day| (Service::DayCare, "haato-hotto", day);
    for (uses, said) in [
        (
            vec![day(""); 4],
            "もしもし。北区の産後ケアのことで電話しました。9月15日（火）に生まれた赤ちゃんがいます。今日で2か月9日、生後70日です。日帰り型を4日使いたいです。いつなら空いていますか。",
        ),
        (
            vec![day("2026-12-16"), day("2026-12-08")],
            "12月8日（火）、12月16日（水）に日帰り型を2日使いたいです。どの日も空いていますか。",
        ),
        (
            vec![day("2026-12-08"), day(""), day("")],
            "12月8日（火）に日帰り型を1日と、日帰り型を2日使いたいです。その日は空いていますか。ほかは、いつ",
        ),
        (vec![(Service::Stay, "", ""); 2], "。宿泊型1泊2日を2回使いたいです。"),
        (
            vec![(Service::HomeVisit, "", ""), (Service::Stay, "", ""), (Service::HomeVisit, "", "")],
            "。訪問型を2回と、宿泊型を1泊2日使いたいです。",
        ),
    ] {
        let answers = Answers { applied: Some(Applied::Yes), ..born("2026-09-15") };
        let html = render(town("kita"), planning(answers, &uses), Screen::Result, "2026-11-24T10:30:00");
        let memo = part(&html, "電話メモ");
        assert!(memo.contains(said), "{said} is not in {memo}");
    }
}

/// A day that is surely none is no wish, and neither it nor what hangs on it goes into the calendar; one to ask about does.
#[test]
fn a_day_that_is_ruled_out_goes_nowhere() {
    let approved = || Answers { applied: Some(Applied::Yes), ..born("2026-09-15") };
    let day = Service::DayCare;
    for (case, id, answers, wanted, dates, said) in [
        (
            "the last",
            "kita",
            approved(),
            (day, "swan", "2026-12-14"),
            3,
            "12月14日（月）に日帰り型を1日使いたいです。その日は",
        ),
        ("beyond", "kita", approved(), (day, "swan", "2026-12-15"), 0, "。日帰り型を1日使いたいです。いつなら"),
        ("past", "kita", approved(), (day, "swan", "2026-11-23"), 0, "。どんなふうに使えるか、教えてください。"),
        (
            "not offered",
            "kita",
            approved(),
            (Service::HomeVisit, "swan", "2026-12-14"),
            0,
            "。訪問型を1回使いたいです。いつなら",
        ),
        (
            "no care on Mondays",
            "nerima",
            approved(),
            (day, "tsumugi", "2026-12-07"),
            0,
            "。日帰り型を1日使いたいです。いつなら",
        ),
        (
            "a Tuesday",
            "nerima",
            approved(),
            (day, "tsumugi", "2026-12-08"),
            2,
            "12月8日（火）に日帰り型を1日使いたいです。その日は",
        ),
        (
            "to ask about",
            "nerima",
            approved(),
            (day, "tsumugi", "2026-12-15"),
            2,
            "12月15日（火）に日帰り型を1日使いたいです。その日は",
        ),
        (
            "too soon",
            "nerima",
            born("2026-09-15"),
            (day, "tsumugi", "2026-12-01"),
            2,
            "12月1日（火）につむぎ助産所で日帰り型を1日使いたいです",
        ),
        (
            "goes on past the last day",
            "asahikawa",
            approved(),
            (Service::Stay, "", "2027-09-14"),
            3,
            "来年9月14日（火）から宿泊型を1泊2日使いたいです",
        ),
        (
            "begins past it",
            "asahikawa",
            approved(),
            (Service::Stay, "", "2027-09-15"),
            0,
            "。宿泊型を1泊2日使いたいです",
        ),
    ] {
        let html = render(town(id), planning(answers, &[wanted]), Screen::Result, "2026-11-24T10:30:00");
        let found = if html.contains("text/calendar") { values(&calendar(&html), "UID:").len() } else { 0 };
        assert_eq!(found, dates, "{case}: entries");
        let memo = part(&html, "電話メモ");
        assert!(memo.contains(said), "{case}: {said} is not in {memo}");
    }
}

#[test]
fn how_she_applied_is_asked_of_who_has_applied() {
    for (applied, is_asked) in [(Applied::Yes, true), (Applied::Unknown, true), (Applied::No, false)] {
        let answers = Answers { applied: Some(applied), ..born("2026-09-15") };
        let things = part(&render(town("kita"), answers, Screen::Result, "2026-11-24T10:30:00"), "用意するもの");
        assert_eq!(things.contains("どう申し込みましたか"), is_asked, "{applied:?}: {things}");
        assert_eq!(things.contains("オンラインで、令和7年10月1日以降"), is_asked, "{applied:?}: {things}");
        assert!(things.contains("クーポン") && things.contains("利用承認通知書"), "{applied:?}: {things}");
    }
}
