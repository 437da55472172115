//! A plan as JSON.

use chrono::{NaiveDate, NaiveDateTime};
use sango_navi::domain::age::LastDays;
use sango_navi::domain::business_days::Certainty;
use sango_navi::domain::deadlines::{At, Boundary, Via};
use sango_navi::domain::phone::PhoneState;
use sango_navi::domain::plan::{CostAnswer, DateAnswer, FacilityAnswer, Plan, ServiceAnswer, Status, What};
use sango_navi::domain::programme::{Booking, Rules};
use sango_navi::domain::quota::{self, Count, Fit, Pool, Unit};
use sango_navi::domain::service::Service;
use sango_navi::domain::situation::Situation;
use sango_navi::words::Words;
use serde::{Serialize, Serializer};

/// The contract's plan.
#[derive(Serialize)]
pub struct Answer<'a> {
    municipality: &'a str,
    services: Vec<ServiceRow<'a>>,
    facilities: Vec<FacilityRow<'a>>,
    cost: Option<CostRow<'a>>,
    quota: QuotaRow,
    dates: Vec<DateRow>,
    notes: Vec<NoteRow>,
}

#[derive(Serialize)]
struct ServiceRow<'a> {
    service: &'static str,
    id: &'static str,
    name: &'a str,
    status: &'static str,
    sure_until: Option<Day>,
    possible_until: Option<Day>,
    corrected_until: Option<Day>,
    usable_from: Option<Day>,
    remaining: Option<u16>,
    limit: Option<u16>,
    unit: Option<&'static str>,
    price: PriceRow,
}

#[derive(Serialize)]
struct PriceRow {
    yen: Option<u32>,
    yen_from: Option<u32>,
    yen_to: Option<u32>,
    why_unknown: Option<String>,
}

#[derive(Serialize)]
struct FacilityRow<'a> {
    id: &'a str,
    name: &'a str,
    service: &'static str,
    status: &'static str,
    sure_until: Option<Day>,
    possible_until: Option<Day>,
    corrected_until: Option<Day>,
    tel: Option<&'a str>,
    booking: Vec<&'static str>,
    phone_now: &'static str,
    changes_at: Option<Moment>,
    conditions: Vec<&'a str>,
}

#[derive(Serialize)]
struct CostRow<'a> {
    #[serde(flatten)]
    price: PriceRow,
    extras: Vec<&'a str>,
}

#[derive(Serialize)]
struct QuotaRow {
    within_limit: Option<bool>,
    counted: Counted,
    counters: Vec<CounterRow>,
}

/// One limit, and what of it is used and planned.
#[derive(Serialize)]
struct CounterRow {
    /// Its services, joined by `+`.
    id: String,
    counted: CountRow,
    limit: u16,
    /// Beyond this it is no; `null` where it is to be asked.
    at_most: Option<u16>,
}

#[derive(Serialize)]
struct CountRow {
    low: u16,
    /// `null` where it can't be said.
    high: Option<u16>,
}

#[derive(Serialize)]
struct Counted {
    stay: u16,
    day: u16,
    visit: u16,
    total: u16,
}

#[derive(Serialize)]
struct DateRow {
    what: &'static str,
    service: Option<&'static str>,
    planned: Option<usize>,
    at: AtRow,
    inclusive: bool,
    about: bool,
    via: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum AtRow {
    Date(Day),
    Moment(Moment),
}

#[derive(Serialize)]
struct NoteRow {
    id: String,
    text: String,
}

/// A date as `2026-12-01`.
struct Day(NaiveDate);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// A moment as `2026-12-01T10:00`.
struct Moment(NaiveDateTime);

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0.format("%Y-%m-%dT%H:%M"))
    }
}

impl<'a> Answer<'a> {
    /// The plan with its notes in the words of a language, as they are told on `today`.
    pub fn new(plan: &'a Plan<'a>, situation: &Situation, words: &dyn Words, today: NaiveDate) -> Answer<'a> {
        let row = |note| NoteRow { id: words.note_id(note), text: words.note(note, plan, today) };
        let notes = plan.notes.iter().map(row);
        Answer {
            municipality: &plan.programme.id,
            services: plan.services.iter().map(|answer| service_row(answer, plan, words)).collect(),
            facilities: plan.facilities.iter().map(facility_row).collect(),
            cost: plan.cost.as_ref().map(|cost| cost_row(cost, plan, words)),
            quota: quota_row(plan, situation),
            dates: plan.dates.iter().map(date_row).collect(),
            notes: notes.collect(),
        }
    }
}

fn service_row<'a>(answer: &ServiceAnswer<'a>, plan: &Plan<'_>, words: &dyn Words) -> ServiceRow<'a> {
    ServiceRow {
        service: service(answer.service()),
        id: service(answer.service()),
        name: &answer.rules.name,
        status: status(answer.status),
        sure_until: sure(answer.last_days),
        possible_until: possible(answer.last_days),
        corrected_until: answer.corrected_until.map(Day),
        usable_from: answer.usable_from.map(|earliest| Day(earliest.day.date)),
        remaining: answer.remaining.map(|remaining| remaining.left),
        limit: answer.remaining.map(|remaining| remaining.limit),
        unit: answer.remaining.map(|remaining| match remaining.unit {
            Unit::Day => "day",
            Unit::Use => "use",
            Unit::Hour => "hour",
        }),
        price: price_row(&answer.price, plan, words),
    }
}

