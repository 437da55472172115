//! The leaflet: everything that a town's page has for one without the program. Host only.

mod facilities;
mod fees;
mod flyer;
mod rules;

use super::help::help;
use super::home::elsewhere::advice;
use super::markup::{Markup, element, together};
use super::result::wrong_here;
use super::sentences::{headline, list, outside, paragraph};
use crate::domain::Programme;
use crate::domain::programme::{Body, Document};
use crate::words::japanese;

pub use flyer::{Code, flyer};

/// What stands below the first page.
pub fn of_home() -> Markup {
    let heading = element("h2", "").with(headline(japanese().other_towns_heading()));
    let elsewhere = element("section", "part").id("search").with(heading).with(advice());
    together([elsewhere.view(), help_lines(None), privacy()])
}

/// What stands below a town's page.
pub fn of_town(programme: &Programme, keeper: &str) -> Markup {
    let words = japanese();
    let rules: Vec<Markup> = match &programme.body {
        Body::Scheme(periods) => periods.iter().map(|period| rules::of_period(period, programme)).collect(),
        Body::Association(_) => Vec::new(),
    };
    together([
        element("h2", "").with(headline(&words.leaflet_heading(programme))).view(),
        paragraph("", words.leaflet_lead()),
        rules.into(),
        sources(programme, keeper),
        to_flyer(),
        help_lines(Some(programme)),
        privacy(),
    ])
}

/// The way to the flyer.
fn to_flyer() -> Markup {
    let link = element("a", "").attribute("href", "flyer/").with(japanese().flyer_link());
    element("p", "").with(link).view()
}

fn sources(programme: &Programme, keeper: &str) -> Markup {
    let documents: Vec<Markup> =
        programme.documents.iter().map(|document| source(document, programme, keeper)).collect();
    let heading = element("h2", "").with(headline(japanese().sources_heading()));
    element("section", "part sources").with(heading).with(documents).view()
}

fn source(document: &Document, programme: &Programme, keeper: &str) -> Markup {
    let words = japanese();
    together([
        paragraph("", &words.document(document)),
        paragraph("soft", &document.publisher),
        document.checked.map(|day| paragraph("soft", &words.checked(day))).into(),
        document.url.as_ref().map(|url| element("p", "").with(outside(url))).into(),
        element("p", "").with(wrong_here(keeper, programme, "", document)).view(),
    ])
}

fn help_lines(programme: Option<&Programme>) -> Markup {
    let heading = element("h2", "").with(headline(japanese().help_heading()));
    element("section", "part").id("help").with(heading).with(help(programme)).view()
}

fn privacy() -> Markup {
    let words = japanese();
    let heading = element("h2", "").with(headline(words.privacy_heading()));
    element("section", "part").id("privacy").with(heading).with(list("plain-list", words.privacy())).view()
}
