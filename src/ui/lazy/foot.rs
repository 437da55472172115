//! What to have at hand, what else is printed, the sources.

use super::fixed::fixed;
use crate::browser::{Session, keeper};
use crate::domain::holidays::OFFICIAL_UNTIL;
use crate::domain::plan::Note;
use crate::domain::programme::Document;
use crate::domain::situation::Applied;
use crate::planner::{self, fixed_dates};
use crate::ui::fold::{Folds, fold};
use crate::ui::markup::{Element, Markup, element, together};
use crate::ui::result::look::{is_urgent, urgent};
use crate::ui::result::source::{doubt_line, wrong_here};
use crate::ui::result::{Case, STEPS};
use crate::ui::sentences::{headline, list, outside, paragraph, sentence, term};
use crate::words::japanese;

/// What is to know, and where all of it stands.
pub fn foot(case: &Case<'_>) -> Markup {
    together([notes(case), sources(case)])
}

/// What has to be said before anything is done, in full.
pub fn warned(case: &Case<'_>) -> Markup {
    list("plain-list", urgent(case).map(|note| japanese().note(note, &case.plan, case.now.date())))
}

/// Whether a note stands elsewhere: on an action, a service, a facility, among the things to bring or the sources.
fn stands_elsewhere(note: &Note<'_>) -> bool {
    matches!(
        note,
        Note::IllToday
            | Note::Price(_)
            | Note::AboutAge(..)
            | Note::AskFacilityPast(..)
            | Note::LimitUnprinted(_)
            | Note::QuotaUnprinted(_)
            | Note::Condition(..)
            | Note::DoubtfulName(_)
            | Note::Item(_)
            | Note::BeforeEdition(_)
            | Note::OldSource(_)
            | Note::UndatedSource(_)
            | Note::ExpiredSource(_)
            | Note::NoRuleForDay
    )
}

/// How it goes: the next date in sight, all else behind a line.
pub fn steps(case: &Case<'static>, folds: Folds, all: impl Fn() -> Markup + Send + 'static) -> Markup {
    let words = japanese();
    let steps = case.plan.rules.map(|rules| rules.steps.as_slice()).unwrap_or_default();
    if steps.is_empty() || !case.in_reach() {
        return Markup::Nothing;
    }
    let today = case.now.date();
    let next = fixed_dates(&case.plan, &case.situation, today).into_iter().next();
    let next = next.map(|date| {
        element("dl", "facts dates").with(term(words.fixed_term(date.what), sentence(&words.fixed_date(&date, today))))
    });
    let fold = fold(folds, STEPS, "fold", words.all_steps(), all).id(STEPS);
    element("section", "part")
        .with(element("h2", "").with(headline(words.steps_heading())))
        .with(next)
        .with(fold)
        .view()
}

/// How it goes, before the birth from which day on, and the dates of an application.
pub fn all_steps(case: &Case<'_>, session: Session) -> Markup {
    let words = japanese();
    let rules = case.plan.rules.map(|rules| &rules.application.value);
    let pregnancy = rules.and_then(|rules| planner::pregnancy(case.situation.baby, rules, case.now.date()));
    let before = pregnancy.map(|pregnancy| list("plain-list", words.pregnancy(&pregnancy, case.now.date())));
    let steps = case.plan.rules.map(|rules| rules.steps.as_slice()).unwrap_or_default();
    let approved = (case.situation.applied == Applied::Yes).then(|| paragraph("", words.steps_when_approved()));
    let source = steps.first().map(|step| doubt_line(&step.source, case.plan.programme, case.now.date()));
    let steps: Vec<Markup> = steps.iter().map(|step| element("li", "").with(sentence(&step.value)).view()).collect();
    together([
        before.into(),
        approved.into(),
        fixed(case, session),
        element("ol", "steps").with(steps).view(),
        source.into(),
    ])
}

fn section(class: &'static str, heading: &str) -> Element {
    element("section", class).with(element("h3", "").with(heading))
}

fn notes(case: &Case<'_>) -> Markup {
    let words = japanese();
    let (plan, today) = (&case.plan, case.now.date());
    // What is left to say of numbers is nothing to one whose time has passed.
    let has_ended = plan.has_ended(today);
    let notes = plan.notes.iter().filter(|note| !has_ended && !is_urgent(note) && !stands_elsewhere(note));
    let (printed, ours): (Vec<_>, Vec<_>) = notes.partition(|note| matches!(note, Note::Remark(_)));
    let say =
        |notes: Vec<&Note<'_>>| notes.into_iter().map(|note| words.note(note, plan, today)).collect::<Vec<String>>();
    let printed = (!printed.is_empty()).then(|| {
        element("details", "")
            .with(element("summary", "").with(words.printed_notes(plan.programme, printed.len())))
            .with(list("plain-list", say(printed)))
    });
    let ours = list("plain-list", say(ours));
    (!has_ended).then(|| section("sources", words.notes_heading()).with(ours).with(printed)).into()
}

fn sources(case: &Case<'_>) -> Markup {
    let documents: Vec<Markup> = case.plan.programme.documents.iter().map(|document| source(document, case)).collect();
    let words = japanese();
    section("sources", words.sources_heading())
        .with(documents)
        .with(paragraph("soft", &words.calendar(OFFICIAL_UNTIL)))
        .view()
}

fn source(document: &Document, case: &Case<'_>) -> Markup {
    let words = japanese();
    let of = |note: &&Note<'_>| matches!(note, Note::BeforeEdition(of) | Note::OldSource(of) | Note::UndatedSource(of) | Note::ExpiredSource(of) if *of == document);
    let doubts = case.plan.notes.iter().filter(of).map(|note| words.note(note, &case.plan, case.now.date()));
    let checked = document.checked.map(|day| paragraph("soft", &words.checked(day)));
    let address = document.url.as_ref().map(|url| element("p", "").with(outside(url)).view());
    together([
        paragraph("", &words.document(document)),
        paragraph("soft", &document.publisher),
        checked.into(),
        address.into(),
        list("doubts", doubts),
        keeper().map(|keeper| element("p", "").with(wrong_here(&keeper, case.plan.programme, "", document))).into(),
    ])
}
