//! Notes in Japanese.

use chrono::NaiveDate;

use super::Ja;
use crate::domain::phone::PhoneNumber;
use crate::domain::plan::{ClockDoubt, Note, Plan};
use crate::domain::programme::{Item, NeededBy, Occasion};
use crate::domain::service::{Service, Services};
use crate::words::PlanWords;
use crate::words::screens::QuestionWords;
use crate::words::screens::ResultWords;

/// The stable name of a note.
pub fn id(note: &Note<'_>) -> String {
    let service = |name: &str, service: &Service| {
        let service = match service {
            Service::Stay => "stay",
            Service::DayCare => "day",
            Service::HomeVisit => "visit",
        };
        [name, ".", service].concat()
    };
    let name = match note {
        Note::IllToday => "ill_today",
        Note::TreatmentExcluded => "treatment_excluded",
        Note::TreatmentAsk => "treatment_ask",
        Note::TreatmentUnprinted => "treatment_unprinted",
        Note::TreatmentUnknown => "treatment_unknown",
        Note::NoRuleForDay => "no_rule_for_day",
        Note::NotAProgramme => "not_a_programme",
        Note::Clock(ClockDoubt::Behind(_)) => "clock_behind",
        Note::Clock(ClockDoubt::PastRules(..)) => "clock_past_rules",
        Note::Clock(ClockDoubt::PastReading(..)) => "clock_past_reading",
        Note::BeforeEdition(_) => "before_edition",
        Note::RingAtOnce { service: of, .. } => return service("ring_at_once", of),
        Note::NotBorn => "not_born",
        Note::BookingAfterBirth => "booking_after_birth",
        Note::ApprovalFirst => "approval_first",
        Note::LeadUnprinted => "lead_unprinted",
        Note::CorrectedAge => "corrected_age",
        Note::CorrectedAgeUnprinted => "corrected_age_unprinted",
        Note::MonthEnd => "month_end",
        Note::DayZero => "day_zero",
        Note::AboutAge(of, _) => return service("about_age", of),
        Note::AskFacilityPast(of, _) => return service("ask_facility_past", of),
        Note::LimitUnprinted(of) => return service("limit_unprinted", of),
        Note::Price(unknown) => return service("price_unknown", &unknown.service),
        Note::HouseholdUnknown => "household_unknown",
        Note::StayCountUnprinted => "stay_count_unprinted",
        Note::LimitInPrinciple => "limit_in_principle",
        Note::QuotaUnprinted(of) => return service("quota_unprinted", of),
        Note::LateCancellationUnprinted => "late_cancellation_unprinted",
        Note::HoursUnprinted => "hours_unprinted",
        Note::TelUnprinted => "tel_unprinted",
        Note::DoubtfulName(facility) => return ["doubtful_name.", &facility.id].concat(),
        Note::Condition(facility, _) => return ["condition.", &facility.id].concat(),
        Note::PlannedOutside(index) => return format!("planned_outside.{index}"),
        Note::PlannedConfirm(index) => return format!("planned_confirm.{index}"),
        Note::PlannedTooSoon(index, _) => return format!("planned_too_soon.{index}"),
        Note::PlannedNoCare(index, _) => return format!("planned_no_care.{index}"),
        Note::Item(item) => match item.occasion {
            Occasion::Application => "document",
            Occasion::Use => "bring",
        },
        Note::Remark(remark) => return remark.id.clone(),
        Note::OldSource(_) => "old_source",
        Note::UndatedSource(_) => "undated_source",
        Note::ExpiredSource(_) => "expired_source",
        Note::HolidaysExpected => "holidays_expected",
    };
    name.to_owned()
}

