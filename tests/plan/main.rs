//! What a plan says beside the ages: notes, dates, money, the fine points of who may use what.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../planner/case.rs"]
#[allow(dead_code, reason = "shared with the planner's tests")]
mod case;
mod dates;
mod eligibility;
mod money;
mod notes;
mod planned;
mod said;
mod sources;
