//! The questions in Japanese.

use chrono::{Datelike, NaiveDate};

use crate::domain::household::{Babies, Household};
use crate::domain::plan::ClockDoubt;
use crate::domain::programme::Programme;
use crate::domain::situation::{Applied, MedicalCare};
use crate::interview::typed::{DateField, DateProblem, Era};
use crate::interview::{BabyProblem, Question, Wish};
use crate::words::PlanWords;
use crate::words::ja::Ja;
use crate::words::screens::{QuestionWords, StartWords};

/// Days from the first day of pregnancy (0 weeks 0 days) to the due date.
const PREGNANCY_DAYS: i64 = 280;

impl QuestionWords for Ja {
    fn questions_left(&self, count: usize) -> String {
        match count {
            0 | 1 => "これで最後です".to_owned(),
            _ => ["あと", &count.to_string(), "問です"].concat(),
        }
    }

    fn question(&self, question: Question, programme: &Programme) -> String {
        match question {
            Question::Baby => self.baby_question().to_owned(),
            Question::DueDate => "予定日より早く生まれましたか".to_owned(),
            Question::Babies => "赤ちゃんは何人ですか".to_owned(),
            Question::Household => "世帯の住民税は、どれですか".to_owned(),
            Question::Health => "いま、治療が必要ですか".to_owned(),
            Question::Postal => "おうちの郵便番号は".to_owned(),
            Question::Wish => "いちばんほしいことは".to_owned(),
            Question::Applied => ["もう", &programme.name, "に申し込みましたか"].concat(),
        }
    }

