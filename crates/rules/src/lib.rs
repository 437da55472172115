//! What the printed rules mean for one mother on one day: what she can use, until when, at what price, who answers now, what is
//! open and who settles it. No screen, no words, no browser: the app around it has those, and this crate can't name them.
//!
//! The modules stand in reading order; a later one may use an earlier one, never the reverse.
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

pub mod domain;
pub mod programmes;
pub mod towns;
pub mod interview;
pub mod planner;
pub mod reading;
