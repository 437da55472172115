//! A municipality's programme as its sources print it: periods, services, limits, facilities, conditions.
//!
//! Every fact carries its source. What a source does not print is absent.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::age::AgeLimit;
use super::calendar::{Months, day_number};
use super::clock::Weekdays;
use super::deadlines::{Application, Cancellation};
use super::money::Yen;
use super::phone::{PhoneLine, PhoneNumber};
use super::quota::{LateCancellation, Pool};
use super::service::{Service, Services};
use super::source::{Source, Sourced};
use super::tariff::Tariff;

/// A public document that facts are taken from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Its title as printed.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Its edition.
    pub edition: Edition,
    /// Its public address, where we know one.
    pub url: Option<String>,
    /// The day on which its facts were last read in it.
    #[serde(with = "day_number")]
    pub checked: Option<NaiveDate>,
    /// A day after which it is not to be relied on, where one is set.
    #[serde(with = "day_number")]
    pub expires: Option<NaiveDate>,
}

/// When a document was issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// The first day on which it can have been issued: the printed day, or the first of the printed month.
    #[serde(with = "day_number")]
    pub date: Option<NaiveDate>,
    /// As printed, or what can be said of an undated one.
    pub text: String,
    /// How much of the date is printed.
    pub precision: Precision,
}

/// How much of an edition's date is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Precision {
    /// Year, month and day.
    Day,
    /// Year and month.
    Month,
    /// Nothing.
    Undated,
}

/// An office that answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// As printed.
    pub name: String,
    /// Absent where none is printed.
    pub tel: Option<PhoneNumber>,
}

/// One rule file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Programme {
    /// The file's name, which is the town's place in addresses: `"kita"`.
    pub id: String,
    /// 全国地方公共団体コード with its check digit, 6 digits.
    pub code: String,
    /// The municipality: 「北区」.
    pub name: String,
    /// Its reading in hiragana: 「きたく」.
    pub reading: String,
    /// Its prefecture: 「東京都」.
    pub prefecture: String,
    /// What the programme calls itself.
    pub title: String,
    /// At least one.
    pub documents: Vec<Document>,
    /// Whom to ask, the first first; at least one where it is a scheme.
    pub contacts: Vec<Contact>,
    /// What it is.
    pub body: Body,
}

impl Programme {
    /// The rules that hold on `date`; `None` for an association and on a day in no period.
    pub fn rules_on(&self, date: NaiveDate) -> Option<&Rules> {
        match &self.body {
            Body::Scheme(periods) => periods.iter().find(|period| period.holds_on(date)).map(|period| &period.rules),
            Body::Association(_) => None,
        }
    }

    /// The office to ring: the first of the contacts that prints a number; the first of all where none does.
    pub fn office_to_ring(&self) -> Option<&Contact> {
        self.contacts.iter().find(|office| office.tel.is_some()).or(self.contacts.first())
    }

    /// Whom to name where she is to ask: the first contact, and where it prints no number the one to ring beside it.
    pub fn offices_to_ask(&self) -> impl Iterator<Item = &Contact> {
        let first = self.contacts.first();
        first.into_iter().chain(self.office_to_ring().filter(|office| Some(*office) != first))
    }
}

/// What a rule file describes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Body {
    /// A municipality's programme, by periods that do not overlap.
    Scheme(Vec<Period>),
    /// A group that may help, which is no programme to apply for.
    Association(Association),
}

/// A group beside the municipalities' programmes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Association {
    /// 全国地方公共団体コード of the municipalities in which it works.
    pub covers: Vec<String>,
    /// What its page says of itself, in our words.
    pub remarks: Vec<Remark>,
}

/// Rules for a span of days. An absent end is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// The first day on which the rules hold.
    #[serde(with = "day_number")]
    pub from: Option<NaiveDate>,
    /// The last day on which they hold.
    #[serde(with = "day_number")]
    pub until: Option<NaiveDate>,
    /// The rules.
    pub rules: Rules,
}

impl Period {
    /// Whether it holds on `date`.
    pub fn holds_on(&self, date: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= date) && self.until.is_none_or(|until| date <= until)
    }
}

