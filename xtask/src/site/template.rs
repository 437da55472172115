//! Trunk's `index.html`, with marks for what differs from page to page.

use anyhow::{Result, bail};

use super::Asset;
use super::content::Page;
use super::fill::{escape, fill};
use crate::base::Base;
use crate::headers;

const POLICY: &str = "{policy}";
const TITLE: &str = "{title}";
const DESCRIPTION: &str = "{description}";
const CARD: &str = "<!--card-->";
const STYLE: &str = "<!--style-->";
const RULES: &str = "<!--rules-->";
/// The mark of the start script.
pub(super) const SCRIPT: &str = "<!--script-->";
const APP: &str = "<!--app-->";
const UNAVAILABLE: &str = "<!--unavailable-->";
const LEAFLET: &str = "<!--leaflet-->";

/// Every mark; each stands in the template once.
const MARKS: &[&str] = &[POLICY, TITLE, DESCRIPTION, CARD, STYLE, RULES, SCRIPT, APP, UNAVAILABLE, LEAFLET];

/// A page with marks in it.
pub(super) struct Template {
    text: String,
    base: Base,
}

/// What every page links.
pub(super) struct Links {
    /// Starts the program.
    pub script: Asset,
    /// All style.
    pub style: Asset,
}

/// What a page has of its own beside its text.
pub(super) struct Own<'a> {
    /// Its card and address, for its head.
    pub head: &'a str,
    /// The data that the program asks for first, on a town's page.
    pub rules: Option<&'a Asset>,
}

impl Template {
    /// # Errors
    ///
    /// When a mark is missing or stands in `text` more than once.
    pub fn new(text: String, base: Base) -> Result<Template> {
        for mark in MARKS {
            let found = text.matches(mark).count();
            if found != 1 {
                bail!("index.html: `{mark}` is there {found} times; once is right");
            }
        }
        Ok(Template { text, base })
    }

    /// The page's HTML.
    ///
    /// # Errors
    ///
    /// When the page links from the root of the host.
    pub fn render(&self, page: &Page, links: &Links, own: &Own) -> Result<String> {
        let address = |asset: &Asset| self.base.link(&asset.path);
        let Links { script, style } = links;
        let rules = own.rules.map_or(String::new(), |rules| {
            let href = address(rules);
            format!(r#"<link id="rules" rel="preload" as="fetch" crossorigin href="{href}" />"#)
        });
        let style = format!(r#"<link rel="stylesheet" href="{}" integrity="{}" />"#, address(style), style.integrity);
        let script =
            format!(r#"<script type="module" src="{}" integrity="{}"></script>"#, address(script), script.integrity);
        for (place, html) in [("app", &page.app), ("unavailable", &page.unavailable), ("leaflet", &page.leaflet)] {
            if let Some(link) = rooted(html) {
                bail!(
                    "「{}」, {place}: `{link}` breaks under a path such as /sango/; write it from the page",
                    page.title
                );
            }
        }
        let values: [&str; MARKS.len()] = [
            headers::POLICY,
            &escape(&page.title),
            &escape(&page.description),
            own.head,
            &style,
            &rules,
            &script,
            &page.app,
            &page.unavailable,
            &page.leaflet,
        ];
        let values: Vec<(&str, &str)> = MARKS.iter().copied().zip(values).collect();
        Ok(fill(&self.text, &values))
    }
}

/// A link in `html` that is written from the root of the host.
fn rooted(html: &str) -> Option<&str> {
    ["href=\"/", "src=\"/", "action=\"/"].iter().find_map(|start| {
        let at = html.find(start)?;
        html[at..].split([' ', '>']).next()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn template(base: &str) -> Template {
        Template::new(MARKS.join("|"), base.parse().unwrap()).unwrap()
    }

    fn asset(path: &str) -> Asset {
        Asset { path: path.to_owned(), integrity: "sha384-x".to_owned() }
    }

    fn render(base: &str, app: &str) -> Result<String> {
        let page = Page {
            title: "a<b".to_owned(),
            description: "\"{title}\"".to_owned(),
            app: app.to_owned(),
            unavailable: "<i>".to_owned(),
            leaflet: "<hr>".to_owned(),
        };
        let links = Links { script: asset("s.js"), style: asset("s.css") };
        let own = Own { head: "<meta>", rules: Some(&asset("data/r.bin")) };
        template(base).render(&page, &links, &own)
    }

    #[test]
    fn every_mark_gets_its_value_and_no_value_is_read_for_marks() {
        let html = render("/", "<p>{title}</p>").unwrap();
        assert!(html.contains("|a&lt;b|&quot;{title}&quot;|<meta>|"), "{html}");
        assert!(html.contains("|<p>{title}</p>|<i>|<hr>"), "{html}");
    }

    #[test]
    fn every_link_to_a_file_gets_the_base() {
        let html = render("/sango/", "").unwrap();
        for part in ["href=\"/sango/s.css\"", "src=\"/sango/s.js\"", "href=\"/sango/data/r.bin\""] {
            assert!(html.contains(part), "{part} in {html}");
        }
    }

    #[test]
    fn a_view_links_from_its_page() {
        for right in ["<a href=\"../\">", "<a href=\"kita/#result\">", "<a href=\"https://example.org/\">"] {
            assert!(render("/", right).is_ok(), "{right}");
        }
        let error = render("/", "<a class=\"x\" href=\"/kita/\">").expect_err("a link from the root").to_string();
        assert_eq!(
            error,
            "「a<b」, app: `href=\"/kita/\"` breaks under a path such as /sango/; write it from the page"
        );
    }

    #[test]
    fn a_template_without_a_mark_is_refused() {
        let error = Template::new("<!--app-->".to_owned(), Base::default()).err().unwrap();
        assert_eq!(error.to_string(), "index.html: `{policy}` is there 0 times; once is right");
    }
}
