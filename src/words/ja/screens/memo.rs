//! The memo in Japanese.

use chrono::NaiveDate;

use crate::domain::deadlines::BookingFrom;
use crate::domain::plan::Plan;
use crate::domain::programme::Service;
use crate::domain::situation::{Applied, Baby, Situation};
use crate::interview::Wish;
use crate::planner::{Call, Wanted, Whom, siblings_are_settled};
use crate::words::PlanWords;
use crate::words::ja::Ja;
use crate::words::screens::{KeepingWords, MemoWords, QuestionWords};

impl MemoWords for Ja {
    fn memo_heading(&self) -> &'static str {
        "電話で言うこと"
    }

    fn memo_lead(&self) -> &'static str {
        "電話がつながったら、このまま読めば伝わります。"
    }

    fn memo_to(&self, to: Whom<'_>, plan: &Plan<'_>) -> String {
        match to {
            Whom::Office => ["電話するところ：", &self.office_and_phone(plan.programme)].concat(),
            Whom::Facility(facility) => ["電話するところ：", &self.facility_and_phone(facility)].concat(),
            Whom::Undecided => "電話するところ：使いたい施設".to_owned(),
        }
    }

    fn memo(
        &self,
        call: &Call<'_>,
        plan: &Plan<'_>,
        situation: &Situation,
        wish: Option<Wish>,
        today: NaiveDate,
    ) -> Vec<String> {
        let mut lines = vec![["もしもし。", &plan.programme.name, "の産後ケアのことで電話しました。"].concat()];
        let twins = situation.babies.are_multiples();
        let many = self.babies(situation.babies);
        lines.push(match situation.baby {
            Baby::Born { birth, .. } => {
                let many = if twins { [many, "で、"].concat() } else { String::new() };
                [
                    &self.day(birth, today),
                    "に生まれた赤ちゃんがいます。",
                    &many,
                    "今日で",
                    &self.age(birth, today),
                    "です。",
                ]
                .concat()
            }
            Baby::Expected { due } => {
                let many = if twins { [many, "です。"].concat() } else { String::new() };
                ["妊娠中で、予定日は", &self.day(due, today), "です。", &many].concat()
            }
        });
        lines.extend(wish.map(|wish| self.wish_said(wish).to_owned()).filter(|said| !said.is_empty()));
        let wanted: Vec<String> = call.uses.iter().map(|wanted| self.wanted(wanted, call.to, today)).collect();
        lines.push(match wanted.as_slice() {
            [] => "どんなふうに使えるか、教えてください。".to_owned(),
            wanted => [&wanted.join("と、"), "使いたいです。"].concat(),
        });
        lines.extend(match call.to {
            Whom::Office => asked_of_office(situation.applied),
            Whom::Facility(_) | Whom::Undecided => asked_of_facility(call, situation),
        });
        lines
    }

    fn copy_memo(&self) -> &'static str {
        "メモをコピーする"
    }

    fn memo_questions_heading(&self) -> &'static str {
        "聞かれること・聞くこと"
    }

    fn memo_questions(&self, to: Whom<'_>, plan: &Plan<'_>, situation: &Situation) -> Vec<String> {
        let approval = plan.rules.map(|rules| rules.application.value.booking_from);
        let number = match approval {
            Some(BookingFrom::Approval | BookingFrom::Birth) if to != Whom::Office => "、承認の番号",
            _ => "",
        };
        let baby = match situation.baby {
            Baby::Born { .. } => "、赤ちゃんの名前",
            Baby::Expected { .. } => "、予定日",
        };
        let named = ["お母さんの名前、住所、電話番号", baby, number, "を聞かれます。"].concat();
        if to == Whom::Office {
            return vec![named, "用意するものと、承認が届くまでの日数を聞いておきます。".to_owned()];
        }
        let mut questions = vec![
            named,
            "母乳かミルクか、お母さんの体調も聞かれることがあります。".to_owned(),
            "持ち物と、別にかかるお金を聞いておきます。".to_owned(),
        ];
        if !siblings_are_settled(plan) {
            questions.push("上の子を連れて行けるか、聞いておきます。".to_owned());
        }
        questions
    }
}

