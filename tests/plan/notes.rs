//! Each note is said when it is true, as often as it is true, and not otherwise.

use sango_navi::domain::age::AgeLimit;
use sango_navi::domain::calendar::Months;
use sango_navi::domain::household::Household;
use sango_navi::domain::phone::PhoneLine;
use sango_navi::domain::programme::{Elsewhere, Gate, NameReading, PastLimit, PrintedLimit, Rules};
use sango_navi::domain::quota::{LateCancellation, StayCount};
use sango_navi::domain::situation::{Applied, Baby, MedicalCare, PostalCode, Situation};
use sango_navi::domain::source::{Source, Sourced};

use super::case::{date, planned, uses};
use super::said::{Change, TODAY, check, none};

fn born(birth: &str) -> Baby {
    Baby::Born { birth: date(birth), due: None }
}

fn due(birth: &str, due: &str) -> Baby {
    Baby::Born { birth: date(birth), due: Some(date(due)) }
}

fn expected(due: &str) -> Baby {
    Baby::Expected { due: date(due) }
}

fn printed(limit: AgeLimit, past_it: PastLimit) -> PrintedLimit {
    PrintedLimit { phrase: "期間".to_owned(), limit, in_preparation_from: None, past_it }
}

/// The first service's own limit.
fn limit_service(rules: &mut Rules, limit: AgeLimit, past_it: PastLimit) {
    let source = Source { document: 0, place: "表".to_owned() };
    rules.services[0].limit = Some(Sourced { value: printed(limit, past_it), source });
}

fn months(count: u8) -> Months {
    Months::new(count).expect("1 to 24 months")
}

#[test]
fn health_is_said_as_she_answers() {
    let needed: Change = |_, she| she.medical_care = MedicalCare::Needed;
    check(&[
        ("kita", TODAY, |_, she| she.medical_care = MedicalCare::IllToday, "ill_today", 1),
        ("kita", TODAY, none, "ill_today", 0),
        ("nerima", TODAY, needed, "treatment_excluded", 1),
        ("asahikawa", TODAY, needed, "treatment_ask", 1),
        ("nakano", TODAY, needed, "treatment_unprinted", 1),
        ("nerima", TODAY, |_, she| she.medical_care = MedicalCare::Unknown, "treatment_unknown", 1),
        ("nerima", TODAY, none, "treatment_unknown", 0),
    ]);
}

/// 練馬区 asks for 14 days; the last sure day of a birth on 2025-12-01 is 2026-11-30.
#[test]
fn she_is_told_to_ring_at_once_while_she_could_use_it_but_not_by_applying_in_time() {
    fn late(_: &mut Rules, she: &mut Situation) {
        (she.baby, she.applied) = (born("2025-12-01"), Applied::No);
    }
    check(&[
        ("nerima", "2026-11-01", late, "ring_at_once.visit", 0),
        ("nerima", "2026-11-15", late, "ring_at_once.visit", 0),
        ("nerima", "2026-11-16", late, "ring_at_once.visit", 0),
        ("nerima", "2026-11-17", late, "ring_at_once.visit", 1),
        ("nerima", "2026-11-30", late, "ring_at_once.visit", 1),
        // Past its last day there is nothing to ring for.
        ("nerima", "2026-12-01", late, "ring_at_once.visit", 0),
        ("nerima", TODAY, |_, she| she.baby = born("2025-12-01"), "ring_at_once.visit", 0),
    ]);
}

#[test]
fn what_applying_needs_is_said_to_those_who_have_not() {
    let not_applied: Change = |_, she| she.applied = Applied::No;
    let unborn: Change = |_, she| she.baby = expected("2027-01-15");
    check(&[
        ("kita", TODAY, unborn, "not_born", 1),
        ("kita", TODAY, none, "not_born", 0),
        ("nerima", TODAY, unborn, "booking_after_birth", 1),
        ("nerima", TODAY, none, "booking_after_birth", 0),
        ("kita", TODAY, unborn, "booking_after_birth", 0),
        ("kita", TODAY, not_applied, "approval_first", 1),
        ("kita", TODAY, none, "approval_first", 0),
        ("asahikawa", TODAY, not_applied, "approval_first", 0),
        ("nakano", TODAY, not_applied, "lead_unprinted", 1),
        // Where nobody approves her, having applied settles nothing.
        ("nakano", TODAY, none, "lead_unprinted", 1),
        ("kita", TODAY, not_applied, "lead_unprinted", 0),
    ]);
}

