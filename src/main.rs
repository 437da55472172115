//! Mounts the app; nothing else.

/// Where memory comes from: less code than what the standard library brings.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    #[cfg(target_arch = "wasm32")]
    sango_navi::ui::mount();
}
