//! The towns on the first page, by prefecture. Host only: the program takes them over from the static page.

use super::choices::way;
use super::loss::after_loss;
use super::markup::{Markup, element, together};
use super::question::address;
use super::sentences::{headline, paragraph};
use crate::domain::Programme;
use crate::domain::programme::Body;
use crate::interview::Screen;
use crate::words::japanese;

/// Up to so many towns stand open on the page; of more she opens her prefecture first.
const MOST_OPEN: usize = 12;

/// How the towns of a prefecture are shown.
#[derive(Clone, Copy)]
enum Shown {
    Open,
    Folded,
}

/// What stands on the first page.
pub fn towns(programmes: &[Programme]) -> Markup {
    let words = japanese();
    element("div", "question home")
        .with(element("h1", "").focusable().with(headline(words.home_heading())))
        .with(paragraph("lead", words.home_lead()))
        .with(element("h2", "").with(headline(words.residence_question())))
        .with(paragraph("soft", words.residence_hint()))
        .with(by_prefecture(programmes, ""))
        .with(paragraph("soft", words.away_from_home()))
        .with(way(words.search_link(), words.search_hint(), address(Screen::Search)))
        .with(after_loss())
        .view()
}

/// The links to the towns' pages, which stand below `root`: the site's root as the page sees it.
pub fn by_prefecture(programmes: &[Programme], root: &str) -> Markup {
    let schemes: Vec<&Programme> =
        programmes.iter().filter(|programme| matches!(programme.body, Body::Scheme(_))).collect();
    let mut prefectures: Vec<&str> = Vec::new();
    for programme in &schemes {
        if !prefectures.contains(&programme.prefecture.as_str()) {
            prefectures.push(&programme.prefecture);
        }
    }
    let shown = if schemes.len() > MOST_OPEN { Shown::Folded } else { Shown::Open };
    let of = |name| prefecture(name, shown, &schemes, root);
    Markup::Together(prefectures.into_iter().map(of).collect())
}

fn prefecture(name: &str, shown: Shown, schemes: &[&Programme], root: &str) -> Markup {
    let towns = schemes.iter().filter(|programme| programme.prefecture == name).map(|programme| {
        let way = way(&programme.name, &japanese().town_hint(programme), [root, &programme.id, "/"].concat());
        element("li", "").attribute("data-town", programme.id.clone()).with(way).view()
    });
    let towns: Vec<Markup> = towns.collect();
    let towns = element("ul", "choices").with(towns);
    match shown {
        Shown::Open => together([element("h3", "").with(name).view(), towns.view()]),
        Shown::Folded => element("details", "prefecture").with(element("summary", "").with(name)).with(towns).view(),
    }
}
