//! Uses of a service: how long, when, and those that she thinks of.

use chrono::NaiveDate;

use super::calendar::days_after;
use super::service::Service;

/// How long a use is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// A stay: nights, 1 or more, and its hours where given.
    Nights { nights: u16, hours: Option<u16> },
    /// A day or a visit, and its hours where given.
    Visit { hours: Option<u16> },
}

impl Length {
    /// The most nights that a stay may have here; more is a slip of the hand.
    pub const MOST_NIGHTS: u16 = 30;
    /// The most hours that a use may have here.
    pub const MOST_HOURS: u16 = 24 * Self::MOST_NIGHTS;

    /// Days touched: nights + 1, or 1.
    pub fn days(self) -> u16 {
        match self {
            Length::Nights { nights, .. } => nights.saturating_add(1),
            Length::Visit { .. } => 1,
        }
    }

    /// Nights, 0 for a day or a visit.
    pub fn nights(self) -> u16 {
        match self {
            Length::Nights { nights, .. } => nights,
            Length::Visit { .. } => 0,
        }
    }

    /// Hours, where given.
    pub fn hours(self) -> Option<u16> {
        match self {
            Length::Nights { hours, .. } | Length::Visit { hours } => hours,
        }
    }
}

/// One use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Use {
    /// Of which service.
    pub service: Service,
    /// How long.
    pub length: Length,
    /// Whether it was cancelled too late instead.
    pub cancelled: Cancellation,
}

impl Use {
    /// The smallest use of a service: 1泊2日, a day, a visit.
    pub fn smallest(service: Service) -> Use {
        let length = match service {
            Service::Stay => Length::Nights { nights: 1, hours: None },
            Service::DayCare | Service::HomeVisit => Length::Visit { hours: None },
        };
        Use { service, length, cancelled: Cancellation::None }
    }
}

/// Whether a use was cancelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cancellation {
    /// It took place.
    None,
    /// After the last moment to cancel without loss.
    Late,
}

/// A use that she thinks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedUse {
    /// Which, and how long.
    pub wanted: Use,
    /// The facility's id or phone number, where chosen.
    pub facility: Option<String>,
    /// Its first day, where chosen.
    pub date: Option<NaiveDate>,
}

impl PlannedUse {
    /// Its last day, where its first is chosen.
    pub fn last_day(&self) -> Option<NaiveDate> {
        self.date.map(|first| days_after(first, self.wanted.length.days().saturating_sub(1)))
    }
}
