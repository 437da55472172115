use chrono::{Datelike, NaiveDate};

use super::{
    DateField as Field, DateProblem as Problem, Draft, Drafts, Era, Fields, read_date, read_postal, read_year, spread,
    typed_into,
};
use crate::interview::{check_birth, check_due, is_far_year};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

#[test]
fn dates_are_read_as_people_type_them() {
    for (year, month, day_typed, expected) in [
        ("2026", "8", "1", "2026-08-01"),
        ("２０２６", "０８", "０１", "2026-08-01"),
        ("2026年", "8月", "1日", "2026-08-01"),
        (" 2026 ", "\u{3000}8", "1 日", "2026-08-01"),
        ("02026", "08", "001", "2026-08-01"),
        ("令和8", "8", "1", "2026-08-01"),
        ("令和８年", "８月", "１日", "2026-08-01"),
        ("令和 08 年", "8", "1", "2026-08-01"),
        ("㋿8", "8", "1", "2026-08-01"),
        ("R8", "8", "1", "2026-08-01"),
        ("r8", "8", "1", "2026-08-01"),
        ("Ｒ８", "8", "1", "2026-08-01"),
        ("ｒ．８", "8", "1", "2026-08-01"),
        ("R.8", "8", "1", "2026-08-01"),
        ("8", "8", "1", "2026-08-01"),
        ("８年", "8", "1", "2026-08-01"),
        ("08", "8", "1", "2026-08-01"),
        ("7", "12", "31", "2025-12-31"),
        ("令和元年", "5", "1", "2019-05-01"),
        ("R元", "5", "1", "2019-05-01"),
        ("平成31", "4", "30", "2019-04-30"),
        ("H31", "4", "30", "2019-04-30"),
        ("ｈ３１年", "4", "30", "2019-04-30"),
        ("㍻31", "4", "30", "2019-04-30"),
        ("平成元年", "1", "8", "1989-01-08"),
        ("昭和60", "9", "15", "1985-09-15"),
        ("昭和６０年", "9", "15", "1985-09-15"),
        ("S60", "9", "15", "1985-09-15"),
        ("㍼64", "1", "7", "1989-01-07"),
        // In 2026, 令和26 is far off and 2026 is here.
        ("26", "8", "1", "2026-08-01"),
        ("25", "8", "1", "2025-08-01"),
        ("27", "1", "1", "2027-01-01"),
        ("9", "1", "1", "2027-01-01"),
        ("10", "1", "1", "2010-01-01"),
        ("19", "1", "1", "2019-01-01"),
        // Neither is near: as typed.
        ("40", "1", "1", "2058-01-01"),
        ("2024", "2", "29", "2024-02-29"),
        ("令和6", "2", "29", "2024-02-29"),
        ("2000", "2", "29", "2000-02-29"),
        ("2026", "1", "31", "2026-01-31"),
        ("2026", "4", "30", "2026-04-30"),
    ] {
        let read = read_date(year, month, day_typed, day("2026-11-21"));
        assert_eq!(read, Ok(day(expected)), "{year} {month} {day_typed}");
    }
}

#[test]
fn a_year_alone_tells_whether_it_can_be_a_babys() {
    let today = day("2026-11-24");
    for (typed, is_far) in [
        ("昭和60", true),
        ("S60", true),
        ("1985年", true),
        ("平成31", true),
        ("2023", true),
        ("2024", false),
        ("令和8", false),
        ("8", false),
        ("2027", false),
        ("2028", true),
        ("9999", true),
    ] {
        let year = read_year(typed, today).unwrap_or_else(|problem| panic!("{typed}: {problem:?}"));
        assert_eq!(is_far_year(year, today), is_far, "{typed}");
    }
    // Every year that some day of a birth or a due date has is near, on any day.
    for today in day("2024-01-01").iter_days().take(800) {
        for date in today.iter_days().take(300).chain([today, today - chrono::Days::new(700)]) {
            let is_possible = check_birth(date, today).is_ok() || check_due(date, today).is_ok();
            assert!(!is_possible || !is_far_year(date.year(), today), "{date} on {today}");
        }
    }
}

