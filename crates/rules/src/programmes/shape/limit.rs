//! An age limit as a rule file writes it.

use schemars::JsonSchema;
use serde::Deserialize;

use super::PastIt;

/// An age limit: the printed phrase, and one key that says what it means.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table with `phrase` and one form")]
pub struct Limit {
    /// As printed.
    #[schemars(required)]
    #[schemars(description = "資料の言い方。数は、下のキーの数と同じです（12は「1年」「1歳」でも）", extend("x-range" = "文字", "x-example" = "\"産後4か月0日まで\""))]
    pub phrase: Option<String>,
    /// 「nか月0日まで」.
    #[schemars(description = "「nか月0日まで」", extend("x-range" = "か月、1〜24", "x-needed" = "どれか1つ", "x-example" = "4"))]
    pub months_and_zero_days: Option<u8>,
    /// 「nか月未満」「満nか月になる前日まで」; 「1年未満」 is 12.
    #[schemars(description = "「nか月未満」「満nか月になる前日まで」。「1年未満」は12", extend("x-range" = "か月、1〜24", "x-needed" = "どれか1つ", "x-example" = "12"))]
    pub under_months: Option<u8>,
    /// 「n日まで」.
    #[schemars(description = "「産後n日まで」", extend("x-range" = "日、1〜730", "x-needed" = "どれか1つ", "x-example" = "120"))]
    pub through_day: Option<u16>,
    /// 「n日未満」.
    #[schemars(description = "「産後n日未満」", extend("x-range" = "日、1〜730", "x-needed" = "どれか1つ", "x-example" = "60"))]
    pub under_days: Option<u16>,
    /// 「1年以内」 is 12.
    #[schemars(description = "「nか月以内」。「1年以内」は12", extend("x-range" = "か月、1〜24", "x-needed" = "どれか1つ", "x-example" = "12"))]
    pub within_months: Option<u8>,
    /// 「生後nか月まで」.
    #[schemars(description = "「生後nか月まで」", extend("x-range" = "か月、1〜24", "x-needed" = "どれか1つ", "x-example" = "3"))]
    pub through_months_old: Option<u8>,
    /// 「生後n週まで」.
    #[schemars(description = "「生後n週まで」", extend("x-range" = "週、1〜104", "x-needed" = "どれか1つ", "x-example" = "6"))]
    pub through_weeks_old: Option<u8>,
    /// 「概ねnか月まで」.
    #[schemars(description = "「概ねnか月まで」", extend("x-range" = "か月、1〜24", "x-needed" = "どれか1つ", "x-example" = "4"))]
    pub about_months: Option<u8>,
    /// 「nか月以降は応相談・要問合せ」.
    #[schemars(description = "「nか月以降は応相談・要問合せ」", extend("x-range" = "か月、1〜24", "x-needed" = "どれか1つ", "x-example" = "4"))]
    pub ask_after_months: Option<u8>,
    /// From this age in months on it is printed as 準備中.
    #[schemars(description = "この月齢から「準備中」とあるとき。そこからは「要確認」です", extend("x-range" = "か月、1〜24", "x-example" = "1"))]
    pub in_preparation_from: Option<u8>,
    /// Who settles what lies past it; of a programme's limit only.
    #[schemars(description = "過ぎたあと、だれが決めるか。施設の時期には書けません", extend("x-range" = "ことば", "x-example" = "\"ask_facility\""))]
    pub past_it: Option<PastIt>,
    /// `"document: place"`; of a programme's limit only, a facility's stands where its row stands.
    #[schemars(description = "出典。施設の時期には書けません", extend("x-range" = "文字", "x-needed" = "期間とサービスの時期には必ず", "x-example" = "\"page: 「対象となる方」\""))]
    pub source: Option<String>,
}
