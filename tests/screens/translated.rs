//! What a page translator leaves alone: what she has to find on a paper, to dial or to say as it is.

use sango_navi::domain::phone::PhoneNumber;
use sango_navi::domain::programme::Facility;

use super::keeping::planning;
use super::*;

/// Elements that are not closed.
const VOID: [&str; 5] = ["br", "hr", "img", "input", "wbr"];

/// A page's texts.
#[derive(Default)]
struct Said {
    /// Those that a translator may change.
    translated: Vec<String>,
    /// Those that it leaves alone, each with the opening tag that says so.
    kept: Vec<(String, String)>,
}

/// Walks a page, whose every element is closed.
fn walk(html: &str) -> Said {
    let mut said = Said::default();
    // The open elements, and whether each is kept, by itself or by one around it.
    let mut open: Vec<(&str, bool)> = Vec::new();
    for part in html.split('<').skip(1) {
        let (tag, text) = part.split_once('>').expect("the end of a tag");
        let name = tag.split(' ').next().unwrap_or_default();
        let around = open.last().is_some_and(|(_, kept)| *kept);
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().map(|(opened, _)| opened), Some(name), "what is closed");
        } else if !VOID.contains(&name) {
            let begins = tag.contains(" translate=\"no\"");
            if begins && !around {
                said.kept.push((tag.to_owned(), String::new()));
            }
            open.push((name, around || begins));
        }
        match (open.last(), said.kept.last_mut()) {
            (Some((_, true)), Some((_, kept))) => kept.push_str(text),
            _ if text.is_empty() => {}
            _ => said.translated.push(text.to_owned()),
        }
    }
    said
}

/// The phone numbers in a text.
fn numbers(text: &str) -> Vec<&str> {
    let parts = text.split(|sign: char| !sign.is_ascii_digit() && sign != '-');
    parts.filter(|part| PhoneNumber::parse(part).is_ok()).collect()
}

fn facilities(town: &Programme) -> Vec<&Facility> {
    let Body::Scheme(periods) = &town.body else { return Vec::new() };
    periods.iter().flat_map(|period| &period.rules.facilities).collect()
}

/// What is left of a kept text without names, numbers and addresses: a word of ours would be.
fn ours(text: &str, town: &Programme) -> String {
    let facilities = facilities(town);
    let addresses =
        facilities.iter().flat_map(|facility| &facility.offers).filter_map(|offer| offer.address.as_deref());
    let names = facilities.iter().map(|facility| facility.name.as_str()).chain(addresses);
    let offices = town.contacts.iter().map(|office| office.name.as_str());
    let short = japanese().help_lines().iter().map(|[number, ..]| *number);
    let mut known: Vec<&str> = names.chain(offices).chain(short).chain(numbers(text)).collect();
    known.sort_by_key(|known| std::cmp::Reverse(known.len()));
    let left = known.into_iter().fold(text.to_owned(), |left, known| left.replace(known, ""));
    left.replace([' ', '、', '・'], "")
}

#[test]
fn names_numbers_and_what_is_read_out_stay_as_printed() {
    let mut wrong = Vec::new();
    for town in towns() {
        let facilities = facilities(town);
        let offers = facilities.iter().flat_map(|facility| facility.offers.iter().map(move |offer| (facility, offer)));
        let days = ["2026-12-08", "2026-12-13", "2027-08-10"];
        let uses = offers.zip(days).map(|((facility, offer), day)| (offer.service, facility.id.as_str(), day));
        let uses: Vec<(Service, &str, &str)> = uses.collect();
        let planned = |applied| planning(Answers { applied: Some(applied), ..born("2026-09-15") }, &uses);
        let on_paper = || {
            let session = Session::on_host(moment(NOW), planned(Applied::Yes));
            session.showing(Screen::Result).on_paper()
        };
        let code = pages::Code { address: "https://navi.example/".to_owned(), side: 21, dark: String::new() };
        let static_page = pages::town(town, KEEPER);
        let mut views = vec![
            ("sheet".to_owned(), rendered(town, on_paper)),
            ("help".to_owned(), render(town, Answers::default(), Screen::Help, NOW)),
            ("static page".to_owned(), static_page.app + &static_page.leaflet),
            ("flyer".to_owned(), pages::flyer(town, &code).app),
        ];
        let planned = [("planned", planned(Applied::No)), ("planned, approved", planned(Applied::Yes))];
        views.extend(
            cases()
                .into_iter()
                .chain(planned)
                .map(|(case, answers)| (format!("result, {case}"), render(town, answers, Screen::Result, NOW))),
        );
        for (view, html) in views {
            let said = walk(&html);
            let mut tell = |what: &str, text: &str| wrong.push(format!("{} {view}: {what}: {text}", town.id));
            for text in &said.translated {
                if facilities.iter().any(|facility| text.contains(&facility.name)) {
                    tell("a name", text);
                }
                if !numbers(text).is_empty() || text.contains("#8000") {
                    tell("a number", text);
                }
            }
            for (tag, text) in &said.kept {
                // What she reads out in Japanese is ours and stays so.
                if !tag.starts_with("blockquote class=\"memo\"") && !ours(text, town).is_empty() {
                    tell("a word of ours is kept", text);
                }
            }
            let numbers = said.kept.iter().filter(|(_, text)| !numbers(text).is_empty()).count();
            assert!(numbers > 0 || town.contacts.iter().all(|office| office.tel.is_none()), "{} {view}", town.id);
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Without these a phone makes links of dates and numbers by itself, and changes the page for that.
#[test]
fn no_phone_makes_links_of_its_own() {
    for page in ["index.html", "xtask/src/site/plain.html"] {
        let html =
            std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(page)).expect("a page");
        for meta in [
            "<meta name=\"format-detection\" content=\"telephone=no, date=no, address=no, email=no\" />",
            "<meta name=\"chrome\" content=\"nointentdetection\" />",
        ] {
            assert!(html.contains(meta), "{page}: no {meta}");
        }
    }
}
