//! The words of what the site has beside its screens: cards, the page where nothing is, flyers. Host only: the program
//! carries none of them.

use crate::domain::programme::Programme;
use crate::domain::service::Service;

/// The words of what the site has beside its screens.
pub trait SiteWords: Sync {
    /// On a card in a messenger, under the page's heading: what the page has.
    fn card_line(&self) -> &'static str;

    // Where the program can't start.

    /// Said on a town's page: the page below still holds everything.
    fn unavailable(&self, programme: &Programme) -> String;
    /// The same on the first page, whose towns' pages do.
    fn unavailable_home(&self) -> &'static str;

    // The page where nothing is.

    /// Its heading.
    fn missing_heading(&self) -> &'static str;
    /// Why that may be, and what to do.
    fn missing_lead(&self) -> &'static str;
    /// The way to the first page.
    fn missing_home(&self) -> &'static str;

    // The flyer.

    /// The link to it.
    fn flyer_link(&self) -> &'static str;
    /// What the sheet is.
    fn flyer_heading(&self, programme: &Programme) -> String;
    /// When one may want such care.
    fn flyer_lead(&self) -> &'static str;
    /// What the prices below are for: one smallest use, one baby.
    fn flyer_price_of(&self, service: Service) -> String;
    /// What to do with the code.
    fn flyer_scan(&self) -> &'static str;
    /// What it leads to.
    fn flyer_promise(&self) -> &'static str;
    /// The heading of the offices.
    fn flyer_ask(&self) -> &'static str;
    /// That what is printed may change.
    fn flyer_may_change(&self) -> &'static str;
}