/// A note as a sentence, as it is told on `today`.
pub fn text(ja: &Ja, note: &Note<'_>, plan: &Plan<'_>, today: NaiveDate) -> String {
    let ask = ja.whom_to_ask(plan.programme);
    let office = ask.as_str();
    match note {
        Note::IllToday => ja.ill_today().to_owned(),
        Note::TreatmentExcluded => {
            format!("医療の処置が必要なあいだは使えません。よくなったら使えるか、{office}に聞いてください。")
        }
        Note::TreatmentAsk => {
            format!("入院や治療で利用に支障があると使えません。使えるかどうか、{office}に聞いてください。")
        }
        Note::TreatmentUnprinted => format!("治療中に使えるかは資料に書かれていません。{office}に聞いてください。"),
        Note::TreatmentUnknown => format!("治療が必要かどうかで、使えるかが変わります。{office}に聞いてください。"),
        Note::NoRuleForDay => format!("この日に当てはまる決まりが、手元の資料にありません。{office}に聞いてください。"),
        Note::NotAProgramme => {
            "申し込む制度ではありません。まず、住民票のある市町村の窓口に聞いてください。".to_owned()
        }
        Note::Clock(doubt) => ja.clock_doubt(*doubt, plan.programme),
        Note::BeforeEdition(document) => {
            format!("スマホの日付が、資料「{}」より前です。日付の設定を確かめてください。", ja.document(document))
        }
        Note::RingAtOnce { service, earliest, last } => {
            let is_last = plan.service(*service).is_none_or(|answer| {
                answer.last_days.possible().max(answer.corrected_until) == Some(*last)
            });
            let applied = match earliest.date > *last {
                true => format!("今から申し込むと早くて{}です", ja.day(earliest.date, today)),
                false => "今から申し込んでも間に合わないことがあります".to_owned(),
            };
            format!(
                "{}{}{}までですが、{applied}。すぐに{office}へ電話して、間に合うか聞いてください。",
                ja.service(*service),
                if is_last { "は" } else { "で確実なのは" },
                ja.day(*last, today),
            )
        }
        Note::NotBorn => {
            "使える最初の日と最後の日は、生まれた日で決まります。生まれたら、日付を入れてください。".to_owned()
        }
        Note::BookingAfterBirth => "予約は、生まれてからです。".to_owned(),
        Note::ApprovalFirst => "使う前に、申し込んで承認を受ける必要があります。".to_owned(),
        Note::LeadUnprinted => {
            format!("申し込みから使えるまでの日数は資料に書かれていません。{office}に聞いてください。")
        }
        Note::CorrectedAge => format!(
            "早く生まれた赤ちゃんは、予定日から数えて使えることがあります。予約の前に{}へ相談してください。",
            offices(plan)
        ),
        Note::CorrectedAgeUnprinted => {
            format!(
                "早く生まれた赤ちゃんは期間が延びますが、どれだけかは資料に書かれていません。{office}に聞いてください。"
            )
        }
        Note::MonthEnd => {
            "生まれた日と同じ日がない月は、最後の日の数え方が2通りあります。1日ちがう日は、予約のときに確かめてください。"
                .to_owned()
        }
        Note::DayZero => {
            "日数は、生まれた日を0日目として数えています。1日目と数える施設では、1日早く終わります。".to_owned()
        }
        Note::AboutAge(service, months) => format!(
            "{}は「概ね{}か月まで」です。それを過ぎたら、{office}に聞いてください。",
            ja.service(*service),
            months.get()
        ),
        Note::AskFacilityPast(service, months) => {
            format!(
                "{}は、{}か月を過ぎたら施設ごとに使えるかがちがいます。施設に聞いてください。",
                ja.service(*service),
                months.get()
            )
        }
        Note::LimitUnprinted(service) => {
            format!("{}をいつまで使えるかは資料に書かれていません。{office}に聞いてください。", ja.service(*service))
        }
        Note::Price(unknown) => [&ja.unknown_price(*unknown, plan.programme), "。"].concat(),
        Note::HouseholdUnknown => format!("税金の区分で料金が変わります。わからないときは{office}に聞いてください。"),
        Note::StayCountUnprinted => {
            format!(
                "1泊2日を1日と数えるか2日と数えるかは資料に書かれていません。ここでは2日と数えています。聞くところ：{office}。"
            )
        }
        Note::LimitInPrinciple => format!("日数の上限は「原則」です。足りないときは{office}に相談してください。"),
        Note::QuotaUnprinted(service) => {
            format!("{}を何回使えるかは資料に書かれていません。{office}に聞いてください。", ja.service(*service))
        }
        Note::LateCancellationUnprinted => {
            format!(
                "締め切りを過ぎたキャンセルで何日分減るかは、資料に書かれていません。ここでは多いほうで数えています。聞くところ：{office}。"
            )
        }
        Note::HoursUnprinted => {
            format!(
                "電話の受付時間が書かれていない施設があります。つながらないときは、時間をおいてかけるか、{office}に聞いてください。"
            )
        }
        Note::TelUnprinted => format!("電話番号が書かれていない施設があります。{office}に聞いてください。"),
        Note::DoubtfulName(facility) => {
            format!(
                "「{}」の名前は、資料の読み取りがあやしいところです。電話{}で確かめてください。",
                facility.name,
                tel(facility.tel.as_ref())
            )
        }
        Note::Condition(facility, text) => format!("{}：{text}", facility.name),
        Note::PlannedOutside(index) => format!("{}つ目の予定は、使える期間を過ぎています。", index.saturating_add(1)),
        Note::PlannedConfirm(index) => {
            format!("{}つ目の予定は、使える期間に入るか確かめてください。", index.saturating_add(1))
        }
        Note::PlannedTooSoon(index, earliest) => {
            format!("{}つ目の予定は早すぎます。早くて{}です。", index.saturating_add(1), ja.day(earliest.date, today))
        }
        Note::PlannedNoCare(index, next) => {
            format!(
                "{}つ目の予定の日は、この施設の開催日ではありません。次は{}です。",
                index.saturating_add(1),
                ja.day(*next, today)
            )
        }
        Note::Item(of) => item(ja, of),
        Note::Remark(remark) => remark.text.clone(),
        Note::OldSource(document) => format!(
            "資料「{}」は1年以上前のものです。変わっていないか{office}に確かめてください。",
            ja.document(document)
        ),
        Note::UndatedSource(document) => {
            format!("資料「{}」には日付がありません。変わっていないか{office}に確かめてください。", document.title)
        }
        Note::ExpiredSource(document) => {
            format!("資料「{}」は期限を過ぎています。{office}に確かめてください。", ja.document(document))
        }
        Note::HolidaysExpected => "この年の祝日は予定です。".to_owned(),
    }
}

