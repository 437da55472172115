//! What a rule file is held against beside its own form: the list of municipalities, the day on which it is checked, and
//! itself as a whole.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::place::{Ledger, Place, day_of_calendar, quoted};
use super::problem::Problem;
use super::shape::{File, Period};
use super::tree::Tree;
use super::{encoding, misfit, slips};
use crate::domain::service::Service;

/// A place of the list of municipalities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownTown {
    /// 全国地方公共団体コード, 6 digits.
    pub code: String,
    /// 「東京都」.
    pub prefecture: String,
    /// 「北区」; a prefecture's own name where the code is its own.
    pub name: String,
    /// 「きたく」.
    pub reading: String,
}

/// What is known beside the file.
#[derive(Clone, Copy, Debug)]
pub struct Known<'k> {
    /// The day on which it is checked.
    pub today: NaiveDate,
    /// Every municipality and prefecture.
    pub towns: &'k [KnownTown],
}

/// What does not agree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doubts {
    /// What can't be right.
    pub problems: Vec<Problem>,
    /// What may be right, and is better looked at again.
    pub to_confirm: Vec<Problem>,
}

/// Codes from here on belong to no place of Japan: made-up towns have them.
const MADE_UP: &str = "99";
/// A year later than this many from now is a slip of the pen, whatever the clock of this machine says.
const YEARS_AHEAD: i32 = 10;
/// No programme of postnatal care is older.
const FIRST_YEAR: i32 = 1990;

/// What of a rule file does not agree with what is known beside it. What can't be read in it is left to the loader.
pub fn doubts(file_name: &str, bytes: &[u8], known: Known<'_>) -> Doubts {
    let tree = encoding::text(bytes).ok().and_then(|text| slips::read(text).tree);
    let Some(mut tree) = tree else { return Doubts::default() };
    let sources = tree.texts_under("source");
    let (Some(file), _) = misfit::fit(&mut tree) else { return Doubts::default() };
    let (wrong, unsure) = (Ledger::new(Vec::new()), Ledger::new(Vec::new()));
    listed(&file, known.towns, &Place::root(&wrong));
    blanks(&file, &Place::root(&wrong));
    days(&file, known.today, &Place::root(&wrong), &Place::root(&unsure));
    unused_documents(&file, &sources, &Place::root(&unsure));
    unlimited_services(&file, &Place::root(&unsure));
    Doubts { problems: placed(wrong, file_name, &tree), to_confirm: placed(unsure, file_name, &tree) }
}

fn placed(ledger: Ledger, file_name: &str, tree: &Tree) -> Vec<Problem> {
    let entries = ledger.into_entries().into_iter();
    let problem = |entry: super::place::Entry| {
        let origin = tree.origin(&entry.path);
        let (found, expected) = (entry.found, entry.expected);
        Problem { file: file_name.to_owned(), line: Some(origin.line), path: origin.path, found, expected }
    };
    entries.map(problem).collect()
}

/// The town's own keys against the list.
fn listed(file: &File, towns: &[KnownTown], place: &Place<'_>) {
    let Some(code) = file.code.as_ref().filter(|code| code.len() == 6 && !code.starts_with(MADE_UP)) else { return };
    let Some(town) = towns.iter().find(|town| town.code == *code) else {
        let same = |town: &&KnownTown| {
            Some(&town.name) == file.name.as_ref() && Some(&town.prefecture) == file.prefecture.as_ref()
        };
        let right = towns
            .iter()
            .find(same)
            .map_or("市区町村の一覧（xtask/municipalities）にあるコード".to_owned(), |town| {
                format!("{}{} の {}", town.prefecture, town.name, quoted(&town.code))
            });
        return place.key("code").value(quoted(code), right);
    };
    let keys = [
        ("name", &file.name, &town.name),
        ("reading", &file.reading, &town.reading),
        ("prefecture", &file.prefecture, &town.prefecture),
    ];
    for (key, written, right) in keys {
        if let Some(written) = written.as_ref().filter(|written| *written != right) {
            place.key(key).value(quoted(written), format!("一覧で {code} の {}", quoted(right)));
        }
    }
}

