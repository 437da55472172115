//! The result in Japanese: its sentence, what to do now, its foot.

use chrono::NaiveDate;

use crate::domain::age::LastDays;
use crate::domain::business_days::Certainty;
use crate::domain::calendar::days_after;
use crate::domain::deadlines::Deadline;
use crate::domain::household::Household;
use crate::domain::plan::{Note, Status};
use crate::domain::programme::Programme;
use crate::domain::service::{Service, Services};
use crate::domain::situation::Situation;
use crate::domain::text::has;
use crate::interview;
use crate::planner::Aim;
use crate::reading::{Ended, Headline, Open, Question};
use crate::words::PlanWords;
use crate::words::ja::Ja;
use crate::words::screens::{FrameWords, QuestionWords, ResultWords};

/// That one who applies today may be ready only after the last day.
pub const MAY_BE_TOO_LATE: &str = "間に合わないかもしれません";

impl ResultWords for Ja {
    fn answers(&self) -> &'static str {
        "あなたのこたえ"
    }

    fn change(&self) -> &'static str {
        "変える"
    }

    fn topic(&self, question: interview::Question) -> &'static str {
        use interview::Question;
        match question {
            Question::Baby => "赤ちゃん",
            Question::DueDate => "早く生まれた",
            Question::Babies => "人数",
            Question::Household => "税金",
            Question::Health => "治療",
            Question::Postal => "郵便番号",
            Question::Wish => "ほしいこと",
            Question::Applied => "申し込み",
        }
    }

    fn born_on(&self, birth: NaiveDate) -> String {
        [&self.short(birth), "生まれ"].concat()
    }

    fn due_on(&self, due: NaiveDate) -> String {
        [&self.short(due), "予定"].concat()
    }

    fn headline(&self, headline: Headline, programme: &Programme) -> String {
        match headline {
            Headline::NoRules => "今日の決まりは、手元の資料にありません".to_owned(),
            Headline::WillUse(services) => ["生まれたら、", &self.services(services), "を使えます"].concat(),
            Headline::CanUse(services) => [&self.services(services), "を使えます"].concat(),
            Headline::InTime(services) => [&self.services(services), "に間に合うか、確かめましょう"].concat(),
            Headline::MayUse(services) => [&self.services(services), "を使えるか、確かめましょう"].concat(),
            Headline::NotDuringTreatment => self.not_during_treatment().to_owned(),
            Headline::AllSpent => "決められた回数を、使いきりました".to_owned(),
            Headline::Over => [&programme.name, "の産後ケアを使える期間は、過ぎています"].concat(),
        }
    }

    fn spent(&self) -> &'static str {
        "決められた回数を使いきりました"
    }

    fn too_late_to_apply(&self, earliest: Option<NaiveDate>, today: NaiveDate) -> String {
        let earliest = earliest.map(|earliest| self.earliest_use(earliest, today)).unwrap_or_default();
        [&earliest, MAY_BE_TOO_LATE, "。"].concat()
    }

    fn may_be_too_late(&self) -> &'static str {
        MAY_BE_TOO_LATE
    }

    fn not_during_treatment(&self) -> &'static str {
        "治療が必要なあいだは、使えません"
    }

    fn when_not(&self, programme: &Programme) -> String {
        ["ほかに使える助けがあるか、", &self.whom_to_ask(programme), "に聞いてください。"].concat()
    }

    fn until(&self, days: LastDays, corrected: Option<NaiveDate>, today: NaiveDate) -> String {
        self.until_told(days, corrected, today, &|date| self.day(date, today))
    }

    fn corrected_until(&self, until: NaiveDate, today: NaiveDate) -> String {
        ["予定日から数えると", &self.day(until, today), "まで（要確認）"].concat()
    }

    fn last_day_after_birth(&self) -> &'static str {
        "最後に使える日は、生まれた日で決まります"
    }

    fn ended(&self, ended: Ended, today: NaiveDate) -> String {
        match ended {
            Ended::ByBirth(last) => [&self.day(last, today), "まででした"].concat(),
            Ended::ByDue(last) => ["予定日から数えても、", &self.day(last, today), "まででした"].concat(),
        }
    }

    fn in_time(&self) -> &'static str {
        "間に合うか要確認"
    }

    fn to_confirm(&self, until: &str) -> String {
        let confirm = self.status(Status::Confirm);
        if has(until, confirm) { until.to_owned() } else { [until, "（", confirm, "）"].concat() }
    }

    fn ill_today(&self) -> &'static str {
        "熱や感染症、急な乳腺炎のときは、今日は使えません。まず医療機関に電話してください。よくなったら、この案内のとおり使えます。"
    }

    fn warning(&self, note: &Note<'_>) -> &'static str {
        match note {
            Note::Clock(_) => "スマホの日付を確かめる",
            Note::RingAtOnce { .. } => "間に合うか、すぐ電話で聞く",
            Note::NotAProgramme => "まず窓口に聞く",
            Note::CorrectedAge => "早産：延ばすなら、予約の前に相談",
            Note::CorrectedAgeUnprinted => "早産：どれだけ延びるか、窓口に聞く",
            Note::BookingAfterBirth => "予約は、生まれてから",
            Note::TreatmentExcluded => "治療中：よくなったら、窓口に聞く",
            _ => "治療のこと：使えるか、窓口に聞く",
        }
    }

    fn next_deadline(&self) -> &'static str {
        "次の締め切り"
    }

    fn some_source_expired(&self) -> &'static str {
        "期限を過ぎた資料があります・電話で確認を"
    }

    fn some_source_old(&self) -> &'static str {
        "古い資料があります・電話で確認を"
    }

    fn some_source_undated(&self) -> &'static str {
        "日付のない資料があります・電話で確認を"
    }

    fn jumps_label(&self) -> &'static str {
        "この下にあるもの"
    }

    fn jumps(&self) -> [&'static str; 4] {
        ["施設", "予定", "持ち物", "印刷"]
    }

    fn now_heading(&self) -> &'static str {
        "今できること"
    }

    fn is_it_born(&self) -> &'static str {
        "赤ちゃんは生まれましたか。生まれた日を入れる"
    }

    fn reckoned_from_due_date(&self) -> &'static str {
        "ここの日付は予定日から数えています。入れるのは、いつでもかまいません。"
    }

    fn call_for(&self, name: &str, service: Service) -> String {
        [name, "に電話する（", self.service(service), "）"].concat()
    }

    fn call_for_baby_at_night(&self) -> &'static str {
        "夜や休日、赤ちゃんのことで迷ったら"
    }

    fn call_to_apply(&self) -> &'static str {
        "申し込みのことを聞く"
    }

    fn call_to_ask(&self, open: &[Open]) -> &'static str {
        match open {
            [] => "電話で聞く",
            [Open { question: Question::InTime, .. }, ..] => "間に合うか、電話で聞く",
            [one] => match one.question {
                Question::InTime => "間に合うか、電話で聞く",
                Question::Treatment => "使えるか、電話で聞く",
                Question::LastDay => "いつまで使えるか、電話で聞く",
                Question::Price => "料金を電話で聞く",
            },
            _ => "電話で確かめる",
        }
    }

    fn rung_for(&self, office: &str) -> String {
        [office, "の番号と、受付時間は、資料に書かれていません。"].concat()
    }

    fn page_of_town(&self) -> &'static str {
        "自治体のページを見る"
    }

    fn go_and_ask(&self, office: &str) -> String {
        [office, "に聞いてください。電話番号は資料に書かれていません。"].concat()
    }

    fn how_to_apply(&self) -> &'static str {
        "申し込みのしかたを見る"
    }

    fn apply_by(&self, deadline: &Deadline, aim: Aim, today: NaiveDate) -> String {
        self.apply_by_told(deadline, aim, &|day| self.day(day, today))
    }

    fn apply_from(&self, from: NaiveDate, today: NaiveDate) -> String {
        [&self.day(from, today), "から申し込めます。"].concat()
    }

    fn may_apply_now(&self) -> &'static str {
        "もう申し込めます。"
    }

    fn ready_about(&self, day: NaiveDate, today: NaiveDate) -> String {
        ["今日申し込むと、", &self.day(day, today), "ごろに使えるようになります。"].concat()
    }

    fn approved_about(&self, day: NaiveDate, today: NaiveDate) -> String {
        ["今日申し込むと、", &self.day(day, today), "ごろに承認が届きます。使えるのは、生まれてからです。"].concat()
    }

    fn booking_after_approval(&self) -> &'static str {
        "施設の予約は、承認が届いてからです。"
    }

    fn nobody_now(&self) -> &'static str {
        "いま電話がつながる施設は、ありません。次につながるのはここです。"
    }

    fn office_hours_unprinted(&self) -> &'static str {
        "受付時間は、資料に書かれていません。"
    }

    fn ask_about(&self, open: &[Open], situation: &Situation) -> String {
        let asked: Vec<String> = open.iter().map(|one| self.asked(*one, situation)).collect();
        [&asked.join("、"), "を聞きます。"].concat()
    }

    fn earliest_use(&self, earliest: NaiveDate, today: NaiveDate) -> String {
        ["今から申し込むと、早くて", &self.day(earliest, today), "です。"].concat()
    }

    fn items_heading(&self) -> &'static str {
        "用意するもの"
    }

    fn items_with_count(&self, count: usize) -> String {
        [self.items_heading(), "（", &count.to_string(), "）"].concat()
    }

    fn items_to_apply(&self) -> &'static str {
        "申し込むとき"
    }

    fn items_to_use(&self) -> &'static str {
        "使う日"
    }

    fn foot_heading(&self) -> &'static str {
        "知っておくこと・もとの資料"
    }

    fn notes_heading(&self) -> &'static str {
        "知っておくこと"
    }

    fn printed_notes(&self, programme: &Programme, count: usize) -> String {
        [&programme.name, "の案内にあること（", &count.to_string(), "）"].concat()
    }

    fn sources_heading(&self) -> &'static str {
        "もとの資料"
    }

    fn checked(&self, day: NaiveDate) -> String {
        [&self.short(day), "に読みました"].concat()
    }

    fn later(&self) -> &'static str {
        "日にちと合計を考える"
    }

    fn later_coming(&self) -> &'static str {
        "読みこんでいます。"
    }

    fn later_failed(&self) -> &'static str {
        "読みこめませんでした。電波のあるところで、もう一度ためしてください。"
    }

    fn calendar(&self, official_until: i32) -> String {
        ["祝日は、", &official_until.to_string(), "年末までは国が決めた日です。その先は予定です。"].concat()
    }

    fn steps_heading(&self) -> &'static str {
        "使うまでの流れ"
    }

    fn all_steps(&self) -> &'static str {
        "流れと日にちをぜんぶ見る"
    }

    fn steps_when_approved(&self) -> &'static str {
        "承認されているので、申請と承認のところは、すんでいます。"
    }

    fn cancel_heading(&self) -> &'static str {
        "キャンセル"
    }
}

