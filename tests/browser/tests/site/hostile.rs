//! No text becomes markup: of an address, of the store, of a rule.

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Engine, Site, Viewport, browser_test};
use sango_navi::domain::service::Service;
use sango_navi::domain::uses::{PlannedUse, Use};
use sango_navi::interview::{Answers, record};
use sango_navi::planner::Ticks;
use tempfile::TempDir;

use crate::answered::{self, signed};

/// Texts that would be markup or a script wherever they are taken for more than text.
const PAYLOADS: [&str; 8] = [
    "<img src=x onerror=\"window.hacked=1\">",
    "\"><script>window.hacked=1</script>",
    "'-window.hacked=1-'",
    "javascript:window.hacked=1",
    "<svg onload=window.hacked=1>",
    "</title><script>window.hacked=1</script>",
    "{{constructor.constructor('window.hacked=1')()}}",
    "%3Cimg%20src%3Dx%20onerror%3Dwindow.hacked%3D1%3E",
];

/// Nothing on the page came of a payload.
async fn is_clean(browser: &Browser, what: &str) -> Result<()> {
    let made = "return [...document.querySelectorAll('img, iframe, object, embed, base, svg[onload], [onerror]')]
        .concat([...document.scripts].filter((script) =>
            script.src ? !script.src.startsWith(location.origin) : script.text.includes('hacked')))
        .concat([...document.links].filter((link) => !/^(https?|tel|mailto|data:text\\/calendar)/.test(link.href)))
        .map((element) => element.outerHTML)
        .concat(window.hacked ? ['hacked'] : [])";
    let made: Vec<String> = browser.evaluate(made).await?;
    ensure!(made.is_empty(), "{what} became {made:?}");
    Ok(())
}

/// Puts texts into an empty store, and loads the town's page that is open again with this fragment: what it keeps and what
/// its address says is read when it begins.
async fn comes_back(browser: &Browser, kept: &[(&str, &str)], fragment: &str) -> Result<()> {
    browser.evaluate::<()>("localStorage.clear()").await?;
    for (key, text) in kept {
        answered::keeps(browser, &format!("sango-navi:/:{key}"), text).await?;
    }
    // The program that is open would follow another fragment at once; of this it is not told.
    let named = "history.replaceState(null, '', `#${arguments[0]}`); return location.hash.length > 1";
    let named = browser.driver.execute(named, vec![fragment.into()]).await?;
    ensure!(named.json().as_bool() == Some(true), "{fragment} is not in the address");
    browser.reload().await?;
    browser.program_started().await
}

/// A record of her answers, and the same with a payload in each place that a text has: with the checksum that the app
/// writes, so that it is not refused for another.
fn records(payload: &str) -> Result<(String, [String; 3])> {
    let stay = PlannedUse { wanted: Use::smallest(Service::Stay), facility: Some("facility".to_owned()), date: None };
    let record = record::encode("kita", &Answers { planned: vec![stay], ..answered::answers()? });
    ensure!(record.contains("facility~") && record.starts_with("sn3.kita."), "{record}");
    let (text, sum) = record.rsplit_once('.').context("a checksum")?;
    ensure!(signed(text).ends_with(sum), "another checksum than the app's");
    let hostile = [
        text.replace("facility", payload),
        text.replace(".kita.", &format!(".{payload}.")),
        format!("sn3.kita.{payload}"),
    ];
    Ok((record, hostile.map(|text| signed(&text))))
}

#[browser_test(Chromium)]
async fn no_text_becomes_markup(engine: Engine) -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    // Behind the icon only a town's own address is followed to where she was.
    browser.goto(&site.url("robots.txt")).await?;
    answered::keeps(&browser, "sango-navi:/:last", "//example.org/").await?;
    browser.goto(&site.url("?installed=1")).await?;
    browser.program_started().await?;
    assert_eq!(browser.driver.current_url().await?.as_str(), site.url(""));
    is_clean(&browser, "the last town").await?;
    browser.goto(&site.url("kita/")).await?;
    browser.program_started().await?;
    for (place, payload) in PAYLOADS.into_iter().enumerate() {
        let (record, hostile) = records(payload)?;
        let [first, second, third] = &hostile;
        // As a link's, too: the payload, and one of the three that are signed.
        for (kept, fragment) in
            [(payload, payload), (first, &hostile[place % hostile.len()]), (second, "result"), (third, "result")]
        {
            comes_back(&browser, &[("town/kita", kept), ("last", payload)], fragment).await?;
            is_clean(&browser, &format!("{kept}, stored, and {fragment}, in the address")).await?;
        }
        // Answers that are sound, and a payload in all that stands beside them.
        let (_, sum) = record.rsplit_once('.').context("a checksum")?;
        let seen = format!("1{sum}{payload}");
        let ticks = format!("{} {payload}", Ticks::read("", answered::days_ago(40)?).write());
        let beside = [("town/kita", record.as_str()), ("seen/kita", &seen), ("ticks/kita", &ticks), ("lost", payload)];
        comes_back(&browser, &beside, "result").await?;
        answered::has_whole(&browser).await?;
        is_clean(&browser, &format!("{payload}, beside her answers")).await?;
    }
    browser.quit().await
}

/// The words of a rule file's line, and what stands before them; `None` where it holds none that she reads.
fn words(line: &str) -> Option<(&str, &str)> {
    let key = line.trim_start().trim_start_matches("{ ").split(' ').next()?;
    let is_read = ["text", "name", "title", "address", "publisher", "remarks"].contains(&key);
    is_read.then(|| line.split_once('"')).flatten()
}

/// A rule file with payloads in the place of its words: on the static page and on her plan they are read as they are.
#[browser_test(Chromium)]
async fn no_rule_becomes_markup(engine: Engine) -> Result<()> {
    let (rules, root) = (TempDir::new()?, TempDir::new()?);
    // In a TOML text, a quotation mark is written with a backslash.
    let payload = PAYLOADS.join(" ").replace('"', "\\\"");
    let mut hostile = 0;
    for entry in fs::read_dir(xtask::rule_files::folder())? {
        let path = entry?.path();
        let (Some(name), true) = (path.file_name(), path.is_file()) else { continue };
        let text = fs::read_to_string(&path)?;
        let lines = text.lines().map(|line| match words(line) {
            Some((before, words)) => {
                hostile += 1;
                format!("{before}\"{payload} {words}")
            }
            None => line.to_owned(),
        });
        fs::write(rules.path().join(name), lines.collect::<Vec<_>>().join("\n"))?;
    }
    ensure!(hostile > 200, "{hostile} texts");
    let base = xtask::base::Base::default();
    xtask::site::assemble(&xtask::site::bundle(), rules.path(), &base, root.path())?;
    let site = Site::of(root.path())?;
    let browser = Browser::start(engine, Viewport::PHONE).await?;
    answered::opens_plan(&browser, &site, "kita").await?;
    answered::has_whole(&browser).await?;
    is_clean(&browser, "a rule on her plan").await?;
    let plan = answered::plan(&browser).await?;
    for payload in PAYLOADS {
        ensure!(plan.contains(payload), "「{payload}」 is not read as it is: {plan}");
    }
    for page in ["kita/", "kita/#help", ""] {
        browser.goto(&site.url(page)).await?;
        browser.program_started().await?;
        is_clean(&browser, &format!("a rule on /{page}")).await?;
    }
    browser.goto(&site.url("kita/flyer/")).await?;
    is_clean(&browser, "a rule on the flyer").await?;
    browser.quit().await
}
