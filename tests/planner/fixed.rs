//! Dates that hang on no chosen day.

use sango_navi::domain::plan;
use sango_navi::domain::plan::Status;
use sango_navi::domain::situation::{Applied, Baby, Situation};
use sango_navi::planner::{Aim, Fixed, FixedDate, fixed_dates};

use super::case::{babies, date, now, planned, situation, town, uses};

fn said(found: &FixedDate) -> String {
    let what = match found.what {
        Fixed::ApplyFrom => "from".to_owned(),
        Fixed::ApplyBy(aim, deadline) => {
            assert_eq!(deadline.at.date(), found.day);
            match aim {
                Aim::Day(day) => format!("by for {day}"),
                Aim::LastDay(service) => format!("by for {service:?}"),
            }
        }
        Fixed::LastDay(service, _) => format!("last {service:?}"),
    };
    format!("{what} {}", found.day)
}

#[test]
fn dates_are_those_that_are_still_to_come() {
    let born = |birth: &str| Baby::Born { birth: date(birth), due: None };
    let expected = |due: &str| Baby::Expected { due: date(due) };
    for (id, baby, applied, used, dates) in [
        (
            "kita",
            born("2026-08-01"),
            Applied::Yes,
            "",
            "last Stay 2026-12-01, last DayCare 2027-02-01, last HomeVisit 2027-07-31",
        ),
        ("kita", born("2026-08-01"), Applied::Yes, "stay 3", "last DayCare 2027-02-01, last HomeVisit 2027-07-31"),
        // Today is the last day on which to apply for the stay of 8 to 9 December.
        (
            "kita",
            born("2026-08-09"),
            Applied::No,
            "",
            "by for Stay 2026-11-24, last Stay 2026-12-09, last DayCare 2027-02-09, last HomeVisit 2027-08-08",
        ),
        (
            "kita",
            born("2026-08-08"),
            Applied::No,
            "",
            "last Stay 2026-12-08, by for DayCare 2027-01-25, last DayCare 2027-02-08, last HomeVisit 2027-08-07",
        ),
        // Each use is applied for there.
        (
            "asahikawa",
            born("2026-08-01"),
            Applied::No,
            "",
            "last Stay 2027-07-31, last DayCare 2027-07-31, last HomeVisit 2027-07-31",
        ),
        ("kita", born("2025-08-01"), Applied::No, "", ""),
        ("kita", expected("2027-02-17"), Applied::No, "", "from 2026-11-25"),
        ("kita", expected("2027-02-16"), Applied::No, "", ""),
        ("kita", expected("2027-02-17"), Applied::Yes, "", ""),
    ] {
        let situation = Situation { baby, applied, used: uses(used), ..situation() };
        let programme = town(id);
        let plan = plan(&situation, &programme, now());
        let found: Vec<String> = fixed_dates(&plan, &situation, now().date()).iter().map(said).collect();
        assert_eq!(found.join(", "), dates, "{id} {baby:?} {applied:?}");
    }
}

/// She applies in time for the first of the days that she has chosen; a day that can't be had is none of them.
#[test]
fn an_application_is_for_the_first_chosen_day() {
    let programme = town("kita");
    for (planned, expected) in [
        (vec![], "by for Stay 2027-01-21"),
        (vec![planned("stay 1", "eiju", ""), planned("stay 1", "tokyo-kita", "2026-11-01")], "by for Stay 2027-01-21"),
        (vec![planned("stay 1", "tokyo-kita", "2027-06-01")], "by for Stay 2027-01-21"),
        (
            vec![planned("stay 1", "eiju", "2026-12-20"), planned("stay 1", "tokyo-kita", "2026-12-12")],
            "by for 2026-12-12 2026-11-29",
        ),
    ] {
        let baby = Baby::Born { birth: date("2026-10-05"), due: None };
        let situation = Situation { baby, babies: babies(2), applied: Applied::No, planned, ..situation() };
        let plan = plan(&situation, &programme, now());
        let found = fixed_dates(&plan, &situation, now().date());
        let found: Vec<String> = found.iter().map(said).filter(|said| said.starts_with("by")).collect();
        assert_eq!(found, [expected], "{:?}", situation.planned);
    }
}

/// Whatever the birth: none has gone by, they come in their order, and one is told of each service that can be used.
#[test]
fn each_service_has_one_last_day() {
    let mut days = 0;
    for id in ["kita", "nerima", "nakano", "asahikawa"] {
        let programme = town(id);
        for age in 0..400 {
            let birth = now().date() - chrono::Days::new(age);
            let situation = Situation { baby: Baby::Born { birth, due: None }, ..situation() };
            let plan = plan(&situation, &programme, now());
            let found = fixed_dates(&plan, &situation, now().date());
            assert!(found.is_sorted_by_key(|date| date.day), "{id} {birth}");
            assert!(found.iter().all(|date| now().date() <= date.day), "{id} {birth} {found:?}");
            let with_end = plan.services.iter().filter(|answer| {
                matches!(answer.status, Status::Within | Status::Confirm)
                    && answer.last_days.possible().or(answer.last_days.sure()).is_some_and(|last| now().date() <= last)
            });
            assert_eq!(found.len(), with_end.count(), "{id} {birth} {found:?}");
            days += found.len();
        }
    }
    assert!(days > 1000, "{days}");
}