#[test]
fn what_age_leaves_open_is_said() {
    let preterm: Change = |_, she| she.baby = due("2026-08-01", "2026-09-20");
    let in_time: Change = |_, she| she.baby = due("2026-08-01", "2026-08-22");
    check(&[
        ("kita", TODAY, preterm, "corrected_age", 1),
        ("kita", TODAY, in_time, "corrected_age", 0),
        ("nakano", TODAY, preterm, "corrected_age_unprinted", 1),
        ("nakano", TODAY, in_time, "corrected_age_unprinted", 0),
        // Of a birth on 31 October some number of months ends where there is no 31st.
        ("kita", TODAY, |_, she| she.baby = born("2026-10-31"), "month_end", 1),
        ("kita", TODAY, none, "month_end", 0),
        ("asahikawa", TODAY, |_, she| she.baby = born("2026-10-31"), "month_end", 0),
        ("kita", TODAY, none, "day_zero", 1),
        ("asahikawa", TODAY, none, "day_zero", 0),
        ("asahikawa", TODAY, none, "about_age.stay", 0),
        (
            "asahikawa",
            TODAY,
            |rules, _| limit_service(rules, AgeLimit::AboutMonths(months(4)), PastLimit::Unstated),
            "about_age.stay",
            1,
        ),
        (
            "asahikawa",
            TODAY,
            |rules, _| limit_service(rules, AgeLimit::AskAfterMonths(months(4)), PastLimit::Unstated),
            "about_age.stay",
            1,
        ),
        (
            "asahikawa",
            TODAY,
            |rules, _| limit_service(rules, AgeLimit::AskAfterMonths(months(4)), PastLimit::AskFacility),
            "ask_facility_past.stay",
            1,
        ),
        ("asahikawa", TODAY, |rules, _| rules.limit = None, "limit_unprinted.stay", 1),
        ("asahikawa", TODAY, none, "limit_unprinted.stay", 0),
        // Before the birth no day is known for another reason.
        (
            "asahikawa",
            TODAY,
            |rules, she| (rules.limit, she.baby) = (None, expected("2027-01-15")),
            "limit_unprinted.stay",
            0,
        ),
    ]);
}

#[test]
fn money_and_limits_that_are_not_printed_are_said_once() {
    check(&[
        // 旭川市 prints no further night; 中野区 no fee at all.
        ("asahikawa", TODAY, |_, she| she.planned = vec![planned("stay 2", "", "")], "price_unknown.stay", 1),
        ("asahikawa", TODAY, |_, she| she.planned = vec![planned("stay", "", "")], "price_unknown.stay", 0),
        ("nakano", TODAY, |_, she| she.planned = vec![planned("stay", "", ""); 2], "price_unknown.stay", 1),
        ("kita", TODAY, |_, she| she.household = Household::Unknown, "household_unknown", 1),
        ("kita", TODAY, none, "household_unknown", 0),
        ("asahikawa", TODAY, none, "stay_count_unprinted", 1),
        ("kita", TODAY, none, "stay_count_unprinted", 0),
        // How a stay counts is no question where the limit is of visits alone.
        ("kita", TODAY, |rules, _| rules.pools[2].value.stay = StayCount::Unprinted, "stay_count_unprinted", 0),
        ("asahikawa", TODAY, none, "limit_in_principle", 1),
        ("kita", TODAY, none, "limit_in_principle", 0),
        ("kita", TODAY, |rules, _| drop(rules.pools.remove(2)), "quota_unprinted.visit", 1),
        ("kita", TODAY, none, "quota_unprinted.visit", 0),
    ]);
}

