//! What the plan says: the headline, what to do first, what is asked of whom, what is read out.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use rules::domain::household::{Babies, Household};
use rules::domain::plan::Status;
use rules::domain::service::Services;
use rules::domain::situation::{Applied, Baby, MedicalCare, Situation};
use rules::domain::uses::{Length, PlannedUse, Use};
use rules::domain::{Programme, Service};
use rules::interview::Wish;
use rules::planner::{DayDoubt, WantedMost};
use rules::programmes::load_all;
use rules::reading::{
    Action, Case, Ended, Headline, Kept, On, Open, Question, Whom, actions, calls, dates_of_all, dates_of_use, ended,
    headline, in_one_list, rows_on_paper, settled_at_facility, steps_on_paper,
};

fn towns() -> Vec<Programme> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/programmes");
    assert!(fs::exists(&folder).expect("a folder"));
    load_all(&folder).expect("the rule files")
}

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// One baby born on that day, a general household, nobody ill, nothing known of an application.
fn born(birth: &str) -> Situation {
    Situation {
        baby: Baby::Born { birth: date(birth), due: None },
        babies: Babies::ONE,
        household: Household::General,
        medical_care: MedicalCare::No,
        applied: Applied::Unknown,
        postal: None,
        used: Vec::new(),
        planned: Vec::new(),
    }
}

fn twins(birth: &str) -> Situation {
    Situation { babies: Babies::new(2).expect("two"), ..born(birth) }
}

fn applied(applied: Applied, situation: Situation) -> Situation {
    Situation { applied, ..situation }
}

fn case<'p>(towns: &'p [Programme], town: &str, situation: Situation, now: &str) -> Case<'p> {
    let programme = towns.iter().find(|one| one.id == town).expect("a town");
    let now = format!("{now}:00").parse().expect("a moment");
    Case::new(situation, programme, Some(Wish::Nothing), now)
}

fn services(services: Services) -> String {
    let name = |service: Service| match service {
        Service::Stay => "stay",
        Service::DayCare => "day",
        Service::HomeVisit => "visit",
    };
    services.iter().map(name).collect::<Vec<_>>().join("+")
}

fn open(open: &[Open]) -> String {
    let one = |open: &Open| {
        let question = match open.question {
            Question::InTime => "in time",
            Question::Treatment => "treatment",
            Question::LastDay => "last day",
            Question::Price => "price",
        };
        format!(" ({question} {})", services(open.services))
    };
    open.iter().map(one).collect()
}

fn said(headline: Headline) -> String {
    match headline {
        Headline::NoRules => "no rules".to_owned(),
        Headline::WillUse(those) => format!("will use {}", services(those)),
        Headline::CanUse(those) => format!("can use {}", services(those)),
        Headline::InTime(those) => format!("in time {}", services(those)),
        Headline::MayUse(those) => format!("may use {}", services(those)),
        Headline::NotDuringTreatment => "not during treatment".to_owned(),
        Headline::AllSpent => "all spent".to_owned(),
        Headline::Over => "over".to_owned(),
    }
}

fn done(case: &Case<'_>) -> Vec<String> {
    let action = |action: Action<'_, '_>| match action {
        Action::Born => "born".to_owned(),
        Action::Doctor => "doctor".to_owned(),
        Action::Apply(asked) => format!("apply{}", open(&asked)),
        Action::Ask(asked) => format!("ask{}", open(&asked)),
        Action::Call(row, asked) => format!("call {}{}", services(Services::of(&[row.offer.service])), open(&asked)),
        Action::CallNext(row, asked) => {
            format!("call next {}{}", services(Services::of(&[row.offer.service])), open(&asked))
        }
    };
    actions(case, WantedMost { wish: case.wish, words: &[] }).into_iter().map(action).collect()
}

