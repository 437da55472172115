//! For one whose municipality is not in the app yet: that it is not, what 産後ケア is by law, what to ask her office.

use crate::browser::Towns;
use crate::interview::TownCode;
use crate::towns::{Directory, Group, Town};
use crate::ui::links;
use crate::ui::loss::after_loss;
use crate::ui::markup::{Markup, element, following, together};
use crate::ui::sentences::{headline, list, outside, paragraph, sentence};
use crate::words::japanese;

/// The page of a municipality that is not here; its name and its groups come with the directory.
pub fn elsewhere(code: TownCode, towns: Towns) -> Markup {
    towns.fetch();
    let page = following(move || towns.directory().and_then(|directory| directory.town(code.as_str())).map(page));
    let groups = following(move || towns.directory().map(|directory| groups(code, directory)));
    together([lead(), page, questions(), groups, after_loss()])
}

/// The heading, with the municipality's name once it is known.
pub fn heading(code: TownCode, towns: Towns) -> Markup {
    following(move || {
        let town = towns.directory().and_then(|directory| directory.town(code.as_str()));
        let unknown = || japanese().elsewhere_unknown().to_owned();
        headline(&town.map_or_else(unknown, |town| japanese().elsewhere_heading(town.name)))
    })
}

fn groups(code: TownCode, directory: &Directory) -> Markup {
    let groups: Vec<Markup> = directory.groups(code.as_str()).map(group).collect();
    let heading = (!groups.is_empty()).then(|| element("h2", "").with(headline(japanese().groups_heading())));
    together([heading.into(), groups.into()])
}

/// The way to the municipality's own page, by a search engine: its address is not known here.
fn page(town: Town<'_>) -> Markup {
    let words = japanese();
    let link = element("a", "")
        .attribute("href", links::web_search(&words.find_page_query(town.prefecture, town.name)))
        .attribute("rel", "noreferrer")
        .with(words.find_page(town.name));
    element("p", "").with(link).view()
}

fn group(group: &Group) -> Markup {
    let addresses: Vec<Markup> = group.addresses.iter().map(|url| element("p", "").with(outside(url)).view()).collect();
    together([
        element("h3", "").with(group.title.as_str()).view(),
        paragraph("", japanese().association()),
        list("plain-list", &group.remarks),
        addresses.into(),
    ])
}

/// What helps everywhere, for one without the search.
#[cfg(not(target_arch = "wasm32"))]
pub fn advice() -> Markup {
    together([lead(), questions(), after_loss()])
}

fn lead() -> Markup {
    paragraph("lead", japanese().elsewhere_lead())
}

/// What to ask the office, and what 産後ケア is by law.
fn questions() -> Markup {
    let words = japanese();
    let questions: Vec<Markup> =
        words.ask_questions().iter().map(|question| element("li", "").with(*question).view()).collect();
    let [source, page] = words.law_source();
    together([
        element("h2", "").with(headline(words.ask_heading())).view(),
        paragraph("", words.ask_lead()),
        element("ol", "steps").with(questions).view(),
        element("h2", "").with(words.law_heading()).view(),
        list("plain-list", words.law()),
        element("p", "soft").with(sentence(source)).with(outside(page)).view(),
        paragraph("soft", words.away_from_home()),
    ])
}
