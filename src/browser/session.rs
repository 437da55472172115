//! What the views show, and what they ask for.

use chrono::{NaiveDate, NaiveDateTime};
use leptos::prelude::*;

use super::kept::Kept;
use super::storage::{self, Saving};
use super::{address, clock, page};
use crate::domain::Programme;
use crate::interview::{Answers, Screen};

/// One visit to one page: its signals, and the only ways to change them.
#[derive(Clone, Copy)]
pub struct Session {
    /// Her answers in this town; none on the first page.
    pub answers: Signal<Answers>,
    /// The screen to show: one that fits her answers.
    pub screen: Signal<Screen>,
    /// What becomes of her answers on this phone.
    pub saving: Signal<Saving>,
    /// The minute, JST wall clock.
    pub now: Signal<NaiveDateTime>,
    /// The day, which changes at midnight in Japan.
    pub today: Signal<NaiveDate>,
    /// The town in which she answered last, by its place in addresses.
    pub last_town: Signal<Option<String>>,
    inner: Inner,
}

/// The writable ends.
#[derive(Clone, Copy)]
struct Inner {
    place: Place,
    answers: RwSignal<Answers>,
    screen: RwSignal<Screen>,
    saving: RwSignal<Saving>,
    now: RwSignal<NaiveDateTime>,
    last_town: RwSignal<Option<String>>,
}

/// Where a session runs.
#[derive(Clone, Copy)]
enum Place {
    /// Where nothing is asked of a browser: on the host.
    Host,
    /// In a browser, on the first page.
    Home,
    /// In a browser, on a town's page.
    Town {
        programme: &'static Programme,
        /// What is kept there.
        kept: StoredValue<Kept>,
    },
}

impl Session {
    /// A session for rendering views on the host. It shows the start.
    pub fn on_host(now: NaiveDateTime, answers: Answers) -> Session {
        Session::new(Place::Host, now, answers, Saving::Saved, None)
    }

    /// The same on another screen.
    pub fn showing(self, screen: Screen) -> Session {
        self.inner.screen.set(screen);
        self
    }

    /// The same with other news of what becomes of her answers.
    pub fn with_saving(self, saving: Saving) -> Session {
        self.inner.saving.set(saving);
        self
    }

    /// The same after answers in a town, by its place in addresses.
    pub fn returning_to(self, last_town: &str) -> Session {
        self.inner.last_town.set(Some(last_town.to_owned()));
        self
    }

    /// The first page's.
    pub(super) fn of_home() -> Session {
        Session::in_browser(Place::Home, Answers::default(), storage::saving())
    }

    /// A town's, with the answers kept there.
    pub(super) fn of_town(programme: &'static Programme) -> Session {
        let (kept, answers) = Kept::open(&programme.id);
        let saving = kept.saving();
        Session::in_browser(Place::Town { programme, kept: StoredValue::new(kept) }, answers, saving)
    }

    fn in_browser(place: Place, answers: Answers, saving: Saving) -> Session {
        let session = Session::new(place, clock::now(), answers, saving, storage::last_town());
        let inner = session.inner;
        inner.arrive();
        address::listen(move || inner.arrive());
        page::on_return(move || inner.come_back());
        inner.tick();
        session
    }

    fn new(place: Place, now: NaiveDateTime, answers: Answers, saving: Saving, last_town: Option<String>) -> Session {
        let inner = Inner {
            place,
            answers: RwSignal::new(answers),
            screen: RwSignal::new(Screen::Start),
            saving: RwSignal::new(saving),
            now: RwSignal::new(now),
            last_town: RwSignal::new(last_town),
        };
        Session {
            answers: inner.answers.into(),
            screen: inner.screen.into(),
            saving: inner.saving.into(),
            now: inner.now.into(),
            today: Memo::new(move |_| inner.now.get().date()).into(),
            last_town: inner.last_town.into(),
            inner,
        }
    }

