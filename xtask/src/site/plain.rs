//! Pages without the program: the one that stands where nothing is, and the flyers.

use super::content::Page;
use super::fill::{escape, fill};
use crate::headers;

/// `page` as a file: with `head` in its head, and the style sheet at the address `style`.
pub(super) fn page(page: &Page, head: &str, style: &str) -> String {
    let leaflet = match page.leaflet.as_str() {
        "" => String::new(),
        leaflet => format!("<aside id=\"leaflet\">{leaflet}</aside>"),
    };
    fill(
        include_str!("plain.html"),
        &[
            ("{policy}", &headers::plain_policy()),
            ("{title}", &escape(&page.title)),
            ("{description}", &escape(&page.description)),
            ("{head}", head),
            ("{style}", style),
            ("{app}", &page.app),
            ("{leaflet}", &leaflet),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_without_the_program_asks_for_nothing_but_its_style() {
        let of = Page {
            title: "a<b".to_owned(),
            description: "{head}".to_owned(),
            app: "<p>c</p>".to_owned(),
            unavailable: String::new(),
            leaflet: String::new(),
        };
        let html = page(&of, "<meta name=\"robots\" />", "/sango/d.css");
        for part in [
            "<title>a&lt;b</title>",
            "content=\"{head}\"",
            "<meta name=\"robots\" />",
            "<p>c</p>",
            // No phone makes links of dates and numbers by itself.
            "<meta name=\"format-detection\" content=\"telephone=no, date=no, address=no, email=no\" />",
            "<meta name=\"chrome\" content=\"nointentdetection\" />",
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
        assert!(html.contains("href=\"/sango/d.css\"") && !html.contains("<script") && !html.contains("<aside"));
    }
}
