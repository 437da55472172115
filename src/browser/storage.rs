//! Her answers on this phone: one record a town, and which town was last.

use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage, StorageEvent};

use super::page;

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
const SEEN: &str = "sango-navi/seen/";
const TICKS: &str = "sango-navi/ticks/";
const LOST: &str = "sango-navi/lost";
const READING: &str = "sango-navi/reading";
const FOLDS: &str = "sango-navi/folds";

fn key(town: &str) -> String {
    [TOWNS, town].concat()
}

/// The store, where the browser has one and lets us have it. gloo's own way there throws where it does not.
fn store() -> Option<Storage> {
    let is_there = web_sys::window()?.local_storage().is_ok_and(|store| store.is_some());
    is_there.then(LocalStorage::raw)
}

/// What stands beside the answers in a town, under one of the beginnings above.
fn noted(beginning: &str, town: &str) -> Option<String> {
    store()?.get_item(&[beginning, town].concat()).ok()?
}

/// Keeps such a text, where the store takes it.
fn note(beginning: &str, town: &str, text: &str) {
    if let Some(store) = store() {
        let _ = store.set_item(&[beginning, town].concat(), text);
    }
}

/// What is ticked off in a town, as it was kept.
pub fn ticks(town: &str) -> Option<String> {
    noted(TICKS, town)
}

/// Keeps what is ticked off in a town. It is a convenience: a store that refuses it still has the answers.
pub fn set_ticks(town: &str, text: &str) {
    note(TICKS, town, text);
}

/// Keeps in mind that answers were lost here, for [`take_lost`].
pub fn set_lost() {
    if let Some(store) = store() {
        // Where even this is refused, nothing can be offered that would help.
        let _ = store.set_item(LOST, "");
    }
}

/// Whether answers were lost here, told once.
pub fn take_lost() -> bool {
    let Some(store) = store() else { return false };
    let lost = store.get_item(LOST).is_ok_and(|mark| mark.is_some());
    lost && store.remove_item(LOST).is_ok()
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

/// What was kept of the plan that she last saw in a town; `None` where there is nothing, or no store.
pub fn seen(town: &str) -> Option<String> {
    noted(SEEN, town)
}

/// Keeps what she sees of the plan in a town. Where that is refused she is only not told what changed.
pub fn set_seen(town: &str, text: &str) {
    note(SEEN, town, text);
}

/// Keeps where she reads, in this tab and as long as it is open; nothing is kept of an empty text.
#[cfg(feature = "whole")]
pub fn set_reading(text: &str) {
    if let Some(store) = tab() {
        let _ = if text.is_empty() { store.remove_item(READING) } else { store.set_item(READING, text) };
    }
}

/// Keeps how far down she left a screen of the first program, in CSS pixels, for the whole, which may be at work when she
/// comes back.
#[cfg(not(feature = "whole"))]
pub fn set_left(down: u32) {
    if let Some(store) = tab() {
        let _ = store.set_item(READING, &down.to_string());
    }
}

/// How far down that was, in CSS pixels.
#[cfg(not(feature = "whole"))]
pub fn left() -> Option<u32> {
    tab()?.get_item(READING).ok()??.parse().ok()
}

/// Where she read in this tab, told once.
#[cfg(feature = "whole")]
pub fn take_reading() -> Option<String> {
    let store = tab()?;
    let text = store.get_item(READING).ok()?;
    let _ = store.remove_item(READING);
    text
}

/// Keeps what is open in her plan, in this tab and as long as it is open.
pub fn set_folds(text: &str) {
    if let Some(store) = tab() {
        let _ = store.set_item(FOLDS, text);
    }
}

/// What was open there.
pub fn folds() -> Option<String> {
    tab()?.get_item(FOLDS).ok()?
}

/// The store of this tab, where the browser lets us have it.
fn tab() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

/// Asks the browser not to throw away what is kept here when space is short, or after days unused. Some decide by
/// themselves, some ask her; whatever the answer, nothing else changes.
pub fn ask_to_stay() {
    if let Some(window) = web_sys::window() {
        // Absent over plain http: then the call throws, and that is no loss.
        let _ = window.navigator().storage().persist();
    }
}

/// The town in which she answered last.
pub fn last_town() -> Option<String> {
    store()?.get_item(LAST_TOWN).ok()?
}

/// Deletes all that this app kept, of every town.
pub fn delete_all() {
    for store in [store(), tab()].into_iter().flatten() {
        let keys: Vec<String> = (0..store.length().unwrap_or(0)).filter_map(|index| store.key(index).ok()?).collect();
        for key in keys.iter().filter(|key| key.starts_with(OURS)) {
            let _ = store.remove_item(key);
        }
    }
}

/// Calls `follow` when another tab deletes something. A browser that throws everything away names nothing, and is not heard.
pub fn on_deletion(follow: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    page::on_event(&window, "storage", move |event| {
        let deleted = event
            .dyn_ref::<StorageEvent>()
            .is_some_and(|event| event.new_value().is_none() && event.key().is_some_and(|key| key.starts_with(TOWNS)));
        if deleted {
            follow();
        }
    });
}

/// Why the browser refused to keep a text.
fn why(refused: &JsValue) -> Saving {
    let is_full = refused
        .dyn_ref::<DomException>()
        .is_some_and(|refused| matches!(refused.name().as_str(), "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED"));
    if is_full { Saving::Full } else { Saving::Unavailable }
}
