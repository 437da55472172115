//! The words of the result: services and facilities.

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::clock::{ClockTime, Weekdays};
use crate::domain::household::{Babies, Household};
use crate::domain::money::Yen;
use crate::domain::phone::{Closure, OnHolidays, PhoneState};
use crate::domain::programme::{Document, Facility, Offer, Programme};
use crate::domain::quota::Remaining;
use crate::domain::service::Service;

/// The words of the result: services and facilities.
pub trait ServiceWords: Sync {
    // The result: services.

    /// The heading.
    fn services_heading(&self) -> &'static str;
    /// For whom a price is: 「1泊2日・ふたご」; without a household where nothing is printed.
    fn price_for(&self, service: Service, babies: Babies, household: Option<Household>) -> String;
    /// What is left.
    fn left(&self, remaining: Remaining) -> String;
    /// The heading of what a service includes.
    fn includes(&self) -> &'static str;
    /// The heading of what costs extra.
    fn extras(&self) -> &'static str;
    /// An extra with its price.
    fn extra(&self, text: &str, yen: Option<Yen>) -> String;
    /// The first day of use if she applies today.
    fn usable_from(&self, day: NaiveDate, today: NaiveDate) -> String;
    /// The heading of what costs extra whatever the service.
    fn extras_of_all(&self) -> &'static str;
    /// A source, in a line.
    fn source(&self, document: &Document) -> String;
    /// The link to say that a fact is wrong.
    fn wrong_here(&self) -> &'static str;
    /// The subject of that letter.
    fn wrong_subject(&self, town: &str) -> String;
    /// The letter: town, fact and edition, and room for what would be right.
    fn wrong_letter(&self, programme: &Programme, fact: &str, document: &Document) -> String;
    /// That it is old.
    fn source_old(&self) -> &'static str;
    /// That it has no date.
    fn source_undated(&self) -> &'static str;
    /// That it is past its day.
    fn source_expired(&self) -> &'static str;

    // The result: facilities.

    /// The heading.
    fn facilities_heading(&self) -> &'static str;
    /// What the filters are.
    fn filters(&self) -> &'static str;
    /// Every service.
    fn all_services(&self) -> &'static str;
    /// Those whose phone is answered now.
    fn phone_open_now(&self) -> &'static str;
    /// How many are shown.
    fn shown(&self, count: usize) -> String;
    /// None fits the filters.
    fn none_shown(&self) -> &'static str;
    /// What opens to the rest about a facility.
    fn more(&self) -> &'static str;
    /// What is left of a service, in short; said to be left together where several draw on the limit.
    fn left_over(&self, remaining: Remaining) -> String;
    /// What opens to the others.
    fn other_ones(&self, count: usize) -> String;
    /// What is said of some services, where another thing is of the others.
    fn of_services(&self, services: &str, said: &str) -> String;
    /// The heading of the ended ones.
    fn ended_ones(&self, count: usize) -> String;
    /// A phone's state, its next one, and the hours still to come today.
    fn phone_now(
        &self,
        state: PhoneState,
        next: Option<(NaiveDateTime, PhoneState)>,
        later_today: &[(ClockTime, ClockTime)],
        now: NaiveDateTime,
    ) -> String;
    /// No phone hours are printed.
    fn hours_unprinted(&self) -> &'static str;
    /// Hours of a day: 「9:00〜11:00」.
    fn hours(&self, open: ClockTime, close: ClockTime) -> String;
    /// Hours of days of the week: 「月・火 9:00〜11:00、14:00〜16:00」.
    fn weekly_hours(&self, days: Weekdays, hours: &[String]) -> String;
    /// What holds on public holidays.
    fn on_holidays(&self, holidays: OnHolidays) -> &'static str;
    /// A printed closure.
    fn closure(&self, closure: Closure) -> String;
    /// The term for phone hours.
    fn phone_hours_term(&self) -> &'static str;
    /// The term for ways to book.
    fn booking_term(&self) -> &'static str;
    /// No ways are printed.
    fn booking_unprinted(&self) -> &'static str;
    /// The term for the address.
    fn address_term(&self) -> &'static str;
    /// The link to a map.
    fn map(&self) -> &'static str;
    /// What a map is asked for.
    fn map_query(&self, programme: &Programme, facility: &Facility, address: &str) -> String;
    /// The term for days of care.
    fn care_days_term(&self) -> &'static str;
    /// The term for the printed age limit.
    fn limit_term(&self) -> &'static str;
    /// The term for mail.
    fn mail_term(&self) -> &'static str;
    /// No number is printed.
    fn tel_unprinted(&self) -> &'static str;
    /// The name looks misread.
    fn doubtful_name(&self) -> &'static str;
    /// Where a row stands in its source.
    fn place(&self, offer: &Offer) -> String;
}
