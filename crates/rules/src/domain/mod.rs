//! What the rules mean: ages and last days, money, quotas, phone hours, dates to act by, and [`plan()`], which answers
//! one mother's situation under one programme.
//!
//! Everything here is pure: `today` and `now` are arguments (JST wall clock), nothing reads a clock, a store, JSON or the
//! browser, and nothing panics. Numbers that a source does not print are absent, never zero.

pub mod age;
pub mod business_days;
pub mod calendar;
pub mod clock;
pub mod deadlines;
pub mod holidays;
pub mod household;
pub mod money;
pub mod phone;
pub mod plan;
pub mod programme;
pub mod quota;
pub mod service;
pub mod situation;
pub mod source;
pub mod tariff;
pub mod text;
pub mod uses;

pub use plan::{Plan, plan};
pub use programme::Programme;
pub use service::Service;
pub use situation::Situation;