/// What stands first, and whom she rings for what.
#[test]
fn she_is_told_whom_to_ring_and_for_what() {
    let towns = towns();
    let (no, yes) = (Applied::No, Applied::Yes);
    for (town, situation, now, headline_said, first, second) in [
        // All is printed and in time.
        (
            "kita",
            applied(yes, born("2026-09-15")),
            "2026-11-24T10:30",
            "can use stay+day+visit",
            "call stay",
            "call visit",
        ),
        ("kita", applied(no, born("2026-09-15")), "2026-11-24T10:30", "can use stay+day+visit", "apply", ""),
        // The last day of visits is 4 December; applied for now, they come on 14 December about.
        ("kita", applied(no, born("2025-12-05")), "2026-11-30T10:30", "in time visit", "ask (in time visit)", ""),
        ("kita", applied(yes, born("2025-12-05")), "2026-11-30T10:30", "can use visit", "call visit", ""),
        // Two business days to the facility: from 3 December on, and today is the last day.
        (
            "asahikawa",
            born("2025-12-01"),
            "2026-11-30T10:30",
            "in time stay+day+visit",
            "ask (in time stay+day+visit)",
            "call stay",
        ),
        // The price of twins is not printed: the ward is asked that, and nothing else.
        (
            "nerima",
            applied(yes, twins("2026-08-01")),
            "2026-11-24T10:30",
            "can use stay+day+visit",
            "call day",
            "ask (price stay+day+visit)",
        ),
        ("nerima", applied(yes, born("2026-08-01")), "2026-11-24T10:30", "can use stay+day+visit", "call day", ""),
        // Past about four months the ward is asked of stays, and each facility of days.
        (
            "nerima",
            applied(yes, born("2026-06-20")),
            "2026-11-30T10:30",
            "can use day+visit",
            "call day",
            "ask (last day stay)",
        ),
        (
            "nerima",
            applied(yes, born("2026-03-20")),
            "2026-11-30T10:30",
            "can use visit",
            "call visit",
            "ask (last day stay)",
        ),
        // Not approved, and past the sure day: a last day months away is no reason to hurry.
        ("nerima", applied(no, born("2026-03-20")), "2026-11-30T10:30", "can use visit", "apply (last day stay)", ""),
        // No facility is known, and no fee is printed: it begins at the office.
        (
            "nakano",
            born("2026-09-15"),
            "2026-11-24T10:30",
            "can use stay+day+visit",
            "apply (price stay+day+visit)",
            "",
        ),
        ("kita", born("2024-12-05"), "2026-11-30T10:30", "over", "ask", ""),
        (
            "asahikawa",
            applied(yes, Situation { medical_care: MedicalCare::Needed, ..born("2026-09-15") }),
            "2026-11-24T10:30",
            "may use stay+day+visit",
            "ask (treatment stay+day+visit)",
            "call stay",
        ),
        (
            "kita",
            applied(yes, Situation { medical_care: MedicalCare::IllToday, ..born("2026-09-15") }),
            "2026-11-24T10:30",
            "can use stay+day+visit",
            "doctor",
            "call stay",
        ),
    ] {
        let case = case(&towns, town, situation, now);
        let found = (said(headline(&case)), done(&case));
        let expected: Vec<&str> = [first, second].into_iter().filter(|said| !said.is_empty()).collect();
        assert_eq!(
            (found.0.as_str(), found.1),
            (headline_said, expected.iter().map(|said| (*said).to_owned()).collect()),
            "{town} {now}"
        );
    }
}

/// What is read out fits the limits and no two of it share a day; in the order of the days.
#[test]
fn what_is_read_out_fits() {
    let towns = towns();
    let stay = |nights, day: &str| PlannedUse {
        wanted: Use { length: Length::Nights { nights, hours: None }, ..Use::smallest(Service::Stay) },
        facility: None,
        date: (!day.is_empty()).then(|| date(day)),
    };
    for (planned, days, left_out) in [
        (vec![stay(1, "2026-12-16"), stay(1, "2026-12-14")], vec!["2026-12-14", "2026-12-16"], 0),
        // Two days of two stays: the second begins on the last of the first.
        (vec![stay(1, "2026-12-14"), stay(1, "2026-12-15")], vec!["2026-12-14"], 1),
        // Six days of four.
        (vec![stay(2, "2026-12-14"), stay(2, "2026-12-21")], vec!["2026-12-14"], 1),
        (vec![stay(1, ""), stay(1, "2026-12-14"), stay(1, "")], vec!["2026-12-14", ""], 1),
    ] {
        let situation = Situation { planned: planned.clone(), ..applied(Applied::Yes, born("2026-09-15")) };
        let case = case(&towns, "kita", situation, "2026-11-24T10:30");
        let (calls, found) = calls(&case);
        let first: Vec<&str> = days.iter().copied().filter(|day| !day.is_empty()).collect();
        let told = calls.iter().flat_map(|call| &call.uses).flat_map(|wanted| &wanted.days).map(ToString::to_string);
        let told: Vec<String> = told.collect();
        assert_eq!(found, left_out, "{planned:?}");
        assert_eq!(told, first, "{planned:?}");
        let times: u16 = calls.iter().flat_map(|call| &call.uses).map(|wanted| wanted.times).sum();
        assert_eq!(usize::from(times) + left_out, planned.len(), "{planned:?}");
    }
}