    /// Makes it the session of every view below.
    pub fn provide(self) {
        provide_context(self);
    }

    /// The session that was provided. Without one (a slip of ours) a fresh one that keeps nothing and says so.
    pub fn current() -> Session {
        use_context()
            .unwrap_or_else(|| Session::new(Place::Host, clock::now(), Answers::default(), Saving::Unavailable, None))
    }

    /// Changes her answers and keeps them; the screen stays. Only after it should the screen move ([`Session::go_on`]).
    pub fn answer(&self, change: impl FnOnce(&mut Answers)) {
        let inner = self.inner;
        inner.take_over_other_tabs();
        inner.answers.update(change);
        if let Place::Town { programme, kept } = inner.place {
            let saved =
                inner.answers.with_untracked(|answers| kept.try_update_value(|kept| kept.keep(&programme.id, answers)));
            inner.saving.set(saved.unwrap_or(Saving::Unavailable));
            inner.last_town.set(Some(programme.id.clone()));
        }
    }

    /// Goes to a screen, or where it does not fit her answers to the question that is missing, as a new step from which
    /// the browser's way back leads here.
    pub fn go(&self, screen: Screen) {
        let shown = self.inner.shown(screen);
        if !matches!(self.inner.place, Place::Host) {
            if address::screen() != Some(shown) {
                address::go(shown);
            }
            page::to_top();
        }
        self.inner.screen.set(shown);
    }

    /// Goes to the next question, or to the result where all are answered.
    pub fn go_on(&self) {
        self.go(Screen::Result);
    }

    /// Deletes all that this app keeps on this phone, of every town, and begins anew.
    pub fn delete_all(&self) {
        let inner = self.inner;
        if !matches!(inner.place, Place::Host) {
            storage::delete_all();
            inner.saving.set(storage::saving());
        }
        if let Place::Town { kept, .. } = inner.place {
            kept.set_value(Kept::nothing());
        }
        inner.answers.set(Answers::default());
        inner.last_town.set(None);
        self.go(Screen::Start);
    }
}

impl Inner {
    /// What is shown to one who comes to a screen.
    fn shown(self, screen: Screen) -> Screen {
        match self.place {
            Place::Host => screen,
            Place::Home => match screen {
                Screen::Help | Screen::Privacy => screen,
                _ => Screen::Start,
            },
            Place::Town { programme, .. } => {
                let today = self.now.get_untracked().date();
                self.answers.with_untracked(|answers| screen.shown(answers, programme, today))
            }
        }
    }

    /// Shows the screen that the address names, and corrects the address where that does not fit her answers. A place
    /// within the page leaves the screen as it is.
    fn arrive(self) {
        let Some(named) = address::screen() else { return };
        let shown = self.shown(named);
        if shown != named {
            address::correct(shown);
        }
        if shown != self.screen.get_untracked() {
            self.screen.set(shown);
        }
    }

    /// She looks at the page again.
    fn come_back(self) {
        self.look_at_clock();
        if self.take_over_other_tabs() {
            self.arrive();
        }
    }

    /// Takes over what another tab has kept since this one last looked, and tells whether there was anything: a flyer's
    /// QR code opens a new tab each time.
    fn take_over_other_tabs(self) -> bool {
        let Place::Town { programme, kept } = self.place else { return false };
        let changed = kept.try_update_value(|kept| kept.look_again(&programme.id)).flatten();
        let Some(answers) = changed else { return false };
        if let Some(saving) = kept.try_with_value(Kept::saving) {
            self.saving.set(saving);
        }
        self.answers.set(answers);
        true
    }

    fn look_at_clock(self) {
        let now = clock::now();
        if now != self.now.get_untracked() {
            self.now.set(now);
        }
    }

    fn tick(self) {
        page::after(clock::until_next_minute(), move || {
            self.look_at_clock();
            self.tick();
        });
    }
}
