//! Japan's public holidays (国民の祝日に関する法律), 2016 to 2099.
//!
//! Official for the years that the Cabinet Office has published (2027's equinoxes were fixed on 2026-02-02); later years
//! are computed by the same rules and are 予定.

use chrono::{Datelike, NaiveDate, Weekday};

use super::calendar::{days_after, days_before};

/// The last year whose holidays are official. Later ones are expected: each February the equinoxes of the next year are
/// fixed.
pub const OFFICIAL_UNTIL: i32 = 2027;

/// Whether a day is a public holiday: a 国民の祝日, its 振替休日, or a 国民の休日 between two.
pub fn is_public_holiday(date: NaiveDate) -> bool {
    is_named_holiday(date) || is_substitute(date) || is_between_two(date)
}

/// 振替休日 (art. 3 par. 2): where a holiday falls on a Sunday, the first day after it that is no holiday itself.
fn is_substitute(date: NaiveDate) -> bool {
    // No run of holidays is as long as a week.
    (1..=7).map(|days| days_before(date, days)).take_while(|before| is_named_holiday(*before)).any(is_sunday)
}

fn is_sunday(date: NaiveDate) -> bool {
    date.weekday() == Weekday::Sun
}

/// 国民の休日 (art. 3 par. 3): a day whose day before and day after are both holidays.
fn is_between_two(date: NaiveDate) -> bool {
    is_named_holiday(days_before(date, 1)) && is_named_holiday(days_after(date, 1))
}

/// Whether a law names the day itself a holiday.
fn is_named_holiday(date: NaiveDate) -> bool {
    let (year, month, day) = (date.year(), date.month(), date.day());
    let monday = |nth: u32| date.weekday() == Weekday::Mon && day.div_ceil(7) == nth;
    match (year, month, day) {
        // The change of emperor (平成三十一年の特別法).
        (2019, 4 | 5, 30 | 1) if (month, day) != (5, 30) && (month, day) != (4, 1) => return true,
        (2019, 10, 22) => return true,
        // Moved for the Olympic Games (オリンピック・パラリンピック特別措置法).
        (2020, 7, 23 | 24) | (2020, 8, 10) | (2021, 7, 22 | 23) | (2021, 8, 8) => return true,
        (2020 | 2021, 7 | 8, _) | (2020 | 2021, 10, _) => return false,
        _ => {}
    }
    match (month, day) {
        (1, 1) | (2, 11) | (4, 29) | (5, 3..=5) | (8, 11) | (11, 3) | (11, 23) => true,
        (1, _) => monday(2),
        (2, 23) => year >= 2020,
        (3, day) => day == spring_equinox(year),
        (7, _) => monday(3),
        (9, day) => monday(3) || day == autumn_equinox(year),
        (10, _) => monday(2),
        (12, 23) => year <= 2018,
        _ => false,
    }
}

/// The day of March on which the spring equinox falls, 1980 to 2099, by the National Astronomical Observatory's formula.
fn spring_equinox(year: i32) -> u32 {
    equinox(year, 208_431)
}

/// The day of September on which the autumn equinox falls, 1980 to 2099.
fn autumn_equinox(year: i32) -> u32 {
    equinox(year, 232_488)
}

/// `floor(base + 0.242194 × (year − 1980)) − floor((year − 1980) / 4)`, with `base` in ten-thousandths of a day.
fn equinox(year: i32, base: i64) -> u32 {
    let years = i64::from(year).saturating_sub(1980);
    let millionths = base.saturating_mul(100).saturating_add(years.saturating_mul(242_194));
    let day = millionths.div_euclid(1_000_000).saturating_sub(years.div_euclid(4));
    u32::try_from(day).unwrap_or(0)
}

/// 29 December to 3 January, when offices usually close though no law says so.
pub fn is_year_end(date: NaiveDate) -> bool {
    matches!((date.month(), date.day()), (12, 29..=31) | (1, 1..=3))
}
