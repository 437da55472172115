//! Her answers on this phone: one record a town, and which town was last.

use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

/// What becomes of her answers on this phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// They are kept, or there is nothing to keep yet.
    Saved,
    /// The browser keeps nothing here (private mode, or switched off): they last as long as the page.
    Unavailable,
    /// The store is full: the last answers last as long as the page.
    Full,
    /// A newer version of this app kept answers here: they are left alone, and those given now last as long as the page.
    KeptByNewer,
}

/// All our keys begin so: other pages of one origin share its store.
const OURS: &str = "sango-navi/";
const LAST_TOWN: &str = "sango-navi/last";
const TOWNS: &str = "sango-navi/town/";

fn key(town: &str) -> String {
    [TOWNS, town].concat()
}

/// The store, where the browser has one and lets us have it. gloo's own way there throws where it does not.
fn store() -> Option<Storage> {
    let is_there = web_sys::window()?.local_storage().is_ok_and(|store| store.is_some());
    is_there.then(LocalStorage::raw)
}

/// Whether the browser keeps anything here at all.
pub fn saving() -> Saving {
    if store().is_some() { Saving::Saved } else { Saving::Unavailable }
}

/// The kept text of a town, as it is: outside, whether the store can be read; inside, whether it has one.
pub fn get(town: &str) -> Option<Option<String>> {
    store()?.get_item(&key(town)).ok()
}

/// Keeps the text of a town, which becomes the last one.
pub fn set(town: &str, text: &str) -> Saving {
    let Some(store) = store() else { return Saving::Unavailable };
    match store.set_item(&key(town), text) {
        Ok(()) => {
            // Which town was last is a convenience: a store that is full with it still has the answers.
            let _ = store.set_item(LAST_TOWN, town);
            Saving::Saved
        }
        Err(refused) => why(&refused),
    }
}

/// The town in which she answered last.
pub fn last_town() -> Option<String> {
    store()?.get_item(LAST_TOWN).ok()?
}

/// Deletes all that this app kept, of every town.
pub fn delete_all() {
    let Some(store) = store() else { return };
    let keys: Vec<String> = (0..store.length().unwrap_or(0)).filter_map(|index| store.key(index).ok()?).collect();
    for key in keys.iter().filter(|key| key.starts_with(OURS)) {
        let _ = store.remove_item(key);
    }
}

/// Why the browser refused to keep a text.
fn why(refused: &JsValue) -> Saving {
    let is_full = refused
        .dyn_ref::<DomException>()
        .is_some_and(|refused| matches!(refused.name().as_str(), "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED"));
    if is_full { Saving::Full } else { Saving::Unavailable }
}
