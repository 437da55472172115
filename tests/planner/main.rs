//! What she makes of her plan.
#![cfg(not(target_arch = "wasm32"))]

mod case;
mod day;
mod fixed;
mod limits;
mod lists;
mod picture;
mod rows;
mod steps;
