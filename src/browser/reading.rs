//! Where she reads, for when what she reads stands anew: the page was loaded again. A browser brings one back there by
//! itself, but only to what stands in the page from the beginning.
//!
//! What is kept is a number of no meaning to anyone else, in this tab, and only until the page is loaded again.

use std::cell::RefCell;

use leptos::prelude::*;

use super::turns::{TURNS, Turns, follow};
use super::{address, page, storage};
use crate::interview::Screen;

/// The app, and the pieces of a plan that is shown, in their order.
const PIECES: &str = "#app, .result:not([hidden]) > *, .result:not([hidden]) .facilities > li";

thread_local! {
    static LEFT: RefCell<Option<Left>> = const { RefCell::new(None) };
}

/// A screen that she is to find where she left it.
struct Left {
    screen: Screen,
    place: Place,
    /// Whether she has been there again.
    reached: bool,
}

/// A place on a screen: in which piece of it, and how far above the window's top that begins.
#[derive(Clone, Copy)]
struct Place {
    /// Which piece.
    nth: u32,
    /// In whole CSS pixels: fractions would cost the program 20 kB to read.
    above: u32,
}

/// Keeps where she reads whenever the page goes out of sight. Where it was loaded anew, she is to find the screen where she
/// was. Gives the screen from which she came to the one that is shown; as far as nothing else tells, `before`.
pub fn begin(screen: Screen, before: Screen) -> Screen {
    let (Some(window), Some(document)) = (web_sys::window(), page::document()) else { return before };
    page::on(&window, "pagehide", keep);
    page::on(&document, "visibilitychange", keep);
    let left = storage::take_reading().filter(|_| page::is_again()).and_then(|text| Left::read(&text));
    let left = left.filter(|left| screen.is_beside() || left.screen == screen);
    let before = left.as_ref().map_or(before, |left| left.screen);
    LEFT.set(left);
    before
}

/// Notes where she is on a screen that she leaves for one beside it.
pub fn leave(screen: Screen, next: Screen) {
    if next.is_beside() && !screen.is_beside() {
        LEFT.set(Place::here().map(|place| Left { screen, place, reached: false }));
    }
}

/// She comes to a screen: where it is the one that she left, to her place on it, as far as that stands.
pub fn go_back(screen: Screen) {
    if screen.is_beside() {
        return;
    }
    LEFT.with_borrow_mut(|left| match left {
        Some(left) if left.screen == screen => left.go_back(),
        _ => *left = None,
    });
}

/// Brings her back to her place in her plan while that comes turn by turn, unless she has gone elsewhere by herself.
pub fn go_on(turns: Turns, screen: ReadSignal<Screen>) {
    follow(move || {
        // All of them are followed, whatever comes first.
        let come = (0..TURNS).filter(|turn| turns.has_come(*turn)).count();
        if screen.get() != Screen::Result || come == 0 {
            return;
        }
        page::after_paint(move || {
            LEFT.with_borrow_mut(|kept| {
                if let Some(left) = kept.as_mut().filter(|left| left.screen == Screen::Result) {
                    left.go_back();
                    if come == TURNS {
                        *kept = None;
                    }
                }
            });
        });
    });
}

/// Keeps her place in her plan through printing: laid out for paper the page is short, and a browser may leave her at its end.
pub fn through_print(printing: ReadSignal<bool>) {
    let mut place = None;
    follow(move || {
        if printing.get() {
            place = Some(page::down());
        } else if let Some(place) = place.take() {
            page::after_paint(move || page::scroll_to(place));
        }
    });
}

/// There is nothing any more to which she could come back.
pub fn forget() {
    LEFT.set(None);
}

fn keep() {
    let place = match address::screen() {
        Some(screen) if screen.is_beside() => LEFT.with_borrow(|left| {
            let left = left.as_ref()?;
            Some((left.screen, left.place))
        }),
        Some(Screen::Result) => Place::here().map(|place| (Screen::Result, place)),
        _ => None,
    };
    match place {
        Some((screen, Place { nth, above })) => {
            let page = address::of_page().unwrap_or_default();
            storage::set_reading(&[&page, screen.fragment().as_ref(), &nth.to_string(), &above.to_string()].join(" "));
        }
        None => storage::set_reading(""),
    }
}

impl Left {
    fn go_back(&mut self) {
        let off = self.place.off();
        // What came in the meantime may have moved it a little; farther she has gone by herself.
        if !self.reached || off.is_some_and(|off| off.abs() < page::height()) {
            page::scroll_by(off.unwrap_or_default());
            self.reached = self.place.off().is_some_and(|off| off.abs() < 2.0);
        }
    }

    /// `None` where it is of another page.
    fn read(text: &str) -> Option<Left> {
        let mut words = text.split(' ');
        if words.next() != address::of_page().as_deref() {
            return None;
        }
        let screen = Screen::from_fragment(words.next()?)?;
        let place = Place { nth: words.next()?.parse().ok()?, above: words.next()?.parse().ok()? };
        Some(Left { screen, place, reached: false })
    }
}

impl Place {
    /// Where she reads now.
    fn here() -> Option<Place> {
        let root = page::document()?.document_element()?;
        let places = (0..).zip(page::all(&root, PIECES)).map(|(nth, piece)| (nth, piece.get_bounding_client_rect()));
        let begun = places.filter(|(_, place)| place.height() > 0.0 && place.top() <= 0.0);
        begun.last().map(|(nth, place)| Place { nth, above: page::whole(-place.top()) })
    }

    /// How far she would have to scroll; `None` while it is not there.
    fn off(self) -> Option<f64> {
        let piece = page::nth(&page::document()?.document_element()?, PIECES, self.nth)?;
        Some(piece.get_bounding_client_rect().top() + f64::from(self.above))
    }
}
