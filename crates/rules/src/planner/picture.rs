//! Her year as bars: one per service, from the birth on.

use chrono::{Datelike, NaiveDate};

use crate::domain::calendar::days_after;
use crate::domain::plan::{FacilityAnswer, Plan, Status};
use crate::domain::programme::Facility;
use crate::domain::service::Service;

/// Her year.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture<'c> {
    /// The birth, where the picture begins.
    pub from: NaiveDate,
    /// The last day on it.
    pub until: NaiveDate,
    /// The first day of each month on it.
    pub months: Vec<NaiveDate>,
    /// One per service, in the order of the plan.
    pub bars: Vec<Bar<'c>>,
}

/// The time in which a service can be used.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar<'c> {
    /// Which.
    pub service: Service,
    /// Surely.
    pub sure: Option<Span>,
    /// To be confirmed, the corrected age among it.
    pub confirm: Option<Span>,
    /// Days after which facilities end, the first first.
    pub ends: Vec<Tick<'c>>,
}

/// Days from the first to the last, both in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first.
    pub first: NaiveDate,
    /// The last; `None` where no end is printed.
    pub last: Option<NaiveDate>,
}

/// A day on which facilities end.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick<'c> {
    /// The last day.
    pub day: NaiveDate,
    /// Whether it is sure.
    pub is_sure: bool,
    /// They, as printed.
    pub facilities: Vec<&'c Facility>,
}

/// The most days on a picture: two years of bars would leave no month a name.
const LONGEST_DAYS: u16 = 400;
/// What is shown of a bar without an end.
const OPEN_DAYS: u16 = 30;

impl Picture<'_> {
    /// Where a day begins on the picture, in thousandths of its width.
    pub fn place(&self, day: NaiveDate) -> u16 {
        let days = |to: NaiveDate| to.signed_duration_since(self.from).num_days();
        let width = days(self.until).saturating_add(1);
        let place = days(day).saturating_mul(1000).checked_div(width).unwrap_or(0);
        u16::try_from(place.clamp(0, 1000)).unwrap_or(1000)
    }

    /// Where a span begins and ends, in thousandths of the width.
    pub fn places(&self, span: Span) -> (u16, u16) {
        let end = span.last.map_or(1000, |last| self.place(days_after(last, 1)));
        (self.place(span.first), end)
    }
}

/// The picture of a plan for a baby born on `birth`; `None` where no service can be used any more.
pub fn picture<'c>(plan: &'c Plan<'_>, birth: NaiveDate, today: NaiveDate) -> Option<Picture<'c>> {
    if plan.services.iter().all(|service| service.status == Status::Outside) {
        return None;
    }
    let bars: Vec<Bar<'c>> = plan
        .services
        .iter()
        .map(|service| {
            let possible = service.corrected_until.max(service.last_days.possible());
            let has_end = service.last_days.possible().is_some();
            let by_age = service.last_days.sure();
            // Where more than the age is to be asked, no part is sure; where treatment rules it out, none is possible.
            let (sure, confirm) = match service.status {
                Status::Outside if possible.is_none_or(|last| today <= last) => (None, None),
                Status::Confirm if by_age.is_some_and(|sure| today <= sure) => {
                    (None, Some(Span { first: birth, last: possible.filter(|_| has_end) }))
                }
                _ => spans(birth, by_age, possible.filter(|_| has_end)),
            };
            let rows = plan.facilities.iter().filter(|row| row.offer.service == service.service());
            Bar { service: service.service(), sure, confirm, ends: ends(rows) }
        })
        .collect();
    let ends = bars.iter().flat_map(|bar| [bar.sure, bar.confirm]).flatten().map(|span| match span.last {
        Some(last) => last,
        None => days_after(today.max(span.first), OPEN_DAYS),
    });
    let until = ends.max()?.max(today).min(days_after(birth, LONGEST_DAYS).max(today));
    Some(Picture { from: birth, until, months: months(birth, until), bars })
}

/// The sure and the other part of a time from `birth` on.
fn spans(birth: NaiveDate, sure: Option<NaiveDate>, possible: Option<NaiveDate>) -> (Option<Span>, Option<Span>) {
    let sure = sure.filter(|sure| birth <= *sure);
    let rest = sure.map_or(birth, |sure| days_after(sure, 1));
    let confirm = match possible {
        Some(possible) if possible < rest => None,
        last => Some(Span { first: rest, last }),
    };
    (sure.map(|last| Span { first: birth, last: Some(last) }), confirm)
}

/// The days on which rows end, the first first.
fn ends<'c, 'p: 'c>(rows: impl Iterator<Item = &'c FacilityAnswer<'p>>) -> Vec<Tick<'c>> {
    let mut ends: Vec<Tick<'c>> = Vec::new();
    for row in rows {
        let (sure, possible) = (row.last_days.sure(), row.last_days.possible());
        let Some(day) = possible.or(sure) else { continue };
        let is_sure = sure == Some(day) && row.status != Status::Confirm;
        let same = ends.iter_mut().find(|tick| tick.day == day && tick.is_sure == is_sure);
        match same {
            Some(tick) => tick.facilities.push(row.facility),
            None => {
                let place = ends.iter().position(|other| day < other.day).unwrap_or(ends.len());
                ends.insert(place, Tick { day, is_sure, facilities: vec![row.facility] });
            }
        }
    }
    ends
}

/// The first days of the months after `from`, up to `until`.
fn months(from: NaiveDate, until: NaiveDate) -> Vec<NaiveDate> {
    let mut months = Vec::new();
    let (mut year, mut month) = (from.year(), from.month());
    loop {
        (year, month) = if month == 12 { (year.saturating_add(1), 1) } else { (year, month.saturating_add(1)) };
        match NaiveDate::from_ymd_opt(year, month, 1) {
            Some(first) if first <= until => months.push(first),
            _ => return months,
        }
    }
}
