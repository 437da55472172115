//! From a rule file's shape to the rules, every problem noted on the way. Where one is noted, what is made beside it is
//! never used; so each step goes on as far as it can and nothing is noted twice.

mod checks;
mod code;
mod examples;
mod facility;
mod fee;
mod limit;
mod period;
mod phone;
mod statements;

use chrono::NaiveDate;

use self::checks::{slug, tel, unique};
use super::place::{Place, day_of_calendar, quoted};
use super::shape;
use crate::domain::programme::{Association, Body, Contact, Document, Edition, Precision, Programme};

/// The rules of a file; absent where a problem was noted.
pub(super) fn programme(file: &shape::File, place: &Place<'_>) -> Option<Programme> {
    let id = place.text("id", &file.id);
    if let Some(id) = &id {
        slug(id, &place.key("id"));
    }
    let code = place.text("code", &file.code).filter(|code| code::is_checked(code, &place.key("code")));
    let name = place.text("name", &file.name);
    let reading = place.text("reading", &file.reading);
    if let Some(reading) = reading.as_ref().filter(|reading| !reading.chars().all(is_hiragana)) {
        place.key("reading").value(quoted(reading), "ひらがな");
    }
    let prefecture = place.text("prefecture", &file.prefecture);
    let title = place.text("title", &file.title);
    if file.document.is_empty() {
        place.missing("document", "[[document]] を1つ以上");
    }
    unique(&file.document, |document| document.id.as_deref(), "document", place);
    let documents = place.each("document", &file.document, document);
    let contacts = place.each("contact", &file.contact, contact);
    let body = body(file, place);
    Some(Programme {
        id: id?,
        code: code?,
        name: name?,
        reading: reading?,
        prefecture: prefecture?,
        title: title?,
        documents,
        contacts,
        body: body?,
    })
}

fn body(file: &shape::File, place: &Place<'_>) -> Option<Body> {
    let association = file.association.as_ref().map(|group| association(group, &place.key("association")));
    let periods = place.each("period", &file.period, period::period);
    no_overlap(&file.period, place);
    match (association, file.period.is_empty()) {
        (Some(association), true) => association.map(Body::Association),
        (Some(_), false) => {
            place.key("association").problem("[association] と [[period]] の両方があります", "どちらか1つ");
            None
        }
        (None, true) => {
            place.missing("period", "[[period]] を1つ以上か、[association]");
            None
        }
        (None, false) => {
            if file.contact.is_empty() {
                place.missing("contact", "[[contact]] を1つ以上");
            }
            Some(Body::Scheme(periods))
        }
    }
}

/// Notes each period that shares a day with an earlier one. One whose days can't be read is left out.
fn no_overlap(periods: &[shape::Period], place: &Place<'_>) {
    let list = place.key("period");
    let day = |written: &Option<String>| match written {
        Some(written) => day_of_calendar(written).map(Some),
        None => Some(None),
    };
    let spans: Vec<_> = periods.iter().map(|period| Some((day(&period.from)?, day(&period.until)?))).collect();
    let begins_in_time = |from: Option<NaiveDate>, until: Option<NaiveDate>| match (from, until) {
        (Some(from), Some(until)) => from <= until,
        _ => true,
    };
    for (index, later) in spans.iter().enumerate() {
        let Some((from, until)) = *later else { continue };
        let overlaps = |earlier: &Option<(Option<NaiveDate>, Option<NaiveDate>)>| {
            earlier.is_some_and(|earlier| begins_in_time(earlier.0, until) && begins_in_time(from, earlier.1))
        };
        if let Some(earlier) = spans.iter().take(index).position(overlaps) {
            let found = format!("period[{earlier}] と同じ日があります");
            list.index(index).problem(found, "日の重ならない期間");
        }
    }
}

fn document(document: &shape::Document, place: &Place<'_>) -> Option<Document> {
    if let Some(id) = place.text("id", &document.id) {
        slug(&id, &place.key("id"));
    }
    let title = place.text("title", &document.title);
    let publisher = place.text("publisher", &document.publisher);
    let url = place.optional_text("url", &document.url);
    if let Some(url) = url.as_ref().filter(|url| !url.starts_with("https://") && !url.starts_with("http://")) {
        place.key("url").value(quoted(url), "https:// で始まるアドレス");
    }
    let edition =
        place.required("edition", &document.edition, "版の表（例 { text = \"令和3年9月現在\", month = \"2021-09\" }）");
    let edition = edition.and_then(|edition| self::edition(edition, &place.key("edition")));
    let checked = place.date("checked", &document.checked);
    let expires = place.date("expires", &document.expires);
    Some(Document { title: title?, publisher: publisher?, edition: edition?, url, checked, expires })
}

fn edition(edition: &shape::Edition, place: &Place<'_>) -> Option<Edition> {
    let text = place.text("text", &edition.text);
    let (date, precision) = match (&edition.date, &edition.month) {
        (Some(_), Some(_)) => {
            place.key("month").problem("`date` と `month` の両方があります", "どちらか1つ");
            (None, Precision::Day)
        }
        (Some(_), None) => (place.date("date", &edition.date), Precision::Day),
        (None, Some(month)) => (first_of(month, &place.key("month")), Precision::Month),
        (None, None) => (None, Precision::Undated),
    };
    Some(Edition { date, text: text?, precision })
}

fn first_of(month: &str, place: &Place<'_>) -> Option<NaiveDate> {
    let first = NaiveDate::parse_from_str(&format!("{month}-01"), "%Y-%m-%d").ok().filter(|_| month.len() == 7);
    if first.is_none() {
        place.value(quoted(month), "年-月（例 \"2021-09\"）");
    }
    first
}

fn contact(contact: &shape::Contact, place: &Place<'_>) -> Option<Contact> {
    let tel = tel(&contact.tel, place);
    Some(Contact { name: place.text("name", &contact.name)?, tel })
}

fn association(association: &shape::Association, place: &Place<'_>) -> Option<Association> {
    if association.covers.is_empty() {
        place.missing("covers", "まちのコードを1つ以上");
    }
    unique(&association.covers, |code| Some(code), "covers", place);
    place.each("covers", &association.covers, |code, here| code::is_checked(code, here).then_some(()));
    let remarks = statements::remarks(&association.remarks, place);
    Some(Association { covers: association.covers.clone(), remarks })
}

fn is_hiragana(letter: char) -> bool {
    matches!(letter, 'ぁ'..='ゖ' | 'ー')
}