/// What the office is asked.
fn asked_of_office(applied: Applied) -> Vec<String> {
    let asked = match applied {
        Applied::No => "申し込みは、これからです。申し込みのしかたと、いつから使えるかを教えてください。",
        Applied::Unknown => {
            "申し込みが済んでいるか、わかりません。済んでいないときの申し込みのしかたも、教えてください。"
        }
        // Approved, and the baby is not born.
        Applied::Yes => "申し込みは、済んでいます。生まれたら、どうやって予約すればいいですか。",
    };
    vec![asked.to_owned()]
}

/// What a facility is asked.
fn asked_of_facility(call: &Call<'_>, situation: &Situation) -> Vec<String> {
    let mut days = call.uses.iter().flat_map(|wanted| &wanted.days);
    let one = days.next();
    let is_one = days.all(|day| Some(day) == one);
    let without_day = call.uses.iter().any(|wanted| wanted.days.is_empty());
    let when = match (situation.baby, one, is_one, without_day) {
        (Baby::Expected { .. }, ..) => "予約は、いつからできますか。",
        (_, None, ..) => "いつなら空いていますか。",
        (_, _, true, false) => "その日は空いていますか。",
        (_, _, false, false) => "どの日も空いていますか。",
        _ => "その日は空いていますか。ほかは、いつなら空いていますか。",
    };
    let mut lines = vec![when.to_owned()];
    lines.extend(
        call.unsettled
            .iter()
            .map(|condition| ["「", &condition.text, "」と読みましたが、わたしも使えますか。"].concat()),
    );
    lines.extend(match situation.applied {
        Applied::Yes => Some("申し込みは、済んでいます。".to_owned()),
        Applied::No => Some("申し込みは、これからです。".to_owned()),
        Applied::Unknown => None,
    });
    lines
}

impl Ja {
    /// What she wants most, as she would say it.
    fn wish_said(&self, wish: Wish) -> &'static str {
        match wish {
            Wish::Sleep => "ゆっくり眠れるところを、さがしています。",
            Wish::Feeding => "授乳やおっぱいのことで、相談したいです。",
            Wish::Learning => "赤ちゃんのお世話を、教えてほしいです。",
            Wish::AtHome => "家に来ていただきたいです。",
            Wish::Talking => "話を聞いていただきたいです。",
            Wish::Nothing => "",
        }
    }

    /// 「12月2日（水）から宿泊型を1泊2日」「日帰り型を4日」「宿泊型1泊2日を2回」, with the place where another is told of it.
    fn wanted(&self, wanted: &Wanted<'_>, to: Whom<'_>, today: NaiveDate) -> String {
        let mut days: Vec<String> = wanted.days.iter().map(|day| self.day(*day, today)).collect();
        // Two on one day are told by how many they are.
        days.dedup();
        let from = match wanted.service {
            _ if days.is_empty() => "",
            Service::Stay => "から",
            Service::DayCare | Service::HomeVisit => "に",
        };
        let place = wanted.facility.filter(|_| to == Whom::Office).map(|facility| [&facility.name, "で"].concat());
        let (service, length) = (self.service(wanted.service), self.length(wanted.service, wanted.length));
        let times = wanted.times.to_string();
        let (length, times) = match (wanted.service, wanted.times) {
            (Service::Stay, 1) => ("", length),
            (Service::Stay, _) => (length.as_str(), [&times, "回"].concat()),
            (Service::DayCare, _) => ("", [&times, "日"].concat()),
            (Service::HomeVisit, _) => ("", [&times, "回"].concat()),
        };
        [&days.join("、"), from, &place.unwrap_or_default(), service, length, "を", &times].concat()
    }
}
