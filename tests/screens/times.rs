//! Dates on the result: what is said of them holds on the day on which she reads it.

use chrono::{Datelike, NaiveDate};
use sango_navi::browser::Session;
use sango_navi::domain::Service;
use sango_navi::domain::household::{Babies, Household};
use sango_navi::domain::situation::{Applied, MedicalCare};
use sango_navi::domain::uses::{PlannedUse, Use};
use sango_navi::interview::{Answers, BabyAnswer, Question, Screen};
use sango_navi::words::japanese;

use super::keeping::{part, planning};
use super::{NOW, born, cases, moment, render, rendered, text, town, towns};

/// One baby that is expected on that day, not yet applied.
fn unborn(due: &str) -> Answers {
    Answers { baby: Some(BabyAnswer::Expected(due.parse().expect("a date"))), preterm: None, ..born("2026-10-05") }
}

/// What she reads of applying: a first day that has come is no deadline, the last stay is applied for by its first day, and
/// before the birth an application is only approved.
#[test]
fn what_is_said_of_applying_holds_on_the_day_on_which_she_reads_it() {
    let unborn = unborn("2027-01-31");
    let twins = Answers { babies: Babies::new(2).ok(), ..born("2026-10-10") };
    for (id, answers, expected) in [
        ("nerima", unborn.clone(), &["申し込める日9月13日（日）から（今、申し込めます）"][..]),
        (
            "kita",
            unborn,
            &[
                "申し込める日11月8日（日）から（今、申し込めます）",
                "12月7日（月）ごろに承認が届きます。使えるのは、生まれてからです。",
            ],
        ),
        ("nerima", born("2026-10-05"), &["宿泊型を最後の日まで使うなら、来年1月20日（水）までに申し込みます"]),
        (
            "kita",
            twins,
            &["宿泊型を最後の日まで使うなら、来年1月26日（火）ごろまでに", "12月7日（月）ごろに使えるようになります"],
        ),
        ("kita", born("2026-09-01"), &["宿泊型を最後の日まで使うなら、12月14日（月）ごろまでに"]),
    ] {
        let said = text(&render(town(id), answers, Screen::Result, "2026-11-22T10:00:00"));
        for expected in expected {
            assert!(said.contains(expected), "{id}: {expected} is not in\n{said}");
        }
        assert!(!said.contains("過ぎました"), "{id}");
    }
}

/// One who expects and has not applied reads first that she can.
#[test]
fn what_she_can_do_now_says_that_she_can_apply() {
    for (due, can) in [("2027-01-31", true), ("2027-06-30", false)] {
        let html = render(town("nerima"), unborn(due), Screen::Result, "2026-11-22T10:00:00");
        assert_eq!(part(&html, japanese().now_heading()).contains(japanese().may_apply_now()), can, "{due}");
    }
    let html = render(town("nerima"), born("2026-10-05"), Screen::Result, "2026-11-22T10:00:00");
    assert!(!part(&html, japanese().now_heading()).contains(japanese().may_apply_now()), "of who has given birth");
}

/// What she chose comes before what is left to her at the most: where she is told what to do now, in the steps, on paper.
#[test]
fn a_chosen_day_says_by_when_to_apply() {
    let twins = Answers { babies: Babies::new(2).ok(), ..born("2026-10-05") };
    let planned = planning(twins, &[(Service::Stay, "tokyo-kita", "2026-12-12")]);
    let session = || Session::on_host(moment(NOW), planned.clone()).showing(Screen::Result).on_paper();
    let html = rendered(town("kita"), session);
    let said = "12月12日（土）に使うなら、11月29日（日）ごろまでに申し込みます";
    for heading in [japanese().now_heading(), japanese().steps_heading()] {
        assert!(part(&html, heading).contains(said), "{heading}: {said} is not in {}", part(&html, heading));
    }
    assert!(text(&html).contains("令和8年12月12日（土）に使うなら、令和8年11月29日（日）ごろまでに"), "on paper");
    assert!(!text(&html).contains("最後の日まで使うなら"));
}

