//! Whom she rings about what she plans, the first first.

use crate::domain::deadlines::BookingFrom;
use crate::domain::plan::{FacilityAnswer, Plan};
use crate::domain::programme::{Condition, Facility};
use crate::domain::situation::{Applied, Baby, PlannedUse, Situation};

/// A call.
#[derive(Clone, Debug, PartialEq)]
pub struct Call<'c> {
    /// To whom.
    pub to: Whom<'c>,
    /// About these uses; none where nothing is planned.
    pub uses: Vec<&'c PlannedUse>,
    /// What the facility asks for that no answer settled.
    pub unsettled: Vec<&'c Condition>,
}

/// Who is rung.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Whom<'c> {
    /// The office, as no facility takes a booking yet.
    Office,
    /// A facility.
    Facility(&'c Facility),
    /// A facility that she has not chosen yet.
    Undecided,
}

/// The calls about all that she plans: one to the office while no facility takes a booking, else one to each facility, in
/// the order of the first day there.
pub fn calls<'c>(plan: &'c Plan<'_>, situation: &'c Situation) -> Vec<Call<'c>> {
    let to_office = match plan.rules.map(|rules| rules.application.value.booking_from) {
        Some(BookingFrom::Approval) => situation.applied != Applied::Yes,
        Some(BookingFrom::Birth) => {
            situation.applied != Applied::Yes || matches!(situation.baby, Baby::Expected { .. })
        }
        Some(BookingFrom::Unprinted) | None => false,
    };
    if to_office {
        return vec![Call { to: Whom::Office, uses: situation.planned.iter().collect(), unsettled: Vec::new() }];
    }
    let mut calls: Vec<Call<'c>> = Vec::new();
    for planned in by_day(&situation.planned) {
        let row = row_of_use(planned, plan);
        let to = row.map_or(Whom::Undecided, |row| Whom::Facility(row.facility));
        let place = calls.iter().position(|call| call.to == to).unwrap_or(calls.len());
        if place == calls.len() {
            calls.push(Call { to, uses: Vec::new(), unsettled: Vec::new() });
        }
        let Some(call) = calls.get_mut(place) else { continue };
        call.uses.push(planned);
        for condition in row.iter().flat_map(|row| &row.unsettled) {
            if !call.unsettled.contains(condition) {
                call.unsettled.push(condition);
            }
        }
    }
    if calls.is_empty() {
        calls.push(Call { to: Whom::Undecided, uses: Vec::new(), unsettled: Vec::new() });
    }
    calls
}

/// Uses by their days; those without one last.
fn by_day(uses: &[PlannedUse]) -> Vec<&PlannedUse> {
    let (mut dated, undated): (Vec<_>, Vec<_>) = uses.iter().partition(|planned| planned.date.is_some());
    dated.sort_by_key(|planned| planned.date);
    dated.extend(undated);
    dated
}

/// The row of the facility at which a use is planned; `None` where she has chosen none, or it does not offer that service.
pub fn row_of_use<'c, 'p>(planned: &PlannedUse, plan: &'c Plan<'p>) -> Option<&'c FacilityAnswer<'p>> {
    let named = planned.facility.as_deref()?;
    let mut rows = plan.facilities.iter();
    rows.find(|row| row.offer.service == planned.wanted.service && row.facility.is_called(named))
}

/// The name of the remark that says whether a brother or sister may come along.
const SIBLINGS: &str = "siblings";

/// Whether it is printed that a brother or sister may come along, or may not.
pub fn siblings_are_settled(plan: &Plan<'_>) -> bool {
    plan.rules.is_some_and(|rules| rules.remarks.iter().any(|remark| remark.id == SIBLINGS))
}