/// Blanks where an address has none, and those that a table's cell left behind.
fn blanks(file: &File, place: &Place<'_>) {
    let documents = place.key("document");
    for (index, document) in file.document.iter().enumerate() {
        if let Some(url) = document.url.as_ref().filter(|url| url.trim().contains(char::is_whitespace)) {
            documents.index(index).key("url").value(quoted(url), "空白のないアドレス");
        }
    }
    each_period(file, place, |period, here| {
        let facilities = here.key("facility");
        for (index, facility) in period.facility.iter().enumerate() {
            let here = facilities.index(index);
            if let Some(mail) = facility.mail.as_ref().filter(|mail| mail.trim().contains(char::is_whitespace)) {
                here.key("mail").value(quoted(mail), "空白のないメールアドレス");
            }
            address(&facility.address, &here);
            for (key, offer) in [("stay", &facility.stay), ("day", &facility.day), ("visit", &facility.visit)] {
                if let Some(offer) = offer {
                    address(&offer.address, &here.key(key));
                }
            }
        }
    });
}

fn address(address: &Option<String>, place: &Place<'_>) {
    let doubled = |text: &str| {
        text.chars().zip(text.chars().skip(1)).any(|(one, next)| one.is_whitespace() && next.is_whitespace())
    };
    let is_torn = |text: &&String| doubled(text) || text.contains(['\n', '\t']);
    if let Some(address) = address.as_ref().filter(is_torn) {
        place.key("address").value(quoted(&address.replace(['\n', '\t'], " ")), "空白が続かず、改行のない住所");
    }
}

fn days(file: &File, today: NaiveDate, wrong: &Place<'_>, unsure: &Place<'_>) {
    let (documents, again) = (wrong.key("document"), unsure.key("document"));
    for (index, document) in file.document.iter().enumerate() {
        let (here, again) = (documents.index(index), again.index(index));
        let edition = document.edition.as_ref().and_then(|edition| edition.date.clone());
        far("checked", &document.checked, today, &here);
        far("expires", &document.expires, today, &here);
        far("date", &edition, today, &here.key("edition"));
        ahead("checked", &document.checked, today, &again);
        ahead("date", &edition, today, &again.key("edition"));
    }
    each_period(file, wrong, |period, here| {
        far("from", &period.from, today, here);
        far("until", &period.until, today, here);
    });
}

fn is_far(day: NaiveDate, today: NaiveDate) -> bool {
    !(FIRST_YEAR..=today.year().saturating_add(YEARS_AHEAD)).contains(&day.year())
}

/// A day whose year is a slip of the pen: 2205 for 2025.
fn far(key: &str, written: &Option<String>, today: NaiveDate, place: &Place<'_>) {
    let day = written.as_deref().and_then(day_of_calendar);
    if let Some(day) = day.filter(|day| is_far(*day, today)) {
        let last = today.year().saturating_add(YEARS_AHEAD);
        place.key(key).value(day, format!("{FIRST_YEAR}年から{last}年までの日"));
    }
}

/// A day that has been, by what the key says, and is still to come.
fn ahead(key: &str, written: &Option<String>, today: NaiveDate, place: &Place<'_>) {
    let day = written.as_deref().and_then(day_of_calendar);
    if let Some(day) = day.filter(|day| *day > today && !is_far(*day, today)) {
        place.key(key).problem(format_args!("{day} は、今日（{today}）より後です"), "今日か、それより前の日");
    }
}

fn unused_documents(file: &File, sources: &[String], place: &Place<'_>) {
    let used: BTreeSet<&str> = sources.iter().filter_map(|source| Some(source.split_once(':')?.0.trim())).collect();
    let documents = place.key("document");
    for (index, document) in file.document.iter().enumerate() {
        if let Some(id) = document.id.as_deref().filter(|id| !used.contains(id)) {
            let found = format!("資料 `{id}` を、どの `source` も使っていません");
            documents.index(index).problem(found, "使う資料だけ。使わないなら [[document]] ごと消します");
        }
    }
}

/// Services that no limit counts, where there are limits at all.
fn unlimited_services(file: &File, place: &Place<'_>) {
    each_period(file, place, |period, here| {
        let counted = |kind: Service| {
            period.quota.iter().flat_map(|quota| &quota.services).any(|service| service.value() == kind)
        };
        let services = [
            ("stay", Service::Stay, &period.stay),
            ("day", Service::DayCare, &period.day),
            ("visit", Service::HomeVisit, &period.visit),
        ];
        for (key, kind, rules) in services {
            if rules.is_some() && !period.quota.is_empty() && !counted(kind) {
                let found = format!("\"{key}\" は、どの [[period.quota]] にもありません");
                here.key(key).problem(found, "その回数の [[period.quota]]。資料に書いてなければ、このまま");
            }
        }
    });
}

fn each_period(file: &File, place: &Place<'_>, mut look: impl FnMut(&Period, &Place<'_>)) {
    let periods = place.key("period");
    for (index, period) in file.period.iter().enumerate() {
        look(period, &periods.index(index));
    }
}
