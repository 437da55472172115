//! A long screen shown piece by piece: what she sees first stands at once, the rest follows in a moment, and no tap in
//! between waits for all of it.

use leptos::prelude::*;

use super::page;

/// How many turns a screen has after what stands at once.
pub const TURNS: usize = 4;

/// The turns of one screen. Each comes after the one before has been painted.
#[derive(Clone, Copy)]
pub struct Turns([RwSignal<bool>; TURNS]);

impl Turns {
    /// The turns of a screen that begins now. On the host all have come.
    pub fn begin() -> Turns {
        let on_host = !cfg!(target_arch = "wasm32");
        let turns = Turns([(); TURNS].map(|()| RwSignal::new(on_host)));
        if !on_host {
            turns.go_on(0);
        }
        turns
    }

    /// Whether the turn has come. One that no screen has comes with the last.
    pub fn has_come(self, turn: usize) -> bool {
        let Turns([.., last]) = self;
        self.0.get(turn).unwrap_or(&last).get()
    }

    /// Whether all have come.
    pub fn are_over(self) -> bool {
        self.has_come(TURNS)
    }

    fn go_on(self, turn: usize) {
        let Some(next) = self.0.get(turn).copied() else { return };
        page::after_paint(move || {
            // The screen may be gone by then, and its turns with it.
            let _ = next.try_set(true);
            self.go_on(turn.saturating_add(1));
        });
    }
}

/// Changes a frame after what `read` reads has changed: for what follows a tap, but is not its effect.
pub fn painted(read: impl Fn() + 'static) -> ReadSignal<bool> {
    let (painted, set) = signal(false);
    let mut is_first = true;
    follow(move || {
        read();
        if !std::mem::take(&mut is_first) {
            page::after_paint(move || {
                let _ = set.try_update(|painted| *painted = !*painted);
            });
        }
    });
    painted
}

/// Does something now, and whenever what it reads changes. Every kind of effect is a kilobyte of program: all are of one.
pub fn follow(act: impl FnMut() + 'static) {
    follow_boxed(Box::new(act));
}

fn follow_boxed(act: Box<dyn FnMut()>) {
    Effect::new(act);
}

/// Whether what stands at once on a screen that begins now has been painted. On the host it has.
pub fn shown() -> RwSignal<bool> {
    let on_host = !cfg!(target_arch = "wasm32");
    let shown = RwSignal::new(on_host);
    if !on_host {
        page::after_paint(move || {
            // The screen may be gone by then.
            let _ = shown.try_set(true);
        });
    }
    shown
}
