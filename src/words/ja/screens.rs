//! The screens in Japanese.

mod frame;
#[cfg(not(target_arch = "wasm32"))]
mod leaflet;
mod questions;
mod result;
mod services;
mod start;
mod unbroken;
