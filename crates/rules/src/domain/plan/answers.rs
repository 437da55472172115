//! What a plan holds.

use chrono::NaiveDate;

use super::note::{Note, UnknownPrice};
use crate::domain::age::{LastDays, Verdict};
use crate::domain::business_days::{Certainty, CountedDay};
use crate::domain::deadlines::Deadline;
use crate::domain::money::Amount;
use crate::domain::phone::PhoneNow;
use crate::domain::programme::{Condition, Extra, Facility, Offer, Programme, Rules, ServiceRules};
use crate::domain::quota::{Fit, Remaining};
use crate::domain::service::Service;

/// Everything the sources say to her.
///
/// It borrows from the programme: names, phones and texts are the rule file's.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan<'p> {
    /// Under which programme.
    pub programme: &'p Programme,
    /// The rules that hold today; absent for an association and on a day in no period.
    pub rules: Option<&'p Rules>,
    /// One per service offered.
    pub services: Vec<ServiceAnswer<'p>>,
    /// One per facility and service, by service, then as printed.
    pub facilities: Vec<FacilityAnswer<'p>>,
    /// What she plans costs; absent where nothing is planned.
    pub cost: Option<CostAnswer<'p>>,
    /// Whether what she used and plans fits the limits.
    pub quota: QuotaAnswer,
    /// One per planned use.
    pub planned: Vec<PlannedAnswer>,
    /// Dates to act by.
    pub dates: Vec<DateAnswer>,
    /// All that needs saying beside, most urgent first.
    pub notes: Vec<Note<'p>>,
}

impl<'p> Plan<'p> {
    /// What is said of a service; `None` where it is not offered.
    pub fn service(&self, service: Service) -> Option<&ServiceAnswer<'p>> {
        self.services.iter().find(|answer| answer.service() == service)
    }

    /// Whether the time of every service has passed.
    pub fn has_ended(&self, today: NaiveDate) -> bool {
        self.rules.is_some() && self.services.iter().all(|service| service.has_ended(today))
    }
}

/// Whether something can be used today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// The baby is not born.
    NotYet,
    /// Yes.
    Within,
    /// To be asked.
    Confirm,
    /// No.
    Outside,
}

impl From<Verdict> for Status {
    fn from(verdict: Verdict) -> Status {
        match verdict {
            Verdict::Within => Status::Within,
            Verdict::Confirm => Status::Confirm,
            Verdict::Outside => Status::Outside,
        }
    }
}

/// What she can use of a service.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceAnswer<'p> {
    /// What is printed of it.
    pub rules: &'p ServiceRules,
    /// By age and the programme's conditions, never by quota.
    pub status: Status,
    /// The latest among its facilities, or the programme's own where it lists none.
    pub last_days: LastDays,
    /// The latest day among its facilities to which the corrected age would carry.
    pub corrected_until: Option<NaiveDate>,
    /// The earliest day of use if she applies now, at the facility where that is soonest; absent before the birth, and where
    /// it can't be used.
    pub usable_from: Option<EarliestUse>,
    /// What is left.
    pub remaining: Option<Remaining>,
    /// Her price for one smallest use (1泊2日, a day, a visit).
    pub price: PriceAnswer,
}

impl ServiceAnswer<'_> {
    /// Which.
    pub fn service(&self) -> Service {
        self.rules.service
    }

    /// Whether its time has passed, by its last possible day and by the corrected age. What is ruled out by treatment alone has
    /// not.
    pub fn has_ended(&self, today: NaiveDate) -> bool {
        let by_birth = self.last_days.verdict(today) == Verdict::Outside;
        self.status == Status::Outside && by_birth && self.corrected_until.is_none_or(|until| until < today)
    }
}

/// What she can use at a facility.
#[derive(Clone, Debug, PartialEq)]
pub struct FacilityAnswer<'p> {
    /// The facility.
    pub facility: &'p Facility,
    /// The row.
    pub offer: &'p Offer,
    /// By age, the programme's conditions and the row's own.
    pub status: Status,
    /// Its last days for this baby.
    pub last_days: LastDays,
    /// The last day if the corrected age is granted.
    pub corrected_until: Option<NaiveDate>,
    /// Whether it answers now.
    pub phone: PhoneNow,
    /// The earliest day of use there if she applies now; absent before the birth, and where it can't be used.
    pub usable_from: Option<EarliestUse>,
    /// Conditions that no answer settled.
    pub unsettled: Vec<&'p Condition>,
}

/// A price, and why a part of it is unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceAnswer {
    /// The amount.
    pub amount: Amount,
    /// Why it is no number; empty where both its ends are known.
    pub unknown: Vec<UnknownPrice>,
}

/// What her plan costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostAnswer<'p> {
    /// The sum.
    pub price: PriceAnswer,
    /// What may come beside it, never inside it.
    pub extras: Vec<&'p Extra>,
}

/// Used and planned uses against the limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuotaAnswer {
    /// Whether they fit.
    pub fit: Fit,
    /// Units counted the careful way, by [`Service::ALL`].
    pub counted: [u16; 3],
}

impl QuotaAnswer {
    /// All units together.
    pub fn total(&self) -> u16 {
        self.counted.iter().fold(0, |sum, units| sum.saturating_add(*units))
    }
}

/// What can be said of a planned use on its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlannedAnswer {
    /// By age on all its days, where a day is chosen and the baby is born; the row's where a facility is chosen.
    pub verdict: Option<Verdict>,
    /// Whether it begins before the earliest day of use.
    pub too_soon: Option<CountedDay>,
    /// Whether the facility gives care on that day, as far as printed.
    pub care_day: Option<CareDay>,
}

/// Whether a facility gives care on a day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CareDay {
    /// It is a printed day.
    Yes,
    /// It is not.
    No {
        /// The next day after it that is.
        next: NaiveDate,
    },
}

/// A date to act by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateAnswer {
    /// What to do.
    pub what: What,
    /// For which service, where it belongs to a planned use.
    pub service: Option<Service>,
    /// Its place in [`Situation::planned`].
    pub planned: Option<usize>,
    /// When.
    pub deadline: Deadline,
}

/// What a date is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Applications are taken from here.
    ApplyFrom,
    /// To apply for a planned use.
    ApplyBy,
    /// To cancel a planned use without loss.
    CancelBy,
    /// To apply by phone, while it is answered.
    ApplyCallBy,
    /// To cancel by phone, while it is answered.
    CancelCallBy,
    /// An application made today is through.
    ReadyAbout,
    /// The earliest day of use if she applies today.
    EarliestUse,
}

/// The earliest day of use of one who applies now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EarliestUse {
    /// The day.
    pub day: CountedDay,
    /// The day if a phone of which no hours are printed is not answered before the next business day; else the same.
    pub careful: NaiveDate,
}

impl EarliestUse {
    /// The earlier of two, and of two alike the surer; where it is had is hers to choose.
    pub(super) fn or(self, other: EarliestUse) -> EarliestUse {
        let key = |earliest: &EarliestUse| (earliest.day.date, earliest.day.certainty == Certainty::About);
        let day = std::cmp::min_by_key(self, other, key).day;
        EarliestUse { day, careful: self.careful.min(other.careful) }
    }
}
