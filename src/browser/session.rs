//! What the views show, and what they ask for.

use std::sync::{Mutex, PoisonError};

use chrono::{NaiveDate, NaiveDateTime};
use leptos::prelude::*;

use super::kept::Kept;
use super::{address, clock, page, reading, release, storage};
use crate::app::{self, Address, Effect, Event, Newer, Page, Saving, State};
use crate::domain::{Plan, Programme};
use crate::interview::record::RecordError;
use crate::interview::seen::Change;
use crate::interview::typed::Drafts;
use crate::interview::{Answers, Screen, record};

/// One visit to one page: its state in signals, and the only ways to change it.
///
/// What becomes of the state [`app::update`] says; here it is told what happens, and what it asks for is done.
#[derive(Clone, Copy)]
pub struct Session {
    /// [`State::answers`].
    pub answers: ReadSignal<Answers>,
    /// [`State::screen`].
    pub screen: ReadSignal<Screen>,
    /// [`State::came_from`].
    pub came_from: ReadSignal<Screen>,
    /// [`State::saving`].
    pub saving: ReadSignal<Saving>,
    /// [`State::now`].
    pub now: ReadSignal<NaiveDateTime>,
    /// [`State::today`].
    pub today: ReadSignal<NaiveDate>,
    /// [`State::last_town`].
    pub last_town: ReadSignal<Option<String>>,
    /// [`State::newer`]; it is to be had by [`Session::renew`].
    pub newer: ReadSignal<bool>,
    /// [`State::lost`].
    pub lost: ReadSignal<bool>,
    /// [`State::brought`].
    pub brought: ReadSignal<Option<String>>,
    /// [`State::printing`].
    pub printing: ReadSignal<bool>,
    set: Writers,
    /// It lives as long as the page, so that views may copy and hold it. A session of a rehearsal is left behind, too: there is
    /// one for each plan that is shown.
    inner: &'static Mutex<Inner>,
}

/// What is not followed.
struct Inner {
    state: State,
    /// The state as the signals have it.
    shown: State,
    /// What is kept of the town.
    kept: Kept,
}

/// The writable ends.
#[derive(Clone, Copy)]
struct Writers {
    answers: WriteSignal<Answers>,
    screen: WriteSignal<Screen>,
    came_from: WriteSignal<Screen>,
    saving: WriteSignal<Saving>,
    now: WriteSignal<NaiveDateTime>,
    today: WriteSignal<NaiveDate>,
    last_town: WriteSignal<Option<String>>,
    newer: WriteSignal<bool>,
    lost: WriteSignal<bool>,
    brought: WriteSignal<Option<String>>,
    printing: WriteSignal<bool>,
}

impl Session {
    /// A session for rendering views on the host. It shows the start.
    pub fn on_host(now: NaiveDateTime, answers: Answers) -> Session {
        Session::new(State::new(Page::Host, now, answers, Saving::Saved), Kept::unknown())
    }

    /// The same on another screen.
    pub fn showing(self, screen: Screen) -> Session {
        self.send(Event::Went(screen));
        self
    }

    /// The same while the page is printed.
    pub fn on_paper(self) -> Session {
        self.send(Event::Printing(true));
        self
    }

    /// The same with other news of what becomes of her answers.
    pub fn with_saving(self, saving: Saving) -> Session {
        self.send(Event::Kept(saving));
        self
    }

    /// The same after answers in a town, by its place in addresses.
    pub fn returning_to(self, last_town: &str) -> Session {
        self.with(|inner| inner.state.last_town = Some(last_town.to_owned()));
        self.show(false);
        self
    }

    /// The first page's.
    pub(super) fn of_home() -> Session {
        storage::move_earlier();
        // What a store holds may be anything: only what a town's address can be is followed.
        let last = storage::last_town().filter(|town| record::is_id(town));
        let by_icon = address::by_icon();
        if let (true, Some(town)) = (by_icon, &last) {
            address::open_town(town);
        }
        let session = Session::in_browser(Page::Home, Kept::nothing(), Answers::default());
        if by_icon && last.is_none() {
            // Where an icon has a store of its own, her answers stayed in the browser that she came from.
            session.send(Event::NothingByIcon);
        }
        session
    }

