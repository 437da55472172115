//! The built site in real browsers.

mod instruments;
mod smoke;
