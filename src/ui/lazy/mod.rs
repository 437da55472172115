//! What comes after the first look at her plan: a chunk of its own, which follows once she touches the page. Only
//! [`crate::chunks`] names it, so that nothing of it stands in what she waits for.

mod about;
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
mod privacy;
mod rest;
mod services;
mod share;
mod sheet;
mod stepper;
mod things;

pub use about::about;
pub use foot::warned;
pub use memo::memo;
pub use moving::{moving, paste};
pub use news::{changes, offer};
pub use planner::{planner, rehearse};
pub use privacy::privacy;
pub use rest::rest;
pub use sheet::sheet;
