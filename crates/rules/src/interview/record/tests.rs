use chrono::NaiveDate;
use proptest::option;
use proptest::prelude::*;

use super::layout::*;
use super::*;
use crate::domain::household::{Babies, Household};
use crate::domain::service::Service;
use crate::domain::situation::{Applied, MedicalCare, PostalCode};
use crate::domain::uses::{Cancellation, Length, PlannedUse, Use};
use crate::interview::{AppliedHow, BabyAnswer, PostalAnswer, PretermAnswer, Wish};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// With a right checksum, as no encoder of ours writes it.
fn signed(text: &str) -> String {
    let mut signed = format!("{text}.");
    digits::push(&mut signed, checksum(text), CHECKSUM_DIGITS);
    signed
}

fn full() -> Answers {
    Answers {
        baby: Some(BabyAnswer::Born(day("2026-08-31"))),
        preterm: Some(PretermAnswer::DueOn(day("2026-10-01"))),
        babies: Babies::new(2).ok(),
        household: Some(Household::TaxExempt),
        medical_care: Some(MedicalCare::No),
        applied: Some(Applied::Unknown),
        postal: PostalCode::parse("0780063").ok().map(PostalAnswer::Code),
        used: vec![Use::smallest(Service::Stay), Use::smallest(Service::HomeVisit)],
        planned: vec![PlannedUse {
            wanted: Use {
                service: Service::Stay,
                length: Length::Nights { nights: 3, hours: Some(72) },
                cancelled: Cancellation::Late,
            },
            facility: Some("ohana".to_owned()),
            date: Some(day("2026-12-31")),
        }],
        uses_of: Some(day("2026-08-31")),
        wish: Some(Wish::AtHome),
        applied_how: Some(AppliedHow::PaperOrBefore),
    }
}

/// One baby born on that day, a general household, nobody ill, not yet applied, no postal code.
fn plain(birth: &str) -> Answers {
    Answers {
        baby: Some(BabyAnswer::Born(day(birth))),
        preterm: Some(PretermAnswer::No),
        babies: Some(Babies::ONE),
        household: Some(Household::General),
        medical_care: Some(MedicalCare::No),
        applied: Some(Applied::No),
        postal: Some(PostalAnswer::Unknown),
        ..Answers::default()
    }
}

/// What version 1 could keep of [`full`].
fn full_of_version_1() -> Answers {
    Answers { wish: Some(Wish::Nothing), applied_how: None, ..full() }
}

#[test]
fn a_record_stays_readable_to_later_versions() {
    // Texts that phones have kept: they must be read for ever.
    for (text, town, answers) in [
        ("sn1.kita.AAAAAAAAA.CmN6Wt", "kita", Answers::default()),
        ("sn1.asahikawa.BCYLCCYqCCBDCC-cfCABgBPDBICaFohana~.AwOFA2", "asahikawa", full_of_version_1()),
        ("sn2.kita.AAAAAAAAAAAA.DTyYWL", "kita", Answers::default()),
        ("sn2.asahikawa.BCYLCCYqCCBDCC-cfECCCYLCABgBPDBICaFohana~.AjDjMk", "asahikawa", full()),
        // Written before there was a filler: they end in what a link loses, and are read where it did not.
        ("sn1.kita.BCXFDBBBCBAA.D9TXE-", "kita", Answers { wish: Some(Wish::Nothing), ..plain("2026-06-22") }),
        ("sn2.kita.BCYSDBBBCBBAAAA.Bommc_", "kita", Answers { wish: Some(Wish::Sleep), ..plain("2026-09-07") }),
        ("sn3.kita.AAAAAAAAAAAAA.BcI27n", "kita", Answers::default()),
        ("sn3.asahikawa.BCYLCCYqCCBDCC-cfECCCYLCABgBPDBICaFohana~B.Af3glr", "asahikawa", full()),
    ] {
        if text.starts_with("sn3") {
            assert_eq!(encode(town, &answers), text);
        }
        assert_eq!(decode(text), Ok(Record { town: town.to_owned(), answers }), "{text}");
    }
}

