//! What shows a part of the program that comes as a file of its own: the part once that is here, and until then that it is
//! on its way, or how to ask again.

use std::sync::Arc;

use leptos::prelude::*;

use super::markup::{Markup, element, following};
use super::sentences::paragraph;
use crate::chunks::{Chunk, Later, Lazy, Look};
use crate::words::japanese;

/// A part that she came for: it is asked for, and shown as soon as it is here.
pub fn part(later: Later, view: impl Fn(&'static Lazy) -> Markup + Send + 'static) -> Markup {
    once_here(later, "", move || later.lazy().map(&view).into())
}

/// What a line of her plan opens to. While it is on its way a whole screen is free for it: what stands below moves with her
/// tap, and not again where she sees it.
pub fn behind(later: Later, view: impl Fn(&'static Lazy) -> Markup + Send + Sync + 'static) -> Markup {
    let view = Arc::new(view);
    following(move || match later.lazy() {
        Some(lazy) => view(lazy),
        None => {
            let view = view.clone();
            element("div", "later-asked").with(part(later, move |lazy| view(lazy))).view()
        }
    })
}

/// Her plan, as soon as what shows it is here. It follows by itself what it shows, and is not made anew with it. Under the name
/// of what stands there until then the head of the page is as high as above the plan, and does not move when that comes.
pub fn plan(later: Later, view: impl Fn(&'static Look) -> Markup + Send + 'static) -> Markup {
    once_here(later, "plan-to-come", move || later.look().map(|look| untrack(|| view(look))).into())
}

fn once_here(later: Later, class: &'static str, view: impl Fn() -> Markup + Send + 'static) -> Markup {
    later.want();
    following(move || match later.state() {
        Chunk::Here => view(),
        Chunk::Failed => again(later, class),
        Chunk::Idle | Chunk::Coming => paragraph(class, japanese().later_coming()),
    })
}

/// That it did not arrive, with the button that asks for it again.
fn again(later: Later, class: &'static str) -> Markup {
    let words = japanese();
    let button = element("button", "button").attribute("type", "button").on_click(move || later.want());
    element("div", class).with(paragraph("", words.later_failed())).with(button.with(words.try_again())).view()
}
