//! Every file of the site lost, refused, cut off or changed on its way: what she still has on each kind of page.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use browser_tests::site::Fault;
use browser_tests::{Browser, Engine, Site, Viewport, browser_test, until};
use sango_navi::interview::record;
use sango_navi::words::japanese;

use crate::answered;

/// What becomes of a file. Few are as short as what is left of one that is cut off.
const FAULTS: [Fault; 4] = [Fault::Status(404), Fault::Status(500), Fault::Truncated(20), Fault::Corrupted];

/// A kind of page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Where she says where she lives.
    Home,
    /// A town's, on a first visit.
    Town,
    /// A town's, with her answers on the phone.
    Result,
}

/// What a page lacks without a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lack {
    /// Nothing that she sees.
    Nothing,
    /// Everything: it is the page itself.
    Page,
    /// The personal part.
    Program,
    /// The search for her town.
    Search,
    /// Her plan, until she asks for it again.
    Plan,
}

impl Kind {
    fn path(self) -> &'static str {
        match self {
            Kind::Home => "",
            Kind::Town => "kita/",
            Kind::Result => "kita/#result",
        }
    }

    /// What it lacks without `file`. A file that is new, and of no kind named here, must be one that no page needs.
    fn lack(self, file: &str) -> Lack {
        let is_home = self == Kind::Home;
        let is_needed_by = |split| {
            let chunks = xtask::site::chunks_of(&xtask::workspace::dist(), split);
            chunks.expect("a site with chunks").iter().any(|chunk| chunk == file)
        };
        let program = file.starts_with("sango-navi-") && !xtask::site::comes_later(file);
        if file == (if is_home { "index.html" } else { "kita/index.html" }) {
            Lack::Page
        } else if is_home && file.starts_with("data/towns-") {
            Lack::Search
        } else if program || (is_home && is_needed_by("home")) || (!is_home && file.starts_with("data/kita-")) {
            Lack::Program
        } else if self == Kind::Result && is_needed_by("result") {
            Lack::Plan
        } else {
            Lack::Nothing
        }
    }

    /// Opens it on a phone that has never been here, while `files` go wrong.
    async fn opens(self, browser: &Browser, files: &[String], fault: &Fault) -> Result<Site> {
        // Each is another site: nothing is kept from the one before.
        let site = Site::start()?;
        if self == Kind::Result {
            browser.goto(&site.url("robots.txt")).await?;
            let record = record::encode("kita", &answered::answers()?);
            answered::keeps(browser, "sango-navi:/:town/kita", &record).await?;
        }
        let wrong: Vec<(String, Fault)> = files
            .iter()
            .map(|file| (format!("/{}", file.strip_suffix("index.html").unwrap_or(file)), fault.clone()))
            // The worker would load all the rest each time; what it does with a wrong file `line.rs` tells.
            .chain([("/worker.js".to_owned(), Fault::Status(404))])
            .collect();
        site.server().fail(move |path| wrong.iter().find(|(wrong, _)| wrong == path).map(|(_, fault)| fault.clone()));
        let opened = browser.goto(&site.url(self.path())).await;
        // A page that is cut off has not arrived, and a driver may say so.
        ensure!(opened.is_ok() || files.iter().any(|file| self.lack(file) == Lack::Page), "{opened:?}");
        Ok(site)
    }

    /// It is as if all were there.
    async fn works(self, browser: &Browser) -> Result<()> {
        browser.program_started().await?;
        match self {
            Kind::Home => browser.element_with_text("h1", japanese().home_heading()).await.map(drop),
            Kind::Town => browser.element_with_text("a", japanese().born()).await.map(drop),
            Kind::Result => browser.element_with_text(".result:not([aria-busy])", "6,600円").await.map(drop),
        }
    }

    /// It is the page to read, and says in a line on the screen that the personal part is not to be had.
    pub async fn stays(self, browser: &Browser) -> Result<()> {
        browser.program_unavailable().await?;
        let said = browser.text("#unavailable").await?;
        let (heading, whom, to_read) = match self {
            Kind::Home => (japanese().home_heading(), "この端末では動きません", "北区"),
            Kind::Town | Kind::Result => ("北区の産後ケア", "03-3908-", "03-5963-3311"),
        };
        ensure!(said.contains(whom), "said: {said}");
        ensure!(browser.text("h1").await? == heading, "another heading");
        let read: String = browser.evaluate("return document.body.textContent").await?;
        ensure!(read.contains(to_read), "「{to_read}」 is not there to read: {read}");
        let seen = "const line = document.getElementById('unavailable').getBoundingClientRect();
            return line.top >= 0 && line.bottom <= innerHeight + 1";
        ensure!(browser.evaluate::<bool>(seen).await?, "the line is out of sight");
        ensure!(browser.sticking_out().await?.is_empty(), "{:?}", browser.sticking_out().await?);
        Ok(())
    }

    /// It works when it is loaded again, or once more: what is damaged the browser itself may keep, until the worker asks
    /// the server for it.
    async fn comes_back(self, browser: &Browser, site: &Site) -> Result<()> {
        site.server().heal();
        browser.reload().await?;
        let said = "const line = document.getElementById('unavailable');
            return line !== null && !line.hidden && getComputedStyle(line).visibility === 'visible'";
        let started = "return document.getElementById('app')?.firstChild?.nodeValue !== 'static'";
        let starts = until("the program, or word of it", async || {
            let starts = browser.evaluate::<bool>(started).await?;
            Ok((starts || browser.evaluate::<bool>(said).await?).then_some(starts))
        })
        .await?;
        if !starts {
            // WebKit, with a worker at work, may not name it to the page that began it.
            until("the site to be kept", async || Ok(answered::is_kept(browser).await?.then_some(()))).await?;
            browser.reload().await?;
        }
        self.works(browser).await
    }

    /// It is what `lack` leaves of it.
    async fn is_what_is_left(self, browser: &Browser, site: &Site, lack: Lack, fault: &Fault) -> Result<()> {
        match lack {
            Lack::Nothing => self.works(browser).await,
            Lack::Program => {
                self.stays(browser).await?;
                if matches!(fault, Fault::Truncated(_) | Fault::Corrupted) {
                    self.comes_back(browser, site).await?;
                }
                Ok(())
            }
            Lack::Search => {
                self.works(browser).await?;
                browser.click("a[href='#search']").await?;
                browser.element_with_text("main", japanese().towns_missing()).await?;
                site.server().heal();
                browser.click_text("button", japanese().try_again()).await?;
                browser.fill(japanese().search_field(), "きたく").await?;
                browser.element_with_text(".choices a", "東京都 北区").await.map(drop)
            }
            Lack::Plan => {
                browser.element_with_text("main", japanese().later_failed()).await?;
                site.server().heal();
                // The first touch of a page asks by itself, so that the button may be gone before the tap on it is over.
                let taps = format!(
                    "[...document.querySelectorAll('button')].find((one) => one.innerText.includes('{}'))?.click()",
                    japanese().try_again()
                );
                browser.evaluate::<()>(&taps).await?;
                self.works(browser).await
            }
            Lack::Page => {
                // What the host or the browser says in its place is theirs to say; it is no end.
                site.server().heal();
                browser.goto(&site.url("robots.txt")).await?;
                browser.goto(&site.url(self.path())).await?;
                self.works(browser).await
            }
        }
    }
}

