//! The built site in real browsers.

mod faults;
mod instruments;
mod mother;
mod smoke;
mod walk;
