//! Dates on the result: what is said of them holds on the day on which she reads it.

use sango_navi::domain::Service;
use sango_navi::domain::situation::{Applied, Babies, PlannedUse, Use};
use sango_navi::interview::{Answers, BabyAnswer, Screen};
use sango_navi::words::japanese;

use super::{NOW, born, render, text, town};

/// What she reads of applying: a first day that has come is no deadline, the last stay is applied for by its first day, and
/// before the birth an application is only approved.
#[test]
fn what_is_said_of_applying_holds_on_the_day_on_which_she_reads_it() {
    let unborn = Answers {
        baby: Some(BabyAnswer::Expected("2027-01-31".parse().expect("a date"))),
        preterm: None,
        ..born("2026-10-05")
    };
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
        ("nerima", born("2026-10-05"), &["宿泊型を最後の日まで使うなら、1月20日（水）までに申し込みます"]),
        (
            "kita",
            twins,
            &["宿泊型を最後の日まで使うなら、1月26日（火）ごろまでに", "12月7日（月）ごろに使えるようになります"],
        ),
        ("kita", born("2026-09-01"), &["宿泊型を最後の日まで使うなら、12月17日（木）ごろまでに"]),
    ] {
        let said = text(&render(town(id), answers, Screen::Result, "2026-11-22T10:00:00"));
        for expected in expected {
            assert!(said.contains(expected), "{id}: {expected} is not in\n{said}");
        }
        assert!(!said.contains("過ぎました"), "{id}");
    }
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
        // Care on Fridays, of which the next is New Year's Day: the one after it is past the last sure day.
        (
            "nerima",
            NOW,
            planning(
                Answers { applied: Some(Applied::Yes), ..born("2026-10-05") },
                Service::DayCare,
                Some("tsumugi"),
                "2026-12-30",
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
