//! What she plans in Japanese.

use chrono::NaiveDate;

use super::result::MAY_BE_TOO_LATE;
use crate::domain::Programme;
use crate::domain::business_days::Certainty;
use crate::domain::household::Household;
use crate::domain::plan::{Plan, What};
use crate::domain::quota::{Count, Firmness, Unit};
use crate::domain::service::Service;
use crate::domain::uses::Length;
use crate::planner::{DayDoubt, Doubt, LimitAnswer, Part, Standing};
use crate::words::PlanWords;
use crate::words::ja::Ja;
use crate::words::screens::{FrameWords, PlannerWords, QuestionWords};

impl PlannerWords for Ja {
    fn year_heading(&self) -> &'static str {
        "使える期間"
    }

    fn if_born_on(&self, due: NaiveDate) -> String {
        ["予定日の", &self.date_with_year(due), "に生まれたら、こうなります。"].concat()
    }

    fn year_today(&self) -> &'static str {
        "今日"
    }

    fn month(&self, month: u32) -> String {
        [&month.to_string(), "月"].concat()
    }

    fn year_sure(&self) -> &'static str {
        "確実に使える"
    }

    fn year_confirm(&self) -> &'static str {
        "要確認"
    }

    fn year_ticks(&self) -> &'static str {
        "細い線は、どこかの施設が終わる日です。押すと施設名が出ます。"
    }

    fn year_service(&self) -> &'static str {
        "ケアの種類"
    }

    fn sure_until(&self, last: Option<NaiveDate>, today: NaiveDate) -> String {
        last.map(|last| [&self.day(last, today), "まで"].concat()).unwrap_or_default()
    }

    fn confirm_until(&self, last: Option<NaiveDate>, today: NaiveDate) -> String {
        match last {
            Some(last) => [&self.day(last, today), "まで（要確認）"].concat(),
            None => "いつまでかは要確認".to_owned(),
        }
    }

    fn facilities_end(&self, day: NaiveDate, today: NaiveDate, names: &[&str], is_sure: bool) -> String {
        let doubt = if is_sure { "まで：" } else { "まで（要確認）：" };
        [&self.day(day, today), doubt, &names.join("、")].concat()
    }

    fn planner_heading(&self) -> &'static str {
        "料金と残りを計算する"
    }

    fn planner_lead(&self) -> &'static str {
        "使いたい回数を入れると、料金と残りがわかります。"
    }

    fn place_label(&self) -> &'static str {
        "どこで"
    }

    fn anywhere(&self) -> &'static str {
        "まだ決めていない"
    }

    fn not_there(&self) -> &'static str {
        "えらんだ施設では、このケアはありません。"
    }

    fn ruled_out_there(&self) -> &'static str {
        "えらんだ施設では、このケアは使えません。"
    }

    fn count(&self, service: Service, count: usize) -> String {
        let unit = if service == Service::DayCare { "日" } else { "回" };
        [&count.to_string(), unit].concat()
    }

    fn less(&self, what: &str) -> String {
        [what, "を減らす"].concat()
    }

    fn more_of(&self, what: &str) -> String {
        [what, "を増やす"].concat()
    }

    fn nth_stay(&self, nth: usize) -> String {
        [&nth.to_string(), "回目の泊数"].concat()
    }

    fn total(&self) -> &'static str {
        "合計"
    }

    fn total_for(&self, households: &[Household]) -> String {
        let names: Vec<&str> = households.iter().map(|household| self.household(*household)).collect();
        [&self.names(&names), "なら"].concat()
    }

    fn beside_the_total(&self) -> &'static str {
        "合計のほかに、かかるもの"
    }

    fn left_under(&self, limit: &LimitAnswer) -> String {
        let services: Vec<&str> = limit.services.iter().map(|service| self.service(service)).collect();
        let together = if services.len() > 1 { "合わせて" } else { "" };
        let principle = if limit.firmness == Firmness::InPrinciple { "原則" } else { "" };
        let (left, most) = (self.units(limit.left(), limit.unit), self.units(limit.limit, limit.unit));
        [&self.names(&services), "は", together, "あと", &left, "（", principle, &most, "まで）"].concat()
    }

    fn used_heading(&self) -> &'static str {
        "もう使った分を入れる"
    }

    fn used_lead(&self) -> &'static str {
        "入れると、残りの数が変わります。"
    }

    fn cancelled_late(&self) -> &'static str {
        "キャンセルが締め切りのあとになった回数"
    }

    fn planned_heading(&self) -> &'static str {
        "使う予定"
    }

    fn days_heading(&self) -> &'static str {
        "使う日を決める"
    }

    fn days_after_birth(&self) -> &'static str {
        "使う日は、生まれてから決められます。"
    }

    fn day_label(&self) -> &'static str {
        "使う日"
    }

    fn clear_day(&self) -> &'static str {
        "この日をとりけす"
    }

    fn planned_use(&self, nth: usize, service: Service, length: Length) -> String {
        [&nth.to_string(), ". ", self.service(service), " ", &self.length(service, length)].concat()
    }

    fn day_fits(&self) -> &'static str {
        "この日は、使える期間に入っています"
    }

    fn day_fits_late(&self) -> &'static str {
        "この日は使える期間に入っていますが、過ぎた締め切りがあります"
    }

    fn day_doubt(&self, doubt: &DayDoubt<'_>, whom: &str, today: NaiveDate) -> String {
        self.doubt_told(doubt, whom, ["今", "今日"], &|day| self.day(day, today))
    }

    fn whom_settles(&self, at_facility: bool, programme: &Programme) -> String {
        if at_facility { "施設".to_owned() } else { self.whom_to_ask(programme) }
    }

    fn take_day(&self, day: NaiveDate, today: NaiveDate) -> String {
        [&self.day(day, today), "にする"].concat()
    }

    fn elsewhere(&self, on: Option<NaiveDate>, today: NaiveDate, facility: &str, others: usize) -> String {
        let when = on.map_or_else(|| "その日".to_owned(), |day| self.day(day, today));
        let more = match others {
            0 => String::new(),
            _ => ["など", &others.saturating_add(1).to_string(), "か所"].concat(),
        };
        [&when, "に使えるところ：", facility, &more].concat()
    }

    fn dates_unprinted(&self) -> &'static str {
        "締め切りは資料に書かれていません。予約のときに聞いてください。"
    }

    fn standing(&self, standing: Standing, what: What) -> &'static str {
        match (standing, what) {
            (Standing::Passed, _) => "（過ぎました。電話で聞いてください）",
            (Standing::Open, What::ApplyFrom) => "から（今、申し込めます）",
            (Standing::Ahead, What::ApplyFrom) => "から",
            (Standing::Open | Standing::Ahead, _) => "",
        }
    }

    fn does_not_fit(&self, limit: &LimitAnswer, plan: &Plan<'_>) -> String {
        let ask = self.whom_to_ask(plan.programme);
        let most = self.units(limit.limit, limit.unit);
        let most = [if limit.firmness == Firmness::InPrinciple { "原則の" } else { "上限の" }, &most].concat();
        match limit.doubt {
            None => [&self.together(limit), "、", &most, "を超えます。"].concat(),
            Some(Doubt::InPrinciple) => {
                [&self.together(limit), "、", &most, "を超えます。", &ask, "に相談してください。"].concat()
            }
            Some(Doubt::MultiplesUnprinted) => [
                &self.together(limit),
                "、1人のときの",
                &most,
                "を超えます。ふたご以上でどれだけ増えるかは資料に書かれていません。",
                &ask,
                "に聞いてください。",
            ]
            .concat(),
            Some(Doubt::Counting) => ["数え方によっては、", &most, "を超えます。", &ask, "に聞いてください。"].concat(),
        }
    }
}

