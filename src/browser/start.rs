//! Putting the app in the static page's place.

use leptos::IntoView;
use leptos::mount::mount_to;
use leptos::prelude::{GetUntracked, Owner};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use super::handover::{is_awaited, when_handed_over};
use super::rules::{self, Unavailable};
use super::session::Session;
#[cfg(feature = "whole")]
use super::takeover::{self, goes_on};
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
        // Starting the program itself took a while.
        page::breath().await;
        let programme = match programme().await {
            Ok(programme) => programme,
            // Where the first program is at work, it stays.
            Err(_) if is_awaited() => return,
            Err(_) => return say_unavailable(),
        };
        page::breath().await;
        if is_awaited() {
            #[cfg(feature = "whole")]
            takeover::watch();
            // She has just tapped: in one go.
            return when_handed_over(move || Visit::begin(programme).show(&pages));
        }
        let visit = Visit::begin(programme);
        page::breath().await;
        visit.show(&pages);
    });
}

/// The app's one visit to the page, with all that it owns; it lasts as long as the page.
struct Visit {
    owner: Owner,
    session: Session,
    programme: Option<&'static Programme>,
}

impl Visit {
    fn begin(programme: Option<&'static Programme>) -> Visit {
        let owner = Owner::new();
        let session = owner.with(|| programme.map_or_else(Session::of_home, Session::of_town));
        Visit { owner, session, programme }
    }

    fn show<H: IntoView + 'static, T: IntoView + 'static>(self, pages: &Pages<H, T>) {
        let Visit { owner, session, programme } = self;
        let (home, town) = (pages.home, pages.town);
        let shown = owner.with(|| {
            session.provide();
            match programme {
                None => replace(session, home),
                Some(programme) => replace(session, move || town(programme)),
            }
        });
        match shown {
            Ok(()) => page::take_names(),
            Err(_) => say_unavailable(),
        }
        // Dropped, it would end all that it owns.
        std::mem::forget(owner);
    }
}

/// The page's town's rules; `None` where the page is no town's.
async fn programme() -> Result<Option<&'static Programme>, Unavailable> {
    let Some(address) = rules::address() else { return Ok(None) };
    let programme = rules::fetch(&address).await?;
    // A page is one town's: there is exactly one programme as long as the page lives, so that nothing is lost by never
    // freeing it, and every view may borrow from it.
    Ok(Some(Box::leak(Box::new(programme))))
}

/// Mounts a view in the place of the static one in one task, so that nothing is painted in between. It is built aside:
/// the static page goes only once the view is there.
fn replace<V: IntoView + 'static>(session: Session, view: impl FnOnce() -> V + 'static) -> Result<(), Unavailable> {
    let app = page::document().and_then(|document| document.get_element_by_id("app")).ok_or(Unavailable::Page)?;
    let place = app.clone_node().ok().and_then(|place| place.dyn_into::<HtmlElement>().ok());
    let place = place.ok_or(Unavailable::Page)?;
    mount_to(place.clone(), view).forget();
    if goes_on(&app, &place, session.screen.get_untracked()) {
        return Ok(());
    }
    app.replace_with_with_node_1(&place).map_err(|_| Unavailable::Page)
}

/// The first takes over from nobody.
#[cfg(not(feature = "whole"))]
fn goes_on(_app: &web_sys::Element, _place: &HtmlElement, _screen: crate::interview::Screen) -> bool {
    false
}

/// Shows the line that says that the personal part is not available.
fn say_unavailable() {
    let line = page::document().and_then(|document| document.get_element_by_id("unavailable"));
    if let Some(line) = line {
        // Refused only where nothing can be changed at all.
        let _ = line.remove_attribute("hidden");
    }
}
