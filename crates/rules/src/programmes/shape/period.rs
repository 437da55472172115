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
    #[schemars(description = "最初の日。ないと、前の日もずっとこの決まりです", extend("x-range" = "日", "x-example" = "2024-04-01"))]
    pub from: Option<String>,
    /// The last day on which they hold: 2025-03-31.
    #[schemars(description = "最後の日（その日を含みます）。ないと、終わりがありません", extend("x-range" = "日。`from` かそれより後", "x-example" = "2025-03-31"))]
    pub until: Option<String>,
    /// The limit on the whole programme.
    #[schemars(description = "事業ぜんたいの、使える時期", extend("x-range" = "表", "x-example" = "{ phrase = \"産後1年未満\", under_months = 12, source = \"…\" }"))]
    pub limit: Option<Limit>,
    /// Where a preterm baby's age may be counted otherwise.
    #[schemars(description = "早く生まれた赤ちゃんの時期", extend("x-range" = "表", "x-example" = "[period.corrected_age]"))]
    pub corrected_age: Option<CorrectedAge>,
    /// What is printed of those who need treatment.
    #[schemars(description = "治療が要る人のこと", extend("x-range" = "表", "x-example" = "[period.treatment]"))]
    pub treatment: Option<TreatmentRule>,
    /// What a late cancellation uses up.
    #[schemars(required)]
    #[schemars(description = "遅いキャンセルで、使える回数が減るか", extend("x-range" = "ことば", "x-example" = "\"one_unit\""))]
    pub late_cancellation: Option<LateCancellation>,
    /// Applying to the municipality.
    #[schemars(required)]
    #[schemars(description = "申込み", extend("x-range" = "表", "x-example" = "[period.application]"))]
    pub application: Option<Application>,
    /// Cancelling, where anything is printed.
    #[schemars(description = "キャンセル", extend("x-range" = "表", "x-example" = "[period.cancellation]"))]
    pub cancellation: Option<Cancellation>,
    /// 宿泊型, where it is offered.
    #[schemars(description = "宿泊型", extend("x-range" = "表", "x-needed" = "行っていれば（3つのうち1つは必ず）", "x-example" = "[period.stay]"))]
    pub stay: Option<ServiceRules>,
    /// 日帰り型, where it is offered.
    #[schemars(description = "日帰り型", extend("x-range" = "表", "x-needed" = "行っていれば", "x-example" = "[period.day]"))]
    pub day: Option<ServiceRules>,
    /// 訪問型, where it is offered.
    #[schemars(description = "訪問型", extend("x-range" = "表", "x-needed" = "行っていれば", "x-example" = "[period.visit]"))]
    pub visit: Option<ServiceRules>,
    /// How often.
    #[serde(default)]
    #[schemars(description = "使える回数", extend("x-range" = "0以上", "x-example" = "[[period.quota]]"))]
    pub quota: Vec<Quota>,
    /// What costs extra.
    #[serde(default)]
    #[schemars(description = "別にかかる費用", extend("x-range" = "0以上", "x-example" = "[[period.extras]]"))]
    pub extras: Vec<Extra>,
    /// How it goes, step by step, in our words.
    #[serde(default)]
    #[schemars(description = "使うまでの流れ。順に", extend("x-range" = "0以上", "x-example" = "[[period.steps]]"))]
    pub steps: Vec<Statement>,
    /// What to show or bring.
    #[serde(default)]
    #[schemars(description = "持ち物と書類", extend("x-range" = "0以上", "x-example" = "[[period.items]]"))]
    pub items: Vec<Item>,
    /// All else that is printed for her, in our words.
    #[serde(default)]
    #[schemars(description = "そのほか、お母さんに伝えること", extend("x-range" = "0以上", "x-example" = "[[period.remarks]]"))]
    pub remarks: Vec<Remark>,
    /// Prices that a source works out itself; the fees must give the same.
    #[serde(default)]
    #[schemars(description = "資料にある計算例", extend("x-range" = "0以上", "x-example" = "[[period.examples]]"))]
    pub examples: Vec<Example>,
    /// Facilities, in an order that keeps each service's printed order.
    #[serde(default)]
    #[schemars(description = "施設", extend("x-range" = "0以上", "x-example" = "[[period.facility]]"))]
    pub facility: Vec<Facility>,
}

