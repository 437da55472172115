//! The fees of every service as tables: one, two and three babies against the households.

use chrono::NaiveDateTime;
use leptos::prelude::*;

use crate::domain::Programme;
use crate::domain::plan::price_of_one;
use crate::domain::programme::{Extra, Rules, ServiceRules};
use crate::domain::situation::{Applied, Babies, Baby, Household, MedicalCare, Situation};
use crate::ui::sentences::{list, whole};
use crate::words::japanese;

const HOUSEHOLDS: [Household; 3] = [Household::General, Household::TaxExempt, Household::PublicAssistance];

/// The section on fees.
pub fn fees(rules: &Rules, programme: &Programme, now: NaiveDateTime) -> AnyView {
    let words = japanese();
    let tables: Vec<AnyView> = rules.services.iter().map(|service| table(service, programme, now)).collect();
    let extras = rules.extras.iter().map(|extra| extra_of(&extra.value));
    view! {
        <section class="part">
            <h2>{words.fees_heading()}</h2>
            {tables}
            <h3>{words.extras()}</h3>
            {list("plain-list", extras)}
        </section>
    }
    .into_any()
}

fn extra_of(extra: &Extra) -> String {
    japanese().extra(&extra.text, extra.yen)
}

fn table(service: &ServiceRules, programme: &Programme, now: NaiveDateTime) -> AnyView {
    let words = japanese();
    let mut unknown: Vec<String> = Vec::new();
    let mut rows: Vec<AnyView> = Vec::new();
    for count in 1..=3 {
        let cells: Vec<AnyView> = HOUSEHOLDS
            .into_iter()
            .map(|household| {
                let price = price_of_one(&case(count, household, now), service);
                for why in price.unknown.iter().map(|why| words.unknown_price(*why, programme)) {
                    if !unknown.contains(&why) {
                        unknown.push(why);
                    }
                }
                view! { <td data-label=words.household_column(household)>{whole(&words.amount(price.amount))}</td> }
                    .into_any()
            })
            .collect();
        rows.push(
            view! {
                <tr>
                    <th scope="row">{words.babies_row(count)}</th>
                    {cells}
                </tr>
            }
            .into_any(),
        );
    }
    let heads: Vec<AnyView> = HOUSEHOLDS
        .into_iter()
        .map(|household| view! { <th scope="col">{words.household_column(household)}</th> }.into_any())
        .collect();
    view! {
        <table class="fees">
            <caption>{words.fees_caption(service.service)}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.babies_column()}</th>
                    {heads}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        {list("doubts", unknown)}
    }
    .into_any()
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
