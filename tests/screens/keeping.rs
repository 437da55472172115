//! What she takes along: the calendar, the memo, the list.

use chrono::{Days, NaiveDate};
use sango_navi::domain::Service;
use sango_navi::domain::household::Household;
use sango_navi::domain::situation::Applied;
use sango_navi::domain::uses::{PlannedUse, Use};
use sango_navi::interview::{Answers, BabyAnswer, Question, Screen};

use super::{born, render, text, town, towns};

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

/// The calendar file of all that she plans, its lines unfolded.
fn calendar(html: &str) -> Vec<String> {
    let (html, _) = html.split_once("id=\"steps\"").expect("the steps");
    last_calendar(html)
}

/// The last calendar file of a page, its lines unfolded.
fn last_calendar(html: &str) -> Vec<String> {
    let (_, link) =
        html.rsplit_once("class=\"calendar-link\" href=\"data:text/calendar;charset=utf-8,").expect("a calendar");
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

/// The entries of uses, without those that hang on no chosen day.
fn of_uses(calendar: &[String]) -> Vec<String> {
    let entries: Vec<&[String]> = calendar.split(|line| line == "BEGIN:VEVENT").skip(1).collect();
    let is_fixed = |line: &String| {
        let fixed = ["-apply-from@", "-apply-last@", "-last-day@"];
        line.starts_with("UID:") && fixed.iter().any(|fixed| line.contains(fixed))
    };
    let of_uses = entries.into_iter().filter(|entry| !entry.iter().any(is_fixed));
    of_uses.flat_map(|entry| ["BEGIN:VEVENT".to_owned()].into_iter().chain(entry.iter().cloned())).collect()
}

/// What stands behind `name` in each entry.
fn values(calendar: &[String], name: &str) -> Vec<String> {
    let entries = calendar.split(|line| line == "BEGIN:VEVENT").skip(1);
    let of_entry = |entry: &[String]| entry.iter().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
    entries.map(|entry| of_entry(entry).unwrap_or_else(|| panic!("no {name} in {entry:?}"))).collect()
}

/// The dates as a text, a line each.
fn dates_as_text(html: &str) -> Vec<String> {
    let lists = html.split("dates-text\">").skip(1).map(|list| {
        let (list, _) = list.split_once("</ul>").expect("an end");
        let line = |item: &str| text(item.split("<a").next().unwrap_or_default());
        list.split("</li>").map(line).filter(|line| !line.is_empty()).collect()
    });
    // Each use has its own; that of all of them is the longest.
    lists.max_by_key(Vec::len).expect("the dates")
}

/// What a field holds is never its default, which a phone's own way to empty the field would put back.
#[test]
fn no_field_has_a_default_of_ours() {
    let answers = Answers { applied: Some(Applied::Yes), ..born("2026-09-15") };
    let planned = planning(answers, &[(Service::DayCare, "haato-hotto", "2026-12-08"), (Service::Stay, "", "")]);
    let asked = Question::ALL.into_iter().map(Screen::Ask);
    let others =
        [Screen::Start, Screen::Born, Screen::Expected, Screen::Result, Screen::Help, Screen::Privacy, Screen::Move];
    let screens: Vec<Screen> = others.into_iter().chain(asked).collect();
    let mut fields = 0;
    for programme in towns() {
        for answers in [Answers::default(), planned.clone()] {
            for screen in screens.iter().filter(|screen| **screen != Screen::Result || answers.baby.is_some()) {
                let html = render(programme, answers.clone(), *screen, "2026-11-24T10:30:00");
                for tag in html.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
                    let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
                    let defaults = match name {
                        "input" => &["value", "checked"][..],
                        "option" => &["selected"],
                        _ => continue,
                    };
                    let found = attributes.split("\" ").filter_map(|attribute| attribute.split('=').next());
                    let found: Vec<&str> = found.filter(|attribute| defaults.contains(attribute)).collect();
                    assert!(found.is_empty(), "{} {screen:?}: {tag}", programme.id);
                    fields += 1;
                }
            }
        }
    }
    assert!(fields > 100, "{fields} fields");
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
        let calendar = of_uses(&calendar(&html));
        let (titles, texts) = (values(&calendar, "SUMMARY:"), values(&calendar, "DESCRIPTION:"));
        let mut ids = values(&calendar, "UID:");
        assert_eq!(titles.len(), expected.len(), "{id}: {titles:?}");
        for ((title, said), (what, whom)) in titles.iter().zip(&texts).zip(expected) {
            assert!(title.starts_with(what) && said.contains(whom), "{id}: {what} {whom} in {title} {said}");
        }
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), expected.len(), "{id}: {ids:?}");
        let (_, planned) = html.split_once("id=\"planner\"").expect("the planner");
        let said = text(planned);
        assert_eq!(said.matches("申し込みの電話がつながるうちに").count(), usize::from(id == "asahikawa"), "{id}");
    }
}

