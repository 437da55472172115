//! The names on the picture of her year: apart from each other, from today's line and from the picture's end.

use sango_navi::domain::situation::Applied;
use sango_navi::interview::{Answers, BabyAnswer, Screen};

use super::{born, render, text, town};

/// What a name takes of the picture, in thousandths: in letters as they come, and twice as large on the narrowest screen,
/// where 「3月」 takes 53 px of 276 and 「12月」 73.
fn width(name: &str, is_large: bool) -> u16 {
    match (is_large, name.chars().count()) {
        (false, _) => 120,
        (true, 2) => 192,
        (true, _) => 265,
    }
}

/// A month's name on the picture.
struct Name {
    text: String,
    place: u16,
    /// In letters as they come, and in large ones.
    stands: [bool; 2],
}

/// The months' names on the picture, and the place of today.
fn names(html: &str) -> (Vec<Name>, Option<u16>) {
    let (_, axis) = html.split_once("class=\"year-axis\"").expect("a picture");
    let axis = axis.split("</svg>").next().unwrap_or_default();
    let place = |element: &str, name: &str| {
        let (_, value) = element.split_once(&format!(" {name}=\""))?;
        value.split('%').next()?.replace('.', "").parse().ok()
    };
    let name = |element: &str| Name {
        text: text(&["<text", element.split("</text>").next().unwrap_or_default()].concat()),
        place: place(element, "x").expect("a place"),
        stands: ["year-large", "year-small"].map(|absent| !element.contains(absent)),
    };
    let texts = axis.split("<text").skip(1).filter(|text| text.contains("y=\"2.5em\""));
    let today = axis.split("<line").find(|line| line.contains("year-today")).and_then(|line| place(line, "x1"));
    (texts.map(name).collect(), today)
}

#[test]
fn names_of_months_keep_apart_in_small_and_large_letters() {
    let mut pictures = 0;
    for id in ["kita", "asahikawa"] {
        for age in (1..361).step_by(6) {
            let now = "2026-11-24".parse::<chrono::NaiveDate>().expect("a date");
            let (birth, due) = (now - chrono::Days::new(age), now + chrono::Days::new(age.min(270)));
            let due = Answers { baby: Some(BabyAnswer::Expected(due)), preterm: None, ..born("2026-08-01") };
            let approved = Answers { applied: Some(Applied::Yes), ..born(&birth.to_string()) };
            for answers in [approved, due] {
                let (names, today) = names(&render(town(id), answers, Screen::Result, "2026-11-24T10:30:00"));
                let mut counts = Vec::new();
                for is_large in [false, true] {
                    let names = names.iter().filter(|name| name.stands[usize::from(is_large)]);
                    let mut ends = 0;
                    let mut count = 0;
                    for Name { text, place, .. } in names {
                        let end = place + width(text, is_large);
                        let told = format!("{id} {birth} {text} at {place}, today {today:?}");
                        assert!(ends <= *place, "{told}: touches the one before");
                        assert!(!today.is_some_and(|today| (*place..=end).contains(&today)), "{told}: is crossed");
                        assert!(!is_large || end <= 1000, "{told}: sticks out");
                        (ends, count) = (end, count + 1);
                    }
                    counts.push(count);
                }
                assert!(counts[0] > 1 && counts[1] > 1, "{id} {birth}: {counts:?}");
                pictures += 1;
            }
        }
    }
    assert!(pictures > 100, "{pictures}");
}
