//! The first page: where she lives.

use leptos::prelude::*;

use super::elsewhere::{elsewhere, heading};
use super::search::search;
use crate::browser::{Session, Towns};
use crate::chunks::Later;
use crate::interview::Screen;
use crate::ui::help::help_in_turn;
use crate::ui::later;
use crate::ui::loss::help_after_loss;
use crate::ui::markup::{Markup, element, following, together};
use crate::ui::masthead::masthead;
use crate::ui::news;
use crate::ui::page;
use crate::ui::sentences::headline;
use crate::ui::town::{aside, aside_of};
use crate::words::japanese;

/// The first page. Its towns stand in the static page alone, and are taken over from there: the program carries none.
pub fn home(session: Session) -> Markup {
    let first = StoredValue::new_local(page::first_screen());
    let (towns, typed, put_away) = (Towns::new(), RwSignal::new(String::new()), RwSignal::new(false));
    let later = Later::of_lazy();
    page::follow(session);
    let screen = following(move || match session.screen.get() {
        Screen::Help => aside(headline(japanese().help_heading()), help_in_turn(None), session),
        Screen::Loss => aside(headline(japanese().loss_heading()), help_after_loss(None, put_away, session), session),
        Screen::Privacy => {
            let privacy = later::part(later, move |lazy| (lazy.privacy)(session));
            aside(headline(japanese().privacy_heading()), privacy, session)
        }
        Screen::Move => {
            let paste = later::part(later, move |lazy| (lazy.paste)(session));
            aside_of(Screen::Start, headline(japanese().moving_here_heading()), paste)
        }
        Screen::Search => aside_of(Screen::Start, headline(japanese().search_heading()), search(towns, typed)),
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
