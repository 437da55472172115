//! The flyer: one sheet of paper for a counter or a clinic, that leads to the town's page.

use super::fees::{HOUSEHOLDS, case};
use crate::domain::Programme;
use crate::domain::household::Household;
use crate::domain::plan::price_of_one;
use crate::domain::programme::{Body, Rules, ServiceRules};
use crate::ui::markup::{Markup, drawn, element};
use crate::ui::sentences::{items, paragraph, sentence, whole};
use crate::words::japanese;
use chrono::{NaiveDateTime, NaiveTime};

/// The modules of empty paper that a reader needs around a code.
const QUIET: usize = 4;

/// The code that a camera reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The address of the town's page, for those who type: without what the code adds for a messenger's camera.
    pub address: String,
    /// Its side in modules, without the quiet zone.
    pub side: usize,
    /// Its dark modules, as the path of a drawing in which a module is one unit.
    pub dark: String,
}

/// The sheet: for whom it is, what there is from which price, whom to ask, and the code. Of several periods the last.
pub fn flyer(programme: &Programme, code: &Code) -> Markup {
    let words = japanese();
    let period = match &programme.body {
        Body::Scheme(periods) => periods.last(),
        Body::Association(_) => None,
    };
    let rules = period.map(|period| {
        // Any day of the period will do: nothing here depends on it.
        let day = period.from.or(period.until).unwrap_or_default();
        rules_of(&period.rules, day.and_time(NaiveTime::MIN))
    });
    element("main", "flyer")
        .with(element("p", "flyer-app").with(words.app_name()))
        .with(element("h1", "").with(words.start_heading(programme)))
        .with(element("p", "flyer-lead").with(words.flyer_lead()))
        .with(rules)
        .with(scan(code))
        .with(offices(programme))
        .with(foot(programme))
        .view()
}

fn rules_of(rules: &Rules, now: NaiveDateTime) -> Markup {
    // What a rule file remarks first is for whom the programme is.
    let who = rules.remarks.first().map(|remark| paragraph("flyer-who", &remark.text));
    let services = rules.services.iter().map(|service| of_service(service, now)).collect();
    element("section", "").with(who).with(items("flyer-services", services)).view()
}

fn of_service(service: &ServiceRules, now: NaiveDateTime) -> Markup {
    let words = japanese();
    let price = |household: Household| words.amount(price_of_one(&case(1, household, now), service).amount);
    let what = service.includes.first().map(|text| paragraph("", &text.value));
    let prices = HOUSEHOLDS.into_iter().map(|household| {
        let class = if household == Household::General { "flyer-price" } else { "" };
        element("div", class)
            .with(element("dt", "").with(words.household_column(household)))
            .with(element("dd", "").with(whole(&price(household))))
            .view()
    });
    let prices: Vec<Markup> = prices.collect();
    element("div", "flyer-service")
        .with(element("h2", "").with(service.name.as_str()))
        .with(what)
        .with(element("p", "flyer-unit").with(words.flyer_price_of(service.service)))
        .with(element("dl", "").with(prices))
        .view()
}

fn scan(code: &Code) -> Markup {
    let words = japanese();
    let side = code.side.saturating_add(QUIET.saturating_mul(2));
    let paper = drawn("rect").attribute("width", "100%").attribute("height", "100%").attribute("fill", "#fff");
    let dark = drawn("path")
        .attribute("transform", format!("translate({QUIET} {QUIET})"))
        .attribute("fill", "#000")
        .attribute("d", code.dark.clone());
    let drawing = drawn("svg")
        .attribute("viewBox", format!("0 0 {side} {side}"))
        .attribute("width", "170")
        .attribute("height", "170")
        .attribute("shape-rendering", "crispEdges")
        .attribute("role", "img")
        .attribute("aria-label", code.address.clone())
        .with(paper.view())
        .with(dark.view());
    let text = element("div", "")
        .with(element("h2", "").with(words.flyer_scan()))
        .with(paragraph("", words.flyer_promise()))
        .with(element("p", "flyer-address").with(code.address.as_str()));
    element("section", "flyer-scan").with(drawing.view()).with(text).view()
}

fn offices(programme: &Programme) -> Markup {
    let words = japanese();
    let offices = programme.contacts.iter().map(|contact| {
        let tel = match &contact.tel {
            Some(tel) => element("span", "flyer-tel").printed_as_is().with(tel.as_str()),
            None => element("span", "flyer-untold").with(sentence(words.tel_unprinted_office())),
        };
        element("p", "").with(contact.name.as_str()).with(" ").with(tel).view()
    });
    element("section", "")
        .with(element("h2", "").with(words.flyer_ask()))
        .with(items("flyer-offices", offices.collect()))
        .view()
}

fn foot(programme: &Programme) -> Markup {
    let words = japanese();
    let sources: Vec<Markup> =
        programme.documents.iter().map(|document| paragraph("", &words.source(document))).collect();
    element("footer", "").with(sources).with(paragraph("", words.flyer_may_change())).view()
}
