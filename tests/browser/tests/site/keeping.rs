//! What she takes along: the calendar, the memo, the list, paper, a link to somebody, her answers to another phone.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Engine, browser_test};
use sango_navi::domain::service::Service;
use sango_navi::domain::situation::Applied;
use sango_navi::domain::uses::{Length, PlannedUse, Use};
use sango_navi::interview::record;
use sango_navi::interview::{Answers, BabyAnswer};
use sango_navi::words::japanese;
use thirtyfour::common::print::PrintParameters;

use crate::answered::has_whole;
use crate::mother::{Mother, answered, date};

/// Two stays and a day, at a facility and without, one without a day.
fn planning() -> Answers {
    let stay = |nights, facility: Option<&str>, day: &str| PlannedUse {
        wanted: Use { length: Length::Nights { nights, hours: None }, ..Use::smallest(Service::Stay) },
        facility: facility.map(str::to_owned),
        date: (!day.is_empty()).then(|| date(day)),
    };
    let birth = date("2026-09-15");
    Answers {
        applied: Some(Applied::Yes),
        planned: vec![
            stay(1, Some("tokyo-kita"), "2026-12-07"),
            stay(1, None, ""),
            PlannedUse { wanted: Use::smallest(Service::DayCare), facility: None, date: Some(date("2026-12-15")) },
        ],
        used: vec![Use::smallest(Service::HomeVisit)],
        uses_of: Some(birth),
        ..answered("2026-09-15")
    }
}

/// A file of this test alone.
fn scratch(name: &str) -> PathBuf {
    let folder = xtask::workspace::scratch().join("tests").join("keeping");
    std::fs::create_dir_all(&folder).expect("a folder");
    folder.join(name)
}

/// What a standard reader reads in a picture.
fn read_code(picture: &Path) -> Result<String> {
    let read = Command::new("zbarimg").args(["--quiet", "--raw"]).arg(picture).output().context("starting zbarimg")?;
    Ok(String::from_utf8_lossy(&read.stdout).trim().to_owned())
}

#[browser_test]
async fn answers_move_to_another_browser_by_link_and_by_code() -> Result<()> {
    let mother = Mother::comes_back("kita", &planning()).await?;
    let browser = &mother.browser;
    browser.click_text("summary", japanese().moving_heading()).await?;
    browser.element_with_text(".moving", japanese().moving_warning()).await?;
    ensure!(browser.evaluate::<bool>("return !document.querySelector('.code')").await?, "first the warning");
    browser.click_text(".moving button", japanese().show_moving()).await?;
    let link = browser.text(".moving .address").await?;
    let (_, fragment) = link.split_once('#').context("a fragment")?;
    ensure!(fragment.len() <= record::LONGEST, "{} characters", fragment.len());
    mother.sees("使えます").await?;
    let picture = scratch("code.png");
    browser.element(".code").await?.screenshot(&picture).await?;
    ensure!(read_code(&picture)? == link, "the code on the screen holds the link");

    // Another phone: nothing is taken over before she says so, nothing stays in the address.
    let other = Browser::start(Engine::Chromium, browser_tests::Viewport::PHONE).await?;
    other.set_clock("2026-11-24T10:30:00+09:00").await?;
    other.goto(&link).await?;
    other.element_with_text("h1", japanese().moving_here_heading()).await?;
    other.element_with_text("main", "9月15日").await?;
    let address: String = other.evaluate("return location.href").await?;
    ensure!(address.ends_with("/kita/#move"), "{address}");
    ensure!(other.evaluate::<u32>("return localStorage.length").await? == 0, "nothing is kept yet");
    other.click_text("button", japanese().take_over()).await?;
    other.element_with_text(".planner-outcome", "15,700円").await?;
    other.element_with_text(".planner-outcome", "訪問型はあと2回").await?;

    // Another town's is refused with a word on why.
    let page = link.split('?').next().context("a page")?.to_owned();
    other.goto("about:blank").await?;
    other.goto(&format!("{page}#{}", record::encode("nerima", &planning()))).await?;
    other.element_with_text("main", japanese().of_another_town()).await?;
    // What was here is still here.
    other.goto("about:blank").await?;
    other.goto(&format!("{page}#result")).await?;
    has_whole(&other).await?;
    other.element_with_text(".planner-outcome", "15,700円").await?;
    other.quit().await?;
    mother.done().await
}