impl Ja {
    /// Several services, by their names.
    pub(super) fn services(&self, services: Services) -> String {
        self.names(&services.iter().map(|service| self.service(service)).collect::<Vec<&str>>())
    }

    /// What is open, as what is asked.
    fn asked(&self, open: Open, situation: &Situation) -> String {
        let services = self.services(open.services);
        match open.question {
            Question::InTime => [&services, "に間に合うか"].concat(),
            Question::Treatment => "治療のことで使えるか".to_owned(),
            Question::LastDay => [&services, "をいつまで使えるか"].concat(),
            Question::Price => [&self.who_pays(situation), &services, "の料金"].concat(),
        }
    }

    /// Of whom a price is asked: 「ふたごの」「住民税非課税の」, nothing where nothing is special.
    pub(super) fn who_pays(&self, situation: &Situation) -> String {
        let household = match situation.household {
            Household::TaxExempt => "住民税非課税の",
            Household::PublicAssistance => "生活保護の",
            Household::General | Household::Unknown => "",
        };
        let babies = situation.babies;
        let many = if babies.are_multiples() { [self.babies(babies), "の"].concat() } else { String::new() };
        [household, &many].concat()
    }

    /// By when to apply, so as to be in time for it; each day told by `day`.
    pub(super) fn apply_by_told(&self, deadline: &Deadline, aim: Aim, day: &dyn Fn(NaiveDate) -> String) -> String {
        let about = if deadline.certainty == Certainty::About { "ごろ" } else { "" };
        let aim = match aim {
            Aim::Day(chosen) => [&day(chosen), "に使うなら、"].concat(),
            Aim::LastDay(service) => [self.service(service), "を最後の日まで使うなら、"].concat(),
        };
        [&aim, &day(deadline.at.date()), about, "までに申し込みます。"].concat()
    }

