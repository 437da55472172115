//! The names on the picture of her year: apart from each other, from today's line and from the picture's end.

use sango_navi::domain::situation::Applied;
use sango_navi::interview::{Answers, BabyAnswer, Screen};

use super::{born, render, town};

/// What a name takes of the picture, in thousandths: in letters as they come, and twice as large on the narrowest screen
/// (「12月」 in letters of 32 px takes 71 px of 291).
const NAME: u16 = 120;
const LARGE_NAME: u16 = 244;

/// The places of the months' names, each with whether it stands in large letters too; and the place of today.
fn names(html: &str) -> (Vec<(u16, bool)>, Option<u16>) {
    let (_, axis) = html.split_once("class=\"year-axis\"").expect("a picture");
    let axis = axis.split("</svg>").next().unwrap_or_default();
    let place = |element: &str, name: &str| {
        let (_, value) = element.split_once(&format!(" {name}=\""))?;
        value.split('%').next()?.replace('.', "").parse().ok()
    };
    let texts = axis.split("<text").skip(1).filter(|text| text.contains("y=\"2.5em\""));
    let names = texts.map(|text| (place(text, "x").expect("a place"), !text.contains("year-small"))).collect();
    let today = axis.split("<line").find(|line| line.contains("year-today")).and_then(|line| place(line, "x1"));
    (names, today)
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
                let large: Vec<u16> = names.iter().filter(|(_, large)| *large).map(|(place, _)| *place).collect();
                let small: Vec<u16> = names.iter().map(|(place, _)| *place).collect();
                for (places, width) in [(&small, NAME), (&large, LARGE_NAME)] {
                    let told = format!("{id} {birth}: {places:?} of {width}, today {today:?}");
                    assert!(places.windows(2).all(|pair| pair[0] + width <= pair[1]), "{told}");
                    let crosses = |place: u16| today.is_some_and(|today| (place..=place + width).contains(&today));
                    assert!(!places.iter().any(|place| crosses(*place)), "{told}");
                }
                assert!(large.iter().all(|place| place + LARGE_NAME <= 1000), "{id} {birth}: {large:?}");
                assert!(!large.is_empty() && small.len() > 1, "{id} {birth}: {small:?} {large:?}");
                pictures += 1;
            }
        }
    }
    assert!(pictures > 100, "{pictures}");
}
