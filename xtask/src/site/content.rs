//! What stands on the pages: the one place where the build asks the app's own code.

use std::path::Path;

use std::fs;

use anyhow::{Context, Result};
use sango_navi::domain::Programme;
use sango_navi::domain::programme::{Body, Gate};
use sango_navi::programmes;
use sango_navi::towns::{self, Group, Here};
use sango_navi::ui::pages;
use sango_navi::words::japanese;

pub(super) use sango_navi::ui::pages::Page;

use super::card::Card;
use super::code;
use super::public::Public;
use crate::{rule_files, workspace};

/// Everything that the app gives the site.
pub(super) struct Site {
    /// The page at the root.
    pub home: Page,
    /// Its card.
    pub card: Card,
    /// The directory of all municipalities, as the search reads it.
    pub directory: Vec<u8>,
    /// The page where nothing is.
    pub missing: Page,
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
    /// Its flyer.
    pub flyer: Page,
    /// Whether its page asks for a postal code, which is looked up in the directory.
    pub asks_postal_code: bool,
}

impl Town {
    /// Where its page stands, as seen from the site's root.
    pub fn path(&self) -> String {
        path(&self.id)
    }
}

fn path(id: &str) -> String {
    format!("{id}/")
}

/// What a flyer's code adds to the address: LINE's camera then opens the phone's own browser, which keeps answers.
const LEAVES_LINE: &str = "?openExternalBrowser=1";

/// Reads every rule file in `folder` and renders every page.
///
/// # Errors
///
/// All problems of the rule files, or an address that is too long for a code.
pub(super) fn load(folder: &Path, public: &Public) -> Result<Site> {
    let programmes = rule_files::load_from(folder)?;
    let words = japanese();
    let card = |heading: String| Card { app: words.app_name(), heading, line: words.card_line() };
    let has_page = |programme: &&Programme| matches!(programme.body, Body::Scheme(_));
    let keeper = public.settings.mail.link();
    let town = |programme: &Programme| -> Result<Town> {
        let path = path(&programme.id);
        let code = code::draw(&public.url(&format!("{path}{LEAVES_LINE}")), &public.url(&path))?;
        Ok(Town {
            id: programme.id.clone(),
            page: pages::town(programme, &keeper),
            card: card(words.start_heading(programme)),
            rules: programmes::encode(programme),
            flyer: pages::flyer(programme, &code),
            asks_postal_code: asks_postal_code(programme),
        })
    };
    Ok(Site {
        home: pages::home(&programmes),
        directory: directory(&programmes)?,
        card: card(words.home_heading().to_owned()),
        missing: pages::missing(&programmes, public.base.as_str()),
        towns: programmes.iter().filter(has_page).map(town).collect::<Result<_>>()?,
    })
}

/// Whether some of its conditions goes by a postal code, now or later.
fn asks_postal_code(programme: &Programme) -> bool {
    let Body::Scheme(periods) = &programme.body else { return false };
    let facilities = periods.iter().flat_map(|period| &period.rules.facilities);
    let mut conditions = facilities.flat_map(|facility| &facility.offers).flat_map(|offer| &offer.conditions);
    conditions.any(|condition| matches!(condition.gate, Gate::Postal { .. }))
}

/// The committed list of municipalities, with what the app has of them.
fn directory(programmes: &[Programme]) -> Result<Vec<u8>> {
    let index = index()?;
    let mut here = Here::default();
    for programme in programmes {
        match &programme.body {
            Body::Scheme(_) => here.pages.push(towns::Page { code: programme.code.clone(), id: programme.id.clone() }),
            Body::Association(association) => here.groups.push(Group {
                covers: association.covers.clone(),
                title: programme.title.clone(),
                remarks: association.remarks.iter().map(|remark| remark.text.clone()).collect(),
                addresses: programme.documents.iter().filter_map(|document| document.url.clone()).collect(),
            }),
        }
    }
    Ok(towns::encode_directory(&here, &index))
}

/// The index of the committed list.
///
/// # Errors
///
/// When the list can't be read.
pub fn index() -> Result<Vec<u8>> {
    let folder = workspace::root().join("xtask/municipalities");
    let read = |file: &str| {
        let path = folder.join(file);
        fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
    };
    Ok(towns::encode(&read("municipalities.tsv")?, &read("postal_codes.tsv")?)?)
}
