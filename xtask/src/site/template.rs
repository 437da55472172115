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
/// How the start script begins. Cloudflare's Rocket Loader, which holds scripts back, leaves alone what says so.
const SCRIPT_START: &str = r#"<script data-cfasync="false" type="module">"#;
const APP: &str = "<!--app-->";
const UNAVAILABLE: &str = "<!--unavailable-->";
const LEAFLET: &str = "<!--leaflet-->";

/// Every mark; each stands in the template once.
const MARKS: &[&str] = &[POLICY, TITLE, DESCRIPTION, CARD, STYLE, RULES, SCRIPT, APP, UNAVAILABLE, LEAFLET];

/// A page with marks in it.
pub(super) struct Template {
    text: String,
    base: Base,
    inline: Inline,
    policy: String,
}

/// What stands in every page itself, as text: in a file of its own it would hold back the first paint, or the program, for
/// another way to the host and back.
pub(super) struct Inline {
    /// What the modules that the script imports must be.
    pub imports: String,
    /// Starts the program.
    pub script: String,
    /// All style.
    pub style: String,
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
    pub fn new(text: &str, base: Base, inline: Inline) -> Result<Template> {
        for mark in MARKS {
            let found = text.matches(mark).count();
            if found != 1 {
                bail!("index.html: `{mark}` is there {found} times; once is right");
            }
        }
        // Indentation is for who writes it.
        let text = text.lines().flat_map(|line| [line.trim_start(), "\n"]).collect();
        let policy = headers::policy([&inline.imports, &inline.script], &inline.style);
        Ok(Template { text, base, inline, policy })
    }

    /// The page's HTML.
    ///
    /// # Errors
    ///
    /// When the page links from the root of the host.
    pub fn render(&self, page: &Page, own: &Own) -> Result<String> {
        let Inline { imports, script, style } = &self.inline;
        let rules = own.rules.map_or(String::new(), |rules| {
            let href = self.base.link(&rules.path);
            // The start script makes it a preload, once the program has been asked for.
            format!(r#"<link id="rules" rel="alternate" as="fetch" crossorigin href="{href}" />"#)
        });
        let style = format!("<style>{style}</style>");
        let script = format!(r#"<script type="importmap">{imports}</script>{SCRIPT_START}{script}</script>"#);
        for (place, html) in [("app", &page.app), ("unavailable", &page.unavailable), ("leaflet", &page.leaflet)] {
            if let Some(link) = rooted(html) {
                bail!(
                    "「{}」, {place}: `{link}` breaks under a path such as /sango/; write it from the page",
                    page.title
                );
            }
        }
        let values: [&str; MARKS.len()] = [
            &self.policy,
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
    use crate::digest;

    /// What keeps a phone from making links by itself.
    const NO_LINKS_OF_ITS_OWN: [&str; 2] = [
        "<meta name=\"format-detection\" content=\"telephone=no, date=no, address=no, email=no\" />",
        "<meta name=\"chrome\" content=\"nointentdetection\" />",
    ];

    fn template(base: &str) -> Template {
        Template::new(&MARKS.join("|"), base.parse().unwrap(), inline()).unwrap()
    }

    fn inline() -> Inline {
        Inline { imports: "{}".to_owned(), script: "start()".to_owned(), style: "a{b: c}".to_owned() }
    }

    fn render(base: &str, app: &str) -> Result<String> {
        render_in(&template(base), app)
    }

    fn render_in(template: &Template, app: &str) -> Result<String> {
        let page = Page {
            title: "a<b".to_owned(),
            description: "\"{title}\"".to_owned(),
            app: app.to_owned(),
            unavailable: "<i>".to_owned(),
            leaflet: "<hr>".to_owned(),
        };
        let rules = Asset { path: "data/r.bin".to_owned(), integrity: "sha256-x".to_owned() };
        let own = Own { head: "<meta>", rules: Some(&rules) };
        template.render(&page, &own)
    }

    #[test]
    fn every_mark_gets_its_value_and_no_value_is_read_for_marks() {
        let html = render("/", "<p>{title}</p>").unwrap();
        assert!(html.contains("|a&lt;b|&quot;{title}&quot;|<meta>|"), "{html}");
        assert!(html.contains("|<p>{title}</p>|<i>|<hr>"), "{html}");
    }

    /// Without these a phone makes links of dates and numbers by itself, and changes the page for that.
    #[test]
    fn a_page_with_the_program_lets_no_phone_make_links_of_its_own() {
        let index = std::fs::read_to_string(crate::workspace::root().join("index.html")).unwrap();
        // Trunk writes a script there, which the mark takes the place of.
        let index = [index.as_str(), SCRIPT].concat();
        let html = render_in(&Template::new(&index, Base::default(), inline()).unwrap(), "").unwrap();
        for meta in NO_LINKS_OF_ITS_OWN {
            assert_eq!(html.matches(meta).count(), 1, "{meta} in {html}");
        }
    }

    #[test]
    fn every_link_to_a_file_gets_the_base() {
        let html = render("/sango/", "").unwrap();
        assert!(html.contains("href=\"/sango/data/r.bin\""), "{html}");
    }

    #[test]
    fn the_policy_allows_what_stands_in_the_page_to_the_letter() {
        let html = render("/", "").unwrap();
        for (tag, end) in
            [("<script type=\"importmap\">", "</script>"), (SCRIPT_START, "</script>"), ("<style>", "</style>")]
        {
            let (_, rest) = html.split_once(tag).unwrap();
            let (text, _) = rest.split_once(end).unwrap();
            assert!(html.contains(&format!("'{}'", digest::integrity(text.as_bytes()))), "{text}: {html}");
        }
    }

    #[test]
    fn hosts_are_told_to_leave_letters_and_scripts_alone() {
        let index = std::fs::read_to_string(crate::workspace::root().join("index.html")).unwrap();
        // Cloudflare hides no mail address between these two; all that shows one stands between them.
        let (before, rest) = index.split_once("<!--email_off-->").unwrap();
        let (inside, after) = rest.split_once("<!--/email_off-->").unwrap();
        assert!(before.trim_end().ends_with("<body>") && after.trim_start().starts_with("</body>"), "{index}");
        assert!([APP, UNAVAILABLE, LEAFLET].iter().all(|mark| inside.contains(mark)), "{inside}");
        let html = render("/", "").unwrap();
        let scripts: Vec<&str> =
            html.match_indices("<script").filter_map(|(at, _)| html[at..].split('>').next()).collect();
        // An import map is no script to be held back.
        assert_eq!(scripts, [r#"<script type="importmap""#, SCRIPT_START.trim_end_matches('>')]);
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
        let error = Template::new("<!--app-->", Base::default(), inline()).err().unwrap();
        assert_eq!(error.to_string(), "index.html: `{policy}` is there 0 times; once is right");
    }
}
