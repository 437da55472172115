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
    #[schemars(description = "ファイル名から `.toml` を取ったもの。アドレスにも使います", extend("x-range" = "小文字の英字・数字・ハイフン", "x-example" = "\"kita\""))]
    pub id: Option<String>,
    /// 全国地方公共団体コード, 6 digits with the check digit.
    #[schemars(required)]
    #[schemars(description = "全国地方公共団体コード。最後は検査数字です", extend("x-range" = "数字6けた。ほかのファイルと別", "x-example" = "\"131172\""))]
    pub code: Option<String>,
    /// The municipality: 「北区」.
    #[schemars(required)]
    #[schemars(description = "まちの名前", extend("x-range" = "文字", "x-example" = "\"北区\""))]
    pub name: Option<String>,
    /// Its reading in hiragana: 「きたく」.
    #[schemars(required)]
    #[schemars(description = "名前の読み", extend("x-range" = "ひらがな", "x-example" = "\"きたく\""))]
    pub reading: Option<String>,
    /// Its prefecture: 「東京都」.
    #[schemars(required)]
    #[schemars(description = "都道府県", extend("x-range" = "文字", "x-example" = "\"東京都\""))]
    pub prefecture: Option<String>,
    /// What the programme calls itself.
    #[schemars(required)]
    #[schemars(description = "事業の名前。資料のとおり", extend("x-range" = "文字", "x-example" = "\"北区 産後ケア\""))]
    pub title: Option<String>,
    /// The documents that facts are taken from; at least one.
    #[serde(default)]
    #[schemars(description = "もとの資料", extend("x-range" = "1つ以上", "x-needed" = "必ず", "x-example" = "[[document]]"))]
    pub document: Vec<Document>,
    /// Whom to ask, the first first.
    #[serde(default)]
    #[schemars(description = "聞くところ。はじめに聞くところを先に", extend("x-range" = "1つ以上（`association` のときは0でも）", "x-needed" = "必ず（`association` のときはなくてよい）", "x-example" = "[[contact]]"))]
    pub contact: Vec<Contact>,
    /// The rules, by periods that do not overlap. A file has these or `association`.
    #[serde(default)]
    #[schemars(description = "決まり", extend("x-range" = "1つ以上。日が重ならないこと", "x-needed" = "`association` がなければ必ず", "x-example" = "[[period]]"))]
    pub period: Vec<Period>,
    /// A group that may help and is no programme to apply for.
    #[schemars(description = "事業ではない、助けになる団体", extend("x-range" = "`period` と一緒には書けません", "x-example" = "[association]"))]
    pub association: Option<Association>,
}

/// A public document.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Document {
    /// The name by which a `source` points to it.
    #[schemars(required)]
    #[schemars(description = "`source` がこの資料を指す名前", extend("x-range" = "小文字の英字・数字・ハイフン。ファイルの中で1つ", "x-example" = "\"leaflet\""))]
    pub id: Option<String>,
    /// Its title as printed.
    #[schemars(required)]
    #[schemars(description = "題。資料のとおり", extend("x-range" = "文字", "x-example" = "\"産後ケア事業\""))]
    pub title: Option<String>,
    /// Who published it.
    #[schemars(required)]
    #[schemars(description = "出したところ", extend("x-range" = "文字", "x-example" = "\"練馬区\""))]
    pub publisher: Option<String>,
    /// Its public address, where one is known.
    #[schemars(description = "公開のアドレス", extend("x-range" = "`https://` か `http://` で始まる", "x-example" = "\"https://www.city.nerima.tokyo.jp/…\""))]
    pub url: Option<String>,
    /// Its edition.
    #[schemars(required)]
    #[schemars(description = "版", extend("x-range" = "表", "x-example" = "{ text = \"令和3年9月現在\", month = \"2021-09\" }"))]
    pub edition: Option<Edition>,
    /// The day on which its facts were last read in it: 2026-11-22.
    #[schemars(description = "資料を最後に見た日", extend("x-range" = "日", "x-example" = "2026-11-22"))]
    pub checked: Option<String>,
    /// A day after which it is not to be relied on.
    #[schemars(description = "この日を過ぎたら頼らない、という日。この日まではよい", extend("x-range" = "日", "x-example" = "2027-03-31"))]
    pub expires: Option<String>,
}

/// When a document was issued. Neither `date` nor `month`: it prints none.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table with `text` and perhaps `date` or `month`")]
pub struct Edition {
    /// As printed, or what can be said of an undated one.
    #[schemars(required)]
    #[schemars(description = "版の言い方。資料のとおり。日付がなければ、ないと書きます", extend("x-range" = "文字", "x-example" = "\"更新日:2024年4月1日\""))]
    pub text: Option<String>,
    /// The printed day: 2024-04-01.
    #[schemars(description = "書いてある日", extend("x-range" = "日。`month` と一緒には書けません", "x-example" = "2024-04-01"))]
    pub date: Option<String>,
    /// The printed month: "2021-09".
    #[schemars(description = "書いてある月。日がないとき", extend("x-range" = "`\"年-月\"`", "x-example" = "\"2021-09\""))]
    pub month: Option<String>,
}

/// An office that answers.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Contact {
    /// As printed.
    #[schemars(required)]
    #[schemars(description = "名前。資料のとおり", extend("x-range" = "文字", "x-example" = "\"北区保健サービス課 保健サービス係\""))]
    pub name: Option<String>,
    /// With area code and hyphens; absent where none is printed.
    #[schemars(description = "電話番号", extend("x-range" = "市外局番から、ハイフン2つ。10けた（050・070・080・090は11けた）", "x-example" = "\"03-3908-7050\""))]
    pub tel: Option<String>,
}

/// A group beside the municipalities' programmes.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct Association {
    /// 全国地方公共団体コード of the municipalities in which it works, 6 digits each.
    #[serde(default)]
    #[schemars(description = "活動しているまちの、全国地方公共団体コード", extend("x-range" = "数字6けたの並び、1つ以上。同じものは1回", "x-needed" = "必ず", "x-example" = "[\"011002\", \"012173\"]"))]
    pub covers: Vec<String>,
    /// What its page says of itself, in our words.
    #[serde(default)]
    #[schemars(description = "団体のページにあること", extend("x-range" = "0以上", "x-example" = "[[association.remarks]]"))]
    pub remarks: Vec<Remark>,
}
