//! What she can do now: at most three things, the first one filled.

use chrono::NaiveDate;

use super::facilities::wanted;
use super::phone::phone_state;
use super::{Case, STEPS};
use crate::domain::deadlines::{BookingFrom, Deadline};
use crate::domain::plan::{FacilityAnswer, What};
use crate::domain::situation::Baby;
use crate::interview::{Question, Screen};
use crate::planner::next_application;
use crate::reading::{self, Action, Open};
use crate::ui::help::{CHILDREN, without_short_number};
use crate::ui::icons::Icon;
use crate::ui::links::{dial, dial_text};
use crate::ui::loss::after_loss;
use crate::ui::markup::{Markup, element, together};
use crate::ui::page;
use crate::ui::question::address;
use crate::ui::sentences::{list, named, paragraph};
use crate::words::japanese;

/// The list of things to do, and with it what to say on the phone.
pub fn actions(case: &Case<'_>, memo: Markup) -> Markup {
    let actions = reading::actions(case, wanted(case.wish));
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

/// What she taps, and what else is to be said of it.
fn item(action: &Action<'_, '_>, class: &'static str, case: &Case<'_>) -> [Markup; 2] {
    let words = japanese();
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
        Action::Apply(open) => {
            let [call, hours] = ring_office(class, words.call_to_apply(), case);
            let mut notes = apply_notes(case);
            notes.extend(asked(open, case));
            // Where no number is printed, the town's page is what she can open.
            let has_number = case.plan.programme.office_to_ring().is_some_and(|office| office.tel.is_some());
            let page = page_of_town(if has_number { "button-quiet" } else { class }, case);
            let (first, later) = if has_number { (Markup::Nothing, page) } else { (page, Markup::Nothing) };
            let call = together([first, call]);
            [call, together([hours, list("action-notes", notes), how_to_apply(case), later])]
        }
        Action::Ask(open) => {
            let late = open.iter().any(|open| open.question == reading::Question::InTime);
            let too_late = case.plan.services.iter().filter_map(|service| case.too_late_for(service));
            let earliest = too_late.filter(|(earliest, last)| earliest.date > *last).map(|(earliest, _)| earliest.date);
            let earliest = earliest.min().filter(|_| late).map(|from| words.earliest_use(from, case.today()));
            let notes: Vec<String> = earliest.into_iter().chain(asked(open, case)).collect();
            let [call, hours] = ring_office(class, words.call_to_ask(open), case);
            let how = (late && case.begins_at_office()).then(|| how_to_apply(case));
            [call, together([hours, list("action-notes", notes), how.into()])]
        }
        Action::Call(row, open) => ring(class, row, open, case),
        Action::CallNext(row, open) => {
            let [call, state] = ring(class, row, open, case);
            [together([paragraph("", words.nobody_now()), call]), state]
        }
    }
}

/// What is asked there; nothing where nothing is open.
fn asked(open: &[Open], case: &Case<'_>) -> Option<String> {
    (!open.is_empty()).then(|| japanese().ask_about(open, &case.situation))
}

/// The way to the steps, where any are printed.
fn how_to_apply(case: &Case<'_>) -> Markup {
    let has_steps = case.plan.rules.is_some_and(|rules| !rules.steps.is_empty());
    let how = has_steps.then(|| {
        let how = element("button", "button-quiet").attribute("type", "button").on_click(|| page::jump(STEPS));
        how.with(japanese().how_to_apply())
    });
    how.into()
}

/// The town's own page, where no facility is known to ring.
fn page_of_town(class: &'static str, case: &Case<'_>) -> Markup {
    let mut pages = case.plan.programme.documents.iter().rev().filter_map(|document| document.url.as_deref());
    let page = pages.find(|_| case.plan.facilities.is_empty()).map(|page| {
        let page = element("a", class).attribute("href", page.to_owned()).attribute("rel", "noreferrer");
        page.with(japanese().page_of_town())
    });
    page.into()
}

/// Rings a facility; its state stands under the button, and what is asked there.
fn ring(class: &'static str, row: &FacilityAnswer<'_>, open: &[Open], case: &Case<'_>) -> [Markup; 2] {
    let Some(tel) = &row.facility.tel else { return [Markup::Nothing, Markup::Nothing] };
    let label = japanese().call_for(&row.facility.name, row.offer.service);
    let label = named(&label, &[&row.facility.name]);
    let call = together([button(class, label, tel.as_str(), dial(tel)), phone_state(row, case.now)]);
    [call, list("action-notes", asked(open, case))]
}

/// Rings the office; where the one whose matter it is prints no number, another, and why.
fn ring_office(class: &'static str, label: &str, case: &Case<'_>) -> [Markup; 2] {
    let programme = case.plan.programme;
    let Some(office) = programme.office_to_ring() else { return [Markup::Nothing, Markup::Nothing] };
    match &office.tel {
        Some(tel) => {
            let first = programme.contacts.first().filter(|first| *first != office);
            let hours = match first {
                Some(first) => paragraph("soft", &japanese().rung_for(&first.name)),
                None => paragraph("soft", japanese().office_hours_unprinted()),
            };
            [together([button(class, label, tel.as_str(), dial(tel)), paragraph("", &office.name)]), hours]
        }
        None => [paragraph("", &japanese().go_and_ask(&office.name)), Markup::Nothing],
    }
}

fn button(class: &'static str, label: impl Into<Markup>, number: &str, address: String) -> Markup {
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
    let booking_from = plan.rules.map(|rules| rules.application.value.booking_from);
    let is_expected = matches!(case.situation.baby, Baby::Expected { .. });
    match (booking_from, plan.rules.and_then(|rules| rules.steps.first())) {
        (Some(BookingFrom::Unprinted), Some(first)) => notes.push(first.value.clone()),
        (Some(BookingFrom::Birth), _) if is_expected => {}
        (None | Some(BookingFrom::Unprinted), _) => {}
        _ => notes.push(words.booking_after_approval().to_owned()),
    }
    notes
}

fn day(deadline: Deadline) -> NaiveDate {
    deadline.at.date()
}
