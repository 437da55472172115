//! Sentences in which dates, prices and numbers stay whole and every phone number can be tapped.

use super::links::dial;
use super::markup::{Markup, element};
use crate::domain::phone::PhoneNumber;
use crate::domain::text::find;
use crate::words::japanese;

/// A sentence, with its dates unbroken and its phone numbers as links.
pub fn sentence(text: &str) -> Markup {
    let mut views: Vec<Markup> = Vec::new();
    let mut said = 0;
    for run in japanese().unbroken(text) {
        let (before, kept) = (text.get(said..run.start), text.get(run.clone()));
        let (Some(before), Some(kept)) = (before, kept) else { continue };
        if !before.is_empty() {
            views.push(before.to_owned().into());
        }
        views.push(match PhoneNumber::parse(kept) {
            Ok(number) => element("a", "whole").printed_as_is().attribute("href", dial(&number)).with(kept).view(),
            // A short number is dialled as it stands.
            Err(_) if kept.starts_with('#') => element("span", "whole").printed_as_is().with(kept).view(),
            Err(_) => whole(kept),
        });
        said = run.end;
    }
    if let Some(rest) = text.get(said..).filter(|rest| !rest.is_empty()) {
        views.push(rest.to_owned().into());
    }
    views.into()
}

/// A sentence in which these names stay as they are printed, so that she finds them on a paper.
pub fn named(text: &str, names: &[&str]) -> Markup {
    let mut views: Vec<Markup> = Vec::new();
    let mut rest = text;
    loop {
        let found = names.iter().filter(|name| !name.is_empty()).filter_map(|name| Some((find(rest, name)?, *name)));
        // Of names that begin at one place the longest: it may begin with another.
        let first = found.min_by_key(|(at, name)| (*at, core::cmp::Reverse(name.len())));
        let Some((at, found)) = first else { break };
        views.push(sentence(rest.get(..at).unwrap_or_default()));
        views.push(name(found));
        rest = rest.get(at.saturating_add(found.len())..).unwrap_or_default();
    }
    views.push(sentence(rest));
    views.into()
}

/// A name as it is printed.
pub fn name(name: &str) -> Markup {
    element("span", "").attribute("lang", "ja").printed_as_is().with(name).view()
}

/// A headline: a sentence that breaks between phrases. Where a browser knows none by itself it breaks only here.
pub fn headline(text: &str) -> Markup {
    let mut views: Vec<Markup> = Vec::new();
    let mut said = 0;
    for end in japanese().phrase_ends(text) {
        views.push(sentence(text.get(said..end).unwrap_or_default()));
        views.push(element("wbr", "").view());
        said = end;
    }
    views.push(sentence(text.get(said..).unwrap_or_default()));
    views.into()
}

/// A paragraph.
pub fn paragraph(class: &'static str, text: &str) -> Markup {
    element("p", class).with(sentence(text)).view()
}

/// A list of sentences; nothing where there is none.
pub fn list<T: AsRef<str>>(class: &'static str, texts: impl IntoIterator<Item = T>) -> Markup {
    items(class, texts.into_iter().map(|text| sentence(text.as_ref())).collect())
}

/// A list; nothing where it is empty.
pub fn items(class: &'static str, views: Vec<Markup>) -> Markup {
    if views.is_empty() {
        return Markup::Nothing;
    }
    views.into_iter().fold(element("ul", class), |list, item| list.with(element("li", "").with(item))).view()
}

/// A term and what is said of it.
pub fn term(name: &'static str, said: Markup) -> Markup {
    element("div", "").with(element("dt", "").with(name)).with(element("dd", "").with(said)).view()
}

/// A text that must not be broken over two lines.
pub fn whole(text: &str) -> Markup {
    element("span", "whole").with(text).view()
}

/// A link to a page outside, which shows its address without the scheme.
pub fn outside(address: &str) -> Markup {
    let scheme = ["https://", "http://"].into_iter().find_map(|scheme| address.strip_prefix(scheme));
    let bare = scheme.unwrap_or(address).trim_end_matches('/');
    element("a", "address").attribute("href", address.to_owned()).attribute("rel", "noreferrer").with(bare).view()
}
