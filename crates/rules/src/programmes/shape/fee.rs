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
    #[schemars(description = "出典", extend("x-range" = "文字", "x-example" = "\"leaflet: 表面「利用料」\""))]
    pub source: Option<String>,
    /// 一般世帯.
    #[schemars(required)]
    #[schemars(description = "一般の世帯", extend("x-range" = "表", "x-example" = "{ per = \"day\", price = 3300, multiples = \"same\" }"))]
    pub general: Option<Fee>,
    /// 住民税非課税世帯: a word, `{ percent = 50 }` of the general fee, or `{ fee = { … } }` of its own.
    #[schemars(required)]
    #[schemars(description = "住民税非課税世帯", extend("x-range" = "ことばか表", "x-example" = "\"free\""))]
    pub tax_exempt: Option<WordOr<ClassWord, ReducedClass>>,
    /// 生活保護世帯: the same forms.
    #[schemars(required)]
    #[schemars(description = "生活保護世帯。同じ形", extend("x-range" = "ことばか表", "x-example" = "{ percent = 50 }"))]
    pub public_assistance: Option<WordOr<ClassWord, ReducedClass>>,
    /// Yen added to each day of use that is a public holiday.
    #[schemars(description = "祝日に使う日、1日につき足す額。どの世帯にも足します", extend("x-range" = "円", "x-example" = "500"))]
    pub holiday_surcharge: Option<u32>,
}

/// A fee for one child and for multiples.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table with `per`, `price` and `multiples`")]
pub struct Fee {
    /// What is paid for.
    #[schemars(required)]
    #[schemars(description = "何につき", extend("x-range" = "ことば", "x-example" = "\"day\""))]
    pub per: Option<Per>,
    /// For one unit, or the first.
    #[schemars(required)]
    #[schemars(description = "1つ（または最初の1つ）の額", extend("x-range" = "円、ことば、表", "x-example" = "3300"))]
    pub price: Option<Price>,
    /// Prices from a later unit on.
    #[serde(default)]
    #[schemars(description = "何番目かから変わる額", extend("x-range" = "0以上。`\"use\"` `\"day\"` `\"night\"` のとき", "x-example" = "[{ from = 2, price = 1000 }]"))]
    pub later: Vec<LaterPrice>,
    /// For each night after the first, with `per = "first_night"`.
    #[schemars(description = "2泊目から、1泊ごとの額", extend("x-range" = "円、ことば、表", "x-needed" = "`per = \"first_night\"` のとき必ず。ほかでは書けません", "x-example" = "3500"))]
    pub further_night: Option<Price>,
    /// What multiples (多胎) pay: a word, `{ add_on_per_child = { … } }` or `{ whole = { … } }`.
    #[schemars(required)]
    #[schemars(description = "多胎の料金", extend("x-range" = "ことばか表", "x-example" = "\"unprinted\""))]
    pub multiples: Option<WordOr<MultiplesWord, MultiplesFee>>,
}

/// A price by its unit.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table with `per` and `price`")]
pub struct Charge {
    /// What is paid for.
    #[schemars(required)]
    #[schemars(description = "何につき。`general` の `per` と同じことば。`general` と違ってもかまいません", extend("x-range" = "ことば", "x-example" = "\"night\""))]
    pub per: Option<Per>,
    /// For one unit, or the first.
    #[schemars(required)]
    #[schemars(description = "1つ（または最初の1つ）の額", extend("x-range" = "円、ことば、表", "x-example" = "1100"))]
    pub price: Option<Price>,
    /// Prices from a later unit on.
    #[serde(default)]
    #[schemars(description = "あとの額", extend("x-range" = "0以上", "x-example" = "[{ from = 4, price = 7500 }]"))]
    pub later: Vec<LaterPrice>,
    /// For each night after the first, with `per = "first_night"`.
    #[schemars(description = "2泊目から、1泊ごとの額", extend("x-range" = "円、ことば、表", "x-needed" = "`per = \"first_night\"` のとき必ず。ほかでは書けません", "x-example" = "\"unprinted\""))]
    pub further_night: Option<Price>,
}

/// What a price is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum Per {
    /// A use, however long.
    #[schemars(description = "1回。長さによりません")]
    #[serde(rename = "use")]
    Use,
    /// A day; 1泊2日 is two.
    #[schemars(description = "1日。1泊2日は2日分")]
    #[serde(rename = "day")]
    Day,
    /// A night of a stay.
    #[schemars(description = "1泊（宿泊型だけ）")]
    #[serde(rename = "night")]
    Night,
    /// Each begun 24 hours of a stay.
    #[schemars(description = "24時間。はしたは1つと数えます。時間がわからなければ、泊数で数えます（宿泊型だけ）")]
    #[serde(rename = "24_hours")]
    Hours24,
    /// Each begun hour.
    #[schemars(description = "1時間。はしたは1つと数えます。時間がわからなければ、額もわかりません")]
    #[serde(rename = "hour")]
    Hour,
    /// 「1泊2日」; `further_night` says what comes after.
    #[schemars(description = "「1泊2日」。2泊目からは `further_night`（宿泊型だけ）")]
    #[serde(rename = "first_night")]
    FirstNight,
}

