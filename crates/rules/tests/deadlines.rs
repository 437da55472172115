//! Dates to act by, against a plain walk through the calendar.
#![cfg(not(target_arch = "wasm32"))]

use chrono::{NaiveDate, NaiveDateTime};
use rules::domain::business_days::{Certainty, business_days_after, business_days_before, is_business_day, last_start};
use rules::domain::clock::{ClockTime, Weekdays, WeeklyInterval};
use rules::domain::deadlines::{
    Application, At, BookingFrom, Boundary, Cancellation, DayOff, Deadline, Lead, Via, call_by,
};
use rules::domain::holidays::is_year_end;
use rules::domain::phone::{OnHolidays, PhoneHours, PhoneLine};

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
            let meets_year_end = lead > 0 && today.iter_days().take_while(|date| *date < walked).any(is_year_end);
            let certainty = if meets_year_end { Certainty::About } else { Certainty::Sure };
            assert_eq!(counted.certainty, certainty, "{lead} from {today}");
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
        // Wednesday 30 December: nobody is surely there before Monday.
        (2, "2026-12-30", "2027-01-06"),
    ] {
        let counted = to_facility(lead).earliest_use(day(today)).expect("a lead is printed");
        assert_eq!(counted.date, day(earliest), "{lead} business days from {today}");
        let between = day(today).iter_days().take_while(|date| *date < counted.date);
        assert!(between.filter(|date| is_business_day(*date)).count() >= usize::from(lead));
    }
}

#[test]
fn an_estimate_counts_back_to_the_last_day_that_it_reaches() {
    for (days, on, apply_by) in [
        // Monday 7 December: from Friday 20 November on, the weekend and the holiday after it too.
        (10, "2026-12-07", "2026-11-23"),
        // What is through on Friday is so on Saturday and Sunday.
        (10, "2026-12-04", "2026-11-19"),
        (10, "2026-12-06", "2026-11-19"),
        (1, "2026-11-24", "2026-11-23"),
        // Over the New Year: the last day before it.
        (1, "2027-01-04", "2026-12-28"),
        (0, "2026-11-22", "2026-11-22"),
    ] {
        let application = Application { processing: Some(days), lead: None, ..to_facility(0) };
        let found = application.apply_by(day(on)).expect("an estimate");
        assert_eq!(line(found), format!("~{apply_by}"), "{days} business days before {on}");
    }
    for days in 0..25 {
        for on in day("2026-04-01").iter_days().take_while(|on| *on < day("2027-06-01")) {
            let in_time =
                |start: &NaiveDate| business_days_after(*start, days).date <= on && (days == 0 || !is_year_end(*start));
            let mut walked = std::iter::successors(Some(on), |date| date.pred_opt());
            assert_eq!(Some(last_start(on, days).date), walked.find(in_time), "{days} business days before {on}");
        }
    }
}

fn time(text: &str) -> ClockTime {
    ClockTime::parse(text).expect("a time")
}

/// Monday to Friday until `close`, on holidays as said.
fn phone(close: &str, holidays: OnHolidays) -> PhoneHours {
    use chrono::Weekday::{Fri, Mon, Thu, Tue, Wed};
    let days = Weekdays::of(&[Mon, Tue, Wed, Thu, Fri]);
    let weekly = vec![WeeklyInterval { days, open: time("09:00"), close: time(close) }];
    PhoneHours { weekly, holidays, closed: Vec::new() }
}

/// `2026-11-25 17:00`, a date alone as it is, with `~` before what is about.
fn line(deadline: Deadline) -> String {
    let about = if deadline.certainty == Certainty::About { "~" } else { "" };
    match deadline.at {
        At::Date(date) => format!("{about}{date}"),
        At::Moment(moment) => format!("{about}{}", to_minute(moment)),
    }
}

/// `2026-11-25 17:00`.
fn to_minute(moment: NaiveDateTime) -> String {
    let text = moment.to_string();
    text.strip_suffix(":00").expect("a whole minute").to_owned()
}

fn cancellation(day_off: DayOff) -> Cancellation {
    let (boundary, via) = (Boundary::Exclusive, Some(Via::Phone));
    Cancellation { time: time("17:00"), boundary, via, day_off, consequence: "1回と数えます".to_owned() }
}