/// Two pages at most, with the dates, the phones and a code that a standard reader reads from paper.
#[browser_test]
async fn the_sheet_on_paper_has_two_pages_and_a_code() -> Result<()> {
    // As many uses as are kept, each with its dates.
    let mut stay = planning().planned.swap_remove(0);
    stay.facility = Some("toko".to_owned());
    let many = Answers { planned: vec![stay; record::MOST_PLANNED], ..planning() };
    let expects = Answers {
        baby: Some(BabyAnswer::Expected(date("2027-02-02"))),
        preterm: None,
        applied: Some(Applied::No),
        ..answered("2026-09-15")
    };
    let uses = &["令和8年12月7日", "宿泊型", "読み取ると"][..];
    for (town, answers, told) in [
        ("kita", planning(), uses),
        ("asahikawa", many, uses),
        // 30 weeks: from when she can apply, and the last facility of all.
        ("nerima", expects, &["令和8年9月15日（火）（妊娠20週）から", "産前産後ケア助産院はるかぜ", "百合助産院"]),
    ] {
        let mother = Mother::comes_back(town, &answers).await?;
        let browser = &mother.browser;
        browser.element(".result h1").await?;
        // Its months stand above its bars.
        let media = |media: &str| serde_json::json!({ "media": media });
        browser.driver.cdp().send_raw("Emulation.setEmulatedMedia", media("print")).await?;
        let edges = "dispatchEvent(new Event('beforeprint'));
            const left = (part) => [...document.querySelectorAll(`.sheet ${part}`)]
                .map((one) => Math.round(one.getBoundingClientRect().left));
            const edges = [left('.year-axis'), left('.year-bar')];
            dispatchEvent(new Event('afterprint'));
            return edges";
        let [axis, bars]: [Vec<i64>; 2] = browser.evaluate(edges).await?;
        browser.driver.cdp().send_raw("Emulation.setEmulatedMedia", media("")).await?;
        ensure!(axis.len() == 1 || bars.is_empty(), "{town}: {axis:?} above {bars:?}");
        ensure!(bars.iter().all(|bar| Some(bar) == axis.first()), "{town}: bars at {bars:?}, their months at {axis:?}");
        let parameters = PrintParameters {
            page: thirtyfour::common::print::PrintPage { width: 21.0, height: 29.7 },
            ..PrintParameters::default()
        };
        let paper = browser.driver.print_page(parameters).await.context("printing")?;
        let file = scratch(&format!("{town}.pdf"));
        std::fs::write(&file, &paper)?;
        let pages = scratch(town);
        let made = Command::new("pdftoppm").args(["-r", "150", "-png"]).arg(&file).arg(&pages).status()?;
        ensure!(made.success(), "pdftoppm");
        let page = |number: u32| scratch(&format!("{town}-{number}.png"));
        ensure!(!page(3).exists(), "{town}: more than two pages");
        let code = read_code(&page(1))?;
        let (_, fragment) = code.split_once('#').with_context(|| format!("{town}: a code on paper, found {code}"))?;
        let record = record::decode(fragment).map_err(|error| anyhow::anyhow!("{error:?}"))?;
        let held = if record::keeps_all(town, &answers) {
            record.answers == answers
        } else {
            record.answers.baby == answers.baby
        };
        ensure!(held && record.town == town, "{town}: {code}");
        let text = Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output()?;
        let text = String::from_utf8_lossy(&text.stdout).into_owned();
        for said in told {
            ensure!(text.contains(said), "{town}: 「{said}」 is not on paper:\n{text}");
        }
        ensure!(!text.contains(japanese().print()), "{town}: what can only be tapped is not on paper");
        if town == "nerima" {
            mother.sees("生まれたら").await?;
        }
        mother.done().await?;
    }
    Ok(())
}

