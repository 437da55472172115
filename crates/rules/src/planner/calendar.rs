//! Dates as a calendar file (iCalendar, RFC 5545), which her phone's own calendar takes.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta, Timelike};

use crate::domain::calendar::{days_after, iso};

/// An entry. Its words are made elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Unique in her calendar, and the same whenever the same thing is written: a second import replaces the first.
    pub id: String,
    /// When.
    pub when: When,
    /// Its title.
    pub title: String,
    /// What to do, phone numbers; may have several lines.
    pub text: String,
}

/// When an entry is. All JST.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// From a day to a day, both whole.
    Days(NaiveDate, NaiveDate),
    /// Up to a moment: the entry is the half hour before it.
    Until(NaiveDateTime),
}

/// RFC 5545 3.1: a line is at most 75 octets long, without its break.
const LONGEST_LINE: usize = 75;
const JST_AHEAD_OF_UTC: TimeDelta = TimeDelta::hours(9);
/// The domain of our ids: one that can never be somebody's.
const HOST: &str = "@sango-navi.invalid";

/// The file that holds these entries, written at `now` (JST).
///
/// Times are in UTC, which needs no rules of a zone: Japan's never changes. Each entry has an alarm the day before: for a
/// whole day at 9:00, for a moment at the same time.
pub fn file(entries: &[Entry], now: NaiveDateTime) -> String {
    let mut file = File(String::with_capacity(600));
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//sango-navi//JA", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"] {
        file.line(&[line]);
    }
    for entry in entries {
        file.entry(entry, now);
    }
    file.line(&["END:VCALENDAR"]);
    file.0
}

struct File(String);

impl File {
    fn entry(&mut self, entry: &Entry, now: NaiveDateTime) {
        self.line(&["BEGIN:VEVENT"]);
        self.line(&["UID:", &entry.id, HOST]);
        self.line(&["DTSTAMP:", &utc(now)]);
        self.line(&["SEQUENCE:", &sequence(now).to_string()]);
        let alarm = match entry.when {
            When::Days(first, last) => {
                self.line(&["DTSTART;VALUE=DATE:", &day(first)]);
                self.line(&["DTEND;VALUE=DATE:", &day(days_after(last, 1))]);
                "TRIGGER:-PT15H"
            }
            When::Until(moment) => {
                let half_an_hour = TimeDelta::minutes(30);
                let start = moment.checked_sub_signed(half_an_hour).unwrap_or(moment);
                self.line(&["DTSTART:", &utc(start)]);
                self.line(&["DTEND:", &utc(moment)]);
                "TRIGGER:-PT23H30M"
            }
        };
        let title = escaped(&entry.title);
        self.line(&["SUMMARY:", &title]);
        self.line(&["DESCRIPTION:", &escaped(&entry.text)]);
        self.line(&["TRANSP:TRANSPARENT"]);
        self.line(&["BEGIN:VALARM"]);
        self.line(&["ACTION:DISPLAY"]);
        self.line(&["DESCRIPTION:", &title]);
        self.line(&[alarm]);
        self.line(&["END:VALARM"]);
        self.line(&["END:VEVENT"]);
    }

    /// A line, folded between characters.
    fn line(&mut self, parts: &[&str]) {
        let mut length: usize = 0;
        for sign in parts.iter().flat_map(|part| part.chars()) {
            if length.saturating_add(sign.len_utf8()) > LONGEST_LINE {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(sign);
            length = length.saturating_add(sign.len_utf8());
        }
        self.0.push_str("\r\n");
    }
}

/// RFC 5545 3.3.11.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(sign);
            }
            '\n' => escaped.push_str("\\n"),
            // No other control character may stand in a file.
            sign if sign.is_control() => {}
            sign => escaped.push(sign),
        }
    }
    escaped
}

/// `20261201`.
fn day(date: NaiveDate) -> String {
    iso(date).replace('-', "")
}

/// `20261130T020000Z`.
fn utc(moment: NaiveDateTime) -> String {
    let utc = moment.checked_sub_signed(JST_AHEAD_OF_UTC).unwrap_or(moment);
    let mut text = day(utc.date());
    text.push('T');
    for part in [utc.hour(), utc.minute()] {
        if part < 10 {
            text.push('0');
        }
        text.push_str(&part.to_string());
    }
    text.push_str("00Z");
    text
}

/// Later files count as later: minutes since 2020.
fn sequence(now: NaiveDateTime) -> i64 {
    let epoch = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap_or_default();
    now.signed_duration_since(epoch.into()).num_minutes().max(0)
}