/// A tick says that a day can be had: none stands beside a date that has gone by, or beside something to ask.
#[test]
fn a_tick_stands_beside_nothing_that_speaks_against_it() {
    let planning = |answers: Answers, wanted: Service, facility: Option<&str>, day: &str| {
        let facility = facility.map(str::to_owned);
        let planned = vec![PlannedUse { wanted: Use::smallest(wanted), facility, date: day.parse().ok() }];
        Answers { planned, ..answers }
    };
    let twins = Answers { babies: Babies::new(2).ok(), ..born("2026-10-10") };
    let approved = Answers { applied: Some(Applied::Yes), ..born("2026-08-01") };
    for (id, now, answers, ticked, expected) in [
        // On a Sunday before a holiday: through on 7 December, as on the holiday.
        (
            "kita",
            "2026-11-22T10:00:00",
            planning(twins, Service::Stay, None, "2026-12-07"),
            true,
            "申し込みの締め切り11月23日（月）（目安）",
        ),
        ("asahikawa", NOW, planning(approved.clone(), Service::HomeVisit, None, "2026-11-25"), false, "過ぎました"),
        // Of today's 11:00.
        (
            "kita",
            "2026-11-24T12:00:00",
            planning(approved.clone(), Service::DayCare, None, "2026-11-25"),
            false,
            "過ぎた締め切りがあります",
        ),
        (
            "nerima",
            NOW,
            planning(approved, Service::Stay, Some("hikarigaoka"), "2026-11-26"),
            false,
            "要確認：産後の入院から",
        ),
        // Care on Tuesdays, Thursdays and Fridays: the next are at the year's end too, the one after it is past the last
        // sure day.
        (
            "nerima",
            NOW,
            planning(
                Answers { applied: Some(Applied::Yes), ..born("2026-10-05") },
                Service::DayCare,
                Some("tsumugi"),
                "2026-12-29",
            ),
            false,
            "12月29日〜1月3日に使えるかは資料に書かれていません",
        ),
    ] {
        let said = text(&render(town(id), answers, Screen::Result, now));
        assert_eq!(said.contains(japanese().day_fits()), ticked, "{id} {now}");
        assert!(said.contains(expected), "{id} {now}: {expected} is not in\n{said}");
        assert!(!said.contains("来年1月1日（金）にする"), "{id} {now}");
    }
}

/// A day and the year that is told with it, or else today's, agree in their weekday: a year that is another one is told.
#[test]
fn every_day_on_the_result_has_its_year_where_that_is_another() {
    let plans = |answers: Answers| {
        let uses = [
            (Service::Stay, "", "2026-12-31"),
            (Service::DayCare, "", "2027-01-07"),
            (Service::DayCare, "", "2027-12-01"),
            (Service::HomeVisit, "", "2026-01-12"),
            (Service::HomeVisit, "", "2027-01-12"),
        ];
        planning(answers, &uses)
    };
    let mut found = 0;
    for programme in towns() {
        for (case, answers) in cases().into_iter().chain([("late", born("2026-12-20")), ("due", unborn("2027-05-01"))])
        {
            for (now, paper) in ["2026-12-25T10:30:00", "2026-12-30T03:00:00", "2027-01-04T10:30:00"]
                .into_iter()
                .flat_map(|now| [(now, false), (now, true)])
            {
                let session = || Session::on_host(moment(now), plans(answers.clone())).showing(Screen::Result);
                let html = rendered(programme, || if paper { session().on_paper() } else { session() });
                let said = if paper { html.split("class=\"sheet\"").nth(1).unwrap_or_default() } else { &html };
                for (day, year) in days(&text(said), moment(now).year()) {
                    let place = format!("{} {case} {now} on paper: {paper}: {day}", programme.id);
                    assert_eq!(weekday_of(&day, year), day.chars().rev().nth(1), "{place}");
                    found += 1;
                }
            }
        }
    }
    assert!(found > 1000, "{found}");
}

/// Each day of the month with a weekday in a text, and its year: the one that is told before it, or `this`.
fn days(text: &str, this: i32) -> Vec<(String, i32)> {
    let mut found: Vec<(String, i32)> = Vec::new();
    for (end, _) in text.match_indices('）') {
        let before = &text[..end];
        let Some((before, weekday)) = before.rsplit_once('（').filter(|(_, inner)| "月火水木金土日".contains(inner))
        else {
            continue;
        };
        let Some((before, day)) = number_before(before, '日') else { continue };
        let Some((before, month)) = number_before(before, '月') else { continue };
        let year = match number_before(before, '年') {
            Some((era, year)) if era.ends_with("令和") => year + 2018,
            Some((_, year)) => year,
            None if before.ends_with("来年") => this + 1,
            None if before.ends_with("去年") => this - 1,
            // 「令和8年12月7日（月）〜12月8日（火）」.
            None if before.ends_with("）〜") => found.last().map_or(this, |(_, year)| *year),
            None => this,
        };
        found.push((format!("{month}月{day}日（{weekday}）"), year));
    }
    found
}

