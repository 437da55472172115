//! Components and pages. They show a [`crate::domain::Plan`] and a [`crate::browser::Session`]; they decide nothing.
//!
//! Views are plain functions that give [`markup::Markup`]: one kind of view keeps the program small. No word
//! stands here, all come from [`crate::words`].

// Shared with the chunks beside them (`home`, `lazy`, `result`), which only `crate::chunks` names.
mod choices;
mod date_entry;
mod fold;
mod help;
mod icons;
mod later;
mod links;
mod loss;
mod masthead;
mod news;
mod page;
mod postal_entry;
mod notice;
mod question;
mod questions;
mod sentences;
mod start;

pub(crate) mod home;
pub(crate) mod lazy;
pub(crate) mod markup;
pub(crate) mod page_state;
pub(crate) mod result;
pub(crate) mod town;

#[cfg(not(target_arch = "wasm32"))]
mod leaflet;
#[cfg(not(target_arch = "wasm32"))]
mod missing;
#[cfg(not(target_arch = "wasm32"))]
pub mod pages;
#[cfg(not(target_arch = "wasm32"))]
mod towns;

/// The first page as it is rendered on the host.
#[cfg(not(target_arch = "wasm32"))]
pub use home::home as home_page;
pub use town::town as town_page;

/// Mounts the app on the page that is open.
pub fn mount() {
    use crate::browser::{Pages, start};

    start(Pages { home: crate::chunks::home_page, town: town_page });
}