#[test]
fn a_problem_names_its_field_and_what_is_wrong() {
    for (year, month, day_typed, expected) in [
        ("", "", "", Problem::Empty(Field::Year)),
        (" \u{3000}", "8", "1", Problem::Empty(Field::Year)),
        ("年", "8", "1", Problem::Empty(Field::Year)),
        ("2026", "", "1", Problem::Empty(Field::Month)),
        ("2026", "月", "1", Problem::Empty(Field::Month)),
        ("2026", "8", "", Problem::Empty(Field::Day)),
        ("2026", "8", "　", Problem::Empty(Field::Day)),
        ("ことし", "8", "1", Problem::NotANumber(Field::Year)),
        ("-2026", "8", "1", Problem::NotANumber(Field::Year)),
        ("2026.5", "8", "1", Problem::NotANumber(Field::Year)),
        ("令和", "8", "1", Problem::NotANumber(Field::Year)),
        ("令和八", "8", "1", Problem::NotANumber(Field::Year)),
        ("R", "8", "1", Problem::NotANumber(Field::Year)),
        ("昭和", "1", "1", Problem::NotANumber(Field::Year)),
        ("大正3", "1", "1", Problem::NotANumber(Field::Year)),
        ("昭和65", "1", "1", Problem::EraYear(Era::Showa)),
        ("2026", "八", "1", Problem::NotANumber(Field::Month)),
        ("2026", "8/1", "1", Problem::NotANumber(Field::Month)),
        ("2026", "8", "ついたち", Problem::NotANumber(Field::Day)),
        ("2026", "8", "１日日", Problem::NotANumber(Field::Day)),
        ("令和0", "8", "1", Problem::EraYear(Era::Reiwa)),
        ("R0", "8", "1", Problem::EraYear(Era::Reiwa)),
        ("0", "8", "1", Problem::EraYear(Era::Reiwa)),
        ("令和100", "8", "1", Problem::EraYear(Era::Reiwa)),
        ("令和2026", "8", "1", Problem::EraYear(Era::Reiwa)),
        ("平成32", "8", "1", Problem::EraYear(Era::Heisei)),
        ("H0", "8", "1", Problem::EraYear(Era::Heisei)),
        ("202", "8", "1", Problem::YearForm),
        ("20266", "8", "1", Problem::YearForm),
        ("99999999999999999999999", "8", "1", Problem::YearForm),
        ("20260801", "8", "1", Problem::YearForm),
        ("2026", "0", "1", Problem::Month),
        ("2026", "13", "1", Problem::Month),
        ("2026", "99999999999", "1", Problem::Month),
        ("2026", "13", "", Problem::Month),
        ("2026", "8", "0", Problem::Day { month: 8, last: 31 }),
        ("2026", "8", "32", Problem::Day { month: 8, last: 31 }),
        ("2026", "4", "31", Problem::Day { month: 4, last: 30 }),
        ("2026", "11", "９９９", Problem::Day { month: 11, last: 30 }),
        ("2026", "2", "30", Problem::Day { month: 2, last: 28 }),
        ("2024", "2", "30", Problem::Day { month: 2, last: 29 }),
        ("2026", "2", "29", Problem::NotLeapYear { year: 2026 }),
        ("令和8", "2", "29", Problem::NotLeapYear { year: 2026 }),
        ("2100", "2", "29", Problem::NotLeapYear { year: 2100 }),
    ] {
        assert_eq!(read_date(year, month, day_typed, day("2026-11-21")), Err(expected), "{year} {month} {day_typed}");
    }
}

fn fields(texts: [&str; 3]) -> Fields {
    texts.map(str::to_owned)
}

