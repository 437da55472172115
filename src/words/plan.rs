//! What a plan says, in words.

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::clock::{ClockTime, Weekdays};
use crate::domain::deadlines::Deadline;
use crate::domain::money::{Amount, Yen};
use crate::domain::phone::PhoneState;
use crate::domain::plan::{Note, Plan, Status, UnknownPrice, What};
use crate::domain::programme::{Booking, Document, Programme};
use crate::domain::quota::Unit;
use crate::domain::service::Service;
use crate::domain::uses::Length;

/// The words of a plan's values and notes.
pub trait PlanWords: Sync {
    /// 「3,300円」.
    fn yen(&self, yen: Yen) -> String;
    /// An amount of which an end may be unknown.
    fn amount(&self, amount: Amount) -> String;
    /// A day as it is told on `today`, with its weekday, and with its year where that is another one: 「12月1日（火）」
    /// 「来年1月5日（火）」. A day on the screen is told so everywhere.
    fn day(&self, date: NaiveDate, today: NaiveDate) -> String;
    /// A day with its year in the Japanese era: 「令和8年12月1日（火）」.
    fn date_with_year(&self, date: NaiveDate) -> String;
    /// A clock time: 「16:00」.
    fn time(&self, time: ClockTime) -> String;
    /// A moment as seen from `now`: with its day where that is another one.
    fn moment(&self, moment: NaiveDateTime, now: NaiveDateTime) -> String;
    /// An age: months and days, and days since birth.
    fn age(&self, birth: NaiveDate, today: NaiveDate) -> String;
    /// Days of the week: 「火・木・金」.
    fn weekdays(&self, days: Weekdays) -> String;
    /// The kind of care: 「宿泊型」.
    fn service(&self, service: Service) -> &'static str;
    /// The smallest use of it: 「1泊2日」.
    fn smallest_use(&self, service: Service) -> &'static str;
    /// A use by its length: 「2泊3日」.
    fn length(&self, service: Service, length: Length) -> String;
    /// Whether it can be used.
    fn status(&self, status: Status) -> &'static str;
    /// A number of a limit's units: 「4日」.
    fn units(&self, count: u16, unit: Unit) -> String;
    /// Whether a phone is answered.
    fn phone_state(&self, state: PhoneState) -> &'static str;
    /// A way to book.
    fn booking(&self, booking: Booking) -> &'static str;
    /// What a date is for.
    fn what(&self, what: What) -> &'static str;
    /// A deadline as it is told on `today`: its day or moment, until or before, and whether it is an estimate.
    fn deadline(&self, deadline: &Deadline, today: NaiveDate) -> String;
    /// The same with its year, for what is read later.
    fn deadline_with_year(&self, deadline: &Deadline) -> String;
    /// Whom to ask: the programme's first office, with its number where one is printed.
    fn whom_to_ask(&self, programme: &Programme) -> String;
    /// Why a price is not known, and whom to ask.
    fn unknown_price(&self, unknown: UnknownPrice, programme: &Programme) -> String;
    /// A document with its edition.
    fn document(&self, document: &Document) -> String;
    /// The stable name of a note, for programs.
    fn note_id(&self, note: &Note<'_>) -> String;
    /// A note as a sentence, as it is told on `today`.
    fn note(&self, note: &Note<'_>, plan: &Plan<'_>, today: NaiveDate) -> String;
}
