//! What a page translator leaves alone: what she has to find on a paper, to dial or to say as it is.

use sango_navi::interview::Screen;

use crate::{born, render, towns};

/// The opening tags of a kind.
fn tags<'h>(html: &'h str, beginning: &str) -> Vec<&'h str> {
    html.match_indices(beginning).filter_map(|(at, _)| html[at..].split('>').next()).collect()
}

#[test]
fn names_numbers_and_what_is_read_out_stay_as_printed() {
    for town in towns() {
        let html = render(town, born("2026-09-15"), Screen::Result, "2026-11-24T10:30:00");
        let mut count = 0;
        for beginning in [
            "<a class=\"phone\"",
            "<a class=\"whole\"",
            "<span class=\"action-number\"",
            "<span lang=\"ja\"",
            "<h3 lang=\"ja\"",
            "<blockquote",
        ] {
            for tag in tags(&html, beginning) {
                assert!(tag.contains("translate=\"no\""), "{}: {tag}", town.id);
                count += 1;
            }
        }
        assert!(count > 0 || town.contacts.iter().all(|office| office.tel.is_none()), "{}: no number", town.id);
    }
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
