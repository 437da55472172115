//! What comes as a file of its own, after what she waits for: the only place that names [`crate::ui::result`],
//! [`crate::ui::lazy`] and [`crate::ui::home`]. What is reached from here alone, code and text, is split off when the site is built.
//!
//! A split point gives a table of functions. It is awaited once; from then on every call is plain. On the host everything
//! is one program, and the tables are here from the beginning.

use std::sync::OnceLock;

use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

use crate::browser::chunks::SplitLoaderError;
use crate::browser::{Session, when_touched};
use crate::domain::programme::Facility;
use crate::domain::situation::PostalCode;
use crate::domain::{Plan, Programme};
use crate::ui::markup::Markup;
use crate::ui::page_state::Hers;
use crate::ui::result::{self, Case, Rest};
use crate::ui::{home, lazy};

/// The first look at her plan.
pub struct Look {
    /// The result screen.
    pub result: fn(&'static Programme, Session, Hers) -> Markup,
}

static LOOK: Look = Look { result: result::result };

/// What comes after the first look at her plan.
pub struct Lazy {
    /// All that stands behind a facility's line.
    pub about: fn(&Facility, &Case<'_>) -> Markup,
    /// What is otherwise than when she last saw her plan.
    pub changes: fn(&Plan<'_>, Session) -> Markup,
    /// What to say on the phone.
    pub memo: fn(&Case<'_>) -> Markup,
    /// What a link brought along.
    pub moving: fn(&'static Programme, Session) -> Markup,
    /// A field for the link that carries her answers.
    pub paste: fn(Session) -> Markup,
    /// The way to a link that keeps her answers.
    pub offer: fn(Session) -> Markup,
    /// What she thinks of using.
    pub planner: fn(&Case<'_>, &'static Programme, Session, Hers) -> Markup,
    /// Plans where nobody sees it, so that a tap finds all that it needs.
    pub rehearse: fn(&'static Programme, Session, Hers),
    /// Where her answers are, and how to keep the app among the phone's own.
    pub privacy: fn(Session) -> Markup,
    /// What comes after the facilities.
    pub rest: fn(Rest) -> Markup,
    /// Her plan on paper.
    pub sheet: fn(&Case<'_>, &'static Programme, Session) -> Markup,
    /// What has to be said before anything is done.
    pub warned: fn(&Case<'_>) -> Markup,
}

static LAZY: Lazy = Lazy {
    about: lazy::about,
    changes: lazy::changes,
    memo: lazy::memo,
    moving: lazy::moving,
    paste: lazy::paste,
    offer: lazy::offer,
    planner: lazy::planner,
    rehearse: lazy::rehearse,
    privacy: lazy::privacy,
    rest: lazy::rest,
    sheet: lazy::sheet,
    warned: lazy::warned,
};

/// What reads the list of all municipalities.
struct Home {
    /// The first page's view.
    page: fn(Session) -> Markup,
    /// Looks a postal code up.
    whose: fn(PostalCode, &'static Programme) -> home::Told,
}

static HOME: Home = Home { page: home::home, whose: home::whose };

#[wasm_split(result, wasm_split_path = crate::browser::chunks, fallible)]
fn look_table() -> Result<&'static Look, SplitLoaderError> {
    Ok(&LOOK)
}

#[wasm_split(lazy, wasm_split_path = crate::browser::chunks, fallible)]
fn lazy_table() -> Result<&'static Lazy, SplitLoaderError> {
    Ok(&LAZY)
}

#[wasm_split(home, wasm_split_path = crate::browser::chunks, fallible)]
fn home_table() -> Result<&'static Home, SplitLoaderError> {
    Ok(&HOME)
}

/// The first page's view, once it is here.
///
/// # Errors
/// When its file did not arrive whole.
pub async fn home_page() -> Result<fn(Session) -> Markup, SplitLoaderError> {
    home_table().await.map(|home| home.page)
}

/// Why a postal code is not one of the town's, in words; `None` where it is, and where that can't be looked up.
pub async fn whose_postal(code: PostalCode, programme: &'static Programme) -> Option<String> {
    let home = home_table().await.ok()?;
    (home.whose)(code, programme).await
}

/// The tables that have come.
static HERE: (OnceLock<&'static Look>, OnceLock<&'static Lazy>) = (OnceLock::new(), OnceLock::new());

/// How far a chunk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chunk {
    /// Nobody has asked for it.
    Idle,
    /// It was asked for.
    Coming,
    /// It is here.
    Here,
    /// It did not arrive whole. It can be asked for again.
    Failed,
}

/// Which chunk.
#[derive(Clone, Copy)]
enum Which {
    Look,
    Lazy,
}

/// A chunk on one visit to a page.
#[derive(Clone, Copy)]
pub struct Later {
    which: Which,
    state: ReadSignal<Chunk>,
    set: WriteSignal<Chunk>,
}

impl Later {
    /// That of [`Look`].
    pub fn of_result() -> Later {
        Later::begin(Which::Look)
    }

    /// That of [`Lazy`].
    pub fn of_lazy() -> Later {
        Later::begin(Which::Lazy)
    }

    /// It comes once she touches the page. On the host it is here.
    fn begin(which: Which) -> Later {
        let on_host = !cfg!(target_arch = "wasm32");
        let (state, set) = signal(if on_host { Chunk::Here } else { Chunk::Idle });
        let later = Later { which, state, set };
        if !on_host {
            when_touched(move || later.want());
        }
        later
    }

    /// How far it is; followed.
    pub fn state(self) -> Chunk {
        self.state.get()
    }

    /// The table of the first look, where this is its chunk and is here; followed.
    pub fn look(self) -> Option<&'static Look> {
        self.state.track();
        // In the browser nothing here may name the table: it would be part of what she waits for.
        if cfg!(target_arch = "wasm32") { HERE.0.get().copied() } else { Some(&LOOK) }
    }

    /// The table of what comes after it, likewise.
    pub fn lazy(self) -> Option<&'static Lazy> {
        self.state.track();
        if cfg!(target_arch = "wasm32") { HERE.1.get().copied() } else { Some(&LAZY) }
    }

    /// Asks for it, unless it is here or on its way.
    pub fn want(self) {
        // A view that is gone asks for nothing: its first touch may come after it.
        let Some(Chunk::Idle | Chunk::Failed) = self.state.try_get_untracked() else { return };
        self.set.set(Chunk::Coming);
        leptos::task::spawn_local(async move {
            let came = match self.which {
                Which::Look => look_table().await.map(|table| *HERE.0.get_or_init(|| table)).is_ok(),
                Which::Lazy => lazy_table().await.map(|table| *HERE.1.get_or_init(|| table)).is_ok(),
            };
            let _ = self.set.try_set(if came { Chunk::Here } else { Chunk::Failed });
        });
    }
}