#[test]
fn the_dates_as_a_text_keep_what_is_known_in_the_order_of_their_days() {
    let answers = Answers { applied: Some(Applied::No), ..born("2026-09-15") };
    let uses = [(Service::DayCare, "haato-hotto", "2027-01-12"), (Service::DayCare, "swan", "2026-12-14")];
    let html = render(town("kita"), planning(answers, &uses), Screen::Result, "2026-11-24T10:30:00");
    let lines = dates_as_text(&html);
    assert!(lines.is_sorted_by_key(|line| (line.starts_with("令和9年"), line.contains("令和9年9月"))), "{lines:#?}");
    // She applies once: for the first of her uses, and neither for the other nor for the first service that ends.
    assert_eq!(lines.iter().filter(|line| line.contains("申し込みはこの日まで")).count(), 1, "{lines:#?}");
    let is_fixed = |line: &String| line.contains("最後の日");
    let (fixed, lines): (Vec<String>, Vec<String>) = lines.into_iter().partition(is_fixed);
    assert_eq!(fixed.len(), 3, "{fixed:#?}");
    for (nth, expected) in [
        (0, "令和8年11月30日（月）（目安）　申し込みはこの日まで（産後ケア 日帰り型 1日）　"),
        (1, "令和8年12月10日（木）15:00より前　キャンセルの電話はここまで（産後ケア 日帰り型 1日）　"),
        (2, "令和8年12月13日（日）11:00より前　キャンセルはここまで（産後ケア 日帰り型 1日）　"),
        (3, "令和8年12月14日（月）　産後ケア 日帰り型 1日　"),
    ] {
        assert!(lines[nth].starts_with(expected), "{expected} in {lines:#?}");
    }
    let last = lines.last().expect("a line");
    assert!(lines[3].contains("スワン") && last.starts_with("令和9年1月12日（火）"), "{lines:#?}");
}

/// The part of a result that begins with a heading or a fold's line, up to the next part.
pub fn part(html: &str, heading: &str) -> String {
    let html = html.replace("<wbr>", "");
    let (_, part) = html.split_once(&format!(">{heading}")).unwrap_or_else(|| panic!("no {heading}"));
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
        let memo = part(&html, "電話で言うこと");
        for said in said {
            assert!(memo.contains(said), "{id} {case}: {said} is not in {memo}");
        }
        for unsaid in unsaid {
            assert!(!memo.contains(unsaid), "{id} {case}: {unsaid} is in {memo}");
        }
    }
}

