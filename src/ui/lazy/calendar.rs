//! The dates for the phone's own calendar: a file as a link that holds it, which works where a program may make none.

use super::copy::copy_or_show;
use super::share::encoded;
use crate::browser::Session;
use crate::domain::calendar::iso;
use crate::domain::deadlines::At;
use crate::domain::plan::What;
use crate::domain::service::Service;
use crate::planner::calendar::{Entry, When, file};
use crate::planner::{Fixed, FixedDate, Step, Ticks};
use crate::reading::{Kept, On, Whom, dates_of_all, in_one_list};
use crate::ui::markup::{Element, Markup, element, together};
use crate::ui::result::Case;
use crate::ui::sentences::{items, name};
use crate::words::japanese;

/// The class of a link to all dates of a thing.
const LINK: &str = "calendar-link";

/// An entry, with an id of which [`link`] makes the whole one, and the same as a line of text.
#[derive(Clone)]
pub struct Dated {
    entry: Entry,
    line: String,
    /// Whom to ring, with which the line ends; empty where that is nobody yet.
    whom: String,
}

impl Dated {
    /// Its line, in which whom to ring stands as it is printed.
    fn said(&self) -> Markup {
        match self.line.strip_suffix(self.whom.as_str()).filter(|_| !self.whom.is_empty()) {
            Some(before) => together([before.into(), name(&self.whom)]),
            None => self.line.as_str().into(),
        }
    }
}

/// A date that she keeps, in words.
pub fn dated(kept: &Kept<'_>, case: &Case<'_>) -> Dated {
    let words = japanese();
    let whom = match kept.to {
        Whom::Office => words.office_and_phone(case.plan.programme),
        Whom::Facility(facility) => words.facility_and_phone(facility),
        Whom::Undecided => String::new(),
    };
    let of_use = |place: usize| {
        let planned = case.situation.planned.get(place);
        planned.map(|planned| words.planned_use_of(planned.wanted.service, planned.wanted.length)).unwrap_or_default()
    };
    let (when, title, said, text) = match kept.on {
        On::Step(place, step) => {
            let when = match step.deadline.at {
                At::Date(day) => When::Days(day, day),
                At::Moment(moment) => When::Until(moment),
            };
            let said = words.deadline_with_year(&step.deadline);
            (when, words.calendar_title(step.what, &of_use(place)), said.clone(), said)
        }
        On::Use(place, first, last) => {
            (When::Days(first, last), of_use(place), words.days_of_use(first, last), String::new())
        }
        On::Fixed(date) => {
            let text = words.fixed_with_year(&date, case.today());
            (When::Days(date.day, date.day), words.fixed_title(&date), words.date_with_year(date.day), text)
        }
    };
    let line = words.calendar_line(&said, &title, &whom);
    let text = if text.is_empty() { whom.clone() } else { [text.as_str(), &whom].join("\n") };
    Dated { entry: Entry { id: id(kept, case), when, title, text }, line, whom }
}

/// What an entry is called in her calendar, the town and the birth left out: with another day it stays the same one.
fn id(kept: &Kept<'_>, case: &Case<'_>) -> String {
    let of_use = |place: usize, what: &str| {
        let service = case.situation.planned.get(place).map_or(Service::Stay, |planned| planned.wanted.service);
        // Which of her uses of this service it is.
        let before = case.situation.planned.iter().take(place);
        let nth = before.filter(|other| other.wanted.service == service).count().to_string();
        [slug(service), &nth, what].join("-")
    };
    match kept.on {
        On::Step(place, step) => of_use(place, what(&step)),
        On::Use(place, ..) => of_use(place, "use"),
        On::Fixed(FixedDate { what: Fixed::ApplyFrom, .. }) => "apply-from".to_owned(),
        On::Fixed(FixedDate { what: Fixed::ApplyBy(..), .. }) => "apply-last".to_owned(),
        On::Fixed(FixedDate { what: Fixed::LastDay(service, _), .. }) => [slug(service), "-last-day"].concat(),
    }
}

/// A link that gives dates to the phone's calendar.
///
/// The ids there are the town's and the pregnancy's: with a corrected birth, or the birth after the due date, the entries
/// stay the same, and a second baby's are others.
fn link(
    class: &'static str,
    label: impl Into<Markup>,
    dates: Vec<Dated>,
    case: &Case<'_>,
    session: Session,
) -> Element {
    let of = case.birth_or_due().unwrap_or_default();
    let known = iso(Ticks::read(&session.ticks(), of).known_by());
    let entries = dates.into_iter().map(|Dated { entry, .. }| Entry {
        id: [case.plan.programme.id.as_str(), &known, &entry.id].join("-"),
        ..entry
    });
    let entries: Vec<Entry> = entries.collect();
    let address = ["data:text/calendar;charset=utf-8,", &encoded(&file(&entries, case.now))].concat();
    element("a", class)
        .attribute("href", address)
        .attribute("download", "sango.ics")
        .on_click(move || session.keep_ticks(&Ticks::read(&session.ticks(), of).write()))
        .with(label)
}

/// All dates at once, those of chosen days and the others; nothing where no day is chosen.
pub fn all(case: &Case<'_>, session: Session) -> Markup {
    let words = japanese();
    let dates = dates_of_all(case);
    if dates.is_empty() {
        return Markup::Nothing;
    }
    together_as([words.all_to_calendar(), words.copy_all_dates()], dates, case, session)
}

/// A date's link, and a button that copies its words: not every browser knows what to do with a file of dates.
pub fn one(date: Dated, title: &str, case: &Case<'_>, session: Session) -> Markup {
    let words = japanese();
    let copied = date.clone();
    let shown = move || element("p", "").with(copied.said()).view();
    let copy = copy_or_show(words.copy_date(), Some(words.copies_date(title)), date.line.clone(), shown);
    let link = link(LINK, words.put_in_calendar(), vec![date], case, session);
    let link = link.attribute("aria-label", words.puts_in_calendar(title)).view();
    together([link, copy])
}

/// Dates at once, as a file and as a text. The link says how many there are: some calendars take the first of a file alone, so
/// that each has a link of its own too. The labels are of the link to the file and of the button that copies the text.
pub fn together_as(
    [to_calendar, copy]: [&'static str; 2],
    dates: Vec<Kept<'_>>,
    case: &Case<'_>,
    session: Session,
) -> Markup {
    let dates: Vec<Dated> = in_one_list(dates).iter().map(|kept| dated(kept, case)).collect();
    let words = japanese();
    let lines: Vec<&str> = dates.iter().map(|date| date.line.as_str()).collect();
    let text = lines.join("\n");
    let label = words.so_many_dates(to_calendar, dates.len());
    // Each alone: some calendars take the first of a file.
    let each = dates.iter().map(|date| {
        let link = link("calendar-one", words.put_in_calendar(), vec![date.clone()], case, session);
        let link = link.attribute("aria-label", words.puts_in_calendar(&date.line));
        together([element("span", "").with(date.said()).view(), link.view()])
    });
    let each = items("plain-list dates-text", each.collect());
    let shown = element("details", "").with(element("summary", "").with(words.dates_as_text())).with(each);
    let unfolded = dates.clone();
    let of_all = move || items("plain-list", unfolded.iter().map(Dated::said).collect());
    let copy = copy_or_show(copy, None, text, of_all);
    together([link(LINK, label, dates, case, session).view(), copy, shown.view()])
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
        What::ApplyCallBy => "apply-call-by",
        What::CancelCallBy => "cancel-call-by",
        What::ReadyAbout => "ready-about",
        What::EarliestUse => "earliest-use",
    }
}
