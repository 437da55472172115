//! Uses entered and taken back, per birth; what to have ready.

use sango_navi::domain::Service;
use sango_navi::domain::household::Household;
use sango_navi::domain::uses::{Length, Use};
use sango_navi::interview::{Answers, AppliedHow, BabyAnswer};
use sango_navi::planner::{
    Ticks, add, add_used, applied_how_matters, choose_place, count, is_needed, set_nights, set_used_nights, take_back,
    take_back_used,
};

use super::case::{date, one_use, rules, situation, town};

fn born(on: &str) -> Answers {
    Answers { baby: Some(BabyAnswer::Born(date(on))), ..Answers::default() }
}

#[test]
fn uses_are_added_changed_and_taken_back() {
    let mut answers = born("2026-08-01");
    add(&mut answers, Service::Stay, None);
    add(&mut answers, Service::DayCare, Some("ohana"));
    add(&mut answers, Service::Stay, None);
    assert_eq!((count(&answers, Service::Stay), count(&answers, Service::DayCare)), (2, 1));
    assert_eq!(answers.planned[1].facility.as_deref(), Some("ohana"));
    set_nights(&mut answers, 2, 2);
    set_nights(&mut answers, 0, 0);
    set_nights(&mut answers, 1, 5);
    set_nights(&mut answers, 9, 5);
    let lengths: Vec<Length> = answers.planned.iter().map(|planned| planned.wanted.length).collect();
    assert_eq!(lengths, ["stay", "day", "stay 2"].map(|text| one_use(text).length));
    set_nights(&mut answers, 2, 999);
    assert_eq!(answers.planned[2].wanted.length.nights(), Length::MOST_NIGHTS);
    take_back(&mut answers, Service::Stay);
    take_back(&mut answers, Service::HomeVisit);
    assert_eq!((count(&answers, Service::Stay), answers.planned.len()), (1, 2));
    for _ in 0..99 {
        add(&mut answers, Service::HomeVisit, None);
        add_used(&mut answers, Use::smallest(Service::Stay));
    }
    assert_eq!((answers.planned.len(), answers.used.len()), (24, 40));
    set_used_nights(&mut answers, 0, 3);
    assert_eq!(answers.used[0].length.nights(), 3);
    take_back_used(&mut answers, 0);
    take_back_used(&mut answers, 99);
    assert_eq!((answers.used.len(), answers.used[0].length.nights()), (39, 1));
}

/// `swan` gives days alone, `clinic` all. The three uses are a stay, a day, a day; an empty name is no place.
#[test]
fn a_place_for_all_leaves_those_that_she_chose_for_one() {
    let offers = |id: &str, service: Service| id != "swan" || service == Service::DayCare;
    let place = |name: &str| (!name.is_empty()).then(|| name.to_owned());
    for (uses, before, chosen, expected) in [
        (["", "", ""], "", "clinic", ["clinic", "clinic", "clinic"]),
        (["", "", ""], "", "swan", ["", "swan", "swan"]),
        (["", "ohana", ""], "", "clinic", ["clinic", "ohana", "clinic"]),
        (["clinic", "ohana", "clinic"], "clinic", "swan", ["", "ohana", "swan"]),
        (["", "ohana", "swan"], "swan", "clinic", ["clinic", "ohana", "clinic"]),
        (["clinic", "ohana", "clinic"], "clinic", "", ["", "ohana", ""]),
        // She comes back: what she chose then is hers now.
        (["clinic", "swan", ""], "", "swan", ["clinic", "swan", "swan"]),
    ] {
        let mut answers = born("2026-08-01");
        for (service, name) in [Service::Stay, Service::DayCare, Service::DayCare].into_iter().zip(uses) {
            add(&mut answers, service, place(name).as_deref());
        }
        choose_place(&mut answers, place(before).as_deref(), place(chosen).as_deref(), offers);
        let found: Vec<Option<String>> = answers.planned.iter().map(|planned| planned.facility.clone()).collect();
        assert_eq!(found, expected.map(place), "{uses:?}, {before} to {chosen}");
    }
}