/// Dates that hang on no chosen day stand each with its link, and all of them are in all.
#[test]
fn what_hangs_on_no_chosen_day_goes_to_the_calendar() {
    let approved = |answers| Answers { applied: Some(Applied::Yes), ..answers };
    let expects = |due: &str| Answers {
        baby: Some(BabyAnswer::Expected(due.parse().expect("a date"))),
        preterm: None,
        ..born("2026-09-15")
    };
    let spent = Answers {
        used: vec![Use::smallest(Service::Stay); 2],
        uses_of: Some("2026-09-15".parse().expect("a date")),
        ..approved(born("2026-09-15"))
    };
    let last = [
        "20270115 kita-2026-09-15-stay-last-day 産後ケア 宿泊型を使える最後の日",
        "20270315 kita-2026-09-15-day-last-day 産後ケア 日帰り型を使える最後の日",
        "20270914 kita-2026-09-15-visit-last-day 産後ケア 訪問型を使える最後の日",
    ];
    for (case, id, answers, expected) in [
        ("approved", "kita", approved(born("2026-09-15")), last.to_vec()),
        ("used up", "kita", spent, last[1..].to_vec()),
        // A stay that begins on 14 January is applied for about 10 business days before.
        (
            "not applied",
            "kita",
            born("2026-09-15"),
            [&["20261224 kita-2026-09-15-apply-last 申し込みはこの日まで（産後ケア 宿泊型）"], &last[..]].concat(),
        ),
        // 28 weeks are complete 84 days before the due date.
        (
            "21 weeks",
            "kita",
            expects("2027-04-01"),
            vec!["20270107 kita-2027-04-01-apply-from 申し込みがはじまる日（産後ケア）"],
        ),
        ("30 weeks", "kita", expects("2027-02-02"), Vec::new()),
        // Its sure day is over: the last possible one.
        (
            "past the sure day",
            "nerima",
            approved(born("2026-01-20")),
            vec![
                "20270119 nerima-2026-01-20-stay-last-day 産後ケア 宿泊型を使える最後の日（要確認）",
                "20270119 nerima-2026-01-20-day-last-day 産後ケア 日帰り型を使える最後の日（要確認）",
                "20270119 nerima-2026-01-20-visit-last-day 産後ケア 訪問型を使える最後の日",
            ],
        ),
    ] {
        let html = render(town(id), answers, Screen::Result, "2026-11-24T10:30:00");
        let links = |class: &str| html.matches(&format!("class=\"{class}\" href=\"data:text/calendar")).count();
        let (all, each) = if expected.len() > 1 { (1, expected.len()) } else { (0, 0) };
        assert_eq!(links("calendar-link"), expected.len() + all, "{case}: a link for each, and for all of several");
        assert_eq!(links("calendar-one"), each, "{case}: and each of several alone");
        let calendar = if expected.is_empty() { Vec::new() } else { last_calendar(&html) };
        let (days, ids) = (values(&calendar, "DTSTART;VALUE=DATE:"), values(&calendar, "UID:"));
        let titles = values(&calendar, "SUMMARY:");
        let found = days
            .iter()
            .zip(&ids)
            .zip(&titles)
            .map(|((day, id), title)| format!("{day} {} {title}", id.split('@').next().unwrap_or_default()));
        assert_eq!(found.collect::<Vec<_>>(), expected, "{case}");
        let next = |day: &String| {
            let day = NaiveDate::parse_from_str(day, "%Y%m%d").expect("a day");
            (day + Days::new(1)).to_string().replace('-', "")
        };
        let ends: Vec<String> = days.iter().map(next).collect();
        assert_eq!(values(&calendar, "DTEND;VALUE=DATE:"), ends, "{case}: the end is the day after, and no part of it");
        assert_eq!(values(&calendar, "TRIGGER:"), vec!["-PT15H"; expected.len()], "{case}: an alarm the day before");
    }
    // With a chosen day they are among all that she plans too.
    let planned = planning(approved(born("2026-09-15")), &[(Service::DayCare, "haato-hotto", "2026-12-08")]);
    let html = render(town("kita"), planned, Screen::Result, "2026-11-24T10:30:00");
    let titles = values(&calendar(&html), "SUMMARY:");
    assert!(titles.iter().any(|title| title.contains("宿泊型を使える最後の日")), "{titles:?}");
    assert!(titles.iter().any(|title| title == "産後ケア 日帰り型 1日"), "{titles:?}");
}

