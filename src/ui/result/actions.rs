//! What she can do now: at most three things, the first one filled.

use chrono::NaiveDate;

use super::facilities::in_order;
use super::phone::phone_state;
use super::{Case, STEPS};
use crate::domain::deadlines::{BookingFrom, Deadline};
use crate::domain::phone::PhoneState;
use crate::domain::plan::{FacilityAnswer, ServiceAnswer, Status, What};
use crate::domain::programme::{Booking, Contact};
use crate::domain::situation::{Applied, Baby, MedicalCare};
use crate::interview::{Question, Screen};
use crate::planner::{next_application, service_rank};
use crate::ui::help::{CHILDREN, without_short_number};
use crate::ui::icons::Icon;
use crate::ui::links::{dial, dial_text};
use crate::ui::loss::after_loss;
use crate::ui::markup::{Markup, element, together};
use crate::ui::page;
use crate::ui::question::address;
use crate::ui::sentences::{list, paragraph};
use crate::words::japanese;

/// Something to do now.
enum Action<'c, 'p> {
    /// Say that the baby is born: the due date, from which all is reckoned, has passed.
    Born,
    /// Ring a doctor first.
    Doctor,
    /// Apply, by way of the office.
    Apply,
    /// Ask the office.
    Ask(Vec<&'static str>),
    /// Ring a facility, which answers.
    Call(&'c FacilityAnswer<'p>),
    /// Nobody answers now; this one is the next.
    CallNext(&'c FacilityAnswer<'p>),
}

/// The most that is offered at once.
const MOST: usize = 2;

/// The list of things to do, and with it what to say on the phone.
pub fn actions(case: &Case<'_>, memo: Markup) -> Markup {
    let actions = of(case);
    if actions.is_empty() {
        return memo;
    }
    let mut memo = Some(memo);
    let items: Vec<Markup> = actions
        .iter()
        .enumerate()
        .map(|(place, action)| {
            let is_doctor = matches!(action, Action::Doctor);
            // A doctor's number is not known here, so nothing is filled where one comes first.
            let class =
                if place == 0 && !is_doctor { "button button-filled action-call" } else { "button action-call" };
            let [call, about] = item(action, class, case);
            // What to say stands beside the first number to which it is said.
            let memo = if is_doctor { None } else { memo.take() };
            element("li", "action").with(call).with(memo).with(about).view()
        })
        .collect();
    element("section", "part actions")
        .attribute("aria-labelledby", "now")
        .with(element("h2", "unseen").id("now").with(japanese().now_heading()))
        .with(element("ol", "").with(items))
        .view()
}

/// What helps most, first.
fn of<'c, 'p>(case: &'c Case<'p>) -> Vec<Action<'c, 'p>> {
    let mut actions = of_plan(case);
    if matches!(case.situation.baby, Baby::Expected { due } if due < case.now.date()) {
        let place = actions.iter().take_while(|action| matches!(action, Action::Doctor)).count();
        actions.insert(place, Action::Born);
    }
    actions.truncate(MOST);
    actions
}

fn of_plan<'c, 'p>(case: &'c Case<'p>) -> Vec<Action<'c, 'p>> {
    let plan = &case.plan;
    let Some(rules) = plan.rules else { return vec![Action::Ask(Vec::new())] };
    let is_over = |service: &ServiceAnswer<'_>| service.status == Status::Outside || case.is_spent(service.service());
    if plan.services.iter().all(is_over) {
        return vec![Action::Ask(Vec::new())];
    }
    let mut actions = Vec::new();
    if case.situation.medical_care == MedicalCare::IllToday {
        actions.push(Action::Doctor);
    }
    let approval_first = rules.application.value.approves_first();
    let may_call = !approval_first || case.situation.applied != Applied::No;
    if approval_first && case.situation.applied != Applied::Yes {
        actions.push(Action::Apply);
    }
    if may_call {
        actions.extend(calls(case));
    }
    let doubtful: Vec<&str> = plan
        .services
        .iter()
        .filter(|service| service.status == Status::Confirm || !service.price.unknown.is_empty())
        .map(|service| japanese().service(service.service()))
        .collect();
    let asked_already = actions.iter().any(|action| matches!(action, Action::Apply));
    let nothing_sure = plan.services.iter().all(|service| matches!(service.status, Status::Confirm | Status::Outside));
    if (!doubtful.is_empty() || actions.is_empty()) && !asked_already {
        let place = if nothing_sure { 0 } else { actions.len().min(MOST - 1) };
        actions.insert(place, Action::Ask(doubtful));
    }
    actions
}

/// Facilities to ring: up to two that answer, of two services where there are; where none does, the next to, of the
/// service that she wants.
///
/// One with time for no more use than would have to begin today is no sure one: today is over before it is booked.
fn calls<'c, 'p>(case: &'c Case<'p>) -> Vec<Action<'c, 'p>> {
    let (plan, wish, today) = (&case.plan, case.wish, case.now.date());
    let takes_calls = |row: &&FacilityAnswer<'_>| {
        matches!(row.status, Status::Within | Status::Confirm)
            && !case.is_spent(row.offer.service)
            && row.facility.tel.is_some()
            && (row.offer.booking.is_empty() || row.offer.booking.contains(&Booking::Phone))
    };
    let rows = in_order(plan.facilities.iter().filter(takes_calls), wish);
    let has_time = |row: &FacilityAnswer<'_>| row.last_days.sure().is_some_and(|last| today < last);
    let is_sure = |row: &&FacilityAnswer<'_>| row.status == Status::Within && has_time(row);
    let (sure, doubtful): (Vec<_>, Vec<_>) = rows.into_iter().partition(is_sure);
    let rows: Vec<&FacilityAnswer<'_>> = sure.into_iter().chain(doubtful).collect();
    let open: Vec<&FacilityAnswer<'_>> =
        rows.iter().copied().filter(|row| row.phone.state == PhoneState::Open).collect();
    if let Some(first) = open.first() {
        // Of what she wants most there may be another; else one of another service.
        let rank = |service| service_rank(wish, service);
        let others = || plan.services.iter().any(|service| rank(service.service()) != rank(first.offer.service));
        let of_one = (others() && rank(first.offer.service) == 0).then_some(first.offer.service);
        let second = open.iter().skip(1).find(|row| match of_one {
            Some(service) => row.offer.service == service,
            None => row.offer.service != first.offer.service,
        });
        return [Some(first), second].into_iter().flatten().map(|row| Action::Call(row)).collect();
    }
    let closed = rows.into_iter().filter(|row| row.phone.state == PhoneState::Closed);
    let next = closed.filter(|row| row.phone.changes_at.is_some());
    let next = next.min_by_key(|row| (service_rank(wish, row.offer.service), row.phone.changes_at));
    next.into_iter().map(Action::CallNext).collect()
}