    fn question_hint(&self, question: Question) -> &'static str {
        match question {
            Question::Baby | Question::Babies => "",
            Question::DueDate => "早く生まれた赤ちゃんは、長く使えることがあります。",
            Question::Household => "料金が変わります。住民税の決定通知書か、課税（非課税）証明書に書いてあります。",
            Question::Health => "お母さんか赤ちゃん、どちらかでも。",
            Question::Postal => "住んでいる地域で、来てもらえるかどうかが変わる施設があります。",
            Question::Wish => "近いものから順に出します。ほかのものも、消えません。",
            Question::Applied => "使えるようになる日が変わります。",
        }
    }

    fn asked_again(&self) -> &'static str {
        "前に入れた日から時間がたったので、お聞きします。"
    }

    fn born_question(&self) -> &'static str {
        "赤ちゃんの誕生日は、いつですか"
    }

    fn expected_question(&self) -> &'static str {
        "出産予定日は、いつですか"
    }

    fn year_hint(&self) -> &'static str {
        "年は、2026でも、令和8でも、8だけでもかまいません。"
    }

    fn date_field(&self, field: DateField) -> &'static str {
        match field {
            DateField::Year => "年",
            DateField::Month => "月",
            DateField::Day => "日",
        }
    }

    fn take_answer(&self) -> &'static str {
        "これで進む"
    }

    fn echo_birth(&self, birth: NaiveDate, today: NaiveDate) -> String {
        if birth == today {
            return [&self.short(birth), "生まれ・今日"].concat();
        }
        [&self.short(birth), "生まれ・今日で", &self.age(birth, today)].concat()
    }

    fn echo_due(&self, due: NaiveDate, today: NaiveDate) -> String {
        let to_go = due.signed_duration_since(today).num_days();
        let day = self.short(due);
        match PREGNANCY_DAYS.saturating_sub(to_go) {
            passed @ 0.. if to_go >= 0 => {
                let (weeks, days) = (passed.div_euclid(7).to_string(), passed.rem_euclid(7).to_string());
                [&day, "予定・今日で妊娠", &weeks, "週", &days, "日"].concat()
            }
            _ => [&day, "予定"].concat(),
        }
    }

    fn date_problem(&self, problem: DateProblem, typed: &str) -> String {
        let typed: String = typed.trim().chars().take(MOST_REPEATED).collect();
        match problem {
            DateProblem::Empty(field) => [self.date_field(field), "を入れてください。"].concat(),
            DateProblem::NotANumber(field) => ["「", &typed, "」は読みとれません。", right(field)].concat(),
            DateProblem::EraYear(era) => {
                let name = match era {
                    Era::Showa => "昭和",
                    Era::Heisei => "平成",
                    Era::Reiwa => "令和",
                };
                ["年を確かめてください。", name, "は1年から", &era.last_year().to_string(), "年までです。"].concat()
            }
            DateProblem::YearForm => ["「", &typed, "」は年になりません。", right(DateField::Year)].concat(),
            DateProblem::Month => ["「", &typed, "」は月になりません。", right(DateField::Month)].concat(),
            DateProblem::Day { month, last } => {
                [&month.to_string(), "月は", &last.to_string(), "日までです。日を確かめてください。"].concat()
            }
            DateProblem::NotLeapYear { year } => {
                [&year.to_string(), "年の2月は28日までです。日を確かめてください。"].concat()
            }
        }
    }

    fn far_year(&self, year: i32, today: NaiveDate) -> String {
        [&year.to_string(), "年は、今日から離れすぎています。年を確かめてください", &self.this_year(today)].concat()
    }

    fn clock_doubt(&self, doubt: ClockDoubt, programme: &Programme) -> String {
        // As the phone shows it.
        let day = |day: NaiveDate| [&day.year().to_string(), "年", &self.without_year(day)].concat();
        let office = self.whom_to_ask(programme);
        let if_right = "日付の設定を確かめてください。日付が正しいときは、決まりが変わっているかもしれません。";
        match doubt {
            ClockDoubt::Behind(today) => [
                "スマホの日付が",
                &day(today),
                "になっています。資料を読んだ日より前なので、正しくないようです。日付の設定を確かめてください。",
            ]
            .concat(),
            ClockDoubt::PastRules(today, end) => [
                "スマホの日付は",
                &day(today),
                "です。この案内の決まりは",
                &day(end),
                "までのものです。",
                if_right,
                &office,
                "に聞いてください。",
            ]
            .concat(),
            ClockDoubt::PastReading(today, read) => [
                "スマホの日付は",
                &day(today),
                "です。この案内の資料を読んだ日は",
                &day(read),
                "で、1年以上前です。",
                if_right,
                &office,
                "に聞いてください。",
            ]
            .concat(),
        }
    }

    fn baby_problem(&self, problem: BabyProblem, date: NaiveDate, today: NaiveDate) -> String {
        let day =
            [&date.year().to_string(), "年", &date.month().to_string(), "月", &date.day().to_string(), "日"].concat();
        let this_year = || self.this_year(today);
        match problem {
            BabyProblem::BornInFuture => {
                [day.as_str(), "は、今日より先の日です。まだ生まれていないときは、もどって「いいえ」を選んでください。"]
                    .concat()
            }
            BabyProblem::BornTooLongAgo => [
                &day,
                "は、2年より前の日です。産後ケアの期間を過ぎています。赤ちゃんが生まれた年を入れてください",
                &this_year(),
            ]
            .concat(),
            BabyProblem::DueTooFar => [&day, "は、先すぎる日です。年を確かめてください", &this_year()].concat(),
            BabyProblem::DueLongPast => {
                [&day, "から、大きく過ぎています。もう生まれたときは、もどって「はい」を選んでください。"].concat()
            }
            BabyProblem::DueFarFromBirth => {
                [&day, "は、赤ちゃんの誕生日と離れすぎています。予定日を確かめてください。"].concat()
            }
        }
    }

    fn unknown(&self) -> &'static str {
        "わからない"
    }

    fn not_preterm(&self) -> &'static str {
        "いいえ"
    }

    fn not_preterm_hint(&self) -> &'static str {
        "予定日のころか、そのあとに生まれた"
    }

    fn preterm_hint(&self) -> &'static str {
        "予定日を入れます"
    }

    fn preterm(&self) -> &'static str {
        "はい"
    }

    fn due_date(&self) -> &'static str {
        "出産予定日"
    }

    fn babies(&self, babies: Babies) -> &'static str {
        match babies.get() {
            1 => "ひとり",
            2 => "ふたご",
            _ => "みつご以上",
        }
    }

    fn babies_hint(&self, babies: Babies) -> &'static str {
        if babies.get() > 2 {
            "料金は3人で計算します。4人からは窓口に聞いてください。"
        } else {
            ""
        }
    }

    fn household(&self, household: Household) -> &'static str {
        match household {
            Household::General => "住民税を払っている",
            Household::TaxExempt => "住民税が非課税",
            Household::PublicAssistance => "生活保護を受けている",
            Household::Unknown => self.unknown(),
        }
    }

    fn medical_care(&self, care: MedicalCare) -> &'static str {
        match care {
            MedicalCare::No => "いいえ、特にない",
            MedicalCare::Needed => "はい、治療中",
            MedicalCare::IllToday => "今日、熱などがある",
            MedicalCare::Unknown => self.unknown(),
        }
    }

    fn medical_care_hint(&self, care: MedicalCare) -> &'static str {
        match care {
            MedicalCare::No | MedicalCare::Unknown => "",
            MedicalCare::Needed => "入院や、医療の処置が必要",
            MedicalCare::IllToday => "かぜ、感染症、胸の強い痛みやしこり",
        }
    }

    fn wish(&self, wish: Wish) -> &'static str {
        match wish {
            Wish::Sleep => "眠りたい",
            Wish::Feeding => "授乳・おっぱいのこと",
            Wish::Learning => "赤ちゃんのお世話を習いたい",
            Wish::AtHome => "家に来てほしい",
            Wish::Talking => "話を聞いてほしい",
            Wish::Nothing => "まだわからない",
        }
    }

    fn wish_in_tags(&self, wish: Option<Wish>) -> &'static [&'static str] {
        match wish {
            Some(Wish::Sleep) => &["休", "ゆっくり過ごせる", "疲れ"],
            Some(Wish::Feeding) => &["授乳", "母乳", "乳房", "卒乳", "桶谷", "ミルクの相談"],
            Some(Wish::Learning) => &["育児", "多胎"],
            Some(Wish::Talking) => &["話を聞く", "聞く", "なんでも相談", "困りごと", "カウンセリング"],
            Some(Wish::AtHome | Wish::Nothing) | None => &[],
        }
    }

    fn applied(&self, applied: Applied) -> &'static str {
        match applied {
            Applied::Yes => "はい、承認ずみ",
            Applied::No => "まだ",
            Applied::Unknown => self.unknown(),
        }
    }

    fn applied_hint(&self, applied: Applied) -> &'static str {
        match applied {
            Applied::Yes => "承認のメールや通知が届いた",
            Applied::No => "申し込んで、返事を待っているときも",
            Applied::Unknown => "",
        }
    }

    fn postal_code(&self) -> &'static str {
        "郵便番号（7けた）"
    }

    fn postal_problem(&self, example: &str) -> String {
        let example = if example.is_empty() { String::new() } else { ["例：", &hyphened(example)].concat() };
        ["7けたの数字で入れてください。", &example].concat()
    }

    fn postal_looked_up(&self) -> &'static str {
        "郵便番号を確かめています。"
    }

    fn postal_of_others(&self, code: &str, towns: &str, programme: &Programme) -> String {
        let own = &programme.name;
        [&hyphened(code), "は、", towns, "の郵便番号です。", own, "の郵便番号を入れてください。"].concat()
    }
}

/// A postal code as it is written: 「178-0063」.
fn hyphened(code: &str) -> String {
    code.split_at_checked(3).map(|(area, rest)| [area, "-", rest].concat()).unwrap_or_default()
}

/// How much of what she typed is said back to her.
const MOST_REPEATED: usize = 20;

/// What would be right in a field of a date.
fn right(field: DateField) -> &'static str {
    match field {
        DateField::Year => "年は、2026か令和8のように入れてください。",
        DateField::Month => "月は、1から12の数字で入れてください。",
        DateField::Day => "日は、1から31の数字で入れてください。",
    }
}

impl Ja {
    /// 「（今年は、2026年、令和8年です）。」
    fn this_year(&self, today: NaiveDate) -> String {
        let reiwa = self.short(today);
        let reiwa = reiwa.split('年').next().unwrap_or_default();
        ["（今年は、", &today.year().to_string(), "年、", reiwa, "年です）。"].concat()
    }

    /// 「令和8年8月1日」.
    pub(super) fn short(&self, date: NaiveDate) -> String {
        let full = self.date_with_year(date);
        full.split('（').next().unwrap_or_default().to_owned()
    }
}
