//! The first page: where she lives.

use leptos::prelude::*;

use super::help::help;
use super::markup::{element, following, together};
use super::masthead::masthead;
use super::page;
use super::privacy::privacy;
use super::town::aside;
use crate::browser::Session;
use crate::interview::Screen;
use crate::words::japanese;

/// The first page. Its towns stand in the static page alone, and are taken over from there: the program carries none.
#[component]
pub fn Home() -> impl IntoView {
    let session = Session::current();
    let towns = StoredValue::new_local(page::first_screen());
    page::follow(session);
    let screen = following(move || match session.screen.get() {
        Screen::Help => aside(japanese().help_heading(), help(None), session),
        Screen::Privacy => aside(japanese().privacy_heading(), privacy(session), session),
        _ => {
            page::say_in_town(session.last_town.get(), japanese().go_on());
            element("div", "").adopting(move || towns.get_value()).view()
        }
    });
    together([masthead(None), element("main", "").with(screen).view()])
}
