//! Dates to act by: applying, being approved, cancelling, and calling while the phone is answered.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use serde::{Deserialize, Serialize};

use super::business_days::{Certainty, CountedDay, business_days_after, business_days_before, is_day_off, last_start};
use super::calendar::{days_after, days_before};
use super::clock::ClockTime;
use super::holidays::is_year_end;
use super::phone::{PhoneHours, PhoneNow, PhoneState};

/// Applying to the municipality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Application {
    /// From this week of pregnancy on (妊娠n週0日), where printed.
    pub from_week: Option<Week>,
    /// Business days from the application until she can book, 程度, where printed.
    pub processing: Option<u8>,
    /// How long before a use the application must be in, where printed.
    pub lead: Option<Lead>,
    /// Ways to apply, the usual one first; none where unprinted.
    pub ways: Vec<Via>,
    /// From when a facility takes a booking.
    pub booking_from: BookingFrom,
}

/// A week of pregnancy, 1 to 40, at its day 0. The due date is 40 weeks 0 days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Week(u8);

impl Week {
    const TERM: u8 = 40;

    /// # Errors
    /// Where `week` is 0 or above 40.
    pub fn new(week: u8) -> Result<Week, &'static str> {
        if (1..=Self::TERM).contains(&week) { Ok(Week(week)) } else { Err("1 to 40 weeks") }
    }

    /// The number of weeks, 1 to 40.
    pub fn get(self) -> u8 {
        self.0
    }

    /// The day on which it begins, where the baby is due on `due`.
    pub fn begins(self, due: NaiveDate) -> NaiveDate {
        days_before(due, u16::from(Self::TERM.saturating_sub(self.0)).saturating_mul(7))
    }
}

impl TryFrom<u8> for Week {
    type Error = &'static str;
    fn try_from(week: u8) -> Result<Week, &'static str> {
        Week::new(week)
    }
}

impl From<Week> for u8 {
    fn from(week: Week) -> u8 {
        week.0
    }
}

/// How long before a use an application must be in; the day itself is in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lead {
    /// Business days, for each use, to the facility.
    BusinessDaysToFacility(u8),
    /// Calendar days, online; later at the counter.
    CalendarDaysOnline(u8),
}

/// The way in which something is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Via {
    /// オンライン.
    Online,
    /// 窓口.
    Counter,
    /// At the facility.
    Facility,
    /// 電話.
    Phone,
}

/// From when a facility takes a booking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BookingFrom {
    /// Once she is approved.
    Approval,
    /// Once she is approved and the baby is born.
    Birth,
    /// Not printed.
    Unprinted,
}

/// Cancelling in time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cancellation {
    /// The clock time on the day before.
    pub time: ClockTime,
    /// Whether the moment itself is in time.
    pub boundary: Boundary,
    /// The way, where printed.
    pub via: Option<Via>,
    /// What holds where the day before is a day off.
    pub day_off: DayOff,
    /// What a late one costs, in our words.
    pub consequence: String,
}

/// Whether a moment itself is in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Boundary {
    /// 「10時まで」.
    Inclusive,
    /// 「11時以降は…」 costs.
    Exclusive,
}

/// What holds where the day before a use is a day off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DayOff {
    /// Nothing else is printed.
    SameRule,
    /// 「前日が休みの場合は前々日まで」; no hour is printed, nor whose day off is meant.
    DayBeforeThat,
}

/// A date or a moment to act by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum At {
    /// A day, to its end.
    Date(NaiveDate),
    /// A wall clock moment, JST.
    Moment(NaiveDateTime),
}

impl At {
    /// The day.
    pub fn date(self) -> NaiveDate {
        match self {
            At::Date(date) => date,
            At::Moment(moment) => moment.date(),
        }
    }
}

/// A deadline with what can be said of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The date or moment.
    pub at: At,
    /// Whether it is itself in time.
    pub boundary: Boundary,
    /// Whether it is an estimate.
    pub certainty: Certainty,
    /// The way, where printed.
    pub via: Option<Via>,
}

impl Application {
    /// Whether the municipality approves her before she can book. Only then does "approved" mean anything.
    pub fn approves_first(&self) -> bool {
        self.booking_from != BookingFrom::Unprinted
    }

    /// When an application made on `today` is through, where that is printed. Always an estimate (程度).
    pub fn ready_about(&self, today: NaiveDate) -> Option<NaiveDate> {
        self.processing.map(|days| business_days_after(today, days).date)
    }

    /// The day on which an application that begins on `today` is made: where it goes by a facility's phone that is closed, the
    /// day on which that is next answered, and else today. `phone` is the facility's.
    pub fn made_on(&self, today: NaiveDate, phone: PhoneNow) -> NaiveDate {
        let is_closed = phone.state == PhoneState::Closed;
        let by_phone = matches!(self.lead, Some(Lead::BusinessDaysToFacility(_)));
        let answered = phone.changes_at.filter(|_| is_closed && by_phone);
        answered.map_or(today, |answered| answered.date())
    }

