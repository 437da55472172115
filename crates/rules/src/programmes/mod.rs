//! Rule files: one TOML file per municipality, named after its place in addresses, and nothing else for a new one.
//!
//! [`shape`] is a file as it is written, with its JSON Schema; reading a file notes every problem in it at once
//! ([`Problem`]) and lowers it into [`crate::domain::Programme`]. All of that exists on the host only. The browser gets
//! a programme in a compiled form and no parser: [`encode`] and [`decode`].

mod compiled;
pub use compiled::{DecodeError, decode, encode};
#[cfg(any(test, target_arch = "wasm32"))]
mod whole;

#[cfg(not(target_arch = "wasm32"))]
mod against;
#[cfg(not(target_arch = "wasm32"))]
mod encoding;
#[cfg(not(target_arch = "wasm32"))]
mod kinds;
#[cfg(not(target_arch = "wasm32"))]
mod load;
#[cfg(not(target_arch = "wasm32"))]
mod lower;
#[cfg(not(target_arch = "wasm32"))]
mod misfit;
#[cfg(not(target_arch = "wasm32"))]
mod place;
#[cfg(not(target_arch = "wasm32"))]
mod problem;
#[cfg(not(target_arch = "wasm32"))]
pub mod shape;
#[cfg(not(target_arch = "wasm32"))]
mod slips;
#[cfg(not(target_arch = "wasm32"))]
mod tree;

#[cfg(not(target_arch = "wasm32"))]
pub use against::{Doubts, Known, KnownTown, doubts};
#[cfg(not(target_arch = "wasm32"))]
pub use load::{load, load_all, load_files, parse, parse_bytes};
#[cfg(not(target_arch = "wasm32"))]
pub use problem::Problem;
