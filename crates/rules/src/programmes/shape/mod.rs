//! The shape of a rule file, as it is written: what stands where, under which key. What it means, and what is wrong in it,
//! is the business of `lower`.
//!
//! A key that must be there is an `Option` too, so that its absence is one problem among the others. The JSON Schema made
//! from these types names it as required.

mod facility;
mod fee;
mod forms;
mod limit;
mod period;
mod schema;
mod statement;
mod words;

pub use facility::*;
pub use fee::*;
pub use forms::*;
pub use limit::*;
pub use period::*;
pub use schema::json_schema;
pub(in crate::programmes) use schema::schema;
use schemars::JsonSchema;
use serde::Deserialize;
pub use statement::*;
pub use words::*;

/// A rule file: one municipality's programme, or a group beside the programmes.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct File {
    /// The file's name without `.toml`: small letters, digits and hyphens.
    #[schemars(required)]
    pub id: Option<String>,
    /// 全国地方公共団体コード, 6 digits with the check digit.
    #[schemars(required)]
    pub code: Option<String>,
    /// The municipality: 「北区」.
    #[schemars(required)]
    pub name: Option<String>,
    /// Its reading in hiragana: 「きたく」.
    #[schemars(required)]
    pub reading: Option<String>,
    /// Its prefecture: 「東京都」.
    #[schemars(required)]
    pub prefecture: Option<String>,
    /// What the programme calls itself.
    #[schemars(required)]
    pub title: Option<String>,
    /// The documents that facts are taken from; at least one.
    #[serde(default)]
    pub document: Vec<Document>,
    /// Whom to ask, the first first.
    #[serde(default)]
    pub contact: Vec<Contact>,
    /// The rules, by periods that do not overlap. A file has these or `association`.
    #[serde(default)]
    pub period: Vec<Period>,
    /// A group that may help and is no programme to apply for.
    pub association: Option<Association>,
}

/// A public document.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Document {
    /// The name by which a `source` points to it.
    #[schemars(required)]
    pub id: Option<String>,
    /// Its title as printed.
    #[schemars(required)]
    pub title: Option<String>,
    /// Who published it.
    #[schemars(required)]
    pub publisher: Option<String>,
    /// Its public address, where one is known.
    pub url: Option<String>,
    /// Its edition.
    #[schemars(required)]
    pub edition: Option<Edition>,
    /// The day on which its facts were last read in it: 2026-11-22.
    pub checked: Option<String>,
    /// A day after which it is not to be relied on.
    pub expires: Option<String>,
}

/// When a document was issued. Neither `date` nor `month`: it prints none.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table with `text` and perhaps `date` or `month`")]
pub struct Edition {
    /// As printed, or what can be said of an undated one.
    #[schemars(required)]
    pub text: Option<String>,
    /// The printed day: 2024-04-01.
    pub date: Option<String>,
    /// The printed month: "2021-09".
    pub month: Option<String>,
}

/// An office that answers.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Contact {
    /// As printed.
    #[schemars(required)]
    pub name: Option<String>,
    /// With area code and hyphens; absent where none is printed.
    pub tel: Option<String>,
}

/// A group beside the municipalities' programmes.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Association {
    /// 全国地方公共団体コード of the municipalities in which it works, 6 digits each.
    #[serde(default)]
    pub covers: Vec<String>,
    /// What its page says of itself, in our words.
    #[serde(default)]
    pub remarks: Vec<Remark>,
}