/// What one who applies now can have only after its last sure day is not said to be hers.
#[test]
fn what_is_ready_only_after_the_last_sure_day_is_asked() {
    let towns = towns();
    for (town, situation, now, service, late) in [
        ("nerima", applied(Applied::No, born("2026-08-25")), "2026-12-20T10:30", Service::Stay, true),
        ("nerima", applied(Applied::Yes, born("2026-08-25")), "2026-12-20T10:30", Service::Stay, false),
        // The more generous reading of the last day is the earliest day of use.
        ("kita", applied(Applied::No, born("2025-12-14")), "2026-11-30T10:30", Service::HomeVisit, true),
        ("kita", applied(Applied::No, born("2026-09-15")), "2026-11-30T10:30", Service::HomeVisit, false),
        // Tuesday: every printed hour is over at 17:00, and a phone without hours may not be answered any more.
        ("asahikawa", born("2025-12-04"), "2026-12-01T10:30", Service::HomeVisit, false),
        ("asahikawa", born("2025-12-04"), "2026-12-01T17:30", Service::HomeVisit, true),
    ] {
        let case = case(&towns, town, situation, now);
        let answer = case.plan.service(service).expect("a service that is offered");
        assert_eq!(case.comes_too_late(answer), late, "{town} {now}");
        let asked = open(&rules::reading::open(&case)).contains("in time");
        assert_eq!(asked, late, "{town} {now}");
    }
}

/// Beside the call to the facility stands one to the office, where that settles what is open.
#[test]
fn who_settles_it_is_rung() {
    let towns = towns();
    let needed = Situation { medical_care: MedicalCare::Needed, ..born("2026-09-15") };
    for (town, situation, expected) in [
        // Where the office is rung first, its call is the first.
        ("asahikawa", born("2025-11-25"), vec!["office (in time stay+day+visit)", "undecided"]),
        ("asahikawa", needed, vec!["office (treatment stay+day+visit)", "undecided"]),
        ("kita", applied(Applied::Yes, born("2026-09-15")), vec!["undecided"]),
        ("nerima", applied(Applied::Yes, twins("2026-08-01")), vec!["undecided", "office (price stay+day+visit)"]),
        ("nerima", applied(Applied::No, twins("2026-08-01")), vec!["office (in time stay) (price stay+day+visit)"]),
        // No facility is listed, so none is named.
        ("nakano", born("2026-09-15"), vec!["office (price stay+day+visit)"]),
    ] {
        let case = case(&towns, town, situation, "2026-11-24T10:30");
        let (calls, _) = calls(&case);
        let said = calls.iter().map(|call| {
            let to = match call.to {
                Whom::Office => "office",
                Whom::Facility(_) => "facility",
                Whom::Undecided => "undecided",
            };
            format!("{to}{}", open(&call.open))
        });
        assert_eq!(said.collect::<Vec<_>>(), expected, "{town}");
    }
}

/// After the end one day is told, the corrected one where that carries farther, and nothing is promised.
#[test]
fn what_is_over_has_one_last_day() {
    let towns = towns();
    let preterm = || Situation {
        baby: Baby::Born { birth: date("2026-02-20"), due: Some(date("2026-03-20")) },
        ..born("2026-02-20")
    };
    for (now, over) in [("2027-03-20T10:30", false), ("2027-03-21T10:30", true), ("2028-02-10T10:30", true)] {
        let case = case(&towns, "kita", preterm(), now);
        assert_eq!(headline(&case) == Headline::Over, over, "{now}");
        let promises = case.plan.notes.iter().any(|note| format!("{note:?}").starts_with("CorrectedAge"));
        assert_eq!(promises, !over, "{now}");
        for service in &case.plan.services {
            let end = ended(service.last_days, service.corrected_until, case.today());
            if over {
                assert!(matches!(end, Some(Ended::ByDue(_))), "{now} {:?}: {end:?}", service.service());
            }
        }
    }
}

/// A day is asked about where it is settled: at the office where the age is the programme's, or carried by the due date, or no
/// facility is listed.
#[test]
fn a_day_is_asked_about_where_it_is_settled() {
    let towns = towns();
    let doubt = DayDoubt::Confirm { sure: None };
    let early = Situation {
        baby: Baby::Born { birth: date("2026-09-10"), due: Some(date("2026-11-05")) },
        ..born("2026-09-10")
    };
    for (town, situation, service, at_facility) in [
        ("kita", born("2026-09-15"), Service::Stay, true),
        ("kita", early, Service::Stay, false),
        ("nerima", born("2026-06-20"), Service::Stay, false),
        ("nerima", born("2026-06-20"), Service::DayCare, true),
        ("nakano", born("2026-09-15"), Service::Stay, false),
    ] {
        let case = case(&towns, town, situation, "2026-11-24T10:30");
        assert_eq!(settled_at_facility(&case, service, &doubt), at_facility, "{town} {service:?}");
    }
}

