//! What leaves the page by her own tap: an address to somebody, a text to the clipboard, paper.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Calls what the browser may not have: `None` where it lacks it or refuses at once.
fn call(target: &JsValue, name: &str, arguments: &Array) -> Option<JsValue> {
    let function = Reflect::get(target, &name.into()).ok()?.dyn_into::<Function>().ok()?;
    Reflect::apply(&function, target, arguments).ok()
}

fn navigator() -> Option<JsValue> {
    let window = web_sys::window()?;
    Reflect::get(&window, &"navigator".into()).ok()
}

/// Opens the phone's own sharing with a title and an address, and nothing else. `false` where the browser has none.
pub fn share(title: &str, address: &str) -> bool {
    let what = Object::new();
    for (name, value) in [("title", title), ("url", address)] {
        if Reflect::set(&what, &name.into(), &value.into()).is_err() {
            return false;
        }
    }
    let Some(navigator) = navigator() else { return false };
    let Some(shared) = call(&navigator, "share", &Array::of1(&what)) else { return false };
    // She may well change her mind: that is no fault.
    after(shared, |_| {});
    true
}

/// Copies a text, and tells whether that was possible.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let clipboard = navigator().and_then(|navigator| Reflect::get(&navigator, &"clipboard".into()).ok());
    let copied = clipboard.and_then(|clipboard| call(&clipboard, "writeText", &Array::of1(&text.into())));
    match copied {
        Some(copied) => after(copied, done),
        None => done(false),
    }
}

/// Prints the page, where the browser can.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = call(&window, "print", &Array::new());
    }
}

/// Whether the browser can print: some within other apps can't. The host has none to ask.
pub fn can_print() -> bool {
    if cfg!(not(target_arch = "wasm32")) {
        return true;
    }
    let print = web_sys::window().and_then(|window| Reflect::get(&window, &"print".into()).ok());
    print.is_some_and(|print| print.is_function())
}

/// Waits for a promise's end.
fn after(promise: JsValue, done: impl FnOnce(bool) + 'static) {
    let Ok(promise) = promise.dyn_into::<Promise>() else { return done(false) };
    super::page::spawn(async move { done(JsFuture::from(promise).await.is_ok()) });
}
