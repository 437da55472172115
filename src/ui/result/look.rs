//! What she reads first: a row for each service, at most one warning, the next deadline, the ways to the rest.

use std::sync::Arc;

use super::bars::{hatching, thin};
use super::dates::corrected;
use super::{Case, PRINT, status};
use crate::browser::share::can_print;
use crate::domain::money::Amount;
use crate::domain::plan::{Freshness, Note, ServiceAnswer, Status};
use crate::domain::situation::Baby;
use crate::planner::{Picture, next_deadline, picture};
use crate::reading::{Headline, ended, headline};
use crate::ui::fold::fold;
use crate::ui::icons::Icon;
use crate::ui::later::behind;
use crate::ui::markup::{Markup, drawn, element, together};
use crate::ui::page;
use crate::ui::page_state::Hers;
use crate::ui::sentences::{sentence, term, whole};
use crate::words::japanese;

/// The stripes of the bars: those of a picture that is folded have no stripes to give.
const STRIPES: &str = "look-hatching";

/// The parts of the result to which a tap leads, by their ids.
const PLACES: [&str; 4] = ["facilities", "planner", "things", PRINT];

/// A row for each service, the nearest to what she wants first.
pub fn rows(case: &Case<'_>) -> Markup {
    if case.plan.services.is_empty() {
        return Markup::Nothing;
    }
    let picture = match case.situation.baby {
        Baby::Born { birth, .. } => picture(&case.plan, birth, case.now.date()),
        // A bar from a birth that has not been would promise days.
        Baby::Expected { .. } => None,
    };
    let stripes = picture.is_some().then(|| {
        drawn("svg").attribute("class", "look-stripes").attribute("aria-hidden", "true").with(hatching(STRIPES))
    });
    let rows: Vec<Markup> = case.services().map(|service| row(service, picture.as_ref(), case)).collect();
    together([stripes.into(), element("ul", "look").with(rows).view()])
}

fn row(service: &ServiceAnswer<'_>, picture: Option<&Picture<'_>>, case: &Case<'_>) -> Markup {
    let words = japanese();
    let kind = service.service();
    let is_over = case.is_over(service);
    let bar = picture.filter(|_| !is_over).and_then(|picture| {
        let bar = picture.bars.iter().find(|bar| bar.service == kind)?;
        Some(thin(bar, picture, case.now.date()))
    });
    let price = (!is_over).then(|| {
        let amount = element("strong", "look-amount").with(sentence(&words.amount(service.price.amount)));
        let household = (service.price.amount != Amount::UNKNOWN).then_some(case.situation.household);
        let what = words.price_for(kind, case.situation.babies, household);
        let left = service.remaining.map(|remaining| words.left_over(remaining));
        let left = left.map(|left| together([" ".into(), whole(&left)]));
        let what = element("span", "soft").with(sentence(&what)).with(left);
        element("p", "look-price").with(amount).with(" ").with(what)
    });
    element("li", if is_over { "look-row look-over" } else { "look-row" })
        .with(element("h2", "look-name").with(words.service(kind)))
        .with(price)
        .with(until(service, case))
        .with(bar)
        .view()
}

/// Until when, and where that is not sure that it is to be asked.
fn until(service: &ServiceAnswer<'_>, case: &Case<'_>) -> Markup {
    let (words, today) = (japanese(), case.now.date());
    if case.is_spent(service.service()) && service.status != Status::Outside {
        return status("status status-off", Icon::OVER, "", words.spent());
    }
    let until = words.until(service.last_days, service.corrected_until, today);
    let (class, icon, state, text) = match service.status {
        Status::Within | Status::Confirm if case.comes_too_late(service) => {
            ("status status-care", Icon::ASK, words.in_time(), until)
        }
        Status::Within => ("status status-good", Icon::TICK, "", until),
        Status::Confirm => ("status status-care", Icon::ASK, "", words.to_confirm(&until)),
        Status::NotYet => ("status", Icon::CLOCK, "", words.last_day_after_birth().to_owned()),
        Status::Outside => {
            let ended = ended(service.last_days, service.corrected_until, today);
            let text = ended.map(|ended| words.ended(ended, today));
            ("status status-off", Icon::OVER, "", text.unwrap_or_else(|| words.not_during_treatment().to_owned()))
        }
    };
    let later = corrected(service.corrected_until, service.last_days.possible(), today);
    let later = later.filter(|_| service.status != Status::Outside);
    let later = later.map(|until| element("p", "").with(sentence(&words.corrected_until(until, today))));
    together([status(class, icon, state, &text), later.into()])
}