/// The number that a text ends with before `sign`, and what stands before it.
fn number_before(text: &str, sign: char) -> Option<(&str, i32)> {
    let text = text.strip_suffix(sign)?;
    let rest = text.trim_end_matches(|sign: char| sign.is_ascii_digit());
    Some((rest, text[rest.len()..].parse().ok()?))
}

/// The weekday of 「12月1日（火）」 in a year.
fn weekday_of(day: &str, year: i32) -> Option<char> {
    let (month, rest) = day.split_once('月')?;
    let (day, _) = rest.split_once('日')?;
    let date = NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)?;
    "月火水木金土日".chars().nth(date.weekday().num_days_from_monday() as usize)
}

/// Once the due date has passed, all dates hang on an answer that is no longer true: that is asked first, without hurry.
/// Who has lost her baby finds her way out behind it.
#[test]
fn after_the_due_date_she_is_asked_whether_it_is_born() {
    let ill = Answers { medical_care: Some(MedicalCare::IllToday), ..unborn("2026-11-23") };
    for (answers, place) in [
        (unborn("2026-11-25"), None),
        (unborn("2026-11-24"), None),
        (unborn("2026-11-23"), Some(0)),
        (unborn("2026-11-10"), Some(0)),
        // Whom to ring today comes before any question.
        (ill, Some(1)),
        (born("2026-08-01"), None),
    ] {
        for id in ["kita", "nerima", "asahikawa"] {
            let html = render(town(id), answers.clone(), Screen::Result, NOW);
            let (_, actions) = html.split_once("aria-labelledby=\"now\"").expect("what she can do");
            let actions = actions.split("</ol>").next().unwrap_or_default();
            let actions: Vec<&str> = actions.split("<li class=\"action\">").skip(1).collect();
            let asks = |action: &&str| action.contains("href=\"#baby\"") && action.contains(japanese().is_it_born());
            assert_eq!(actions.iter().position(asks), place, "{id}: {actions:?}");
            assert!(actions.len() <= 3, "{id}: {actions:?}");
            if let Some(place) = place {
                assert!(actions[place].contains(japanese().reckoned_from_due_date()), "{id}: {actions:?}");
            }
        }
    }
    let asked = render(town("kita"), unborn("2026-11-23"), Screen::Ask(Question::Baby), NOW);
    assert!(asked.contains(japanese().loss_link()));
}

#[test]
fn a_facility_that_ends_before_she_can_be_ready_says_so() {
    for (applied, said) in [(Applied::No, true), (Applied::Unknown, true), (Applied::Yes, false)] {
        let answers = Answers { applied: Some(applied), ..born("2026-10-05") };
        let html = render(town("kita"), answers, Screen::Result, "2026-11-24T10:30:00");
        let cards = html.split("class=\"facility\"").skip(1).map(text);
        let late: Vec<String> = cards.filter(|card| card.contains("間に合わないかもしれません")).collect();
        assert_eq!(!late.is_empty(), said, "{applied:?}");
        for card in late {
            assert!(card.contains("早くて12月8日"), "{card}");
        }
    }
}

/// What is refused is said back to her, with what would be right.
#[test]
fn a_refused_date_says_what_it_is() {
    use sango_navi::interview::check_birth;
    use sango_navi::interview::typed::{DateField, read_date};
    let words = japanese();
    let today = moment(NOW).date();
    for (typed, said) in [
        (["ことし", "9", "15"], "「ことし」は読みとれません。年は、2026か令和8のように入れてください。"),
        (["大正3", "9", "15"], "「大正3」は読みとれません。年は、2026か令和8のように入れてください。"),
        (["202", "9", "15"], "「202」は年になりません。年は、2026か令和8のように入れてください。"),
        (["2026", "八", "15"], "「八」は読みとれません。月は、1から12の数字で入れてください。"),
        (["2026", "13", "15"], "「13」は月になりません。月は、1から12の数字で入れてください。"),
        (["2026", "9", "ついたち"], "「ついたち」は読みとれません。日は、1から31の数字で入れてください。"),
        (["2026", "9", "31"], "9月は30日までです。日を確かめてください。"),
        (["昭和65", "9", "15"], "年を確かめてください。昭和は1年から64年までです。"),
        (
            ["昭和60", "9", "15"],
            "1985年9月15日は、2年より前の日です。産後ケアの期間を過ぎています。赤ちゃんが生まれた年を入れてください（今年は、2026年、令和8年です）。",
        ),
        (
            ["2027", "9", "15"],
            "2027年9月15日は、今日より先の日です。まだ生まれていないときは、もどって「いいえ」を選んでください。",
        ),
    ] {
        let [year, month, day] = typed;
        let found = match read_date(year, month, day, today) {
            Ok(date) => words.baby_problem(check_birth(date, today).expect_err("refused"), date, today),
            Err(problem) => {
                let place = [DateField::Year, DateField::Month, DateField::Day];
                let of = place.iter().zip(typed).find(|(field, _)| **field == problem.field());
                words.date_problem(problem, of.expect("a field").1)
            }
        };
        assert_eq!(found, said, "{typed:?}");
    }
    assert!(words.born_question().contains("赤ちゃん"));
}

