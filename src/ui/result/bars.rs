//! A bar of her year: what is sure, what is to be confirmed, today.

use chrono::NaiveDate;

use crate::planner::{Bar, Picture};
use crate::ui::markup::{Element, Markup, drawn};

/// The parts of a bar, the days on which facilities end, today.
pub fn strip(bar: &Bar<'_>, picture: &Picture<'_>, today: Option<NaiveDate>) -> Element {
    let ends =
        bar.ends.iter().map(|tick| line("year-end", picture.place(tick.day.succ_opt().unwrap_or(tick.day)), "68%"));
    let ends: Vec<Markup> = ends.map(Element::view).collect();
    parts(bar, picture).with(ends).with(today.map(|today| line("year-today", picture.place(today), "0")))
}

/// The parts of a bar with today's mark alone.
pub fn thin(bar: &Bar<'_>, picture: &Picture<'_>, today: NaiveDate) -> Element {
    parts(bar, picture).with(line("year-today", picture.place(today), "0"))
}

fn parts(bar: &Bar<'_>, picture: &Picture<'_>) -> Element {
    let strip = drawn("svg").attribute("class", "year-bar").attribute("aria-hidden", "true");
    let spans = [("year-sure", bar.sure), ("year-confirm", bar.confirm)];
    spans.into_iter().fold(strip, |strip, (class, span)| match span {
        Some(span) => {
            let (start, end) = picture.places(span);
            strip.with(block(class, start, end))
        }
        None => strip,
    })
}

/// The stripes of what is to be confirmed: it differs from the sure part without any colour.
pub fn hatching(stripes: &'static str) -> Element {
    let stripe = drawn("path").attribute("d", "M0 0V8").attribute("class", "year-stripe");
    let pattern = drawn("pattern")
        .id(stripes)
        .attribute("width", "6")
        .attribute("height", "8")
        .attribute("patternUnits", "userSpaceOnUse")
        .attribute("patternTransform", "rotate(45)");
    drawn("defs").with(pattern.with(stripe))
}

/// A part of a bar.
pub fn block(class: &'static str, start: u16, end: u16) -> Element {
    drawn("rect")
        .attribute("class", class)
        .attribute("x", percent(start))
        .attribute("width", percent(end.saturating_sub(start)))
        .attribute("y", "0")
        .attribute("height", "68%")
}

/// A line from `top` down.
pub fn line(class: &'static str, place: u16, top: &'static str) -> Element {
    let x = percent(place);
    drawn("line")
        .attribute("class", class)
        .attribute("x1", x.clone())
        .attribute("x2", x)
        .attribute("y1", top)
        .attribute("y2", "100%")
}

/// Thousandths as an attribute has them: 「31.4%」.
pub fn percent(thousandths: u16) -> String {
    let (whole, tenth) = (thousandths.div_euclid(10), thousandths.rem_euclid(10));
    [&whole.to_string(), ".", &tenth.to_string(), "%"].concat()
}
