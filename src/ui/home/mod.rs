//! The first page, and the search for a municipality: a chunk of its own, which no town's page needs.

pub mod elsewhere;
mod page;
mod search;

pub use page::home;