#[test]
fn a_late_cancellation_is_a_question_where_its_loss_is_not_printed() {
    const NOTE: &str = "late_cancellation_unprinted";
    check(&[
        ("nerima", TODAY, |_, she| she.used = uses("day late"), NOTE, 1),
        ("nerima", TODAY, |_, she| she.used = uses("day, stay"), NOTE, 0),
        // One unit is printed; of a stay of several days it leaves open which.
        ("kita", TODAY, |_, she| she.used = uses("stay late"), NOTE, 1),
        ("kita", TODAY, |_, she| she.used = uses("stay, day late"), NOTE, 0),
        ("kita", TODAY, |_, she| she.used = uses("stay"), NOTE, 0),
        (
            "kita",
            TODAY,
            |rules, she| {
                rules.late_cancellation = LateCancellation::Nothing;
                she.used = uses("stay late");
            },
            NOTE,
            0,
        ),
    ]);
}

/// No phone's hours, no phone, a doubtful name: said of what she can still use, never of what is past.
#[test]
fn what_facilities_leave_open_is_said_of_those_in_reach() {
    fn clear(rules: &mut Rules, _: &mut Situation) {
        for facility in &mut rules.facilities {
            for offer in &mut facility.offers {
                offer.phone = PhoneLine::NoBookings;
            }
        }
    }
    fn one_unprinted(rules: &mut Rules, she: &mut Situation) {
        clear(rules, she);
        rules.facilities[0].offers[0].phone = PhoneLine::HoursUnprinted;
        rules.facilities[0].tel = None;
    }
    fn doubtful(rules: &mut Rules, _: &mut Situation) {
        let facility = rules.facilities.iter_mut().find(|facility| facility.offers.len() == 3);
        facility.expect("a facility of all three services").name_reading = NameReading::Doubtful;
    }
    fn past(she: &mut Situation) {
        she.baby = born("2025-08-01");
    }
    check(&[
        ("asahikawa", TODAY, clear, "hours_unprinted", 0),
        ("asahikawa", TODAY, one_unprinted, "hours_unprinted", 1),
        ("asahikawa", TODAY, clear, "tel_unprinted", 0),
        ("asahikawa", TODAY, one_unprinted, "tel_unprinted", 1),
        (
            "asahikawa",
            TODAY,
            |rules, she| {
                one_unprinted(rules, she);
                past(she);
            },
            "hours_unprinted",
            0,
        ),
        (
            "asahikawa",
            TODAY,
            |rules, she| {
                one_unprinted(rules, she);
                past(she);
            },
            "tel_unprinted",
            0,
        ),
        ("asahikawa", TODAY, none, "doubtful_name.ayuru", 0),
        ("asahikawa", TODAY, doubtful, "doubtful_name.ayuru", 1),
        ("asahikawa", TODAY, none, "condition.hidamari", 1),
    ]);
}

/// Tsumugi's visits are for four postal codes; whoever lives elsewhere may ask, where it does not say no.
#[test]
fn a_condition_that_her_postal_code_settles_is_not_asked() {
    fn living(rules: &mut Rules, she: &mut Situation, code: &str, otherwise: Elsewhere) {
        she.postal = PostalCode::parse(code).ok();
        let offers = rules.facilities.iter_mut().flat_map(|facility| &mut facility.offers);
        for condition in offers.flat_map(|offer| &mut offer.conditions) {
            if let Gate::Postal { elsewhere, .. } = &mut condition.gate {
                *elsewhere = otherwise;
            }
        }
    }
    check(&[
        ("nerima", TODAY, none, "condition.tsumugi", 1),
        ("nerima", TODAY, |rules, she| living(rules, she, "1780063", Elsewhere::Ask), "condition.tsumugi", 0),
        ("nerima", TODAY, |rules, she| living(rules, she, "1780065", Elsewhere::Ask), "condition.tsumugi", 1),
        ("nerima", TODAY, |rules, she| living(rules, she, "1780065", Elsewhere::Refused), "condition.tsumugi", 0),
    ]);
}

#[test]
fn she_is_told_of_the_papers_that_her_household_needs() {
    check(&[
        ("kita", TODAY, none, "document", 0),
        ("kita", TODAY, |_, she| she.household = Household::TaxExempt, "document", 1),
        ("kita", TODAY, |_, she| she.household = Household::PublicAssistance, "document", 1),
        ("kita", TODAY, |_, she| she.household = Household::Unknown, "document", 2),
    ]);
}