#[test]
fn uses_that_version_1_kept_are_of_the_birth_that_stands_beside_them() {
    let day_care = Use::smallest(Service::DayCare);
    let planned = PlannedUse { wanted: day_care, facility: None, date: None };
    for (lists, used, planned) in [
        ("AA", vec![], vec![]),
        ("BQA", vec![day_care], vec![]),
        ("ABQ", vec![], vec![planned.clone()]),
        ("BQBQ", vec![day_care], vec![planned]),
    ] {
        let birth = day("2026-08-31");
        let uses_of = (lists != "AA").then_some(birth);
        let answers = Answers { baby: Some(BabyAnswer::Born(birth)), used, planned, uses_of, ..Answers::default() };
        let text = signed(&format!("sn1.kita.BCYLAAAAAA{lists}"));
        assert_eq!(decode(&text).map(|record| record.answers), Ok(answers), "{text}");
    }
}

#[test]
fn what_is_no_record_says_why() {
    let good = encode("kita", &full());
    let body = good.split('.').nth(2).expect("a body").to_owned();
    for (text, expected) in [
        (String::new(), RecordError::Foreign),
        ("{\"answers\":{}}".to_owned(), RecordError::Foreign),
        ("赤ちゃん".to_owned(), RecordError::Foreign),
        ("sn".to_owned(), RecordError::Damaged),
        ("sn1.kita.".to_owned(), RecordError::Damaged),
        ("sn1.赤ちゃん.赤.ん".to_owned(), RecordError::Damaged),
        ("sn1..赤赤".to_owned(), RecordError::Damaged),
        (good.to_uppercase(), RecordError::Foreign),
        (format!("{good} "), RecordError::Damaged),
        (signed(&format!("sn4.kita.{body}")), RecordError::Newer),
        (signed("sn4"), RecordError::Newer),
        (signed("sn3"), RecordError::Impossible),
        // The answers of one version under the number of another; the wish, the way of applying, whose uses.
        (signed(&format!("sn1.kita.{body}")), RecordError::Impossible),
        (signed(&format!("sn2.kita.{body}")), RecordError::Impossible),
        (signed("sn2.kita.AAAAAAAAA"), RecordError::Impossible),
        (signed("sn2.kita.AAAAAAAHAAAA"), RecordError::Impossible),
        (signed("sn2.kita.AAAAAAAADAAA"), RecordError::Impossible),
        (signed("sn2.kita.AAAAAAAAABAA"), RecordError::Impossible),
        (signed("sn2.kita.AAAAAAAAACA"), RecordError::Impossible),
        (signed("snz.whatever.comes.later"), RecordError::Newer),
        (signed("sn1"), RecordError::Impossible),
        (signed("sn1.kita"), RecordError::Impossible),
        (signed("sn1.kita."), RecordError::Impossible),
        (signed(&format!("sn3.kita.{body}.")), RecordError::Impossible),
        (signed(&format!("sn3..{body}")), RecordError::Impossible),
        (signed(&format!("sn3.Kita.{body}")), RecordError::Impossible),
        (signed(&format!("sn3.北区.{body}")), RecordError::Impossible),
        (signed(&format!("sn3.kita.{body}A")), RecordError::Impossible),
        // No filler, one that is none.
        (signed("sn3.kita.AAAAAAAAAAAA"), RecordError::Impossible),
        (signed("sn3.kita.AAAAAAAAAAAAD"), RecordError::Impossible),
        (signed("sn3.kita.AAAAAAAAAAAA-"), RecordError::Impossible),
        (signed("sn1.kita.AAAAAAAA"), RecordError::Impossible),
        (signed("sn1.kita.赤赤赤"), RecordError::Impossible),
        // The baby's kind, 10 babies, household 5, health 5, applied 4, the postal code's kind, its number.
        (signed("sn1.kita.DAAAAAAAA"), RecordError::Impossible),
        (signed("sn1.kita.AAKAAAAAA"), RecordError::Impossible),
        (signed("sn1.kita.AAAFAAAAA"), RecordError::Impossible),
        (signed("sn1.kita.AAAAFAAAA"), RecordError::Impossible),
        (signed("sn1.kita.AAAAAEAAA"), RecordError::Impossible),
        (signed("sn1.kita.AAAAAADAA"), RecordError::Impossible),
        (signed("sn1.kita.AAAAAAC____AA"), RecordError::Impossible),
        // A stay of no night, of 31; a use of 0 hours; a fourth service; a facility's bit on a past use.
        (signed("sn1.kita.AAAAAAABAAA"), RecordError::Impossible),
        (signed("sn1.kita.AAAAAAABAfA"), RecordError::Impossible),
        (signed("sn1.kita.AAAAAAABUAAA"), RecordError::Impossible),
        (signed("sn1.kita.AAAAAAABwA"), RecordError::Impossible),
        (signed("sn1.kita.AAAAAAABRohana~A"), RecordError::Impossible),
        // A facility without an end, without a name, with a capital.
        (signed("sn1.kita.AAAAAAAABRohana"), RecordError::Impossible),
        (signed("sn1.kita.AAAAAAAABR~"), RecordError::Impossible),
        (signed("sn1.kita.AAAAAAAABROhana~"), RecordError::Impossible),
        // More uses than are kept, or than there are.
        (signed(&format!("sn1.kita.AAAAAAAp{}A", "Q".repeat(41))), RecordError::Impossible),
        (signed("sn1.kita.AAAAAAACQ"), RecordError::Impossible),
        (signed(&format!("sn1.{}.AAAAAAAAA", "a".repeat(41))), RecordError::Impossible),
    ] {
        assert_eq!(decode(&text), Err(expected), "{text}");
    }
}

