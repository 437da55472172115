//! Sentences in our words, as a rule file writes them, each with its source.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Form, NeededBy, Occasion, Service, WordOr};

/// A sentence of ours, with its source.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table with `text` and `source`")]
pub struct Statement {
    /// In our words.
    #[schemars(required)]
    pub text: Option<String>,
    /// `"document: place"`.
    #[schemars(required)]
    pub source: Option<String>,
}

/// Something that costs extra.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Extra {
    /// In our words.
    #[schemars(required)]
    pub text: Option<String>,
    /// The services in which it may come; absent: all.
    pub services: Option<Vec<Service>>,
    /// Its price, where printed.
    pub yen: Option<u32>,
    /// `"document: place"`.
    #[schemars(required)]
    pub source: Option<String>,
}

/// Something to show or bring.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Item {
    /// In our words.
    #[schemars(required)]
    pub text: Option<String>,
    /// When it is needed.
    #[schemars(required)]
    pub occasion: Option<Occasion>,
    /// Who needs it: a word, or a table of those who applied in one way since a day, or in the other.
    #[schemars(required)]
    pub needed_by: Option<WordOr<NeededBy, AppliedHow>>,
    /// The services for which it is needed; absent: all.
    pub services: Option<Vec<Service>>,
    /// `"document: place"`.
    #[schemars(required)]
    pub source: Option<String>,
}

/// Those who applied in one way: one of the two.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "one of its words or a table")]
pub struct AppliedHow {
    /// Online, on this day or later.
    pub applied_online_since: Option<String>,
    /// On paper, or before this day.
    pub applied_on_paper_or_before: Option<String>,
}

impl Form for AppliedHow {
    const NAME: &'static str = "a table";
}

/// A printed sentence for her, in our words.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Remark {
    /// Unique in its period: small letters, digits and hyphens.
    #[schemars(required)]
    pub id: Option<String>,
    /// In our words.
    #[schemars(required)]
    pub text: Option<String>,
    /// The services that it is about; absent: all.
    pub services: Option<Vec<Service>>,
    /// `"document: place"`.
    #[schemars(required)]
    pub source: Option<String>,
}

/// A price that a source works out.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Example {
    /// Which service.
    #[schemars(required)]
    pub service: Option<Service>,
    /// Nights, for a stay.
    pub nights: Option<u8>,
    /// How many babies.
    #[schemars(required)]
    pub babies: Option<u8>,
    /// What it says that this costs.
    #[schemars(required)]
    pub yen: Option<u32>,
    /// `"document: place"`.
    #[schemars(required)]
    pub source: Option<String>,
}
