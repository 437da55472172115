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
    #[schemars(description = "文", extend("x-range" = "文字", "x-example" = "\"使ったあと、アンケートに答えます。\""))]
    pub text: Option<String>,
    /// `"document: place"`.
    #[schemars(required)]
    #[schemars(description = "出典", extend("x-range" = "文字", "x-example" = "\"leaflet: 表面「利用の流れ」4 利用\""))]
    pub source: Option<String>,
}

/// Something that costs extra.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Extra {
    /// In our words.
    #[schemars(required)]
    #[schemars(description = "文", extend("x-range" = "文字", "x-example" = "\"昼食代が別にかかります。\""))]
    pub text: Option<String>,
    /// The services in which it may come; absent: all.
    #[schemars(description = "かかるサービス。ないと、どれも", extend("x-range" = "`\"stay\"` `\"day\"` `\"visit\"` から1つ以上", "x-example" = "[\"day\"]"))]
    pub services: Option<Vec<Service>>,
    /// Its price, where printed.
    #[schemars(description = "額", extend("x-range" = "円", "x-example" = "600"))]
    pub yen: Option<u32>,
    /// `"document: place"`.
    #[schemars(required)]
    #[schemars(description = "出典", extend("x-range" = "文字", "x-example" = "\"leaflet: 表面「利用にあたっての注意事項」\""))]
    pub source: Option<String>,
}

/// Something to show or bring.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Item {
    /// In our words.
    #[schemars(required)]
    #[schemars(description = "物の名前", extend("x-range" = "文字", "x-example" = "\"母子健康手帳\""))]
    pub text: Option<String>,
    /// When it is needed.
    #[schemars(required)]
    #[schemars(description = "いつ要るか", extend("x-range" = "ことば", "x-example" = "\"use\""))]
    pub occasion: Option<Occasion>,
    /// Who needs it: a word, or a table of those who applied in one way since a day, or in the other.
    #[schemars(required)]
    #[schemars(description = "だれが要るか", extend("x-range" = "ことばか表", "x-example" = "\"everyone\""))]
    pub needed_by: Option<WordOr<NeededBy, AppliedHow>>,
    /// The services for which it is needed; absent: all.
    #[schemars(description = "要るサービス。ないと、どれも", extend("x-range" = "`\"stay\"` `\"day\"` `\"visit\"` から1つ以上", "x-example" = "[\"stay\"]"))]
    pub services: Option<Vec<Service>>,
    /// `"document: place"`.
    #[schemars(required)]
    #[schemars(description = "出典", extend("x-range" = "文字", "x-example" = "\"leaflet: 表面「必要な持ち物」\""))]
    pub source: Option<String>,
}

/// Those who applied in one way: one of the two.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "one of its words or a table")]
pub struct AppliedHow {
    /// Online, on this day or later.
    #[schemars(description = "この日かそのあとに、オンラインで申し込んだ人", extend("x-range" = "日", "x-needed" = "どちらか1つ", "x-example" = "2025-10-01"))]
    pub applied_online_since: Option<String>,
    /// On paper, or before this day.
    #[schemars(description = "紙で申し込んだ人と、この日より前に申し込んだ人", extend("x-range" = "日", "x-needed" = "どちらか1つ", "x-example" = "2025-10-01"))]
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
    #[schemars(description = "名前", extend("x-range" = "小文字の英字・数字・ハイフン。期間の中で1つ", "x-example" = "\"residence\""))]
    pub id: Option<String>,
    /// In our words.
    #[schemars(required)]
    #[schemars(description = "文", extend("x-range" = "文字", "x-example" = "\"上のお子さんを連れて行くことはできません。\""))]
    pub text: Option<String>,
    /// The services that it is about; absent: all.
    #[schemars(description = "どのサービスのことか。ないと、どれも", extend("x-range" = "`\"stay\"` `\"day\"` `\"visit\"` から1つ以上", "x-example" = "[\"stay\", \"day\"]"))]
    pub services: Option<Vec<Service>>,
    /// `"document: place"`.
    #[schemars(required)]
    #[schemars(description = "出典", extend("x-range" = "文字", "x-example" = "\"page: 「対象となる方」\""))]
    pub source: Option<String>,
}

/// A price that a source works out.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Example {
    /// Which service.
    #[schemars(required)]
    #[schemars(description = "サービス。料金のあるもの", extend("x-range" = "`\"stay\"` `\"day\"` `\"visit\"`", "x-example" = "\"stay\""))]
    pub service: Option<Service>,
    /// Nights, for a stay.
    #[schemars(description = "泊数", extend("x-range" = "泊、宿泊は1〜255", "x-needed" = "宿泊なら必ず。ほかでは書けません", "x-example" = "1"))]
    pub nights: Option<u8>,
    /// How many babies.
    #[schemars(required)]
    #[schemars(description = "赤ちゃんの人数", extend("x-range" = "1〜9", "x-example" = "2"))]
    pub babies: Option<u8>,
    /// What it says that this costs.
    #[schemars(required)]
    #[schemars(description = "資料にある額（一般の世帯）", extend("x-range" = "円", "x-example" = "8800"))]
    pub yen: Option<u32>,
    /// `"document: place"`.
    #[schemars(required)]
    #[schemars(description = "出典", extend("x-range" = "文字", "x-example" = "\"leaflet: 表面「利用例」\""))]
    pub source: Option<String>,
}
