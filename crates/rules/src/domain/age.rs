//! Printed age limits and the two last days that each of them gives.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::calendar::{Months, days_after, days_before, months_complete};

/// A printed age limit, by the form of its phrase. 産後0日 is the day of birth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AgeLimit {
    /// 「nか月0日まで」: the day on which n months are complete is the last.
    MonthsAndZeroDays(Months),
    /// 「nか月未満」「未満まで」「満nか月になる前日まで」, 「1年未満」 with 12.
    UnderMonths(Months),
    /// 「n日まで」, in days after birth.
    ThroughDay(u16),
    /// 「n日未満」, in days after birth.
    UnderDays(u16),
    /// 「1年以内」 with 12: whether the day of the anniversary still counts can be read both ways.
    WithinMonths(Months),
    /// 「生後nか月まで」: to the day before n months, or as long as she is n months old.
    ThroughMonthsOld(Months),
    /// 「生後n週まで」: to the day before n weeks, or as long as she is n weeks old.
    ThroughWeeksOld(u8),
    /// 「概ねnか月まで」: after that only the programme's own limit is firm.
    AboutMonths(Months),
    /// 「nか月以降は応相談・要問合せ」: after that to be asked, up to the programme's own limit.
    AskAfterMonths(Months),
}

/// The last day of a limit under the stricter and under the more generous reading.
///
/// Up to `sure` the answer is within, after it up to `possible` confirm, then outside. `sure <= possible` holds always;
/// `possible` is absent where no source says when it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastDays {
    sure: Option<NaiveDate>,
    possible: Option<NaiveDate>,
}

impl LastDays {
    /// Nothing is printed.
    pub const UNKNOWN: LastDays = LastDays { sure: None, possible: None };

    fn new(sure: NaiveDate, possible: NaiveDate) -> LastDays {
        LastDays { sure: Some(sure), possible: Some(possible.max(sure)) }
    }

    /// The last day that the source grants under every reading; absent where nothing is printed.
    pub fn sure(self) -> Option<NaiveDate> {
        self.sure
    }

    /// The last day under the most generous reading; absent where nothing is printed.
    pub fn possible(self) -> Option<NaiveDate> {
        self.possible
    }

    /// Both limits hold: the earlier of each pair, an absent end giving way to a printed one.
    pub fn and(self, other: LastDays) -> LastDays {
        let earlier = |one: Option<NaiveDate>, other: Option<NaiveDate>| match (one, other) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        };
        let possible = earlier(self.possible, other.possible);
        let sure = earlier(self.sure, other.sure);
        LastDays { sure: earlier(sure, possible.filter(|_| sure.is_some())), possible }
    }

    /// The later of each pair: how long a service lasts that any of several facilities gives. One without an end is the
    /// latest.
    pub fn or(self, other: LastDays) -> LastDays {
        let later = |one: Option<NaiveDate>, other: Option<NaiveDate>| Some(one?.max(other?));
        LastDays { sure: self.sure.max(other.sure), possible: later(self.possible, other.possible) }
    }

    /// The sure part ends a day that another limit names; what comes after it is to be confirmed.
    pub fn sure_only_to(self, other: LastDays) -> LastDays {
        LastDays { sure: self.and(LastDays { sure: other.sure, possible: None }).sure, possible: self.possible }
    }

    /// What the pair says of a day.
    pub fn verdict(self, day: NaiveDate) -> Verdict {
        match (self.sure, self.possible) {
            (Some(sure), _) if day <= sure => Verdict::Within,
            (_, Some(possible)) if day > possible => Verdict::Outside,
            _ => Verdict::Confirm,
        }
    }
}

/// The three answers, worst last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// The source says yes.
    Within,
    /// The source is silent, approximate or readable two ways: ask.
    Confirm,
    /// The source says no.
    Outside,
}

impl AgeLimit {
    /// The two last days counted from `start` (the birth, or the due date where the corrected age is granted), where
    /// `programme` is the programme's own limit from the same day.
    pub fn last_days(self, start: NaiveDate, programme: LastDays) -> LastDays {
        match self {
            AgeLimit::MonthsAndZeroDays(months) => {
                let complete = months_complete(start, months);
                LastDays::new(complete.clamped, complete.civil_code)
            }
            AgeLimit::UnderMonths(months) => {
                let complete = months_complete(start, months);
                LastDays::new(days_before(complete.clamped, 1), days_before(complete.civil_code, 1))
            }
            AgeLimit::ThroughDay(days) => {
                let last = days_after(start, days);
                LastDays::new(last, last)
            }
            AgeLimit::UnderDays(days) => {
                let last = days_before(days_after(start, days), 1);
                LastDays::new(last, last)
            }
            AgeLimit::WithinMonths(months) => {
                let complete = months_complete(start, months);
                if complete.clamped.day() == start.day() {
                    LastDays::new(days_before(complete.clamped, 1), complete.clamped)
                } else {
                    // With the day of birth counted or not, the period ends with the month's last day.
                    LastDays::new(complete.clamped, complete.clamped)
                }
            }
            AgeLimit::ThroughMonthsOld(months) => {
                let next = Months::new(months.get().saturating_add(1)).unwrap_or(months);
                LastDays::new(
                    days_before(months_complete(start, months).clamped, 1),
                    days_before(months_complete(start, next).civil_code, 1),
                )
            }
            AgeLimit::ThroughWeeksOld(weeks) => {
                let days = u16::from(weeks).saturating_mul(7);
                let sure = days_before(days_after(start, days), 1);
                LastDays::new(sure, days_after(sure, 7))
            }
            AgeLimit::AboutMonths(months) | AgeLimit::AskAfterMonths(months) => {
                let sure = days_before(months_complete(start, months).clamped, 1);
                LastDays {
                    sure: Some(programme.possible.map_or(sure, |end| sure.min(end))),
                    possible: programme.possible,
                }
            }
        }
    }
}
