//! Sentences in which dates, prices and numbers stay whole and every phone number can be tapped.

use leptos::prelude::*;

use crate::domain::phone::PhoneNumber;
use crate::words::japanese;

/// A sentence, with its dates unbroken and its phone numbers as links.
pub fn sentence(text: &str) -> AnyView {
    let mut views: Vec<AnyView> = Vec::new();
    let mut said = 0;
    for run in japanese().unbroken(text) {
        let (before, kept) = (text.get(said..run.start), text.get(run.clone()));
        let (Some(before), Some(kept)) = (before, kept) else { continue };
        if !before.is_empty() {
            views.push(before.to_owned().into_any());
        }
        views.push(match PhoneNumber::parse(kept) {
            Ok(number) => view! { <a class="whole" href=dial(&number)>{kept.to_owned()}</a> }.into_any(),
            Err(_) => whole(kept),
        });
        said = run.end;
    }
    if let Some(rest) = text.get(said..).filter(|rest| !rest.is_empty()) {
        views.push(rest.to_owned().into_any());
    }
    views.into_any()
}

/// A paragraph.
pub fn paragraph(class: &'static str, text: &str) -> AnyView {
    let text = sentence(text);
    view! { <p class=class>{text}</p> }.into_any()
}

/// A list of sentences; nothing where there is none.
pub fn list<T: AsRef<str>>(class: &'static str, texts: impl IntoIterator<Item = T>) -> AnyView {
    items(class, texts.into_iter().map(|text| sentence(text.as_ref())).collect())
}

/// A list; nothing where it is empty.
pub fn items(class: &'static str, views: Vec<AnyView>) -> AnyView {
    if views.is_empty() {
        return ().into_any();
    }
    let views: Vec<AnyView> = views.into_iter().map(|item| view! { <li>{item}</li> }.into_any()).collect();
    view! { <ul class=class>{views}</ul> }.into_any()
}

/// A term and what is said of it.
pub fn term(name: &'static str, said: AnyView) -> AnyView {
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{said}</dd>
        </div>
    }
    .into_any()
}

/// A text that must not be broken over two lines.
pub fn whole(text: &str) -> AnyView {
    view! { <span class="whole">{text.to_owned()}</span> }.into_any()
}

/// The address that dials a number.
pub fn dial(number: &PhoneNumber) -> String {
    dial_text(number.as_str())
}

/// The address that dials the digits of a text, a short number like 「#8000」 among them.
pub fn dial_text(number: &str) -> String {
    let mut address = String::from("tel:");
    for sign in number.chars().filter(|sign| *sign != '-') {
        // A bare # would end the address.
        if sign == '#' { address.push_str("%23") } else { address.push(sign) }
    }
    address
}

/// A link to a page outside, which shows its address without the scheme.
pub fn outside(address: &str) -> AnyView {
    let bare = address.split_once("://").map_or(address, |(_, bare)| bare);
    let bare = bare.trim_end_matches('/').to_owned();
    view! {
        <a class="address" href=address.to_owned() rel="noreferrer">
            {bare}
        </a>
    }
    .into_any()
}
