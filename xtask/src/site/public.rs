//! The site as others know it: a page's card in a messenger, its one address for search engines, the list of pages.

use super::Asset;
use super::card::{HEIGHT, WIDTH};
use super::content::Page;
use super::fill::escape;
use crate::base::Base;
use crate::settings::Settings;

/// Where the site is public.
pub(super) struct Public {
    /// The keeper's settings.
    pub settings: Settings,
    /// The path under which it stands.
    pub base: Base,
}

impl Public {
    /// The public address of `path`, which is written as seen from the site's root, without a slash before it.
    pub fn url(&self, path: &str) -> String {
        self.settings.address.url(&self.base, path)
    }

    /// What says in a head that the page at `path` has the same: the one address of both.
    pub fn address(&self, path: &str) -> String {
        format!("<link rel=\"canonical\" href=\"{}\" />", self.url(path))
    }

    /// What stands in the head of the page at `path`: its address, its card, and whom to tell what is wrong on it.
    pub fn head(&self, page: &Page, path: &str, card: &Asset) -> String {
        let (title, description) = (escape(&page.title), escape(&page.description));
        let (url, picture, mail) = (self.url(path), self.url(&card.path), self.settings.mail.link());
        let mut head = self.address(path);
        head += &format!("<link id=\"keeper\" rel=\"author\" href=\"{mail}\" />");
        let (width, height) = (WIDTH.to_string(), HEIGHT.to_string());
        for (property, content) in [
            ("type", "website"),
            ("locale", "ja_JP"),
            ("url", &url),
            ("title", &title),
            ("description", &description),
            ("image", &picture),
            ("image:width", &width),
            ("image:height", &height),
            ("image:alt", &title),
        ] {
            head += &format!("<meta property=\"og:{property}\" content=\"{content}\" />");
        }
        head + "<meta name=\"twitter:card\" content=\"summary_large_image\" />"
    }

    /// The list of the pages at `paths`, for search engines.
    pub fn sitemap(&self, paths: impl Iterator<Item = String>) -> String {
        let urls: String = paths.map(|path| format!("  <url><loc>{}</loc></url>\n", self.url(&path))).collect();
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{urls}</urlset>\n"
        )
    }

    /// What robots may read: all of it. They look for it at the root of the host alone.
    pub fn robots(&self) -> String {
        format!("User-agent: *\nDisallow:\n\nSitemap: {}\n", self.url("sitemap.xml"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn public(base: &str) -> Public {
        let settings =
            toml::from_str("address = \"https://navi.example\"\nmail = \"keeper@navi.example\"").expect("settings");
        Public { settings, base: base.parse().expect("a base") }
    }

    #[test]
    fn a_page_has_one_public_address_and_a_card() {
        let page = Page {
            title: "北区 & 「a\"b」".to_owned(),
            description: "c<d".to_owned(),
            app: String::new(),
            unavailable: String::new(),
            leaflet: String::new(),
        };
        let card = Asset { path: "cards/kita-0.png".to_owned(), integrity: String::new() };
        let head = public("/sango/").head(&page, "kita/", &card);
        for part in [
            "<link rel=\"canonical\" href=\"https://navi.example/sango/kita/\" />",
            "<link id=\"keeper\" rel=\"author\" href=\"mailto:keeper@navi.example\" />",
            "<meta property=\"og:title\" content=\"北区 &amp; 「a&quot;b」\" />",
            "<meta property=\"og:description\" content=\"c&lt;d\" />",
            "<meta property=\"og:image\" content=\"https://navi.example/sango/cards/kita-0.png\" />",
            "<meta property=\"og:image:width\" content=\"1200\" />",
        ] {
            assert!(head.contains(part), "{part} in {head}");
        }
    }

    #[test]
    fn robots_find_every_page() {
        let public = public("/");
        let sitemap = public.sitemap(["", "kita/"].into_iter().map(str::to_owned));
        for url in ["<loc>https://navi.example/</loc>", "<loc>https://navi.example/kita/</loc>"] {
            assert!(sitemap.contains(url), "{url} in {sitemap}");
        }
        assert!(public.robots().ends_with("Sitemap: https://navi.example/sitemap.xml\n"));
    }
}