/// All that the site has, as seen from its root.
fn files(root: &Path, folder: &str) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root.join(folder)).with_context(|| format!("reading {folder}"))? {
        let entry = entry?;
        let path = format!("{folder}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            found.extend(files(root, &format!("{path}/"))?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Files without which a page lacks the same, and what that is.
type Group = (Lack, Vec<Vec<String>>);

/// The files of the site: each that a page lacks something without by itself, all others at once.
fn groups(kind: Kind) -> Result<Vec<Group>> {
    let (needed, others): (Vec<String>, Vec<String>) =
        files(Site::start()?.root(), "")?.into_iter().partition(|file| kind.lack(file) != Lack::Nothing);
    ensure!(needed.len() >= 4 && others.len() > 30, "{needed:?} {others:?}");
    let mut groups: Vec<Group> = vec![(Lack::Nothing, vec![others])];
    for file in needed {
        let lack = kind.lack(&file);
        match groups.iter_mut().find(|(of, _)| *of == lack) {
            Some((_, files)) => files.push(vec![file]),
            None => groups.push((lack, vec![vec![file]])),
        }
    }
    Ok(groups)
}

/// In each engine every fault happens to a file of those without which a page lacks the same; where these are three or more,
/// each of them meets every fault in one engine or another. A town's page has Chromium's share alone: what it lacks a
/// program without, the result does too.
async fn every_file_goes_wrong(engine: Engine, kind: Kind) -> Result<()> {
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    let turn = Engine::ALL.iter().position(|one| *one == engine).context("an engine")?;
    for (lack, group) in groups(kind)? {
        let pairs: Vec<(&Vec<String>, Fault)> = match group.len() {
            1 | 2 => group.iter().cycle().skip(turn).zip(FAULTS).collect(),
            _ => {
                let all = group.iter().enumerate().flat_map(|(at, files)| {
                    FAULTS.into_iter().enumerate().map(move |(fault, how)| (at + fault, files, how))
                });
                all.filter(|(sum, ..)| sum % Engine::ALL.len() == turn).map(|(_, files, how)| (files, how)).collect()
            }
        };
        for (files, fault) in pairs {
            let site = kind.opens(&browser, files, &fault).await?;
            let left = kind.is_what_is_left(&browser, &site, lack, &fault).await;
            left.with_context(|| format!("{} {fault:?}", files.first().map_or("", String::as_str)))?;
        }
    }
    browser.quit().await
}

#[browser_test(Chromium, Firefox, WebKit)]
async fn every_file_goes_wrong_on_the_first_page(engine: Engine) -> Result<()> {
    every_file_goes_wrong(engine, Kind::Home).await
}

#[browser_test(Chromium)]
async fn every_file_goes_wrong_on_a_towns_page(engine: Engine) -> Result<()> {
    every_file_goes_wrong(engine, Kind::Town).await
}

#[browser_test(Chromium, Firefox, WebKit)]
async fn every_file_goes_wrong_before_the_result(engine: Engine) -> Result<()> {
    every_file_goes_wrong(engine, Kind::Result).await
}
