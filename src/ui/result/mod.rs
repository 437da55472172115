//! The result: a plan as markup, in the order of what she needs first.

mod actions;
mod answers;
pub(super) mod bars;
pub(super) mod dates;
pub(super) mod facilities;
pub(super) mod facility;
mod later;
pub(super) mod look;
pub(super) mod phone;
pub(super) mod source;
pub(super) mod summary;

use std::sync::Arc;

use chrono::NaiveDateTime;
use leptos::prelude::*;

pub use answers::said_in_short;
use later::Shown;
#[cfg(not(target_arch = "wasm32"))]
pub use phone::weekly_hours;
#[cfg(not(target_arch = "wasm32"))]
pub use source::wrong_here;

use super::fold::{Folds, fold, fold_open};
use super::icons::Icon;
use super::later::behind;
use super::markup::{Element, Markup, at_once, element, following, together};
use super::notice::saving;
use super::page;
use super::page_state::Hers;
use super::sentences::{headline, sentence, whole};
use crate::browser::{Session, TURNS, Turns, follow, painted, read_on, read_through_print};
use crate::domain::Programme;
use crate::domain::deadlines::Deadline;
use crate::domain::service::Services;
use crate::interview::{Answers, Screen, situation};
use crate::planner::{Aim, next_application};
pub use crate::reading::Case;
use crate::words::japanese;

/// The case of these answers now; `None` while one is missing.
pub(super) fn case_of<'p>(
    programme: &'p Programme,
    answers: ReadSignal<Answers>,
    now: ReadSignal<NaiveDateTime>,
) -> Option<Case<'p>> {
    let now = now.get();
    let (situation, wish) = answers.with(|answers| (situation(answers, programme, now.date()), answers.wish));
    Some(Case::new(situation.ok()?, programme, wish, now))
}

/// Her case now, with all that she plans.
pub(super) fn with_plans(programme: &Programme, session: Session) -> Option<Case<'_>> {
    case_of(programme, session.answers, session.now)
}

/// Her answers without what she plans, which changes nothing but the planner: a tap there leaves all else as it is. What
/// she has used comes a frame after the planner has shown it.
fn without_plans(session: Session) -> ReadSignal<Answers> {
    let without = |answers: &Answers| {
        let used = answers.used_of_birth().to_vec();
        // For which birth she plans is written down with the first that she plans.
        let uses_of = answers.uses_of.filter(|_| !used.is_empty());
        Answers { planned: Vec::new(), used, uses_of, ..answers.clone() }
    };
    let (asked, set) = signal(session.answers.with_untracked(without));
    let uses = painted(move || session.answers.track());
    follow(move || {
        uses.track();
        let now = session.answers.with_untracked(without);
        if asked.with_untracked(|before| *before != now) {
            set.set(now);
        }
    });
    follow(move || {
        let now = session.answers.with(without);
        if asked.with_untracked(|before| unused(before) != unused(&now)) {
            set.set(now);
        }
    });
    asked
}

/// Her answers without what she plans and has used: neither changes an age, so that ages follow these.
fn without_uses(session: Session) -> ReadSignal<Answers> {
    let (ages, set) = signal(session.answers.with_untracked(unused));
    follow(move || {
        let now = session.answers.with(unused);
        if ages.with_untracked(|before| *before != now) {
            set.set(now);
        }
    });
    ages
}

fn unused(answers: &Answers) -> Answers {
    Answers { planned: Vec::new(), used: Vec::new(), uses_of: None, ..answers.clone() }
}

/// By when she must apply for what she plans. It follows the days that she chooses, a frame after the effect of a tap.
fn applies_by(programme: &'static Programme, session: Session) -> ReadSignal<Option<(Aim, Deadline)>> {
    let next = move || {
        let case = untrack(|| with_plans(programme, session))?;
        next_application(&case.plan, &case.situation, case.now.date())
    };
    let (applies_by, set) = signal(next());
    let tapped = painted(move || session.answers.track());
    follow(move || {
        tapped.track();
        let next = next();
        if applies_by.with_untracked(|before| *before != next) {
            set.set(next);
        }
    });
    applies_by
}

