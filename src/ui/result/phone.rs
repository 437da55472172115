//! A facility's number, whether it is answered now, and its printed hours.

use chrono::NaiveDateTime;

use super::status;
use crate::domain::clock::ClockTime;
use crate::domain::phone::{PhoneHours, PhoneLine, PhoneState};
use crate::domain::plan::FacilityAnswer;
use crate::ui::icons::Icon;
use crate::ui::links::dial;
use crate::ui::markup::{Markup, element, together};
use crate::ui::sentences::{list, paragraph};
use crate::words::japanese;

/// The number, and whether it is answered now.
pub fn phone(row: &FacilityAnswer<'_>, now: NaiveDateTime) -> Markup {
    let Some(tel) = &row.facility.tel else { return paragraph("soft", japanese().tel_unprinted()) };
    let number = element("a", "phone").attribute("href", dial(tel)).with(Icon::PHONE.draw()).with(tel.as_str());
    together([element("p", "facility-phone").with(number).view(), phone_state(row, now)])
}

/// Whether the phone is answered now, and until or from when.
pub fn phone_state(row: &FacilityAnswer<'_>, now: NaiveDateTime) -> Markup {
    let words = japanese();
    let hours = row.offer.phone.hours();
    let next = row.phone.changes_at.zip(hours).map(|(moment, hours)| (moment, hours.state(moment)));
    let (class, icon) = match row.phone.state {
        PhoneState::Open => ("status status-good", Icon::TICK),
        PhoneState::Closed => ("status status-off", Icon::CLOCK),
        PhoneState::Confirm => ("status status-care", Icon::ASK),
        PhoneState::NoPhoneBooking => ("status status-off", Icon::OVER),
    };
    let later = hours.filter(|hours| hours.answers_on(now.date())).map(|hours| later_today(hours, now));
    let later = later.unwrap_or_default();
    let state = words.phone_now(row.phone.state, next, &later, now);
    status(class, icon, "", &state)
}

/// The hours of today that are still to come, in order.
fn later_today(hours: &PhoneHours, now: NaiveDateTime) -> Vec<(ClockTime, ClockTime)> {
    let today = now.date();
    let mut later: Vec<(ClockTime, ClockTime)> = Vec::new();
    for interval in hours.intervals(today).filter(|interval| now < interval.open.on(today)) {
        let place = later.iter().position(|(open, _)| interval.open < *open).unwrap_or(later.len());
        later.insert(place, (interval.open, interval.close));
    }
    later
}

/// The printed hours of the week.
pub fn weekly_hours(line: &PhoneLine) -> Markup {
    let words = japanese();
    let Some(hours) = line.hours() else { return words.hours_unprinted().into() };
    let mut lines: Vec<String> = Vec::new();
    for (place, interval) in hours.weekly.iter().enumerate() {
        let days = interval.days;
        if hours.weekly.iter().take(place).any(|before| before.days == days) {
            continue;
        }
        let same = hours.weekly.iter().filter(|other| other.days == days);
        let same: Vec<String> = same.map(|other| words.hours(other.open, other.close)).collect();
        lines.push(words.weekly_hours(days, &same));
    }
    lines.push(words.on_holidays(hours.holidays).to_owned());
    lines.extend(hours.closed.iter().map(|closure| words.closure(*closure)));
    list("facts-lines", lines)
}
