//! `cargo xtask site`: Trunk's hook, which makes a site of what Trunk has bundled.
//!
//! It works on Trunk's staging directory: a data file for each municipality, and the pages, all from Trunk's `index.html`
//! as their template, with one style sheet and a start script of its own in them.

mod card;
mod code;
mod content;
mod css;
mod exports;
mod fill;
mod glue;
pub mod hosting;
mod install;
mod merge;
mod plain;
mod program;
mod public;
mod script;
mod start;
mod template;
pub mod worker;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::base::Base;
use crate::settings::Settings;
use crate::{digest, rule_files, workspace};
use card::Card;
pub use content::index;
use install::{App, Shortcut};
pub use program::{chunks_of, comes_later};
use public::Public;
use template::{Inline, Own, Template};
use worker::Kept;

/// Runs the hook on the directory that Trunk names.
///
/// # Errors
///
/// When it is not Trunk that runs it, or when a file can't be read or written.
pub fn run(_arguments: &[String]) -> Result<ExitCode> {
    let variable = |name: &str| {
        std::env::var(name).with_context(|| format!("{name} is not set: it is Trunk that runs `site`, as its hook"))
    };
    let staging = PathBuf::from(variable("TRUNK_STAGING_DIR")?);
    let base: Base = variable("TRUNK_PUBLIC_URL")?.parse()?;
    program::split(&staging)?;
    let bundle = bundle();
    // What an earlier build left there would stand beside this one's.
    let _ = fs::remove_dir_all(&bundle);
    copy(&staging, &bundle)?;
    write(&staging, &base, &rule_files::folder())?;
    Ok(ExitCode::SUCCESS)
}

/// The most pages that an icon leads to; phones show about four.
const MOST_SHORTCUTS: usize = 10;

/// What Trunk bundled last, as [`assemble`] takes it.
pub fn bundle() -> PathBuf {
    workspace::scratch().join("bundle")
}

/// Makes in `into` the site of a `bundle` and the rule files in `rules`, to stand under `base`: in a second, where a
/// build would take minutes.
///
/// # Errors
///
/// When there is no bundle, or a file can't be read or written.
pub fn assemble(bundle: &Path, rules: &Path, base: &Base, into: &Path) -> Result<()> {
    copy(bundle, into)?;
    write(into, base, rules)
}

/// Writes the site into `staging`, to stand under `base`.
fn write(staging: &Path, base: &Base, rules: &Path) -> Result<()> {
    let page = staging.join("index.html");
    let bundled = fs::read_to_string(&page).with_context(|| format!("reading {}", page.display()))?;
    let program = program::files(staging)?;
    let style = css::bundle(&workspace::root().join("style"))?;
    // The one page that may stand anywhere links its sheet.
    let linked = base.link(&Asset::add(staging, "style", "css", style.as_bytes())?.path);
    let public = Public { settings: Settings::load()?, base: base.clone() };
    let site = content::load(rules, &public)?;
    let app = install::write(staging, base, &app(&site))?;
    let imports = start::imports(&program, base);
    let script = script::minify(&start::script(&program, &app.manifest, base))?;
    let template = Template::new(&start::take_out(&bundled)?, base.clone(), Inline { imports, script, style })?;
    let card = card(staging, "home", &site.card)?;
    let towns = Asset::add(staging, "data/towns", "bin", &site.directory)?;
    let head = public.head(&site.home, "", &card) + &app.head + &directory(&base.link(&towns.path));
    let own = Own { head: &head, rules: None };
    save(staging, "index.html", template.render(&site.home, &own)?)?;
    save(staging, "404.html", plain::page(&site.missing, NOT_LISTED, &linked))?;
    let paper = css::alone(&workspace::root().join("style").join("flyer.css"))?;
    let paper = base.link(&Asset::add(staging, "flyer", "css", paper.as_bytes())?.path);
    let mut kept = vec![Kept { page: String::new(), files: Vec::new() }];
    for town in &site.towns {
        let (id, path) = (&town.id, town.path());
        let rules = Asset::add(staging, &format!("data/{id}"), "bin", &town.rules)?;
        let card = self::card(staging, id, &town.card)?;
        // The name of a file that a page does not ask for would only lengthen it.
        let looked_up = if town.asks_postal_code { directory(&base.link(&towns.path)) } else { String::new() };
        let head = public.head(&town.page, &path, &card) + &app.head + &looked_up;
        let own = Own { head: &head, rules: Some(&rules) };
        save(staging, &format!("{path}index.html"), template.render(&town.page, &own)?)?;
        save(staging, &format!("{path}flyer/index.html"), plain::page(&town.flyer, &public.address(&path), &paper))?;
        kept.push(Kept { page: path, files: vec![rules.path] });
    }
    let paths = std::iter::once(String::new()).chain(site.towns.iter().map(content::Town::path));
    save(staging, "sitemap.xml", public.sitemap(paths))?;
    save(staging, "robots.txt", public.robots())?;
    copy(&workspace::root().join("public"), staging)?;
    worker::write(staging, base, &kept)?;
    hosting::write(staging, base)
}

/// The app as a phone keeps it.
fn app(site: &content::Site) -> App {
    let shortcuts = site.towns.iter().take(MOST_SHORTCUTS);
    let shortcuts = shortcuts.map(|town| Shortcut { name: town.card.heading.clone(), path: town.path() });
    App { name: site.card.app.to_owned(), description: site.home.description.clone(), shortcuts: shortcuts.collect() }
}

/// Where the program finds the directory of all municipalities.
fn directory(address: &str) -> String {
    format!(r#"<meta id="towns" name="towns" content="{address}" />"#)
}

/// What keeps a page out of search engines: it stands at every address where nothing is.
const NOT_LISTED: &str = "<meta name=\"robots\" content=\"noindex\" />";

/// Draws the card of the page named `name`.
fn card(staging: &Path, name: &str, card: &Card) -> Result<Asset> {
    Asset::add(staging, &format!("cards/{name}"), "png", &card.draw()?)
}

/// A file whose name holds a digest of its content.
struct Asset {
    /// As seen from the site's root, without a slash before it.
    path: String,
    /// What a browser may check it by.
    integrity: String,
}

impl Asset {
    fn add(staging: &Path, name: &str, extension: &str, content: &[u8]) -> Result<Asset> {
        let path = format!("{name}-{}.{extension}", digest::short(content));
        save(staging, &path, content)?;
        Ok(Asset { path, integrity: digest::integrity(content) })
    }
}

fn save(staging: &Path, path: &str, content: impl AsRef<[u8]>) -> Result<()> {
    let path = staging.join(path);
    if let Some(directory) = path.parent() {
        fs::create_dir_all(directory).with_context(|| format!("making {}", directory.display()))?;
    }
    fs::write(&path, content).with_context(|| format!("writing {}", path.display()))
}

/// Copies what is in `from` into `to`; hidden files are an editor's, not the site's.
fn copy(from: &Path, to: &Path) -> Result<()> {
    if !from.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(to).with_context(|| format!("making {}", to.display()))?;
    for entry in fs::read_dir(from).with_context(|| format!("reading {}", from.display()))? {
        let entry = entry?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        if source.is_dir() {
            copy(&source, &target)?;
        } else {
            fs::copy(&source, &target).with_context(|| format!("copying {}", source.display()))?;
        }
    }
    Ok(())
}
