//! The head of every screen: where she is, and the way to the help lines.

use super::markup::{Markup, element};
use crate::words::japanese;

/// The head; `town` is the municipality's name on its own page.
pub fn masthead(town: Option<&str>) -> Markup {
    let words = japanese();
    let town = town.map(|town| element("span", "masthead-town").with(town));
    let home = element("a", "masthead-home").attribute("href", "#").with(words.app_name()).with(" ").with(town);
    element("header", "masthead")
        .with(home)
        .with(element("a", "").attribute("href", "#help").with(words.help_link()))
        .view()
}
