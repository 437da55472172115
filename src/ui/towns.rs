//! The towns on the first page, by prefecture. Host only: the program takes them over from the static page.

use leptos::prelude::*;

use super::choices::way;
use super::sentences::{list, outside, paragraph};
use crate::domain::Programme;
use crate::domain::programme::Body;
use crate::words::japanese;

/// What stands on the first page.
pub fn towns(programmes: &[Programme]) -> AnyView {
    let words = japanese();
    let (schemes, groups): (Vec<&Programme>, Vec<&Programme>) =
        programmes.iter().partition(|programme| matches!(programme.body, Body::Scheme(_)));
    let mut prefectures: Vec<&str> = Vec::new();
    for programme in &schemes {
        if !prefectures.contains(&programme.prefecture.as_str()) {
            prefectures.push(&programme.prefecture);
        }
    }
    let prefectures: Vec<AnyView> = prefectures.into_iter().map(|name| prefecture(name, &schemes)).collect();
    let groups: Vec<AnyView> = groups.into_iter().map(group).collect();
    view! {
        <div class="question home">
            <h1 tabindex="-1">{words.home_heading()}</h1>
            {paragraph("lead", words.home_lead())}
            <h2>{words.residence_question()}</h2>
            {paragraph("soft", words.residence_hint())}
            {prefectures}
            {paragraph("soft", words.away_from_home())}
            <h2>{words.other_towns_heading()}</h2>
            {list("plain-list", words.other_towns())}
            {groups}
        </div>
    }
    .into_any()
}

fn prefecture(name: &str, schemes: &[&Programme]) -> AnyView {
    let towns = schemes.iter().filter(|programme| programme.prefecture == name).map(|programme| {
        let way = way(&programme.name, &japanese().town_hint(programme), [&programme.id, "/"].concat());
        view! { <li data-town=programme.id.clone()>{way}</li> }.into_any()
    });
    let towns: Vec<AnyView> = towns.collect();
    view! {
        <h3>{name.to_owned()}</h3>
        <ul class="choices">{towns}</ul>
    }
    .into_any()
}

/// A group that may help, which is no programme to apply for.
fn group(programme: &Programme) -> AnyView {
    let Body::Association(association) = &programme.body else { return ().into_any() };
    let addresses = programme.documents.iter().filter_map(|document| document.url.as_ref());
    let addresses: Vec<AnyView> = addresses.map(|url| view! { <p>{outside(url)}</p> }.into_any()).collect();
    view! {
        <details>
            <summary>{programme.title.clone()}</summary>
            {paragraph("", japanese().association())}
            {list("plain-list", association.remarks.iter().map(|remark| &remark.text))}
            {addresses}
        </details>
    }
    .into_any()
}