#[test]
fn a_use_is_cancelled_the_day_before_or_before_a_day_off() {
    use DayOff::{DayBeforeThat, SameRule};
    for (day_off, used_on, cancel_by, call_by) in [
        // Thursday, Monday, Sunday, the day after a holiday.
        (SameRule, "2026-11-26", "2026-11-25 17:00", None),
        (SameRule, "2026-11-30", "2026-11-29 17:00", None),
        (SameRule, "2026-11-24", "2026-11-23 17:00", None),
        (DayBeforeThat, "2026-11-26", "2026-11-25 17:00", None),
        (DayBeforeThat, "2026-11-30", "~2026-11-28", Some("~2026-11-27 17:00")),
        (DayBeforeThat, "2026-11-29", "~2026-11-27", Some("~2026-11-27 17:00")),
        (DayBeforeThat, "2026-11-24", "~2026-11-22", Some("~2026-11-20 17:00")),
        // Saturday: the day before is a Friday.
        (DayBeforeThat, "2026-11-28", "2026-11-27 17:00", None),
        // Whether the last days of the year are worked is not printed.
        (SameRule, "2026-12-30", "~2026-12-29 17:00", Some("~2026-12-28 17:00")),
        (DayBeforeThat, "2026-12-30", "~2026-12-29 17:00", Some("~2026-12-28 17:00")),
        (DayBeforeThat, "2027-01-04", "~2027-01-02", Some("~2026-12-28 17:00")),
        (DayBeforeThat, "2026-12-29", "2026-12-28 17:00", None),
    ] {
        let rule = cancellation(day_off);
        assert_eq!(line(rule.cancel_by(day(used_on))), cancel_by, "{day_off:?} {used_on}");
        let call = rule.call_by(day(used_on), None).map(line);
        assert_eq!(call.as_deref(), call_by, "{day_off:?} {used_on}");
    }
}

#[test]
fn she_is_told_to_call_while_the_phone_is_answered() {
    use OnHolidays::{Closed, Unstated};
    let moment = |text: &str| At::Moment(text.parse().expect("a moment"));
    for (at, hours, call) in [
        // Thursday at five: answered until then, until four, until six.
        (moment("2026-11-26T17:00:00"), phone("17:00", Closed), None),
        (moment("2026-11-26T17:00:00"), phone("16:00", Closed), Some("2026-11-26 16:00")),
        (moment("2026-11-26T17:00:00"), phone("18:00", Closed), None),
        // At nine it is not answered yet, at ten it is.
        (moment("2026-11-26T09:00:00"), phone("17:00", Closed), Some("2026-11-25 17:00")),
        (moment("2026-11-26T10:00:00"), phone("17:00", Closed), None),
        // Sunday; a holiday, where it is closed and where nothing is said of holidays.
        (moment("2026-11-29T17:00:00"), phone("16:00", Closed), Some("2026-11-27 16:00")),
        (moment("2026-11-23T16:00:00"), phone("17:00", Closed), Some("2026-11-20 17:00")),
        (moment("2026-11-23T16:00:00"), phone("17:00", Unstated), Some("~2026-11-20 17:00")),
        // A whole day: any moment of it will do.
        (At::Date(day("2026-11-26")), phone("17:00", Closed), None),
        (At::Date(day("2026-11-28")), phone("17:00", Closed), Some("2026-11-27 17:00")),
        (At::Date(day("2026-11-23")), phone("17:00", Closed), Some("2026-11-20 17:00")),
        (At::Date(day("2026-11-23")), phone("17:00", Unstated), Some("~2026-11-20 17:00")),
    ] {
        let deadline = Deadline { at, boundary: Boundary::Inclusive, certainty: Certainty::Sure, via: None };
        assert_eq!(call_by(deadline, &hours).map(line).as_deref(), call, "{at:?} {hours:?}");
    }
}

#[test]
fn a_phone_answers_on_a_day_of_its_hours_that_is_no_day_off() {
    for (on, holidays, answers) in [
        ("2026-11-26", OnHolidays::Closed, true),
        ("2026-11-28", OnHolidays::Closed, false),
        ("2026-11-23", OnHolidays::Closed, false),
        ("2026-11-23", OnHolidays::Unstated, false),
        ("2026-11-23", OnHolidays::Open, true),
    ] {
        assert_eq!(phone("17:00", holidays).answers_on(day(on)), answers, "{on} {holidays:?}");
    }
}

#[test]
fn a_phone_that_is_open_says_when_it_closes() {
    let line = PhoneLine::Hours(phone("17:00", OnHolidays::Closed));
    for (now, changes_at) in [
        ("2026-11-26T08:59:00", "2026-11-26 09:00"),
        ("2026-11-26T09:00:00", "2026-11-26 17:00"),
        ("2026-11-26T17:00:00", "2026-11-27 09:00"),
        ("2026-11-27T17:00:00", "2026-11-30 09:00"),
        // A three-day weekend.
        ("2026-11-20T17:00:00", "2026-11-24 09:00"),
        ("2026-11-22T12:00:00", "2026-11-24 09:00"),
    ] {
        let found = line.at(now.parse().expect("a moment")).changes_at.expect("it changes");
        assert_eq!(to_minute(found), changes_at, "{now}");
    }
}

#[test]
fn the_hours_of_a_day_are_told_from_the_morning_on() {
    let interval = |open: &str, close: &str| WeeklyInterval {
        days: Weekdays::of(&[chrono::Weekday::Thu]),
        open: time(open),
        close: time(close),
    };
    let weekly = vec![interval("13:00", "17:00"), interval("09:00", "12:00")];
    let hours = PhoneHours { weekly, holidays: OnHolidays::Closed, closed: Vec::new() };
    let of_thursday = [(time("09:00"), time("12:00")), (time("13:00"), time("17:00"))];
    assert_eq!(hours.on(day("2026-11-26")), of_thursday);
    assert_eq!(hours.on(day("2026-11-27")), []);
}
