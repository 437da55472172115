//! Civil dates: months added under both readings of a month's end, and saturating day arithmetic.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// A count of whole months, 1 to 24. Ages in postpartum care end within two years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Months(u8);

impl Months {
    /// The most months that a limit may have.
    pub const MAX: u8 = 24;

    /// # Errors
    /// Where `months` is 0 or above [`Months::MAX`].
    pub fn new(months: u8) -> Result<Months, &'static str> {
        if (1..=Self::MAX).contains(&months) { Ok(Months(months)) } else { Err("1 to 24 months") }
    }

    /// The number of months, 1 to 24.
    pub fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Months {
    type Error = &'static str;
    fn try_from(months: u8) -> Result<Months, &'static str> {
        Months::new(months)
    }
}

impl From<Months> for u8 {
    fn from(months: Months) -> u8 {
        months.0
    }
}

/// The day on which a number of months is complete, `M(n)`, in its two readings.
///
/// They differ only where the target month lacks the day (births on the 29th to 31st).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthsComplete {
    /// The calendar clamp: the target month's last day. The stricter reading.
    pub clamped: NaiveDate,
    /// Civil Code art. 143: the period ends with the month's last day, so it is complete on the next month's 1st. The
    /// more generous reading.
    pub civil_code: NaiveDate,
}

/// `M(n)` counted from `start`, in one step, never month by month.
pub fn months_complete(start: NaiveDate, months: Months) -> MonthsComplete {
    let zero_based = i64::from(start.year())
        .saturating_mul(12)
        .saturating_add(i64::from(start.month0()))
        .saturating_add(i64::from(months.get()));
    let year = i32::try_from(zero_based.div_euclid(12)).unwrap_or(i32::MAX);
    let month = u32::try_from(zero_based.rem_euclid(12)).unwrap_or(0).saturating_add(1);
    if let Some(same_day) = NaiveDate::from_ymd_opt(year, month, start.day()) {
        return MonthsComplete { clamped: same_day, civil_code: same_day };
    }
    let last = last_of_month(year, month);
    MonthsComplete { clamped: last, civil_code: days_after(last, 1) }
}

/// The last day of a month (`month` 1 to 12); the calendar's end where that year can't be represented.
fn last_of_month(year: i32, month: u32) -> NaiveDate {
    (28..=31).rev().find_map(|day| NaiveDate::from_ymd_opt(year, month, day)).unwrap_or(NaiveDate::MAX)
}

/// A day as browsers and calendar files write it: `2026-12-01`.
pub fn iso(date: NaiveDate) -> String {
    let padded = |value: u32, width: usize| {
        let digits = value.to_string();
        ["0".repeat(width.saturating_sub(digits.len())), digits].concat()
    };
    [padded(date.year().unsigned_abs(), 4), padded(date.month(), 2), padded(date.day(), 2)].join("-")
}

/// Reads such a day; `None` where it has another form or there is none such. (The calendar's own reading, which knows every
/// form there is, weighs more than the rest of a page.)
pub fn from_iso(text: &str) -> Option<NaiveDate> {
    let number = |part: Option<&str>| -> Option<u32> {
        part.filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))?.parse().ok()
    };
    let mut parts = text.split('-');
    let (year, month, day) = (number(parts.next())?, number(parts.next())?, number(parts.next())?);
    match parts.next() {
        None => NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day),
        Some(_) => None,
    }
}

/// `days` days after `date`, stopping at the calendar's end.
pub fn days_after(date: NaiveDate, days: u16) -> NaiveDate {
    date.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX)
}

/// `days` days before `date`, stopping at the calendar's beginning.
pub fn days_before(date: NaiveDate, days: u16) -> NaiveDate {
    date.checked_sub_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MIN)
}

/// Whole months and the days beyond them from `birth` to `today`, by the clamped reading; `None` before birth.
pub fn months_and_days(birth: NaiveDate, today: NaiveDate) -> Option<(u16, u16)> {
    let months_apart = |date: NaiveDate| i64::from(date.year()).saturating_mul(12).saturating_add(date.month0().into());
    if today < birth {
        return None;
    }
    let apart = months_apart(today).saturating_sub(months_apart(birth));
    let start_of = |count: i64| match u8::try_from(count).ok().and_then(|count| Months::new(count).ok()) {
        Some(count) => Some(months_complete(birth, count).clamped),
        None if count == 0 => Some(birth),
        None => None,
    };
    let (months, start) = match start_of(apart) {
        Some(start) if start <= today => (apart, start),
        _ => (apart.saturating_sub(1), start_of(apart.saturating_sub(1))?),
    };
    let days = today.signed_duration_since(start).num_days();
    Some((u16::try_from(months).ok()?, u16::try_from(days).ok()?))
}

/// Dates in the compiled form of a rule file: days since 1 January of year 1.
pub(crate) mod day_number {
    use chrono::{Datelike, NaiveDate};
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    pub fn serialize<S: Serializer>(date: &Option<NaiveDate>, serializer: S) -> Result<S::Ok, S::Error> {
        date.map(|date| date.num_days_from_ce()).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
        match Option::<i32>::deserialize(deserializer)? {
            None => Ok(None),
            Some(days) => NaiveDate::from_num_days_from_ce_opt(days)
                .map(Some)
                .ok_or_else(|| D::Error::custom("a day number within the calendar")),
        }
    }
}