/// Two stays at 東京北医療センター and a visit anywhere; the first stay's day has gone by.
fn planning() -> Situation {
    let stay = |day: &str| PlannedUse {
        wanted: Use { length: Length::Nights { nights: 1, hours: None }, ..Use::smallest(Service::Stay) },
        facility: Some("tokyo-kita".to_owned()),
        date: Some(date(day)),
    };
    let visit =
        PlannedUse { wanted: Use::smallest(Service::HomeVisit), facility: None, date: Some(date("2026-12-15")) };
    Situation {
        planned: vec![stay("2026-11-20"), stay("2026-12-21"), visit],
        ..applied(Applied::No, born("2026-09-15"))
    }
}

fn kept(kept: &Kept<'_>) -> String {
    let on = match kept.on {
        On::Step(place, step) => format!("{place} {:?}", step.what),
        On::Use(place, ..) => format!("{place} itself"),
        On::Fixed(date) => format!("{:?}", date.what).split('(').next().unwrap_or_default().to_owned(),
    };
    let to = match kept.to {
        Whom::Office => "office",
        Whom::Facility(_) => "facility",
        Whom::Undecided => "undecided",
    };
    format!("{} {on}, {to}", kept.day)
}

/// What is ruled out gives no date; of the days to apply by, to the office, the first alone is kept.
#[test]
fn the_dates_that_she_keeps_come_in_their_order() {
    let towns = towns();
    let case = case(&towns, "kita", planning(), "2026-11-24T10:30");
    let of_use = |place: usize| dates_of_use(&case, place).iter().map(kept).collect::<Vec<_>>();
    assert_eq!(of_use(0), Vec::<String>::new(), "its day has gone by");
    assert_eq!(of_use(7), Vec::<String>::new(), "no such use");
    assert_eq!(
        of_use(1),
        [
            "2026-12-07 1 ApplyBy, office",
            // The day before is a Sunday, on which the phone is not answered.
            "2026-12-18 1 CancelCallBy, facility",
            "2026-12-20 1 CancelBy, facility",
            "2026-12-21 1 itself, facility",
        ]
    );
    assert_eq!(
        of_use(2),
        ["2026-12-01 2 ApplyBy, office", "2026-12-14 2 CancelBy, undecided", "2026-12-15 2 itself, undecided"]
    );
    let all: Vec<String> = in_one_list(dates_of_all(&case)).iter().map(kept).collect();
    assert_eq!(
        all,
        [
            "2026-12-01 2 ApplyBy, office",
            "2026-12-14 2 CancelBy, undecided",
            "2026-12-15 2 itself, undecided",
            "2026-12-18 1 CancelCallBy, facility",
            "2026-12-20 1 CancelBy, facility",
            "2026-12-21 1 itself, facility",
            "2027-01-15 LastDay, office",
            "2027-03-15 LastDay, office",
            "2027-09-14 LastDay, office",
        ]
    );
    let without = Situation { planned: Vec::new(), ..planning() };
    assert_eq!(dates_of_all(&self::case(&towns, "kita", without, "2026-11-24T10:30")), Vec::new());
}

/// On paper the place where she plans to go finds room first, then what is nearest to her wish; what has ended is left out.
#[test]
fn on_paper_her_own_place_comes_first() {
    let towns = towns();
    let case = case(&towns, "kita", planning(), "2026-11-24T10:30");
    let rows = rows_on_paper(&case, WantedMost { wish: case.wish, words: &[] });
    let ended = case.plan.facilities.iter().filter(|row| row.status == Status::Outside).count();
    assert_eq!((rows.len(), ended), (24, 3));
    let (first, _) = rows.iter().find(|(_, rank)| *rank == 0).expect("a first");
    assert_eq!((first.facility.id.as_str(), first.offer.service), ("tokyo-kita", Service::Stay));
    let mut ranks: Vec<usize> = rows.iter().map(|(_, rank)| *rank).collect();
    ranks.sort_unstable();
    assert_eq!(ranks, (0..rows.len()).collect::<Vec<_>>(), "each row has its own rank");
    assert_eq!(steps_on_paper(&case, 0), Vec::new(), "gone by");
    assert_eq!(steps_on_paper(&case, 1).len(), 3);
    let late = self::case(&towns, "kita", planning(), "2027-02-01T10:30");
    let rows = rows_on_paper(&late, WantedMost { wish: late.wish, words: &[] });
    assert!(rows.iter().all(|(row, _)| row.offer.service != Service::Stay), "stays ended on 15 January");
    assert!(!rows.is_empty());
}
