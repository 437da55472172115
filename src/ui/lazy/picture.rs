//! Her year as a picture: a bar for each service, which opens to the days on which facilities end. The same stands in a
//! table for who can't see it.

use chrono::{Datelike, NaiveDate};

use crate::domain::plan;
use crate::domain::situation::{Baby, Situation};
use crate::planner::{Bar, Picture, Span, picture};
use crate::ui::markup::{Element, Markup, drawn, element, together};
use crate::ui::result::Case;
use crate::ui::result::bars::{block, hatching, line, percent, strip};
use crate::ui::sentences::{items, named, paragraph, sentence};
use crate::words::japanese;

/// The most months that are named under the bars, so that the names keep apart in large letters too.
const MOST_NAMES: usize = 4;
/// How many signs of such a name fit between a month's beginning and the picture's end.
const LAST_NAME: u16 = 900;
/// How far such a name reaches to the right of where its month begins.
const NAME: u16 = 120;
/// The same in letters twice as large on the narrowest screen, of a month of one digit and of two.
const LARGE_NAMES: [u16; 2] = [200, 270];
/// The stripes of the picture on the screen, and of that on paper: what is hidden has no stripes to give.
const SCREEN: &str = "year-hatching";
const PAPER: &str = "paper-hatching";

/// The picture of a case; that of a birth on the due date where the baby is not born.
pub fn year(case: &Case<'_>) -> Markup {
    with_picture(case, |picture, due| draw(picture, case.now.date(), due))
}

/// What a view makes of her year, and of the due date where that stands for the birth. Of a service that is used up nothing
/// is left to show.
fn with_picture(case: &Case<'_>, view: impl Fn(&Picture<'_>, Option<NaiveDate>) -> Markup) -> Markup {
    let view = |mut picture: Picture<'_>, due| {
        picture.bars.retain(|bar| !case.is_spent(bar.service));
        (!picture.bars.is_empty()).then(|| view(&picture, due))
    };
    match case.situation.baby {
        Baby::Born { birth, .. } => {
            picture(&case.plan, birth, case.now.date()).and_then(|found| view(found, None)).into()
        }
        Baby::Expected { due } => {
            let born = Situation { baby: Baby::Born { birth: due, due: None }, ..case.situation.clone() };
            let plan = plan(&born, case.plan.programme, due.into());
            picture(&plan, due, due).and_then(|found| view(found, Some(due))).into()
        }
    }
}

/// The picture on paper, where nothing opens; the dates stand beside it.
pub fn paper(case: &Case<'_>) -> Markup {
    let words = japanese();
    let today = case.now.date();
    with_picture(case, |picture, due| {
        let bars = picture.bars.iter().map(|bar| {
            let name = element("span", "year-name").with(words.service(bar.service));
            element("div", "year-row").with(name).with(strip(bar, picture, due.is_none().then_some(today))).view()
        });
        let bars: Vec<Markup> = bars.collect();
        element("div", "year sheet-keep")
            .with(due.map(|due| paragraph("", &words.if_born_on(due))))
            .with(axis(picture, due.is_none().then_some(today), words.year_made(), PAPER))
            .with(bars)
            .with(
                element("p", "")
                    .with(key("year-sure", words.year_sure()))
                    .with(key("year-confirm", words.year_confirm())),
            )
            .view()
    })
}

/// `due` where the baby is not born: then all of the picture is still to come, and today is not in it.
fn draw(picture: &Picture<'_>, seen_from: NaiveDate, due: Option<NaiveDate>) -> Markup {
    let words = japanese();
    let today = due.is_none().then_some(seen_from);
    let bars: Vec<Markup> = picture.bars.iter().map(|bar| fold(bar, picture, today, seen_from)).collect();
    element("div", "year")
        .with(due.map(|due| paragraph("", &words.if_born_on(due))))
        .with(table(picture, seen_from))
        .with(axis(picture, today, words.year_today(), SCREEN))
        .with(bars)
        .with(
            element("p", "soft")
                .attribute("aria-hidden", "true")
                .with(key("year-sure", words.year_sure()))
                .with(key("year-confirm", words.year_confirm()))
                .with(words.year_ticks()),
        )
        .view()
}

/// A part's look beside its meaning.
fn key(class: &'static str, text: &'static str) -> Element {
    let sample = drawn("svg").attribute("class", "year-sample").attribute("aria-hidden", "true");
    element("span", "year-key").with(sample.with(block(class, 0, 1000))).with(text)
}

