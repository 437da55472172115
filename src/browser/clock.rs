//! The time in Japan, whatever the phone's zone.

use chrono::{DateTime, NaiveDateTime, NaiveTime, Timelike};

const MILLISECONDS_A_MINUTE: i64 = 60_000;
const JST_AHEAD_OF_UTC: i64 = 9 * 60 * MILLISECONDS_A_MINUTE;

/// Now, to the minute, JST wall clock.
pub fn now() -> NaiveDateTime {
    jst_minute(epoch_milliseconds())
}

/// Milliseconds until the next minute begins, 1 to 60,000.
pub fn until_next_minute() -> i32 {
    let into = epoch_milliseconds().rem_euclid(MILLISECONDS_A_MINUTE);
    i32::try_from(MILLISECONDS_A_MINUTE.saturating_sub(into)).unwrap_or(1)
}

fn epoch_milliseconds() -> i64 {
    // A cast from a float stops at the ends of the range.
    js_sys::Date::now() as i64
}

/// The minute of a moment given in milliseconds since 1970 UTC; 1970 itself where the calendar does not reach.
fn jst_minute(epoch_milliseconds: i64) -> NaiveDateTime {
    let moment = DateTime::from_timestamp_millis(epoch_milliseconds.saturating_add(JST_AHEAD_OF_UTC))
        .unwrap_or_default()
        .naive_utc();
    let minute = NaiveTime::from_hms_opt(moment.hour(), moment.minute(), 0).unwrap_or_default();
    moment.date().and_time(minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn japan_is_nine_hours_ahead() {
        for (epoch_milliseconds, expected) in [
            (0, "1970-01-01 09:00:00"),
            (1_795_273_199_999, "2026-11-21 23:59:00"),
            (1_795_273_200_000, "2026-11-22 00:00:00"),
            (-1, "1970-01-01 08:59:00"),
            (i64::MAX, "1970-01-01 00:00:00"),
            (i64::MIN, "1970-01-01 00:00:00"),
        ] {
            assert_eq!(jst_minute(epoch_milliseconds).to_string(), expected, "{epoch_milliseconds}");
        }
    }
}
