//! Mounts the app; nothing else.

fn main() {
    #[cfg(target_arch = "wasm32")]
    mount();
}

/// Puts the living app in the place of the page's own first screen, in one task: nothing is painted in between.
#[cfg(target_arch = "wasm32")]
fn mount() {
    use leptos::wasm_bindgen::JsCast;

    let place = leptos::prelude::document().get_element_by_id("app");
    let Some(place) = place.and_then(|place| place.dyn_into::<leptos::web_sys::HtmlElement>().ok()) else { return };
    place.set_text_content(None);
    leptos::mount::mount_to(place, sango_navi::ui::App).forget();
}
