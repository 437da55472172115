//! What this app keeps on this phone: a record of her answers for each town, what stands beside it, which town was last.

use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage, StorageEvent};

use super::{keys, page};
use crate::app::Saving;

const LAST_TOWN: &str = "last";
const TOWNS: &str = "town/";
const SEEN: &str = "seen/";
const TICKS: &str = "ticks/";
const LOST: &str = "lost";
const READING: &str = "reading";
const FOLDS: &str = "folds";
const DRAFTS: &str = "drafts/";

/// The whole name of what this copy of the app keeps under a kind and what it is of.
fn key([kind, of]: [&str; 2]) -> String {
    [ours().as_str(), kind, of].concat()
}

/// What all names of this copy begin with.
fn ours() -> String {
    let path = web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    keys::of_copy(keys::base_of(&path, super::rules::address().is_some()))
}

/// Moves what a release before names had a base in them kept here: the copy of the app that is opened first has it.
pub fn move_earlier() {
    let Some(store) = store() else { return };
    for earlier in names(&store) {
        let Some(name) = keys::of_earlier(&earlier) else { continue };
        let name = key([name, ""]);
        let (Ok(Some(text)), Ok(None)) = (store.get_item(&earlier), store.get_item(&name)) else { continue };
        // First away, then there: a store that is full holds it once.
        let _ = store.remove_item(&earlier);
        if store.set_item(&name, &text).is_err() {
            let _ = store.set_item(&earlier, &text);
        }
    }
}

/// The names of all that a store holds.
fn names(store: &Storage) -> Vec<String> {
    (0..store.length().unwrap_or(0)).filter_map(|index| store.key(index).ok()?).collect()
}

/// The store, where the browser has one and lets us have it. gloo's own way there throws where it does not.
fn store() -> Option<Storage> {
    let is_there = web_sys::window()?.local_storage().is_ok_and(|store| store.is_some());
    is_there.then(LocalStorage::raw)
}

/// What stands beside the answers in a town, under one of the beginnings above.
fn noted(beginning: &str, town: &str) -> Option<String> {
    store()?.get_item(&key([beginning, town])).ok()?
}

/// Keeps such a text, where the store takes it.
fn note(beginning: &str, town: &str, text: &str) {
    if let Some(store) = store() {
        let _ = store.set_item(&key([beginning, town]), text);
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
        let _ = store.set_item(&key([LOST, ""]), "");
    }
}

/// Whether answers were lost here, told once.
pub fn take_lost() -> bool {
    let Some(store) = store() else { return false };
    let lost = key([LOST, ""]);
    store.get_item(&lost).is_ok_and(|mark| mark.is_some()) && store.remove_item(&lost).is_ok()
}

/// Whether the browser keeps anything here at all.
pub fn saving() -> Saving {
    if store().is_some() { Saving::Saved } else { Saving::Unavailable }
}

/// The kept text of a town, as it is: outside, whether the store can be read; inside, whether it has one.
pub fn get(town: &str) -> Option<Option<String>> {
    store()?.get_item(&key([TOWNS, town])).ok()
}

/// Keeps the text of a town, which becomes the last one.
pub fn set(town: &str, text: &str) -> Saving {
    let Some(store) = store() else { return Saving::Unavailable };
    match store.set_item(&key([TOWNS, town]), text) {
        Ok(()) => {
            // Which town was last is a convenience: a store that is full with it still has the answers.
            let _ = store.set_item(&key([LAST_TOWN, ""]), town);
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
pub fn set_reading(text: &str) {
    if let Some(store) = tab() {
        let reading = key([READING, ""]);
        let _ = if text.is_empty() { store.remove_item(&reading) } else { store.set_item(&reading, text) };
    }
}

/// Where she read in this tab, told once.
pub fn take_reading() -> Option<String> {
    let store = tab()?;
    let reading = key([READING, ""]);
    let text = store.get_item(&reading).ok()?;
    let _ = store.remove_item(&reading);
    text
}

/// Keeps what is open in her plan, in this tab and as long as it is open.
pub fn set_folds(text: &str) {
    if let Some(store) = tab() {
        let _ = store.set_item(&key([FOLDS, ""]), text);
    }
}

/// What is open there: outside, whether the tab keeps anything; inside, whether it has this.
pub fn folds() -> Option<Option<String>> {
    tab()?.get_item(&key([FOLDS, ""])).ok()
}

/// What she began to type in a town, in this tab and as long as it is open.
pub fn drafts(town: &str) -> Option<String> {
    tab()?.get_item(&key([DRAFTS, town])).ok()?
}

/// Keeps that; nothing is kept of an empty text.
pub fn set_drafts(town: &str, text: &str) {
    if let Some(store) = tab() {
        let drafts = key([DRAFTS, town]);
        let _ = if text.is_empty() { store.remove_item(&drafts) } else { store.set_item(&drafts, text) };
    }
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
    noted(LAST_TOWN, "")
}

/// Deletes all that this copy of the app keeps, of every town, in this tab too; and what an earlier release left.
pub fn delete_all() {
    let ours = ours();
    for store in [store(), tab()].into_iter().flatten() {
        let is_ours = |name: &&String| name.starts_with(&ours) || keys::of_earlier(name).is_some();
        for name in names(&store).iter().filter(is_ours) {
            let _ = store.remove_item(name);
        }
    }
}

/// Calls `follow` when another tab deletes something. A browser that throws everything away names nothing, and is not heard.
pub fn on_deletion(follow: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let towns = key([TOWNS, ""]);
    page::on_event(&window, "storage", move |event| {
        let deleted = event
            .dyn_ref::<StorageEvent>()
            .is_some_and(|event| event.new_value().is_none() && event.key().is_some_and(|key| key.starts_with(&towns)));
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
