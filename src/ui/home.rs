//! The first page: where she lives.

use leptos::prelude::*;

use super::elsewhere::{elsewhere, heading};
use super::help::help_in_turn;
use super::loss::help_after_loss;
use super::markup::{element, following, together};
use super::masthead::masthead;
use super::news;
use super::page;
use super::privacy::privacy;
use super::search::search;
use super::town::{aside, aside_of};
use crate::browser::{Session, Towns};
use crate::interview::Screen;
use crate::words::japanese;

/// The first page. Its towns stand in the static page alone, and are taken over from there: the program carries none.
#[component]
pub fn Home() -> impl IntoView {
    let session = Session::current();
    let first = StoredValue::new_local(page::first_screen());
    let (towns, typed, put_away) = (Towns::new(), RwSignal::new(String::new()), RwSignal::new(false));
    page::follow(session);
    let screen = following(move || match session.screen.get() {
        Screen::Help => aside(japanese().help_heading().into(), help_in_turn(None), session),
        Screen::Loss => aside(japanese().loss_heading().into(), help_after_loss(None, put_away, session), session),
        Screen::Privacy => aside(japanese().privacy_heading().into(), privacy(session), session),
        Screen::Search => aside_of(Screen::Start, japanese().search_heading().into(), search(towns, typed)),
        Screen::Elsewhere(code) => aside_of(Screen::Search, heading(code, towns), elsewhere(code, towns)),
        _ => {
            page::say_in_town(session.last_town.get(), japanese().go_on());
            element("div", "").adopting(move || first.get_value()).view()
        }
    });
    together([
        masthead(None),
        element("main", "").with(screen).with(news::lost(session)).with(news::newer(session)).view(),
    ])
}
