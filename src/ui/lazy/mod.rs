//! What comes after the first look at her plan: a chunk of its own, which follows once she touches the page. Only
//! [`crate::chunks`] names it, so that nothing of it stands in what she waits for.

mod calendar;
mod code;
mod copy;
mod days;
mod fixed;
mod foot;
mod install;
mod memo;
mod moving;
mod news;
mod outcome;
mod paper;
mod picture;
mod planner;
mod rest;
mod share;
mod sheet;
mod stepper;
mod things;

pub use install::install;
pub use moving::{moving, paste};
pub use news::{changes, offer};
pub use planner::{planner, rehearse};
pub use rest::rest;
pub use sheet::sheet;
