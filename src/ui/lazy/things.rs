//! What to have ready, as a list to tick off.

use crate::browser::Session;
use crate::domain::programme::{Item, NeededBy, Occasion};
use crate::domain::situation::Applied;
use crate::interview::{Answers, AppliedHow};
use crate::planner::{Ticks, applied_how_matters, is_needed};
use crate::ui::choices::Chosen;
use crate::ui::markup::{Markup, element, together};
use crate::ui::result::Case;
use crate::ui::result::source::doubt_line;
use crate::ui::sentences::sentence;
use crate::words::japanese;

/// The documents and the things to bring; nothing where none are printed.
pub fn things(case: &Case<'_>, answers: &Answers, session: Session) -> Markup {
    let words = japanese();
    let Some(rules) = case.plan.rules.filter(|_| case.in_reach()) else { return Markup::Nothing };
    let has_applied = case.situation.applied != Applied::No;
    let applied_how = applied_how(case, answers);
    let group = |heading: &'static str, occasion: Occasion| {
        let items = rules.documents.iter().map(|item| &item.value).filter(|item| item.occasion == occasion);
        let needed = items.filter(|item| is_needed(item, case.situation.household, applied_how));
        let boxes: Vec<Markup> = needed.map(|item| tick_box(item, case, applied_how, session)).collect();
        (!boxes.is_empty()).then(|| element("fieldset", "things").with(element("legend", "").with(heading)).with(boxes))
    };
    let (apply, bring) =
        (group(words.items_to_apply(), Occasion::Application), group(words.items_to_use(), Occasion::Use));
    if apply.is_none() && bring.is_none() {
        return Markup::Nothing;
    }
    let source = rules.documents.first();
    let source = source.map(|item| doubt_line(&item.source, case.plan.programme, case.now.date()));
    let how = (has_applied && applied_how_matters(rules)).then(|| how(case, answers, session));
    together([how.into(), apply.into(), bring.into(), source.into()])
}

/// How many there are.
pub fn count(case: &Case<'_>, answers: &Answers) -> usize {
    let Some(rules) = case.plan.rules.filter(|_| case.in_reach()) else { return 0 };
    let applied_how = applied_how(case, answers);
    rules.documents.iter().filter(|item| is_needed(&item.value, case.situation.household, applied_how)).count()
}

/// How she applied, which is asked of nobody who has yet to.
fn applied_how(case: &Case<'_>, answers: &Answers) -> Option<AppliedHow> {
    answers.applied_how.filter(|_| case.situation.applied != Applied::No)
}

/// How and when she applied: it decides what she shows on the day.
fn how(case: &Case<'_>, answers: &Answers, session: Session) -> Markup {
    let words = japanese();
    let items = case.plan.rules.iter().flat_map(|rules| &rules.documents);
    let day = items.map(|item| item.value.needed_by).find_map(|needed_by| match needed_by {
        NeededBy::AppliedOnlineSince(day) | NeededBy::AppliedOnPaperOrBefore(day) => Some(day),
        NeededBy::Everyone | NeededBy::TaxExempt | NeededBy::PublicAssistance => None,
    });
    let Some(day) = day else { return Markup::Nothing };
    let chips = [AppliedHow::OnlineSince, AppliedHow::PaperOrBefore].map(|how| {
        let pressed = Chosen::where_same(answers.applied_how, how) == Chosen::Before;
        element("button", "chip chip-long")
            .attribute("type", "button")
            .attribute("aria-pressed", if pressed { "true" } else { "false" })
            .on_click(move || session.answer(|answers| answers.applied_how = if pressed { None } else { Some(how) }))
            .with(words.applied_how(how, day))
            .view()
    });
    element("div", "filters")
        .attribute("role", "group")
        .attribute("aria-label", words.applied_how_question())
        .with(element("p", "").with(words.applied_how_question()))
        .with(Vec::from(chips))
        .view()
}

/// One thing with its box.
fn tick_box(item: &Item, case: &Case<'_>, applied_how: Option<AppliedHow>, session: Session) -> Markup {
    let text = japanese().item(item, applied_how.is_some());
    let Some(birth) = case.birth_or_due() else {
        return Markup::Nothing;
    };
    let name = item.text.clone();
    let ticked = Ticks::read(&session.ticks(), birth).has(&name);
    let field = element("input", "").attribute("type", "checkbox").ticked(ticked).on_tick(move |ticked| {
        let mut ticks = Ticks::read(&session.ticks(), birth);
        ticks.set(&name, ticked);
        session.keep_ticks(&ticks.write());
    });
    let text = element("span", "").with(sentence(&text));
    element("label", "thing").with(field).with(text).view()
}