/// Before the birth: from when she can apply, what waits for the birth, and the year if it comes on its day.
#[test]
fn at_thirty_weeks_she_reads_what_waits_for_the_birth() {
    let assisted = |due| Answers { household: Some(Household::PublicAssistance), ..unborn(due) };
    for (id, answers, expected) in [
        (
            "nerima",
            planning(unborn("2027-02-02"), &[(Service::DayCare, "", "")]),
            &[
                "今日は妊娠30週0日です",
                "9月15日（火）（妊娠20週）から申し込めます",
                "施設の予約は、生まれてからです",
                "に生まれたら、こうなります",
                japanese().days_after_birth(),
            ][..],
        ),
        // 28 weeks 0 days before a due date of 1 March.
        ("kita", assisted("2027-03-01"), &["生まれたら", "12月7日（月）", "0円"]),
    ] {
        let said = text(&render(town(id), answers, Screen::Result, NOW).replace("<wbr>", ""));
        for expected in expected {
            assert!(said.contains(expected), "{id}: {expected} is not in\n{said}");
        }
    }
    for absent in ["妊娠30週0日", japanese().days_after_birth()] {
        let answers = planning(born("2026-09-15"), &[(Service::DayCare, "", "")]);
        let said = text(&render(town("nerima"), answers, Screen::Result, NOW).replace("<wbr>", ""));
        assert!(!said.contains(absent), "{absent} of one who has given birth");
    }
}

/// Where the phone's clock is wrong, or may be, both the question for a date and the plan say so, with the phone's day; a year
/// ahead can't be told from rules that nobody has read again, and what is said is true of both.
#[test]
fn a_clock_that_is_a_year_off_is_told_where_a_date_matters() {
    let behind = &["2025年", "日付の設定を確かめてください"][..];
    let ahead = &[
        "2027年11月24日",
        "2026年11月22日",
        "日付の設定を確かめてください",
        "日付が正しいときは、決まりが変わっているかもしれません",
        "に聞いてください",
    ];
    for (now, due, told) in [
        ("2025-11-24T10:30:00", "2026-01-10", behind),
        ("2027-11-24T10:30:00", "2028-01-10", ahead),
        (NOW, "2027-01-10", &[]),
    ] {
        for screen in [Screen::Born, Screen::Expected, Screen::Result] {
            let said = text(&render(town("kita"), unborn(due), screen, now));
            for told in told {
                assert!(said.contains(told), "{now} {screen:?}: {told} is not in\n{said}");
            }
            assert_eq!(said.contains("日付の設定"), !told.is_empty(), "{now} {screen:?}");
        }
        let plan = text(&render(town("kita"), unborn(due), Screen::Result, now));
        assert!(plan.contains(japanese().service(Service::Stay)), "{now}: a plan all the same");
    }
}

/// A day that she gave once and that is not possible any more is asked for again, and she reads why.
#[test]
fn a_day_long_past_is_asked_for_again_and_says_why() {
    for (answers, is_asked) in [
        // Seven days over, and 53.
        (unborn("2026-11-17"), false),
        (unborn("2026-10-02"), true),
        (born("2024-11-01"), true),
        (born("2026-09-15"), false),
    ] {
        let html = render(town("kita"), answers.clone(), Screen::Ask(Question::Baby), NOW);
        assert_eq!(html.contains(japanese().asked_again()), is_asked, "{answers:?}");
    }
}
