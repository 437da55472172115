//! Clock times, days of the week, and weekly intervals.

use core::fmt;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use serde::{Deserialize, Serialize};

/// A wall clock time to the minute, 00:00 to 24:00 (the end of a day).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct ClockTime(u16);

impl ClockTime {
    const DAY: u16 = 24 * 60;

    /// # Errors
    /// Where `minutes` after midnight pass 24:00.
    pub fn from_minutes(minutes: u16) -> Result<ClockTime, &'static str> {
        if minutes <= Self::DAY { Ok(ClockTime(minutes)) } else { Err("00:00 to 24:00") }
    }

    /// Reads `"09:00"`: two digits, a colon, two digits.
    ///
    /// # Errors
    /// Where the text has another form or lies outside 00:00 to 24:00.
    pub fn parse(text: &str) -> Result<ClockTime, &'static str> {
        const FORM: &str = "a time like \"09:00\", 00:00 to 24:00";
        let (hour, minute) = text.split_once(':').ok_or(FORM)?;
        let two_digits = |part: &str| match part.as_bytes() {
            [tens, ones] if tens.is_ascii_digit() && ones.is_ascii_digit() => part.parse::<u16>().ok(),
            _ => None,
        };
        let (hour, minute) = (two_digits(hour).ok_or(FORM)?, two_digits(minute).ok_or(FORM)?);
        if minute > 59 {
            return Err(FORM);
        }
        ClockTime::from_minutes(hour.saturating_mul(60).saturating_add(minute)).map_err(|_| FORM)
    }

    /// Minutes after midnight, 0 to 1440.
    pub fn minutes(self) -> u16 {
        self.0
    }

    /// The hour, 0 to 24.
    pub fn hour(self) -> u16 {
        self.0.div_euclid(60)
    }

    /// The minute, 0 to 59.
    pub fn minute(self) -> u16 {
        self.0.rem_euclid(60)
    }

    /// This time on a day; 24:00 is the next day's midnight.
    pub fn on(self, date: NaiveDate) -> NaiveDateTime {
        date.and_time(NaiveTime::MIN)
            .checked_add_signed(TimeDelta::minutes(i64::from(self.0)))
            .unwrap_or(NaiveDateTime::MAX)
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour(), self.minute())
    }
}

impl TryFrom<u16> for ClockTime {
    type Error = &'static str;
    fn try_from(minutes: u16) -> Result<ClockTime, &'static str> {
        ClockTime::from_minutes(minutes)
    }
}

impl From<ClockTime> for u16 {
    fn from(time: ClockTime) -> u16 {
        time.0
    }
}

/// A set of days of the week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Weekdays(u8);

impl Weekdays {
    /// The days in `days`.
    pub fn of(days: &[Weekday]) -> Weekdays {
        Weekdays(days.iter().fold(0, |bits, day| bits | Self::bit(*day)))
    }

    fn bit(day: Weekday) -> u8 {
        1_u8.checked_shl(day.num_days_from_monday()).unwrap_or(0)
    }

    /// Whether `day` is among them.
    pub fn contains(self, day: Weekday) -> bool {
        self.0 & Self::bit(day) != 0
    }

    /// Whether both have a day in common.
    pub fn meets(self, other: Weekdays) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether no day is among them.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The days, Monday first.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
        [Mon, Tue, Wed, Thu, Fri, Sat, Sun].into_iter().filter(move |day| self.contains(*day))
    }
}

impl TryFrom<u8> for Weekdays {
    type Error = &'static str;
    fn try_from(bits: u8) -> Result<Weekdays, &'static str> {
        if bits < 0x80 { Ok(Weekdays(bits)) } else { Err("seven days of the week") }
    }
}

impl From<Weekdays> for u8 {
    fn from(days: Weekdays) -> u8 {
        days.0
    }
}

/// An interval of a day that recurs on some days of the week. The closing minute itself is outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeeklyInterval {
    /// The days on which it holds; at least one.
    pub days: Weekdays,
    /// When it opens.
    pub open: ClockTime,
    /// When it closes; later than `open`.
    pub close: ClockTime,
}
