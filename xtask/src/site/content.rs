//! What stands on the pages: the one place where the build asks the app's own code.

use std::path::Path;

use anyhow::Result;
use sango_navi::domain::Programme;
use sango_navi::domain::programme::Body;
use sango_navi::programmes;
use sango_navi::ui::pages;
use sango_navi::words::japanese;

pub(super) use sango_navi::ui::pages::Page;

use super::card::Card;
use crate::rules;

/// Everything that the app gives the site.
pub(super) struct Site {
    /// The page at the root.
    pub home: Page,
    /// Its card.
    pub card: Card,
    /// A page and a data file for each municipality with a scheme.
    pub towns: Vec<Town>,
}

/// One municipality.
pub(super) struct Town {
    /// Its rule file's name, which is its page's path too.
    pub id: String,
    /// Its page.
    pub page: Page,
    /// Its card.
    pub card: Card,
    /// Its rules, as the program reads them.
    pub rules: Vec<u8>,
    /// The line for a browser in which the program can't start.
    pub unavailable: String,
}

impl Town {
    /// Where its page stands, as seen from the site's root.
    pub fn path(&self) -> String {
        format!("{}/", self.id)
    }
}

/// Reads every rule file in `folder` and renders every page.
///
/// # Errors
///
/// All problems of the rule files.
pub(super) fn load(folder: &Path) -> Result<Site> {
    let programmes = rules::load_from(folder)?;
    let words = japanese();
    let card = |heading: String| Card { app: words.app_name(), heading, line: words.card_line() };
    let has_page = |programme: &&Programme| matches!(programme.body, Body::Scheme(_));
    let towns = programmes.iter().filter(has_page).map(|programme| Town {
        id: programme.id.clone(),
        page: pages::town(programme),
        card: card(words.start_heading(programme)),
        rules: programmes::encode(programme),
        unavailable: words.unavailable(programme),
    });
    let card = card(words.home_heading().to_owned());
    Ok(Site { home: pages::home(&programmes), card, towns: towns.collect() })
}
