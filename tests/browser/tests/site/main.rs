//! The built site in real browsers.

mod faults;
mod instruments;
mod mother;
mod offline;
mod smoke;
mod towns;
mod walk;
