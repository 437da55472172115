//! A facility as a rule file writes it: once, with its services below it. What is the same in all of them stands at the
//! facility, what differs at the service; a service's own value wins.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Booking, Elsewhere, Holidays, Limit, NameReading, Phone};

/// A place or midwife that gives care.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Facility {
    /// Unique in the file: small letters, digits and hyphens.
    #[schemars(required)]
    #[schemars(description = "名前", extend("x-range" = "小文字の英字・数字・ハイフン。期間の中で1つ", "x-example" = "\"futaba\""))]
    pub id: Option<String>,
    /// As printed, without layout.
    #[schemars(required)]
    #[schemars(description = "施設の名前。資料のとおり（改行などは取ります）", extend("x-range" = "文字", "x-example" = "\"ふたば助産院\""))]
    pub name: Option<String>,
    /// `"doubtful"` where the name looks misread.
    #[schemars(description = "名前が誤植に見えるか。`\"doubtful\"` は見える、`\"clear\"` は見えない（書かないのと同じ）", extend("x-range" = "ことば", "x-example" = "\"doubtful\""))]
    pub name_reading: Option<NameReading>,
    /// With area code and hyphens; absent where none is printed.
    #[schemars(description = "電話番号", extend("x-range" = "市外局番から、ハイフン2つ。10けた（050・070・080・090は11けた）", "x-example" = "\"0166-34-8803\""))]
    pub tel: Option<String>,
    /// Absent where none is printed.
    #[schemars(description = "メールアドレス", extend("x-range" = "`@` のある文字", "x-example" = "\"info@example.jp\""))]
    pub mail: Option<String>,
    /// What it says of itself, as tags in our words.
    #[serde(default)]
    #[schemars(description = "施設のよいところ。短く", extend("x-range" = "文字の並び", "x-example" = "[\"授乳と育児の相談\"]"))]
    pub tags: Vec<String>,
    /// What else is printed for those who use it, in our words.
    #[serde(default)]
    #[schemars(description = "そのほか、使う人に伝えること", extend("x-range" = "文字の並び", "x-example" = "[\"予約サイトがあります。\"]"))]
    pub remarks: Vec<String>,
    /// As printed; absent where none is.
    #[schemars(description = "住所。資料のとおり", extend("x-range" = "文字", "x-example" = "\"永山8条15丁目\""))]
    pub address: Option<String>,
    /// Its limit.
    #[schemars(description = "使える時期。`source` と `past_it` は書けません", extend("x-range" = "表", "x-example" = "{ phrase = \"産後45日まで\", through_day = 45 }"))]
    pub limit: Option<Limit>,
    /// Ways to book; absent where unprinted.
    #[schemars(description = "予約のしかた", extend("x-range" = "ことばの並び。同じものは1回", "x-example" = "[\"phone\", \"web\"]"))]
    pub booking: Option<Vec<Booking>>,
    /// When the phone is answered.
    #[schemars(description = "電話のつながる時間", extend("x-range" = "1つ以上。重ならないこと", "x-example" = "[{ days = \"火水木\", open = \"10:00\", close = \"17:00\" }]"))]
    pub hours: Option<Vec<Hours>>,
    /// Whether it is answered on public holidays; needed beside `hours`.
    #[schemars(description = "祝日に電話がつながるか", extend("x-range" = "ことば", "x-needed" = "`hours` があれば必ず。なければ書けません", "x-example" = "\"closed\""))]
    pub holidays: Option<Holidays>,
    /// Printed closures.
    #[schemars(description = "決まった休み", extend("x-range" = "並び。`hours` があるとき", "x-example" = "[{ from = \"12-29\", until = \"01-03\" }]"))]
    pub closed: Option<Vec<Closed>>,
    /// What is said of a phone without hours.
    #[schemars(description = "時間のない電話のこと", extend("x-range" = "ことば。`hours` と一緒には書けません", "x-example" = "\"no_bookings\""))]
    pub phone: Option<Phone>,
    /// Where its row stands: `"document: place"`.
    #[schemars(description = "施設の行の出典", extend("x-range" = "文字", "x-needed" = "ここか、サービスのほうに必ず", "x-example" = "\"leaflet: 裏面「利用できる施設」1行目\""))]
    pub source: Option<String>,
    /// 宿泊型.
    #[schemars(description = "宿泊型を行っている", extend("x-range" = "表（空でもよい）", "x-needed" = "3つのうち1つは必ず", "x-example" = "[period.facility.stay]"))]
    pub stay: Option<Offer>,
    /// 日帰り型.
    #[schemars(description = "日帰り型を行っている", extend("x-range" = "表（空でもよい）", "x-needed" = "3つのうち1つは必ず", "x-example" = "[period.facility.day]"))]
    pub day: Option<Offer>,
    /// 訪問型.
    #[schemars(description = "訪問型を行っている", extend("x-range" = "表（空でもよい）", "x-needed" = "3つのうち1つは必ず", "x-example" = "[period.facility.visit]"))]
    pub visit: Option<Offer>,
}