#[test]
fn values_that_no_question_accepts_are_left_out() {
    let mut answers = full();
    answers.baby = Some(BabyAnswer::Born(day("1999-12-31")));
    answers.preterm = Some(PretermAnswer::DueOn(NaiveDate::MAX));
    answers.used[0].length = Length::Nights { nights: 0, hours: None };
    answers.used[1].length = Length::Nights { nights: 1, hours: None };
    answers.planned[0].facility = Some("03-1234-5678 内線".to_owned());
    answers.planned[0].date = Some(NaiveDate::MIN);
    assert!(!keeps_all("kita", &answers));
    let kept = decode(&encode("kita", &answers)).expect("a record").answers;
    assert_eq!((kept.baby, kept.preterm, kept.used.len()), (None, None, 0));
    assert_eq!(kept.planned, vec![PlannedUse { facility: None, date: None, ..answers.planned[0].clone() }]);
    assert_eq!(kept.household, answers.household);
    assert_eq!(decode(&encode("No town", &full())), Err(RecordError::Impossible));
}

#[test]
fn long_lists_are_kept_from_their_beginning() {
    let long = |facility: &str| {
        let planned = PlannedUse { facility: Some(facility.to_owned()), ..full().planned[0].clone() };
        Answers { used: vec![full().planned[0].wanted; 60], planned: vec![planned; 60], ..full() }
    };
    for (facility, planned_kept) in [("ohana", 4), ("a-facility-with-a-name-of-forty-letters-", 1)] {
        let (town, answers) = ("a-town-with-a-name-of-forty-letters-in-it", long(facility));
        let town = &town[..40];
        let text = encode(town, &answers);
        assert!(text.len() <= LONGEST, "{}", text.len());
        assert!(!keeps_all(town, &answers));
        let kept = decode(&text).expect("a record").answers;
        assert_eq!(kept.used, answers.used[..MOST_USED]);
        assert_eq!(kept.planned, answers.planned[..planned_kept]);
    }
    // What a year can hold fits with room to spare: all that 練馬区 grants for twins, and a dozen plans.
    let mut year = long("a-long-name-here");
    year.used = [vec![Use::smallest(Service::Stay); 3], vec![Use::smallest(Service::DayCare); 18]].concat();
    year.used.extend(vec![Use::smallest(Service::HomeVisit); 10]);
    year.planned.truncate(9);
    assert!(keeps_all("nerima", &year), "{}", encode("nerima", &year).len());
}

#[test]
fn a_record_is_filled_to_its_last_character() {
    // Of names of a facility in every length, one ends the record just where it must.
    let mut lengths = Vec::new();
    for letters in 1..=LONGEST_ID {
        let mut answers = full();
        answers.used = vec![full().planned[0].wanted; MOST_USED];
        answers.planned = vec![full().planned[0].clone(); 4];
        answers.planned.push(PlannedUse { facility: Some("a".repeat(letters)), ..full().planned[0].clone() });
        let length = encode("kita", &answers).len();
        if keeps_all("kita", &answers) {
            lengths.push(length);
        }
    }
    assert_eq!(lengths.last(), Some(&LONGEST), "{lengths:?}");
}

