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
    pub phrase: Option<String>,
    /// 「nか月0日まで」.
    pub months_and_zero_days: Option<u8>,
    /// 「nか月未満」「満nか月になる前日まで」; 「1年未満」 is 12.
    pub under_months: Option<u8>,
    /// 「n日まで」.
    pub through_day: Option<u16>,
    /// 「n日未満」.
    pub under_days: Option<u16>,
    /// 「1年以内」 is 12.
    pub within_months: Option<u8>,
    /// 「生後nか月まで」.
    pub through_months_old: Option<u8>,
    /// 「生後n週まで」.
    pub through_weeks_old: Option<u8>,
    /// 「概ねnか月まで」.
    pub about_months: Option<u8>,
    /// 「nか月以降は応相談・要問合せ」.
    pub ask_after_months: Option<u8>,
    /// From this age in months on it is printed as 準備中.
    pub in_preparation_from: Option<u8>,
    /// Who settles what lies past it; of a programme's limit only.
    pub past_it: Option<PastIt>,
    /// `"document: place"`; of a programme's limit only, a facility's stands where its row stands.
    pub source: Option<String>,
}
