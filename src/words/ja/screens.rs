//! The screens in Japanese.

mod frame;
mod keeping;
#[cfg(not(target_arch = "wasm32"))]
mod leaflet;
mod lines;
mod memo;
mod news;
mod paper;
mod planner;
mod questions;
mod result;
mod search;
mod services;
#[cfg(not(target_arch = "wasm32"))]
mod site;
mod start;
mod unbroken;
