//! Whether a facility's phone is answered now, and its printed hours.

use chrono::NaiveDateTime;

use super::status;
use crate::domain::clock::ClockTime;
use crate::domain::phone::{PhoneHours, PhoneLine, PhoneState};
use crate::domain::plan::FacilityAnswer;
use crate::ui::icons::Icon;
use crate::ui::markup::Markup;
#[cfg(not(target_arch = "wasm32"))]
use crate::ui::sentences::list;
use crate::words::japanese;

/// Whether the phone is answered now, and until or from when.
pub fn phone_state(row: &FacilityAnswer<'_>, now: NaiveDateTime) -> Markup {
    state_line(row.phone.state, &said(row, now))
}

/// A phone's state with what is said of it.
pub fn state_line(state: PhoneState, said: &str) -> Markup {
    let (class, icon) = match state {
        PhoneState::Open => ("status status-good", Icon::TICK),
        PhoneState::Closed => ("status status-off", Icon::CLOCK),
        PhoneState::Confirm => ("status status-care", Icon::ASK),
        PhoneState::NoPhoneBooking => ("status status-off", Icon::OVER),
    };
    status(class, icon, "", said)
}

/// The same in words.
pub fn said(row: &FacilityAnswer<'_>, now: NaiveDateTime) -> String {
    let hours = row.offer.phone.hours();
    let next = row.phone.changes_at.zip(hours).map(|(moment, hours)| (moment, hours.state(moment)));
    let later = hours.filter(|hours| hours.answers_on(now.date())).map(|hours| later_today(hours, now));
    japanese().phone_now(row.phone.state, next, &later.unwrap_or_default(), now)
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
#[cfg(not(target_arch = "wasm32"))]
pub fn weekly_hours(line: &PhoneLine) -> Markup {
    if line.hours().is_none() {
        return japanese().hours_unprinted().into();
    }
    list("facts-lines", week(line))
}

/// The same as lines.
pub fn week(line: &PhoneLine) -> Vec<String> {
    let words = japanese();
    let Some(hours) = line.hours() else { return vec![words.hours_unprinted().to_owned()] };
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
    lines
}
