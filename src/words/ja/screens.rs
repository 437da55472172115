//! The screens in Japanese.

mod frame;
mod questions;
mod result;
mod services;
mod start;
mod unbroken;