/// Changes where she has used up a service, or no longer: the facilities follow that rather than each use.
fn used_up(case: impl Fn() -> Option<Case<'static>> + 'static) -> ReadSignal<bool> {
    let (used_up, set) = signal(false);
    let mut before = None;
    follow(move || {
        let now = case().map(|case| case.spent()).unwrap_or_default();
        if before.replace(now).is_some_and(|before: Services| before != now) {
            set.update(|used_up| *used_up = !*used_up);
        }
    });
    used_up
}

/// The fold of the steps.
pub const STEPS: &str = "steps";
/// What leads to the link that moves her answers.
pub const MOVING: &str = "moving";
/// Where she prints.
pub const PRINT: &str = "print";

/// Of the screen's turns, which shows what.
const NOW: usize = 0;
const PLANNER: usize = 1;
const ROWS: usize = 2;
const REST: usize = TURNS - 1;

/// The result screen. It follows her answers and the clock.
pub fn result(programme: &'static Programme, session: Session, hers: Hers) -> Markup {
    let (asked, ages) = (without_plans(session), without_uses(session));
    let case = move || case_of(programme, asked, session.now);
    let of_ages = move || case_of(programme, ages, session.now);
    let used_up = used_up(case);
    let chosen = applies_by(programme, session);
    let of_days = move || {
        asked.track();
        session.now.track();
        chosen.track();
        untrack(|| with_plans(programme, session))
    };
    let turns = Turns::begin();
    hers.later.want();
    let [later, late] = [later::REST, later::NEWS].map(|place| Shown::begin(hers.later, session, place));
    read_on(turns, session.screen);
    read_through_print(session.printing);
    // What is new stands at the top where what tells it is here already, and else further down, where she is not yet: what
    // she reads does not move.
    let in_time = untrack(|| later.get());
    // For what follows what is used up rather than each use.
    let of_services = move || {
        ages.track();
        session.now.track();
        used_up.track();
        untrack(case)
    };
    let folds = hers.folds;
    folds.begin();
    // In the order of the page, so that nothing moves that stands already.
    let first = following(move || {
        // With what she has used the heading may say something else.
        page::follow_heading();
        let answers = |case: &Case<'_>| answers::answers(programme, asked, case.now.date());
        case().map(|case| together([answers(&case), summary::summary(&case), look::rows(&case)]))
    });
    let now = following(move || {
        let case = turns.has_come(NOW).then(case).flatten();
        let changes = |case: &Case<'_>| in_time.map(|lazy| (lazy.changes)(&case.plan, session));
        case.map(|case| together([changes(&case).into(), look::warning(case, hers)]))
    });
    let memo = move || behind(hers.later, move |lazy| after_taps(programme, session, lazy.memo));
    let actions = following(move || {
        let case = turns.has_come(NOW).then(of_days).flatten()?;
        let memo = case.in_reach().then(|| fold(folds, "memo", "memo-fold", japanese().memo_heading(), memo));
        Some(together([
            actions::actions(&case, memo.into()),
            look::deadline(&case),
            look::doubt(&case),
            look::jumps(&case),
        ]))
    });
    // A price that changed is told wherever she reads; what can wait for her waits.
    let news = following(move || {
        let lazy = hers.later.lazy().filter(|_| in_time.is_none())?;
        Some(following(move || of_ages().map(|case| (lazy.changes)(&case.plan, session))))
    });
    let offer = following(move || {
        let lazy = late.get().filter(|_| in_time.is_none())?;
        Some(untrack(|| (lazy.offer)(session)))
    });
    let planner = following(move || {
        turns.has_come(PLANNER).then(of_ages).flatten().filter(Case::in_reach)?;
        let content = move || {
            behind(hers.later, move |lazy| of_ages().map(|case| (lazy.planner)(&case, programme, session, hers)).into())
        };
        let has_plan = session.answers.with_untracked(|answers| !answers.planned_of_birth().is_empty());
        let heading = element("h2", "").with(headline(japanese().planner_heading()));
        Some(fold_open(folds, "planner", has_plan, "part fold planner", heading, content).id("planner").view())
    });
    let rows = following(move || {
        let case = turns.has_come(ROWS).then(of_services).flatten();
        case.map(|case| facilities::facilities(case, hers))
    });
    let rows_on_paper = at_once("rows-place", move || {
        let has_none = || hers.later.lazy().is_none() && turns.has_come(ROWS);
        let is_wanted = session.printing.get() && untrack(has_none);
        let case = is_wanted.then(|| untrack(of_services)).flatten();
        case.map(|case| untrack(|| facilities::on_paper(case, hers)))
    });
    let cases =
        Rest { programme, session, folds, asked, of_days: Arc::new(of_days), of_services: Arc::new(of_services) };
    let rest = following(move || match (turns.has_come(REST), later.get()) {
        (false, _) => Markup::Nothing,
        (true, None) => later.place(),
        (true, Some(lazy)) => (lazy.rest)(cases.clone()),
    });
    let sheet = at_once("sheet-place", move || {
        let case = session.printing.get().then(|| with_plans(programme, session)).flatten();
        let lazy = untrack(|| hers.later.lazy());
        case.zip(lazy).map(|(case, lazy)| (lazy.sheet)(&case, programme, session))
    });
    follow(move || {
        if let (true, Some(lazy)) = (turns.are_over(), later.get()) {
            (lazy.rehearse)(programme, session, hers);
        }
    });
    element("div", "result")
        .attribute_following("hidden", move || (session.screen.get() != Screen::Result).then_some("".into()))
        .attribute_following("aria-busy", move || (!turns.are_over()).then_some("true".into()))
        .with(following(move || saving(session.saving.get())))
        .with(first)
        .with(now)
        .with(actions)
        .with(in_time.map(|lazy| (lazy.offer)(session)))
        .with(element("div", "news-place").with(news).with(offer))
        .with(planner)
        .with(rows)
        .with(rows_on_paper)
        .with(rest)
        .with(sheet)
        .view()
}

