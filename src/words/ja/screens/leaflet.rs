//! The leaflet in Japanese.

use chrono::NaiveDate;

use crate::domain::deadlines::{Application, BookingFrom, Boundary, Cancellation, DayOff, Lead, Via};
use crate::domain::household::Household;
use crate::domain::programme::Programme;
use crate::domain::quota::{Firmness, Remaining};
use crate::domain::service::Service;
use crate::words::PlanWords;
use crate::words::ja::Ja;
use crate::words::screens::LeafletWords;

impl LeafletWords for Ja {
    fn leaflet_heading(&self, programme: &Programme) -> String {
        [&programme.name, "の産後ケアの案内"].concat()
    }

    fn leaflet_lead(&self) -> &'static str {
        "質問にこたえなくても、ここですべて読めます。"
    }

    fn period(&self, from: Option<NaiveDate>, until: Option<NaiveDate>) -> String {
        let from = from.map(|from| [&self.short(from), "から"].concat());
        let until = until.map(|until| [&self.short(until), "まで"].concat());
        [from.unwrap_or_default(), until.unwrap_or_default(), "の決まり".to_owned()].concat()
    }

    fn who_heading(&self) -> &'static str {
        "使える人と、知っておくこと"
    }

    fn whole_limit(&self, phrase: &str) -> String {
        ["期間：", phrase].concat()
    }

    fn kinds_heading(&self) -> &'static str {
        "ケアの種類"
    }

    fn fees_heading(&self) -> &'static str {
        "料金"
    }

    fn fees_caption(&self, service: Service) -> String {
        [self.service(service), "（", self.smallest_use(service), "）"].concat()
    }

    fn further_night(&self) -> &'static str {
        "2泊めから、1泊ごとの料金"
    }

    fn babies_column(&self) -> &'static str {
        "赤ちゃん"
    }

    fn babies_row(&self, babies: u8) -> &'static str {
        match babies {
            1 => "ひとり",
            2 => "ふたご",
            _ => "みつご",
        }
    }

    fn household_column(&self, household: Household) -> &'static str {
        match household {
            Household::General => "課税",
            Household::TaxExempt => "非課税",
            Household::PublicAssistance => "生活保護",
            Household::Unknown => "わからない",
        }
    }

    fn limits_heading(&self) -> &'static str {
        "使える日数・回数"
    }

    fn limit(&self, service: Service, one: Remaining, multiples: Option<Remaining>) -> String {
        let principle = match one.firmness {
            Firmness::Firm => "",
            Firmness::InPrinciple => "原則、",
        };
        let shares = one.services.iter().count() > 1;
        let together = if shares { [&self.services(one.services), "を合わせて"].concat() } else { String::new() };
        let multiples = multiples.map(|more| ["（ふたご以上は", &self.units(more.limit, more.unit), "）"].concat());
        [
            self.service(service),
            "：",
            principle,
            &together,
            &self.units(one.limit, one.unit),
            "まで",
            &multiples.unwrap_or_default(),
        ]
        .concat()
    }

    fn limit_unprinted(&self, service: Service) -> String {
        [self.service(service), "：資料に書かれていません"].concat()
    }

    fn application(&self, application: &Application) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some(week) = application.from_week {
            lines.push(["妊娠", &week.get().to_string(), "週から申し込めます。"].concat());
        }
        if let Some(days) = application.processing {
            lines.push(["申し込みから使えるまで、", &days.to_string(), "営業日くらいかかります。"].concat());
        }
        match application.lead {
            Some(Lead::BusinessDaysToFacility(days)) => lines.push(
                ["使う日の", &days.to_string(), "日前（土・日・祝日を除く）までに、施設に申し込みます。"].concat(),
            ),
            Some(Lead::CalendarDaysOnline(days)) => {
                lines.push(["オンラインの申し込みは、使う日の", &days.to_string(), "日前までです。"].concat());
            }
            None => {}
        }
        let ways: Vec<&str> = application.ways.iter().map(|way| way_to_apply(*way)).collect();
        if !ways.is_empty() {
            lines.push(["申し込みの方法：", &ways.join("・")].concat());
        }
        match application.booking_from {
            BookingFrom::Approval => lines.push("施設の予約は、承認が届いてからです。".to_owned()),
            BookingFrom::Birth => lines.push("施設の予約は、承認が届き、赤ちゃんが生まれてからです。".to_owned()),
            BookingFrom::Unprinted => {}
        }
        lines
    }

    fn cancellation(&self, cancellation: &Cancellation) -> String {
        let boundary = match cancellation.boundary {
            Boundary::Inclusive => "まで",
            Boundary::Exclusive => "より前",
        };
        let via = cancellation.via.map(|via| ["（", way_to_apply(via), "で）"].concat()).unwrap_or_default();
        let day_off = match cancellation.day_off {
            DayOff::SameRule => "",
            DayOff::DayBeforeThat => "前の日が休みのときは、その前の日までです。",
        };
        let time = cancellation.time.to_string();
        let time = time.trim_start_matches('0');
        [
            "使う日の前の日の",
            time,
            boundary,
            "に連絡します",
            &via,
            "。",
            day_off,
            "過ぎると、",
            &cancellation.consequence,
        ]
        .concat()
    }

    fn facilities_of(&self, service: Service, count: usize) -> String {
        [self.service(service), "の施設（", &count.to_string(), "か所）"].concat()
    }

    fn tags_term(&self) -> &'static str {
        "特色"
    }
}

fn way_to_apply(way: Via) -> &'static str {
    match way {
        Via::Online => "オンライン",
        Via::Counter => "窓口",
        Via::Facility => "施設",
        Via::Phone => "電話",
    }
}
