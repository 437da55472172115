//! What all that she plans comes to: the sum, whether it fits, what it leaves, what may come beside it.

use super::paper::LINE;
use crate::domain::quota::Fit;
use crate::planner::{limits, totals};
use crate::ui::icons::Icon;
use crate::ui::markup::{Markup, element, together};
use crate::ui::result::Case;
use crate::ui::sentences::{list, sentence};
use crate::words::japanese;

/// What a sum takes on paper, and what lies between two sentences.
const SUM: usize = LINE + 3;
const BETWEEN: usize = 6;

/// What it comes to, in words.
#[derive(Default)]
pub struct Outcome {
    /// For each household that may be hers its name, and what it pays.
    sums: Vec<(String, String)>,
    /// Why a sum can't be said.
    unknown: Vec<String>,
    /// Why it does not fit.
    misfits: Vec<String>,
    /// What is left under each limit.
    left: Vec<String>,
    /// What may come beside the sum.
    extras: Vec<String>,
}

impl Outcome {
    /// Of all that she plans; empty where no rules hold.
    pub fn of(case: &Case<'_>) -> Outcome {
        let words = japanese();
        let Some(rules) = case.plan.rules else { return Outcome::default() };
        let totals = totals(&case.situation, rules, &case.plan.facilities);
        let alone = totals.len() < 2;
        let mut found = Outcome::default();
        for total in &totals {
            let who = if alone { words.total().to_owned() } else { words.total_for(&total.households) };
            found.sums.push((who, words.amount(total.price.amount)));
        }
        for why in totals.iter().flat_map(|total| &total.price.unknown) {
            let why = words.unknown_price(*why, case.plan.programme);
            if !found.unknown.contains(&why) {
                found.unknown.push(why);
            }
        }
        for limit in limits(&case.situation, rules) {
            found.left.push(words.left_under(&limit));
            if limit.fit != Fit::Within {
                found.misfits.push(words.does_not_fit(&limit, &case.plan));
            }
        }
        let extras = case.plan.cost.iter().flat_map(|cost| &cost.extras);
        found.extras = extras.map(|extra| words.extra(&extra.text, extra.yen)).collect();
        found
    }

    /// On the screen.
    pub fn view(self) -> Markup {
        let misfits: Vec<Markup> = self.misfits.iter().map(|said| misfit(said)).collect();
        let (sums, beside) = (sums(&self.sums, self.unknown), beside(self.extras));
        together([sums, misfits.into(), list("plain-list", self.left), beside])
    }

    /// On paper, where what is left stands with each service.
    pub fn on_paper(self) -> Markup {
        let (sums, beside) = (sums(&self.sums, self.unknown), beside(self.extras));
        element("div", "sheet-sums").with(together([sums, list("doubts", self.misfits), beside])).view()
    }

    /// What it takes on paper, in tenths of a line, of lines that hold `width` letters.
    pub fn height(&self, width: usize) -> usize {
        let said = self.unknown.iter().chain(&self.misfits).chain(&self.extras);
        let said = said.fold(0_usize, |sum, said| {
            sum.saturating_add(japanese().lines_on_paper(said, width).saturating_mul(LINE)).saturating_add(BETWEEN)
        });
        let heading = if self.extras.is_empty() { 0 } else { LINE };
        self.sums.len().saturating_mul(SUM).saturating_add(said).saturating_add(heading)
    }
}

fn sums(sums: &[(String, String)], unknown: Vec<String>) -> Markup {
    let sum = |(who, amount): &(String, String)| {
        let amount = element("strong", "price-amount").with(sentence(amount));
        element("p", "price").with(element("span", "").with(who.clone())).with(amount).view()
    };
    together([sums.iter().map(sum).collect::<Vec<Markup>>().into(), list("doubts", unknown)])
}

fn beside(extras: Vec<String>) -> Markup {
    let heading = (!extras.is_empty()).then(|| element("p", "small-heading").with(japanese().beside_the_total()));
    together([heading.into(), list("plain-list", extras)])
}

fn misfit(text: &str) -> Markup {
    let said = element("span", "").with(sentence(text));
    element("p", "status status-care").with(Icon::HEED.draw()).with(said).view()
}
