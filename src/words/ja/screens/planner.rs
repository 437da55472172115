//! What she plans in Japanese.

use crate::domain::plan::Plan;
use crate::domain::programme::Service;
use crate::domain::quota::Firmness;
use crate::planner::{Doubt, LimitAnswer, Part};
use crate::words::PlanWords;
use crate::words::ja::Ja;
use crate::words::screens::PlannerWords;

impl PlannerWords for Ja {
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
    /// 「1泊2日と2泊3日は合わせて5日になり」.
    fn together(&self, limit: &LimitAnswer) -> String {
        let counted = limit.counted();
        let sum = match counted.high {
            Some(high) if high != counted.low => {
                [&counted.low.to_string(), "〜", &self.units(high, limit.unit)].concat()
            }
            _ => self.units(counted.low, limit.unit),
        };
        let parts: Vec<String> = limit.parts.iter().map(|part| self.part(part)).collect();
        let parts = parts.join("と");
        let used = limit.used.careful;
        match (used, limit.parts.as_slice()) {
            (0, [one]) if one.service != Service::Stay => [&parts, "は"].concat(),
            (0, [one]) if one.times == 1 => [&parts, "は", &sum, "になり"].concat(),
            (0, _) => [&parts, "は合わせて", &sum, "になり"].concat(),
            (_, []) => ["使った", &sum, "は"].concat(),
            (used, _) => {
                ["使った", &self.units(used, limit.unit), "と", &parts, "を合わせると", &sum, "になり"].concat()
            }
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
