//! Dates to act by, against a plain walk through the calendar.
#![cfg(not(target_arch = "wasm32"))]

use chrono::NaiveDate;
use sango_navi::domain::business_days::{business_days_before, is_business_day};
use sango_navi::domain::deadlines::{Application, BookingFrom, Lead};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn to_facility(days: u8) -> Application {
    let lead = Some(Lead::BusinessDaysToFacility(days));
    Application { from_week: None, processing: None, lead, ways: Vec::new(), booking_from: BookingFrom::Unprinted }
}

#[test]
fn the_earliest_use_is_the_first_day_that_is_applied_for_in_time() {
    for lead in [0, 1, 2, 3, 5, 10, 23] {
        for today in day("2026-04-01").iter_days().take_while(|today| *today < day("2027-06-01")) {
            let in_time = |date: &NaiveDate| business_days_before(*date, lead).date >= today;
            let walked = today.iter_days().skip(1).find(in_time).expect("a day");
            let counted = to_facility(lead).earliest_use(today).expect("a lead is printed");
            assert_eq!(counted.date, walked, "{lead} business days from {today}");
            assert_eq!(counted.certainty, business_days_before(walked, lead).certainty, "{lead} from {today}");
        }
    }
}

#[test]
fn a_lead_leaves_so_many_business_days_and_no_more() {
    for (lead, today, earliest) in [
        // Tuesday: today and Wednesday are two business days.
        (2, "2026-11-24", "2026-11-26"),
        // Friday: today and Monday.
        (2, "2026-11-27", "2026-12-01"),
        // Saturday: Monday, a holiday, does not count.
        (2, "2026-11-21", "2026-11-26"),
        (0, "2026-11-24", "2026-11-25"),
    ] {
        let counted = to_facility(lead).earliest_use(day(today)).expect("a lead is printed");
        assert_eq!(counted.date, day(earliest), "{lead} business days from {today}");
        let between = day(today).iter_days().take_while(|date| *date < counted.date);
        assert!(between.filter(|date| is_business_day(*date)).count() >= usize::from(lead));
    }
}
