//! What comes first by what she wants most. It closes nothing: all else comes after.

use crate::domain::programme::Facility;
use crate::domain::service::Service;
use crate::domain::text::has;
use crate::interview::Wish;

/// How far a service is from a wish: 0 for the nearest, at most 2.
pub fn service_rank(wish: Option<Wish>, service: Service) -> u8 {
    match (wish, service) {
        (Some(Wish::Sleep), Service::Stay) | (Some(Wish::AtHome), Service::HomeVisit) => 0,
        (Some(Wish::Sleep), Service::DayCare) | (Some(Wish::AtHome), _) => 1,
        (Some(Wish::Sleep), Service::HomeVisit) => 2,
        (Some(Wish::Feeding | Wish::Learning | Wish::Talking | Wish::Nothing) | None, _) => 0,
    }
}

/// How far a facility's care is from a wish: by its service, then by whether a tag of its own speaks of the wish in one of
/// `words`.
pub fn facility_rank(wish: Option<Wish>, service: Service, facility: &Facility, words: &[&str]) -> u8 {
    let speaks = facility.tags.iter().any(|tag| words.iter().any(|word| has(tag, word)));
    let apart = if words.is_empty() || speaks { 0 } else { 1 };
    service_rank(wish, service).saturating_mul(2).saturating_add(apart)
}

/// Items by their days, and where these are the same as they came. There are a handful: inserting each in its place is far less
/// code than a sort.
pub fn by_day<T, D: PartialOrd>(items: impl IntoIterator<Item = T>, day: impl Fn(&T) -> D) -> Vec<T> {
    let mut ordered: Vec<T> = Vec::new();
    for item in items {
        let place = ordered.iter().position(|other| day(&item) < day(other)).unwrap_or(ordered.len());
        ordered.insert(place, item);
    }
    ordered
}
