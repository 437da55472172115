//! The built site in real browsers.

mod faults;
mod handover;
mod instruments;
mod mother;
mod offline;
mod smoke;
mod towns;
mod walk;
