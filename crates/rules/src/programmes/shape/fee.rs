//! Fees as a rule file writes them. Each has a unit: `per`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Form, NumberOr, WordOr};

/// The fees of a service.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Fees {
    /// Where they stand: `"document: place"`.
    #[schemars(required)]
    pub source: Option<String>,
    /// 一般世帯.
    #[schemars(required)]
    pub general: Option<Fee>,
    /// 住民税非課税世帯: a word, `{ percent = 50 }` of the general fee, or `{ fee = { … } }` of its own.
    #[schemars(required)]
    pub tax_exempt: Option<WordOr<ClassWord, ReducedClass>>,
    /// 生活保護世帯: the same forms.
    #[schemars(required)]
    pub public_assistance: Option<WordOr<ClassWord, ReducedClass>>,
    /// Yen added to each day of use that is a public holiday.
    pub holiday_surcharge: Option<u32>,
}

/// A fee for one child and for multiples.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table with `per`, `price` and `multiples`")]
pub struct Fee {
    /// What is paid for.
    #[schemars(required)]
    pub per: Option<Per>,
    /// For one unit, or the first.
    #[schemars(required)]
    pub price: Option<Price>,
    /// Prices from a later unit on.
    #[serde(default)]
    pub later: Vec<LaterPrice>,
    /// For each night after the first, with `per = "first_night"`.
    pub further_night: Option<Price>,
    /// What multiples (多胎) pay: a word, `{ add_on_per_child = { … } }` or `{ whole = { … } }`.
    #[schemars(required)]
    pub multiples: Option<WordOr<MultiplesWord, MultiplesFee>>,
}

/// A price by its unit.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table with `per` and `price`")]
pub struct Charge {
    /// What is paid for.
    #[schemars(required)]
    pub per: Option<Per>,
    /// For one unit, or the first.
    #[schemars(required)]
    pub price: Option<Price>,
    /// Prices from a later unit on.
    #[serde(default)]
    pub later: Vec<LaterPrice>,
    /// For each night after the first, with `per = "first_night"`.
    pub further_night: Option<Price>,
}

/// What a price is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum Per {
    /// A use, however long.
    #[serde(rename = "use")]
    Use,
    /// A day; 1泊2日 is two.
    #[serde(rename = "day")]
    Day,
    /// A night of a stay.
    #[serde(rename = "night")]
    Night,
    /// Each begun 24 hours of a stay.
    #[serde(rename = "24_hours")]
    Hours24,
    /// Each begun hour.
    #[serde(rename = "hour")]
    Hour,
    /// 「1泊2日」; `further_night` says what comes after.
    #[serde(rename = "first_night")]
    FirstNight,
}

/// A price: yen, `"unprinted"`, or a table.
pub type Price = WordOr<PriceWord, NumberOr<PriceForm>>;

/// A price that is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum PriceWord {
    /// Not printed.
    #[serde(rename = "unprinted")]
    Unprinted,
}

/// A price that is reckoned: `from` and `to`; `percent`, `of` and perhaps `cap`; or `subsidy` and `of`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an amount in yen, \"unprinted\" or a table")]
pub struct PriceForm {
    /// 「…円から」.
    pub from: Option<u32>,
    /// 「…円まで」.
    pub to: Option<u32>,
    /// This share of the cost.
    pub percent: Option<u8>,
    /// The cost less so many yen.
    pub subsidy: Option<u32>,
    /// The cost of a unit: yen, or `"facility"` for what the facility asks.
    pub of: Option<WordOr<CostWord, u32>>,
    /// Never more than so many yen.
    pub cap: Option<u32>,
}

/// A cost that is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum CostWord {
    /// What the facility asks, under its `price`.
    #[serde(rename = "facility")]
    Facility,
}

/// A price from the n-th unit on.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table with `from` and `price`")]
pub struct LaterPrice {
    /// The unit from which it holds, 2 or more.
    #[schemars(required)]
    pub from: Option<u16>,
    /// For one unit.
    #[schemars(required)]
    pub price: Option<Price>,
}

/// What multiples pay, where it is no price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum MultiplesWord {
    /// The same as one child, by the source's word.
    #[serde(rename = "same")]
    Same,
    /// Not printed.
    #[serde(rename = "unprinted")]
    Unprinted,
}

/// What multiples pay: one of the two.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "\"same\", \"unprinted\" or a table")]
pub struct MultiplesFee {
    /// Added for each child after the first.
    pub add_on_per_child: Option<Charge>,
    /// The whole price, for two and more alike.
    pub whole: Option<Charge>,
}

impl Form for MultiplesFee {
    const NAME: &'static str = "a table";
}

/// What a reduced class pays, where it is no price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum ClassWord {
    /// Nothing.
    #[serde(rename = "free")]
    Free,
    /// The general fee, by the source's word.
    #[serde(rename = "same")]
    Same,
    /// Less; how much is not printed.
    #[serde(rename = "unprinted")]
    Unprinted,
}

/// What a reduced class pays: one of the two.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "\"free\", \"same\", \"unprinted\" or a table")]
pub struct ReducedClass {
    /// This share of the general fee.
    pub percent: Option<u8>,
    /// A fee of its own.
    pub fee: Option<Fee>,
}

impl Form for ReducedClass {
    const NAME: &'static str = "a table";
}