/// What counts back over the New Year goes into the calendar with the day on which somebody surely answers.
#[test]
fn a_call_before_the_new_year_goes_into_the_calendar() {
    let answers = Answers { applied: Some(Applied::Yes), ..born("2026-09-15") };
    let planned = planning(answers, &[(Service::DayCare, "", "2027-01-04")]);
    let html = render(town("nerima"), planned, Screen::Result, "2026-11-24T10:30:00");
    let calendar = calendar(&html);
    assert!(calendar.iter().any(|line| line.starts_with("DTSTART") && line.contains("20261228")), "{calendar:?}");
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
        // Two on one day are not to be had, nor more than the four days of the limit.
        (vec![day("2026-12-08"); 2], "12月8日（火）に日帰り型を1日使いたいです。その日は空いていますか。"),
        (vec![day("2026-12-08"); 2], "予定のうち1つは、回数や日にちが合わないので、ここに入れていません。"),
        (vec![(Service::Stay, "", ""); 3], "予定のうち1つは、"),
        (vec![(Service::Stay, "", ""); 3], "。宿泊型1泊2日を2回使いたいです。"),
        (vec![(Service::Stay, "", ""); 2], "。宿泊型1泊2日を2回使いたいです。"),
        (
            vec![(Service::HomeVisit, "", ""), (Service::Stay, "", ""), (Service::HomeVisit, "", "")],
            "。訪問型を2回と、宿泊型を1泊2日使いたいです。",
        ),
    ] {
        let answers = Answers { applied: Some(Applied::Yes), ..born("2026-09-15") };
        let html = render(town("kita"), planning(answers, &uses), Screen::Result, "2026-11-24T10:30:00");
        let memo = part(&html, "電話で言うこと");
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
            "used up",
            "kita",
            Answers { used: vec![Use::smallest(Service::Stay); 2], ..approved() },
            (Service::Stay, "tokyo-kita", "2026-12-10"),
            0,
            "。どんなふうに使えるか、教えてください。",
        ),
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
        let (planner, _) = html.split_once("id=\"steps\"").expect("the steps");
        let found =
            if planner.contains("text/calendar") { values(&of_uses(&calendar(&html)), "UID:").len() } else { 0 };
        assert_eq!(found, dates, "{case}: entries");
        let memo = part(&html, "電話で言うこと");
        assert!(memo.contains(said), "{case}: {said} is not in {memo}");
    }
}

#[test]
fn how_she_applied_is_asked_of_who_has_applied() {
    for (applied, is_asked) in [(Applied::Yes, true), (Applied::Unknown, true), (Applied::No, false)] {
        let answers = Answers { applied: Some(applied), ..born("2026-09-15") };
        let things = part(&render(town("kita"), answers, Screen::Result, "2026-11-24T10:30:00"), "用意するもの（");
        assert_eq!(things.contains("どう申し込みましたか"), is_asked, "{applied:?}: {things}");
        assert_eq!(things.contains("オンラインで、令和7年10月1日以降"), is_asked, "{applied:?}: {things}");
        assert!(things.contains("クーポン") && things.contains("利用承認通知書"), "{applied:?}: {things}");
    }
}

#[test]
fn one_who_is_approved_goes_on_after_the_application() {
    for (applied, said) in [(Applied::Yes, true), (Applied::No, false), (Applied::Unknown, false)] {
        let answers = Answers { applied: Some(applied), ..born("2026-09-10") };
        let html = render(town("kita"), answers, Screen::Result, "2026-11-24T10:30:00");
        let (_, steps) = html.split_once("id=\"steps\"").expect("the steps");
        assert_eq!(text(steps).contains("申請と承認のところは、すんでいます"), said, "{applied:?}");
    }
}