/// A service as the programme prints it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct ServiceRules {
    /// What the programme calls it.
    #[schemars(required)]
    #[schemars(description = "まちでの呼び名。資料のとおり", extend("x-range" = "文字", "x-example" = "\"ショートステイ（宿泊型）\""))]
    pub name: Option<String>,
    /// The programme's limit on it.
    #[schemars(description = "このサービスの、使える時期", extend("x-range" = "表", "x-example" = "{ phrase = \"概ね生後4か月まで\", about_months = 4, source = \"…\" }"))]
    pub limit: Option<Limit>,
    /// Its fees; absent where none are printed.
    #[schemars(description = "料金。書いてなければ、表ごと書きません", extend("x-range" = "表", "x-example" = "[period.stay.fee]"))]
    pub fee: Option<Fees>,
    /// What it includes, in our words.
    #[serde(default)]
    #[schemars(description = "してもらえること", extend("x-range" = "0以上", "x-example" = "[{ text = \"食事が出ます。\", source = \"…\" }]"))]
    pub includes: Vec<Statement>,
}

/// How a preterm baby's age is counted.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct CorrectedAge {
    /// By how much the time is longer.
    #[schemars(required)]
    #[schemars(description = "早く生まれたとき、時期がどれだけ延びるか", extend("x-range" = "ことば", "x-example" = "\"from_due_date\""))]
    pub extension: Option<Extension>,
    /// `"document: place"`.
    #[schemars(required)]
    #[schemars(description = "出典", extend("x-range" = "文字", "x-example" = "\"leaflet: 表面「利用の流れ」3 予約\""))]
    pub source: Option<String>,
}

/// What is printed of those who need treatment.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct TreatmentRule {
    /// What it says.
    #[schemars(required)]
    #[schemars(description = "お母さんか赤ちゃんに治療が要るとき", extend("x-range" = "ことば", "x-example" = "\"excluded\""))]
    pub rule: Option<Treatment>,
    /// `"document: place"`.
    #[schemars(required)]
    #[schemars(description = "出典", extend("x-range" = "文字", "x-example" = "\"page: 「対象となる方」\""))]
    pub source: Option<String>,
}

/// A limit on the uses of one birth, of one service or shared by several.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Quota {
    /// The services that draw on it.
    #[serde(default)]
    #[schemars(description = "この上限で数えるサービス", extend("x-range" = "`\"stay\"` `\"day\"` `\"visit\"` から1つ以上", "x-needed" = "必ず", "x-example" = "[\"stay\", \"day\"]"))]
    pub services: Vec<Service>,
    /// With one child.
    #[schemars(required)]
    #[schemars(description = "赤ちゃんが1人のときの数", extend("x-range" = "1〜65535。単位は `unit`", "x-example" = "7"))]
    pub limit: Option<u16>,
    /// With two and more: a number, `"same"` or `"more_unprinted"`.
    #[schemars(required)]
    #[schemars(description = "多胎のときの数", extend("x-range" = "`limit` 以上の数か、ことば", "x-example" = "10"))]
    pub multiples: Option<WordOr<MultiplesLimit, u16>>,
    /// What is counted.
    #[schemars(required)]
    #[schemars(description = "何を数えるか", extend("x-range" = "ことば", "x-example" = "\"day\""))]
    pub unit: Option<Unit>,
    /// How a stay counts; needed where it draws on this limit.
    #[schemars(description = "宿泊の数え方", extend("x-range" = "ことば", "x-needed" = "`services` に `\"stay\"` があれば必ず。なければ書けません", "x-example" = "\"days\""))]
    pub stay_counts: Option<StayCounts>,
    /// How strictly it is meant.
    #[schemars(required)]
    #[schemars(description = "どれだけ固い決まりか", extend("x-range" = "ことば", "x-example" = "\"firm\""))]
    pub firmness: Option<Firmness>,
    /// `"document: place"`.
    #[schemars(required)]
    #[schemars(description = "出典", extend("x-range" = "文字", "x-example" = "\"page: 「利用日数・食事など」\""))]
    pub source: Option<String>,
}

