//! A facility as a rule file writes it: once, with its services below it. What is the same in all of them stands at the
//! facility, what differs at the service; a service's own value wins.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Booking, Elsewhere, Holidays, Limit, NameReading, Phone};

/// A place or midwife that gives care.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Facility {
    /// Unique in the file: small letters, digits and hyphens.
    #[schemars(required)]
    pub id: Option<String>,
    /// As printed, without layout.
    #[schemars(required)]
    pub name: Option<String>,
    /// `"doubtful"` where the name looks misread.
    pub name_reading: Option<NameReading>,
    /// With area code and hyphens; absent where none is printed.
    pub tel: Option<String>,
    /// Absent where none is printed.
    pub mail: Option<String>,
    /// What it says of itself, as tags in our words.
    #[serde(default)]
    pub tags: Vec<String>,
    /// What else is printed for those who use it, in our words.
    #[serde(default)]
    pub remarks: Vec<String>,
    /// As printed; absent where none is.
    pub address: Option<String>,
    /// Its limit.
    pub limit: Option<Limit>,
    /// Ways to book; absent where unprinted.
    pub booking: Option<Vec<Booking>>,
    /// When the phone is answered.
    pub hours: Option<Vec<Hours>>,
    /// Whether it is answered on public holidays; needed beside `hours`.
    pub holidays: Option<Holidays>,
    /// Printed closures.
    pub closed: Option<Vec<Closed>>,
    /// What is said of a phone without hours.
    pub phone: Option<Phone>,
    /// Where its row stands: `"document: place"`.
    pub source: Option<String>,
    /// 宿泊型.
    pub stay: Option<Offer>,
    /// 日帰り型.
    pub day: Option<Offer>,
    /// 訪問型.
    pub visit: Option<Offer>,
}

/// One service of a facility. An empty table says that it gives the service, with the facility's values.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Offer {
    /// As printed on this row.
    pub address: Option<String>,
    /// Its limit on this service.
    pub limit: Option<Limit>,
    /// Ways to book.
    pub booking: Option<Vec<Booking>>,
    /// When the phone is answered; with any of `hours`, `holidays`, `closed`, `phone` here, none of the facility's holds.
    pub hours: Option<Vec<Hours>>,
    /// Whether it is answered on public holidays; needed beside `hours`.
    pub holidays: Option<Holidays>,
    /// Printed closures.
    pub closed: Option<Vec<Closed>>,
    /// What is said of a phone without hours.
    pub phone: Option<Phone>,
    /// Days on which care is given, like "火木金".
    pub care_days: Option<String>,
    /// What a user must meet.
    #[serde(default)]
    pub conditions: Vec<Condition>,
    /// What else is printed of this service there, in our words.
    #[serde(default)]
    pub remarks: Vec<String>,
    /// Yen that it asks for a unit, where a fee builds on it.
    pub price: Option<u32>,
    /// Where the row stands: `"document: place"`.
    pub source: Option<String>,
}

/// Hours that recur every week.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table with `days`, `open` and `close`")]
pub struct Hours {
    /// Days of the week, like "月火水木金".
    #[schemars(required)]
    pub days: Option<String>,
    /// Like "09:00".
    #[schemars(required)]
    pub open: Option<String>,
    /// Like "16:30"; this minute itself is closed.
    #[schemars(required)]
    pub close: Option<String>,
}

/// A printed closure: `from` and `until`, or `nth` and `weekday`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table with `from` and `until`, or with `nth` and `weekday`")]
pub struct Closed {
    /// The first day of every year, like "12-29".
    pub from: Option<String>,
    /// The last day of every year, like "01-03".
    pub until: Option<String>,
    /// The month's n-th such weekday, 1 to 5.
    pub nth: Option<u8>,
    /// One day of the week, like "土".
    pub weekday: Option<String>,
}

/// A printed condition. Without `postal`, no answer of hers settles it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table with `text` and perhaps `postal` and `elsewhere`")]
pub struct Condition {
    /// In our words.
    #[schemars(required)]
    pub text: Option<String>,
    /// Beginnings of the postal codes that meet it, 3 to 7 digits each.
    pub postal: Option<Vec<String>>,
    /// What another postal code means; needed beside `postal`.
    pub elsewhere: Option<Elsewhere>,
}