/// Something to show or bring, with who needs it and for what.
pub fn item(ja: &Ja, item: &Item) -> String {
    [&needed_by(item.needed_by, ja), &for_services(item.services, ja), &*item.text].concat()
}

fn offices(plan: &Plan<'_>) -> String {
    let contact = |contact: &crate::domain::programme::Contact| match &contact.tel {
        Some(tel) => format!("{}（{}）", contact.name, tel.as_str()),
        None => contact.name.clone(),
    };
    plan.programme.contacts.iter().map(contact).collect::<Vec<_>>().join("、")
}

fn tel(number: Option<&PhoneNumber>) -> String {
    number.map(|number| ["（", number.as_str(), "）"].concat()).unwrap_or_default()
}

/// For which services, where not for all.
fn for_services(services: Services, ja: &Ja) -> String {
    if services == Services::ALL {
        return String::new();
    }
    let names: Vec<&str> = services.iter().map(|service| ja.service(service)).collect();
    [&names.join("・"), "のとき："].concat()
}

fn needed_by(who: NeededBy, ja: &Ja) -> String {
    match who {
        NeededBy::Everyone => String::new(),
        NeededBy::TaxExempt => "住民税非課税の世帯：".to_owned(),
        NeededBy::PublicAssistance => "生活保護の世帯：".to_owned(),
        NeededBy::AppliedOnlineSince(day) => format!("{}以降にオンラインで申し込んだ人：", ja.date_with_year(day)),
        NeededBy::AppliedOnPaperOrBefore(day) => {
            format!("紙で、または{}より前に申し込んだ人：", ja.date_with_year(day))
        }
    }
}
