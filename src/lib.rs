//! 産後ケアナビ. The modules stand in reading order; a later one may use an earlier one, never the reverse.
#![cfg_attr(
    not(test),
    deny(
        clippy::allow_attributes_without_reason,
        clippy::arithmetic_side_effects,
        clippy::expect_used,
        clippy::get_unwrap,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::string_slice,
        clippy::todo,
        clippy::unimplemented,
        clippy::unreachable,
        clippy::unwrap_used
    )
)]

pub use rules::{domain, interview, planner, programmes, reading, towns};

pub mod words;
pub mod app;
pub mod browser;
pub mod ui;
mod chunks;
