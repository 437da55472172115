//! The plan on paper: two pages at most, with what is still possible, her uses and their dates, the phones and a code back.

use super::Case;
use super::code::code;
use super::facilities::in_order;
use super::outcome::Outcome;
use super::paper::{LINE, PAGE, Row, headed, lines};
use super::picture;
use super::services::corrected;
use super::share::moving_link;
use super::summary;
use crate::browser::Session;
use crate::domain::Programme;
use crate::domain::plan::{FacilityAnswer, ServiceAnswer, Status};
use crate::domain::situation::PlannedUse;
use crate::planner::{Standing, Step, day, possible_day, row_of_use, steps};
use crate::ui::markup::{Markup, element};
use crate::ui::sentences::paragraph;
use crate::words::japanese;

/// How wide the columns are, in letters of their row; the style has the same widths, and leaves the rest to the last.
const USES: &[usize] = &[9, 12, 16, 30];
const PHONES: &[usize] = &[5, 20, 8, 34];
/// Beside the code.
const SERVICES: usize = 48;
/// What the code and its caption take, and the title.
const CODE: usize = 13 * LINE;
const TITLE: usize = 5 * LINE;
const HEADING: usize = 2 * LINE;
const PICTURE: usize = 10 * LINE;
/// Across the page.
const ACROSS: usize = 60;
const MORE: usize = HEADING + LINE;
const BOTH: usize = 2 * PAGE;

/// The sheet. It is made when the page is printed, and is nowhere else.
pub fn sheet(case: &Case<'_>, programme: &'static Programme, session: Session) -> Markup {
    let words = japanese();
    let (link, keeps_all) = moving_link(programme, session);
    let services = case.plan.services.iter().filter(|service| service.status != Status::Outside);
    let services: Vec<String> = services.map(|service| self::service(service, case)).collect();
    let uses = case.situation.planned.iter().enumerate().map(|(place, planned)| planned_use(place, planned, case));
    let uses: Vec<Row> = uses.collect();
    let offices: Vec<String> = case.plan.programme.contacts.iter().map(|office| words.office(office)).collect();

    let beside =
        services.iter().fold(TITLE, |sum, said| sum.saturating_add(lines(said, SERVICES).saturating_mul(LINE)));
    let outcome = (!uses.is_empty()).then(|| Outcome::of(case));
    let sums = outcome.as_ref().map_or(0, |outcome| outcome.height(ACROSS).saturating_add(HEADING));
    let planned = uses.iter().fold(sums, Row::after);
    let asked = offices.len().saturating_mul(LINE).saturating_add(HEADING);
    let mut before = beside.max(CODE).saturating_add(planned).saturating_add(asked);
    let with_picture = before.saturating_add(PICTURE);
    let picture = (with_picture <= PAGE).then(|| picture::paper(case));
    if picture.is_some() {
        before = with_picture;
    }
    let phones = phones(case, before);

    let keeps = element("div", "sheet-code").with(code(&link, words.moving_code()));
    let cut = (!keeps_all).then(|| paragraph("", words.not_all_moved()));
    let (heading, _) = summary::texts(case);
    let said = element("div", "")
        .with(element("h1", "").with(heading))
        .with(services.iter().map(|said| paragraph("", said)).collect::<Vec<Markup>>())
        .with(paragraph("", &words.made_on(case.now.date())));
    let head = element("div", "sheet-head").with(said).with(keeps.with(paragraph("", words.code_caption())).with(cut));
    let planned = (!uses.is_empty()).then(|| headed("sheet-part sheet-uses", words.planned_heading(), uses));
    let sums = outcome.map(Outcome::on_paper);
    let offices: Vec<Markup> = offices.iter().map(|office| paragraph("", office)).collect();
    let ask = element("h2", "").with(words.office_heading(programme));
    element("article", "sheet")
        .with(head)
        .with(picture)
        .with(planned)
        .with(sums)
        .with(element("div", "sheet-keep").with(ask).with(offices))
        .with(phones)
        .view()
}

/// A service in the words of the screen.
fn service(service: &ServiceAnswer<'_>, case: &Case<'_>) -> String {
    let words = japanese();
    if case.is_spent(service.service()) {
        return words.on_paper(&[words.service(service.service()), words.spent()]);
    }
    let until = match service.status {
        Status::NotYet => words.last_day_after_birth().to_owned(),
        _ => words.until_with_year(service.last_days, case.now.date()),
    };
    let later = corrected(service.corrected_until, service.last_days.possible());
    let price = words.amount(service.price.amount);
    let what = words.price_for(service.service(), case.situation.babies, Some(case.situation.household));
    words.on_paper(&[
        words.service(service.service()),
        words.status(service.status),
        &until,
        &later.map(|until| words.corrected_with_year(until)).unwrap_or_default(),
        &words.price_on_paper(&what, &price),
        &service.remaining.map(|remaining| words.left(remaining)).unwrap_or_default(),
    ])
}

