//! What the views show, and what they ask for.

use chrono::{NaiveDate, NaiveDateTime};
use leptos::prelude::*;

use super::kept::Kept;
use super::storage::{self, Saving};
use super::{address, clock, page, reading, release};
use crate::domain::{Plan, Programme};
use crate::interview::record::RecordError;
use crate::interview::seen::Change;
use crate::interview::typed::Drafts;
use crate::interview::{Answers, Screen, record};

/// One visit to one page: its signals, and the only ways to change them.
#[derive(Clone, Copy)]
pub struct Session {
    /// Her answers in this town; none on the first page.
    pub answers: ReadSignal<Answers>,
    /// The screen to show: one that fits her answers.
    pub screen: ReadSignal<Screen>,
    /// The screen from which she came to the one beside it.
    pub came_from: ReadSignal<Screen>,
    /// What becomes of her answers on this phone.
    pub saving: ReadSignal<Saving>,
    /// The minute, JST wall clock.
    pub now: ReadSignal<NaiveDateTime>,
    /// The day, which changes at midnight in Japan.
    pub today: ReadSignal<NaiveDate>,
    /// The town in which she answered last, by its place in addresses.
    pub last_town: ReadSignal<Option<String>>,
    /// Whether a newer release of the app is on this phone, to be had by [`Session::renew`].
    pub newer: ReadSignal<bool>,
    /// Whether she came back to answers that are no longer here: a browser may throw them away.
    pub lost: ReadSignal<bool>,
    /// The record that a link brought here, not yet taken over.
    pub brought: ReadSignal<Option<String>>,
    /// Whether the page is being printed.
    pub printing: ReadSignal<bool>,
    /// The dates that she has begun to type, as they are kept.
    drafts: ReadSignal<Option<String>>,
    set: Writers,
    place: Place,
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
    drafts: WriteSignal<Option<String>>,
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
        self.show(screen);
        self
    }

    /// The same while the page is printed.
    pub fn on_paper(self) -> Session {
        self.set.printing.set(true);
        self
    }

    /// The same with other news of what becomes of her answers.
    pub fn with_saving(self, saving: Saving) -> Session {
        self.set.saving.set(saving);
        self
    }

    /// The same after answers in a town, by its place in addresses.
    pub fn returning_to(self, last_town: &str) -> Session {
        self.set.last_town.set(Some(last_town.to_owned()));
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
        let session = Session::in_browser(Place::Home, Answers::default(), storage::saving());
        if by_icon && last.is_none() {
            // Where an icon has a store of its own, her answers stayed in the browser that she came from.
            session.set.lost.set(true);
        }
        session
    }

    /// A town's, with the answers kept there.
    pub(super) fn of_town(programme: &'static Programme) -> Session {
        storage::move_earlier();
        let (kept, answers) = Kept::open(&programme.id);
        let saving = kept.saving();
        Session::in_browser(Place::Town { programme, kept: StoredValue::new(kept) }, answers, saving)
    }

    fn in_browser(place: Place, answers: Answers, saving: Saving) -> Session {
        let session = Session::new(place, clock::now(), answers, saving, storage::last_town());
        session.open();
        address::listen(move || session.arrive(Session::turn_to));
        page::on_return(move |restored| session.come_back(restored));
        storage::on_deletion(move || session.follow_deletion());
        page::on_print(move |printing| session.set.printing.set(printing));
        session.tick();
        session.set.newer.set(release::is_newer_here());
        release::listen(move || session.set.newer.set(true));
        session
    }

    fn new(place: Place, now: NaiveDateTime, answers: Answers, saving: Saving, last_town: Option<String>) -> Session {
        // Pairs, rather than one type for every kind of signal, which would weigh more than all else here.
        let (answers, set_answers) = signal(answers);
        let (screen, set_screen) = signal(Screen::Start);
        let (came_from, set_came_from) = signal(Screen::Start);
        let (saving, set_saving) = signal(saving);
        let (today, set_today) = signal(now.date());
        let (now, set_now) = signal(now);
        let (last_town, set_last_town) = signal(last_town);
        let (newer, set_newer) = signal(false);
        let (lost, set_lost) = signal(false);
        let (brought, set_brought) = signal(None);
        let (printing, set_printing) = signal(false);
        let (drafts, set_drafts) = signal(match place {
            Place::Town { programme, .. } => storage::drafts(&programme.id),
            Place::Host | Place::Home => None,
        });
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
            drafts: set_drafts,
        };
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
            drafts,
            set,
            place,
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
        let mut change = Some(change);
        self.change(&mut |answers| {
            if let Some(change) = change.take() {
                change(answers);
            }
        });
    }

    /// The same for any change: one function in the program rather than one for each.
    fn change(&self, change: &mut dyn FnMut(&mut Answers)) {
        self.take_over_other_tabs();
        self.set.answers.update(|answers| change(answers));
        self.set.lost.set(false);
        if let Place::Town { programme, kept } = self.place {
            let saved =
                self.answers.with_untracked(|answers| kept.try_update_value(|kept| kept.keep(&programme.id, answers)));
            self.set.saving.set(saved.unwrap_or(Saving::Unavailable));
            self.set.last_town.set(Some(programme.id.clone()));
        }
    }

    /// Goes to a screen, or where it does not fit her answers to the question that is missing, as a new step from which
    /// the browser's way back leads here.
    pub fn go(&self, screen: Screen) {
        let shown = self.shown(screen);
        if !matches!(self.place, Place::Host) {
            if address::screen() != Some(shown) {
                address::go(shown);
            }
            page::leave();
            page::to_top();
        }
        self.show(shown);
    }

    /// Leaves the screen that is shown for another.
    fn turn_to(self, screen: Screen) {
        page::leave();
        reading::leave(self.screen.get_untracked(), screen);
        self.show(screen);
    }

    /// Shows a screen, and keeps in mind from where: what is read beside a screen leads back there.
    fn show(self, screen: Screen) {
        let before = self.screen.get_untracked();
        if !before.is_beside() {
            self.set.came_from.set(before);
        }
        if before == Screen::Move && !screen.is_beside() {
            // What a link brought is hers to take once; she may paste another.
            self.set.brought.set(None);
        }
        self.set.screen.set(screen);
    }

    /// Goes to the next question, or to the result where all are answered.
    pub fn go_on(&self) {
        self.go(Screen::Result);
    }

    /// Takes the newest release of the app; her answers and the screen stay.
    pub fn renew(&self) {
        if !matches!(self.place, Place::Host) {
            release::take();
        }
    }

    /// What the sources say otherwise than when she last saw this plan of her present answers.
    pub fn changes(&self, plan: &Plan<'_>) -> Vec<Change> {
        let Place::Town { programme, kept } = self.place else { return Vec::new() };
        let today = self.today.get_untracked();
        let changes = self.answers.with_untracked(|answers| {
            kept.try_update_value(|kept| kept.changes(&programme.id, answers, plan, today).to_vec())
        });
        changes.unwrap_or_default()
    }

    /// Whether she once came back to answers that were no longer here; it is told once, to offer a link that keeps them.
    pub fn take_lost(&self) -> bool {
        matches!(self.place, Place::Town { .. }) && storage::take_lost()
    }

    /// Reads what she pasted, a link or its text, as if the link had been opened here.
    ///
    /// # Errors
    /// When there is no record in it, or it can't be read.
    pub fn paste(&self, text: &str) -> Result<(), RecordError> {
        let record = record::pasted(text).ok_or(RecordError::Foreign)?;
        let town = record::decode(&record)?.town;
        if let Place::Home = self.place {
            address::bring_to_town(&town, &record);
        } else {
            self.set.brought.set(Some(record));
        }
        Ok(())
    }

    /// Takes over answers that a link brought, in the place of those that are here.
    pub fn take_over(&self, brought: Answers) {
        self.answer(|answers| *answers = brought);
        self.go_on();
        self.set.brought.set(None);
    }

    /// The text of what is ticked off in this town, with the date by which the pregnancy is known ([`crate::planner::Ticks`]);
    /// empty where nothing is kept.
    pub fn ticks(&self) -> String {
        match self.place {
            Place::Town { programme, .. } => storage::ticks(&programme.id).unwrap_or_default(),
            Place::Host | Place::Home => String::new(),
        }
    }

    /// Keeps what is ticked off.
    pub fn keep_ticks(&self, text: &str) {
        if let Place::Town { programme, .. } = self.place {
            storage::set_ticks(&programme.id, text);
        }
    }

    /// The dates that she has begun to type.
    pub fn drafts(&self) -> Drafts {
        self.drafts.with_untracked(|text| text.as_deref().map(Drafts::read).unwrap_or_default())
    }

    /// Keeps the dates that she has begun to type, as long as this tab is open: a page may be loaded anew before they are taken.
    pub fn keep_drafts(&self, drafts: &Drafts) {
        let text = drafts.write();
        if let Place::Town { programme, .. } = self.place {
            storage::set_drafts(&programme.id, &text);
        }
        self.set.drafts.set(Some(text));
    }

    /// The address of this page: without a query, without a fragment, without anything of hers. Empty on the host.
    pub fn page_address(&self) -> String {
        match self.place {
            Place::Host => String::new(),
            Place::Home | Place::Town { .. } => address::of_page().unwrap_or_default(),
        }
    }

    /// Deletes all that this app keeps on this phone, of every town, and begins anew.
    pub fn delete_all(&self) {
        self.put_away();
        self.go(Screen::Start);
    }

    /// Deletes the same, and the screen stays: nothing leads back to what rested on her answers.
    pub fn put_away(&self) {
        if !matches!(self.place, Place::Host) {
            storage::delete_all();
            self.set.saving.set(storage::saving());
            reading::forget();
        }
        self.forget();
        self.set.came_from.set(Screen::Start);
        // What stands beneath a screen beside it goes too.
        self.set.screen.set(self.screen.get_untracked());
    }

    fn forget(self) {
        if let Place::Town { kept, .. } = self.place {
            kept.set_value(Kept::nothing());
        }
        self.set.answers.set(Answers::default());
        self.set.last_town.set(None);
        self.set.drafts.set(None);
    }

    /// What is shown to one who comes to a screen.
    fn shown(self, screen: Screen) -> Screen {
        match self.place {
            Place::Host => screen,
            Place::Home => match screen {
                Screen::Help
                | Screen::Loss
                | Screen::Privacy
                | Screen::Search
                | Screen::Elsewhere(_)
                | Screen::Move => screen,
                _ => Screen::Start,
            },
            Place::Town { programme, .. } => {
                let today = self.today.get_untracked();
                self.answers.with_untracked(|answers| screen.shown(answers, programme, today))
            }
        }
    }

    /// Shows the screen that the page was opened at.
    fn open(self) {
        // An address that rests on answers, and none are here: she comes back to them, or from somebody who sent it.
        let rests_on_answers = address::screen().is_some_and(Screen::rests_on_answers);
        let has_none = self.answers.with_untracked(|answers| *answers == Answers::default());
        if rests_on_answers && has_none && matches!(self.place, Place::Town { .. }) {
            self.set.lost.set(true);
            // What would have kept them is offered when there are some again.
            storage::set_lost();
        }
        self.arrive(Session::show);
        // One who opens the page beside her answers has come from nowhere here; unless it was loaded anew.
        let before = self.shown(if has_none { Screen::Start } else { Screen::Result });
        self.set.came_from.set(reading::begin(self.screen.get_untracked(), before));
    }

    /// Shows the screen that the address names, and corrects the address where that does not fit her answers. A place
    /// within the page leaves the screen as it is.
    fn arrive(self, show: fn(Session, Screen)) {
        if let Some(record) = address::record() {
            // Out of the address at once: what it holds is not to stay in the browser's history.
            self.set.brought.set(Some(record));
            address::correct(Screen::Move);
        }
        let Some(named) = address::screen() else { return };
        let shown = self.shown(named);
        if shown != named {
            address::correct(shown);
        }
        if shown != self.screen.get_untracked() {
            show(self, shown);
        }
    }

    /// She looks at the page again. Deleted while it stood still in the way back is deleted: it is not to come up again.
    fn come_back(self, restored: bool) {
        self.look_at_clock();
        if restored {
            self.follow_deletion();
        }
        if self.take_over_other_tabs() {
            self.arrive(Session::turn_to);
        }
    }

    /// Forgets what is no longer kept.
    fn follow_deletion(self) {
        let gone = match self.place {
            Place::Host => false,
            Place::Home => storage::last_town().is_none(),
            Place::Town { programme, kept } => kept.try_with_value(|kept| kept.is_gone(&programme.id)).unwrap_or(false),
        };
        if gone {
            self.forget();
            self.arrive(Session::turn_to);
        }
    }

    /// Takes over what another tab has kept since this one last looked, and tells whether there was anything: a flyer's
    /// QR code opens a new tab each time.
    fn take_over_other_tabs(self) -> bool {
        let Place::Town { programme, kept } = self.place else { return false };
        let changed = kept.try_update_value(|kept| kept.look_again(&programme.id)).flatten();
        let Some(answers) = changed else { return false };
        if let Some(saving) = kept.try_with_value(Kept::saving) {
            self.set.saving.set(saving);
        }
        self.set.answers.set(answers);
        true
    }

    fn look_at_clock(self) {
        let now = clock::now();
        if now != self.now.get_untracked() {
            self.set.now.set(now);
        }
        if now.date() != self.today.get_untracked() {
            self.set.today.set(now.date());
        }
    }

    fn tick(self) {
        page::after(clock::until_next_minute(), move || {
            self.look_at_clock();
            self.tick();
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::situation::Babies;

    #[test]
    fn on_the_host_nothing_asks_a_browser() {
        Owner::new().with(|| {
            let now =
                NaiveDate::from_ymd_opt(2026, 11, 21).and_then(|day| day.and_hms_opt(14, 0, 0)).expect("a moment");
            Session::on_host(now, Answers::default()).with_saving(Saving::Full).returning_to("here").provide();
            let session = Session::current();
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