impl Ja {
    /// What speaks against a day; days and today are told as given.
    pub(super) fn doubt_told(
        &self,
        doubt: &DayDoubt<'_>,
        whom: &str,
        [from_now, today]: [&str; 2],
        day: &dyn Fn(NaiveDate) -> String,
    ) -> String {
        match doubt {
            DayDoubt::NotOffered => "この施設では、このケアはありません。".to_owned(),
            DayDoubt::UsedUp => "このケアは、決められた回数を使いきりました。".to_owned(),
            DayDoubt::Past => "もう過ぎた日です。".to_owned(),
            DayDoubt::TooSoon(earliest) => {
                let about = if earliest.certainty == Certainty::About { "ごろ" } else { "" };
                [from_now, "から申し込むと、早くて", &day(earliest.date), about, "です。"].concat()
            }
            DayDoubt::EndsFirst { last } => ["使えるのは", &day(*last), "までなので、", MAY_BE_TOO_LATE, "。"].concat(),
            DayDoubt::Beyond { last } => ["使えるのは", &day(*last), "までです。"].concat(),
            DayDoubt::Confirm { sure: Some(sure) } => {
                ["確実なのは", &day(*sure), "までです。そのあとは、", whom, "に聞いてください。"].concat()
            }
            DayDoubt::Confirm { sure: None } => ["この日に使えるかは、", whom, "に聞いてください。"].concat(),
            DayDoubt::LaterDay { later, sure } => [
                "確実なのは",
                &day(*sure),
                "までです。この泊まりは",
                &day(*later),
                "にかかるので、",
                whom,
                "に聞いてください。",
            ]
            .concat(),
            DayDoubt::NoCare(days) => ["この施設のケアの日は、", &self.weekdays(*days), "です。"].concat(),
            DayDoubt::YearEnd => {
                ["12月29日〜1月3日に使えるかは資料に書かれていません。", whom, "に聞いてください。"].concat()
            }
            DayDoubt::IllToday => ["体調が悪い", today, "は使えません。まず医療機関に電話してください。"].concat(),
            DayDoubt::Overlaps => {
                ["ほかの予定と日が重なっています。両方使えるかは、", whom, "に聞いてください。"].concat()
            }
            DayDoubt::Unsettled(condition) => ["要確認：", &condition.text].concat(),
        }
    }