/// One service of a facility. An empty table says that it gives the service, with the facility's values.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Offer {
    /// As printed on this row.
    #[schemars(description = "住所。この行のとおり", extend("x-range" = "文字", "x-example" = "\"練馬区桜台4-32-8\""))]
    pub address: Option<String>,
    /// Its limit on this service.
    #[schemars(description = "このサービスの時期。`source` と `past_it` は書けません", extend("x-range" = "表", "x-example" = "{ phrase = \"生後6週まで\", through_weeks_old = 6 }"))]
    pub limit: Option<Limit>,
    /// Ways to book.
    #[schemars(description = "予約のしかた", extend("x-range" = "ことばの並び", "x-example" = "[\"web\"]"))]
    pub booking: Option<Vec<Booking>>,
    /// When the phone is answered; with any of `hours`, `holidays`, `closed`, `phone` here, none of the facility's holds.
    #[schemars(description = "電話のつながる時間。`hours` `holidays` `closed` `phone` のどれか1つでもここに書くと、施設の4つは使いません", extend("x-range" = "1つ以上", "x-example" = "[{ days = \"月\", open = \"09:00\", close = \"12:00\" }]"))]
    pub hours: Option<Vec<Hours>>,
    /// Whether it is answered on public holidays; needed beside `hours`.
    #[schemars(description = "祝日に電話がつながるか", extend("x-range" = "ことば", "x-needed" = "`hours` があれば必ず。なければ書けません", "x-example" = "\"closed\""))]
    pub holidays: Option<Holidays>,
    /// Printed closures.
    #[schemars(description = "決まった休み", extend("x-range" = "並び。`hours` があるとき", "x-example" = "[{ nth = 2, weekday = \"土\" }]"))]
    pub closed: Option<Vec<Closed>>,
    /// What is said of a phone without hours.
    #[schemars(description = "時間のない電話のこと", extend("x-range" = "ことば。`hours` と一緒には書けません", "x-example" = "\"hours_unprinted\""))]
    pub phone: Option<Phone>,
    /// Days on which care is given, like "火木金".
    #[schemars(description = "ケアを行う曜日（電話の曜日ではありません）", extend("x-range" = "曜日。同じ曜日は1回", "x-example" = "\"火木金\""))]
    pub care_days: Option<String>,
    /// What a user must meet.
    #[serde(default)]
    #[schemars(description = "使う人の条件", extend("x-range" = "0以上", "x-example" = "[{ text = \"この施設で産んだ人だけです。\" }]"))]
    pub conditions: Vec<Condition>,
    /// What else is printed of this service there, in our words.
    #[serde(default)]
    #[schemars(description = "そのほか、このサービスのこと", extend("x-range" = "文字の並び", "x-example" = "[\"パートナーも一緒に泊まれます。\"]"))]
    pub remarks: Vec<String>,
    /// Yen that it asks for a unit, where a fee builds on it.
    #[schemars(description = "施設の料金（1つ分）。料金の `of = \"facility\"` が使います", extend("x-range" = "円", "x-example" = "18000"))]
    pub price: Option<u32>,
    /// Where the row stands: `"document: place"`.
    #[schemars(description = "この行の出典", extend("x-range" = "文字", "x-needed" = "施設に書いていなければ必ず", "x-example" = "\"page: 施設の表 3行目\""))]
    pub source: Option<String>,
}

/// Hours that recur every week.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table with `days`, `open` and `close`")]
pub struct Hours {
    /// Days of the week, like "月火水木金".
    #[schemars(required)]
    #[schemars(description = "曜日", extend("x-range" = "月火水木金土日から。同じ曜日は1回", "x-example" = "\"月火水木金\""))]
    pub days: Option<String>,
    /// Like "09:00".
    #[schemars(required)]
    #[schemars(description = "始まり", extend("x-range" = "時刻", "x-example" = "\"09:00\""))]
    pub open: Option<String>,
    /// Like "16:30"; this minute itself is closed.
    #[schemars(required)]
    #[schemars(description = "終わり。この時刻ちょうどは、もうつながりません", extend("x-range" = "時刻。`open` より後、`\"24:00\"` まで", "x-example" = "\"16:30\""))]
    pub close: Option<String>,
}

/// A printed closure: `from` and `until`, or `nth` and `weekday`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table with `from` and `until`, or with `nth` and `weekday`")]
pub struct Closed {
    /// The first day of every year, like "12-29".
    #[schemars(description = "毎年の、休みの最初の日", extend("x-range" = "`\"月-日\"`", "x-needed" = "`until` と一緒に", "x-example" = "\"12-29\""))]
    pub from: Option<String>,
    /// The last day of every year, like "01-03".
    #[schemars(description = "毎年の、休みの最後の日。年をまたいでもかまいません", extend("x-range" = "`\"月-日\"`", "x-needed" = "`from` と一緒に", "x-example" = "\"01-03\""))]
    pub until: Option<String>,
    /// The month's n-th such weekday, 1 to 5.
    #[schemars(description = "毎月、第何", extend("x-range" = "1〜5", "x-needed" = "`weekday` と一緒に", "x-example" = "2"))]
    pub nth: Option<u8>,
    /// One day of the week, like "土".
    #[schemars(description = "何曜日", extend("x-range" = "月火水木金土日の1つ", "x-needed" = "`nth` と一緒に", "x-example" = "\"土\""))]
    pub weekday: Option<String>,
}

/// A printed condition. Without `postal`, no answer of hers settles it.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table with `text` and perhaps `postal` and `elsewhere`")]
pub struct Condition {
    /// In our words.
    #[schemars(required)]
    #[schemars(description = "文", extend("x-range" = "文字", "x-example" = "\"産後の入院から続けて使うときだけです。\""))]
    pub text: Option<String>,
    /// Beginnings of the postal codes that meet it, 3 to 7 digits each.
    #[schemars(description = "条件に合う郵便番号の、はじめの数字", extend("x-range" = "数字3〜7けたの並び、1つ以上。ハイフンなし", "x-example" = "[\"176\", \"1790071\"]"))]
    pub postal: Option<Vec<String>>,
    /// What another postal code means; needed beside `postal`.
    #[schemars(description = "ほかの郵便番号のとき", extend("x-range" = "ことば", "x-needed" = "`postal` があれば必ず。なければ書けません", "x-example" = "\"ask\""))]
    pub elsewhere: Option<Elsewhere>,
}
