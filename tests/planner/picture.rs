//! Her year as a picture.

use sango_navi::domain::plan;
use sango_navi::domain::situation::{Baby, MedicalCare, Situation};
use sango_navi::planner::{Bar, Span, picture};
use sango_navi::words::japanese;

use super::case::{date, now, rules, situation, town};

fn span(span: Option<Span>) -> String {
    span.map_or("-".to_owned(), |span| {
        format!("{}..{}", span.first, span.last.map(|day| day.to_string()).unwrap_or_default())
    })
}

fn said(bar: &Bar<'_>) -> String {
    format!("{} {} {}", japanese().service(bar.service), span(bar.sure), span(bar.confirm))
}

#[test]
fn bars_show_what_the_plan_says() {
    let born = |birth: &str, due: Option<&str>| Baby::Born { birth: date(birth), due: due.map(date) };
    for (id, baby, care, expected) in [
        (
            "kita",
            born("2026-08-01", None),
            MedicalCare::No,
            &[
                "宿泊型 2026-08-01..2026-12-01 -",
                "日帰り型 2026-08-01..2027-02-01 -",
                "訪問型 2026-08-01..2027-07-31 2027-08-01..2027-08-01",
            ][..],
        ),
        // Treatment to be asked about: no part is sure.
        (
            "asahikawa",
            born("2026-08-01", None),
            MedicalCare::Needed,
            &[
                "宿泊型 - 2026-08-01..2027-07-31",
                "日帰り型 - 2026-08-01..2027-07-31",
                "訪問型 - 2026-08-01..2027-07-31",
            ],
        ),
        // Preterm: what the corrected age would add is to be confirmed.
        (
            "kita",
            born("2026-08-01", Some("2026-10-01")),
            MedicalCare::No,
            &[
                "宿泊型 2026-08-01..2026-12-01 2026-12-02..2027-02-01",
                "日帰り型 2026-08-01..2027-02-01 2027-02-02..2027-04-01",
                "訪問型 2026-08-01..2027-07-31 2027-08-01..2027-10-01",
            ],
        ),
    ] {
        let situation = Situation { baby, medical_care: care, ..situation() };
        let programme = town(id);
        let (plan, _) = rules(&situation, &programme);
        let found = picture(&plan, date("2026-08-01"), now().date()).expect("a picture");
        let bars: Vec<String> = found.bars.iter().map(said).collect();
        assert_eq!(bars, expected, "{id}");
    }
}

#[test]
fn months_today_and_ends_have_their_places() {
    let programme = town("kita");
    let (plan, _) = rules(&situation(), &programme);
    let found = picture(&plan, date("2026-08-01"), now().date()).expect("a picture");
    assert_eq!((found.from, found.until), (date("2026-08-01"), date("2027-08-01")));
    assert_eq!(found.months.len(), 12);
    assert_eq!(found.months.first(), Some(&date("2026-09-01")));
    assert_eq!((found.place(found.from), found.place(date("2027-08-02"))), (0, 1000));
    // 115 of 366 days.
    assert_eq!(found.place(now().date()), 314);
    let stay = &found.bars[0];
    let ends: Vec<String> = stay
        .ends
        .iter()
        .map(|tick| {
            let names: Vec<&str> = tick.facilities.iter().map(|facility| facility.id.as_str()).collect();
            format!("{} {}", tick.day, names.join(" "))
        })
        .collect();
    assert_eq!(ends.last().map(String::as_str), Some("2026-12-01 tokyo-kita"), "{ends:?}");
    assert!(stay.ends.is_sorted_by_key(|tick| tick.day));
    let facilities: usize = stay.ends.iter().map(|tick| tick.facilities.len()).sum();
    assert_eq!(facilities, plan.facilities.iter().filter(|row| row.offer.service == stay.service).count());
}

#[test]
fn nothing_in_reach_has_no_picture() {
    let programme = town("kita");
    let situation = Situation { baby: Baby::Born { birth: date("2025-08-01"), due: None }, ..situation() };
    let (plan, _) = rules(&situation, &programme);
    assert_eq!(picture(&plan, date("2025-08-01"), now().date()), None);
}

/// Every birth of two years: spans lie in order within the picture, and today is on it.
#[test]
fn spans_lie_within_the_picture() {
    let mut pictures = 0;
    for id in ["kita", "nerima", "nakano", "asahikawa"] {
        let programme = town(id);
        for age in (0..730).step_by(3) {
            let birth = now().date() - chrono::Days::new(age);
            let situation = Situation { baby: Baby::Born { birth, due: None }, ..situation() };
            let plan = plan(&situation, &programme, now());
            let Some(found) = picture(&plan, birth, now().date()) else { continue };
            pictures += 1;
            assert!(found.from <= now().date() && now().date() <= found.until, "{id} {birth}");
            assert!(found.months.is_sorted());
            for bar in &found.bars {
                if let (Some(sure), Some(confirm)) = (bar.sure, bar.confirm) {
                    assert_eq!(sure.last.map(|last| last + chrono::Days::new(1)), Some(confirm.first), "{id} {birth}");
                }
                for span in [bar.sure, bar.confirm].into_iter().flatten() {
                    assert!(span.last.is_none_or(|last| span.first <= last), "{id} {birth} {span:?}");
                    let (start, end) = found.places(span);
                    assert!(start < end && end <= 1000, "{id} {birth} {span:?}");
                }
            }
        }
    }
    assert!(pictures > 400, "{pictures}");
}
