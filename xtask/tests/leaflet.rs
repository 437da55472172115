//! A town's page as it is without the program: all that its rule file knows stands on it, and it reads without a style
//! sheet. And the page where nothing is, and the flyers, which have no program.

use sango_navi::domain::money::Yen;
use sango_navi::ui::pages;
use sango_navi::words::japanese;
use serde_json::Value;

/// What stands on a page: its markup, and its text without any space.
struct Page {
    html: String,
    text: String,
}

impl Page {
    fn of(html: String) -> Page {
        let parts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
        let text = squeeze(&parts.collect::<String>());
        Page { text: text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"), html }
    }
}

/// Every town's page with what its rule file exports.
fn pages() -> Vec<(Value, Page)> {
    let programmes = xtask::rule_files::load().unwrap();
    let exported = xtask::export::value(&programmes)["programmes"].as_array().unwrap().clone();
    let page = |programme| {
        let page = pages::town(programme, "mailto:keeper@navi.example");
        Page::of(page.app + &page.leaflet)
    };
    let both = exported.into_iter().zip(programmes.iter().map(page));
    both.filter(|(exported, _)| exported.get("association").is_none()).collect()
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Calls `found` with every value in `value` and the keys that lead to it, without places in lists.
fn walk(value: &Value, path: &str, found: &mut impl FnMut(&str, &Value)) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| walk(value, &format!("{path}.{key}"), found)),
        Value::Array(values) => values.iter().for_each(|value| walk(value, path, found)),
        value => found(path, value),
    }
}

/// Texts that a page has as they are.
const TEXTS: &[&str] = &[
    ".town",
    ".contacts.name",
    ".contacts.tel",
    ".documents.title",
    ".documents.publisher",
    ".facilities.name",
    ".facilities.tel",
    ".facilities.mail",
    ".facilities.address",
    ".facilities.limit",
    ".facilities.tags",
    ".facilities.remarks",
    ".facilities.conditions.text",
    ".periods.limit",
    ".periods.services.name",
    ".periods.services.limit",
    ".periods.services.includes.text",
    ".periods.steps.text",
    ".periods.items.text",
    ".periods.extras.text",
    ".periods.remarks.text",
    ".periods.cancel.consequence",
];

#[test]
fn every_text_of_the_rule_file_stands_on_the_page() {
    for (town, page) in pages() {
        let mut count = 0;
        walk(&town, "", &mut |path, value| {
            if let (true, Some(text)) = (TEXTS.contains(&path), value.as_str()) {
                count += 1;
                assert!(page.text.contains(&squeeze(text)), "{}{path}: 「{text}」", town["municipality"]);
            }
        });
        // Its name, a document and its publisher, at least one contact, a service.
        assert!(count >= 5, "{}: {count} texts", town["municipality"]);
    }
}

#[test]
fn every_phone_number_can_be_rung_from_the_page() {
    for (town, page) in pages() {
        walk(&town, "", &mut |path, value| {
            if let (true, Some(tel)) = (path.ends_with(".tel"), value.as_str()) {
                let link = format!("href=\"tel:{}\"", tel.replace('-', ""));
                assert!(page.html.contains(&link), "{}{path}: {tel}", town["municipality"]);
            }
        });
    }
}

#[test]
fn every_price_of_the_rule_file_stands_on_the_page() {
    for (town, page) in pages() {
        let mut unknown = false;
        walk(&town, "", &mut |path, value| {
            let price = path.starts_with(".periods.services.fees.")
                || matches!(path, ".facilities.price" | ".periods.extras.yen");
            match (price, value.as_u64().and_then(|yen| u32::try_from(yen).ok())) {
                (true, Some(yen)) => {
                    let yen = japanese().yen(Yen(yen));
                    assert!(page.text.contains(&yen), "{}{path}: {yen}", town["municipality"]);
                }
                (true, None) => unknown |= path.contains(".fees."),
                (false, _) => {}
            }
        });
        assert!(!unknown || page.text.contains("要確認"), "{}: what is not known is said", town["municipality"]);
    }
}

