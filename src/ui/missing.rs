//! The page where nothing is: the towns, and the way home. Host only.

use super::choices::way;
use super::markup::{Markup, element};
use super::sentences::{headline, paragraph};
use super::towns::by_prefecture;
use crate::domain::Programme;
use crate::words::japanese;

/// What stands there. A host shows it at any depth, so that it links from `root`, the site's root with a slash at its end.
pub fn missing(programmes: &[Programme], root: &str) -> Markup {
    let words = japanese();
    let home = element("a", "masthead-home").attribute("href", root.to_owned()).with(words.app_name());
    let help = element("a", "").attribute("href", "#help").with(words.help_link());
    let body = element("div", "question home")
        .with(element("h1", "").with(headline(words.missing_heading())))
        .with(paragraph("lead", words.missing_lead()))
        .with(element("h2", "").with(headline(words.residence_question())))
        .with(paragraph("soft", words.residence_hint()))
        .with(by_prefecture(programmes, root))
        .with(way(words.missing_home(), "", root.to_owned()));
    element("div", "")
        .with(element("header", "masthead").with(home).with(help))
        .with(element("main", "").with(body))
        .view()
}
