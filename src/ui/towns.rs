//! The towns on the first page, by prefecture. Host only: the program takes them over from the static page.

use super::choices::way;
use super::markup::{Markup, element};
use super::sentences::{list, outside, paragraph};
use crate::domain::Programme;
use crate::domain::programme::Body;
use crate::words::japanese;

/// What stands on the first page.
pub fn towns(programmes: &[Programme]) -> Markup {
    let words = japanese();
    let (schemes, groups): (Vec<&Programme>, Vec<&Programme>) =
        programmes.iter().partition(|programme| matches!(programme.body, Body::Scheme(_)));
    let mut prefectures: Vec<&str> = Vec::new();
    for programme in &schemes {
        if !prefectures.contains(&programme.prefecture.as_str()) {
            prefectures.push(&programme.prefecture);
        }
    }
    let prefectures: Vec<Markup> = prefectures.into_iter().map(|name| prefecture(name, &schemes)).collect();
    let groups: Vec<Markup> = groups.into_iter().map(group).collect();
    element("div", "question home")
        .with(element("h1", "").focusable().with(words.home_heading()))
        .with(paragraph("lead", words.home_lead()))
        .with(element("h2", "").with(words.residence_question()))
        .with(paragraph("soft", words.residence_hint()))
        .with(prefectures)
        .with(paragraph("soft", words.away_from_home()))
        .with(element("h2", "").with(words.other_towns_heading()))
        .with(list("plain-list", words.other_towns()))
        .with(groups)
        .view()
}

fn prefecture(name: &str, schemes: &[&Programme]) -> Markup {
    let towns = schemes.iter().filter(|programme| programme.prefecture == name).map(|programme| {
        let way = way(&programme.name, &japanese().town_hint(programme), [&programme.id, "/"].concat());
        element("li", "").attribute("data-town", programme.id.clone()).with(way).view()
    });
    let towns: Vec<Markup> = towns.collect();
    let towns = element("ul", "choices").with(towns);
    Markup::Together(vec![element("h3", "").with(name).view(), towns.view()])
}

/// A group that may help, which is no programme to apply for.
fn group(programme: &Programme) -> Markup {
    let Body::Association(association) = &programme.body else { return Markup::Nothing };
    let addresses = programme.documents.iter().filter_map(|document| document.url.as_ref());
    let addresses: Vec<Markup> = addresses.map(|url| element("p", "").with(outside(url)).view()).collect();
    element("details", "")
        .with(element("summary", "").with(programme.title.as_str()))
        .with(paragraph("", japanese().association()))
        .with(list("plain-list", association.remarks.iter().map(|remark| &remark.text)))
        .with(addresses)
        .view()
}
