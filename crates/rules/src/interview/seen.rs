//! What a plan said when she last saw it, as one short text, and what it says otherwise now.
//!
//! A digit of base 64 for the version, six that stand for the answers, then sixteen for each service: which, its status,
//! its last days, its price.

use chrono::{Days, NaiveDate};

use super::record::digits;
use super::record::layout::{FIRST_DATE, SERVICES};
use crate::domain::age::LastDays;
use crate::domain::money::{Amount, Yen};
use crate::domain::plan::{Plan, ServiceAnswer, Status};
use crate::domain::service::Service;

const VERSION: char = '1';
const ANSWERS: usize = 6;
const STATUSES: [Status; 4] = [Status::NotYet, Status::Within, Status::Confirm, Status::Outside];

/// How many digits a value has; 0 stands for none.
mod width {
    pub const DATE: usize = 3;
    pub const YEN: usize = 4;
    pub const ROW: usize = 2 + 2 * DATE + 2 * YEN;
}

/// Something that the sources say otherwise than when she last saw her plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// A service that was not there.
    New(Service),
    /// A service that is there no more.
    Gone(Service),
    /// Another status, though no day has passed that explains it.
    Status(Service, [Status; 2]),
    /// Other last days: the very last one before, where any was known, and those now.
    LastDays(Service, Option<NaiveDate>, LastDays),
    /// Another price: before and now.
    Price(Service, [Amount; 2]),
}

/// What an earlier text says of the plan now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Compared {
    /// Nothing: there is none, it is damaged, or it was of other answers.
    Other,
    /// A newer version wrote it: it is to be left alone.
    Newer,
    /// What is otherwise now; none where all is the same.
    Same(Vec<Change>),
}

/// The text of a plan for the answers of a record.
pub fn write(record: &str, plan: &Plan<'_>) -> String {
    let mut text = String::from(VERSION);
    text.push_str(of_answers(record));
    for service in &plan.services {
        Row::of(service).write(&mut text);
    }
    text
}

/// Compares what an earlier text says with the plan for the answers of a record, on a day.
pub fn compare(before: &str, record: &str, plan: &Plan<'_>, today: NaiveDate) -> Compared {
    let Some(rest) = before.strip_prefix(VERSION) else {
        return if before.is_empty() { Compared::Other } else { Compared::Newer };
    };
    let Some(rows) = rest.strip_prefix(of_answers(record)).and_then(Row::read_all) else { return Compared::Other };
    let mut changes = Vec::new();
    for service in &plan.services {
        match rows.iter().find(|row| row.service == service.service()) {
            Some(before) => before.changes(service, today, &mut changes),
            None => changes.push(Change::New(service.service())),
        }
    }
    let gone = rows.iter().map(|row| row.service);
    let gone = gone.filter(|gone| plan.services.iter().all(|service| service.service() != *gone));
    changes.extend(gone.map(Change::Gone));
    Compared::Same(changes)
}

/// What stands for the answers of a record: its checksum.
fn of_answers(record: &str) -> &str {
    record.rsplit('.').next().filter(|sum| sum.len() == ANSWERS).unwrap_or("AAAAAA")
}

/// A service, as far as it is compared.
struct Row {
    service: Service,
    status: Status,
    sure: Option<NaiveDate>,
    possible: Option<NaiveDate>,
    low: Option<Yen>,
    high: Option<Yen>,
}

impl Row {
    fn of(answer: &ServiceAnswer<'_>) -> Row {
        Row {
            service: answer.service(),
            status: answer.status,
            sure: answer.last_days.sure(),
            possible: answer.last_days.possible(),
            low: answer.price.amount.low(),
            high: answer.price.amount.high(),
        }
    }

    fn write(&self, text: &mut String) {
        let place = |found: Option<usize>| found.and_then(|place| u32::try_from(place).ok()).unwrap_or(0);
        digits::push(text, place(SERVICES.iter().position(|one| *one == self.service)), 1);
        digits::push(text, place(STATUSES.iter().position(|one| *one == self.status)), 1);
        for date in [self.sure, self.possible] {
            let days = date.map(|date| date.signed_duration_since(FIRST_DATE).num_days().saturating_add(1));
            digits::push(text, days.and_then(|days| u32::try_from(days).ok()).unwrap_or(0), width::DATE);
        }
        for yen in [self.low, self.high] {
            digits::push(text, yen.map_or(0, |yen| yen.0.saturating_add(1)), width::YEN);
        }
    }

    fn read_all(text: &str) -> Option<Vec<Row>> {
        let mut rows = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            let (row, after) = rest.split_at_checked(width::ROW)?;
            rows.push(Row::read(row)?);
            rest = after;
        }
        Some(rows)
    }

    fn read(mut row: &str) -> Option<Row> {
        let mut next = |count: usize| {
            let (digits, rest) = row.split_at_checked(count)?;
            row = rest;
            digits::value(digits)
        };
        let service = *SERVICES.get(usize::try_from(next(1)?).ok()?)?;
        let status = *STATUSES.get(usize::try_from(next(1)?).ok()?)?;
        let date = |value: u32| FIRST_DATE.checked_add_days(Days::new(value.checked_sub(1)?.into()));
        let (sure, possible) = (date(next(width::DATE)?), date(next(width::DATE)?));
        let yen = |value: u32| value.checked_sub(1).map(Yen);
        let (low, high) = (yen(next(width::YEN)?), yen(next(width::YEN)?));
        Some(Row { service, status, sure, possible, low, high })
    }

    /// What is otherwise now. A status that another day explains is no change of the rules.
    fn changes(&self, answer: &ServiceAnswer<'_>, today: NaiveDate, into: &mut Vec<Change>) {
        let now = Row::of(answer);
        if (self.sure, self.possible) != (now.sure, now.possible) {
            into.push(Change::LastDays(self.service, self.possible.or(self.sure), answer.last_days));
        } else if self.status != now.status && now.sure.is_none_or(|sure| today <= sure) {
            into.push(Change::Status(self.service, [self.status, now.status]));
        }
        if (self.low, self.high) != (now.low, now.high) {
            into.push(Change::Price(self.service, [self.price(), answer.price.amount]));
        }
    }

    fn price(&self) -> Amount {
        match (self.low, self.high) {
            (Some(low), Some(high)) => Amount::between(low, high),
            (None, Some(high)) => Amount::at_most(high),
            _ => Amount::UNKNOWN,
        }
    }
}