/// Months above the bars, and today under its name.
fn axis(picture: &Picture<'_>, today: Option<NaiveDate>, name: &'static str, stripes: &'static str) -> Element {
    let step = picture.months.len().div_ceil(MOST_NAMES).max(1);
    let mut axis =
        drawn("svg").attribute("class", "year-axis").attribute("aria-hidden", "true").with(hatching(stripes));
    let today_at = today.map(|today| picture.place(today));
    let in_large = names_in_large(picture, today_at, step);
    for (nth, month) in picture.months.iter().enumerate() {
        let place = picture.place(*month);
        axis = axis.with(line("year-month", place, "85%"));
        let is_named = nth.checked_rem(step) == Some(0) && place <= LAST_NAME && !is_crossed(place, NAME, today_at);
        let class = match (is_named, in_large.contains(&nth)) {
            (true, true) => None,
            (true, false) => Some("year-small"),
            (false, true) => Some("year-large"),
            (false, false) => continue,
        };
        let name = label(place, "2.5em", "start", &japanese().month(month.month()));
        axis = axis.with(match class {
            Some(class) => name.attribute("class", class),
            None => name,
        });
    }
    if let Some(today) = today {
        let place = picture.place(today);
        let anchor = if place > LAST_NAME {
            "end"
        } else if place < 1000 - LAST_NAME {
            "start"
        } else {
            "middle"
        };
        axis = axis.with(line("year-today", place, "40%")).with(label(place, "1em", anchor, name));
    }
    axis
}

/// Whether today's line would go through a name: none does.
fn is_crossed(place: u16, wide: u16, today: Option<u16>) -> bool {
    today.is_some_and(|today| (place..=place.saturating_add(wide)).contains(&today))
}

/// Which months are named in large letters: as many as fit, at even distances no shorter than `step`.
fn names_in_large(picture: &Picture<'_>, today: Option<u16>, step: usize) -> Vec<usize> {
    let fitting = |step: usize| {
        let mut ends = 0;
        let mut names = Vec::new();
        for (nth, month) in picture.months.iter().enumerate().step_by(step) {
            let place = picture.place(*month);
            let [short, long] = LARGE_NAMES;
            let wide = if month.month() < 10 { short } else { long };
            let end = place.saturating_add(wide);
            if ends <= place && end <= 1000 && !is_crossed(place, wide, today) {
                ends = end;
                names.push(nth);
            }
        }
        names
    };
    // Of those that name as many, the last is taken: the closest.
    (step..=step.saturating_mul(2)).rev().map(fitting).max_by_key(Vec::len).unwrap_or_default()
}

/// A bar under its name, and behind it the days on which facilities end.
fn fold(bar: &Bar<'_>, picture: &Picture<'_>, today: Option<NaiveDate>, seen_from: NaiveDate) -> Markup {
    let words = japanese();
    let strip = strip(bar, picture, today);
    let name = element("span", "year-name").with(words.service(bar.service));
    let until = element("span", "soft").with(sentence(&until(bar, seen_from)));
    let summary = element("summary", "year-row").with(name).with(" ").with(until).with(strip);
    let ends = bar.ends.iter().map(|tick| {
        let names: Vec<&str> = tick.facilities.iter().map(|facility| facility.name.as_str()).collect();
        named(&words.facilities_end(tick.day, seen_from, &names, tick.is_sure), &names)
    });
    element("details", "").with(summary).with(items("plain-list", ends.collect())).view()
}

/// Until when, of a bar.
fn until(bar: &Bar<'_>, today: NaiveDate) -> String {
    let last = |span: Option<Span>| span.and_then(|span| span.last);
    match (bar.sure, bar.confirm) {
        (None, None) => String::new(),
        (sure, None) => japanese().sure_until(last(sure), today),
        (_, confirm) => japanese().confirm_until(last(confirm), today),
    }
}

fn table(picture: &Picture<'_>, today: NaiveDate) -> Markup {
    let words = japanese();
    let row = |cells: [Markup; 3], tag: &'static str| {
        let [first, second, third] = cells;
        let head = element("th", "").attribute("scope", if tag == "th" { "col" } else { "row" });
        element("tr", "").with(head.with(first)).with(element(tag, "").with(second)).with(element(tag, "").with(third))
    };
    let said = |span: Option<Span>, none: &str| match span.and_then(|span| span.last) {
        Some(last) => words.sure_until(Some(last), today),
        None => none.to_owned(),
    };
    let rows = picture.bars.iter().map(|bar| {
        let confirm = match bar.confirm {
            Some(Span { last: None, .. }) => words.confirm_until(None, today),
            span => said(span, "–"),
        };
        row([words.service(bar.service).into(), said(bar.sure, "–").into(), confirm.into()], "td").view()
    });
    let rows: Vec<Markup> = rows.collect();
    let heads = [words.year_service().into(), words.year_sure().into(), words.year_confirm().into()];
    let table = element("table", "")
        .with(element("caption", "").with(words.year_heading()))
        .with(together([row(heads, "th").view(), rows.into()]));
    // A table keeps its width whatever it is told: the box around it is what is not seen.
    element("div", "unseen").with(table).view()
}

fn label(place: u16, y: &'static str, anchor: &'static str, text: &str) -> Element {
    drawn("text").attribute("x", percent(place)).attribute("y", y).attribute("text-anchor", anchor).with(text)
}
