//! Putting the app in the static page's place.

use leptos::IntoView;
use leptos::mount::mount_to;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use super::rules::{self, Unavailable};
use super::session::Session;
use super::{address, page};
use crate::domain::Programme;

/// What is mounted on each kind of page.
pub struct Pages<H, T> {
    /// The first page: where she lives.
    pub home: fn() -> H,
    /// A town's page.
    pub town: fn(&'static Programme) -> T,
}

/// Starts the app on the page that is open. Where that fails the static page stays as it is and says so.
pub fn start<H: IntoView + 'static, T: IntoView + 'static>(pages: Pages<H, T>) {
    // Even a fault of ours leaves her the static page and a word about it.
    std::panic::set_hook(Box::new(|_| say_unavailable()));
    address::tidy();
    spawn_local(async move {
        if mount(pages).await.is_err() {
            say_unavailable();
        }
    });
}

async fn mount<H: IntoView + 'static, T: IntoView + 'static>(pages: Pages<H, T>) -> Result<(), Unavailable> {
    let Some(address) = rules::address() else {
        return replace(move || {
            Session::of_home().provide();
            (pages.home)()
        });
    };
    let programme = rules::fetch(&address).await?;
    // A page is one town's: there is exactly one programme as long as the page lives, so that nothing is lost by never
    // freeing it, and every view may borrow from it.
    let programme: &'static Programme = Box::leak(Box::new(programme));
    replace(move || {
        Session::of_town(programme).provide();
        (pages.town)(programme)
    })
}

/// Mounts a view in the place of the static one in one task, so that nothing is painted in between. It is built aside:
/// the static page goes only once the view is there.
fn replace<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) -> Result<(), Unavailable> {
    let app = page::document().and_then(|document| document.get_element_by_id("app")).ok_or(Unavailable::Page)?;
    let place = app.clone_node().ok().and_then(|place| place.dyn_into::<HtmlElement>().ok());
    let place = place.ok_or(Unavailable::Page)?;
    mount_to(place.clone(), view).forget();
    app.replace_with_with_node_1(&place).map_err(|_| Unavailable::Page)
}

/// Shows the line that says that the personal part is not available.
fn say_unavailable() {
    let line = page::document().and_then(|document| document.get_element_by_id("unavailable"));
    if let Some(line) = line {
        // Refused only where nothing can be changed at all.
        let _ = line.remove_attribute("hidden");
    }
}
