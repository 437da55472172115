//! The first page: where she lives.

use leptos::prelude::*;

use super::help::help;
use super::masthead::masthead;
use super::page;
use super::privacy::privacy;
use super::question::back;
use crate::browser::Session;
use crate::interview::Screen;
use crate::words::japanese;

/// The first page. Its towns stand in the static page alone, and are taken over from there: the program carries none.
#[component]
pub fn Home() -> impl IntoView {
    let session = Session::current();
    let towns = page::first_screen();
    page::follow(session);
    let last_town = page::town_name(session.last_town.get_untracked());
    let screen = move || match session.screen.get() {
        Screen::Help => aside(help(None, view! { <h1 tabindex="-1">{japanese().help_heading()}</h1> }.into_any())),
        Screen::Privacy => aside(privacy(session)),
        _ => {
            let last_town = last_town.clone().map(|(id, name)| {
                let address = [&id, "/#result"].concat();
                view! { <p class="last-town"><a class="button" href=address>{japanese().last_town(&name)}</a></p> }
            });
            view! {
                {last_town}
                <div inner_html=towns.clone()></div>
            }
            .into_any()
        }
    };
    view! {
        {masthead(None)}
        <main>{screen}</main>
    }
}

fn aside(body: AnyView) -> AnyView {
    view! {
        <div class="aside">
            <p class="question-way">{back(Screen::Start)}</p>
            {body}
        </div>
    }
    .into_any()
}
