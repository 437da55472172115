//! What is shown, and what becomes of it when something happens: one state, pure.
//!
//! [`crate::browser::Session`] tells [`update`] what happened, carries out the [`Effect`]s that come back, and shows the
//! state. It decides nothing; all that can go wrong between two tabs, the way back and a store that is gone stands in the
//! tables of `tests/app.rs`.

mod event;
mod state;
mod update;

pub use event::{Address, Effect, Event, Newer};
pub use state::{Page, Saving, State};
pub use update::update;
