//! 日本語: short and warm, one idea a sentence. Dates 「12月1日（火）」, money 「3,300円」, times in 24 hours.

mod notes;
mod plan;
mod screens;

/// 日本語.
pub struct Ja;
