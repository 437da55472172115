//! The dates for the phone's own calendar: a file as a link that holds it, which works where a program may make none.

use chrono::NaiveDate;

use super::copy::copy_or_show;
use super::share::encoded;
use crate::browser::Session;
use crate::domain::calendar::iso;
use crate::domain::deadlines::{At, Via};
use crate::domain::plan::What;
use crate::domain::programme::Service;
use crate::domain::situation::PlannedUse;
use crate::planner::calendar::{Entry, When, file};
use crate::planner::{Fixed, FixedDate, Standing, Step, Ticks, by_day, fixed_dates, possible_day, row_of_use, steps};
use crate::ui::markup::{Element, Markup, element, together};
use crate::ui::result::Case;
use crate::ui::sentences::{items, name};
use crate::words::japanese;

/// The class of a link to all dates of a thing.
const LINK: &str = "calendar-link";

/// An entry, with an id of which [`link`] makes the whole one, and the same as a line of text.
#[derive(Clone)]
pub struct Dated {
    day: NaiveDate,
    entry: Entry,
    line: String,
    /// Whom to ring, with which the line ends; empty where that is nobody yet.
    whom: String,
    /// Whether it is the last day to apply to the office, which she does once for all her uses.
    is_application: bool,
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

/// The dates of a planned use that has a possible day: what is still to be done for it, and itself.
pub fn dates(place: usize, planned: &PlannedUse, case: &Case<'_>) -> Vec<Dated> {
    let words = japanese();
    if possible_day(place, &case.situation, &case.plan, case.now.date()).is_none() {
        return Vec::new();
    }
    let (Some(first), Some(last)) = (planned.date, planned.last_day()) else { return Vec::new() };
    let service = planned.wanted.service;
    let row = row_of_use(planned, &case.plan);
    let facility = row.map(|row| words.facility_and_phone(row.facility)).unwrap_or_default();
    let use_of = words.planned_use_of(service, planned.wanted.length);
    // Which of her uses of this service it is: with another day it stays the same entry.
    let before = case.situation.planned.iter().take(place);
    let nth = before.filter(|other| other.wanted.service == service).count().to_string();
    let id = |what: &str| [slug(service), &nth, what].join("-");
    let step_dates = |step: &Step| {
        let to_office = step.what == What::ApplyBy && step.deadline.via != Some(Via::Facility);
        let whom = if to_office { words.office_and_phone(case.plan.programme) } else { facility.clone() };
        let when = words.deadline_with_year(&step.deadline);
        let title = words.calendar_title(step.what, &use_of);
        let line = words.calendar_line(&when, &title, &whom);
        let day = step.deadline.at.date();
        let text = [when.as_str(), &whom].join("\n");
        let when = match step.deadline.at {
            At::Date(day) => When::Days(day, day),
            At::Moment(moment) => When::Until(moment),
        };
        Dated { day, entry: Entry { id: id(what(step)), when, title, text }, line, whom, is_application: to_office }
    };
    let steps = steps(&case.plan, Some(place), case.now);
    let mut dates: Vec<Dated> = steps.iter().filter(|step| step.standing != Standing::Passed).map(step_dates).collect();
    let line = words.calendar_line(&words.days_of_use(first, last), &use_of, &facility);
    let whom = facility.clone();
    let entry = Entry { id: id("use"), when: When::Days(first, last), title: use_of, text: facility };
    dates.push(Dated { day: first, entry, line, whom, is_application: false });
    dates
}

/// A date that is of no single use.
pub fn fixed(date: &FixedDate, case: &Case<'_>) -> Dated {
    let words = japanese();
    let (day, today) = (date.day, case.now.date());
    let id = match date.what {
        Fixed::ApplyFrom => "apply-from".to_owned(),
        Fixed::ApplyBy(..) => "apply-last".to_owned(),
        Fixed::LastDay(service, _) => [slug(service), "-last-day"].concat(),
    };
    let (title, whom) = (words.fixed_title(date), words.office_and_phone(case.plan.programme));
    let line = words.calendar_line(&words.date_with_year(day), &title, &whom);
    let text = [words.fixed_with_year(date, today).as_str(), &whom].join("\n");
    let is_application = matches!(date.what, Fixed::ApplyBy(..));
    Dated { day, entry: Entry { id, when: When::Days(day, day), title, text }, line, whom, is_application }
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
    let uses = case.situation.planned.iter().enumerate();
    let uses: Vec<Dated> = uses.flat_map(|(place, planned)| dates(place, planned, case)).collect();
    if uses.is_empty() {
        return Markup::Nothing;
    }
    let fixed = fixed_dates(&case.plan, &case.situation, case.now.date());
    let fixed = fixed.iter().map(|date| self::fixed(date, case));
    together_as(
        [words.all_to_calendar(), words.copy_all_dates()],
        uses.into_iter().chain(fixed).collect(),
        case,
        session,
    )
}

/// A date's link, and a button that copies its words: not every browser knows what to do with a file of dates.
pub fn one(date: Dated, title: &str, case: &Case<'_>, session: Session) -> Markup {
    let words = japanese();
    let dated = date.clone();
    let shown = move || element("p", "").with(dated.said()).view();
    let copy = copy_or_show(words.copy_date(), Some(words.copies_date(title)), date.line.clone(), shown);
    let link = link(LINK, words.put_in_calendar(), vec![date], case, session);
    let link = link.attribute("aria-label", words.puts_in_calendar(title)).view();
    together([link, copy])
}

/// Dates at once, as a file and as a text, the first first, and of the days to apply by the first alone. The link says how
/// many there are: some calendars take the first of a file alone, so that each has a link of its own too. The labels are of
/// the link to the file and of the button that copies the text.
pub fn together_as(
    [to_calendar, copy]: [&'static str; 2],
    dates: Vec<Dated>,
    case: &Case<'_>,
    session: Session,
) -> Markup {
    let mut dates = by_day(dates, |date| date.day);
    let mut applied = false;
    dates.retain(|date| !(date.is_application && core::mem::replace(&mut applied, true)));
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
