//! What her plan costs, once for each fee class that she may be of.

use crate::domain::household::Household;
use crate::domain::plan::{FacilityAnswer, PriceAnswer, cost_of};
use crate::domain::programme::Rules;
use crate::domain::situation::Situation;

/// A sum, and the households that pay it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// One or more; one alone where she told which.
    pub households: Vec<Household>,
    /// What they pay for all that is planned.
    pub price: PriceAnswer,
}

/// The sums of all that is planned: one where the household is known, else one for each class, classes that pay the same
/// together. Nothing where nothing is planned.
pub fn totals(situation: &Situation, rules: &Rules, rows: &[FacilityAnswer<'_>]) -> Vec<Total> {
    let households: &[Household] = match &situation.household {
        Household::Unknown => &[Household::General, Household::TaxExempt, Household::PublicAssistance],
        known => core::slice::from_ref(known),
    };
    let mut totals: Vec<Total> = Vec::new();
    for household in households {
        let situation = Situation { household: *household, ..situation.clone() };
        let Some(cost) = cost_of(&situation, rules, rows) else { continue };
        match totals.iter_mut().find(|total| total.price == cost.price) {
            Some(total) => total.households.push(*household),
            None => totals.push(Total { households: vec![*household], price: cost.price }),
        }
    }
    totals
}
