//! When what comes after the first look is shown: nothing may move under her thumb.

use leptos::prelude::*;

use crate::browser::{Session, follow, is_in_sight_or_above};
use crate::chunks::{Later, Lazy};
use crate::interview::Screen;
use crate::ui::later;
use crate::ui::markup::{Markup, element, following};
use crate::words::japanese;

/// What finds the place of the rest of her plan.
pub const REST: &str = ".result:not([hidden]) .later";
/// What finds the place of what is new.
pub const NEWS: &str = ".result:not([hidden]) .news-place";

/// What is shown of it in her plan.
#[derive(Clone, Copy)]
pub struct Shown {
    lazy: ReadSignal<Option<&'static Lazy>>,
    later: Later,
    asked: RwSignal<bool>,
}

impl Shown {
    /// Shown at once where it is here, and else as soon as it comes, unless what `place` finds stands in sight or above:
    /// there it waits for her tap, or for another screen.
    pub fn begin(later: Later, session: Session, place: &'static str) -> Shown {
        let (lazy, set) = signal(later.lazy());
        let asked = RwSignal::new(false);
        follow(move || {
            let come = later.lazy();
            let is_elsewhere = session.screen.get() != Screen::Result;
            if asked.get() || is_elsewhere || !is_in_sight_or_above(place) {
                // What stands already is left alone.
                if lazy.with_untracked(Option::is_none) && come.is_some() {
                    set.set(come);
                }
            }
        });
        Shown { lazy, later, asked }
    }

    /// Its table, where it is shown; followed.
    pub fn get(self) -> Option<&'static Lazy> {
        self.lazy.get()
    }

    /// What stands in its place until it is shown: a button, which asks for it, and then keeps a whole screen free.
    pub fn place(self) -> Markup {
        let Shown { later, asked, .. } = self;
        let class = move || Some(if asked.get() { "part later later-asked" } else { "part later" }.into());
        let want = move || {
            asked.set(true);
            later.want();
        };
        let inside = following(move || match asked.get() {
            true => later::part(later, |_| Markup::Nothing),
            false => {
                element("button", "button").attribute("type", "button").on_click(want).with(japanese().later()).view()
            }
        });
        element("section", "").attribute_following("class", class).with(inside).view()
    }
}