/// What holds in a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// The services offered, in printed order, each once.
    pub services: Vec<ServiceRules>,
    /// The limit on the whole programme (「産後1年未満」).
    pub limit: Option<Sourced<PrintedLimit>>,
    /// Present where a preterm baby's age may be counted otherwise.
    pub corrected_age: Option<Sourced<CorrectedAge>>,
    /// What is printed of those who need treatment.
    pub treatment: Option<Sourced<Treatment>>,
    /// How often.
    pub pools: Vec<Sourced<Pool>>,
    /// What a late cancellation uses up.
    pub late_cancellation: LateCancellation,
    /// Applying to the municipality.
    pub application: Sourced<Application>,
    /// Cancelling, where anything is printed.
    pub cancellation: Option<Sourced<Cancellation>>,
    /// Facilities, in an order that keeps each service's printed order.
    pub facilities: Vec<Facility>,
    /// What costs extra.
    pub extras: Vec<Sourced<Extra>>,
    /// How it goes, step by step, in our words.
    pub steps: Vec<Sourced<Text>>,
    /// What to show or bring.
    pub documents: Vec<Sourced<Item>>,
    /// All else that is printed for her, in our words.
    pub remarks: Vec<Remark>,
    /// Prices that a source works out itself; the fees must give the same.
    pub examples: Vec<Example>,
}

impl Rules {
    /// The row for `service` of the facility that is called by its id or phone number.
    pub fn row_of(&self, service: Service, named: &str) -> Option<(&Facility, &Offer)> {
        self.facilities.iter().filter(|facility| facility.is_called(named)).find_map(|facility| {
            facility.offers.iter().find(|offer| offer.service == service).map(|offer| (facility, offer))
        })
    }

    /// Whether some fee reckons with the number of babies.
    pub fn counts_children(&self) -> bool {
        self.services.iter().filter_map(|service| service.tariff.as_ref()).any(|fee| fee.value.counts_children())
    }
}

/// A sentence of a rule file, in our own words, Japanese.
pub type Text = String;

/// A service as the programme prints it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceRules {
    /// Which.
    pub service: Service,
    /// What the programme calls it: 「母子ショートステイ」.
    pub name: String,
    /// The programme's limit on this service.
    pub limit: Option<Sourced<PrintedLimit>>,
    /// Its fees; absent where none are printed.
    pub tariff: Option<Sourced<Tariff>>,
    /// What it includes, in our words.
    pub includes: Vec<Sourced<Text>>,
}

/// An age limit with the phrase that prints it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintedLimit {
    /// As printed.
    pub phrase: String,
    /// What it means.
    pub limit: AgeLimit,
    /// From this age on it is printed as 準備中: to be confirmed.
    pub in_preparation_from: Option<Months>,
    /// Who settles what lies past it.
    pub past_it: PastLimit,
}

/// Who settles what lies past a programme's limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PastLimit {
    /// Nobody in particular.
    Unstated,
    /// 「各施設へお問合せ」: a facility's own printed limit is the answer.
    AskFacility,
}

/// How a preterm baby's age is counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectedAge {
    /// By how much the time is longer.
    pub extension: Extension,
}

/// By how much preterm birth lengthens the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Extension {
    /// Counted from the due date, if the office agrees before booking.
    FromDueDate,
    /// Not printed.
    Unprinted,
}

/// What is printed of those who need treatment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Treatment {
    /// They can't use it.
    Excluded,
    /// They can't where it hinders use: to be asked.
    AskOffice,
}

/// How a booking can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Booking {
    /// 電話.
    Phone,
    /// WEB, a form or booking page.
    Web,
    /// LINE.
    Line,
    /// メール.
    Mail,
    /// SMS.
    Sms,
    /// 来所.
    InPerson,
}

