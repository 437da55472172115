//! Components and pages. They show a [`crate::domain::Plan`] and a [`crate::browser::Session`]; they decide nothing.
//!
//! Views are plain functions that give [`markup::Markup`]: one kind of view keeps the program small. No word
//! stands here, all come from [`crate::words`].

mod choices;
mod date_entry;
#[cfg(feature = "whole")]
mod elsewhere;
mod fold;
mod help;
#[cfg(feature = "whole")]
mod home;
mod icons;
mod install;
mod links;
mod markup;
mod masthead;
mod moving;
mod news;
mod page;
mod postal_entry;
mod privacy;
mod question;
mod questions;
mod result;
#[cfg(feature = "whole")]
mod search;
mod sentences;
mod start;
mod town;

#[cfg(not(target_arch = "wasm32"))]
mod leaflet;
#[cfg(not(target_arch = "wasm32"))]
mod missing;
#[cfg(not(target_arch = "wasm32"))]
pub mod pages;
#[cfg(not(target_arch = "wasm32"))]
mod towns;

#[cfg(feature = "whole")]
pub use home::Home;
pub use town::Town;

/// Mounts the app on the page that is open.
#[cfg(target_arch = "wasm32")]
pub fn mount() {
    use leptos::prelude::*;

    use crate::browser::{Pages, start};

    #[cfg(feature = "whole")]
    let home = || view! { <Home /> };
    // The first program is for the towns' pages alone.
    #[cfg(not(feature = "whole"))]
    let home = || ();
    start(Pages { home, town: |programme| view! { <Town programme /> } });
}
