//! The one state of a visit to a page.

use chrono::{NaiveDate, NaiveDateTime};

use crate::domain::Programme;
use crate::interview::{Answers, Screen};

/// Which page it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Page {
    /// None: views are rendered on the host, where nothing is kept and nothing has an address.
    Host,
    /// The first page.
    Home,
    /// A town's.
    Town(&'static Programme),
}

/// What becomes of her answers on this phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// They are kept, or there is nothing to keep yet.
    Saved,
    /// The browser keeps nothing here (private mode, or switched off): they last as long as the page.
    Unavailable,
    /// The store is full: the last answers last as long as the page.
    Full,
    /// A newer version of this app kept answers here: they are left alone, and those given now last as long as the page.
    KeptByNewer,
}

/// All that is shown rests on it.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// Which page it is.
    pub page: Page,
    /// Her answers in this town; none on the first page.
    pub answers: Answers,
    /// The screen that is shown: one that fits her answers.
    pub screen: Screen,
    /// The screen from which she came to the one beside it.
    pub came_from: Screen,
    /// What becomes of her answers on this phone.
    pub saving: Saving,
    /// The minute, JST wall clock.
    pub now: NaiveDateTime,
    /// The town in which she answered last, by its place in addresses.
    pub last_town: Option<String>,
    /// Whether a newer release of the app is on this phone.
    pub newer: bool,
    /// Whether she came back to answers that are no longer here: a browser may throw them away.
    pub lost: bool,
    /// The record that a link brought here, not yet taken over.
    pub brought: Option<String>,
    /// Whether the page is being printed.
    pub printing: bool,
    /// The dates that she has begun to type, as they are kept.
    pub drafts: Option<String>,
}

impl State {
    /// The start of a page at a minute, with the answers that are kept there.
    pub fn new(page: Page, now: NaiveDateTime, answers: Answers, saving: Saving) -> State {
        State {
            page,
            answers,
            screen: Screen::Start,
            came_from: Screen::Start,
            saving,
            now,
            last_town: None,
            newer: false,
            lost: false,
            brought: None,
            printing: false,
            drafts: None,
        }
    }

    /// The day, which changes at midnight in Japan.
    pub fn today(&self) -> NaiveDate {
        self.now.date()
    }

    /// What is shown to one who comes to a screen.
    pub fn shown(&self, screen: Screen) -> Screen {
        match self.page {
            Page::Host => screen,
            Page::Home => match screen {
                Screen::Help
                | Screen::Loss
                | Screen::Privacy
                | Screen::Search
                | Screen::Elsewhere(_)
                | Screen::Move => screen,
                _ => Screen::Start,
            },
            Page::Town(programme) => screen.shown(&self.answers, programme, self.today()),
        }
    }

    /// From where one comes who opens the page at a screen beside her answers: from nowhere here.
    pub fn beneath(&self) -> Screen {
        self.shown(if self.answers == Answers::default() { Screen::Start } else { Screen::Result })
    }
}