/// A place or midwife that gives care.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facility {
    /// Unique in its rule file.
    pub id: String,
    /// As printed, without layout.
    pub name: String,
    /// Whether the name looks misread in the source.
    pub name_reading: NameReading,
    /// Absent where none is printed.
    pub tel: Option<PhoneNumber>,
    /// Absent where none is printed.
    pub mail: Option<String>,
    /// What it says of itself, as tags in our words.
    pub tags: Vec<Text>,
    /// What else is printed for those who use it, in our words.
    pub remarks: Vec<Text>,
    /// At least one.
    pub offers: Vec<Offer>,
}

impl Facility {
    /// Whether `named` is its id or its phone number.
    pub fn is_called(&self, named: &str) -> bool {
        self.id == named || self.tel.as_ref().is_some_and(|tel| tel.as_str() == named)
    }
}

/// Whether a printed name can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NameReading {
    /// It reads well.
    Clear,
    /// It looks misread: kept as printed, to be confirmed.
    Doubtful,
}

/// One service of a facility.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Which.
    pub service: Service,
    /// As printed on this row; absent where none is.
    pub address: Option<String>,
    /// The facility's limit on this service.
    pub limit: Option<PrintedLimit>,
    /// Ways to book; none where unprinted.
    pub booking: Vec<Booking>,
    /// When its phone is answered.
    pub phone: PhoneLine,
    /// Days on which care is given, where printed.
    pub care_days: Option<Weekdays>,
    /// What a user must meet.
    pub conditions: Vec<Condition>,
    /// What else is printed of this service there, in our words.
    pub remarks: Vec<Text>,
    /// What it asks for a unit, where a tariff builds on it.
    pub price: Option<Yen>,
    /// Where the row stands.
    pub source: Source,
}

/// A printed condition of an offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// In our words.
    pub text: Text,
    /// What settles it.
    pub gate: Gate,
}

/// What settles a condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Gate {
    /// No answer of hers: to be asked.
    Ask,
    /// Her postal code.
    Postal {
        /// Beginnings of the codes that meet it: 3 to 7 digits.
        prefixes: Vec<String>,
        /// What another code means.
        elsewhere: Elsewhere,
    },
}

/// What a postal code outside the named ones means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Elsewhere {
    /// To be asked (earlier users, say).
    Ask,
    /// No.
    Refused,
}

/// Something that costs extra.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extra {
    /// In our words.
    pub text: Text,
    /// The services in which it may come.
    pub services: Services,
    /// Its price, where printed.
    pub yen: Option<Yen>,
}

/// Something to show or bring.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// In our words.
    pub text: Text,
    /// When it is needed.
    pub occasion: Occasion,
    /// Who needs it.
    pub needed_by: NeededBy,
    /// The services for which it is needed.
    pub services: Services,
}

/// When an item is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Occasion {
    /// With the application.
    Application,
    /// On each day of use.
    Use,
}

/// Who needs an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NeededBy {
    /// Everyone.
    Everyone,
    /// 住民税非課税世帯.
    TaxExempt,
    /// 生活保護世帯.
    PublicAssistance,
    /// Those who applied online since a day.
    AppliedOnlineSince(#[serde(with = "day")] NaiveDate),
    /// Those who applied on paper, or before that day.
    AppliedOnPaperOrBefore(#[serde(with = "day")] NaiveDate),
}

/// A printed sentence for her, in our words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// Unique in its period.
    pub id: String,
    /// In our words.
    pub text: Text,
    /// The services that it is about.
    pub services: Services,
    /// Where it stands.
    pub source: Source,
}

/// A price that a source works out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    /// Which service.
    pub service: Service,
    /// Nights, for a stay.
    pub nights: u8,
    /// How many babies.
    pub babies: u8,
    /// What the source says it costs.
    pub yen: Yen,
    /// Where it stands.
    pub source: Source,
}

/// A date that is always there, in the compiled form.
mod day {
    use chrono::NaiveDate;
    use serde::{Deserializer, Serializer, de::Error};

    use crate::domain::calendar::day_number;

    pub fn serialize<S: Serializer>(date: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
        day_number::serialize(&Some(*date), serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
        day_number::deserialize(deserializer)?.ok_or_else(|| D::Error::custom("a day"))
    }
}
