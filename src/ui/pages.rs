//! The pages as static HTML, from the same views. Host only.

use leptos::prelude::*;

use super::leaflet;
use super::masthead::masthead;
use super::start::{AfterLoss, start};
use super::towns::towns;
use crate::domain::Programme;
use crate::words::japanese;

/// A page's own part of the site's template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The title.
    pub title: String,
    /// What a search engine or a messenger says of it.
    pub description: String,
    /// What stands in `<div id="app">`: exactly what the program shows first to one without answers.
    pub app: String,
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
            let towns = towns(programmes);
            view! {
                {masthead(None)}
                <main>
                    <div>{towns}</div>
                </main>
            }
            .into_any()
        }),
        leaflet: html(leaflet::of_home),
    }
}

/// A town's page.
pub fn town(programme: &Programme) -> Page {
    let words = japanese();
    Page {
        title: words.page_title(&words.start_heading(programme)),
        description: words.town_description(programme),
        app: html(|| {
            view! {
                {masthead(Some(&programme.name))}
                <main>{start(programme, AfterLoss::new())}</main>
            }
            .into_any()
        }),
        leaflet: html(|| leaflet::of_town(programme)),
    }
}

/// A view as HTML, without the marks that only a taking-over program would need.
fn html(view: impl FnOnce() -> AnyView) -> String {
    without_comments(&Owner::new().with(|| view().to_html()))
}

fn without_comments(html: &str) -> String {
    let html = html.replace("<!>", "");
    let mut parts = html.split("<!--");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    kept.extend(parts.filter_map(|part| part.split_once("-->")).map(|(_, rest)| rest));
    kept
}