/// Where she has planned something the planner is open, and the next deadline of it stands above; with nothing planned neither.
#[test]
fn a_kept_plan_is_open_with_its_next_deadline() {
    let approved = Answers { applied: Some(Applied::Yes), ..born("2026-09-15") };
    let planned = planning(approved.clone(), &[(Service::DayCare, "swan", "2026-12-14")]);
    for (answers, is_planned) in [(planned, true), (approved, false)] {
        let html = render(town("kita"), answers, Screen::Result, "2026-11-24T10:30:00");
        let tag = html.split('<').find(|tag| tag.contains("id=\"planner\"")).expect("the planner");
        let tag = tag.split('>').next().unwrap_or_default();
        assert_eq!(tag.split(' ').any(|attribute| attribute.starts_with("open")), is_planned, "{tag}");
        let next = html
            .split_once("class=\"next-deadline\"")
            .map(|(_, next)| text(next.split("</dl>").next().unwrap_or_default()));
        assert_eq!(next.is_some_and(|next| next.contains("12月10日（木）15:00より前")), is_planned);
    }
}

/// What stands between tags of that beginning and their end, each with its opening tag.
fn elements<'h>(html: &'h str, beginning: &str, end: &str) -> Vec<(&'h str, String)> {
    let found = html.split(beginning).skip(1).filter_map(|rest| rest.split_once('>'));
    found.map(|(tag, rest)| (tag, text(rest.split(end).next().unwrap_or_default()))).collect()
}

/// Each date's own button and link say which date it is; a link to several says to how many, and each of those has its own.
#[test]
fn each_date_is_copied_and_kept_under_its_own_name() {
    let uses = [(Service::DayCare, "haato-hotto", "2026-12-08"), (Service::Stay, "tokyo-kita", "2026-12-10")];
    let expects = Answers {
        baby: Some(BabyAnswer::Expected("2027-04-01".parse().expect("a date"))),
        preterm: None,
        ..born("2026-09-15")
    };
    for (case, answers) in [
        ("planned", planning(Answers { applied: Some(Applied::Yes), ..born("2026-09-15") }, &uses)),
        ("not applied", planning(born("2026-09-15"), &uses)),
        ("none planned", born("2026-09-15")),
        ("unborn", expects),
    ] {
        let html = render(town("kita"), answers, Screen::Result, "2026-11-24T10:30:00");
        let named = |(tag, _): &(&str, String)| {
            tag.split_once("aria-label=\"").and_then(|(_, name)| name.split('"').next()).map(str::to_owned)
        };
        let links = elements(&html, "<a class=\"calendar-link\"", "</a>");
        let (single, several): (Vec<_>, Vec<_>) = links.iter().partition(|link| named(link).is_some());
        let copies = elements(&html, "<button class=\"button\" type=\"button\"", "</button>");
        let copies: Vec<String> = copies
            .iter()
            .filter(|(_, label)| label == "コピー")
            .map(|copy| named(copy).unwrap_or_else(|| panic!("{case}: a button without a name")))
            .collect();
        let titles = |names: Vec<String>, end: &str| -> Vec<String> {
            let title = |name: &String| name.strip_suffix(end).unwrap_or_else(|| panic!("{case}: {name}")).to_owned();
            names.iter().map(title).collect()
        };
        let of_links = titles(single.iter().filter_map(|link| named(link)).collect(), "をカレンダーに入れる");
        let of_copies = titles(copies, "をコピー");
        assert_eq!(of_links, of_copies, "{case}");
        assert!(!of_copies.is_empty(), "{case}: no date");
        for (place, title) in of_copies.iter().enumerate() {
            assert!(!of_copies[..place].contains(title), "{case}: {title} twice");
        }
        let count = |label: &str| -> usize {
            let count = label.strip_suffix("件）").and_then(|label| label.rsplit_once('（'));
            count.and_then(|(_, count)| count.parse().ok()).unwrap_or_else(|| panic!("{case}: no number in {label}"))
        };
        let alone = elements(&html, "<a class=\"calendar-one\"", "</a>");
        assert_eq!(several.iter().map(|(_, label)| count(label)).sum::<usize>(), alone.len(), "{case}");
        assert_eq!(several.is_empty(), case == "unborn", "{case}");
        assert!(alone.iter().all(|link| named(link).is_some()), "{case}: a link without a name");
    }
}
