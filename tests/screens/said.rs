//! What her plan says where its days are nearly over, over, or carried by the due date; and in a town that lists no facility.

use sango_navi::domain::household::Household;
use sango_navi::domain::uses::{PlannedUse, Use};

use super::*;

fn early(birth: &str, due: &str) -> Answers {
    Answers { preterm: Some(PretermAnswer::DueOn(due.parse().expect("a date"))), ..born(birth) }
}

fn says(id: &str, answers: Answers, now: &str) -> String {
    text(&render(town(id), answers, Screen::Result, now))
}

/// Where nothing can surely be had in time, the headline asks, the office is rung, no box says it once more, nothing says that
/// she can use it.
#[test]
fn what_may_come_too_late_is_asked_once() {
    for (id, birth, now, asked, number) in [
        ("kita", "2025-12-05", "2026-11-30T10:30:00", "訪問型に間に合うか、確かめましょう", "03-3908-7050"),
        ("asahikawa", "2025-12-01", "2026-11-30T10:30:00", "訪問型に間に合うか、確かめましょう", "0166-26-5503"),
    ] {
        let html = render(town(id), born(birth), Screen::Result, now);
        let said = text(&html);
        assert!(said.contains(asked), "{id}: {said}");
        assert!(!html.contains("class=\"warning\""), "{id}: a box beside it");
        let (_, filled) = html.split_once("button-filled").expect("a filled button");
        let (filled, _) = filled.split_once("</a>").expect("its end");
        assert!(text(filled).contains(number), "{id}: {filled}");
        assert!(said.contains("間に合うか要確認"), "{id}: {said}");
        // No card and no line on paper says beside it that she can use it.
        let (_, cards) = html.split_once("class=\"service\"").expect("a card");
        let card = text(cards.split("</article>").next().unwrap_or(cards));
        assert!(!card.contains("使えます") && card.contains("間に合うか要確認"), "{id}: {card}");
    }
}

/// A day that has passed is no last day of what may still be used.
#[test]
fn a_day_that_has_passed_is_no_last_day() {
    let html = render(town("kita"), early("2026-09-10", "2026-11-05"), Screen::Result, "2027-03-05T10:00:00");
    // The picture of her year shows what was.
    let (before, _) = html.split_once("使える期間</").expect("the picture");
    let said = text(before);
    assert!(!said.contains("1月10日（日）まで"), "{said}");
    assert!(said.contains("間に合うか要確認 予定日から数えると3月5日（金）まで"), "{said}");
    let said = says("nakano", early("2026-09-30", "2026-11-25"), "2027-04-30T10:00:00");
    assert!(said.contains("2月28日（日）まで。延びるかは要確認"), "{said}");
    // After the end one day is told, and no box promises anything.
    let over = early("2026-02-20", "2026-03-20");
    let html = render(town("kita"), over, Screen::Result, "2027-03-21T10:00:00");
    let said = text(&html);
    assert!(said.contains("使える期間は、過ぎています") && said.contains("予定日から数えても、"), "{said}");
    assert!(!html.contains("class=\"warning\"") && !said.contains("まで（要確認）"), "{said}");
}

/// What several services share is told as shared, and what one has of its own is not.
#[test]
fn shared_and_separate_limits_are_told_apart() {
    for (id, row, card) in [
        ("asahikawa", "合わせてあと7日", "あと7日（原則、宿泊型・日帰り型・訪問型を合わせて7日まで）"),
        ("nakano", "合わせてあと15回", "あと15回（宿泊型・日帰り型・訪問型を合わせて15回まで）"),
        ("kita", "1泊2日 あと4日", "あと4日（宿泊型だけで4日まで）"),
        ("nerima", "1日 あと12日", "あと12日（日帰り型だけで12日まで）"),
    ] {
        let said = says(id, born("2026-09-15"), "2026-11-24T10:30:00");
        assert!(said.contains(row), "{id}: {row} in {said}");
        assert!(said.contains(card), "{id}: {card} in {said}");
        assert_eq!(said.contains("合わせてあと"), row.starts_with("合わせて"), "{id}: {said}");
    }
}