    /// A town's, with the answers kept there.
    pub(super) fn of_town(programme: &'static Programme) -> Session {
        storage::move_earlier();
        let (kept, answers) = Kept::open(&programme.id);
        Session::in_browser(Page::Town(programme), kept, answers)
    }

    fn in_browser(page: Page, kept: Kept, answers: Answers) -> Session {
        let mut state = State::new(page, clock::now(), answers, kept.saving());
        state.last_town = storage::last_town();
        if let Page::Town(programme) = page {
            state.drafts = storage::drafts(&programme.id);
        }
        let session = Session::new(state, kept);
        session.send(Event::Opened(named()));
        let before = session.read(State::beneath);
        session.send(Event::CameFrom(reading::begin(session.screen.get_untracked(), before)));
        address::listen(move || session.send(Event::Moved(named())));
        page::on_return(move |restored| session.come_back(restored));
        storage::on_deletion(move || {
            if session.is_gone() {
                session.send(Event::Gone(named()));
            }
        });
        page::on_print(move |printing| {
            // One that began and of which no end was heard is over.
            session.send(Event::Printing(false));
            session.send(Event::Printing(printing));
        });
        session.tick();
        if release::is_newer_here() {
            session.send(Event::Renewed);
        }
        release::listen(move || session.send(Event::Renewed));
        session
    }

    fn new(state: State, kept: Kept) -> Session {
        // Pairs, rather than one type for every kind of signal, which would weigh more than all else here.
        let (answers, set_answers) = signal(state.answers.clone());
        let (screen, set_screen) = signal(state.screen);
        let (came_from, set_came_from) = signal(state.came_from);
        let (saving, set_saving) = signal(state.saving);
        let (now, set_now) = signal(state.now);
        let (today, set_today) = signal(state.today());
        let (last_town, set_last_town) = signal(state.last_town.clone());
        let (newer, set_newer) = signal(state.newer);
        let (lost, set_lost) = signal(state.lost);
        let (brought, set_brought) = signal(state.brought.clone());
        let (printing, set_printing) = signal(state.printing);
        let set = Writers {
            answers: set_answers,
            screen: set_screen,
            came_from: set_came_from,
            saving: set_saving,
            now: set_now,
            today: set_today,
            last_town: set_last_town,
            newer: set_newer,
            lost: set_lost,
            brought: set_brought,
            printing: set_printing,
        };
        let inner = Box::leak(Box::new(Mutex::new(Inner { shown: state.clone(), state, kept })));
        Session {
            answers,
            screen,
            came_from,
            saving,
            now,
            today,
            last_town,
            newer,
            lost,
            brought,
            printing,
            set,
            inner,
        }
    }

    /// Tells what happened, and shows what became of it.
    fn send(self, event: Event) {
        let shows = self.take(event);
        self.show(shows);
    }

    /// Takes an event in and does what it asks for, and so with what that finds out; gives whether the screen is to be shown.
    fn take(self, event: Event) -> bool {
        let mut shows = false;
        for effect in self.with(|inner| app::update(&mut inner.state, event)) {
            shows |= matches!(effect, Effect::Show);
            if let Some(found) = self.carry_out(effect) {
                shows |= self.take(found);
            }
        }
        shows
    }

    /// Does something, and gives what that finds out.
    fn carry_out(self, effect: Effect) -> Option<Event> {
        match effect {
            Effect::Keep => {
                let saving = self.with(|inner| match inner.state.page {
                    Page::Town(programme) => inner.kept.keep(&programme.id, &inner.state.answers),
                    Page::Host | Page::Home => inner.state.saving,
                });
                return Some(Event::Kept(saving));
            }
            Effect::Push(screen) => {
                if address::screen() != Some(screen) {
                    address::go(screen);
                }
            }
            Effect::Correct(screen) => address::correct(screen),
            Effect::Leave { from, to } => {
                page::leave();
                reading::leave(from, to);
            }
            Effect::ToTop => {
                page::leave();
                page::to_top();
            }
            Effect::Bring { town, record } => address::bring_to_town(&town, &record),
            Effect::MarkLost => storage::set_lost(),
            Effect::Forget => {
                if !self.is_on_host() {
                    let nothing = Kept::nothing();
                    self.with(|inner| inner.kept = nothing);
                }
            }
            Effect::Delete => {
                storage::delete_all();
                reading::forget();
                return Some(Event::Kept(storage::saving()));
            }
            // When all else is done.
            Effect::Show => {}
        }
        None
    }

