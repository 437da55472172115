//! Putting the app in the static page's place.

use leptos::IntoView;
use leptos::mount::mount_to;
use leptos::prelude::Owner;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::address;
use super::chunks::SplitLoaderError;
use super::page;
use super::rules::{self, Unavailable};
use super::session::Session;
use crate::domain::Programme;

/// What is mounted on each kind of page.
pub struct Pages<H, V> {
    /// The first page, where she lives: it is a file of its own, which may not arrive.
    pub home: fn() -> H,
    /// A town's page.
    pub town: fn(&'static Programme, Session) -> V,
}

/// Starts the app on the page that is open. Where that fails the static page stays as it is and says so.
pub fn start<H, V>(pages: Pages<H, V>)
where
    H: Future<Output = Result<fn(Session) -> V, SplitLoaderError>> + 'static,
    V: IntoView + 'static,
{
    // Even a fault of ours leaves her the static page and a word about it.
    std::panic::set_hook(Box::new(|_| say_unavailable()));
    address::tidy();
    page::spawn(async move {
        // Starting the program itself took a while.
        page::breath().await;
        if show(pages).await.is_err() {
            say_unavailable();
        }
    });
}

async fn show<H, V>(pages: Pages<H, V>) -> Result<(), Unavailable>
where
    H: Future<Output = Result<fn(Session) -> V, SplitLoaderError>>,
    V: IntoView + 'static,
{
    let Some(address) = rules::address() else {
        let home = (pages.home)().await.map_err(|_| Unavailable::Program)?;
        page::breath().await;
        return Visit::begin(Session::of_home).show(home).await;
    };
    let programme = rules::fetch(&address).await?;
    // A page is one town's: there is exactly one programme as long as the page lives, so that nothing is lost by never
    // freeing it, and every view may borrow from it.
    let programme: &'static Programme = Box::leak(Box::new(programme));
    page::breath().await;
    Visit::begin(|| Session::of_town(programme)).show(move |session| (pages.town)(programme, session)).await
}

/// The app's one visit to the page, with all that it owns; it lasts as long as the page.
struct Visit {
    owner: Owner,
    session: Session,
}

impl Visit {
    fn begin(session: impl FnOnce() -> Session) -> Visit {
        let owner = Owner::new();
        let session = owner.with(session);
        Visit { owner, session }
    }

    async fn show<V: IntoView + 'static>(self, view: impl FnOnce(Session) -> V + 'static) -> Result<(), Unavailable> {
        let Visit { owner, session } = self;
        page::breath().await;
        owner.with(|| replace(move || view(session)))?;
        page::take_names();
        // Dropped, it would end all that it owns.
        std::mem::forget(owner);
        Ok(())
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
