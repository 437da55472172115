//! The result: a plan as markup, in the order of what she needs first.

mod about;
mod actions;
mod answers;
mod bars;
mod dates;
mod facilities;
mod facility;
mod foot;
mod look;
mod phone;
mod place;
mod services;
mod source;
mod summary;

#[cfg(feature = "whole")]
mod calendar;
#[cfg(feature = "whole")]
mod code;
#[cfg(feature = "whole")]
mod copy;
#[cfg(feature = "whole")]
mod days;
#[cfg(feature = "whole")]
mod fixed;
#[cfg(feature = "whole")]
mod memo;
#[cfg(feature = "whole")]
mod outcome;
#[cfg(feature = "whole")]
mod paper;
#[cfg(feature = "whole")]
mod picture;
#[cfg(feature = "whole")]
mod planner;
#[cfg(feature = "whole")]
mod share;
#[cfg(feature = "whole")]
mod sheet;
#[cfg(feature = "whole")]
mod stepper;
#[cfg(feature = "whole")]
mod things;

// What comes after the first look: in the first program a button stands for it.
#[cfg(not(feature = "whole"))]
#[path = "later.rs"]
mod parts;
#[cfg(feature = "whole")]
mod parts;

use chrono::NaiveDateTime;
use leptos::prelude::*;

pub use answers::said_in_short;
pub use facilities::Filters;
#[cfg(not(target_arch = "wasm32"))]
pub use phone::weekly_hours;
pub use place::Place;
use source::source_line;
#[cfg(not(target_arch = "wasm32"))]
pub use source::wrong_here;

use super::fold::{Folds, fold, fold_open};
use super::icons::Icon;
use super::markup::{Element, Markup, element, following, together};
use super::news;
#[cfg(feature = "whole")]
use super::page;
use super::privacy::{privacy_line, saving};
use super::sentences::{sentence, whole};
use super::town::Hers;
use crate::browser::{Session, TURNS, Turns, painted, read_on};
use crate::domain::deadlines::Deadline;
use crate::domain::plan::{Plan, ServiceAnswer, Status};
use crate::domain::programme::{Service, Services};
use crate::domain::{Programme, Situation, plan};
use crate::interview::{Answers, Screen, Wish, situation};
use crate::planner::{Aim, is_spent, next_application, service_rank};
use crate::words::japanese;

/// A plan and what it answers.
pub struct Case<'p> {
    /// What the sources say.
    pub plan: Plan<'p>,
    /// To whom.
    pub situation: Situation,
    /// What she wants most.
    pub wish: Option<Wish>,
    /// When.
    pub now: NaiveDateTime,
}

