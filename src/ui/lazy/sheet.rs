//! The plan on paper: two pages at most, with what is still possible, her uses and their dates, the phones and a code back.

use super::code::code;
use super::outcome::Outcome;
use super::paper::{BOTH, HEADING, LINE, PAGE, Row, headed, laid_out};
use super::picture;
use super::services::extras_of;
use super::share::moving_link;
use crate::browser::Session;
use crate::domain::Programme;
use crate::domain::money::Amount;
use crate::domain::plan::{FacilityAnswer, ServiceAnswer, Status};
use crate::domain::programme::Booking;
use crate::domain::uses::PlannedUse;
use crate::planner::{Standing, Step, day, next_application, pregnancy, row_of_use, steps};
use crate::reading::{self, rows_on_paper, services_on_paper, steps_on_paper};
use crate::ui::markup::{Markup, element};
use crate::ui::result::Case;
use crate::ui::result::dates::corrected;
use crate::ui::result::facilities::wanted;
use crate::ui::sentences::{headline, paragraph};
use crate::words::japanese;

/// How wide the columns are, in letters of their row; the style has the same widths, and leaves the rest to the last.
const USES: &[usize] = &[9, 12, 16, 30];
const PHONES: &[usize] = &[5, 20, 8, 34];
/// Beside the code.
const SERVICES: usize = 48;
/// Across the page.
const ACROSS: usize = 60;
/// What the code and its caption take, and the title.
const CODE: usize = 13 * LINE;
const TITLE: usize = 5 * LINE;
const PICTURE: usize = 9 * LINE;
/// The line that says how many more there are.
const MORE: usize = LINE;

/// The sheet. It is made when the page is printed, and is nowhere else.
pub fn sheet(case: &Case<'_>, programme: &'static Programme, session: Session) -> Markup {
    let words = japanese();
    let (link, keeps_all) = moving_link(programme, session);
    let services = services_on_paper(case).map(|service| self::service(service, case));
    let services: Vec<String> = services.chain(application(case)).collect();
    let uses = case.situation.planned.iter().enumerate().map(|(place, planned)| planned_use(place, planned, case));
    let mut uses: Vec<Row> = uses.collect();
    let outcome = (!uses.is_empty()).then(|| Outcome::of(case));
    let offices: Vec<String> = case.plan.programme.contacts.iter().map(|office| words.office(office)).collect();

    let beside = services
        .iter()
        .fold(TITLE, |sum, said| sum.saturating_add(words.lines_on_paper(said, SERVICES).saturating_mul(LINE)));
    let head = beside.max(CODE);
    let sums = outcome.as_ref().map_or(0, |outcome| outcome.height(ACROSS));
    let asked = offices.len().saturating_mul(LINE).saturating_add(HEADING);
    let heights: Vec<usize> = uses.iter().map(Row::height).collect();
    // Where all that stands before the phones ends, with so many uses.
    let before = |picture: usize, count: usize| {
        let more = if count < heights.len() { MORE } else { 0 };
        let (first, rest) = heights.get(..count).unwrap_or(&[]).split_first().map_or((0, &[][..]), |(f, r)| (*f, r));
        let uses = [HEADING.saturating_add(first)].into_iter().chain(rest.iter().copied()).chain([more, sums]);
        let uses = uses.filter(|_| !heights.is_empty());
        laid_out(0, [head, picture].into_iter().chain(uses).chain([asked]))
    };
    let picture = (before(PICTURE, uses.len()) <= PAGE).then(|| picture::paper(case));
    let of_picture = if picture.is_some() { PICTURE } else { 0 };
    // Two pages hold nearly all that can be planned; what they do not is on the phone.
    let room = BOTH.saturating_sub(HEADING).saturating_sub(MORE);
    let count = (0..=uses.len()).rev().find(|count| before(of_picture, *count) <= room).unwrap_or(0);
    let more = uses.len().saturating_sub(count);
    uses.truncate(count);
    let phones = phones(case, before(of_picture, count));

    let keeps = element("div", "sheet-code").with(code(&link, words.moving_code()));
    let cut = (!keeps_all).then(|| paragraph("", words.not_all_moved()));
    let heading = words.headline(reading::headline(case), programme);
    let said = element("div", "")
        .with(element("h1", "").with(headline(&heading)))
        .with(services.iter().map(|said| paragraph("", said)).collect::<Vec<Markup>>())
        .with(paragraph("", &words.made_on(case.now.date())));
    let head = element("div", "sheet-head").with(said).with(keeps.with(paragraph("", words.code_caption())).with(cut));
    let more = (more > 0).then(|| words.more_uses(more));
    let planned =
        outcome.is_some().then(|| headed("sheet-part sheet-uses", words.planned_heading(), uses, more, &names(case)));
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
        _ => words.until_with_year(service.last_days, service.corrected_until, case.today()),
    };
    let later = corrected(service.corrected_until, service.last_days.possible(), case.today());
    let price = words.amount(service.price.amount);
    let household = (service.price.amount != Amount::UNKNOWN).then_some(case.situation.household);
    let what = words.price_for(service.service(), case.situation.babies, household);
    // What she plans has its extras beside the total.
    let is_planned = case.situation.planned.iter().any(|planned| planned.wanted.service == service.service());
    let extras = if is_planned { Vec::new() } else { extras_of(Some(service.service()), case) };
    words.on_paper(&[
        words.service(service.service()),
        if case.comes_too_late(service) { words.in_time() } else { words.status(service.status) },
        &until,
        &later.map(|until| words.corrected_with_year(until)).unwrap_or_default(),
        if case.comes_too_late(service) { words.may_be_too_late() } else { "" },
        &words.price_on_paper(&what, &price),
        &words.on_paper(&extras.iter().map(String::as_str).collect::<Vec<&str>>()),
        &service.remaining.map(|remaining| words.left(remaining)).unwrap_or_default(),
    ])
}