/// A use with its day, its place and its dates.
fn planned_use(place: usize, planned: &PlannedUse, case: &Case<'_>) -> Row {
    let words = japanese();
    let date = |step: &Step| {
        let passed = if step.standing == Standing::Passed { words.passed() } else { "" };
        [words.what(step.what), " ", &words.deadline_with_year(&step.deadline), passed].concat()
    };
    let today = case.now.date();
    let answer = day(place, &case.situation, &case.plan, today);
    let doubts = answer.iter().flat_map(|answer| &answer.doubts).map(|doubt| words.day_doubt_with_year(doubt, today));
    let is_possible = possible_day(place, &case.situation, &case.plan, today).is_some();
    let dates = if is_possible { steps(&case.plan, Some(place), case.now) } else { Vec::new() };
    let dates: Vec<String> = doubts.chain(dates.iter().map(date)).collect();
    let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
    let facility = row_of_use(planned, &case.plan).map(|row| words.facility_and_phone(row.facility));
    let cells = [
        words.planned_use(place.saturating_add(1), planned.wanted.service, planned.wanted.length),
        planned.date.map(|day| words.date_with_year(day)).unwrap_or_default(),
        facility.unwrap_or_else(|| words.anywhere().to_owned()),
        words.on_paper(&dates),
    ];
    Row::new(cells, USES)
}

/// The facilities that are still possible, as many as two pages hold after what stands `before` them.
fn phones(case: &Case<'_>, before: usize) -> Markup {
    let words = japanese();
    let possible = case.plan.facilities.iter().filter(|row| row.status != Status::Outside);
    let possible: Vec<&FacilityAnswer<'_>> = possible.filter(|row| !case.is_spent(row.offer.service)).collect();
    if possible.is_empty() {
        return Markup::Nothing;
    }
    let all = possible.iter().map(|row| phone(row, case)).collect::<Vec<Row>>().iter().fold(HEADING, Row::after);
    let (class, room) = if before.saturating_add(all) <= PAGE {
        ("sheet-part sheet-phones", PAGE)
    } else if before <= PAGE {
        // A page of their own, rather than a few rows of them alone on the second.
        ("sheet-part sheet-phones sheet-next", PAGE)
    } else {
        ("sheet-part sheet-phones", BOTH.saturating_sub(before))
    };
    let mut left = room.saturating_sub(if all <= room { 0 } else { MORE });
    // Where she plans to go, then the nearest to what she wants.
    let is_planned = |row: &FacilityAnswer<'_>| {
        case.situation
            .planned
            .iter()
            .any(|planned| row_of_use(planned, &case.plan).is_some_and(|one| core::ptr::eq(one, row)))
    };
    let ranked = in_order(possible.iter().copied(), case.wish);
    let (planned, others): (Vec<_>, Vec<_>) = ranked.into_iter().partition(|row| is_planned(row));
    let kept: Vec<&FacilityAnswer<'_>> = planned
        .into_iter()
        .chain(others)
        .map_while(|row| {
            left = left.checked_sub(phone(row, case).height())?;
            Some(row)
        })
        .collect();
    let rows = possible.iter().filter(|row| kept.iter().any(|one| core::ptr::eq(*one, **row)));
    let rows: Vec<Row> = rows.map(|row| phone(row, case)).collect();
    let more = possible.len().saturating_sub(rows.len());
    let more = (more > 0).then(|| paragraph("", &words.more_facilities(more)));
    element("div", "").with(headed(class, words.facilities_heading(), rows)).with(more).view()
}

/// A facility in the words of the screen, with what it asks for.
fn phone(row: &FacilityAnswer<'_>, case: &Case<'_>) -> Row {
    let words = japanese();
    let until = match row.status {
        Status::NotYet => row.offer.limit.as_ref().map(|limit| limit.phrase.clone()).unwrap_or_default(),
        _ => words.until_with_year(row.last_days, case.now.date()),
    };
    let later = corrected(row.corrected_until, row.last_days.possible());
    let later = later.map(|until| words.corrected_with_year(until)).unwrap_or_default();
    let mut said = vec![words.status(row.status), &until, &later];
    said.extend(row.unsettled.iter().map(|condition| condition.text.as_str()));
    let tel = row.facility.tel.as_ref().map(|tel| tel.as_str().to_owned()).unwrap_or_default();
    let service = words.service(row.offer.service).to_owned();
    Row::new([service, row.facility.name.clone(), tel, words.on_paper(&said)], PHONES)
}
