//! What stands on paper of her services and their facilities.

use super::Case;
use crate::domain::plan::{FacilityAnswer, ServiceAnswer, Status};
use crate::domain::service::Services;
use crate::planner::{Step, WantedMost, in_order, possible_day, row_of_use, steps};

/// The services whose time has not passed.
pub fn services_on_paper<'c, 'p>(case: &'c Case<'p>) -> impl Iterator<Item = &'c ServiceAnswer<'p>> {
    case.plan.services.iter().filter(|service| service.status != Status::Outside)
}

/// The dates of a planned use, those that have passed too; none where its day is ruled out.
pub fn steps_on_paper(case: &Case<'_>, place: usize) -> Vec<Step> {
    let possible = possible_day(place, &case.situation, &case.plan, case.today());
    possible.map(|_| steps(&case.plan, Some(place), case.now)).unwrap_or_default()
}

/// The rows that are still possible, as printed, each with its rank where not all of them find room: the lowest is kept first.
///
/// Where she plans to go comes first, then the nearest to what is `wanted`.
pub fn rows_on_paper<'c, 'p>(case: &'c Case<'p>, wanted: WantedMost<'_>) -> Vec<(&'c FacilityAnswer<'p>, usize)> {
    let is_possible = |row: &&FacilityAnswer<'_>| row.status != Status::Outside && !case.is_spent(row.offer.service);
    let possible: Vec<&FacilityAnswer<'_>> = case.plan.facilities.iter().filter(is_possible).collect();
    let is_planned = |row: &&FacilityAnswer<'_>| {
        let mut chosen = case.situation.planned.iter().filter_map(|planned| row_of_use(planned, &case.plan));
        chosen.any(|one| core::ptr::eq(one, *row))
    };
    let (planned, others): (Vec<_>, Vec<_>) =
        in_order(possible.iter().copied(), wanted, Services::default()).into_iter().partition(is_planned);
    let ranked: Vec<&FacilityAnswer<'_>> = planned.into_iter().chain(others).collect();
    let rank = |row: &FacilityAnswer<'_>| ranked.iter().position(|one| core::ptr::eq(*one, row)).unwrap_or(0);
    possible.into_iter().map(|row| (row, rank(row))).collect()
}
