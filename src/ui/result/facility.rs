//! One facility in four lines, and all else of it behind the last.

use std::sync::Arc;

use chrono::NaiveDate;

use super::dates::corrected;
use super::phone::{said, state_line};
use super::{Case, status};
use crate::domain::business_days::CountedDay;
use crate::domain::plan::{FacilityAnswer, Note, Status};
use crate::planner::{Alike, FacilityRow, alike};
use crate::reading::ended;
use crate::ui::fold::fold;
use crate::ui::icons::Icon;
use crate::ui::later::behind;
use crate::ui::links::dial;
use crate::ui::markup::{Markup, element, together};
use crate::ui::page_state::Hers;
use crate::ui::sentences::paragraph;
use crate::words::japanese;

/// Its name and services, until when, its phone, and the line behind which the rest is.
pub fn facility_card(row: &FacilityRow<'_, 'static>, case: &Arc<Case<'static>>, hers: Hers) -> Markup {
    let words = japanese();
    let (facility, shown) = (row.facility, row.shown());
    let services: Vec<&str> = shown.iter().map(|offer| words.service(offer.offer.service)).collect();
    let heading = element("h3", "")
        .with(element("span", "").attribute("lang", "ja").printed_as_is().with(facility.name.as_str()))
        .with(" ")
        .with(element("span", "facility-service").with(words.names(&services)));
    let fold_name = ["at-", &facility.id].concat();
    let phone = phone(row, &shown, case, hers.folds.is_open(&fold_name));
    let more = {
        let case = case.clone();
        let line = together([
            words.more().into(),
            element("span", "unseen").printed_as_is().with(facility.name.as_str()).view(),
        ]);
        fold(hers.folds, &fold_name, "", line, move || {
            let case = case.clone();
            behind(hers.later, move |lazy| (lazy.about)(facility, &case))
        })
    };
    element("article", "facility").with(heading).with(until(&shown, case)).with(phone).with(more).view()
}

/// Lines, each with the services of which it holds where another holds of the others.
pub fn told<'a>(groups: &'a [Alike<'_, '_>]) -> impl Iterator<Item = String> + 'a {
    groups.iter().map(move |one| if groups.len() < 2 { one.said.clone() } else { of(one, &one.said) })
}

/// With the services of which it holds.
pub fn of(one: &Alike<'_, '_>, said: &str) -> String {
    let words = japanese();
    let names: Vec<&str> = one.services.iter().map(|service| words.service(*service)).collect();
    words.of_services(&words.names(&names), said)
}

/// Until when each service can be used there, in as few lines as there are days.
fn until(shown: &[&FacilityAnswer<'static>], case: &Case<'_>) -> Markup {
    let groups = alike(shown, &|offer| state(offer, case));
    let lines = groups.iter().zip(told(&groups)).map(|(one, said)| {
        let (class, icon) = match one.offer.status {
            Status::Outside => ("status status-off", Icon::OVER),
            _ if case.is_spent(one.offer.offer.service) => ("status status-off", Icon::OVER),
            Status::Within if !late(one.offer, case).is_empty() => ("status status-care", Icon::ASK),
            Status::Within => ("status status-good", Icon::TICK),
            Status::Confirm => ("status status-care", Icon::ASK),
            Status::NotYet => ("status", Icon::CLOCK),
        };
        status(class, icon, "", &said)
    });
    let lines: Vec<Markup> = lines.collect();
    let groups = alike(shown, &|offer| later(offer, case, case.now.date()));
    let later = groups.iter().zip(told(&groups)).filter(|(one, _)| !one.said.is_empty());
    let later: Vec<Markup> = later.map(|(_, said)| paragraph("", &said)).collect();
    together([lines.into(), later.into()])
}

/// How an offer stands, in words.
pub fn state(offer: &FacilityAnswer<'_>, case: &Case<'_>) -> String {
    let (words, today) = (japanese(), case.now.date());
    match offer.status {
        Status::Outside => {
            let ended = ended(offer.last_days, offer.corrected_until, today);
            ended.map(|ended| words.ended(ended, today)).unwrap_or_else(|| outside(case))
        }
        _ if case.is_spent(offer.offer.service) => words.spent().to_owned(),
        Status::Within => words.until(offer.last_days, offer.corrected_until, today),
        Status::Confirm => words.to_confirm(&words.until(offer.last_days, offer.corrected_until, today)),
        Status::NotYet => offer.offer.limit.as_ref().map(|limit| limit.phrase.clone()).unwrap_or_default(),
    }
}

/// Why a row is ruled out whose time has not passed: treatment, or a condition that an answer fails.
fn outside(case: &Case<'_>) -> String {
    let words = japanese();
    let in_treatment = case.plan.notes.iter().any(|note| matches!(note, Note::TreatmentExcluded));
    if in_treatment { words.not_during_treatment() } else { words.status(Status::Outside) }.to_owned()
}

/// What else is said of the last day: the corrected age, and where it ends before one who applies today may use it; the
/// day stands behind the line.
fn later(offer: &FacilityAnswer<'_>, case: &Case<'_>, today: NaiveDate) -> String {
    let words = japanese();
    let corrected = corrected(offer.corrected_until, offer.last_days.possible(), today);
    let corrected = corrected.filter(|_| offer.status != Status::Outside);
    let mut later = corrected.map(|until| words.corrected_until(until, today)).unwrap_or_default();
    if case.too_late_there(offer).is_some() {
        later.push_str(words.may_be_too_late());
    }
    later
}

/// That a use there may be too late for one who applies today; empty where it is not.
pub fn late(offer: &FacilityAnswer<'_>, case: &Case<'_>) -> String {
    let said = |(earliest, last): (CountedDay, NaiveDate)| {
        japanese().too_late_to_apply(Some(earliest.date).filter(|earliest| *earliest > last), case.now.date())
    };
    case.too_late_there(offer).map(said).unwrap_or_default()
}

/// The number, and whether it is answered now. A row is one stop of Tab until it is open: its line, and then the number too.
fn phone(
    row: &FacilityRow<'_, '_>,
    shown: &[&FacilityAnswer<'static>],
    case: &Case<'_>,
    is_open: impl Fn() -> bool + Send + 'static,
) -> Markup {
    let Some(tel) = &row.facility.tel else { return paragraph("soft", japanese().tel_unprinted()) };
    let number = element("a", "phone")
        .printed_as_is()
        .attribute("href", dial(tel))
        .attribute_following("tabindex", move || (!is_open()).then_some("-1".into()))
        .with(Icon::PHONE.draw())
        .with(tel.as_str());
    let groups = alike(shown, &|offer| said(offer, case.now));
    let states = groups.iter().zip(told(&groups)).map(|(one, said)| state_line(one.offer.phone.state, &said));
    let states: Vec<Markup> = states.collect();
    element("div", "facility-phone").with(element("p", "").with(number)).with(states).view()
}