#[test]
fn the_last_day_that_three_digits_reach_is_kept() {
    for (days, is_kept) in [(0, true), ((1 << 18) - 1, true), (1 << 18, false)] {
        let birth = FIRST_DATE + chrono::Days::new(days);
        let answers = Answers { baby: Some(BabyAnswer::Born(birth)), ..Answers::default() };
        let kept = decode(&encode("kita", &answers)).expect("a record").answers;
        assert_eq!(kept.baby, answers.baby.filter(|_| is_kept), "{birth}");
    }
}

#[test]
fn a_word_of_an_address_is_no_record() {
    for (text, may_be_one) in [
        ("sn2.kita.AAAAAAAAAAAA.DTyYWL", true),
        ("sn2.damaged", true),
        ("snow", false),
        ("result", false),
        ("town.131172", false),
        ("", false),
    ] {
        assert_eq!(may_be(text), may_be_one, "{text}");
    }
}

/// Every birth of three years, with each set of other answers, in four towns: programs that find links in a text take all of
/// each record into the link.
#[test]
fn no_record_ends_in_what_a_link_loses() {
    let sets: Vec<Answers> = HOUSEHOLDS
        .into_iter()
        .flat_map(|household| APPLIED.map(|applied| (household, applied)))
        .flat_map(|(household, applied)| [1, 2, 3].map(|babies| (household, applied, Babies::new(babies).ok())))
        .map(|(household, applied, babies)| Answers {
            preterm: Some(PretermAnswer::No),
            babies,
            household: Some(household),
            medical_care: Some(MedicalCare::No),
            applied: Some(applied),
            wish: Some(Wish::Sleep),
            ..Answers::default()
        })
        .chain([Answers::default(), full()])
        .collect();
    let births = day("2025-01-01").iter_days().take_while(|birth| *birth < day("2028-01-01"));
    let mut ends = std::collections::BTreeSet::new();
    for birth in births {
        for (answers, town) in sets.iter().zip(["kita", "nerima", "nakano", "asahikawa"].into_iter().cycle()) {
            let text = encode(town, &Answers { baby: Some(BabyAnswer::Born(birth)), ..answers.clone() });
            let last = text.chars().last().expect("a character");
            assert!(last.is_ascii_alphanumeric(), "{text}");
            assert!(decode(&text).is_ok_and(|record| record.answers.baby == Some(BabyAnswer::Born(birth))), "{text}");
            ends.insert(last);
        }
    }
    assert_eq!(ends.len(), 62, "every letter and digit is met");
}

fn dates() -> impl Strategy<Value = NaiveDate> {
    (0_u64..20_000).prop_map(|days| FIRST_DATE + chrono::Days::new(days))
}

fn uses() -> impl Strategy<Value = Use> {
    let hours = option::of(1..=Length::MOST_HOURS);
    (0..3_usize, 1..=Length::MOST_NIGHTS, hours, any::<bool>()).prop_map(|(service, nights, hours, is_late)| {
        let length = match SERVICES[service] {
            Service::Stay => Length::Nights { nights, hours },
            _ => Length::Visit { hours },
        };
        let cancelled = if is_late { Cancellation::Late } else { Cancellation::None };
        Use { service: SERVICES[service], length, cancelled }
    })
}

fn plans() -> impl Strategy<Value = PlannedUse> {
    (uses(), option::of("[a-z0-9-]{1,20}"), option::of(dates())).prop_map(|(wanted, facility, date)| PlannedUse {
        wanted,
        facility,
        date,
    })
}

prop_compose! {
    fn any_answers()(
        baby in option::of((any::<bool>(), dates())),
        preterm in option::of(option::of(option::of(dates()))),
        babies in option::of(1..=9_u8),
        household in option::of(0..4_usize),
        medical_care in option::of(0..4_usize),
        applied in option::of(0..3_usize),
        postal in option::of(option::of("[0-9]{7}")),
        (wish, applied_how, uses_of) in (option::of(0..6_usize), option::of(0..2_usize), option::of(dates())),
        used in prop::collection::vec(uses(), 0..12),
        planned in prop::collection::vec(plans(), 0..6),
    ) -> Answers {
        Answers {
            baby: baby.map(|(is_born, date)| if is_born { BabyAnswer::Born(date) } else { BabyAnswer::Expected(date) }),
            preterm: preterm.map(|given| match given {
                None => PretermAnswer::No,
                Some(None) => PretermAnswer::Unknown,
                Some(Some(due)) => PretermAnswer::DueOn(due),
            }),
            babies: babies.and_then(|babies| Babies::new(babies).ok()),
            household: household.map(|place| HOUSEHOLDS[place]),
            medical_care: medical_care.map(|place| MEDICAL_CARES[place]),
            applied: applied.map(|place| APPLIED[place]),
            postal: postal.map(|given| match given {
                None => PostalAnswer::Unknown,
                Some(code) => PostalAnswer::Code(PostalCode::parse(&code).expect("7 digits")),
            }),
            used,
            planned,
            uses_of,
            wish: wish.map(|place| WISHES[place]),
            applied_how: applied_how.map(|place| APPLIED_HOW[place]),
        }
    }
}

