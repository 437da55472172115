//! Mounts the app; nothing else.

fn main() {
    #[cfg(target_arch = "wasm32")]
    sango_navi::ui::mount();
}
