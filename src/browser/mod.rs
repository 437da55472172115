//! The only door to the browser: its clock, its store, its address, fetching a town's rules, and mounting the app.
//!
//! Everything outside shows what a [`Session`] holds and asks it to act. Nothing here panics: what the browser refuses is
//! a value ([`crate::app::Saving`], [`Unavailable`]). On the host all of it compiles and only [`Session::on_host`] may be called.

mod address;
pub mod chunks;
mod clock;
pub mod folds;
mod kept;
mod keys;
mod page;
mod reading;
mod release;
mod rules;
mod session;
mod start;
mod storage;
mod towns;
mod turns;

pub mod share;

pub use page::{is_in_sight_or_above, keeper, left_at, spawn, when_touched};
pub use reading::go_back as read_again;
pub use reading::go_on as read_on;
pub use reading::through_print as read_through_print;
pub use rules::Unavailable;
pub use session::Session;
pub use start::{Pages, start};
pub use towns::Towns;
pub use towns::read as read_directory;
pub use turns::{TURNS, Turns, follow, painted, shown};