/// What has to be said before anything is done: in a line what to do, behind it why.
pub fn warning(case: Case<'static>, hers: Hers) -> Markup {
    let words = japanese();
    let Some(first) = urgent(&case).min_by_key(|note| urgency(note)) else { return Markup::Nothing };
    let line =
        element("span", "warning-line").with(Icon::HEED.draw()).with(element("span", "").with(words.warning(first)));
    let case = Arc::new(case);
    fold(hers.folds, "warning", "warning", line, move || {
        let case = case.clone();
        behind(hers.later, move |lazy| (lazy.warned)(&case))
    })
    .view()
}

/// The next day by which something is to be done for what she plans.
pub fn deadline(case: &Case<'_>) -> Markup {
    let words = japanese();
    let Some(next) = next_deadline(&case.plan, &case.situation, case.now) else { return Markup::Nothing };
    let when = words.deadline(&next.deadline, case.now.date());
    let what = element("span", "").with(words.what(next.what)).with(" ").with(sentence(&when));
    element("dl", "next-deadline").with(term(words.next_deadline(), what.view())).view()
}

/// That a source is old or has no date, which holds of all that is said from it.
pub fn doubt(case: &Case<'_>) -> Markup {
    let words = japanese();
    let is = |freshness: Freshness| {
        case.plan.programme.documents.iter().any(|document| document.freshness(case.now.date()) == freshness)
    };
    let doubt = if is(Freshness::Expired) {
        words.some_source_expired()
    } else if is(Freshness::Old) {
        words.some_source_old()
    } else if is(Freshness::Undated) {
        words.some_source_undated()
    } else {
        return Markup::Nothing;
    };
    element("p", "source source-doubt").with(doubt).view()
}

/// The ways to the parts below; none to what is not there.
pub fn jumps(case: &Case<'_>) -> Markup {
    let words = japanese();
    let there = [!case.plan.facilities.is_empty(), case.in_reach(), has_things(case), can_print()];
    let jumps = PLACES.into_iter().zip(words.jumps()).zip(there).filter(|(_, there)| *there);
    let jumps = jumps.map(|((place, name), _)| {
        element("button", "chip").attribute("type", "button").on_click(move || page::jump(place)).with(name).view()
    });
    let jumps: Vec<Markup> = jumps.collect();
    element("nav", "jumps").attribute("aria-label", words.jumps_label()).with(jumps).view()
}

/// What has to be said before anything is done, and is not said by the first thing to do: that nothing can surely be had in
/// time. A day that has passed is no day to be in time for.
pub fn urgent<'c, 'p>(case: &'c Case<'p>) -> impl Iterator<Item = &'c Note<'p>> {
    let in_time = matches!(headline(case), Headline::InTime(_));
    let today = case.today();
    let is_said = move |note: &Note<'_>| matches!(note, Note::RingAtOnce { last, .. } if in_time || *last < today);
    case.plan.notes.iter().filter(move |note| is_urgent(note) && !is_said(note))
}

/// Whether a note has to be said before anything is done.
pub fn is_urgent(note: &Note<'_>) -> bool {
    matches!(
        note,
        Note::TreatmentExcluded
            | Note::TreatmentAsk
            | Note::TreatmentUnprinted
            | Note::TreatmentUnknown
            | Note::NotAProgramme
            | Note::Clock(_)
            | Note::RingAtOnce { .. }
            | Note::CorrectedAge
            | Note::CorrectedAgeUnprinted
            | Note::BookingAfterBirth
    )
}

/// Which of them comes first: the lowest.
fn urgency(note: &Note<'_>) -> u8 {
    match note {
        Note::Clock(_) => 0,
        Note::RingAtOnce { .. } => 1,
        Note::NotAProgramme => 3,
        Note::CorrectedAge | Note::CorrectedAgeUnprinted => 4,
        Note::BookingAfterBirth => 5,
        _ => 2,
    }
}

/// Whether anything is printed that she is to have ready.
pub fn has_things(case: &Case<'_>) -> bool {
    case.in_reach() && case.plan.rules.is_some_and(|rules| !rules.documents.is_empty())
}
