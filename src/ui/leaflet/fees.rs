//! The fees of every service as tables: one, two and three babies against the households.

use chrono::NaiveDateTime;

use crate::domain::Programme;
use crate::domain::plan::price_of_one;
use crate::domain::programme::{Extra, Rules, ServiceRules};
use crate::domain::situation::{Applied, Babies, Baby, Household, MedicalCare, Situation};
use crate::ui::markup::{Markup, element, together};
use crate::ui::sentences::{list, whole};
use crate::words::japanese;

const HOUSEHOLDS: [Household; 3] = [Household::General, Household::TaxExempt, Household::PublicAssistance];

/// The section on fees.
pub fn fees(rules: &Rules, programme: &Programme, now: NaiveDateTime) -> Markup {
    let words = japanese();
    let tables: Vec<Markup> = rules.services.iter().map(|service| table(service, programme, now)).collect();
    let extras = rules.extras.iter().map(|extra| extra_of(&extra.value));
    element("section", "part")
        .with(element("h2", "").with(words.fees_heading()))
        .with(tables)
        .with(element("h3", "").with(words.extras()))
        .with(list("plain-list", extras))
        .view()
}

fn extra_of(extra: &Extra) -> String {
    japanese().extra(&extra.text, extra.yen)
}

fn table(service: &ServiceRules, programme: &Programme, now: NaiveDateTime) -> Markup {
    let words = japanese();
    let mut unknown: Vec<String> = Vec::new();
    let mut rows: Vec<Markup> = Vec::new();
    for count in 1..=3 {
        let cells: Vec<Markup> = HOUSEHOLDS
            .into_iter()
            .map(|household| {
                let price = price_of_one(&case(count, household, now), service);
                for why in price.unknown.iter().map(|why| words.unknown_price(*why, programme)) {
                    if !unknown.contains(&why) {
                        unknown.push(why);
                    }
                }
                let cell = element("td", "").attribute("data-label", words.household_column(household));
                cell.with(whole(&words.amount(price.amount))).view()
            })
            .collect();
        let head = element("th", "").attribute("scope", "row").with(words.babies_row(count));
        rows.push(element("tr", "").with(head).with(cells).view());
    }
    let column = |name: &str| element("th", "").attribute("scope", "col").with(name).view();
    let heads: Vec<Markup> =
        HOUSEHOLDS.into_iter().map(|household| column(words.household_column(household))).collect();
    let head = element("tr", "").with(column(words.babies_column())).with(heads);
    let table = element("table", "fees")
        .with(element("caption", "").with(words.fees_caption(service.service)))
        .with(element("thead", "").with(head))
        .with(element("tbody", "").with(rows));
    together([table.view(), list("doubts", unknown)])
}

/// One who has used nothing yet.
fn case(babies: u8, household: Household, now: NaiveDateTime) -> Situation {
    Situation {
        baby: Baby::Expected { due: now.date() },
        babies: Babies::new(babies).unwrap_or(Babies::ONE),
        household,
        medical_care: MedicalCare::No,
        applied: Applied::Unknown,
        postal: None,
        used: Vec::new(),
        planned: Vec::new(),
    }
}

/// One of whom nothing is known: everything that anyone may need is said to her.
pub fn anyone(now: NaiveDateTime) -> Situation {
    Situation { medical_care: MedicalCare::No, ..case(1, Household::Unknown, now) }
}
