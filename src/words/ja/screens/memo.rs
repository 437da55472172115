//! The memo in Japanese.

use chrono::NaiveDate;

use crate::domain::plan::Plan;
use crate::domain::service::Service;
use crate::domain::situation::{Applied, Baby, MedicalCare, Situation};
use crate::interview::Wish;
use crate::reading::{Call, Case, Open, Question, Wanted, Whom, siblings_are_settled};
use crate::words::PlanWords;
use crate::words::ja::Ja;
use crate::words::screens::{KeepingWords, MemoWords, QuestionWords, ServiceWords};

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

    fn memo(&self, call: &Call<'_>, case: &Case<'_>) -> Vec<String> {
        let (plan, situation, today) = (&case.plan, &case.situation, case.today());
        let mut lines = vec![["もしもし。", &plan.programme.name, "の産後ケアのことで電話しました。"].concat()];
        lines.push(self.baby_said(situation, today));
        let due = situation.baby.preterm_due();
        lines.extend(due.map(|due| ["予定日は", &self.day(due, today), "で、早く生まれました。"].concat()));
        lines.extend(case.wish.map(|wish| self.wish_said(wish).to_owned()).filter(|said| !said.is_empty()));
        let wanted: Vec<String> = call.uses.iter().map(|wanted| self.wanted(wanted, call.to, today)).collect();
        match wanted.as_slice() {
            [] if call.only_asks => {}
            [] => lines.push("どんなふうに使えるか、教えてください。".to_owned()),
            wanted => lines.push([&wanted.join("と、"), "使いたいです。"].concat()),
        }
        lines.extend(self.used_so_far(call, case));
        lines.extend(call.open.iter().map(|open| self.asked_aloud(*open, situation)));
        match call.to {
            Whom::Office if call.only_asks => {}
            Whom::Office => lines.push(asked_of_office(case).to_owned()),
            Whom::Facility(_) | Whom::Undecided => lines.extend(asked_of_facility(call, case)),
        }
        lines
    }

    fn left_out(&self, uses: usize) -> String {
        ["予定のうち", &uses.to_string(), "つは、回数や日にちが合わないので、ここに入れていません。"].concat()
    }

    fn copy_memo(&self) -> &'static str {
        "メモをコピーする"
    }

    fn memo_questions_heading(&self) -> &'static str {
        "聞かれること・聞くこと"
    }

    fn memo_questions(&self, call: &Call<'_>, case: &Case<'_>) -> Vec<String> {
        let approves_first = case.plan.rules.is_some_and(|rules| rules.application.value.approves_first());
        let number = if approves_first && call.to != Whom::Office { "、承認の番号" } else { "" };
        let baby = match case.situation.baby {
            Baby::Born { .. } => "、赤ちゃんの名前",
            Baby::Expected { .. } => "、予定日",
        };
        let named = ["お母さんの名前、住所、電話番号", baby, number, "を聞かれます。"].concat();
        let asked: &[&str] = match call.to {
            Whom::Office if call.only_asks => &[],
            Whom::Office if approves_first => &["用意するものと、承認が届くまでの日数を聞いておきます。"],
            Whom::Office => &["用意するものと、使えるまでの日数を聞いておきます。"],
            Whom::Facility(_) | Whom::Undecided => &[
                "母乳かミルクか、お母さんの体調も聞かれることがあります。",
                "持ち物と、別にかかるお金を聞いておきます。",
            ],
        };
        let siblings = call.to != Whom::Office && !siblings_are_settled(&case.plan);
        let siblings = siblings.then(|| "上の子を連れて行けるか、聞いておきます。".to_owned());
        [named].into_iter().chain(asked.iter().map(|asked| (*asked).to_owned())).chain(siblings).collect()
    }
}

/// What the office is asked.
fn asked_of_office(case: &Case<'_>) -> &'static str {
    let approves_first = case.plan.rules.is_some_and(|rules| rules.application.value.approves_first());
    match case.situation.applied {
        _ if !approves_first => "使いはじめるまでに何をすればいいか、どこで使えるかを教えてください。",
        Applied::No => "申し込みは、これからです。申し込みのしかたと、いつから使えるかを教えてください。",
        Applied::Unknown => {
            "申し込みが済んでいるか、わかりません。済んでいないときの申し込みのしかたも、教えてください。"
        }
        // Approved, and the baby is not born.
        Applied::Yes => "申し込みは、済んでいます。生まれたら、どうやって予約すればいいですか。",
    }
}

/// What a facility is asked.
fn asked_of_facility(call: &Call<'_>, case: &Case<'_>) -> Vec<String> {
    let mut days = call.uses.iter().flat_map(|wanted| &wanted.days);
    let one = days.next();
    let is_one = days.all(|day| Some(day) == one);
    let without_day = call.uses.iter().any(|wanted| wanted.days.is_empty());
    let when = match (case.situation.baby, one, is_one, without_day) {
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
    let approves_first = case.plan.rules.is_some_and(|rules| rules.application.value.approves_first());
    lines.extend(match case.situation.applied {
        Applied::Yes if approves_first => Some("申し込みは、済んでいます。".to_owned()),
        Applied::No if approves_first => Some("申し込みは、これからです。".to_owned()),
        _ => None,
    });
    lines
}

impl Ja {
    /// Her baby, as she would say it.
    fn baby_said(&self, situation: &Situation, today: NaiveDate) -> String {
        let twins = situation.babies.are_multiples();
        let many = self.babies(situation.babies);
        match situation.baby {
            Baby::Born { birth, .. } => {
                let many = if twins { [many, "で、"].concat() } else { String::new() };
                let (born, age) = (self.day(birth, today), self.age(birth, today));
                [&born, "に生まれた赤ちゃんがいます。", &many, "今日で", &age, "です。"].concat()
            }
            Baby::Expected { due } => {
                let many = if twins { [many, "です。"].concat() } else { String::new() };
                ["妊娠中で、予定日は", &self.day(due, today), "です。", &many].concat()
            }
        }
    }

    /// What is left of each service that she wants, where she has used any.
    fn used_so_far(&self, call: &Call<'_>, case: &Case<'_>) -> Option<String> {
        let wants = |service: Service| call.uses.iter().any(|wanted| wanted.service == service);
        let wanted = case.plan.services.iter().filter(|service| wants(service.service()));
        let left = wanted.filter_map(|service| {
            let remaining = service.remaining.filter(|_| !case.situation.used.is_empty())?;
            Some([self.service(service.service()), "は", &self.left(remaining)].concat())
        });
        let left: Vec<String> = left.collect();
        (!left.is_empty()).then(|| ["もう使った分があります。", &left.join("、"), "です。"].concat())
    }

    /// What is open, as she would ask it.
    fn asked_aloud(&self, open: Open, situation: &Situation) -> String {
        let services = self.services(open.services);
        match open.question {
            Question::InTime => [&services, "に、今からでも間に合いますか。"].concat(),
            Question::Treatment if situation.medical_care == MedicalCare::Needed => {
                "治療を受けていますが、使えますか。".to_owned()
            }
            Question::Treatment => "治療が必要になるかもしれませんが、使えますか。".to_owned(),
            Question::LastDay => [&services, "は、いつまで使えますか。"].concat(),
            Question::Price => [&self.who_pays(situation), &services, "の料金を、教えてください。"].concat(),
        }
    }

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