fn price_row(price: &sango_navi::domain::plan::PriceAnswer, plan: &Plan<'_>, words: &dyn Words) -> PriceRow {
    let reasons: Vec<String> =
        price.unknown.iter().map(|unknown| words.unknown_price(*unknown, plan.programme)).collect();
    PriceRow {
        yen: price.amount.exact_yen().map(|yen| yen.0),
        yen_from: price.amount.low().map(|yen| yen.0),
        yen_to: price.amount.high().map(|yen| yen.0),
        why_unknown: (!reasons.is_empty()).then(|| reasons.join(" ")),
    }
}

fn facility_row<'a>(answer: &FacilityAnswer<'a>) -> FacilityRow<'a> {
    FacilityRow {
        id: &answer.facility.id,
        name: &answer.facility.name,
        service: service(answer.offer.service),
        status: status(answer.status),
        sure_until: sure(answer.last_days),
        possible_until: possible(answer.last_days),
        corrected_until: answer.corrected_until.map(Day),
        tel: answer.facility.tel.as_ref().map(|tel| tel.as_str()),
        booking: answer.offer.booking.iter().map(|way| booking(*way)).collect(),
        phone_now: match answer.phone.state {
            PhoneState::Open => "open",
            PhoneState::Closed => "closed",
            PhoneState::Confirm => "confirm",
            PhoneState::NoPhoneBooking => "no_phone_booking",
        },
        changes_at: answer.phone.changes_at.map(Moment),
        conditions: answer.unsettled.iter().map(|condition| condition.text.as_str()).collect(),
    }
}

fn cost_row<'a>(cost: &CostAnswer<'a>, plan: &Plan<'_>, words: &dyn Words) -> CostRow<'a> {
    CostRow {
        price: price_row(&cost.price, plan, words),
        extras: cost.extras.iter().map(|extra| extra.text.as_str()).collect(),
    }
}

fn quota_row(plan: &Plan<'_>, situation: &Situation) -> QuotaRow {
    let quota = &plan.quota;
    let [stay, day, visit] = quota.counted;
    let counters = plan.rules.map(|rules| rules.pools.iter().map(|pool| counter_row(&pool.value, rules, situation)));
    QuotaRow {
        within_limit: match quota.fit {
            Fit::Within => Some(true),
            Fit::Confirm => None,
            Fit::Beyond => Some(false),
        },
        counted: Counted { stay, day, visit, total: quota.total() },
        counters: counters.map(Iterator::collect).unwrap_or_default(),
    }
}

fn counter_row(pool: &Pool, rules: &Rules, situation: &Situation) -> CounterRow {
    let uses = situation.used.iter().chain(situation.planned.iter().map(|planned| &planned.wanted));
    let count = quota::sum(pool, rules.late_cancellation, uses);
    let limit = pool.limit(situation.babies);
    CounterRow {
        id: pool.services.iter().map(service).collect::<Vec<_>>().join("+"),
        counted: CountRow { low: count.low, high: count.high },
        limit,
        // One more than the limit is refused where the limit is the most.
        at_most: (pool.fit(one_beyond(limit), situation.babies) == Fit::Beyond).then_some(limit),
    }
}

fn one_beyond(limit: u16) -> Count {
    let beyond = limit.saturating_add(1);
    Count { low: beyond, careful: beyond, high: Some(beyond) }
}

fn date_row(answer: &DateAnswer) -> DateRow {
    DateRow {
        what: match answer.what {
            What::ApplyFrom => "apply_from",
            What::ApplyBy => "apply_by",
            What::CancelBy => "cancel_by",
            What::ApplyCallBy | What::CancelCallBy => "call_by",
            What::ReadyAbout => "ready_about",
            What::EarliestUse => "earliest_use",
        },
        service: answer.service.map(service),
        planned: answer.planned,
        at: match answer.deadline.at {
            At::Date(date) => AtRow::Date(Day(date)),
            At::Moment(moment) => AtRow::Moment(Moment(moment)),
        },
        inclusive: answer.deadline.boundary == Boundary::Inclusive,
        about: answer.deadline.certainty == Certainty::About,
        via: answer.deadline.via.map(|via| match via {
            Via::Online => "online",
            Via::Counter => "counter",
            Via::Facility => "facility",
            Via::Phone => "phone",
        }),
    }
}

fn sure(days: LastDays) -> Option<Day> {
    days.sure().map(Day)
}

fn possible(days: LastDays) -> Option<Day> {
    days.possible().map(Day)
}

fn status(status: Status) -> &'static str {
    match status {
        Status::NotYet => "not_yet",
        Status::Within => "within",
        Status::Confirm => "confirm",
        Status::Outside => "outside",
    }
}

/// The contract's name of a service.
pub fn service(service: Service) -> &'static str {
    match service {
        Service::Stay => "stay",
        Service::DayCare => "day",
        Service::HomeVisit => "visit",
    }
}

/// The contract's name of a way to book.
pub fn booking(booking: Booking) -> &'static str {
    match booking {
        Booking::Phone => "phone",
        Booking::Web => "web",
        Booking::Line => "line",
        Booking::Mail => "mail",
        Booking::Sms => "sms",
        Booking::InPerson => "in_person",
    }
}
