//! What she does on the page that is not an answer, and how far what follows is.

use leptos::prelude::*;

use super::fold::Folds;
use crate::chunks::Later;
use crate::domain::service::Service;

/// What she does on the page that is not an answer.
#[derive(Clone, Copy)]
pub struct Hers {
    /// What she narrowed the facilities to.
    pub filters: Filters,
    /// The facility for which she plans.
    pub place: Place,
    /// What she has opened in her plan.
    pub folds: Folds,
    /// Whether she has put her answers away.
    pub put_away: RwSignal<bool>,
    /// What shows her plan.
    pub plan: Later,
    /// What comes after the first look at it.
    pub later: Later,
}

impl Hers {
    /// Nothing yet.
    pub fn new() -> Hers {
        Hers {
            filters: Filters { service: RwSignal::new(None), open_now: RwSignal::new(false) },
            place: Place(RwSignal::new(None)),
            folds: Folds::new(),
            put_away: RwSignal::new(false),
            plan: Later::of_result(),
            later: Later::of_lazy(),
        }
    }
}

/// What she narrows the list of facilities to.
#[derive(Clone, Copy)]
pub struct Filters {
    /// Those of a service.
    pub service: RwSignal<Option<Service>>,
    /// Those that answer their phone now.
    pub open_now: RwSignal<bool>,
}

/// The facility that she thinks of, by its id; none where she has not decided.
#[derive(Clone, Copy)]
pub struct Place(pub RwSignal<Option<String>>);
