//! Where she reads, for when what she reads stands anew: the page was loaded again, or the whole has taken over. A browser
//! brings one back there by itself, but only to what stands in the page from the beginning.
//!
//! What is kept is a number of no meaning to anyone else, in this tab, and only until the page is loaded again.

use std::cell::RefCell;

use leptos::prelude::*;
use web_sys::Element;

use super::turns::{TURNS, Turns};
use super::{address, handover, page, storage};
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

/// A place on a screen.
#[derive(Clone, PartialEq)]
pub enum Place {
    /// In what this program shows.
    Piece {
        /// Which piece.
        nth: u32,
        /// How far above the window's top it begins, in whole CSS pixels: fractions would cost the program 20 kB to read.
        above: u32,
    },
    /// In a plan of either program.
    Heading {
        /// What it says.
        text: String,
        /// How many before it say the same.
        nth: usize,
        /// How far below the window's top it is, in CSS pixels.
        top: f64,
    },
}

/// Keeps where she reads whenever the page goes out of sight. Where it was loaded anew, or the first left her beside a
/// screen, she is to find that where she was. Gives the screen from which she came to the one that is shown; as far as
/// anything else tells, `before`.
pub fn begin(screen: Screen, before: Screen) -> Screen {
    let (Some(window), Some(document)) = (web_sys::window(), page::document()) else { return before };
    page::on(&window, "pagehide", keep);
    page::on(&document, "visibilitychange", keep);
    let (second, again) = (handover::is_second(), page::is_again());
    let left = storage::take_reading().and_then(|text| Left::read(&text, before));
    let left = left.filter(|left| match screen.is_beside() {
        // The first knows nothing of the whole's plan.
        true => second || again && (left.screen != Screen::Result || left.place.is_of_whole()),
        // From the first's plan she goes on as that has her.
        false => again && !second && left.screen == screen,
    });
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

/// She is to find her plan at `place`.
pub fn leave_plan_at(place: Place) {
    LEFT.set(Some(Left { screen: Screen::Result, place, reached: false }));
}

/// How far down she left her plan in the first program, in CSS pixels; `None` where nothing tells.
pub fn plan_left_at() -> Option<u32> {
    LEFT.with_borrow(|left| match left {
        Some(Left { screen: Screen::Result, place: Place::Piece { nth: 0, above }, .. }) => Some(*above),
        _ => None,
    })
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
    Effect::new(move || {
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

/// There is nothing any more to which she could come back.
pub fn forget() {
    LEFT.set(None);
}

fn keep() {
    let place = match address::screen() {
        Some(screen) if screen.is_beside() => LEFT.with_borrow(|left| {
            let left = left.as_ref()?;
            Some((left.screen, left.place.piece()?))
        }),
        Some(Screen::Result) => Place::here().and_then(|place| Some((Screen::Result, place.piece()?))),
        _ => None,
    };
    match place {
        Some((screen, (nth, above))) => {
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

    /// `None` where it is of another page. The first keeps a number of pixels alone, on the screen `before`.
    fn read(text: &str, before: Screen) -> Option<Left> {
        if let Ok(above) = text.parse() {
            return Some(Left { screen: before, place: Place::Piece { nth: 0, above }, reached: false });
        }
        let mut words = text.split(' ');
        if words.next() != address::of_page().as_deref() {
            return None;
        }
        let screen = Screen::from_fragment(words.next()?)?;
        let place = Place::Piece { nth: words.next()?.parse().ok()?, above: words.next()?.parse().ok()? };
        Some(Left { screen, place, reached: false })
    }
}

impl Place {
    /// Where she reads now.
    fn here() -> Option<Place> {
        let places = pieces().map(|(nth, piece)| (nth, piece.get_bounding_client_rect()));
        let begun = places.filter(|(_, place)| place.height() > 0.0 && place.top() <= 0.0);
        begun.last().map(|(nth, place)| Place::Piece { nth, above: page::whole(-place.top()) })
    }

    /// The heading under which she reads; `None` where there is none in `plan`.
    pub fn heading(plan: &Element) -> Option<Place> {
        let half = page::height() / 2.0;
        let headings = headings(plan).into_iter().map(|(named, heading)| (named, heading.get_bounding_client_rect()));
        // What a filter hides has no height and is nowhere.
        let read = headings.filter(|(_, place)| place.height() > 0.0 && place.top() < half).last();
        read.map(|((text, nth), place)| Place::Heading { text, nth, top: place.top() })
    }

    /// How far she would have to scroll; `None` while it is not there.
    pub fn off(&self) -> Option<f64> {
        match self {
            Place::Piece { nth, above } => {
                let piece = page::nth(&page::document()?.document_element()?, PIECES, *nth)?;
                Some(piece.get_bounding_client_rect().top() + f64::from(*above))
            }
            Place::Heading { text, nth, top } => {
                let plan = page::document()?.query_selector(".result:not([hidden])").ok()??;
                let same = |(other, before): &Named| other == text && before == nth;
                let (_, heading) = headings(&plan).into_iter().find(|(named, _)| same(named))?;
                Some(heading.get_bounding_client_rect().top() - top)
            }
        }
    }

    /// Whether it is one that only the whole has.
    fn is_of_whole(&self) -> bool {
        !matches!(self, Place::Piece { nth: 0, .. })
    }

    /// The piece and how far above it is; `None` where a heading tells the place.
    fn piece(&self) -> Option<(u32, u32)> {
        match self {
            Place::Piece { nth, above } => Some((*nth, *above)),
            Place::Heading { .. } => None,
        }
    }
}

/// What an element is called, and how many before it are called the same.
pub type Named = (String, usize);

/// The elements of a kind by what they are called.
pub fn named(of: &Element, selector: &str, name: impl Fn(&Element) -> String) -> Vec<(Named, Element)> {
    let mut named: Vec<(Named, Element)> = Vec::new();
    for element in page::all(of, selector) {
        let name = name(&element);
        let before = named.iter().filter(|((other, _), _)| *other == name).count();
        named.push(((name, before), element));
    }
    named
}

fn headings(of: &Element) -> Vec<(Named, Element)> {
    named(of, "h1, h2, h3", |heading| heading.text_content().unwrap_or_default())
}

fn pieces() -> impl Iterator<Item = (u32, Element)> {
    let root = page::document().and_then(|document| document.document_element());
    (0..).zip(root.map(|root| page::all(&root, PIECES)).unwrap_or_default())
}
