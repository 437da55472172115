//! What she is told when the sources say something else than last time.
#![cfg(not(target_arch = "wasm32"))]

use std::path::Path;

use chrono::NaiveDate;
use sango_navi::domain::household::{Babies, Household};
use sango_navi::domain::programme::Body;
use sango_navi::domain::situation::MedicalCare;
use sango_navi::domain::tariff::ClassFee;
use sango_navi::domain::{Plan, Programme, plan};
use sango_navi::interview::seen::{Compared, compare, write};
use sango_navi::interview::{Answers, BabyAnswer, PretermAnswer, record, situation};
use sango_navi::programmes::load;
use sango_navi::words::japanese;

const TODAY: &str = "2026-11-24";

fn town(id: &str) -> Programme {
    load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/programmes"), id).expect("a rule file")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn born(birth: &str) -> Answers {
    Answers {
        baby: Some(BabyAnswer::Born(day(birth))),
        preterm: Some(PretermAnswer::No),
        babies: Some(Babies::ONE),
        household: Some(Household::General),
        medical_care: Some(MedicalCare::No),
        applied: Some(sango_navi::domain::situation::Applied::No),
        wish: Some(sango_navi::interview::Wish::Nothing),
        ..Answers::default()
    }
}

fn plan_on<'p>(programme: &'p Programme, answers: &Answers, today: &str) -> Plan<'p> {
    let today = day(today);
    let situation = situation(answers, programme, today).expect("all is answered");
    plan(&situation, programme, today.and_hms_opt(10, 30, 0).expect("a moment"))
}

/// The lines that she reads where `before` was what she saw and `now` is what the sources say, her answers being the
/// same all the while.
fn told(before: &Plan<'_>, now: &Plan<'_>, today: &str) -> Vec<String> {
    let record = record::encode("kita", &born("2026-08-01"));
    match compare(&write(&record, before), &record, now, day(today)) {
        Compared::Same(changes) => changes.into_iter().map(|change| japanese().changed(change, day(today))).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn each_change_is_a_line_with_what_was_before() {
    let kita = town("kita");
    let with = |change: fn(&mut Answers)| {
        let mut answers = born("2026-08-01");
        change(&mut answers);
        plan_on(&kita, &answers, TODAY)
    };
    let usual = with(|_| ());
    let none: [&str; 0] = [];
    assert_eq!(told(&usual, &usual, TODAY), none);
    assert_eq!(
        told(&usual, &with(|answers| answers.household = Some(Household::TaxExempt)), TODAY),
        [
            "宿泊型：1泊2日 0円（前回は6,600円）",
            "日帰り型：1日 0円（前回は2,500円）",
            "訪問型：1回 0円（前回は1,000円）",
        ]
    );
    assert_eq!(
        told(&with(|answers| answers.household = Some(Household::Unknown)), &usual, TODAY)[0],
        "宿泊型：1泊2日 6,600円（前回は0円〜6,600円）"
    );
    assert_eq!(
        told(&usual, &with(|answers| answers.baby = Some(BabyAnswer::Born(day("2026-08-03")))), TODAY)[0],
        "宿泊型：12月3日（木）まで（前回は12月1日（火）まで）"
    );
    assert_eq!(
        told(&usual, &with(|answers| answers.medical_care = Some(MedicalCare::Needed)), TODAY)[0],
        "宿泊型：期間外（前回は使えます）"
    );
}

#[test]
fn a_price_that_was_known_in_part_is_said_as_it_was() {
    let usual = town("kita");
    let mut unprinted = usual.clone();
    let Body::Scheme(periods) = &mut unprinted.body else { panic!("北区 has a scheme") };
    let fee = periods[0].rules.services[0].tariff.as_mut().expect("a fee");
    fee.value.tax_exempt = ClassFee::Unprinted;
    let answers = Answers { household: Some(Household::Unknown), ..born("2026-08-01") };
    let (before, now) = (plan_on(&unprinted, &answers, TODAY), plan_on(&usual, &answers, TODAY));
    assert_eq!(told(&before, &now, TODAY), ["宿泊型：1泊2日 0円〜6,600円（前回は最大6,600円）"]);
    assert_eq!(told(&now, &before, TODAY), ["宿泊型：1泊2日 最大6,600円（前回は0円〜6,600円）"]);
}

#[test]
fn a_service_may_come_and_go() {
    let kita = town("kita");
    let many = plan_on(&kita, &born("2026-08-01"), TODAY);
    let few = Plan { services: many.services[..2].to_vec(), ..many.clone() };
    assert_eq!(told(&many, &few, TODAY), ["訪問型は、なくなりました"]);
    assert_eq!(told(&few, &many, TODAY), ["訪問型が増えました"]);
}

#[test]
fn a_day_that_passes_is_no_news() {
    let kita = town("kita");
    let none: [&str; 0] = [];
    for later in ["2026-11-25", "2026-12-01", "2026-12-02", "2027-02-01", "2028-01-01"] {
        let before = plan_on(&kita, &born("2026-08-01"), TODAY);
        assert_eq!(told(&before, &plan_on(&kita, &born("2026-08-01"), later), later), none, "{later}");
    }
}

#[test]
fn what_can_not_be_compared_is_not() {
    let kita = town("kita");
    let plan = plan_on(&kita, &born("2026-08-01"), TODAY);
    let record = record::encode("kita", &born("2026-08-01"));
    let other = record::encode("kita", &born("2026-08-02"));
    let text = write(&record, &plan);
    let same = Compared::Same(Vec::new());
    let cut = &text[..text.len() - 1];
    for (before, record, expected) in [
        (text.as_str(), &record, same),
        ("", &record, Compared::Other),
        (&text, &other, Compared::Other),
        (cut, &record, Compared::Other),
        ("1", &record, Compared::Other),
        ("1赤ちゃんの記録です", &record, Compared::Other),
        (&text.replace(&text[7..9], "~~"), &record, Compared::Other),
        ("2whatever a later version writes", &record, Compared::Newer),
        ("<img src=x onerror=alert(1)>", &record, Compared::Newer),
    ] {
        assert_eq!(compare(before, record, &plan, day(TODAY)), expected, "{before}");
    }
}

#[test]
fn what_phones_have_kept_is_read_for_ever() {
    let kita = town("kita");
    let plan = plan_on(&kita, &born("2026-08-01"), TODAY);
    // Of a record only its checksum counts, whatever version it is of.
    let record = "sn1.kita.a.CTgP_p";
    let kept = "1CTgP_pABCZoCZoABnJABnJBBCamCamAAnFAAnFCBCdaCdbAAPpAAPp";
    assert_eq!(write(record, &plan), kept);
    assert_eq!(compare(kept, record, &plan, day(TODAY)), Compared::Same(Vec::new()));
}