#[test]
fn help_lines_stand_on_every_page() {
    for (town, page) in pages() {
        for [number, name, ..] in japanese().help_lines() {
            let (number, name) = (squeeze(number), squeeze(name));
            assert!(page.text.contains(&number) && page.text.contains(&name), "{}: {name}", town["municipality"]);
        }
    }
}

#[test]
fn the_page_reads_without_a_style_sheet() {
    for (town, Page { html, .. }) in pages() {
        let place = &town["municipality"];
        let mut before = 0;
        for level in html.split("<h").skip(1).filter_map(|rest| rest.chars().next()?.to_digit(10)) {
            assert!(level <= before + 1, "{place}: h{level} after h{before}");
            before = level;
        }
        assert_eq!(html.matches("<h1").count(), 1, "{place}");
        let tables = html.matches("<table").count();
        let services =
            town["periods"].as_array().into_iter().flatten().flat_map(|period| period["services"].as_array());
        let priced =
            services.flatten().filter(|service| service["fees"].to_string().contains(char::is_numeric)).count();
        assert!(tables >= priced, "{place}: a table for each service that has a fee");
        assert_eq!(html.matches("<caption").count(), tables, "{place}: what a table is about");
        assert_eq!(html.matches("<th ").count(), html.matches("scope=\"").count(), "{place}: what a head is of");
        for hides in [" hidden", " style=", "<script", "<img", "aria-hidden=\"false\""] {
            assert!(!html.contains(hides), "{place}: {hides}");
        }
    }
}

#[test]
fn where_nothing_is_every_town_can_be_reached_from_any_depth() {
    let page = pages::missing(&xtask::rule_files::load().unwrap(), "/sango/");
    for (town, _) in pages() {
        let link = format!("href=\"/sango/{}/\"", town["municipality"].as_str().unwrap());
        assert!(page.app.contains(&link), "{link}");
    }
    assert!(page.app.contains("href=\"/sango/\""), "the way home");
    for link in page.app.split("href=\"").skip(1) {
        assert!(link.starts_with("/sango/") || link.starts_with('#'), "{link}");
    }
    assert!(page.leaflet.contains("tel:0120279338"), "help lines");
}

#[test]
fn a_flyer_says_for_whom_what_at_which_price_and_whom_to_ask() {
    let code = pages::Code { address: "https://navi.example/".to_owned(), side: 21, dark: "M0 0h1v1h-1z".to_owned() };
    let programmes = xtask::rule_files::load().unwrap();
    for (town, _) in pages() {
        let programme = programmes.iter().find(|programme| programme.id == town["municipality"]).unwrap();
        let flyer = Page::of(pages::flyer(programme, &code).app);
        let period = town["periods"].as_array().unwrap().last().unwrap();
        assert!(
            flyer.text.contains(&squeeze(period["remarks"][0]["text"].as_str().unwrap())),
            "{}: whom",
            programme.id
        );
        for service in period["services"].as_array().unwrap() {
            let price = service["fees"]["general"]["one"].as_u64().and_then(|yen| u32::try_from(yen).ok());
            let price = price.map_or("要確認".to_owned(), |yen| japanese().yen(Yen(yen)));
            for said in [service["name"].as_str().unwrap(), &price] {
                assert!(flyer.text.contains(&squeeze(said)), "{}: {said}", programme.id);
            }
        }
        for said in town["contacts"].as_array().unwrap().iter().flat_map(|contact| [&contact["name"], &contact["tel"]])
        {
            assert!(flyer.text.contains(&squeeze(said.as_str().unwrap_or_default())), "{}: {said}", programme.id);
        }
        assert!(flyer.html.contains("viewBox=\"0 0 29 29\""), "four modules of quiet on each side");
    }
}