/// On the evening before the last day but one a phone without hours may still be answered: whether, is asked, and no day that is
/// in time is told as too late.
#[test]
fn in_the_evening_no_day_in_time_is_told_as_too_late() {
    let said = says("asahikawa", born("2025-12-04"), "2026-12-01T17:30:00");
    assert!(said.contains("に間に合うか、確かめましょう"), "{said}");
    assert!(!said.contains("早くて12月3日（木）です"), "{said}");
}

/// In treatment, and within her time: one reason on every line.
#[test]
fn in_treatment_no_row_says_that_the_time_has_passed() {
    let answers = Answers { medical_care: Some(MedicalCare::Needed), ..born("2026-09-15") };
    let said = says("kita", answers, "2026-11-24T10:30:00");
    assert!(said.contains("治療が必要なあいだは、使えません"), "{said}");
    assert!(!said.contains("期間外"), "{said}");
}

/// Where no fee is printed nothing says that the class of tax changes it, on paper and on the town's page either.
#[test]
fn what_no_source_prints_of_tax_is_not_said() {
    let programme = town("nakano");
    let session = || Session::on_host(moment(NOW), born("2026-09-15")).showing(Screen::Result).on_paper();
    let paper = rendered(programme, session);
    let (_, paper) = paper.split_once("class=\"sheet\"").expect("the sheet");
    let leaflet = pages::town(programme, KEEPER).leaflet;
    let (_, fees) = leaflet.split_once(japanese().fees_heading()).expect("the fees");
    let (fees, _) = fees.split_once("</section>").expect("their end");
    for said in [text(paper), text(fees)] {
        assert!(!said.contains("税"), "{said}");
        assert!(said.contains("要確認") || said.contains("書かれていません"), "{said}");
    }
    assert!(!fees.contains("<table"), "{fees}");
}

/// Where no facility is listed, all begins at the office, with what is printed of the way.
#[test]
fn a_town_without_facilities_names_none() {
    let html = render(town("nakano"), born("2026-09-15"), Screen::Result, "2026-11-24T10:30:00");
    let (_, filled) = html.split_once("button-filled").expect("a filled button");
    assert!(
        filled.split("</a>").next().is_some_and(|link| link.contains("city.tokyo-nakano.lg.jp")),
        "the ward's page"
    );
    let said = text(&html);
    for expected in [
        "すこやか福祉センターに聞いてください。電話番号は資料に書かれていません。",
        "かんがるー面接",
        "自治体のページを見る",
    ] {
        assert!(said.contains(expected), "{expected} is not in {said}");
    }
    for unsaid in ["使いたい施設", "施設に聞いて", "税金の区分で", "承認", "申し込みは、済んでいます"]
    {
        assert!(!said.contains(unsaid), "{unsaid} is in {said}");
    }
}

/// The memo says that the baby came early, what is left, and whose price is asked.
#[test]
fn the_memo_says_what_is_hers() {
    let uses = Answers {
        used: vec![Use::smallest(Service::DayCare)],
        planned: vec![PlannedUse { wanted: Use::smallest(Service::DayCare), facility: None, date: None }],
        uses_of: Some("2026-09-10".parse().expect("a date")),
        applied: Some(Applied::Yes),
        ..early("2026-09-10", "2026-11-05")
    };
    let said = says("kita", uses, "2026-11-24T10:30:00");
    assert!(said.contains("で、早く生まれました。"), "{said}");
    assert!(said.contains("もう使った分があります。日帰り型はあと5日（日帰り型だけで6日まで）です。"), "{said}");
    let exempt = Answers { household: Some(Household::TaxExempt), applied: Some(Applied::Yes), ..born("2026-08-01") };
    let said = says("nerima", exempt, "2026-11-24T10:30:00");
    assert!(said.contains("住民税非課税の宿泊型・日帰り型・訪問型の料金を、教えてください。"), "{said}");
    // Nobody approves first there.
    let said = says("asahikawa", born("2026-08-01"), "2026-11-24T10:30:00");
    assert!(!said.contains("申し込みは、"), "{said}");
}
