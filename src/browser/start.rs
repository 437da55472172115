//! Putting the app in the static page's place.

use leptos::IntoView;
use leptos::mount::mount_to;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use super::handover::{is_awaited, when_handed_over};
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

/// Starts the app on the page that is open. Where that fails the static page stays as it is and says so; where the first
/// program is at work already, the whole goes on from it when it hands over.
pub fn start<H: IntoView + 'static, T: IntoView + 'static>(pages: Pages<H, T>) {
    // Even a fault of ours leaves her the static page and a word about it.
    std::panic::set_hook(Box::new(|_| say_unavailable()));
    address::tidy();
    spawn_local(async move {
        let programme = programme().await;
        page::breath().await;
        match programme {
            Ok(programme) => when_handed_over(move || {
                if mount(&pages, programme).is_err() {
                    say_unavailable();
                }
            }),
            // Where the first program is at work, it stays.
            Err(_) if is_awaited() => {}
            Err(_) => say_unavailable(),
        }
    });
}

/// The page's town's rules; `None` where the page is no town's.
async fn programme() -> Result<Option<&'static Programme>, Unavailable> {
    let Some(address) = rules::address() else { return Ok(None) };
    let programme = rules::fetch(&address).await?;
    // A page is one town's: there is exactly one programme as long as the page lives, so that nothing is lost by never
    // freeing it, and every view may borrow from it.
    Ok(Some(Box::leak(Box::new(programme))))
}

fn mount<H: IntoView + 'static, T: IntoView + 'static>(
    pages: &Pages<H, T>,
    programme: Option<&'static Programme>,
) -> Result<(), Unavailable> {
    let (home, town) = (pages.home, pages.town);
    match programme {
        None => replace(move || {
            Session::of_home().provide();
            home()
        }),
        Some(programme) => replace(move || {
            Session::of_town(programme).provide();
            town(programme)
        }),
    }
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
