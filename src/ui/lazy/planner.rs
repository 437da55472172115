//! What she thinks of using: how many of each, what that costs, what it leaves, why it does not fit; and what she has used.

use leptos::prelude::*;

use super::days;
use super::outcome::Outcome;
use super::stepper::Stepper;
use crate::browser::Session;
use crate::domain::plan::Status;
use crate::domain::programme::Programme;
use crate::domain::service::Service;
use crate::domain::situation::Baby;
use crate::domain::uses::{Cancellation, Length, Use};
use crate::interview::{Answers, record};
use crate::planner;
use crate::ui::fold::{Folds, fold};
use crate::ui::markup::{self, Markup, element, following, together};
use crate::ui::page_state::{Hers, Place};
use crate::ui::result::{Case, after_taps, with_plans};
use crate::ui::sentences::paragraph;
use crate::words::japanese;

/// The services that she may plan, what she wants most first.
fn in_reach(case: &Case<'_>) -> Vec<Service> {
    let open = case.services().filter(|service| service.status != Status::Outside);
    open.map(|service| service.service()).collect()
}

/// The planner of a case in which something can be used.
pub fn planner(case: &Case<'_>, programme: &'static Programme, session: Session, hers: Hers) -> Markup {
    let words = japanese();
    let services = in_reach(case);
    if services.is_empty() {
        return Markup::Nothing;
    }
    let rows =
        services.iter().map(|service| planned(*service, open_at(case, *service), programme, session, hers.place));
    let rows: Vec<Markup> = rows.collect();
    let outcome = following(move || with_plans(programme, session).map(|case| Outcome::of(&case).view()));
    let chosen = after_taps(programme, session, move |case| days::days(case, session));
    // Before the birth nothing is used; what was entered all the same can be taken back.
    let is_born = !matches!(case.situation.baby, Baby::Expected { .. });
    let may_have_used = is_born || session.answers.with_untracked(|answers| !answers.used_of_birth().is_empty());
    let used =
        may_have_used.then(|| fold(hers.folds, "used", "", words.used_heading(), move || used(&services, session)));
    let group = element("div", "").attribute("role", "group").attribute("aria-label", words.planner_heading());
    together([
        paragraph("soft", words.planner_lead()),
        place(case, session, hers.place),
        group.with(rows).view(),
        element("div", "planner-outcome").attribute("role", "status").with(outcome).view(),
        chosen,
        used.into(),
    ])
}

/// Plans one of each service on a planner that nobody sees: a browser compiles what a tap needs only when it is first
/// needed, and so not under her thumb.
pub fn rehearse(programme: &'static Programme, session: Session, hers: Hers) {
    markup::rehearse(move || {
        let stage = Session::on_host(session.now.get_untracked(), session.answers.get_untracked());
        let case = move || with_plans(programme, stage);
        // What is hers stays as it is. Chunks are not asked for anew: that would outlive this.
        let hers = Hers { folds: Folds::new(), place: Place(RwSignal::new(None)), ..hers };
        let view = case().map(|case| planner(&case, programme, stage, hers)).into();
        let tap = move || {
            for service in case().iter().flat_map(in_reach) {
                stage.answer(|answers| planner::add(answers, service, None));
            }
            // What would be kept of it; this is not.
            stage.answers.with(|answers| drop(record::encode(&programme.id, answers)));
        };
        (view, tap)
    });
}

/// Where: nowhere yet, or a facility that is still possible. It holds for what is planned already, where it is offered,
/// and she has not chosen another place.
fn place(case: &Case<'_>, session: Session, place: Place) -> Markup {
    let words = japanese();
    let mut facilities: Vec<(&str, &str)> = Vec::new();
    for row in case.plan.facilities.iter().filter(|row| row.status != Status::Outside) {
        let facility = (row.facility.id.as_str(), row.facility.name.as_str());
        if !facilities.contains(&facility) {
            facilities.push(facility);
        }
    }
    if facilities.is_empty() {
        return Markup::Nothing;
    }
    let open = case.plan.facilities.iter().filter(|row| row.status != Status::Outside);
    let offers: Vec<(String, Service)> = open.map(|row| (row.facility.id.clone(), row.offer.service)).collect();
    let chosen = place.0.get_untracked();
    let choose = move |id: String| {
        let chosen = (!id.is_empty()).then_some(id);
        let before = place.0.get_untracked();
        session.answer(|answers| {
            let offered = |id: &str, service: Service| offers.iter().any(|(of, gives)| of == id && *gives == service);
            planner::choose_place(answers, before.as_deref(), chosen.as_deref(), offered);
        });
        place.0.set(chosen);
    };
    let anywhere = (String::new(), words.anywhere().to_owned());
    let options = facilities.into_iter().map(|(id, name)| (id.to_owned(), name.to_owned()));
    select(words.place_label(), [anywhere].into_iter().chain(options).collect(), chosen.as_deref(), choose)
}

/// A choice among names.
pub fn select(
    label: &'static str,
    options: Vec<(String, String)>,
    chosen: Option<&str>,
    choose: impl FnMut(String) + Send + 'static,
) -> Markup {
    let option = |(value, name): (String, String)| {
        // Without a value it is no name, but a word of ours.
        let option = if value.is_empty() { element("option", "") } else { element("option", "").printed_as_is() };
        option.attribute("value", value).with(name).view()
    };
    let options: Vec<Markup> = options.into_iter().map(option).collect();
    let select = element("select", "").on_input(choose).with(options).holding(chosen.unwrap_or_default());
    element("label", "field").with(label).with(select).view()
}

