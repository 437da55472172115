//! A mother with a phone: what she does on a town's page, in her words.

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Engine, Settings, Site};
use chrono::NaiveDate;
use sango_navi::domain::household::{Babies, Household};
use sango_navi::domain::situation::{Applied, MedicalCare};
use sango_navi::interview::record::encode;
use sango_navi::interview::{Answers, Wish};
use sango_navi::words::{Language, japanese};
use xtask::sample;

use crate::answered::{has_whole, keeps};

/// What her phone's clock says where nothing else is said.
const NOW: &str = "2026-11-24T10:30:00+09:00";

/// A day like 「2026-12-01」.
pub fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// One baby born on a day, every question answered, not applied for.
pub fn answered(birth: &str) -> Answers {
    sample::answers(date(birth))
}

/// A phone with the site open on it.
pub struct Mother {
    pub browser: Browser,
    pub site: Site,
    words: Language,
}

impl Mother {
    /// Opens a town's page in Chromium at 360 × 640, where it is Tuesday 24 November 2026, 10:30.
    pub async fn opens(town: &str) -> Result<Mother> {
        Mother::opens_with(town, Settings::new(Engine::Chromium)).await
    }

    /// Opens a town's page in a browser with `settings`.
    pub async fn opens_with(town: &str, settings: Settings) -> Result<Mother> {
        Mother::opens_at(town, settings, NOW).await
    }

    /// Opens a town's page where the phone's clock says `moment` whenever the page loads.
    pub async fn opens_at(town: &str, settings: Settings, moment: &str) -> Result<Mother> {
        let site = Site::start()?;
        let browser = Browser::open(settings).await?;
        browser.set_clock(moment).await?;
        browser.goto(&site.url(&format!("{town}/"))).await?;
        browser.program_started().await?;
        Ok(Mother { browser, site, words: japanese() })
    }

    /// Comes back to a town's result with answers that her phone has kept.
    pub async fn comes_back(town: &str, answers: &Answers) -> Result<Mother> {
        Mother::comes_back_with(town, answers, Settings::new(Engine::Chromium)).await
    }

    /// The same in a browser with `settings`.
    pub async fn comes_back_with(town: &str, answers: &Answers, settings: Settings) -> Result<Mother> {
        Mother::comes_back_at(town, answers, settings, NOW).await
    }

    /// The same where the phone's clock says `moment` whenever the page loads.
    pub async fn comes_back_at(town: &str, answers: &Answers, settings: Settings, moment: &str) -> Result<Mother> {
        let site = Site::start()?;
        let browser = Browser::open(settings).await?;
        browser.set_clock(moment).await?;
        // A page that has an icon and no program, which would be begun twice otherwise.
        browser.goto(&site.url("404.html")).await?;
        keeps(&browser, &format!("sango-navi:/:town/{town}"), &encode(town, answers)).await?;
        browser.goto(&site.url(&format!("{town}/#result"))).await?;
        browser.program_started().await?;
        let mother = Mother { browser, site, words: japanese() };
        mother.browser.element(".result:not([aria-busy]) h1").await?;
        has_whole(&mother.browser).await?;
        Ok(mother)
    }

    /// Looks at the screen that has `heading`: nothing sticks out, nothing for axe-core, no error on the console.
    pub async fn sees(&self, heading: &str) -> Result<()> {
        self.browser.element_with_text("h1", heading).await?;
        let out = self.browser.sticking_out().await?;
        ensure!(out.is_empty(), "「{heading}」 sticks out: {out:?}");
        let violations: Vec<String> = self.browser.axe().await?.iter().map(ToString::to_string).collect();
        ensure!(violations.is_empty(), "「{heading}」: {}", violations.join("\n"));
        let errors = self.browser.console_errors().await?;
        ensure!(errors.is_empty(), "「{heading}」: {errors:?}");
        Ok(())
    }

    pub async fn says_born(&self, year: &str, month: &str, day: &str) -> Result<()> {
        self.browser.click_text("a", self.words.born()).await?;
        self.sees(self.words.born_question()).await?;
        self.types_date(year, month, day).await
    }

    /// Types a date and takes it.
    pub async fn types_date(&self, year: &str, month: &str, day: &str) -> Result<()> {
        for (label, text) in [("年", year), ("月", month), ("日", day)] {
            self.browser.fill(label, text).await?;
        }
        self.browser.click_text("button", self.words.take_answer()).await
    }

    pub async fn taps(&self, label: &str) -> Result<()> {
        self.browser.click_text("button", label).await
    }

    pub async fn says_not_early(&self) -> Result<()> {
        self.sees("予定日より早く").await?;
        self.taps(self.words.not_preterm()).await
    }

    pub async fn says_babies(&self, babies: u8) -> Result<()> {
        self.sees("何人").await?;
        let babies = Babies::new(babies).map_err(anyhow::Error::msg)?;
        self.taps(self.words.babies(babies)).await
    }

    pub async fn says_household(&self, household: Household) -> Result<()> {
        self.sees("住民税").await?;
        self.taps(self.words.household(household)).await
    }

    pub async fn says_health(&self, care: MedicalCare) -> Result<()> {
        self.sees("治療").await?;
        self.taps(self.words.medical_care(care)).await
    }

    pub async fn says_wish(&self, wish: Wish) -> Result<()> {
        self.sees("いちばんほしいこと").await?;
        self.taps(self.words.wish(wish)).await
    }

    pub async fn says_applied(&self, applied: Applied) -> Result<()> {
        self.sees("申し込みましたか").await?;
        self.taps(self.words.applied(applied)).await
    }

    /// The whole text of the result, with all that is folded.
    pub async fn reads_result(&self) -> Result<String> {
        self.browser.element(".result:not([aria-busy])").await?;
        self.browser.unfold().await?;
        self.browser.text(".result:not([aria-busy])").await
    }

    /// The result shows every one of `texts`.
    pub async fn reads(&self, texts: &[&str]) -> Result<()> {
        let result = self.reads_result().await?;
        for text in texts {
            ensure!(result.contains(text), "「{text}」 is not on the result:\n{result}");
        }
        Ok(())
    }

    /// What her answers leave in the browser's store.
    pub async fn stored(&self) -> Result<Vec<String>> {
        self.browser.evaluate("return Object.keys(localStorage)").await
    }

    pub async fn goes_back(&self) -> Result<()> {
        self.browser.back().await.context("going back")
    }

    pub async fn done(self) -> Result<()> {
        self.browser.quit().await
    }
}