    /// The earliest day of use of one who applies on `today`, where anything is printed.
    pub fn earliest_use(&self, today: NaiveDate) -> Option<CountedDay> {
        match (self.lead, self.processing) {
            (Some(Lead::CalendarDaysOnline(days)), _) => {
                Some(CountedDay { date: days_after(today, u16::from(days)), certainty: Certainty::Sure })
            }
            (Some(Lead::BusinessDaysToFacility(days)), _) => Some(first_use_in_time(today, days)),
            (None, Some(days)) => {
                Some(CountedDay { date: business_days_after(today, days).date, certainty: Certainty::About })
            }
            (None, None) => None,
        }
    }

    /// The last day on which to apply for a use that begins on `date`, where that is printed or can be estimated.
    pub fn apply_by(&self, date: NaiveDate) -> Option<Deadline> {
        let (counted, via) = match (self.lead, self.processing) {
            (Some(Lead::CalendarDaysOnline(days)), _) => {
                let date = days_before(date, u16::from(days));
                (CountedDay { date, certainty: Certainty::Sure }, Some(Via::Online))
            }
            (Some(Lead::BusinessDaysToFacility(days)), _) => (business_days_before(date, days), Some(Via::Facility)),
            (None, Some(days)) => {
                let date = last_start(date, days).date;
                (CountedDay { date, certainty: Certainty::About }, self.ways.first().copied())
            }
            (None, None) => return None,
        };
        Some(Deadline { at: At::Date(counted.date), boundary: Boundary::Inclusive, certainty: counted.certainty, via })
    }
}

/// The first day after `today` whose `lead` business days before it have not begun by `today`, which counts as one.
fn first_use_in_time(today: NaiveDate, lead: u8) -> CountedDay {
    let last_of_lead = business_days_after(days_before(today, 1), lead);
    CountedDay { date: days_after(last_of_lead.date.max(today), 1), ..last_of_lead }
}

impl Cancellation {
    /// Until when a use that begins on `date` can be cancelled without loss.
    pub fn cancel_by(&self, date: NaiveDate) -> Deadline {
        let before = days_before(date, 1);
        let about = if is_year_end(before) { Certainty::About } else { Certainty::Sure };
        if self.day_off == DayOff::DayBeforeThat && is_day_off(before) {
            return Deadline {
                at: At::Date(days_before(date, 2)),
                boundary: Boundary::Inclusive,
                certainty: Certainty::About,
                via: self.via,
            };
        }
        Deadline { at: At::Moment(self.time.on(before)), boundary: self.boundary, certainty: about, via: self.via }
    }

    /// The last moment at which a call about a use on `date` is surely answered, where that lies before
    /// [`Cancellation::cancel_by`].
    pub fn call_by(&self, date: NaiveDate, hours: Option<&PhoneHours>) -> Option<Deadline> {
        let cancel_by = self.cancel_by(date);
        if let Some(hours) = hours {
            return call_by(cancel_by, hours);
        }
        let before = days_before(date, 1);
        let is_doubtful = is_year_end(before) || (self.day_off == DayOff::DayBeforeThat && is_day_off(before));
        is_doubtful.then(|| Deadline {
            at: At::Moment(self.time.on(business_days_before(before, 1).date)),
            boundary: self.boundary,
            certainty: Certainty::About,
            via: self.via,
        })
    }
}

/// The last closing time before a deadline at which the phone is not surely answered; absent where it is.
pub fn call_by(deadline: Deadline, hours: &PhoneHours) -> Option<Deadline> {
    let (limit, state) = match deadline.at {
        At::Date(date) => {
            if hours.answers_on(date) {
                return None;
            }
            (date.and_time(NaiveTime::MIN), state_of_day(hours, date))
        }
        At::Moment(moment) => {
            let just_before = moment.checked_sub_signed(TimeDelta::minutes(1)).unwrap_or(moment);
            if hours.state(just_before) == PhoneState::Open {
                return None;
            }
            (moment, hours.state(just_before))
        }
    };
    hours.last_closing(limit).map(|closing| {
        // Over the year's end the sources are silent, whatever the last day of it says.
        let meets_year_end = closing.date().iter_days().take_while(|day| *day <= limit.date()).any(is_year_end);
        let is_sure = deadline.certainty == Certainty::Sure && state == PhoneState::Closed && !meets_year_end;
        Deadline {
            at: At::Moment(closing),
            boundary: Boundary::Exclusive,
            certainty: if is_sure { Certainty::Sure } else { Certainty::About },
            via: Some(Via::Phone),
        }
    })
}

/// The state that a day without sure hours has at best.
fn state_of_day(hours: &PhoneHours, date: NaiveDate) -> PhoneState {
    hours.intervals(date).next().map_or(PhoneState::Closed, |interval| hours.state(interval.open.on(date)))
}