/// A price: yen, `"unprinted"`, or a table.
pub type Price = WordOr<PriceWord, NumberOr<PriceForm>>;

/// A price that is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum PriceWord {
    /// Not printed.
    #[schemars(description = "書いてありません")]
    #[serde(rename = "unprinted")]
    Unprinted,
}

/// A price that is reckoned: `from` and `to`; `percent`, `of` and perhaps `cap`; or `subsidy` and `of`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "an amount in yen, \"unprinted\" or a table")]
pub struct PriceForm {
    /// 「…円から」.
    #[schemars(description = "「…円から」", extend("x-range" = "円。`to` 以下", "x-needed" = "`to` と一緒に", "x-example" = "1000"))]
    pub from: Option<u32>,
    /// 「…円まで」.
    #[schemars(description = "「…円まで」", extend("x-range" = "円", "x-needed" = "`from` と一緒に", "x-example" = "3000"))]
    pub to: Option<u32>,
    /// This share of the cost.
    #[schemars(description = "費用の何割か。1円にならないところは、幅で出します", extend("x-range" = "%、1〜100", "x-needed" = "`of` と一緒に", "x-example" = "10"))]
    pub percent: Option<u8>,
    /// The cost less so many yen.
    #[schemars(description = "費用から引く額。0円より下にはなりません", extend("x-range" = "円", "x-needed" = "`of` と一緒に", "x-example" = "15000"))]
    pub subsidy: Option<u32>,
    /// The cost of a unit: yen, or `"facility"` for what the facility asks.
    #[schemars(description = "もとの費用。円、または `\"facility\"`（施設の `price`）", extend("x-range" = "円かことば", "x-needed" = "`percent` か `subsidy` と一緒に", "x-example" = "\"facility\""))]
    pub of: Option<WordOr<CostWord, u32>>,
    /// Never more than so many yen.
    #[schemars(description = "これより多くは払いません", extend("x-range" = "円", "x-needed" = "`percent` と一緒なら書けます", "x-example" = "2500"))]
    pub cap: Option<u32>,
}

/// A cost that is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum CostWord {
    /// What the facility asks, under its `price`.
    #[schemars(description = "施設の料金（施設の `price`）")]
    #[serde(rename = "facility")]
    Facility,
}

/// A price from the n-th unit on.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table with `from` and `price`")]
pub struct LaterPrice {
    /// The unit from which it holds, 2 or more.
    #[schemars(required)]
    #[schemars(description = "何番目から", extend("x-range" = "2〜65535。前のものより大きい", "x-example" = "6"))]
    pub from: Option<u16>,
    /// For one unit.
    #[schemars(required)]
    #[schemars(description = "そこからの額", extend("x-range" = "円、ことば、表", "x-example" = "2000"))]
    pub price: Option<Price>,
}

/// What multiples pay, where it is no price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum MultiplesWord {
    /// The same as one child, by the source's word.
    #[schemars(description = "1人と同じ、と書いてあります")]
    #[serde(rename = "same")]
    Same,
    /// Not printed.
    #[schemars(description = "書いてありません")]
    #[serde(rename = "unprinted")]
    Unprinted,
}

/// What multiples pay: one of the two.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "\"same\", \"unprinted\" or a table")]
pub struct MultiplesFee {
    /// Added for each child after the first.
    #[schemars(description = "2人目から、1人につき足す額", extend("x-range" = "表", "x-needed" = "どちらか1つ", "x-example" = "{ per = \"day\", price = 1100 }"))]
    pub add_on_per_child: Option<Charge>,
    /// The whole price, for two and more alike.
    #[schemars(description = "多胎の全部の額（足しません）。2人でも3人でも同じ", extend("x-range" = "表", "x-needed" = "どちらか1つ", "x-example" = "{ per = \"first_night\", price = 3300, further_night = \"unprinted\" }"))]
    pub whole: Option<Charge>,
}

impl Form for MultiplesFee {
    const NAME: &'static str = "a table";
}

/// What a reduced class pays, where it is no price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum ClassWord {
    /// Nothing.
    #[schemars(description = "無料")]
    #[serde(rename = "free")]
    Free,
    /// The general fee, by the source's word.
    #[schemars(description = "一般の世帯と同じ、と書いてあります")]
    #[serde(rename = "same")]
    Same,
    /// Less; how much is not printed.
    #[schemars(description = "減りますが、いくらかは書いてありません")]
    #[serde(rename = "unprinted")]
    Unprinted,
}

/// What a reduced class pays: one of the two.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "\"free\", \"same\", \"unprinted\" or a table")]
pub struct ReducedClass {
    /// This share of the general fee.
    #[schemars(description = "一般の世帯の何％を払うか（引く割合ではありません）", extend("x-range" = "%、1〜100", "x-needed" = "どちらか1つ", "x-example" = "50"))]
    pub percent: Option<u8>,
    /// A fee of its own.
    #[schemars(description = "この世帯の料金と同じ形", extend("x-range" = "表", "x-needed" = "どちらか1つ", "x-example" = "{ per = \"day\", price = 500, multiples = \"same\" }"))]
    pub fee: Option<Fee>,
}

impl Form for ReducedClass {
    const NAME: &'static str = "a table";
}
