//! The directory of all municipalities, fetched when the search screen is first opened, or when a postal code is looked up.

use leptos::prelude::*;

use super::{page, rules};
use crate::towns::Directory;

/// The directory, as far as it has come.
#[derive(Clone, Copy)]
pub struct Towns(RwSignal<Arrival>);

/// What has become of the directory.
#[derive(Clone, Copy)]
enum Arrival {
    NotAsked,
    OnItsWay,
    Failed,
    Here(&'static Directory),
}

impl Towns {
    /// Not asked for yet.
    pub fn new() -> Towns {
        Towns(RwSignal::new(Arrival::NotAsked))
    }

    /// Asks for it, where it is not here or on its way.
    pub fn fetch(self) {
        if matches!(self.0.get_untracked(), Arrival::OnItsWay | Arrival::Here(_)) {
            return;
        }
        // On the host there is nobody to ask.
        if !cfg!(target_arch = "wasm32") {
            return;
        }
        self.0.set(Arrival::OnItsWay);
        super::page::spawn(async move {
            // There is one directory as long as the page lives, so that nothing is lost by never freeing it.
            let directory = read().await.map(|directory| &*Box::leak(Box::new(directory)));
            self.0.set(directory.map_or(Arrival::Failed, Arrival::Here));
        });
    }

    /// The directory, once it is here. Follows it.
    pub fn directory(self) -> Option<&'static Directory> {
        match self.0.get() {
            Arrival::Here(directory) => Some(directory),
            Arrival::NotAsked | Arrival::OnItsWay | Arrival::Failed => None,
        }
    }

    /// Whether it could not be had. Follows it.
    pub fn failed(self) -> bool {
        matches!(self.0.get(), Arrival::Failed)
    }
}

impl Default for Towns {
    fn default() -> Towns {
        Towns::new()
    }
}

/// Fetches it; `None` where it did not arrive, or the page does not say where it is.
pub async fn read() -> Option<Directory> {
    let address = page::document()?.get_element_by_id("towns")?.get_attribute("content")?;
    rules::read(&address, Directory::decode).await.ok()
}