/// From when and by when she can apply.
fn application(case: &Case<'_>) -> Vec<String> {
    let (words, today) = (japanese(), case.now.date());
    let Some(rules) = case.plan.rules.filter(|_| case.in_reach()) else { return Vec::new() };
    let before = pregnancy(case.situation.baby, &rules.application.value, today);
    let mut said = before.map(|before| words.pregnancy_with_year(&before)).unwrap_or_default();
    let dates = steps(&case.plan, None, case.now);
    said.extend(dates.iter().map(|date| words.application_with_year(date.what, &date.deadline, today)));
    let next = next_application(&case.plan, &case.situation, today);
    said.extend(next.map(|(aim, deadline)| words.apply_by_with_year(&deadline, aim)));
    said.retain(|said| !said.is_empty());
    said
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
    let doubts = answer.iter().flat_map(|answer| &answer.doubts).map(|doubt| {
        let at_facility = reading::settled_at_facility(case, planned.wanted.service, doubt);
        words.day_doubt_with_year(doubt, &words.whom_settles(at_facility, case.plan.programme), today)
    });
    let dates: Vec<String> = doubts.chain(steps_on_paper(case, place).iter().map(date)).collect();
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
    let possible = rows_on_paper(case, wanted(case.wish));
    if possible.is_empty() {
        return Markup::Nothing;
    }
    let heights: Vec<usize> = possible.iter().map(|(row, _)| phone(row, case).height()).collect();
    // Where those end that are kept, after what ends at `from`.
    let ends = |from: usize, kept: &dyn Fn(usize) -> bool| {
        let mut heights = heights.iter().enumerate().filter(|(place, _)| kept(*place)).map(|(_, height)| *height);
        let first = HEADING.saturating_add(heights.next().unwrap_or(0));
        laid_out(from, [first].into_iter().chain(heights))
    };
    let on_one = ends(before, &|_| true) <= PAGE;
    // A page of their own, rather than a few rows of them alone on the second.
    let own = !on_one && before <= PAGE && ends(PAGE, &|_| true) <= BOTH;
    let class = if own { "sheet-part sheet-phones sheet-next" } else { "sheet-part sheet-phones" };
    let mut kept = vec![own || ends(before, &|_| true) <= BOTH; possible.len()];
    for rank in 0..possible.len() {
        let Some(place) = possible.iter().position(|(_, of)| *of == rank) else { continue };
        let with = |other: usize| other == place || kept.get(other).copied().unwrap_or(false);
        if ends(before, &with).saturating_add(MORE) > BOTH {
            break;
        }
        if let Some(kept) = kept.get_mut(place) {
            *kept = true;
        }
    }
    let rows = possible.iter().zip(&kept).filter(|(_, kept)| **kept).map(|((row, _), _)| phone(row, case));
    let rows: Vec<Row> = rows.collect();
    let more = possible.len().saturating_sub(rows.len());
    let more = (more > 0).then(|| words.more_facilities(more));
    headed(class, words.facilities_heading(), rows, more, &names(case))
}

/// Every facility's name.
fn names<'c>(case: &'c Case<'_>) -> Vec<&'c str> {
    case.plan.facilities.iter().map(|row| row.facility.name.as_str()).collect()
}

/// A facility in the words of the screen, with what it asks for.
fn phone(row: &FacilityAnswer<'_>, case: &Case<'_>) -> Row {
    let words = japanese();
    let until = match row.status {
        Status::NotYet => row.offer.limit.as_ref().map(|limit| limit.phrase.clone()).unwrap_or_default(),
        _ => words.until_with_year(row.last_days, row.corrected_until, case.today()),
    };
    let later = corrected(row.corrected_until, row.last_days.possible(), case.today());
    let later = later.map(|until| words.corrected_with_year(until)).unwrap_or_default();
    let (state, late) = match case.too_late_there(row) {
        Some(_) => (words.in_time(), words.may_be_too_late()),
        None => (words.status(row.status), ""),
    };
    let booking: Vec<&str> = row.offer.booking.iter().map(|way| words.booking(*way)).collect();
    let by_phone = booking.is_empty() || row.offer.booking.contains(&Booking::Phone);
    let booking = if by_phone { String::new() } else { words.booking_on_paper(&words.names(&booking)) };
    let mut said = vec![state, &until, &later, late, &booking];
    said.extend(row.unsettled.iter().map(|condition| condition.text.as_str()));
    let tel = row.facility.tel.as_ref().map(|tel| tel.as_str().to_owned()).unwrap_or_default();
    let service = words.service(row.offer.service).to_owned();
    Row::new([service, row.facility.name.clone(), tel, words.on_paper(&said)], PHONES)
}
