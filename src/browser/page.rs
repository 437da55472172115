//! The page itself: its elements, what happens to it, and when it is looked at again.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Event, EventTarget, PageTransitionEvent, PerformanceNavigation};

use super::handover::retired;

/// The document, where there is a page.
pub fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Calls `follow` at each such event, as long as the page lives.
pub fn on(target: &EventTarget, event: &str, follow: impl Fn() + 'static) {
    on_event(target, event, move |_| follow());
}

/// The same for one who wants to know more of the event.
pub fn on_event(target: &EventTarget, event: &str, follow: impl Fn(Event) + 'static) {
    let closure = Closure::<dyn Fn(Event)>::new(move |event| {
        if !retired() {
            follow(event);
        }
    });
    // A target that refuses listeners leaves the app as it is: it only does not follow by itself.
    let _ = target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    // One a page, each as long as the page: nothing is lost by never freeing it.
    closure.forget();
}

/// Calls `follow` once, `milliseconds` from now.
pub fn after(milliseconds: i32, follow: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let closure = Closure::once_into_js(move || {
        if !retired() {
            follow();
        }
    });
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(closure.unchecked_ref(), milliseconds);
}

/// Calls `follow` once what stands now has been painted.
pub fn after_paint(follow: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    // A frame's own callbacks come before it is painted; what they put off comes after.
    let closure = Closure::once_into_js(move || after(0, follow));
    let _ = window.request_animation_frame(closure.unchecked_ref());
}

/// Lets the browser do what else waits before this goes on: a tap, a frame.
pub async fn breath() {
    let Some(window) = web_sys::window() else { return };
    let next = js_sys::Promise::new(&mut |go_on, _| {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&go_on, 0);
    });
    // It is never refused.
    let _ = JsFuture::from(next).await;
}

/// Calls `follow` whenever she looks at the page again: the tab comes back to the front, or the page out of the way back,
/// which `follow` is told. There it stood still, and heard of nothing.
pub fn on_return(follow: impl Fn(bool) + Clone + 'static) {
    let Some(window) = web_sys::window() else { return };
    let shown = follow.clone();
    on_event(&window, "pageshow", move |event| {
        shown(event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted));
    });
    if let Some(document) = window.document() {
        on(&document, "visibilitychange", move || follow(false));
    }
}

/// Says when printing begins and ends.
pub fn on_print(follow: impl Fn(bool) + Clone + 'static) {
    let Some(window) = web_sys::window() else { return };
    for (event, printing) in [("beforeprint", true), ("afterprint", false)] {
        let follow = follow.clone();
        on(&window, event, move || follow(printing));
    }
}

/// Takes the names of the static page's parts that screens have too: at a link to one a browser would go there before
/// anything hears of it.
pub fn take_names() {
    let named = || document()?.query_selector("#leaflet [id]").ok()?;
    while let Some(part) = named() {
        if part.remove_attribute("id").is_err() {
            break;
        }
    }
}

thread_local! {
    static LEFT_AT: Cell<f64> = const { Cell::new(0.0) };
}

/// Whether the page is brought up again rather than for the first time: loaded anew, or by the way back or forth.
pub fn is_again() -> bool {
    let performance = web_sys::window().and_then(|window| window.performance());
    let again = [PerformanceNavigation::TYPE_RELOAD, PerformanceNavigation::TYPE_BACK_FORWARD];
    performance.is_some_and(|performance| again.contains(&performance.navigation().type_()))
}

/// How far down the page is, in CSS pixels.
pub fn down() -> f64 {
    web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or_default()
}

/// Notes how far down the page is, while the screen that she leaves still stands.
pub fn leave() {
    let down = down();
    LEFT_AT.set(down);
    #[cfg(not(feature = "whole"))]
    super::storage::set_left(whole(down));
}

/// How far down the page was when she last left a screen, in CSS pixels.
pub fn left_at() -> f64 {
    LEFT_AT.get()
}

/// A new screen begins at its top.
pub fn to_top() {
    scroll_to(0.0);
}

/// Scrolls so far down the page, in CSS pixels.
pub fn scroll_to(down: f64) {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, down);
    }
}

/// Scrolls down so far, in CSS pixels; up where that is negative.
pub fn scroll_by(down: f64) {
    if let Some(window) = web_sys::window() {
        window.scroll_by_with_x_and_y(0.0, down);
    }
}

/// The elements within another that `selector` (CSS) finds, in the order of the page.
#[cfg(feature = "whole")]
pub fn all(within: &web_sys::Element, selector: &str) -> Vec<web_sys::Element> {
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|nth| found.item(nth)?.dyn_into().ok()).collect()
}

/// The `nth` of them, counted from 0.
#[cfg(feature = "whole")]
pub fn nth(within: &web_sys::Element, selector: &str, nth: u32) -> Option<web_sys::Element> {
    within.query_selector_all(selector).ok()?.item(nth)?.dyn_into().ok()
}

/// The nearest whole number; one that is negative is 0: `as` keeps to the ends of the range.
pub fn whole(pixels: f64) -> u32 {
    pixels.round() as u32
}

/// How high the window is, in CSS pixels.
pub fn height() -> f64 {
    web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default()
}

/// The address of the site's keeper, as a link: `mailto:…`; `None` where there is no page, or the page names none.
pub fn keeper() -> Option<String> {
    #[cfg(target_arch = "wasm32")]
    return document()?.get_element_by_id("keeper")?.get_attribute("href");
    #[cfg(not(target_arch = "wasm32"))]
    None
}