/// Applying to the municipality.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Application {
    /// From this week of pregnancy on (妊娠n週0日).
    #[schemars(description = "申し込める最初の週（妊娠n週0日から）", extend("x-range" = "週、1〜40", "x-example" = "28"))]
    pub from_week: Option<u8>,
    /// Business days until she can book, 程度.
    #[schemars(description = "申し込んでから予約できるまで。「程度」として出します", extend("x-range" = "営業日、0〜255", "x-example" = "10"))]
    pub processing_business_days: Option<u8>,
    /// How long before a use it must be in.
    #[schemars(description = "使う日の何日前までに申し込むか", extend("x-range" = "表", "x-example" = "{ calendar_days_online = 14 }"))]
    pub lead: Option<Lead>,
    /// Ways to apply, the usual one first.
    #[serde(default)]
    #[schemars(description = "申し込み方。ふつうのものを先に", extend("x-range" = "ことばの並び", "x-example" = "[\"online\", \"counter\"]"))]
    pub ways: Vec<Via>,
    /// From when a facility takes a booking.
    #[schemars(required)]
    #[schemars(description = "いつから予約できるか", extend("x-range" = "ことば", "x-example" = "\"approval\""))]
    pub booking_from: Option<BookingFrom>,
    /// `"document: place"`.
    #[schemars(required)]
    #[schemars(description = "出典", extend("x-range" = "文字", "x-example" = "\"page: 「利用の流れ」(1)\""))]
    pub source: Option<String>,
}

/// How long before a use an application must be in: one of the two.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Lead {
    /// Business days, for each use, to the facility.
    #[schemars(description = "使うたびに、n営業日前までに施設へ（土・日・祝日は数えません）", extend("x-range" = "営業日、0〜255", "x-needed" = "どちらか1つ", "x-example" = "2"))]
    pub business_days_to_facility: Option<u8>,
    /// Calendar days, online; later at the counter.
    #[schemars(description = "n日前までにオンラインで（土・日・祝日も数えます）。窓口には、この期限はありません", extend("x-range" = "日、0〜255", "x-needed" = "どちらか1つ", "x-example" = "14"))]
    pub calendar_days_online: Option<u8>,
}

/// Cancelling in time.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Cancellation {
    /// The clock time on the day before, like "10:00".
    #[schemars(required)]
    #[schemars(description = "前の日の、何時か", extend("x-range" = "時刻", "x-example" = "\"10:00\""))]
    pub time: Option<String>,
    /// Whether the moment itself is in time.
    #[schemars(required)]
    #[schemars(description = "ちょうどその時刻は間に合うか", extend("x-range" = "ことば", "x-example" = "\"inclusive\""))]
    pub boundary: Option<Boundary>,
    /// The way, where printed.
    #[schemars(description = "連絡のしかた", extend("x-range" = "`\"online\"` `\"counter\"` `\"facility\"` `\"phone\"`", "x-example" = "\"phone\""))]
    pub via: Option<Via>,
    /// What holds where the day before is a day off.
    #[schemars(required)]
    #[schemars(description = "前の日が休みのとき", extend("x-range" = "ことば", "x-example" = "\"day_before_that\""))]
    pub day_off: Option<DayOff>,
    /// What a late one costs, in our words.
    #[schemars(required)]
    #[schemars(description = "遅れるとどうなるか。自分たちの言葉で", extend("x-range" = "文字", "x-example" = "\"キャンセル料がかかります。\""))]
    pub consequence: Option<String>,
    /// `"document: place"`.
    #[schemars(required)]
    #[schemars(description = "出典", extend("x-range" = "文字", "x-example" = "\"leaflet: 表面「利用料金」注記\""))]
    pub source: Option<String>,
}
