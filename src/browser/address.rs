//! The page's address: the fragment that names the screen, and a query that a QR code leaves behind.

use wasm_bindgen::JsValue;
use web_sys::Window;

use crate::interview::Screen;
use crate::interview::record;

/// What a QR code adds so that LINE opens the page in the phone's own browser. It has done its work by now.
const LEFT_BY_LINE: &str = "openExternalBrowser=1";
/// What the address of an app that was added to the phone begins with.
const INSTALLED: &str = "?installed=1";

/// The screen that the address names: the start where it has no fragment, none where that is a place within a page.
pub fn screen() -> Option<Screen> {
    let fragment = web_sys::window()?.location().hash().ok()?;
    Screen::from_fragment(fragment.strip_prefix('#').unwrap_or(&fragment))
}

/// The record that a link brings in its fragment; none where the fragment is anything else.
pub fn record() -> Option<String> {
    let fragment = web_sys::window()?.location().hash().ok()?;
    fragment.strip_prefix('#').filter(|fragment| record::may_be(fragment)).map(str::to_owned)
}

/// The address of the page alone: without query and fragment.
pub fn of_page() -> Option<String> {
    let location = web_sys::window()?.location();
    Some([location.origin().ok()?, location.pathname().ok()?].concat())
}

/// Names a screen in the address as a new step, so that the browser's way back leads to the one before.
pub fn go(screen: Screen) {
    change(screen, |window, address| window.history()?.push_state_with_url(&JsValue::NULL, "", Some(address)));
}

/// Names a screen in the address in the place of the present one.
pub fn correct(screen: Screen) {
    change(screen, |window, address| window.history()?.replace_state_with_url(&JsValue::NULL, "", Some(address)));
}

/// The browser may refuse (too many steps in a short time): the screen changes all the same.
fn change(screen: Screen, make: impl FnOnce(&Window, &str) -> Result<(), JsValue>) {
    let Some(window) = web_sys::window() else { return };
    let location = window.location();
    let (Ok(path), Ok(query)) = (location.pathname(), location.search()) else { return };
    let fragment = screen.fragment();
    let mark = if fragment.is_empty() { "" } else { "#" };
    let _ = make(&window, &[path.as_str(), &query, mark, &fragment].concat());
}

/// Calls `follow` whenever the address comes to name another screen without [`go`]: a link, the way back or forth.
pub fn listen(follow: impl Fn() + Clone + 'static) {
    let Some(window) = web_sys::window() else { return };
    for event in ["hashchange", "popstate"] {
        super::page::on(&window, event, follow.clone());
    }
}

/// Whether she opened the app by its icon among the phone's own. The address is then as without.
pub fn by_icon() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let location = window.location();
    let (Ok(path), Ok(query)) = (location.pathname(), location.search()) else { return false };
    if query != INSTALLED {
        return false;
    }
    if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&path));
    }
    true
}

/// Opens a town's page where she was, in the place of this one.
pub fn open_town(town: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().replace(&[town, "/#", &Screen::Result.fragment()].concat());
    }
}

/// Opens a town's page with answers that were brought.
pub fn bring_to_town(town: &str, record: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().assign(&[town, "/#", record].concat());
    }
}

/// Takes what LINE left out of the address, without a new step.
pub fn tidy() {
    let Some(window) = web_sys::window() else { return };
    let location = window.location();
    let (Ok(path), Ok(query), Ok(fragment)) = (location.pathname(), location.search(), location.hash()) else { return };
    let (Some(tidied), Ok(history)) = (without_line(&query), window.history()) else { return };
    let address = [path.as_str(), &tidied, &fragment].concat();
    let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
}

/// The query without what LINE left; `None` where there is nothing of it.
fn without_line(query: &str) -> Option<String> {
    let query = query.strip_prefix('?')?;
    let kept: Vec<&str> = query.split('&').filter(|part| *part != LEFT_BY_LINE).collect();
    let left = kept.join("&");
    (left != query).then(|| if left.is_empty() { left } else { ["?", &left].concat() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_line_left_goes() {
        for (query, expected) in [
            ("", None),
            ("?", None),
            ("?a=1", None),
            ("?openExternalBrowser=10", None),
            ("?openExternalBrowser=1", Some("")),
            ("?a=1&openExternalBrowser=1", Some("?a=1")),
            ("?openExternalBrowser=1&a=%E5%8C%97&b", Some("?a=%E5%8C%97&b")),
            ("?openExternalBrowser=1&openExternalBrowser=1", Some("")),
        ] {
            assert_eq!(without_line(query).as_deref(), expected, "{query}");
        }
    }
}