    /// 「1泊2日と2泊3日は合わせて5日になり」「使った2日とキャンセルの1〜2日と1泊2日を合わせると5〜6日になり」.
    fn together(&self, limit: &LimitAnswer) -> String {
        let sum = self.span(limit.counted(), limit.unit);
        let before = [("使った", limit.used), ("キャンセルの", limit.lost)];
        let before = before.into_iter().filter(|(_, count)| *count != Count::ZERO);
        let mut parts: Vec<String> =
            before.map(|(what, count)| [what, &self.span(count, limit.unit)].concat()).collect();
        let is_planned_alone = parts.is_empty();
        parts.extend(limit.parts.iter().map(|part| self.part(part)));
        let said = parts.join("と");
        match (is_planned_alone, limit.parts.as_slice()) {
            (true, [one]) if one.service != Service::Stay => [&said, "は"].concat(),
            (true, [one]) if one.times == 1 => [&said, "は", &sum, "になり"].concat(),
            (true, _) => [&said, "は合わせて", &sum, "になり"].concat(),
            (false, []) if parts.len() == 1 => [&said, "は"].concat(),
            (false, _) => [&said, "を合わせると", &sum, "になり"].concat(),
        }
    }

    /// 「2日」「1〜2日」.
    fn span(&self, count: Count, unit: Unit) -> String {
        match count.high {
            Some(high) if high != count.low => [&count.low.to_string(), "〜", &self.units(high, unit)].concat(),
            _ => self.units(count.low, unit),
        }
    }

    /// 「1泊2日」「1泊2日3回」「日帰り型4日」「訪問型2回」.
    fn part(&self, part: &Part) -> String {
        let times = part.times.to_string();
        let length = self.length(part.service, part.length);
        match (part.service, part.times) {
            (Service::Stay, 1) => length,
            (Service::Stay, _) => [&length, times.as_str(), "回"].concat(),
            (Service::DayCare, _) => [self.service(part.service), &times, "日"].concat(),
            (Service::HomeVisit, _) => [self.service(part.service), &times, "回"].concat(),
        }
    }
}
