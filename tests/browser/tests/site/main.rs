//! The built site in real browsers.

mod answered;
mod faults;
mod flyer;
mod handover;
mod install;
mod instruments;
mod keeping;
mod line;
mod lost;
mod mother;
mod offline;
mod phone;
mod planner;
mod security;
mod smoke;
mod takeover;
mod time;
mod towns;
mod updates;
mod walk;
