//! 「#8000」: a number that some phones do not dial by a tap.

use super::*;

/// The ordinary numbers, by prefecture.
const ORDINARY: [(&str, &str); 2] = [("東京都", "03-5285-8898"), ("北海道", "011-232-1599")];

/// What to press stands beside it, and its prefecture's ordinary number with where and when that was read.
#[test]
fn what_to_do_where_a_tap_dials_nothing_stands_beside_it() {
    let words = japanese();
    for town in towns() {
        let ill = Answers { medical_care: Some(MedicalCare::IllToday), ..born("2026-08-01") };
        for (place, html) in [
            ("result", render(town, ill, Screen::Result, NOW)),
            ("help", render(town, Answers::default(), Screen::Help, NOW)),
            ("leaflet", pages::town(town, KEEPER).leaflet),
        ] {
            let said = text(&html);
            assert!(said.contains(words.press_short_number()), "{} {place}: {said}", town.id);
            for (prefecture, number) in ORDINARY {
                let is_hers = town.prefecture == prefecture;
                assert_eq!(said.contains(number), is_hers, "{} {place}: {number} in {said}", town.id);
                let known = words.children_numbers().iter().find(|[of, ..]| *of == prefecture);
                let [_, _, source] = known.expect("a source");
                let read = words.children_number_source(source);
                assert!(read.contains("2026年11月30日") && read.contains("ページ"), "{read}");
                assert_eq!(said.contains(&read), is_hers, "{} {place}: {read} in {said}", town.id);
            }
        }
    }
    let said = text(&pages::home(&programmes()).leaflet);
    assert!(said.contains(words.press_short_number()), "{said}");
    assert!(ORDINARY.iter().all(|(_, number)| !said.contains(number)), "{said}");
}

/// It is not broken between its sign and its digits.
#[test]
fn it_is_one_run() {
    let html = pages::home(&programmes()).leaflet;
    assert!(html.contains("「<span class=\"whole\" translate=\"no\">#8000</span>」"), "{html}");
    assert!(!html.contains("#<"), "{html}");
}
