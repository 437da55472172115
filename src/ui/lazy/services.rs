//! Each service: her price for one use, until when, what is left, what is unknown.

use crate::domain::money::Amount;
use crate::domain::plan::{Note, ServiceAnswer, Status};
use crate::domain::programme::Extra;
use crate::domain::service::{Service, Services};
use crate::domain::source::Source;
use crate::domain::text::has;
use crate::reading::ended;
use crate::ui::icons::Icon;
use crate::ui::markup::{Markup, element, together};
use crate::ui::result::dates::corrected;
use crate::ui::result::source::source_line;
use crate::ui::result::{Case, status};
use crate::ui::sentences::{items, list, paragraph, sentence};
use crate::words::japanese;

/// The cards of all services; ended ones in a line.
pub fn services(case: &Case<'_>) -> Markup {
    let cards: Vec<Markup> = case.services().map(|service| card(service, case)).collect();
    let extras = if case.in_reach() { extras(None, case) } else { Markup::Nothing };
    together([cards.into(), extras])
}

fn card(service: &ServiceAnswer<'_>, case: &Case<'_>) -> Markup {
    let words = japanese();
    let kind = words.service(service.service());
    let name = service.rules.name.clone();
    let heading = element("h3", "");
    let heading = match has(&name, kind) {
        true => heading.with(name),
        false => heading.with(kind).with(" ").with(element("span", "service-name").with(name)),
    };
    if service.status == Status::Outside {
        let ended = ended(service.last_days, service.corrected_until, case.today());
        let text = ended.map(|ended| words.ended(ended, case.today()));
        let text = text.unwrap_or_else(|| words.not_during_treatment().to_owned());
        let over = status("status status-off", Icon::OVER, "", &text);
        return element("article", "service service-over").with(heading).with(over).view();
    }
    let includes = element("details", "")
        .with(element("summary", "").with(words.includes()))
        .with(list("plain-list", service.rules.includes.iter().map(|text| &text.value)));
    element("article", "service")
        .with(heading)
        .with(price(service, case))
        .with(until(service, case))
        .with(service.remaining.map(|remaining| paragraph("", &words.left(remaining))))
        .with(items("doubts", doubts(service, case)))
        .with(includes)
        .with(extras(Some(service.service()), case))
        .with(source(service).map(|source| source_line(source, case.plan.programme, &[kind], case.now.date())))
        .view()
}

fn price(service: &ServiceAnswer<'_>, case: &Case<'_>) -> Markup {
    let words = japanese();
    let situation = &case.situation;
    let household = (service.price.amount != Amount::UNKNOWN).then_some(situation.household);
    let reasons = service.price.unknown.iter().map(|unknown| words.unknown_price(*unknown, case.plan.programme));
    let amount = element("strong", "price-amount").with(sentence(&words.amount(service.price.amount)));
    let what = words.price_for(service.service(), situation.babies, household);
    let price = element("p", "price").with(amount).with(element("span", "").with(sentence(&what)));
    together([price.view(), list("doubts", reasons)])
}

fn until(service: &ServiceAnswer<'_>, case: &Case<'_>) -> Markup {
    let words = japanese();
    let today = case.now.date();
    if case.is_spent(service.service()) {
        return status("status status-off", Icon::OVER, "", words.spent());
    }
    let (class, icon, state) = match service.status {
        Status::Within | Status::Confirm if case.comes_too_late(service) => {
            ("status status-care", Icon::ASK, words.in_time())
        }
        Status::Within => ("status status-good", Icon::TICK, words.status(service.status)),
        Status::Confirm => ("status status-care", Icon::ASK, words.status(service.status)),
        Status::NotYet | Status::Outside => ("status", Icon::CLOCK, words.status(service.status)),
    };
    let when = match service.status {
        Status::NotYet => words.last_day_after_birth().to_owned(),
        _ => words.until(service.last_days, service.corrected_until, today),
    };
    let corrected = corrected(service.corrected_until, service.last_days.possible(), today);
    let corrected = corrected.map(|until| paragraph("", &words.corrected_until(until, today)));
    let from = service.usable_from.map(|from| {
        let class = if case.comes_too_late(service) { "source-doubt" } else { "" };
        paragraph(class, &words.usable_from(from.day.date, today))
    });
    together([status(class, icon, state, &when), corrected.into(), from.into()])
}

/// What is to be asked of this service.
fn doubts(service: &ServiceAnswer<'_>, case: &Case<'_>) -> Vec<Markup> {
    let kind = service.service();
    let of_service = |note: &&Note<'_>| match note {
        Note::AboutAge(of, _) | Note::AskFacilityPast(of, _) | Note::LimitUnprinted(of) | Note::QuotaUnprinted(of) => {
            *of == kind
        }
        _ => false,
    };
    let notes = case.plan.notes.iter().filter(of_service);
    notes.map(|note| sentence(&japanese().note(note, &case.plan, case.now.date()))).collect()
}

/// What costs extra with one service; `None`: whatever the service.
pub fn extras_of(of: Option<Service>, case: &Case<'_>) -> Vec<String> {
    let of_all = |extra: &Extra| extra.services == Services::ALL;
    let extras = case.plan.rules.map(|rules| rules.extras.as_slice()).unwrap_or_default().iter();
    extras
        .map(|extra| &extra.value)
        .filter(|extra| of.map_or(of_all(extra), |service| !of_all(extra) && extra.services.contains(service)))
        .map(|extra| japanese().extra(&extra.text, extra.yen))
        .collect()
}

fn extras(of: Option<Service>, case: &Case<'_>) -> Markup {
    let words = japanese();
    let extras = extras_of(of, case);
    if extras.is_empty() {
        return Markup::Nothing;
    }
    let heading = if of.is_some() { words.extras() } else { words.extras_of_all() };
    together([element("p", "small-heading").with(heading).view(), list("plain-list", extras)])
}

/// Where its price, or else its limit, stands.
fn source<'a>(service: &'a ServiceAnswer<'_>) -> Option<&'a Source> {
    let tariff = service.rules.tariff.as_ref().map(|tariff| &tariff.source);
    tariff.or(service.rules.limit.as_ref().map(|limit| &limit.source))
}