#[test]
fn a_whole_date_in_one_field_fills_all_three() {
    for (typed, expected) in [
        ("2026-09-15", ["2026", "9", "15"]),
        ("2026-9-5", ["2026", "9", "5"]),
        ("2026/09/15", ["2026", "9", "15"]),
        ("2026.9.15", ["2026", "9", "15"]),
        ("2026 9 15", ["2026", "9", "15"]),
        ("２０２６／９／１５", ["2026", "9", "15"]),
        ("２０２６－０９－１５", ["2026", "9", "15"]),
        ("2026ー9ー15", ["2026", "9", "15"]),
        ("2026年9月15日", ["2026", "9", "15"]),
        ("２０２６年９月１５日", ["2026", "9", "15"]),
        ("2026年 9月 15日（火）", ["2026", "9", "15"]),
        ("2026年9月15日生まれ", ["2026", "9", "15"]),
        ("2026-09-15T10:30:00+09:00", ["2026", "9", "15"]),
        ("20260915", ["2026", "9", "15"]),
        ("R8.9.15", ["R8", "9", "15"]),
        ("r8.09.15", ["R8", "9", "15"]),
        ("Ｒ８．９．１５", ["R8", "9", "15"]),
        ("R.8.9.15", ["R8", "9", "15"]),
        ("R080915", ["R08", "9", "15"]),
        ("令和8年9月15日", ["令和8", "9", "15"]),
        ("令和８年９月１５日", ["令和8", "9", "15"]),
        ("令和 8 年 9 月 15 日", ["令和8", "9", "15"]),
        ("令和8.9.15", ["令和8", "9", "15"]),
        ("㋿8年9月15日", ["㋿8", "9", "15"]),
        ("令和元年5月1日", ["令和元", "5", "1"]),
        ("8.9.15", ["8", "9", "15"]),
        ("8年9月15日", ["8", "9", "15"]),
        ("26/9/15", ["26", "9", "15"]),
        ("平成31年4月30日", ["平成31", "4", "30"]),
        ("昭和60年9月15日", ["昭和60", "9", "15"]),
        ("S60.9.15", ["S60", "9", "15"]),
        ("  2026-09-15\n", ["2026", "9", "15"]),
    ] {
        let expected = fields(expected);
        assert_eq!(spread(&fields([typed, "", ""])), expected, "{typed}");
        // In whatever field, and over a date that stood there.
        assert_eq!(spread(&fields(["2025", typed, "1"])), expected, "{typed}");
        assert_eq!(spread(&fields(["2025", "1", typed])), expected, "{typed}");
        assert_eq!(spread(&expected), expected, "{typed}: what was filled stays");
        let [year, month, of_month] = &expected;
        assert!(read_date(year, month, of_month, day("2026-11-21")).is_ok(), "{typed}");
    }
    for typed in [
        "",
        "2026",
        "令和8",
        "8",
        "ことし",
        "2026-09",
        "2026年9月",
        "9/15",
        "15/9/2026",
        "9-15-2026",
        "大正3年9月15日",
        "202-9-15",
        "2026-123-1",
        "1-2-3-4",
        "03-3908-7050",
        "260915",
        "2026-09-15 2026-10-01",
        "-",
        "元",
        "年月日",
    ] {
        let typed = fields([typed, "", ""]);
        assert_eq!(spread(&typed), typed);
    }
}