impl<'p> Case<'p> {
    /// The case of these answers now; `None` while one is missing.
    fn of(programme: &'p Programme, answers: ReadSignal<Answers>, now: ReadSignal<NaiveDateTime>) -> Option<Case<'p>> {
        let now = now.get();
        let (situation, wish) = answers.with(|answers| (situation(answers, programme, now.date()), answers.wish));
        let situation = situation.ok()?;
        Some(Case { plan: plan(&situation, programme, now), situation, wish, now })
    }

    /// Her case now, with all that she plans.
    fn with_plans(programme: &'p Programme, session: Session) -> Option<Case<'p>> {
        Case::of(programme, session.answers, session.now)
    }
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
    Effect::new(move || {
        uses.track();
        let now = session.answers.with_untracked(without);
        if asked.with_untracked(|before| *before != now) {
            set.set(now);
        }
    });
    Effect::new(move || {
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
    Effect::new(move || {
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
#[cfg(feature = "whole")]
fn applies_by(programme: &'static Programme, session: Session) -> ReadSignal<Option<(Aim, Deadline)>> {
    let next = move || {
        let case = untrack(|| Case::with_plans(programme, session))?;
        next_application(&case.plan, &case.situation, case.now.date())
    };
    let (applies_by, set) = signal(next());
    let tapped = painted(move || session.answers.track());
    Effect::new(move || {
        tapped.track();
        let next = next();
        if applies_by.with_untracked(|before| *before != next) {
            set.set(next);
        }
    });
    applies_by
}

/// Changes where she has used up a service, or no longer: the facilities follow that rather than each use.
#[cfg(feature = "whole")]
fn used_up(case: impl Fn() -> Option<Case<'static>> + 'static) -> ReadSignal<bool> {
    let (used_up, set) = signal(false);
    Effect::new(move |before: Option<Services>| {
        let now = case().map(|case| case.spent()).unwrap_or_default();
        if before.is_some_and(|before| before != now) {
            set.update(|used_up| *used_up = !*used_up);
        }
        now
    });
    used_up
}

impl Case<'_> {
    /// The services of which what she has used leaves nothing.
    fn spent(&self) -> Services {
        let spent =
            self.plan.services.iter().map(|service| service.service()).filter(|service| self.is_spent(*service));
        Services::of(&spent.collect::<Vec<Service>>())
    }

    /// The day of birth, or the due date of a baby that is not born yet.
    #[cfg(feature = "whole")]
    fn birth_or_due(&self) -> Option<chrono::NaiveDate> {
        self.situation.baby.born_by(self.now.date()).or(self.situation.baby.due())
    }

    /// What is said of each service, the nearest to what she wants first; there are three at most.
    fn services(&self) -> impl Iterator<Item = &ServiceAnswer<'_>> {
        (0..=2).flat_map(move |rank| {
            let of_rank = move |service: &&ServiceAnswer<'_>| service_rank(self.wish, service.service()) == rank;
            self.plan.services.iter().filter(of_rank)
        })
    }

    /// Whether what she has used leaves nothing of a service.
    fn is_spent(&self, service: Service) -> bool {
        self.plan.rules.is_some_and(|rules| is_spent(&self.situation, rules, service))
    }

    /// Whether any service is not ruled out.
    fn in_reach(&self) -> bool {
        self.plan.services.iter().any(|service| service.status != Status::Outside)
    }
}

/// What leads to the link that moves her answers.
pub const MOVING: &str = "moving";

/// Of the screen's turns, which shows what.
const NOW: usize = 0;
const PLANNER: usize = 1;
const ROWS: usize = 2;
const REST: usize = TURNS - 1;

/// The result screen. It follows her answers and the clock.
pub fn result(programme: &'static Programme, session: Session, hers: Hers) -> Markup {
    let (asked, ages) = (without_plans(session), without_uses(session));
    let case = move || Case::of(programme, asked, session.now);
    let of_ages = move || Case::of(programme, ages, session.now);
    #[cfg(feature = "whole")]
    let used_up = used_up(case);
    // In the first program no day can be chosen.
    #[cfg(not(feature = "whole"))]
    let of_days = case;
    #[cfg(feature = "whole")]
    let chosen = applies_by(programme, session);
    #[cfg(feature = "whole")]
    let of_days = move || {
        asked.track();
        session.now.track();
        chosen.track();
        untrack(|| Case::with_plans(programme, session))
    };
    let turns = Turns::begin();
    read_on(turns, session.screen);
    // For what follows what is used up rather than each use.
    let of_services = move || {
        ages.track();
        session.now.track();
        #[cfg(feature = "whole")]
        used_up.track();
        untrack(case)
    };
    let folds = hers.folds;
    // In the order of the page, so that nothing moves that stands already.
    let first = following(move || {
        // With what she has used the heading may say something else.
        #[cfg(feature = "whole")]
        page::follow_heading();
        let answers = |case: &Case<'_>| answers::answers(programme, asked, case.now.date());
        case().map(|case| together([answers(&case), summary::summary(&case), look::rows(&case), look::doubt(&case)]))
    });
    let now = following(move || {
        let case = turns.has_come(NOW).then(case).flatten();
        case.map(|case| together([news::changes(&case.plan, session), look::warning(&case, folds)]))
    });
    let memo = move || after_taps(programme, session, parts::memo);
    let actions = following(move || {
        let case = turns.has_come(NOW).then(of_days).flatten()?;
        // What the first program has not is behind a button of its own.
        let memo = (cfg!(feature = "whole") && case.in_reach())
            .then(|| fold(folds, "memo", "memo-fold", japanese().memo_heading(), memo));
        Some(together([actions::actions(&case, memo.into()), look::deadline(&case), look::jumps(&case)]))
    });
    let planner = following(move || {
        let case = turns.has_come(PLANNER).then(of_ages).flatten().filter(Case::in_reach)?;
        let content = move || of_ages().map(|case| parts::planner(&case, programme, session, hers)).into();
        if cfg!(not(feature = "whole")) {
            return Some(parts::planner(&case, programme, session, hers));
        }
        let has_plan = session.answers.with_untracked(|answers| !answers.planned_of_birth().is_empty());
        let heading = element("h2", "").with(japanese().planner_heading());
        let fold = fold_open(folds, "planner", has_plan, "part fold planner", heading, content);
        Some(fold.id("planner").view())
    });
    let rows = following(move || {
        let case = turns.has_come(ROWS).then(of_services).flatten();
        case.map(|case| facilities::facilities(case, hers.filters, folds))
    });
    let rest = following(move || {
        turns.has_come(REST).then(|| {
            let services = following(move || {
                let there = case().filter(|case| !case.plan.services.is_empty());
                let content = move || case().map(|case| services::services(&case)).into();
                there.map(|_| folded("services", "part fold services", japanese().services_heading(), folds, content))
            });
            let year = move || of_services().map(|case| parts::year(&case)).into();
            together([services, rest(programme, session, asked, of_days, year, folds)])
        })
    });
    let sheet = following(move || {
        let case = session.printing.get().then(|| Case::with_plans(programme, session)).flatten();
        case.map(|case| parts::sheet(&case, programme, session))
    });
    Effect::new(move || {
        if turns.are_over() {
            parts::rehearse(programme, session);
        }
    });
    element("div", "result")
        .attribute_following("hidden", move || (session.screen.get() != Screen::Result).then_some("".into()))
        .attribute_following("aria-busy", move || (!turns.are_over()).then_some("true".into()))
        .with(following(move || saving(session.saving.get())))
        .with(first)
        .with(now)
        .with(actions)
        .with(news::offer(session))
        .with(planner)
        .with(rows)
        .with(rest)
        .with(sheet)
        .view()
}

/// What comes after the services.
fn rest(
    programme: &'static Programme,
    session: Session,
    asked: ReadSignal<Answers>,
    of_days: impl Fn() -> Option<Case<'static>> + Copy + Send + 'static,
    year: impl Fn() -> Markup + Copy + Send + 'static,
    folds: Folds,
) -> Markup {
    let words = japanese();
    let case = move || Case::of(programme, asked, session.now);
    let all_steps = move || of_days().map(|case| foot::all_steps(&case, session)).into();
    let steps = following(move || of_days().map(|case| foot::steps(&case, folds, all_steps)));
    let later = following(move || {
        let case = case().filter(|_| cfg!(feature = "whole"))?;
        let count = asked.with(|answers| foot::things(&case, answers));
        let things = move || {
            let case = Case::of(programme, asked, session.now);
            case.map(|case| asked.with(|answers| parts::things(&case, answers, session))).into()
        };
        let heading = words.items_with_count(count);
        let things = foot::has_things(&case).then(|| folded("things", "part fold", &heading, folds, things));
        let year = case.in_reach().then(|| folded("year", "part fold", words.year_heading(), folds, year));
        Some(together([things.into(), year.into()]))
    });
    let foot = move || case().map(|case| foot::foot(&case)).into();
    let foot = folded("notes", "part fold notes", words.foot_heading(), folds, foot);
    let privacy = element("section", "part").with(privacy_line(session));
    together([steps, later, foot, parts::sharing(programme, session, folds), privacy.view()])
}

/// A part of the result behind its heading.
fn folded(
    id: &'static str,
    class: &'static str,
    heading: &str,
    folds: Folds,
    content: impl Fn() -> Markup + Send + 'static,
) -> Markup {
    fold(folds, id, class, element("h2", "").with(heading), content).id(id).view()
}

/// What follows her case with all that she plans, a frame after the effect of a tap.
fn after_taps(
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
        untrack(|| Case::with_plans(programme, session)).map(|case| view(&case))
    })
}

/// A part of the result under its heading, which names it.
fn part(class: &'static str, id: &'static str, heading: &str) -> Element {
    element("section", class).attribute("aria-labelledby", id).with(element("h2", "").id(id).with(heading))
}

/// A line that tells a state: its sign, the state in short, what is to say of it.
fn status(class: &'static str, icon: Icon, state: &str, said: &str) -> Markup {
    let state = (!state.is_empty()).then(|| whole(state));
    let space = state.is_some().then_some(" ");
    let text = element("span", "").with(state).with(space).with(sentence(said));
    element("p", class).with(icon.draw()).with(text).view()
}
