//! Components and pages. They show a [`crate::domain::Plan`] and a [`crate::browser::Session`]; they decide nothing.
//!
//! Views are plain functions that give [`markup::Markup`]: one kind of view keeps the program small. No word
//! stands here, all come from [`crate::words`].

mod choices;
mod date_entry;
mod elsewhere;
mod help;
mod home;
mod icons;
mod links;
mod markup;
mod masthead;
mod page;
mod postal_entry;
mod privacy;
mod question;
mod questions;
mod result;
mod search;
mod sentences;
mod start;
mod town;

#[cfg(not(target_arch = "wasm32"))]
mod leaflet;
#[cfg(not(target_arch = "wasm32"))]
pub mod pages;
#[cfg(not(target_arch = "wasm32"))]
mod towns;

pub use home::Home;
pub use town::Town;