#[test]
fn a_second_birth_begins_anew_and_a_corrected_date_does_not() {
    let mut answers = Answers { baby: Some(BabyAnswer::Expected(date("2026-08-20"))), ..Answers::default() };
    add(&mut answers, Service::Stay, None);
    add_used(&mut answers, Use::smallest(Service::DayCare));
    for (baby, kept) in [
        (BabyAnswer::Born(date("2026-08-01")), 1),
        (BabyAnswer::Born(date("2026-07-11")), 1),
        // A slip of the year, put right again.
        (BabyAnswer::Born(date("2025-08-01")), 0),
        (BabyAnswer::Born(date("2026-08-01")), 1),
        (BabyAnswer::Expected(date("2027-09-01")), 0),
    ] {
        answers.baby = Some(baby);
        assert_eq!(answers.used_of_birth().len(), kept, "{baby:?}");
        assert_eq!(answers.planned_of_birth().len(), kept, "{baby:?}");
    }
    // The first use of the second birth: those of the first go.
    add_used(&mut answers, Use::smallest(Service::HomeVisit));
    assert_eq!((answers.used_of_birth().len(), answers.planned_of_birth().len()), (1, 0));
    assert_eq!(answers.used_of_birth()[0].service, Service::HomeVisit);
}

#[test]
fn what_to_have_ready_depends_on_household_and_application() {
    let programme = town("kita");
    let (_, of_kita) = rules(&situation(), &programme);
    assert!(applied_how_matters(of_kita));
    let asahikawa = town("asahikawa");
    let (_, of_asahikawa) = rules(&situation(), &asahikawa);
    assert!(!applied_how_matters(of_asahikawa));
    for (household, how, expected) in [
        (Household::General, Some(AppliedHow::OnlineSince), "クーポン 母子"),
        (Household::General, Some(AppliedHow::PaperOrBefore), "利用承認通知書 母子"),
        (Household::TaxExempt, None, "非課税証明書 クーポン 利用承認通知書 母子"),
        (Household::PublicAssistance, Some(AppliedHow::OnlineSince), "受給者証明書 クーポン 母子"),
        (Household::Unknown, Some(AppliedHow::OnlineSince), "非課税証明書 受給者証明書 クーポン 母子"),
    ] {
        let items = of_kita.documents.iter().map(|item| &item.value);
        let texts: Vec<&str> =
            items.filter(|item| is_needed(item, household, how)).map(|item| item.text.as_str()).collect();
        let names = ["非課税証明書", "受給者証明書", "クーポン", "利用承認通知書", "母子"];
        let found: Vec<&str> = names.into_iter().filter(|name| texts.iter().any(|text| text.contains(name))).collect();
        assert_eq!(found.join(" "), expected, "{household:?} {how:?}");
    }
}

#[test]
fn ticks_are_kept_per_birth_and_any_text_is_read() {
    let birth = date("2026-08-01");
    let mut ticks = Ticks::read("", birth);
    assert!(!ticks.has("母子健康手帳"));
    ticks.set("母子健康手帳", true);
    ticks.set("おむつ", true);
    ticks.set("おむつ", false);
    let kept = ticks.write();
    assert_eq!(Ticks::read(&kept, birth), ticks);
    assert!(ticks.has("母子健康手帳") && !ticks.has("おむつ"));
    assert!(!Ticks::read(&kept, date("2028-08-01")).has("母子健康手帳"), "a second birth begins anew");
    assert!(Ticks::read(&kept, date("2026-07-31")).has("母子健康手帳"), "a corrected date is the same baby's");
    // By the first date that anything was kept under, however often it is corrected; a second birth by its own.
    for (corrected, known_by) in [
        ("2026-08-01", "2026-08-01"),
        ("2026-12-31", "2026-08-01"),
        ("2026-03-01", "2026-08-01"),
        ("2028-08-01", "2028-08-01"),
    ] {
        let again = Ticks::read(&Ticks::read(&kept, date(corrected)).write(), date(corrected));
        assert_eq!(again.known_by(), date(known_by), "{corrected}");
    }
    for text in ["{}", "1 2 3", "赤ちゃん", "99999999999999999999", &"1 ".repeat(9999)] {
        assert!(!Ticks::read(text, birth).has("母子健康手帳"), "{text}");
    }
    for item in 0..200 {
        ticks.set(&item.to_string(), true);
    }
    assert!(ticks.write().len() < 2000);
}
