//! The program comes in two: the first is small and leads to the first result; the whole follows while she answers, and
//! goes on where the first is at a moment when the screen changes anyway, so that nothing moves under her thumb.
//!
//! They are two programs with nothing in common but the page. What one tells the other stands there: `data-program` at
//! the root says how far they are, an event calls for the next step, and the answers go the way of the store, or where
//! there is none stand at the root as the record that would have been kept.

use std::sync::atomic::{AtomicBool, Ordering};

use web_sys::{Element, Event};

use super::page;

/// How far the two are, as the start script, the whole and the first write it.
const STATE: &str = "data-program";
/// The first is at work, the whole on its way.
const FIRST: &str = "first";
/// The whole is there and waits.
const READY: &str = "ready";
/// The whole is at work.
const WHOLE: &str = "whole";
/// Her answers, where they are not kept.
const RECORD: &str = "data-record";
/// The first wants the whole, touched or not.
const WANTED: &str = "whole-wanted";
/// The whole is ready.
const IS_READY: &str = "whole-ready";
/// The first is about to show another screen.
const TURNS: &str = "first-turns";
/// The whole, which is ready, asks the first to hand over.
const ASKS: &str = "whole-asks";
/// The first hands over.
const HANDS_OVER: &str = "first-hands-over";

/// Whether this program has handed over: what still calls it goes unheard.
static RETIRED: AtomicBool = AtomicBool::new(false);

/// Whether this program has handed over.
pub fn retired() -> bool {
    RETIRED.load(Ordering::Relaxed)
}

/// Whether this is the program without what can come later.
pub const fn is_first() -> bool {
    !cfg!(feature = "whole")
}

/// Hands over to the whole where it is ready, and tells whether it did. `record` is what can't be kept.
pub fn hand_over(record: Option<String>) -> bool {
    if !is_first() || state().as_deref() != Some(READY) {
        return false;
    }
    if let (Some(record), Some(root)) = (record, root()) {
        let _ = root.set_attribute(RECORD, &record);
    }
    RETIRED.store(true, Ordering::Relaxed);
    tell(HANDS_OVER);
    true
}

/// Calls `act` when the whole is ready, at once where it is.
pub fn when_ready(act: impl Fn() + 'static) {
    match state().as_deref() {
        Some(READY) => act(),
        _ => {
            listen(IS_READY, act);
            tell(WANTED);
        }
    }
}

/// Has the whole come, touched or not.
pub fn want() {
    if is_first() {
        tell(WANTED);
    }
}

/// Calls `act` when the whole asks the first to hand over.
pub(super) fn when_asked(act: impl Fn() + 'static) {
    if is_first() {
        listen(ASKS, act);
    }
}

/// Tells the whole that the first is about to show the screen that the address names, and whether the whole does in its
/// place.
pub(super) fn is_taken() -> bool {
    if is_first() {
        tell(TURNS);
    }
    retired()
}

/// Calls `act` when the first is about to show another screen: the one before stands as it was.
#[cfg(feature = "whole")]
pub(super) fn when_turning(act: impl Fn() + 'static) {
    listen(TURNS, act);
}

/// The whole, which is ready, asks the first to hand over, which it does at once.
#[cfg(feature = "whole")]
pub(super) fn ask() {
    tell(ASKS);
}

/// Whether this is the whole, ready, and the first is at work.
#[cfg(feature = "whole")]
pub(super) fn is_ready() -> bool {
    !is_first() && state().as_deref() == Some(READY)
}

/// Whether this is the whole, and the first is at work.
pub(super) fn is_awaited() -> bool {
    !is_first() && state().as_deref() == Some(FIRST)
}

/// Whether this page began with the first.
pub(super) fn is_second() -> bool {
    !is_first() && state().is_some()
}

/// Calls `go_on` once the first hands over, at once where there is no first.
pub(super) fn when_handed_over(go_on: impl Fn() + 'static) {
    if !is_awaited() {
        return go_on();
    }
    listen(HANDS_OVER, move || {
        mark(WHOLE);
        go_on();
    });
    mark(READY);
    tell(IS_READY);
}

/// The record that the first handed over, where nothing can be kept.
pub(super) fn record() -> Option<String> {
    root()?.get_attribute(RECORD)
}

fn root() -> Option<Element> {
    page::document()?.document_element()
}

fn state() -> Option<String> {
    root()?.get_attribute(STATE)
}

fn mark(state: &str) {
    if let Some(root) = root() {
        // Refused only where nothing can be changed at all.
        let _ = root.set_attribute(STATE, state);
    }
}

fn tell(event: &str) {
    if let (Some(window), Ok(event)) = (web_sys::window(), Event::new(event)) {
        let _ = window.dispatch_event(&event);
    }
}

fn listen(event: &str, act: impl Fn() + 'static) {
    if let Some(window) = web_sys::window() {
        page::on(&window, event, act);
    }
}
