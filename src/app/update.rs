//! What becomes of the state.

use chrono::NaiveDateTime;

use super::event::{Address, Effect, Event, Newer};
use super::state::{Page, State};
use crate::interview::{Answers, Screen};

/// What becomes of `state` by an event, and what is to be done about it.
pub fn update(state: &mut State, event: Event) -> Vec<Effect> {
    let mut turn = Turn { state, effects: Vec::new() };
    match event {
        Event::Opened(address) => turn.open(address),
        Event::CameFrom(screen) => turn.state.came_from = screen,
        Event::Moved(address) => turn.arrive(address, true),
        Event::Returned { now, gone, newer, address } => turn.come_back(now, gone, newer, address),
        Event::Ticked(now) => turn.state.now = now,
        Event::Gone(address) => turn.lose(address),
        Event::OtherTab(newer) => turn.take_from_other(newer),
        Event::Answered(answers) => turn.answer(answers),
        Event::Kept(saving) => turn.state.saving = saving,
        Event::Went(screen) => turn.go(screen),
        Event::Pasted { town, record } => turn.paste(town, record),
        Event::TookOver(answers) => {
            turn.answer(answers);
            turn.go(Screen::Result);
        }
        Event::Drafted(text) => turn.state.drafts = Some(text),
        Event::Deleted => {
            turn.put_away();
            turn.go(Screen::Start);
        }
        Event::PutAway => turn.put_away(),
        Event::NothingByIcon => turn.state.lost = true,
        Event::Renewed => turn.state.newer = true,
        Event::Printing(printing) => turn.state.printing = printing,
    }
    turn.effects
}

/// One event's work.
struct Turn<'s> {
    state: &'s mut State,
    effects: Vec<Effect>,
}

impl Turn<'_> {
    fn does(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    fn open(&mut self, address: Address) {
        // An address that rests on answers, and none are here: she comes back to them, or from somebody who sent it.
        let rests_on_answers = address.screen.is_some_and(Screen::rests_on_answers);
        if rests_on_answers && self.state.answers == Answers::default() && matches!(self.state.page, Page::Town(_)) {
            self.state.lost = true;
            // What would have kept them is offered when there are some again.
            self.does(Effect::MarkLost);
        }
        self.arrive(address, false);
    }

    /// Shows what the address names, and corrects the address where that does not fit her answers. A place within the page
    /// leaves the screen as it is.
    fn arrive(&mut self, address: Address, leaves: bool) {
        let named = match address.record {
            Some(record) => {
                // Out of the address at once: what it holds is not to stay in the browser's history.
                self.state.brought = Some(record);
                self.does(Effect::Correct(Screen::Move));
                Some(Screen::Move)
            }
            None => address.screen,
        };
        let Some(named) = named else { return };
        let shown = self.state.shown(named);
        if shown != named {
            self.does(Effect::Correct(shown));
        }
        if shown != self.state.screen {
            if leaves {
                self.does(Effect::Leave { from: self.state.screen, to: shown });
            }
            self.show(shown);
        }
    }

    /// Goes to a screen, or where it does not fit her answers to the question that is missing, as a new step.
    fn go(&mut self, screen: Screen) {
        let shown = self.state.shown(screen);
        if !matches!(self.state.page, Page::Host) {
            self.does(Effect::Push(shown));
            self.does(Effect::ToTop);
        }
        self.show(shown);
    }

    /// Shows a screen, and keeps in mind from where: what is read beside a screen leads back there.
    fn show(&mut self, screen: Screen) {
        let before = self.state.screen;
        if !before.is_beside() {
            self.state.came_from = before;
        }
        if before == Screen::Move && !screen.is_beside() {
            // What a link brought is hers to take once; she may paste another.
            self.state.brought = None;
        }
        self.state.screen = screen;
        self.does(Effect::Show);
    }

    fn answer(&mut self, answers: Answers) {
        self.state.answers = answers;
        self.state.lost = false;
        if let Page::Town(programme) = self.state.page {
            self.state.last_town = Some(programme.id.clone());
            self.does(Effect::Keep);
        }
    }

    fn take_from_other(&mut self, newer: Newer) {
        self.state.lost = false;
        self.state.saving = newer.saving;
        self.state.answers = newer.answers;
    }

    /// Deleted while the page stood still is deleted: it is not to come up again.
    fn come_back(&mut self, now: NaiveDateTime, gone: bool, newer: Option<Newer>, address: Address) {
        self.state.now = now;
        if gone {
            self.lose(address);
        } else if let Some(newer) = newer {
            self.take_from_other(newer);
            self.arrive(address, true);
        }
    }

    /// Her answers are no longer kept.
    fn lose(&mut self, address: Address) {
        let before = self.state.screen;
        self.forget();
        self.arrive(address, true);
        // Nothing leads back to what rested on them, nor stands beneath a screen that stays.
        self.state.came_from = Screen::Start;
        if self.state.screen == before {
            self.does(Effect::Show);
        }
    }

    fn forget(&mut self) {
        self.state.answers = Answers::default();
        self.state.last_town = None;
        self.state.drafts = None;
        self.does(Effect::Forget);
    }

    /// Nothing leads back to what rested on her answers.
    fn put_away(&mut self) {
        if !matches!(self.state.page, Page::Host) {
            self.does(Effect::Delete);
        }
        self.forget();
        self.state.came_from = Screen::Start;
        // What stands beneath a screen beside it goes too.
        self.does(Effect::Show);
    }

    fn paste(&mut self, town: String, record: String) {
        if matches!(self.state.page, Page::Home) {
            self.does(Effect::Bring { town, record });
        } else {
            self.state.brought = Some(record);
        }
    }
}
