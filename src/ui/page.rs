//! The page around the app: its title, its focus, the leaflet below. On the host nothing happens.

use leptos::prelude::*;
use leptos::web_sys::Node;

#[cfg(target_arch = "wasm32")]
use crate::browser::read_again;
use crate::browser::{self, Session, left_at};
use crate::interview::Screen;

/// The leaflet below the app: shown at the start only.
#[cfg(target_arch = "wasm32")]
const LEAFLET: &str = "leaflet";

/// Moves the focus to an element, once it is there.
pub fn focus(id: &'static str) {
    #[cfg(target_arch = "wasm32")]
    request_animation_frame(move || {
        let element = document().get_element_by_id(id);
        focus_on(element);
    });
    #[cfg(not(target_arch = "wasm32"))]
    let _ = id;
}

/// Moves the focus to an element that stands already.
pub fn focus_at_once(id: &str) {
    #[cfg(target_arch = "wasm32")]
    focus_on(document().get_element_by_id(id));
    #[cfg(not(target_arch = "wasm32"))]
    let _ = id;
}

/// Opens something that is folded, and moves the focus to what it is called by.
pub fn unfold(id: &'static str) {
    #[cfg(target_arch = "wasm32")]
    if let Some(folded) = document().get_element_by_id(id) {
        // Refused only where nothing can be changed at all.
        let _ = folded.set_attribute("open", "");
        focus_on(folded.first_element_child());
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = id;
}

/// Goes to a part of the page: one that is folded opens. In the place of one that is not here yet stands the way to it.
pub fn jump(id: &'static str) {
    #[cfg(target_arch = "wasm32")]
    {
        let later = || document().query_selector(".later").ok().flatten();
        let Some(part) = document().get_element_by_id(id).or_else(later) else { return };
        let is_fold = part.tag_name() == "DETAILS";
        // Refused only where nothing can be changed at all.
        let _ = if is_fold { part.set_attribute("open", "") } else { part.set_attribute("tabindex", "-1") };
        part.scroll_into_view();
        focus_on(if is_fold { part.first_element_child() } else { Some(part) });
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = id;
}

/// Puts a value into a field that she may have typed in.
pub fn put(id: &str, value: &str) {
    #[cfg(target_arch = "wasm32")]
    if let Some(field) = document().get_element_by_id(id) {
        // Refused by nothing that is a field.
        let _ = js_sys::Reflect::set(&field, &"value".into(), &value.into());
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (id, value);
}

/// Shows or hides the leaflet.
fn show_leaflet(shown: bool) {
    #[cfg(target_arch = "wasm32")]
    if let Some(leaflet) = document().get_element_by_id(LEAFLET) {
        // Refused only where nothing can be changed at all.
        let _ = if shown { leaflet.remove_attribute("hidden") } else { leaflet.set_attribute("hidden", "") };
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = shown;
}

/// Keeps the page around the app in step with the session's screen.
pub fn follow(session: Session) {
    let mut before = <(Screen, (Screen, f64))>::default();
    browser::follow(move || {
        let screen = session.screen.get();
        show_leaflet(screen == Screen::Start);
        // The screen before the one beside it, and how far down she was there.
        let (last, (left, place)) = before;
        // The first screen stands already: its title is the page's, and the focus stays where she put it.
        if last != screen {
            arrive(screen, if last.leads_back() && left == screen { place } else { 0.0 });
        }
        before = (screen, if last.is_beside() { (left, place) } else { (last, left_at()) });
    });
}

/// Gives the page the title of its heading, once what changed stands.
pub fn follow_heading() {
    #[cfg(target_arch = "wasm32")]
    request_animation_frame(|| drop(title()));
}

/// A new screen: its heading gives the title and takes the focus; she sees it from its top, or from where she left it.
fn arrive(screen: Screen, place: f64) {
    #[cfg(target_arch = "wasm32")]
    request_animation_frame(move || {
        if let Some(heading) = title() {
            focus_on(Some(heading));
            window().scroll_to_with_x_and_y(0.0, place);
            read_again(screen);
        }
    });
    let _ = (screen, place);
}

#[cfg(target_arch = "wasm32")]
fn title() -> Option<leptos::web_sys::Element> {
    let heading = document().query_selector(":not([hidden]) > h1").ok()??;
    let text = heading.text_content().unwrap_or_default();
    document().set_title(&crate::words::japanese().page_title(&text));
    Some(heading)
}

#[cfg(target_arch = "wasm32")]
fn focus_on(element: Option<leptos::web_sys::Element>) {
    use leptos::wasm_bindgen::JsCast;
    if let Some(element) = element.and_then(|element| element.dyn_into::<leptos::web_sys::HtmlElement>().ok()) {
        // An element that takes no focus leaves it where it is.
        let _ = element.focus();
    }
}

/// A copy of the static page's first screen, which the program takes over.
pub fn first_screen() -> Option<Node> {
    #[cfg(target_arch = "wasm32")]
    return document().query_selector("#app main > div > *").ok()??.clone_node_with_deep(true).ok();
    #[cfg(not(target_arch = "wasm32"))]
    None
}

/// Says something under a town's name in the list of towns, in the place of its reading: nothing moves.
pub fn say_in_town(id: Option<String>, text: &'static str) {
    // What a store holds may be anything: only a town's name as an address has it is looked for.
    let Some(id) = id.filter(|id| id.bytes().all(|letter| letter.is_ascii_lowercase() || letter == b'-')) else {
        return;
    };
    #[cfg(target_arch = "wasm32")]
    request_animation_frame(move || {
        let hint = ["[data-town=\"", &id, "\"] .choice-hint"].concat();
        if let Ok(Some(hint)) = document().query_selector(&hint) {
            hint.set_text_content(Some(text));
        }
    });
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (id, text);
}