/// The facilities at which a service is not ruled out.
fn open_at(case: &Case<'_>, service: Service) -> Vec<String> {
    let rows = case.plan.facilities.iter().filter(|row| row.offer.service == service && row.status != Status::Outside);
    rows.map(|row| row.facility.id.clone()).collect()
}

/// How many of a service she plans; of stays, each with its nights. At a facility that is not among those in `open_at`, none
/// can be added.
fn planned(
    service: Service,
    open_at: Vec<String>,
    programme: &'static Programme,
    session: Session,
    place: Place,
) -> Markup {
    let words = japanese();
    let count = move || session.answers.with(|answers| planner::count(answers, service));
    let open_at = StoredValue::new(open_at);
    let refused = move || {
        place.0.with(|place| {
            let place = place.as_ref()?;
            let rules = programme.rules_on(session.today.get());
            if rules.and_then(|rules| rules.row_of(service, place)).is_none() {
                return Some(words.not_there());
            }
            (!open_at.with_value(|open| open.contains(place))).then(|| words.ruled_out_there())
        })
    };
    let offered = move || refused().is_none();
    let stepper = Stepper {
        label: words.service(service).to_owned(),
        value: Box::new(move || words.count(service, count())),
        may_lessen: Box::new(move || count() > 0),
        may_add: Box::new(offered),
        less: Box::new(move || session.answer(|answers| planner::take_back(answers, service))),
        more: Box::new(move || {
            if untrack(offered) {
                let place = place.0.get_untracked();
                session.answer(|answers| planner::add(answers, service, place.as_deref()));
            }
        }),
    };
    let refused = following(move || refused().map(|why| paragraph("soft", why)));
    let nights = (service == Service::Stay).then(|| {
        following(move || {
            let stays = session.answers.with(|answers| stays(answers.planned_of_birth().iter().map(|one| one.wanted)));
            nights(stays, planner::set_nights, session)
        })
    });
    element("div", "planner-service").with(stepper.row()).with(refused).with(nights).view()
}

/// The stays among uses, each with its place and its nights.
fn stays(uses: impl Iterator<Item = Use>) -> Vec<(usize, u16)> {
    let stays = uses.enumerate().filter(|(_, one)| one.service == Service::Stay && one.cancelled == Cancellation::None);
    stays.map(|(place, one)| (place, one.length.nights())).collect()
}

/// How long each stay is.
fn nights(stays: Vec<(usize, u16)>, set: fn(&mut Answers, usize, u16), session: Session) -> Vec<Markup> {
    let words = japanese();
    let row = |(nth, (place, nights)): (usize, (usize, u16))| {
        let length = words.length(Service::Stay, Length::Nights { nights, hours: None });
        let change = move |nights| session.answer(|answers| set(answers, place, nights));
        let stepper = Stepper {
            label: words.nth_stay(nth.saturating_add(1)),
            value: Box::new(move || length.clone()),
            may_lessen: Box::new(move || nights > 1),
            may_add: Box::new(move || nights < Length::MOST_NIGHTS),
            less: Box::new(move || change(nights.saturating_sub(1))),
            more: Box::new(move || change(nights.saturating_add(1))),
        };
        stepper.row()
    };
    stays.into_iter().enumerate().map(row).collect()
}

/// What she has used already, and what she cancelled too late.
fn used(services: &[Service], session: Session) -> Markup {
    let words = japanese();
    // Their buttons have the names that those above have: the group tells them apart.
    let rows = [(Cancellation::None, words.used_heading()), (Cancellation::Late, words.cancelled_late())];
    let rows: Vec<Markup> = rows
        .into_iter()
        .map(|(cancelled, name)| {
            let heading = (cancelled == Cancellation::Late).then(|| element("p", "small-heading").with(name));
            let rows: Vec<Markup> = services.iter().map(|service| used_of(*service, cancelled, session)).collect();
            let group = element("div", "planner-used").attribute("role", "group").attribute("aria-label", name);
            group.with(heading).with(rows).view()
        })
        .collect();
    together([paragraph("soft", words.used_lead()), rows.into()])
}

fn used_of(service: Service, cancelled: Cancellation, session: Session) -> Markup {
    let words = japanese();
    let is_of = move |used: &Use| used.service == service && used.cancelled == cancelled;
    let count =
        move || session.answers.with(|answers| answers.used_of_birth().iter().filter(|used| is_of(used)).count());
    let stepper = Stepper {
        label: words.service(service).to_owned(),
        value: Box::new(move || words.count(service, count())),
        may_lessen: Box::new(move || count() > 0),
        may_add: Box::new(|| true),
        less: Box::new(move || {
            session.answer(|answers| {
                if let Some(last) = answers.used_of_birth().iter().rposition(is_of) {
                    planner::take_back_used(answers, last);
                }
            });
        }),
        more: Box::new(move || {
            session.answer(|answers| planner::add_used(answers, Use { cancelled, ..Use::smallest(service) }));
        }),
    };
    let lengths = (service == Service::Stay && cancelled == Cancellation::None).then(|| {
        following(move || {
            let stays = session.answers.with(|answers| stays(answers.used_of_birth().iter().copied()));
            nights(stays, planner::set_used_nights, session)
        })
    });
    element("div", "planner-service").with(stepper.row()).with(lengths).view()
}
