//! The dates for the phone's own calendar: a file as a link that holds it, which works where a program may make none.

use super::Case;
use super::copy::copy_button;
use super::share::encoded;
use crate::domain::calendar::iso;
use crate::domain::deadlines::At;
use crate::domain::plan::What;
use crate::domain::programme::Service;
use crate::domain::situation::PlannedUse;
use crate::planner::calendar::{Entry, When, file};
use crate::planner::{Step, steps};
use crate::ui::markup::{Markup, element, together};
use crate::words::japanese;

/// The entries of a planned use that has its day: what is still to be done for it, and itself.
pub fn entries(place: usize, planned: &PlannedUse, case: &Case<'_>) -> Vec<Entry> {
    let words = japanese();
    let (Some(first), Some(last)) = (planned.date, planned.last_day()) else { return Vec::new() };
    let service = planned.wanted.service;
    let row = planned.facility.as_deref().and_then(|named| {
        case.plan.facilities.iter().find(|row| row.offer.service == service && row.facility.is_called(named))
    });
    let whom = row.map(|row| words.facility_and_phone(row.facility)).unwrap_or_default();
    let use_of = words.planned_use_of(service, planned.wanted.length);
    // Which of her uses of this service it is: with another day it stays the same entry.
    let before = case.situation.planned.iter().take(place);
    let nth = before.filter(|other| other.wanted.service == service).count();
    let id = |what: &str| {
        let baby = case.situation.baby;
        let day = baby.born_by(case.now.date()).or(baby.due()).map(iso).unwrap_or_default();
        [case.plan.programme.id.as_str(), &day, slug(service), &nth.to_string(), what].join("-")
    };
    let mut entries: Vec<Entry> = steps(&case.plan, Some(place), case.now)
        .iter()
        .filter(|step| !step.has_passed)
        .map(|step| Entry {
            id: id(what(step)),
            when: match step.deadline.at {
                At::Date(day) => When::Days(day, day),
                At::Moment(moment) => When::Until(moment),
            },
            title: words.calendar_title(step.what, &use_of),
            text: [words.deadline(&step.deadline), whom.clone()].join("\n"),
        })
        .collect();
    entries.push(Entry { id: id("use"), when: When::Days(first, last), title: use_of, text: whom });
    entries
}

/// A link that gives entries to the phone's calendar.
pub fn link(label: &'static str, entries: &[Entry], case: &Case<'_>) -> Markup {
    let address = ["data:text/calendar;charset=utf-8,", &encoded(&file(entries, case.now))].concat();
    element("a", "calendar-link").attribute("href", address).attribute("download", "sango.ics").with(label).view()
}

/// All dates at once, as a file and as a text to copy; nothing where no day is chosen.
pub fn all(case: &Case<'_>) -> Markup {
    let words = japanese();
    let uses = case.situation.planned.iter().enumerate();
    let entries: Vec<Entry> = uses.flat_map(|(place, planned)| entries(place, planned, case)).collect();
    if entries.is_empty() {
        return Markup::Nothing;
    }
    let lines: Vec<String> = entries.iter().map(|entry| words.calendar_line(&entry.title, entry.when)).collect();
    let text = lines.join("\n");
    together([link(words.all_to_calendar(), &entries, case), copy_button(words.copy_dates(), move || text.clone())])
}

fn slug(service: Service) -> &'static str {
    match service {
        Service::Stay => "stay",
        Service::DayCare => "day",
        Service::HomeVisit => "visit",
    }
}

fn what(step: &Step) -> &'static str {
    match step.what {
        What::ApplyFrom => "apply-from",
        What::ApplyBy => "apply-by",
        What::CancelBy => "cancel-by",
        What::CallBy => "call-by",
        What::ReadyAbout => "ready-about",
        What::EarliestUse => "earliest-use",
    }
}
