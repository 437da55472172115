//! Mounts the app; nothing else.

fn main() {
    #[cfg(target_arch = "wasm32")]
    {
        use leptos::prelude::*;
        use sango_navi::browser::{Pages, start};
        use sango_navi::ui::{Home, Town};

        start(Pages { home: || view! { <Home /> }, town: |programme| view! { <Town programme /> } });
    }
}
