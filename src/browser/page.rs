//! The page itself: its elements, what happens to it, and when it is looked at again.

use std::cell::Cell;
use std::pin::Pin;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Event, EventTarget, PageTransitionEvent, PerformanceNavigation};

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
    let closure = Closure::<dyn Fn(Event)>::new(follow);
    // A target that refuses listeners leaves the app as it is: it only does not follow by itself.
    let _ = target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    // One a page, each as long as the page: nothing is lost by never freeing it.
    closure.forget();
}

/// Calls `follow` once, `milliseconds` from now.
pub fn after(milliseconds: i32, follow: impl FnOnce() + 'static) {
    after_boxed(milliseconds, Box::new(follow));
}

// A closure for the browser costs the program some hundred bytes for each kind: all are of one.
fn after_boxed(milliseconds: i32, follow: Box<dyn FnOnce()>) {
    let Some(window) = web_sys::window() else { return };
    let closure = Closure::once_into_js(follow);
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(closure.unchecked_ref(), milliseconds);
}

/// Calls `follow` once what stands now has been painted.
pub fn after_paint(follow: impl FnOnce() + 'static) {
    after_paint_boxed(Box::new(follow));
}

fn after_paint_boxed(follow: Box<dyn FnOnce()>) {
    let Some(window) = web_sys::window() else { return };
    // A frame's own callbacks come before it is painted; what they put off comes after.
    let closure = Closure::once_into_js(move || after_boxed(0, follow));
    let _ = window.request_animation_frame(closure.unchecked_ref());
}

/// Does `task` beside all else. One kind of task for all of them, as for closures.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    let task: Pin<Box<dyn Future<Output = ()>>> = Box::pin(task);
    wasm_bindgen_futures::spawn_local(task);
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

/// Calls `follow` once she touches the page, by whatever: the first sign that she stays. Where a worker keeps the site it
/// costs no line to wait for, and so it is called at once; so it is where she came for a screen of her own.
pub fn when_touched(follow: impl Fn() + Clone + 'static) {
    let Some(window) = web_sys::window() else { return };
    let comes_for_hers = window.location().hash().is_ok_and(|fragment| !fragment.is_empty());
    if comes_for_hers || has_worker(&window) {
        return after_paint(follow);
    }
    for sign in ["pointerdown", "keydown", "click"] {
        on(&window, sign, follow.clone());
    }
}

/// Whether a worker answers for the network.
fn has_worker(window: &web_sys::Window) -> bool {
    let workers = js_sys::Reflect::get(&window.navigator(), &"serviceWorker".into());
    let worker = workers.and_then(|workers| js_sys::Reflect::get(&workers, &"controller".into()));
    worker.is_ok_and(|worker| worker.is_object())
}

/// Whether an element stands in the window or above it, in the page: what changes there moves what she reads.
pub fn is_in_sight_or_above(selector: &str) -> bool {
    let element = document().and_then(|document| document.query_selector(selector).ok()?);
    element.is_some_and(|element| element.get_bounding_client_rect().top() < height())
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
    LEFT_AT.set(down());
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
pub fn all(within: &web_sys::Element, selector: &str) -> Vec<web_sys::Element> {
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|nth| found.item(nth)?.dyn_into().ok()).collect()
}

/// The `nth` of them, counted from 0.
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
