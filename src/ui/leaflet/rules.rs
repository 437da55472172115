//! What holds in a period: who, services, fees, limits, steps, cancelling, what to bring, facilities.

use chrono::{NaiveDateTime, NaiveTime};

use super::{facilities, fees};
use crate::domain::household::Babies;
use crate::domain::plan::Note;
use crate::domain::programme::{Occasion, Period, Rules, ServiceRules};
use crate::domain::quota::{Remaining, remaining};
use crate::domain::{Plan, Programme, plan};
use crate::ui::markup::{Markup, element, together};
use crate::ui::sentences::{list, paragraph, sentence};
use crate::words::japanese;

/// Everything that holds in a period.
pub fn of_period(period: &Period, programme: &Programme) -> Markup {
    // Any day of the period will do: nothing here depends on it.
    let day = period.from.or(period.until).unwrap_or_default();
    let now = day.and_time(NaiveTime::MIN);
    let rules = &period.rules;
    let heading = (period.from.is_some() || period.until.is_some())
        .then(|| paragraph("", &japanese().period(period.from, period.until)));
    together([
        heading.into(),
        services(rules),
        fees::fees(rules, programme, now),
        limits(rules),
        steps(rules),
        cancelling(rules),
        things(rules, programme, now),
        remarks(rules),
        facilities::facilities(rules, programme),
    ])
}

fn section(heading: &str, body: Markup) -> Markup {
    element("section", "part").with(element("h2", "").with(heading)).with(body).view()
}

fn services(rules: &Rules) -> Markup {
    let words = japanese();
    let whole = rules.limit.as_ref().map(|limit| paragraph("", &words.whole_limit(&limit.value.phrase)));
    let services: Vec<Markup> = rules.services.iter().map(service).collect();
    section(words.kinds_heading(), together([whole.into(), services.into()]))
}

fn service(service: &ServiceRules) -> Markup {
    let limit = service.limit.as_ref().map(|limit| paragraph("", &japanese().whole_limit(&limit.value.phrase)));
    together([
        element("h3", "").with(service.name.as_str()).view(),
        limit.into(),
        list("plain-list", service.includes.iter().map(|text| &text.value)),
    ])
}

fn limits(rules: &Rules) -> Markup {
    let words = japanese();
    let limit = |service: &ServiceRules, babies: Babies| {
        remaining(&rules.pools, rules.late_cancellation, service.service, babies, &[])
    };
    let twins = Babies::new(2).unwrap_or(Babies::ONE);
    let lines = rules.services.iter().map(|service| match limit(service, Babies::ONE) {
        Some(one) => {
            let multiples = limit(service, twins).filter(|more: &Remaining| more.limit != one.limit);
            words.limit(service.service, one, multiples)
        }
        None => words.limit_unprinted(service.service),
    });
    section(words.limits_heading(), list("plain-list", lines))
}

fn steps(rules: &Rules) -> Markup {
    let words = japanese();
    let steps: Vec<Markup> =
        rules.steps.iter().map(|step| element("li", "").with(sentence(&step.value)).view()).collect();
    let steps = element("ol", "steps").with(steps);
    let ways = list("plain-list", words.application(&rules.application.value));
    section(words.steps_heading(), together([steps.view(), ways]))
}

fn cancelling(rules: &Rules) -> Markup {
    let words = japanese();
    let Some(cancellation) = &rules.cancellation else { return Markup::Nothing };
    section(words.cancel_heading(), paragraph("", &words.cancellation(&cancellation.value)))
}

fn things(rules: &Rules, programme: &Programme, now: NaiveDateTime) -> Markup {
    let words = japanese();
    if rules.documents.is_empty() {
        return Markup::Nothing;
    }
    let plan: Plan<'_> = plan(&fees::anyone(now), programme, now);
    let of = |occasion: Occasion| {
        let notes = plan.notes.iter().filter(move |note| matches!(note, Note::Item(item) if item.occasion == occasion));
        notes.map(|note| words.note(note, &plan, now.date())).collect::<Vec<String>>()
    };
    let group = |heading: &'static str, things: Vec<String>| {
        let heading = (!things.is_empty()).then(|| element("h3", "").with(heading));
        together([heading.into(), list("plain-list", things)])
    };
    let to_apply = group(words.items_to_apply(), of(Occasion::Application));
    let to_use = group(words.items_to_use(), of(Occasion::Use));
    section(words.items_heading(), together([to_apply, to_use]))
}

fn remarks(rules: &Rules) -> Markup {
    let texts = rules.remarks.iter().map(|remark| &remark.text);
    section(japanese().who_heading(), list("plain-list", texts))
}