proptest! {
    #[test]
    fn what_is_kept_comes_back(town in "[a-z0-9-]{1,14}", answers in any_answers()) {
        let text = encode(&town, &answers);
        prop_assert!(text.len() <= LONGEST);
        prop_assert!(stays_in_link(&text), "{}", text);
        prop_assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-~".contains(&byte)), "{}", text);
        prop_assert!(keeps_all(&town, &answers));
        prop_assert_eq!(decode(&text), Ok(Record { town, answers }));
    }

    #[test]
    fn no_cut_is_taken_for_a_record(answers in any_answers()) {
        let text = encode("kita", &answers);
        for end in 0..text.len() {
            prop_assert!(decode(&text[..end]).is_err(), "{}", &text[..end]);
            prop_assert!(decode(&text[end + 1..]).is_err(), "{}", &text[end + 1..]);
        }
    }

    #[test]
    fn no_change_of_a_character_is_taken_for_a_record(answers in any_answers(), other in "[A-Za-z0-9._~ あ-]") {
        let text = encode("kita", &answers);
        for place in 0..text.len() {
            let changed = [&text[..place], &other, &text[place + 1..]].concat();
            prop_assert!(changed == text || decode(&changed).is_err(), "{}", changed);
        }
    }

    #[test]
    fn no_text_panics(text in ".*", tail in "[A-Za-z0-9_.~-]{0,80}") {
        let _ = decode(&text);
        let _ = decode(&format!("sn1.kita.{tail}"));
        let _ = decode(&signed(&format!("sn1.kita.{tail}")));
        let _ = decode(&signed(&format!("sn1.{text}")));
        let _ = decode(&signed(&format!("sn2.kita.{tail}")));
        let _ = decode(&signed(&format!("sn3.kita.{tail}")));
    }

    #[test]
    fn what_reads_is_written_the_same(tail in "[A-F]{12,30}", filler in 0..FILLERS.len()) {
        let body = format!("sn3.kita.{tail}");
        if let Ok(record) = decode(&signed(&format!("{body}{}", FILLERS[filler]))) {
            let filled = FILLERS.map(|filler| signed(&format!("{body}{filler}")));
            prop_assert_eq!(Some(&encode(&record.town, &record.answers)), filled.iter().find(|text| stays_in_link(text)));
        }
    }
}

/// However a letter or a chat hands it on: what stands around a record is none of it.
#[test]
fn a_record_is_found_in_what_she_pastes() {
    let birth = NaiveDate::from_ymd_opt(2026, 9, 15).expect("a date");
    let record = encode("kita", &Answers { baby: Some(BabyAnswer::Born(birth)), ..Answers::default() });
    let (start, end) = record.split_at(10);
    for text in [
        record.clone(),
        format!("https://navi.example/kita/?openExternalBrowser=1#{record}"),
        format!("わたしのこたえです。\nhttps://navi.example/kita/#{record}\nよろしくね"),
        format!("「https://navi.example/kita/#{record}」"),
        format!("https://navi.example/kita/#{record}. Thanks, sn7"),
        format!("{start}\n  {end}\u{3000}"),
    ] {
        assert_eq!(pasted(&text).as_deref(), Some(record.as_str()), "{text}");
    }
    for text in ["", "こんにちは", "https://navi.example/kita/#result", "snow.example"] {
        assert_eq!(pasted(text), None, "{text}");
    }
    // One that is cut is one all the same, and said to be damaged.
    assert_eq!(pasted(start).map(|cut| decode(&cut)), Some(Err(RecordError::Damaged)));
}