    /// Shows what is otherwise than it was; with `shows` the screen, even where it is the same.
    fn show(self, shows: bool) {
        // What follows a signal may ask for the state, and so none is told while that is in use.
        let (before, state) = self.with(|inner| {
            let state = inner.state.clone();
            (core::mem::replace(&mut inner.shown, state.clone()), state)
        });
        let set = self.set;
        let today = state.today();
        if before.today() != today {
            set.today.set(today);
        }
        if before.now != state.now {
            set.now.set(state.now);
        }
        if before.answers != state.answers {
            set.answers.set(state.answers);
        }
        if before.saving != state.saving {
            set.saving.set(state.saving);
        }
        for (before, now, set) in [
            (before.lost, state.lost, set.lost),
            (before.newer, state.newer, set.newer),
            (before.printing, state.printing, set.printing),
        ] {
            if before != now {
                set.set(now);
            }
        }
        for (before, now, set) in
            [(before.last_town, state.last_town, set.last_town), (before.brought, state.brought, set.brought)]
        {
            if before != now {
                set.set(now);
            }
        }
        for (changes, now, set) in
            [(before.came_from != state.came_from, state.came_from, set.came_from), (shows, state.screen, set.screen)]
        {
            if changes {
                set.set(now);
            }
        }
    }

    /// Works on what is not followed. Nothing else may be called in `work` that would ask for it.
    fn with<T>(self, work: impl FnOnce(&mut Inner) -> T) -> T {
        work(&mut self.inner.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// What a look at the state gives.
    fn read<T>(self, look: impl FnOnce(&State) -> T) -> T {
        self.with(|inner| look(&inner.state))
    }

    fn programme(self) -> Option<&'static Programme> {
        match self.read(|state| state.page) {
            Page::Town(programme) => Some(programme),
            Page::Host | Page::Home => None,
        }
    }

    fn is_on_host(self) -> bool {
        self.read(|state| matches!(state.page, Page::Host))
    }

    /// Changes her answers and keeps them; the screen stays. Only after it should the screen move ([`Session::go_on`]).
    pub fn answer(&self, change: impl FnOnce(&mut Answers)) {
        let mut change = Some(change);
        self.change(&mut |answers| {
            if let Some(change) = change.take() {
                change(answers);
            }
        });
    }

    /// The same for any change: one function in the program rather than one for each.
    fn change(&self, change: &mut dyn FnMut(&mut Answers)) {
        self.hear_of_others();
        let mut answers = self.read(|state| state.answers.clone());
        change(&mut answers);
        self.send(Event::Answered(answers));
    }

    /// Goes to a screen, or where it does not fit her answers to the question that is missing, as a new step from which
    /// the browser's way back leads here.
    pub fn go(&self, screen: Screen) {
        self.send(Event::Went(screen));
    }

    /// Goes to the next question, or to the result where all are answered.
    pub fn go_on(&self) {
        self.go(Screen::Result);
    }

    /// Takes the newest release of the app; her answers and the screen stay.
    pub fn renew(&self) {
        if !self.is_on_host() {
            release::take();
        }
    }

    /// What the sources say otherwise than when she last saw this plan of her present answers.
    pub fn changes(&self, plan: &Plan<'_>) -> Vec<Change> {
        let Some(programme) = self.programme() else { return Vec::new() };
        let today = self.today.get_untracked();
        self.answers.with_untracked(|answers| {
            self.with(|inner| inner.kept.changes(&programme.id, answers, plan, today).to_vec())
        })
    }

    /// Whether she once came back to answers that were no longer here; it is told once, to offer a link that keeps them.
    pub fn take_lost(&self) -> bool {
        self.programme().is_some() && storage::take_lost()
    }

    /// Reads what she pasted, a link or its text, as if the link had been opened here.
    ///
    /// # Errors
    /// When there is no record in it, or it can't be read.
    pub fn paste(&self, text: &str) -> Result<(), RecordError> {
        let record = record::pasted(text).ok_or(RecordError::Foreign)?;
        let town = record::decode(&record)?.town;
        self.send(Event::Pasted { town, record });
        Ok(())
    }

    /// Takes over answers that a link brought, in the place of those that are here.
    pub fn take_over(&self, brought: Answers) {
        self.hear_of_others();
        self.send(Event::TookOver(brought));
    }

    /// The text of what is ticked off in this town, with the date by which the pregnancy is known ([`crate::planner::Ticks`]);
    /// empty where nothing is kept.
    pub fn ticks(&self) -> String {
        self.programme().and_then(|programme| storage::ticks(&programme.id)).unwrap_or_default()
    }

    /// Keeps what is ticked off.
    pub fn keep_ticks(&self, text: &str) {
        if let Some(programme) = self.programme() {
            storage::set_ticks(&programme.id, text);
        }
    }

    /// The dates that she has begun to type.
    pub fn drafts(&self) -> Drafts {
        self.read(|state| state.drafts.as_deref().map(Drafts::read).unwrap_or_default())
    }

    /// Keeps the dates that she has begun to type, as long as this tab is open: a page may be loaded anew before they are taken.
    pub fn keep_drafts(&self, drafts: &Drafts) {
        let text = drafts.write();
        if let Some(programme) = self.programme() {
            storage::set_drafts(&programme.id, &text);
        }
        self.send(Event::Drafted(text));
    }

    /// The address of this page: without a query, without a fragment, without anything of hers. Empty on the host.
    pub fn page_address(&self) -> String {
        if self.is_on_host() { String::new() } else { address::of_page().unwrap_or_default() }
    }

    /// Deletes all that this app keeps on this phone, of every town, and begins anew.
    pub fn delete_all(&self) {
        self.send(Event::Deleted);
    }

    /// Deletes the same, and the screen stays: nothing leads back to what rested on her answers.
    pub fn put_away(&self) {
        self.send(Event::PutAway);
    }

    /// She looks at the page again.
    fn come_back(self, restored: bool) {
        let gone = restored && self.is_gone();
        let newer = if gone { None } else { self.look_again() };
        self.send(Event::Returned { now: clock::now(), gone, newer, address: named() });
    }

    /// Whether what was kept is kept no more.
    fn is_gone(self) -> bool {
        match self.read(|state| state.page) {
            Page::Host => false,
            Page::Home => storage::last_town().is_none(),
            Page::Town(programme) => self.with(|inner| inner.kept.is_gone(&programme.id)),
        }
    }

    /// Hears what another tab has kept, before anything is kept over it.
    fn hear_of_others(self) {
        if let Some(newer) = self.look_again() {
            self.send(Event::OtherTab(newer));
        }
    }

    /// What another tab has kept since this one last looked.
    fn look_again(self) -> Option<Newer> {
        let programme = self.programme()?;
        self.with(|inner| {
            let answers = inner.kept.look_again(&programme.id)?;
            Some(Newer { answers, saving: inner.kept.saving() })
        })
    }

    fn tick(self) {
        page::after(clock::until_next_minute(), move || {
            self.send(Event::Ticked(clock::now()));
            self.tick();
        });
    }
}

/// What the page's address names now.
fn named() -> Address {
    Address { screen: address::screen(), record: address::record() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::household::Babies;

    #[test]
    fn on_the_host_nothing_asks_a_browser() {
        Owner::new().with(|| {
            let now =
                NaiveDate::from_ymd_opt(2026, 11, 21).and_then(|day| day.and_hms_opt(14, 0, 0)).expect("a moment");
            let session = Session::on_host(now, Answers::default()).with_saving(Saving::Full).returning_to("here");
            assert_eq!((session.now.get_untracked(), session.today.get_untracked()), (now, now.date()));
            assert_eq!(session.saving.get_untracked(), Saving::Full);
            assert_eq!(session.last_town.get_untracked().as_deref(), Some("here"));
            assert_eq!(session.screen.get_untracked(), Screen::Start);

            session.answer(|answers| answers.babies = Babies::new(2).ok());
            assert_eq!(session.answers.get_untracked().babies.map(Babies::get), Some(2));
            assert_eq!(session.screen.get_untracked(), Screen::Start, "the screen stays");
            session.go_on();
            assert_eq!(session.screen.get_untracked(), Screen::Result);
            assert_eq!(session.showing(Screen::Privacy).screen.get_untracked(), Screen::Privacy);

            session.delete_all();
            assert_eq!(session.answers.get_untracked(), Answers::default());
            assert_eq!(session.screen.get_untracked(), Screen::Start);
            assert_eq!(session.last_town.get_untracked(), None);
        });
    }
}
