//! The facility that she thinks of.

use leptos::prelude::*;

/// The facility that she thinks of, by its id; none where she has not decided.
#[derive(Clone, Copy)]
pub struct Place(pub(super) RwSignal<Option<String>>);

impl Place {
    /// Not decided.
    pub fn new() -> Place {
        Place(RwSignal::new(None))
    }
}
