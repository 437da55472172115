//! The next release of the site, which the start script and the worker fetch while this one is in use.

use super::page;

/// What the start script sets on the page, and the event that it sends, when a newer release is whole on this phone.
const NEWER: &str = "newer";
const MARK: &str = "data-newer";

/// Whether a newer release than the page's own is on this phone.
pub fn is_newer_here() -> bool {
    let root = page::document().and_then(|document| document.document_element());
    root.is_some_and(|root| root.has_attribute(MARK))
}

/// Calls `follow` once there is one.
pub fn listen(follow: impl Fn() + 'static) {
    if let Some(window) = web_sys::window() {
        page::on(&window, NEWER, follow);
    }
}

/// Takes the newest release: the page loads again, and the worker answers from there.
pub fn take() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}
