//! The rules of a period as a rule file writes them.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    BookingFrom, Boundary, DayOff, Example, Extension, Extra, Facility, Fees, Firmness, Item, LateCancellation, Limit,
    MultiplesLimit, Remark, Service, Statement, StayCounts, Treatment, Unit, Via, WordOr,
};

/// Rules for a span of days. An absent end is open.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Period {
    /// The first day on which they hold: 2024-04-01.
    pub from: Option<String>,
    /// The last day on which they hold: 2025-03-31.
    pub until: Option<String>,
    /// The limit on the whole programme.
    pub limit: Option<Limit>,
    /// Where a preterm baby's age may be counted otherwise.
    pub corrected_age: Option<CorrectedAge>,
    /// What is printed of those who need treatment.
    pub treatment: Option<TreatmentRule>,
    /// What a late cancellation uses up.
    #[schemars(required)]
    pub late_cancellation: Option<LateCancellation>,
    /// Applying to the municipality.
    #[schemars(required)]
    pub application: Option<Application>,
    /// Cancelling, where anything is printed.
    pub cancellation: Option<Cancellation>,
    /// 宿泊型, where it is offered.
    pub stay: Option<ServiceRules>,
    /// 日帰り型, where it is offered.
    pub day: Option<ServiceRules>,
    /// 訪問型, where it is offered.
    pub visit: Option<ServiceRules>,
    /// How often.
    #[serde(default)]
    pub quota: Vec<Quota>,
    /// What costs extra.
    #[serde(default)]
    pub extras: Vec<Extra>,
    /// How it goes, step by step, in our words.
    #[serde(default)]
    pub steps: Vec<Statement>,
    /// What to show or bring.
    #[serde(default)]
    pub items: Vec<Item>,
    /// All else that is printed for her, in our words.
    #[serde(default)]
    pub remarks: Vec<Remark>,
    /// Prices that a source works out itself; the fees must give the same.
    #[serde(default)]
    pub examples: Vec<Example>,
    /// Facilities, in an order that keeps each service's printed order.
    #[serde(default)]
    pub facility: Vec<Facility>,
}

/// A service as the programme prints it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct ServiceRules {
    /// What the programme calls it.
    #[schemars(required)]
    pub name: Option<String>,
    /// The programme's limit on it.
    pub limit: Option<Limit>,
    /// Its fees; absent where none are printed.
    pub fee: Option<Fees>,
    /// What it includes, in our words.
    #[serde(default)]
    pub includes: Vec<Statement>,
}

/// How a preterm baby's age is counted.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct CorrectedAge {
    /// By how much the time is longer.
    #[schemars(required)]
    pub extension: Option<Extension>,
    /// `"document: place"`.
    #[schemars(required)]
    pub source: Option<String>,
}

/// What is printed of those who need treatment.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct TreatmentRule {
    /// What it says.
    #[schemars(required)]
    pub rule: Option<Treatment>,
    /// `"document: place"`.
    #[schemars(required)]
    pub source: Option<String>,
}

/// A limit on the uses of one birth, of one service or shared by several.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Quota {
    /// The services that draw on it.
    #[serde(default)]
    pub services: Vec<Service>,
    /// With one child.
    #[schemars(required)]
    pub limit: Option<u16>,
    /// With two and more: a number, `"same"` or `"more_unprinted"`.
    #[schemars(required)]
    pub multiples: Option<WordOr<MultiplesLimit, u16>>,
    /// What is counted.
    #[schemars(required)]
    pub unit: Option<Unit>,
    /// How a stay counts; needed where it draws on this limit.
    pub stay_counts: Option<StayCounts>,
    /// How strictly it is meant.
    #[schemars(required)]
    pub firmness: Option<Firmness>,
    /// `"document: place"`.
    #[schemars(required)]
    pub source: Option<String>,
}

/// Applying to the municipality.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Application {
    /// From this week of pregnancy on (妊娠n週0日).
    pub from_week: Option<u8>,
    /// Business days until she can book, 程度.
    pub processing_business_days: Option<u8>,
    /// How long before a use it must be in.
    pub lead: Option<Lead>,
    /// Ways to apply, the usual one first.
    #[serde(default)]
    pub ways: Vec<Via>,
    /// From when a facility takes a booking.
    #[schemars(required)]
    pub booking_from: Option<BookingFrom>,
    /// `"document: place"`.
    #[schemars(required)]
    pub source: Option<String>,
}

/// How long before a use an application must be in: one of the two.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Lead {
    /// Business days, for each use, to the facility.
    pub business_days_to_facility: Option<u8>,
    /// Calendar days, online; later at the counter.
    pub calendar_days_online: Option<u8>,
}

/// Cancelling in time.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Cancellation {
    /// The clock time on the day before, like "10:00".
    #[schemars(required)]
    pub time: Option<String>,
    /// Whether the moment itself is in time.
    #[schemars(required)]
    pub boundary: Option<Boundary>,
    /// The way, where printed.
    pub via: Option<Via>,
    /// What holds where the day before is a day off.
    #[schemars(required)]
    pub day_off: Option<DayOff>,
    /// What a late one costs, in our words.
    #[schemars(required)]
    pub consequence: Option<String>,
    /// `"document: place"`.
    #[schemars(required)]
    pub source: Option<String>,
}