/// What comes after the facilities, and what it follows.
#[derive(Clone)]
pub struct Rest {
    /// The town's rules.
    pub programme: &'static Programme,
    /// The visit.
    pub session: Session,
    /// What she has opened.
    pub folds: Folds,
    /// Her answers without what she plans.
    pub asked: ReadSignal<Answers>,
    /// Her case with the days that she chose.
    pub of_days: Cases,
    /// Her case as far as what is used up changes it.
    pub of_services: Cases,
}

/// A case that is followed.
type Cases = Arc<dyn Fn() -> Option<Case<'static>> + Send + Sync>;

/// What follows her case with all that she plans, a frame after the effect of a tap.
pub(super) fn after_taps(
    programme: &'static Programme,
    session: Session,
    view: impl Fn(&Case<'static>) -> Markup + Send + 'static,
) -> Markup {
    let painted = painted(move || {
        session.answers.track();
        session.now.track();
    });
    following(move || {
        painted.track();
        untrack(|| with_plans(programme, session)).map(|case| view(&case))
    })
}

/// A part of the result under its heading, which names it.
pub(super) fn part(class: &'static str, id: &'static str, heading: &str) -> Element {
    element("section", class).attribute("aria-labelledby", id).with(element("h2", "").id(id).with(headline(heading)))
}

/// A line that tells a state: its sign, the state in short, what is to say of it.
pub(super) fn status(class: &'static str, icon: Icon, state: &str, said: &str) -> Markup {
    let state = (!state.is_empty()).then(|| whole(state));
    let space = state.is_some().then_some(" ");
    let text = element("span", "").with(state).with(space).with(sentence(said));
    element("p", class).with(icon.draw()).with(text).view()
}
