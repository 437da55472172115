//! The facilities as rows, one each, and the next deadline of what she plans.

use sango_navi::domain::service::Services;
use sango_navi::domain::situation::{Applied, Baby, Situation};
use sango_navi::domain::uses::{PlannedUse, Use};
use sango_navi::domain::{Service, plan};
use sango_navi::interview::Wish;
use sango_navi::planner::{WantedMost, alike, next_deadline, rows};

use super::case::{date, now, situation, town};

/// No facility stands twice, none is lost, whatever she wants and has used up.
#[test]
fn every_facility_has_one_row_with_all_of_its_services() {
    for id in ["kita", "nerima", "asahikawa"] {
        let programme = town(id);
        for wish in [None, Some(Wish::Sleep), Some(Wish::AtHome), Some(Wish::Feeding)] {
            for spent in [Services::default(), Services::of(&[Service::Stay])] {
                let plan = plan(&situation(), &programme, now());
                let rows = rows(&plan.facilities, WantedMost { wish, words: &["授乳"] }, spent);
                let mut ids: Vec<&str> = rows.iter().map(|row| row.facility.id.as_str()).collect();
                let offers: usize = rows.iter().map(|row| row.offers.len()).sum();
                assert_eq!(offers, plan.facilities.len(), "{id} {wish:?}");
                let count = ids.len();
                ids.sort_unstable();
                ids.dedup();
                assert_eq!(ids.len(), count, "{id} {wish:?}");
                assert!(rows.iter().is_sorted_by_key(|row| row.is_over()), "{id} {wish:?}: what is over comes last");
            }
        }
    }
}

#[test]
fn the_first_rows_are_of_what_she_wants_and_has_left() {
    let programme = town("kita");
    let plan = plan(&situation(), &programme, now());
    let first = |wish, spent: &[Service]| {
        let rows = rows(&plan.facilities, WantedMost { wish: Some(wish), words: &[] }, Services::of(spent));
        rows[0].shown().iter().map(|offer| offer.offer.service).collect::<Vec<Service>>()
    };
    assert!(first(Wish::Sleep, &[]).contains(&Service::Stay));
    assert!(!first(Wish::Sleep, &[Service::Stay]).iter().all(|service| *service == Service::Stay));
    assert!(first(Wish::AtHome, &[]).contains(&Service::HomeVisit));
}

/// Of a facility where one service has ended the other is shown; where all have, all are.
#[test]
fn a_row_shows_what_is_not_over() {
    let programme = town("asahikawa");
    let old = Situation { baby: Baby::Born { birth: date("2025-06-01"), due: None }, ..situation() };
    for (situation, is_over) in [(situation(), false), (old, true)] {
        let plan = plan(&situation, &programme, now());
        let rows = rows(&plan.facilities, WantedMost { wish: None, words: &[] }, Services::default());
        let row = rows.iter().find(|row| row.offers.len() > 1).expect("a facility with two services");
        assert_eq!((row.is_over(), row.shown().len()), (is_over, row.offers.len()));
        assert!(row.has(Some(row.offers[0].offer.service), false) && row.has(None, false));
    }
}

#[test]
fn what_holds_of_several_services_is_said_once() {
    let programme = town("asahikawa");
    let plan = plan(&situation(), &programme, now());
    let rows = rows(&plan.facilities, WantedMost { wish: None, words: &[] }, Services::default());
    let row = rows.iter().find(|row| row.offers.len() > 1).expect("a facility with two services");
    let services = |said: &dyn Fn(Service) -> String| -> Vec<(Vec<Service>, String)> {
        let alike = alike(&row.offers, &|offer| said(offer.offer.service));
        alike.into_iter().map(|one| (one.services, one.said)).collect()
    };
    let all: Vec<Service> = row.offers.iter().map(|offer| offer.offer.service).collect();
    assert_eq!(services(&|_| "the same".to_owned()), [(all.clone(), "the same".to_owned())]);
    let each: Vec<(Vec<Service>, String)> =
        all.iter().map(|service| (vec![*service], format!("{service:?}"))).collect();
    assert_eq!(services(&|service| format!("{service:?}")), each);
}

#[test]
fn the_next_deadline_is_the_first_that_is_to_come() {
    let programme = town("kita");
    let use_on = |day: &str| PlannedUse {
        wanted: Use::smallest(Service::DayCare),
        facility: Some("swan".to_owned()),
        date: Some(date(day)),
    };
    let at = "2026-11-24T10:30:00".parse().expect("a moment");
    for (applied, days, expected) in [
        (Applied::No, &["2026-12-14"][..], Some("2026-11-30")),
        (Applied::Yes, &["2026-12-14"], Some("2026-12-10")),
        (Applied::Yes, &["2026-12-14", "2026-12-08"], Some("2026-12-03")),
        (Applied::Yes, &[], None),
        // It is over by then.
        (Applied::Yes, &["2027-12-14"], None),
    ] {
        let baby = Baby::Born { birth: date("2026-09-15"), due: None };
        let planned = days.iter().map(|day| use_on(day)).collect();
        let situation = Situation { baby, applied, planned, ..situation() };
        let plan = plan(&situation, &programme, at);
        let next = next_deadline(&plan, &situation, at).map(|step| step.deadline.at.date());
        assert_eq!(next, expected.map(date), "{applied:?} {days:?}");
    }
}