/// The words of a use's dates, and of all dates; where the browser copies nothing it says so, and they stand there to be read.
async fn dates_are_copied(browser: &Browser) -> Result<()> {
    let words = japanese();
    let tap = |label: &str| {
        format!("[...document.querySelectorAll('button')].find((button) => button.innerText === '{label}').click()")
    };
    browser
        .evaluate::<()>(
            "window.copied = [];
             const writeText = (text) => { window.copied.push(text); return Promise.resolve(); };
             Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });",
        )
        .await?;
    for label in [words.copy_its_dates(), words.copy_all_dates()] {
        browser.evaluate::<()>(&tap(label)).await?;
    }
    browser.element_with_text(".day-dates", words.copied()).await?;
    let copied: Vec<String> = browser.evaluate("return window.copied").await?;
    let texts: Vec<String> = browser
        .evaluate(
            "return [...document.querySelectorAll('.dates-text')].map((list) =>
                [...list.querySelectorAll('li > span')].map((line) => line.textContent).join('\\n'))",
        )
        .await?;
    let [of_one, of_all] = copied.as_slice() else { anyhow::bail!("{copied:?}") };
    ensure!(texts.contains(of_one) && texts.contains(of_all), "{copied:?} among {texts:?}");
    ensure!(of_one.contains("12月7日") && !of_one.contains("12月15日"), "{of_one}");
    ensure!(of_all.contains("12月7日") && of_all.contains("12月15日"), "{of_all}");

    browser
        .evaluate::<()>("Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })")
        .await?;
    browser.evaluate::<()>(&tap(words.copy_its_dates())).await?;
    browser.element_with_text(".day-dates", words.not_copied()).await?;
    browser.element_with_text(".day-dates .dates-text", "12月7日").await?;
    Ok(())
}

/// What she copies and sends: her dates, the memo, and of the app the town's page alone.
#[browser_test]
async fn what_is_shared_is_the_towns_page_alone() -> Result<()> {
    let mother = Mother::comes_back("kita", &planning()).await?;
    mother.browser.unfold().await?;
    let browser = &mother.browser;
    dates_are_copied(browser).await?;
    browser
        .evaluate::<()>(
            "window.shared = []; navigator.share = (what) => { window.shared.push(what); return Promise.resolve(); }",
        )
        .await?;
    browser.click_text("button", japanese().send_page()).await?;
    let shared: Vec<std::collections::BTreeMap<String, String>> = browser.evaluate("return window.shared").await?;
    let address = shared.first().and_then(|what| what.get("url")).context("an address")?;
    ensure!(address.ends_with("/kita/?openExternalBrowser=1"), "{shared:?}");
    let line: String = browser.evaluate("return document.querySelector('a[href*=\"line.me\"]').href").await?;
    ensure!(line.contains("%2Fkita%2F%3FopenExternalBrowser%3D1") && !line.contains("sn3"), "{line}");
    // Without sharing: the address to copy.
    browser.evaluate::<()>("navigator.share = undefined").await?;
    browser.click_text("button", japanese().send_page()).await?;
    let copied = "window.copied = []; Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text) => { window.copied.push(text); return Promise.resolve(); } } })";
    browser.evaluate::<()>(copied).await?;
    browser.click_text(".sharing button", japanese().copy_address()).await?;
    browser.element_with_text(".sharing", japanese().copied()).await?;
    // From below it stops under the masthead, where no driver moves it on: into the middle, as a thumb would.
    browser
        .evaluate::<()>("document.querySelector('.memo-call > .button').scrollIntoView({ block: 'center' })")
        .await?;
    browser.click_text("button", japanese().copy_memo()).await?;
    let copied: Vec<String> = browser.evaluate("return window.copied").await?;
    ensure!(copied.len() == 2 && !copied[0].contains("sn3"), "{copied:?}");
    for said in
        ["北区の産後ケア", "9月15日（火）に生まれた", "12月7日（月）から宿泊型を1泊2日", "申し込みは、済んでいます"]
    {
        ensure!(copied[1].contains(said), "「{said}」 is not in the memo: {}", copied[1]);
    }
    mother.done().await
}

