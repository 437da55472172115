//! The pages as static HTML, from the same views. Host only.

use leptos::prelude::*;

use super::icons::Icon;
use super::leaflet;
use super::markup::{Markup, element, together};
use super::masthead::masthead;
use super::missing;
use super::sentences::paragraph;
use super::start::start;
use super::towns::towns;
use crate::domain::Programme;
use crate::words::japanese;

pub use super::leaflet::Code;

/// A page's own part of the site's template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The title.
    pub title: String,
    /// What a search engine or a messenger says of it.
    pub description: String,
    /// What stands in `<div id="app">`: exactly what the program shows first to one without answers.
    pub app: String,
    /// What says, between the two, that the program can't start; empty on a page without one.
    pub unavailable: String,
    /// What stands in `<div id="leaflet">` below it: everything, for one without the program.
    pub leaflet: String,
}

/// The first page.
pub fn home(programmes: &[Programme]) -> Page {
    let words = japanese();
    Page {
        title: words.page_title(words.home_heading()),
        description: words.home_lead().to_owned(),
        app: html(|| {
            let towns = element("div", "").with(towns(programmes));
            together([masthead(None), element("main", "").with(towns).view()])
        }),
        unavailable: html(|| unavailable(words.unavailable_home())),
        leaflet: html(leaflet::of_home),
    }
}

/// A town's page; `keeper` is the link to who keeps the site, `mailto:…`.
pub fn town(programme: &Programme, keeper: &str) -> Page {
    let words = japanese();
    Page {
        title: words.page_title(&words.start_heading(programme)),
        description: words.town_description(programme),
        app: html(|| {
            let main = element("main", "").with(start(programme));
            together([masthead(Some(&programme.name)), main.view()])
        }),
        unavailable: html(|| unavailable(&words.unavailable(programme))),
        leaflet: html(|| leaflet::of_town(programme, keeper)),
    }
}

/// The page where nothing is. A host shows it at any depth, so that it links from `root`, the site's root with a slash at
/// its end.
pub fn missing(programmes: &[Programme], root: &str) -> Page {
    let words = japanese();
    Page {
        title: words.page_title(words.missing_heading()),
        description: words.missing_lead().to_owned(),
        app: html(|| missing::missing(programmes, root)),
        unavailable: String::new(),
        leaflet: html(leaflet::of_home),
    }
}

/// A town's flyer, with the code that leads to its page.
pub fn flyer(programme: &Programme, code: &Code) -> Page {
    let words = japanese();
    Page {
        title: words.page_title(&words.flyer_heading(programme)),
        description: words.town_description(programme),
        app: html(|| leaflet::flyer(programme, code)),
        unavailable: String::new(),
        leaflet: String::new(),
    }
}

/// A notice that appears where the program can't start: the start script shows it, or where not even that is there, time.
fn unavailable(text: &str) -> Markup {
    element("div", "notice unavailable unavailable-later")
        .id("unavailable")
        .attribute("role", "status")
        .with(Icon::HEED.draw())
        .with(paragraph("notice-text", text))
        .view()
}

fn html(view: impl FnOnce() -> Markup) -> String {
    Owner::new().with(|| view().to_html())
}
