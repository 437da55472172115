//! The first page, and the search for a municipality: a chunk of its own, which a town's page needs only to look up a postal
//! code.

pub mod elsewhere;
mod page;
mod postal;
mod search;

pub use page::home;
pub use postal::{Told, whose};
