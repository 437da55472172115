//! What the browser tests are written with: real browsers, the built site served to them, and ways to ask what a page
//! shows. Tests stand in `tests/site/`; they need `dist/` and the drivers, which `cargo xtask test` sees to.
//!
//! Every wait is for a condition, with a limit; nothing sleeps for a fixed time.

pub mod axe;
mod begin;
pub mod browser;
pub mod console;
mod death;
mod driver;
pub mod engine;
pub mod page;
mod profile;
pub mod site;
pub mod wait;
mod zoom;

pub use axe::Violation;
pub use begin::begin;
pub use browser::{Appearance, Browser, Opened, Room, Settings, Storage, TextSize, Viewport};
pub use browser_tests_attribute::browser_test;
pub use engine::Engine;
pub use site::Site;
pub use wait::until;
