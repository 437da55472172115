//! The fees of every service as tables: one, two and three babies against the households.

use chrono::NaiveDateTime;

use crate::domain::Programme;
use crate::domain::household::{Babies, Household};
use crate::domain::money::{Amount, Yen};
use crate::domain::plan::price_of_one;
use crate::domain::programme::{Extra, Rules, ServiceRules};
use crate::domain::service::Service;
use crate::domain::situation::{Applied, Baby, MedicalCare, Situation};
use crate::domain::tariff::{Priced, Units};
use crate::domain::uses::Length;
use crate::ui::markup::{Markup, element, together};
use crate::ui::sentences::{list, whole};
use crate::words::japanese;

/// The households that have prices of their own.
pub const HOUSEHOLDS: [Household; 3] = [Household::General, Household::TaxExempt, Household::PublicAssistance];

/// The section on fees.
pub fn fees(rules: &Rules, programme: &Programme, now: NaiveDateTime) -> Markup {
    let words = japanese();
    let tables: Vec<Markup> = rules.services.iter().map(|service| table(service, programme, now)).collect();
    let extras = rules.extras.iter().map(|extra| extra_of(&extra.value));
    let extras = (!rules.extras.is_empty())
        .then(|| together([element("h3", "").with(words.extras()).view(), list("plain-list", extras)]));
    element("section", "part").with(element("h2", "").with(words.fees_heading())).with(tables).with(extras).view()
}

fn extra_of(extra: &Extra) -> String {
    japanese().extra(&extra.text, extra.yen)
}

fn table(service: &ServiceRules, programme: &Programme, now: NaiveDateTime) -> Markup {
    let words = japanese();
    let mut unknown: Vec<String> = Vec::new();
    let prices = by_case(&words.fees_caption(service.service), |babies, household| {
        let price = price_of_one(&case(babies, household, now), service);
        for why in price.unknown.iter().map(|why| words.unknown_price(*why, programme)) {
            if !unknown.contains(&why) {
                unknown.push(why);
            }
        }
        price.amount
    });
    if service.tariff.is_none() {
        // Where nothing is printed, no class and no number of babies may seem to change it.
        return together([element("h3", "").with(words.fees_caption(service.service)).view(), list("doubts", unknown)]);
    }
    let further = (further_night(service, 1, Household::General) != Amount::UNKNOWN)
        .then(|| by_case(words.further_night(), |babies, household| further_night(service, babies, household)));
    together([prices, list("doubts", unknown), further.into()])
}

/// A table of amounts: one, two and three babies against the households.
fn by_case(caption: &str, mut amount: impl FnMut(u8, Household) -> Amount) -> Markup {
    let words = japanese();
    let mut rows: Vec<Markup> = Vec::new();
    for babies in 1..=3 {
        let cell = |household: Household| {
            let cell = element("td", "").attribute("data-label", words.household_column(household));
            cell.with(whole(&words.amount(amount(babies, household)))).view()
        };
        let cells: Vec<Markup> = HOUSEHOLDS.into_iter().map(cell).collect();
        let head = element("th", "").attribute("scope", "row").with(words.babies_row(babies));
        rows.push(element("tr", "").with(head).with(cells).view());
    }
    let column = |name: &str| element("th", "").attribute("scope", "col").with(name).view();
    let heads: Vec<Markup> =
        HOUSEHOLDS.into_iter().map(|household| column(words.household_column(household))).collect();
    let head = element("tr", "").with(column(words.babies_column())).with(heads);
    element("table", "fees")
        .with(element("caption", "").with(caption))
        .with(element("thead", "").with(head))
        .with(element("tbody", "").with(rows))
        .view()
}

/// What each night after the first costs; unknown for what has no nights, and where the third costs another price.
fn further_night(service: &ServiceRules, babies: u8, household: Household) -> Amount {
    let (Service::Stay, Some(tariff)) = (service.service, &service.tariff) else { return Amount::UNKNOWN };
    let price = |nights: u16| {
        let length = Length::Nights { nights, hours: None };
        let stay = Priced { length, before: Units::default(), facility: None, date: None };
        tariff.value.price(household, Babies::new(babies).ok()?, &stay).0.exact_yen()
    };
    let night = |nights: u16| {
        let (Yen(with), Yen(without)) = (price(nights)?, price(nights.checked_sub(1)?)?);
        with.checked_sub(without)
    };
    match (night(2), night(3)) {
        (Some(second), Some(third)) if second == third => Amount::exact(Yen(second)),
        _ => Amount::UNKNOWN,
    }
}

/// One who has used nothing yet.
pub fn case(babies: u8, household: Household, now: NaiveDateTime) -> Situation {
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
