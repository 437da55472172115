//! 産後ケアナビ. The modules stand in reading order; a later one may use an earlier one, never the reverse.

// The first program leaves out what the whole has.
#![cfg_attr(not(feature = "whole"), allow(dead_code, unused_imports))]

pub mod domain;
pub mod programmes;
pub mod towns;
pub mod interview;
pub mod planner;
pub mod words;
pub mod browser;
pub mod ui;
