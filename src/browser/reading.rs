//! Where she reads in her plan, for when the page loads anew: a browser brings one back there by itself, but only to what
//! stands in the page from the beginning.
//!
//! What is kept is a number of no meaning to anyone else, in this tab, and only until the page is loaded again.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use web_sys::Element;

use super::turns::{TURNS, Turns};
use super::{address, handover, page, storage};
use crate::interview::Screen;

/// The pieces of a plan, in their order.
const PIECES: &str = ".result:not([hidden]) > *, .result:not([hidden]) .facilities > li";
/// What brings a page up again rather than for the first time: loading anew, and the way back or forth.
const AGAIN: [u16; 2] = [1, 2];

thread_local! {
    static LEFT: RefCell<Option<Place>> = const { RefCell::new(None) };
}

/// A place in her plan.
#[derive(Clone, Copy)]
struct Place {
    /// Which piece.
    nth: u32,
    /// How far above the window's top it begins, in whole CSS pixels: fractions would cost the program 20 kB to read.
    above: u32,
}

/// Keeps where she reads whenever the page goes out of sight. Where it opens at her plan, takes up where she was before it
/// was loaded anew.
pub fn begin(screen: Screen) {
    let (Some(window), Some(document)) = (web_sys::window(), page::document()) else { return };
    let again = window.performance().is_some_and(|performance| AGAIN.contains(&performance.navigation().type_()));
    let kept = storage::take_reading();
    // After the first program she goes on from where that has her.
    if again && screen == Screen::Result && !handover::is_second() {
        LEFT.set(kept.as_deref().and_then(Place::read));
    }
    page::on(&window, "pagehide", keep);
    page::on(&document, "visibilitychange", keep);
}

/// Brings her back there, as soon as the turn of that piece has come, once in this page's life.
pub fn go_on(turns: Turns) {
    let Some(place) = LEFT.take() else { return };
    let reached = Rc::new(Cell::new(false));
    Effect::new(move || {
        // All of them are followed, whatever comes first.
        let come = (0..TURNS).filter(|turn| turns.has_come(*turn)).count();
        let (reached, is_last) = (reached.clone(), come == TURNS);
        if come > 0 && (is_last || !reached.get()) {
            page::after_paint(move || {
                let off = place.off();
                // What came in the meantime may have moved it a little; farther she has gone by herself.
                if !reached.get() || off.is_some_and(|off| off.abs() < page::height()) {
                    page::scroll_by(off.unwrap_or_default());
                    reached.set(place.off().is_some_and(|off| off.abs() < 2.0));
                }
            });
        }
    });
}

fn keep() {
    let place = Place::here().map(Place::write);
    storage::set_reading(&place.unwrap_or_default());
}

impl Place {
    /// Where she reads now; `None` where she looks at no plan.
    fn here() -> Option<Place> {
        let places = pieces().map(|(nth, piece)| (nth, piece.get_bounding_client_rect()));
        let begun = places.filter(|(_, place)| place.height() > 0.0 && place.top() <= 0.0);
        begun.last().map(|(nth, place)| Place { nth, above: whole(-place.top()) })
    }

    /// How far she would have to scroll; `None` while the piece is not there.
    fn off(self) -> Option<f64> {
        let (_, piece) = pieces().find(|(nth, _)| *nth == self.nth)?;
        Some(piece.get_bounding_client_rect().top() + f64::from(self.above))
    }

    fn write(self) -> String {
        let page = address::of_page().unwrap_or_default();
        [page, self.nth.to_string(), self.above.to_string()].join(" ")
    }

    /// `None` where it is of another page.
    fn read(text: &str) -> Option<Place> {
        let mut words = text.split(' ');
        if words.next() != address::of_page().as_deref() {
            return None;
        }
        Some(Place { nth: words.next()?.parse().ok()?, above: words.next()?.parse().ok()? })
    }
}

fn pieces() -> impl Iterator<Item = (u32, Element)> {
    let root = page::document().and_then(|document| document.document_element());
    (0..).zip(root.map(|root| page::all(&root, PIECES)).unwrap_or_default())
}

/// The nearest whole number; one that is negative is 0: `as` keeps to the ends of the range.
fn whole(pixels: f64) -> u32 {
    pixels.round() as u32
}