/// What she taps, and what else is to be said of it.
fn item(action: &Action<'_, '_>, class: &'static str, case: &Case<'_>) -> [Markup; 2] {
    let words = japanese();
    let office = case.plan.programme.office_to_ring();
    match action {
        Action::Doctor => [
            paragraph("", words.ill_today()),
            together([
                button(class, words.call_for_baby_at_night(), CHILDREN, dial_text(CHILDREN)),
                without_short_number(Some(case.plan.programme)),
            ]),
        ],
        Action::Born => {
            let ask = element("a", class).attribute("href", address(Screen::Ask(Question::Baby)));
            let ask = ask.with(element("span", "action-label").with(words.is_it_born()));
            [together([ask.view(), paragraph("action-notes", words.reckoned_from_due_date())]), after_loss()]
        }
        Action::Apply => {
            let how = element("button", "button-quiet").attribute("type", "button").on_click(|| page::jump(STEPS));
            let [call, hours] = ring_office(class, words.call_to_apply(), office);
            let how = how.with(words.how_to_apply()).view();
            [call, together([hours, list("action-notes", apply_notes(case)), how])]
        }
        Action::Ask(services) => {
            let about = (!services.is_empty()).then(|| words.ask_about(&words.names(services)));
            let about = about.map(|about| paragraph("action-notes", &about));
            let [call, hours] = ring_office(class, words.call_to_ask(), office);
            [call, together([hours, about.into()])]
        }
        Action::Call(row) => ring(class, row, case),
        Action::CallNext(row) => {
            let [call, state] = ring(class, row, case);
            [together([paragraph("", words.nobody_now()), call]), state]
        }
    }
}

/// Rings a facility; its state stands under the button.
fn ring(class: &'static str, row: &FacilityAnswer<'_>, case: &Case<'_>) -> [Markup; 2] {
    let Some(tel) = &row.facility.tel else { return [Markup::Nothing, Markup::Nothing] };
    let label = japanese().call_for(&row.facility.name, row.offer.service);
    let call = together([button(class, &label, tel.as_str(), dial(tel)), phone_state(row, case.now)]);
    [call, Markup::Nothing]
}

fn ring_office(class: &'static str, label: &str, office: Option<&Contact>) -> [Markup; 2] {
    let Some(office) = office else { return [Markup::Nothing, Markup::Nothing] };
    match &office.tel {
        Some(tel) => {
            let hours = paragraph("soft", japanese().office_hours_unprinted());
            [together([button(class, label, tel.as_str(), dial(tel)), paragraph("", &office.name)]), hours]
        }
        None => [paragraph("", &japanese().go_and_ask(&office.name)), Markup::Nothing],
    }
}

fn button(class: &'static str, label: &str, number: &str, address: String) -> Markup {
    let number = element("span", "action-number").printed_as_is().with(Icon::PHONE.draw()).with(number);
    element("a", class).attribute("href", address).with(element("span", "action-label").with(label)).with(number).view()
}

/// Dates that go with applying.
fn apply_notes(case: &Case<'_>) -> Vec<String> {
    let words = japanese();
    let today = case.now.date();
    let plan = &case.plan;
    let mut notes = Vec::new();
    let date = |what: What| plan.dates.iter().find(|date| date.what == what).map(|date| date.deadline);
    notes.extend(date(What::ApplyFrom).map(day).and_then(|from| match case.situation.baby {
        _ if from > today => Some(words.apply_from(from, today)),
        Baby::Expected { .. } => Some(words.may_apply_now().to_owned()),
        _ => None,
    }));
    if let Some(ready) = date(What::ReadyAbout).map(day) {
        let is_born = case.situation.baby.born_by(today).is_some();
        notes.push(if is_born { words.ready_about(ready, today) } else { words.approved_about(ready, today) });
    }
    let next = next_application(plan, &case.situation, today);
    notes.extend(next.map(|(aim, deadline)| words.apply_by(&deadline, aim, today)));
    // Where booking waits for the birth too, what is said of the pregnancy says so.
    let waits_for_birth = plan.rules.is_some_and(|rules| rules.application.value.booking_from == BookingFrom::Birth);
    if !(waits_for_birth && matches!(case.situation.baby, Baby::Expected { .. })) {
        notes.push(words.booking_after_approval().to_owned());
    }
    notes
}

fn day(deadline: Deadline) -> NaiveDate {
    deadline.at.date()
}
