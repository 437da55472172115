//! The page is changed by somebody else: a page translator that puts its own texts in the place of ours, a phone that marks
//! dates and numbers. What is said by numbers stays that of a page that nobody changed.

use anyhow::{Result, ensure};
use browser_tests::{Browser, Engine, Settings, Site, browser_test, until};
use sango_navi::words::japanese;

use crate::answered;

/// What is done to each text of the app: the name of a case, and the script that does it.
const CHANGES: [(&str, &str); 4] = [
    ("every text", "change(() => true, (text) => wrap(text))"),
    ("numbers alone", "change((text) => /[0-9]/.test(text.data), (text) => wrap(text))"),
    (
        "split in three",
        "change((text) => /[0-9]/.test(text.data), (text) => {
            const at = text.data.search(/[0-9]/);
            const number = text.splitText(at);
            number.splitText(number.data.match(/^[0-9,]+/)[0].length);
            const mark = document.createElement('chrome_annotation');
            number.replaceWith(mark);
            mark.append(number.data);
        })",
    ),
    (
        "an element in between",
        "for (const parent of document.querySelectorAll('#app p, #app button, #app dd, #app li')) {
            const between = document.createElement('font');
            between.append(...parent.childNodes);
            parent.append(between);
        }",
    ),
];

const TOOLS: &str = "const wrap = (text) => {
        const [outer, inner] = ['font', 'font'].map((tag) => document.createElement(tag));
        outer.append(inner);
        inner.append(text.data);
        text.replaceWith(outer);
    };
    const change = (which, how) => {
        const texts = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
        const all = [];
        while (texts.nextNode()) all.push(texts.currentNode);
        all.filter((text) => text.data.trim() && which(text)).forEach(how);
    };";

/// All text of her plan, as the page has it: what is hidden too, without spaces.
const SAID: &str = "return document.querySelector('.result').textContent.replaceAll(/\\s/g, '')";

/// What she does after the page was changed.
const ACTS: [(&str, &str); 4] = [
    ("one more", "document.querySelectorAll('.planner-service button')[1].click()"),
    ("one less", "document.querySelectorAll('.planner-service button')[0].click()"),
    ("a filter", "document.querySelectorAll('.filters .chip')[1].click()"),
    ("used", "document.querySelectorAll('.planner-used button')[1].click()"),
];

async fn stands_still(browser: &Browser) -> Result<String> {
    let mut before = String::new();
    until("the plan to stand still", async || {
        let now: String = browser.evaluate(&crate::walk::two_frames_on(&SAID.replace("return ", ""))).await?;
        let same = now == before;
        before = now;
        Ok(same.then_some(()))
    })
    .await?;
    Ok(before)
}

#[browser_test(Chromium, Firefox, WebKit)]
async fn what_somebody_else_changed_says_what_is_true(engine: Engine) -> Result<()> {
    let (browser, site) = (Browser::open(Settings::new(engine)).await?, Site::start()?);
    for (change, script) in CHANGES {
        for (name, act) in ACTS {
            let mut said = Vec::new();
            for changed in [false, true] {
                answered::opens_plan(&browser, &site, "kita").await?;
                answered::has_whole(&browser).await?;
                browser.unfold().await?;
                stands_still(&browser).await?;
                if changed {
                    browser.evaluate::<()>(&format!("{TOOLS} {script}")).await?;
                }
                browser.evaluate::<()>(act).await?;
                said.push(stands_still(&browser).await?);
                if !changed {
                    ensure!(said[0].contains(japanese().planner_heading()), "{}", said[0]);
                }
            }
            ensure!(said[0] == said[1], "{engine}, {change}, {name}:\n{}\n{}", said[0], said[1]);
        }
    }
    // A driver's first page has no icon; a browser asks for one.
    let mut errors = browser.console_errors().await?;
    errors.retain(|line| !line.text.contains("favicon.ico"));
    ensure!(errors.is_empty(), "{errors:?}");
    browser.quit().await
}
