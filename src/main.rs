//! Mounts the app; nothing else.

/// Where memory comes from: a third of the code of what the standard library brings, and each step takes bounded time.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    #[cfg(target_arch = "wasm32")]
    sango_navi::ui::mount();
}
