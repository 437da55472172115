//! The day and the place of each use that she plans: what speaks against it, and the dates that come with it.

use chrono::NaiveDate;

use super::calendar;
use super::planner::select;
use crate::browser::Session;
use crate::domain::Service;
use crate::domain::calendar::{from_iso, iso};
use crate::domain::plan::Status;
use crate::domain::situation::Baby;
use crate::domain::uses::PlannedUse;
use crate::planner::{DayAnswer, Standing, Step, day, possible_day, steps};
use crate::reading::{dates_of_use, settled_at_facility};
use crate::ui::icons::Icon;
use crate::ui::markup::{Markup, element, together};
use crate::ui::page;
use crate::ui::result::Case;
use crate::ui::result::dates::step;
use crate::ui::sentences::{named, paragraph, sentence};
use crate::words::japanese;

/// Every planned use with its day; nothing where none is planned. Before the birth no day can be chosen.
pub fn days(case: &Case<'_>, session: Session) -> Markup {
    let words = japanese();
    if case.situation.planned.is_empty() {
        return Markup::Nothing;
    }
    if let Baby::Expected { .. } = case.situation.baby {
        return paragraph("soft", words.days_after_birth());
    }
    let uses = case.situation.planned.iter().enumerate();
    let rows: Vec<Markup> = uses.map(|(place, planned)| row(place, planned, case, session)).collect();
    let all = calendar::all(case, session);
    element("div", "days").with(element("h3", "").with(words.days_heading())).with(rows).with(all).view()
}

fn row(place: usize, planned: &PlannedUse, case: &Case<'_>, session: Session) -> Markup {
    let words = japanese();
    let service = planned.wanted.service;
    let today = case.now.date();
    let name = words.planned_use(place.saturating_add(1), service, planned.wanted.length);
    let rows = case.plan.facilities.iter().filter(|row| row.offer.service == service && row.status != Status::Outside);
    let options = rows.map(|row| (row.facility.id.clone(), row.facility.name.clone()));
    let anywhere = (String::new(), words.anywhere().to_owned());
    let options: Vec<(String, String)> = [anywhere].into_iter().chain(options).collect();
    let choose_place =
        move |id: String| change(session, place, |planned| planned.facility = (!id.is_empty()).then_some(id));
    let place_field =
        (options.len() > 1).then(|| select(words.place_label(), options, planned.facility.as_deref(), choose_place));
    let answer = day(place, &case.situation, &case.plan, today);
    let steps = steps(&case.plan, Some(place), case.now);
    element("fieldset", "day")
        .with(element("legend", "").with(name))
        .with(place_field)
        .with(day_field(place, planned.date, today, session))
        .with(answer.map(|answer| said(&answer, &steps, place, service, case, session)))
        .with(dates(&steps, place, case, session))
        .view()
}

fn change(session: Session, place: usize, change: impl FnOnce(&mut PlannedUse)) {
    session.answer(|answers| {
        answers.begin_uses();
        if let Some(planned) = answers.planned.get_mut(place) {
            change(planned);
        }
    });
}

fn id(place: usize) -> String {
    ["day-", &place.to_string()].concat()
}

fn said_id(place: usize) -> String {
    [&id(place), "-said"].concat()
}

/// The phone's own calendar to choose from, and the day in words.
fn day_field(place: usize, chosen: Option<NaiveDate>, today: NaiveDate, session: Session) -> Markup {
    let words = japanese();
    let input = element("input", "")
        .attribute("id", id(place))
        .attribute("type", "date")
        .attribute("min", iso(today))
        .holding(chosen.map(iso).unwrap_or_default())
        .on_input(move |text| change(session, place, |planned| planned.date = from_iso(&text)));
    let echo = chosen.map(|day| element("strong", "").with(sentence(&words.day(day, today))));
    let clear = chosen.map(|_| {
        element("button", "button-quiet")
            .attribute("type", "button")
            .on_click(move || {
                page::focus_at_once(&id(place));
                change(session, place, |planned| planned.date = None);
            })
            .with(words.clear_day())
    });
    let label = element("label", "field").with(words.day_label()).with(input).with(echo).view();
    together([label, clear.into()])
}

/// What speaks against a day, and the next possible one; or that nothing does. What holds it stays whatever it says: the
/// focus goes there where the button that it was on goes.
fn said(
    answer: &DayAnswer<'_, '_>,
    steps: &[Step],
    place: usize,
    service: Service,
    case: &Case<'_>,
    session: Session,
) -> Markup {
    let said = if answer.doubts.is_empty() { fits(steps) } else { doubts(answer, place, service, case, session) };
    element("div", "day-said").attribute("id", said_id(place)).attribute("role", "status").focusable().with(said).view()
}

fn fits(steps: &[Step]) -> Markup {
    let words = japanese();
    let is_late = steps.iter().any(|step| step.standing == Standing::Passed);
    let (class, icon, text) = if is_late {
        ("status status-care", Icon::HEED, words.day_fits_late())
    } else {
        ("status status-good", Icon::TICK, words.day_fits())
    };
    element("p", class).with(icon.draw()).with(element("span", "").with(text)).view()
}

fn doubts(answer: &DayAnswer<'_, '_>, place: usize, service: Service, case: &Case<'_>, session: Session) -> Markup {
    let (words, today) = (japanese(), case.today());
    let doubts = answer.doubts.iter().map(|doubt| {
        let whom = words.whom_settles(settled_at_facility(case, service, doubt), case.plan.programme);
        let doubt = element("span", "").with(sentence(&words.day_doubt(doubt, &whom, today)));
        element("p", "status status-care").with(Icon::HEED.draw()).with(doubt).view()
    });
    let doubts: Vec<Markup> = doubts.collect();
    let instead = answer.instead.map(|day| {
        element("button", "button")
            .attribute("type", "button")
            .on_click(move || {
                page::focus_at_once(&said_id(place));
                change(session, place, |planned| planned.date = Some(day));
            })
            .with(words.take_day(day, today))
    });
    let elsewhere = answer.elsewhere.as_ref().and_then(|elsewhere| {
        let (row, others) = elsewhere.rows.split_first()?;
        let name = row.facility.name.as_str();
        Some(element("p", "").with(named(&words.elsewhere(elsewhere.day, today, name, others.len()), &[name])))
    });
    together([doubts.into(), instead.into(), elsewhere.into()])
}

/// The dates to act by; none for a day that is ruled out.
fn dates(steps: &[Step], place: usize, case: &Case<'_>, session: Session) -> Markup {
    if possible_day(place, &case.situation, &case.plan, case.now.date()).is_none() {
        return Markup::Nothing;
    }
    let words = japanese();
    let terms: Vec<Markup> = steps.iter().map(|date| step(date, case.now.date())).collect();
    let unprinted = terms.is_empty().then(|| paragraph("soft", words.dates_unprinted()));
    let labels = [words.to_calendar(), words.copy_its_dates()];
    let links = calendar::together_as(labels, dates_of_use(case, place), case, session);
    element("div", "day-dates").with(element("dl", "facts dates").with(terms)).with(unprinted).with(links).view()
}