/// Key by key a date is left alone until she goes on; pasted it fills the fields at once.
#[test]
fn fields_are_filled_when_a_date_is_whole() {
    for (before, place, text, after) in [
        (["", "", ""], 0, "2026-09-15", ["2026", "9", "15"]),
        (["", "", ""], 0, "8.9.1", ["8", "9", "1"]),
        (["2025", "1", "2"], 0, "令和8年9月15日", ["令和8", "9", "15"]),
        (["2026", "9", "1"], 1, "2026/10/11", ["2026", "10", "11"]),
        (["", "", ""], 0, "2026", ["2026", "", ""]),
        (["2026-0", "", ""], 0, "2026-09", ["2026-09", "", ""]),
        // A day of one digit may become one of two.
        (["2026-9-", "", ""], 0, "2026-9-1", ["2026-9-1", "", ""]),
        (["2026-9-1", "", ""], 0, "2026-9-15", ["2026-9-15", "", ""]),
        (["2026-9-15", "", ""], 1, "1", ["2026", "1", "15"]),
        (["2026-9-15", "", ""], 0, "", ["", "", ""]),
        (["2026", "9", ""], 2, "15", ["2026", "9", "15"]),
        (["2026", "9", "15"], 3, "15", ["2026", "9", "15"]),
    ] {
        assert_eq!(typed_into(&fields(before), place, text), fields(after), "{before:?} {place} {text}");
    }
}

#[test]
fn half_a_date_is_read_back() {
    let mut drafts = Drafts::default();
    assert_eq!(drafts.write(), "");
    for (draft, typed) in
        [(Draft::Birth, ["2026", "", ""]), (Draft::Due, ["令和9", "3", ""]), (Draft::DueOfBirth, ["", "", "<b>1</b>"])]
    {
        assert!(!drafts.are_begun(draft), "{draft:?}");
        drafts.put(draft, fields(typed));
        assert!(drafts.are_begun(draft), "{draft:?}");
        assert_eq!(drafts.of(draft), &fields(typed), "{draft:?}");
        assert_eq!(Drafts::read(&drafts.write()), drafts, "{draft:?}");
    }
    // Whatever stands in the store.
    let long = "1".repeat(161);
    for text in ["", "2026", "\n", "\n\n\n\n\n\n\n\n\n", &format!("{long}\n\n\n\n\n\n\n\n")] {
        assert_eq!(Drafts::read(text), Drafts::default(), "{text:?}");
    }
    drafts.put(Draft::Birth, fields(["1\n2", &long, ""]));
    assert_eq!(Drafts::read(&drafts.write()).of(Draft::Birth), &fields(["12", &long[..40], ""]));
}

#[test]
fn every_day_of_a_leap_and_a_common_year_is_read_back() {
    let today = day("2026-11-21");
    let days = day("2024-01-01").iter_days().take_while(|date| *date < day("2026-01-01"));
    for date in days {
        let (year, month, of_month) = (date.year().to_string(), date.month(), date.day().to_string());
        assert_eq!(read_date(&year, &format!("{month:02}"), &of_month, today), Ok(date));
        let (reiwa, month) = (format!("令和{}年", date.year() - 2018), format!("{month}月"));
        assert_eq!(read_date(&reiwa, &month, &format!("{of_month}日"), today), Ok(date));
    }
}

#[test]
fn a_problem_knows_its_field() {
    for (problem, field) in [
        (Problem::Empty(Field::Month), Field::Month),
        (Problem::NotANumber(Field::Day), Field::Day),
        (Problem::EraYear(Era::Heisei), Field::Year),
        (Problem::YearForm, Field::Year),
        (Problem::Month, Field::Month),
        (Problem::Day { month: 4, last: 30 }, Field::Day),
        (Problem::NotLeapYear { year: 2026 }, Field::Day),
    ] {
        assert_eq!(problem.field(), field, "{problem:?}");
    }
}

#[test]
fn postal_codes_are_read_as_people_type_them() {
    for typed in [
        "1780063",
        "178-0063",
        "〒178-0063",
        "１７８００６３",
        "１７８－００６３",
        "178ー0063",
        "１７８ー００６３",
        "178−0063",
        "178‐0063",
        " 178 0063 ",
        "〒　１７８　００６３",
    ] {
        assert_eq!(read_postal(typed).as_ref().map(|code| code.as_str()), Some("1780063"), "{typed}");
    }
    for typed in ["", "〒", "178006", "17800631", "178-006a", "北区"] {
        assert_eq!(read_postal(typed), None, "{typed}");
    }
}
