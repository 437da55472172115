//! The words of what the site has beside its screens: cards, the page where nothing is, flyers. Host only: the program
//! carries none of them.

/// The words of what the site has beside its screens.
pub trait SiteWords: Sync {
    /// On a card in a messenger, under the page's heading: what the page has.
    fn card_line(&self) -> &'static str;
}
