//! The words of the leaflet. Host only: the program carries none of them.

use chrono::NaiveDate;

use crate::domain::deadlines::{Application, Cancellation};
use crate::domain::household::Household;
use crate::domain::programme::Programme;
use crate::domain::quota::Remaining;
use crate::domain::service::Service;

/// The words of the leaflet.
pub trait LeafletWords: Sync {
    /// Its heading.
    fn leaflet_heading(&self, programme: &Programme) -> String;
    /// A line under it.
    fn leaflet_lead(&self) -> &'static str;
    /// The days on which a period's rules hold.
    fn period(&self, from: Option<NaiveDate>, until: Option<NaiveDate>) -> String;
    /// The heading of who can use it.
    fn who_heading(&self) -> &'static str;
    /// The printed limit of the whole programme.
    fn whole_limit(&self, phrase: &str) -> String;
    /// The heading of the services.
    fn kinds_heading(&self) -> &'static str;
    /// The heading of the fees.
    fn fees_heading(&self) -> &'static str;
    /// What a table of fees is about: 「宿泊型（1泊2日）の料金」.
    fn fees_caption(&self, service: Service) -> String;
    /// What a table of the price of a night more than the first is about.
    fn further_night(&self) -> &'static str;
    /// The head of the column of babies.
    fn babies_column(&self) -> &'static str;
    /// A number of babies in a table of fees: 1, 2 or 3.
    fn babies_row(&self, babies: u8) -> &'static str;
    /// The head of a household's column.
    fn household_column(&self, household: Household) -> &'static str;
    /// The heading of how often it can be used.
    fn limits_heading(&self) -> &'static str;
    /// The limit of a service for one child, and for multiples where that is another.
    fn limit(&self, service: Service, one: Remaining, multiples: Option<Remaining>) -> String;
    /// No limit is printed.
    fn limit_unprinted(&self, service: Service) -> String;
    /// From when, how long before, and how to apply, as far as printed.
    fn application(&self, application: &Application) -> Vec<String>;
    /// Until when to cancel.
    fn cancellation(&self, cancellation: &Cancellation) -> String;
    /// The facilities of a service.
    fn facilities_of(&self, service: Service, count: usize) -> String;
    /// The term for what a facility says of itself.
    fn tags_term(&self) -> &'static str;
}
