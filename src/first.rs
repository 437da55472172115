//! Mounts the app as far as the first result, which the whole then goes on from; nothing else.

fn main() {
    #[cfg(target_arch = "wasm32")]
    sango_navi::ui::mount();
}
