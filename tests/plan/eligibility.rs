//! Whether she may use it: preterm births, the earliest day, conditions of a row.

use sango_navi::domain::business_days::Certainty;
use sango_navi::domain::household::Household;
use sango_navi::domain::plan::{Note, Status};
use sango_navi::domain::programme::Facility;
use sango_navi::domain::situation::{Applied, Baby, MedicalCare, Situation};
use sango_navi::domain::uses::{PlannedUse, Use};
use sango_navi::domain::{Service, plan};

use super::case::{date, situation, town};
use super::said::morning;

/// Born on 1 August 2026, seven weeks early.
fn preterm() -> Situation {
    Situation { baby: Baby::Born { birth: date("2026-08-01"), due: Some(date("2026-09-20")) }, ..situation() }
}

#[test]
fn past_the_last_day_a_preterm_baby_is_to_be_asked_about() {
    for (id, service, today, born_in_time, born_early) in [
        // 北区: stays until 1 December; until 20 January counted from the due date.
        ("kita", Service::Stay, "2026-12-01", Status::Within, Status::Within),
        ("kita", Service::Stay, "2026-12-02", Status::Outside, Status::Confirm),
        ("kita", Service::Stay, "2027-01-20", Status::Outside, Status::Confirm),
        ("kita", Service::Stay, "2027-01-21", Status::Outside, Status::Outside),
        // 中野区: stays until 31 December; it extends by an unprinted time.
        ("nakano", Service::Stay, "2026-12-31", Status::Within, Status::Within),
        ("nakano", Service::Stay, "2027-01-01", Status::Outside, Status::Confirm),
        ("nakano", Service::Stay, "2027-07-01", Status::Outside, Status::Confirm),
        // 練馬区 prints no such rule.
        ("nerima", Service::HomeVisit, "2027-07-31", Status::Within, Status::Within),
        ("nerima", Service::HomeVisit, "2027-08-01", Status::Outside, Status::Outside),
    ] {
        let programme = town(id);
        let of = |situation: &Situation| {
            let plan = plan(situation, &programme, morning(today));
            let found = plan.services.iter().find(|answer| answer.service() == service);
            found.expect("the service").status
        };
        let (in_time, early) = (of(&situation()), of(&preterm()));
        assert_eq!((in_time, early), (born_in_time, born_early), "{id} on {today}");
    }
}

#[test]
fn three_weeks_early_is_in_time() {
    for (due, is_preterm) in [
        ("2026-08-21", false),
        ("2026-08-22", false),
        ("2026-08-23", true),
        ("2026-10-01", true),
        ("2026-07-20", false),
    ] {
        let baby = Baby::Born { birth: date("2026-08-01"), due: Some(date(due)) };
        assert_eq!(baby.preterm_due().is_some(), is_preterm, "{due}");
    }
}

#[test]
fn the_earliest_day_is_for_those_who_have_yet_to_apply() {
    let unborn = Baby::Expected { due: date("2027-01-15") };
    let born = situation().baby;
    for (baby, applied, earliest) in [
        (born, Applied::No, Some("2026-12-08")),
        (born, Applied::Unknown, Some("2026-12-08")),
        (born, Applied::Yes, None),
        (unborn, Applied::No, None),
        (unborn, Applied::Yes, None),
    ] {
        let programme = town("kita");
        let situation = Situation { baby, applied, ..situation() };
        for answer in plan(&situation, &programme, morning("2026-11-24")).services {
            assert_eq!(
                answer.usable_from.map(|earliest| earliest.day.date),
                earliest.map(date),
                "{baby:?} {applied:?}"
            );
        }
    }
}

/// Who can use nothing any more applies for nothing, and nothing that is printed for users is told.
#[test]
fn after_the_end_nothing_is_applied_for() {
    let visit =
        PlannedUse { wanted: Use::smallest(Service::HomeVisit), facility: None, date: Some(date("2026-12-15")) };
    let over = Situation {
        baby: Baby::Born { birth: date("2025-09-01"), due: None },
        household: Household::Unknown,
        planned: vec![visit],
        ..situation()
    };
    let cares = [MedicalCare::No, MedicalCare::Needed, MedicalCare::IllToday, MedicalCare::Unknown];
    let towns = ["kita", "nerima", "asahikawa", "nakano"];
    for (id, medical_care) in towns.into_iter().flat_map(|id| cares.map(|care| (id, care))) {
        let programme = town(id);
        let answer = plan(&Situation { medical_care, ..over.clone() }, &programme, morning("2026-11-24"));
        assert!(answer.services.iter().all(|service| service.status == Status::Outside), "{id}");
        assert!(answer.services.iter().all(|service| service.usable_from.is_none()), "{id}");
        assert!(answer.facilities.iter().all(|row| row.usable_from.is_none()), "{id}");
        assert_eq!(answer.dates, Vec::new(), "{id}");
        // Her planned day, how old the sources are, and why a number is none.
        let is_of_then = |note: &&Note<'_>| {
            matches!(
                note,
                Note::PlannedOutside(_)
                    | Note::Price(_)
                    | Note::HouseholdUnknown
                    | Note::StayCountUnprinted
                    | Note::LimitInPrinciple
                    | Note::QuotaUnprinted(_)
                    | Note::Clock(_)
                    | Note::OldSource(_)
                    | Note::UndatedSource(_)
                    | Note::ExpiredSource(_)
                    | Note::BeforeEdition(_)
            )
        };
        assert_eq!(answer.notes.iter().find(|note| !is_of_then(note)), None, "{id} {medical_care:?}");
    }
}

/// Where the phone that takes an application is answered again after the New Year only, the wait passes days of which no source
/// speaks.
#[test]
fn over_the_new_year_the_earliest_day_is_about() {
    let programme = town("asahikawa");
    for (now, earliest) in [
        ("2026-12-29", "2027-01-06"),
        ("2027-01-01", "2027-01-06"),
        ("2027-01-02", "2027-01-06"),
        ("2027-01-03", "2027-01-06"),
    ] {
        let answer = plan(&situation(), &programme, morning(now));
        for service in &answer.services {
            let earliest_use = service.usable_from.expect("a lead is printed").day;
            assert_eq!(earliest_use.date, date(earliest), "{now}");
            assert_eq!(earliest_use.certainty, Certainty::About, "{now}");
        }
    }
}

#[test]
fn a_facility_answers_to_its_id_and_its_number() {
    let programme = town("asahikawa");
    let situation = situation();
    let plan = plan(&situation, &programme, morning("2026-11-24"));
    let facility = plan.facilities[0].facility;
    let other = plan.facilities[1].facility;
    let number = |facility: &Facility| facility.tel.as_ref().expect("a number").as_str().to_owned();
    for (named, is_called) in
        [(facility.id.clone(), true), (number(facility), true), (other.id.clone(), false), (number(other), false)]
    {
        assert_eq!(facility.is_called(&named), is_called, "{named}");
    }
}
