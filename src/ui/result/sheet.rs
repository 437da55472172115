//! The plan on paper: two pages at most, with what is still possible, the dates, the phones and a code back.

use super::Case;
use super::code::code;
use super::dates::step;
use super::planner::sums;
use super::share::moving_link;
use super::summary;
use crate::browser::Session;
use crate::domain::Programme;
use crate::domain::plan::{FacilityAnswer, Status};
use crate::planner::steps;
use crate::ui::markup::{Markup, element, together};
use crate::ui::sentences::{paragraph, sentence, whole};
use crate::words::japanese;

/// The sheet. It is made when the page is printed, and is nowhere else.
pub fn sheet(case: &Case<'_>, programme: &'static Programme, session: Session) -> Markup {
    let words = japanese();
    let (link, _) = moving_link(programme, session);
    let services = case.plan.services.iter().filter(|service| service.status != Status::Outside).map(|service| {
        let price = words.amount(service.price.amount);
        let until = match service.status {
            Status::NotYet => words.last_day_after_birth().to_owned(),
            _ => words.until(service.last_days, case.now.date()),
        };
        let left = service.remaining.map(|remaining| words.left(remaining)).unwrap_or_default();
        let what = words.price_for(service.service(), case.situation.babies, Some(case.situation.household));
        row([words.service(service.service()).to_owned(), [price.as_str(), " ", &what].concat(), until, left])
    });
    let services: Vec<Markup> = services.collect();
    let uses = case.situation.planned.iter().enumerate().map(|(place, planned)| {
        let name = words.planned_use(place.saturating_add(1), planned.wanted.service, planned.wanted.length);
        let day = planned.date.map(|day| words.date(day)).unwrap_or_default();
        let dates: Vec<Markup> = steps(&case.plan, Some(place), case.now).iter().map(step).collect();
        let heading = element("p", "small-heading").with(sentence(&[name.as_str(), " ", &day].concat()));
        element("div", "").with(heading).with(element("dl", "facts").with(dates)).view()
    });
    let uses: Vec<Markup> = uses.collect();
    let planned = (!uses.is_empty())
        .then(|| together([element("h2", "").with(words.planned_heading()).view(), uses.into(), sums(case)]));
    let possible = case.plan.facilities.iter().filter(|row| row.status != Status::Outside);
    let phones: Vec<Markup> = possible.map(|row| phone(row, case)).collect();
    let offices = case.plan.programme.contacts.iter().map(|office| paragraph("", &words.office(office)));
    let offices: Vec<Markup> = offices.collect();
    let made = paragraph("soft", &words.made_on(case.now.date()));
    element("article", "sheet")
        .with(code(&link, words.moving_code()))
        .with(summary::summary(case))
        .with(element("table", "").with(element("tbody", "").with(services)))
        .with(planned)
        .with(element("h2", "").with(words.office_heading(programme)))
        .with(offices)
        .with(element("h2", "").with(words.facilities_heading()))
        .with(element("table", "sheet-phones").with(element("tbody", "").with(phones)))
        .with(made)
        .view()
}

fn row(cells: [String; 4]) -> Markup {
    let cells = cells.map(|cell| element("td", "").with(sentence(&cell)).view());
    element("tr", "").with(Vec::from(cells)).view()
}

fn phone(row: &FacilityAnswer<'_>, case: &Case<'_>) -> Markup {
    let words = japanese();
    let until = match row.status {
        Status::NotYet => row.offer.limit.as_ref().map(|limit| limit.phrase.clone()).unwrap_or_default(),
        _ => words.until(row.last_days, case.now.date()),
    };
    let cell = |content: Markup| element("td", "").with(content).view();
    let number = row.facility.tel.as_ref().map(|tel| whole(tel.as_str()));
    element("tr", "")
        .with(cell(words.service(row.offer.service).into()))
        .with(cell(row.facility.name.as_str().into()))
        .with(cell(number.into()))
        .with(cell(sentence(&until)))
        .view()
}
