//! What the views show, and what they ask for.

use chrono::{NaiveDate, NaiveDateTime};
use leptos::prelude::*;

use super::storage::Saving;
use super::{address, clock, page, storage};
use crate::domain::Programme;
use crate::interview::record::{self, RecordError};
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
    /// On the host: nothing is asked of a browser.
    Host,
    /// In a browser, on the first page.
    Home,
    /// In a browser, on a town's page.
    Town(&'static Programme),
}

impl Session {
    /// A session for rendering views on the host. It shows the start.
    pub fn on_host(now: NaiveDateTime, answers: Answers) -> Session {
        Session::new(Place::Host, now, answers, Screen::Start, Saving::Saved, None)
    }

    /// The same on another screen.
    pub fn showing(self, screen: Screen) -> Session {
        self.inner.screen.set(screen);
        self
    }

    /// The first page's.
    pub(super) fn of_home() -> Session {
        let screen = address::screen();
        let session = Session::new(
            Place::Home,
            clock::now(),
            Answers::default(),
            screen,
            storage::saving(),
            storage::last_town(),
        );
        session.live();
        session
    }

    /// A town's, with the answers kept there.
    pub(super) fn of_town(programme: &'static Programme) -> Session {
        let (answers, saving) = kept(programme);
        let session = Session::new(
            Place::Town(programme),
            clock::now(),
            answers,
            address::screen(),
            saving,
            storage::last_town(),
        );
        session.live();
        session
    }

    fn new(
        place: Place,
        now: NaiveDateTime,
        answers: Answers,
        screen: Screen,
        saving: Saving,
        last_town: Option<String>,
    ) -> Session {
        let inner = Inner {
            place,
            answers: RwSignal::new(answers),
            screen: RwSignal::new(screen),
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

    /// The session that was provided; without one, a fresh one that keeps nothing and says so.
    pub fn current() -> Session {
        use_context().unwrap_or_else(|| {
            Session::new(Place::Host, clock::now(), Answers::default(), Screen::Start, Saving::Unavailable, None)
        })
    }

    /// Changes her answers and keeps them; the screen stays.
    pub fn answer(&self, change: impl FnOnce(&mut Answers)) {
        let inner = self.inner;
        inner.answers.update(change);
        if let Place::Town(programme) = inner.place
            && inner.saving.get_untracked() != Saving::KeptByNewer
        {
            let text = inner.answers.with_untracked(|answers| record::encode(&programme.id, answers));
            inner.saving.set(storage::set(&programme.id, &text));
        }
    }

    /// Goes to a screen as a new step, from which the browser's way back leads here.
    pub fn go(&self, screen: Screen) {
        let shown = self.inner.shown(screen);
        match self.inner.place {
            Place::Host => {}
            Place::Home | Place::Town(_) => address::go(shown),
        }
        self.inner.screen.set(shown);
    }

    /// Goes to the next question, or to the result.
    pub fn go_on(&self) {
        // Where something is still unanswered the result gives way to it.
        self.go(Screen::Result);
    }

    /// Deletes all that this app keeps on this phone, of every town, and begins anew.
    pub fn delete_all(&self) {
        match self.inner.place {
            Place::Host => {}
            Place::Home | Place::Town(_) => {
                storage::delete_all();
                self.inner.saving.set(storage::saving());
            }
        }
        self.inner.answers.set(Answers::default());
        self.inner.last_town.set(None);
        self.go(Screen::Start);
    }

    /// Follows the address and the clock as long as the page lives.
    fn live(self) {
        let inner = self.inner;
        inner.arrive();
        address::listen(move || inner.arrive());
        page::on_return(move || inner.look_at_clock());
        inner.tick();
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
            Place::Town(programme) => {
                let today = self.now.get_untracked().date();
                self.answers.with_untracked(|answers| screen.shown(answers, programme, today))
            }
        }
    }

    /// Shows what the address names, or corrects the address where that does not fit.
    fn arrive(self) {
        let named = address::screen();
        let shown = self.shown(named);
        if shown != named {
            address::correct(shown);
        }
        if shown != self.screen.get_untracked() {
            self.screen.set(shown);
        }
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

/// The answers kept for a town, and what becomes of new ones. What can't be read stays where it is until she answers.
fn kept(programme: &Programme) -> (Answers, Saving) {
    let saving = storage::saving();
    match storage::get(&programme.id).map(|text| record::decode(&text)) {
        Some(Ok(record)) if record.town == programme.id => (record.answers, saving),
        Some(Err(RecordError::Newer)) => (Answers::default(), Saving::KeptByNewer),
        Some(_) | None => (Answers::default(), saving),
    }
}
