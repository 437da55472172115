//! What she makes of her plan.
#![cfg(not(target_arch = "wasm32"))]

mod case;
mod day;
mod limits;
mod lists;
mod picture;
mod steps;
