//! What comes after the first look.

pub use super::fixed::fixed;
pub use super::memo::memo;
pub use super::picture::year;
pub use super::planner::{planner, rehearse};
pub use super::share::sharing;
pub use super::sheet::sheet;
pub use super::things::things;
