//! What may need saying beside the answers.

use chrono::NaiveDate;

use super::sources::ClockDoubt;
use crate::domain::business_days::CountedDay;
use crate::domain::calendar::Months;
use crate::domain::programme::{Document, Facility, Item, Remark};
use crate::domain::service::Service;
use crate::domain::tariff::Unknown;

/// A part of a price that no source prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownPrice {
    /// Of this service.
    pub service: Service,
    /// For this reason.
    pub why: Unknown,
}

/// Something that needs saying. Its words are made from the variant; whom to ask is the programme's first contact unless
/// a field says otherwise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Note<'p> {
    /// Fever, an infection, urgent mastitis: a doctor first; the plan stays.
    IllToday,
    /// Those who need treatment can't use it.
    TreatmentExcluded,
    /// Whether treatment hinders use is to be asked.
    TreatmentAsk,
    /// The source says nothing of treatment.
    TreatmentUnprinted,
    /// She does not know whether anyone needs treatment.
    TreatmentUnknown,
    /// No period of the rule file holds today.
    NoRuleForDay,
    /// An association is no programme to apply for.
    NotAProgramme,
    /// What the clock says and what the rules are made of are far apart.
    Clock(ClockDoubt),
    /// The phone's date lies before the rules' edition.
    BeforeEdition(&'p Document),
    /// The earliest day of use lies past the last day: ring at once.
    RingAtOnce {
        /// Of this service.
        service: Service,
        /// The earliest day of use if she applies today.
        earliest: CountedDay,
        /// The last sure day.
        last: NaiveDate,
    },
    /// Not born yet: last days come with the birth.
    NotBorn,
    /// No booking before the birth.
    BookingAfterBirth,
    /// She must be approved before she books.
    ApprovalFirst,
    /// From when a use is possible is not printed.
    LeadUnprinted,
    /// The corrected age may be granted: ask before booking.
    CorrectedAge,
    /// A preterm birth lengthens the time by an unprinted amount.
    CorrectedAgeUnprinted,
    /// The last day can be read two ways where a month lacks the day of birth.
    MonthEnd,
    /// Days are counted with the birth as day 0; a facility that counts it as day 1 ends a day earlier.
    DayZero,
    /// The limit is approximate: after this age ask.
    AboutAge(Service, Months),
    /// After this age the programme says to ask the facility.
    AskFacilityPast(Service, Months),
    /// No age limit is printed for a service.
    LimitUnprinted(Service),
    /// A part of a price is not printed.
    Price(UnknownPrice),
    /// The household is not known: both ends are given.
    HouseholdUnknown,
    /// How a stay counts is unprinted.
    StayCountUnprinted,
    /// The limit holds in principle: beyond it, ask.
    LimitInPrinciple,
    /// No limit on uses is printed for a service.
    QuotaUnprinted(Service),
    /// What a late cancellation uses up is not printed in full.
    LateCancellationUnprinted,
    /// Some facility prints no phone hours.
    HoursUnprinted,
    /// Some facility prints no phone number.
    TelUnprinted,
    /// A name looks misread in the source.
    DoubtfulName(&'p Facility),
    /// A facility's condition is to be asked.
    Condition(&'p Facility, &'p str),
    /// A planned use lies past the last day (its place among the planned uses).
    PlannedOutside(usize),
    /// A planned use is to be confirmed by age.
    PlannedConfirm(usize),
    /// A planned use begins before the earliest day of use.
    PlannedTooSoon(usize, CountedDay),
    /// The facility gives no care on that day.
    PlannedNoCare(usize, NaiveDate),
    /// Something to show or bring.
    Item(&'p Item),
    /// A printed sentence.
    Remark(&'p Remark),
    /// The source is older than twelve months.
    OldSource(&'p Document),
    /// The source has no date.
    UndatedSource(&'p Document),
    /// The source is past the day on which it expires.
    ExpiredSource(&'p Document),
    /// Public holidays of that year are computed, not yet official.
    HolidaysExpected,
}