    /// Until when, each day told by `day`.
    ///
    /// A day that has passed is no last day: then what carries farther is told, the age `corrected` by the due date, or that
    /// it may be longer.
    pub(super) fn until_told(
        &self,
        days: LastDays,
        corrected: Option<NaiveDate>,
        today: NaiveDate,
        day: &dyn Fn(NaiveDate) -> String,
    ) -> String {
        if let Some(past) = days.possible().filter(|possible| *possible < today) {
            return match corrected {
                Some(corrected) => ["予定日から数えると", &day(corrected), "まで（要確認）"].concat(),
                None => ["生まれた日からは", &day(past), "まで。延びるかは要確認"].concat(),
            };
        }
        match (days.sure().filter(|sure| today <= *sure), days.possible()) {
            (Some(sure), Some(possible)) if sure == possible => [&day(sure), "まで"].concat(),
            (Some(sure), Some(possible)) if days_after(sure, 1) == possible => {
                [&day(sure), "まで確実、", &day(possible), "は要確認"].concat()
            }
            (Some(sure), Some(possible)) => [&day(sure), "まで確実、", &day(possible), "までは要確認"].concat(),
            (Some(sure), None) => [&day(sure), "まで確実、そのあとは要確認"].concat(),
            (None, Some(possible)) => [&day(possible), "まで（要確認）"].concat(),
            (None, None) => "いつまでかは要確認".to_owned(),
        }
    }
}
