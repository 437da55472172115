//! Mounts the app; nothing else.

fn main() {
    #[cfg(target_arch = "wasm32")]
    leptos::mount::mount_to_body(sango_navi::ui::App);
}
