//! The municipalities of Japan, found by name, reading or postal code, whether their programme is in the app or not.
//!
//! On the host [`encode`] packs the committed list into the bytes of an index when the site is built. The search screen
//! fetches them with what the app has ([`Directory`]), nothing else needs them: [`Index::decode`] unpacks,
//! [`Index::search`] answers at every keystroke.
//! 行政区 of a 政令指定都市 are searched for and stand for their city.

mod decode;
mod directory;
#[cfg(not(target_arch = "wasm32"))]
mod encode;
mod fold;
mod index;
#[cfg(not(target_arch = "wasm32"))]
mod list;
mod postal;
mod romaji;
mod search;

pub use decode::DecodeError;
#[cfg(not(target_arch = "wasm32"))]
pub use directory::encode_directory;
pub use directory::{Directory, Group, Here, Page};
#[cfg(not(target_arch = "wasm32"))]
pub use encode::encode;
pub use index::{Index, Town};
#[cfg(not(target_arch = "wasm32"))]
pub use list::{ListError, ListFile};