/// The link for the calendar holds a file that a real parser takes.
#[browser_test]
async fn dates_go_to_the_calendar() -> Result<()> {
    let mother = Mother::comes_back("kita", &planning()).await?;
    mother.browser.unfold().await?;
    let browser = &mother.browser;
    let files: Vec<String> = browser
        .evaluate(
            "return [...document.querySelectorAll('.days .calendar-link, .fixed .calendar-link')]
                .map((link) => decodeURIComponent(link.href.slice(link.href.indexOf(',') + 1)))",
        )
        .await?;
    let (uses, fixed) = files.split_at_checked(3).context("one for each day and one for all")?;
    ensure!(fixed.len() == 4, "one for each service's last day and one for all of them: {}", fixed.len());
    let read = |name: &str, text: &str| -> Result<String> {
        let file = scratch(name);
        std::fs::write(&file, text)?;
        let script = "import sys, icalendar
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
for event in calendar.walk('VEVENT'):
    assert not event.errors, event.errors
    alarm = event.walk('VALARM')[0]
    print(event['UID'], event.decoded('DTSTART'), event.decoded('DTEND'), event['SUMMARY'], alarm.decoded('TRIGGER'), sep='|')";
        let mut python = Command::new("python3");
        python.args(["-c", script]).arg(&file).env("PYTHONPATH", xtask::setup::icalendar()?);
        let parsed = python.output().context("starting python3")?;
        ensure!(parsed.status.success(), "{}", String::from_utf8_lossy(&parsed.stderr));
        Ok(String::from_utf8_lossy(&parsed.stdout).into_owned())
    };
    let last_days = read("fixed.ics", fixed.last().context("a file")?)?;
    ensure!(
        last_days.contains("kita-2026-09-15-stay-last-day@sango-navi.invalid|2027-01-15|2027-01-16|"),
        "{last_days}"
    );
    let all = read("all.ics", uses.last().context("a file")?)?;
    ensure!(last_days.lines().all(|entry| all.contains(entry)), "{last_days} among {all}");
    ensure!(all.contains("産後ケア 宿泊型 1泊2日") && all.contains("2026-12-06 01:30:00+00:00"), "{all}");
    // Another day for the same use: the same entries.
    let ids =
        |read: &str| read.lines().filter_map(|line| line.split('|').next().map(str::to_owned)).collect::<Vec<_>>();
    let first = ids(&read("first.ics", uses.first().context("a file")?)?);
    browser
        .evaluate::<()>(
            "const field = document.querySelector('#day-0');
             field.value = '2026-12-14';
             field.dispatchEvent(new Event('input', { bubbles: true }));",
        )
        .await?;
    browser.element_with_text(".day", "12月14日（月）").await?;
    let of_first_day = "const link = document.querySelector('.days .calendar-link').href;
                        return decodeURIComponent(link.slice(link.indexOf(',') + 1))";
    let moved: String = browser.evaluate(of_first_day).await?;
    ensure!(ids(&read("moved.ics", &moved)?) == first, "a second import replaces the first");
    // She has put them in, and corrects the birth: still the same entries.
    browser.click(".days .calendar-link").await?;
    let corrected = Answers { baby: Some(BabyAnswer::Born(date("2026-09-16"))), ..planning() };
    let keep = format!("localStorage.setItem('sango-navi:/:town/kita', '{}')", record::encode("kita", &corrected));
    browser.evaluate::<()>(&keep).await?;
    browser.reload().await?;
    browser.program_started().await?;
    has_whole(browser).await?;
    mother.browser.unfold().await?;
    browser.element_with_text(".answers", "9月16日").await?;
    let moved: String = browser.evaluate(of_first_day).await?;
    ensure!(ids(&read("corrected.ics", &moved)?) == first, "what she put in under the other date is replaced");
    mother.done().await
}

#[browser_test]
async fn what_to_bring_is_ticked_off_and_stays_so() -> Result<()> {
    let mother = Mother::comes_back("kita", &planning()).await?;
    mother.browser.unfold().await?;
    let browser = &mother.browser;
    browser.element_with_text(".thing", "利用承認通知書").await?;
    let online = japanese().applied_how(sango_navi::interview::AppliedHow::OnlineSince, date("2025-10-01"));
    browser.click_text(".chip", &online).await?;
    browser.gone(".thing:has(+ .nothing)").await?;
    let things = "return [...document.querySelectorAll('.thing')].map((thing) => thing.textContent).join()";
    let text: String = browser.evaluate(things).await?;
    ensure!(text.contains("クーポン") && !text.contains("利用承認通知書"), "{text}");
    browser.click_text(".thing", "母子健康手帳").await?;
    browser.reload().await?;
    browser.program_started().await?;
    has_whole(browser).await?;
    mother.browser.unfold().await?;
    browser.element_with_text(".thing", "母子健康手帳").await?;
    let ticked: Vec<String> = browser
        .evaluate(
            "return [...document.querySelectorAll('.thing input:checked')].map((box) => box.parentElement.textContent)",
        )
        .await?;
    ensure!(ticked == ["母子健康手帳"], "{ticked:?}");
    let text: String = browser.evaluate(things).await?;
    ensure!(!text.contains("利用承認通知書"), "{text}");
    mother.sees("使えます").await?;
    mother.done().await
}
