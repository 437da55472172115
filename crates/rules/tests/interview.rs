//! The interview under the towns' own rules: which questions matter, what comes next, and what the answers amount to.
#![cfg(not(target_arch = "wasm32"))]

use std::path::Path;

use chrono::{Datelike, Days, NaiveDate};
use rules::domain::household::{Babies, Household};
use rules::domain::programme::{Body, Condition, CorrectedAge, Extension, Gate};
use rules::domain::situation::{Applied, Baby, MedicalCare, PostalCode};
use rules::domain::source::Sourced;
use rules::domain::uses::Use;
use rules::domain::{Programme, Service, Situation, plan};
use rules::interview::{
    Answers, BabyAnswer, BabyProblem, PostalAnswer, PretermAnswer, Question, Screen, SituationProblem, TownCode, Wish,
    answered, check_birth, check_due, check_due_of_birth, next, questions, questions_left, record, situation,
};
use rules::programmes;

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn town(id: &str) -> Programme {
    programmes::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/programmes"), id)
        .expect("the rule file loads")
}

fn born(on: &str) -> Answers {
    Answers { baby: Some(BabyAnswer::Born(date(on))), ..Answers::default() }
}

fn expected(on: &str) -> Answers {
    Answers { baby: Some(BabyAnswer::Expected(date(on))), ..Answers::default() }
}

/// Every question answered, with the baby's answer of `answers`.
fn all_answered(answers: Answers) -> Answers {
    Answers {
        preterm: Some(PretermAnswer::No),
        babies: Some(Babies::ONE),
        household: Some(Household::General),
        medical_care: Some(MedicalCare::No),
        applied: Some(Applied::No),
        postal: Some(PostalAnswer::Unknown),
        wish: Some(Wish::Nothing),
        ..answers
    }
}

fn slugs(questions: &[Question]) -> String {
    questions.iter().map(|question| question.slug()).collect::<Vec<_>>().join(" ")
}

#[test]
fn only_questions_that_matter_are_asked() {
    let today = date("2026-11-21");
    for (id, answers, asked) in [
        ("kita", Answers::default(), "baby babies household health wish applied"),
        ("kita", expected("2027-01-15"), "baby babies household health wish applied"),
        ("kita", born("2026-08-01"), "baby due babies household health wish applied"),
        // 北区's time ends before a year; 18 weeks more is all that the earliest birth could add.
        ("kita", born("2025-11-22"), "baby due babies household health wish applied"),
        ("kita", born("2025-05-01"), "baby babies household health wish applied"),
        ("kita", born("2026-11-22"), "baby babies household health wish applied"),
        ("asahikawa", born("2026-08-01"), "baby babies household health wish"),
        ("asahikawa", expected("2027-01-15"), "baby babies household health wish"),
        // 中野区 prints neither a fee nor a time between application and use, and not by how much it extends.
        ("nakano", born("2026-08-01"), "baby due babies health wish"),
        ("nakano", born("2025-05-01"), "baby due babies health wish"),
        ("nakano", expected("2027-01-15"), "baby babies health wish"),
        ("nerima", born("2026-08-01"), "baby babies household health postal wish applied"),
        ("nerima", expected("2027-01-15"), "baby babies household health postal wish applied"),
        // No row that asks where she lives is open to so old a baby.
        ("nerima", born("2025-05-01"), "baby babies household health wish applied"),
        // No programme to apply for.
        ("hokkaido", born("2026-08-01"), "baby"),
    ] {
        let programme = town(id);
        assert_eq!(slugs(&questions(&answers, &programme, today)), asked, "{id} {answers:?}");
    }
    // Of one service there is nothing to put in order; of two there is.
    let mut few = town("kita");
    for (services, is_asked) in [(2, true), (1, false)] {
        let Body::Scheme(periods) = &mut few.body else { panic!("北区 has a scheme") };
        periods[0].rules.services.truncate(services);
        assert_eq!(questions(&born("2026-08-01"), &few, today).contains(&Question::Wish), is_asked, "{services}");
    }
    // On a day in no period there is nothing to ask about.
    let mut ended = town("kita");
    let Body::Scheme(periods) = &mut ended.body else { panic!("北区 has a scheme") };
    for period in periods {
        period.until = Some(date("2026-11-20"));
    }
    assert_eq!(questions(&born("2026-08-01"), &ended, today), [Question::Baby]);
    assert!(situation(&born("2026-08-01"), &ended, today).is_ok());
}

/// Two of 練馬区's visits hang on where she lives. One is open to four of its areas, where the baby's age and their health leave
/// it open; to the other no code says yes, because there is more to ask.
#[test]
fn where_she_lives_is_asked_where_a_code_decides() {
    let today = date("2026-11-24");
    let healthy = |medical_care| Answers { medical_care: Some(medical_care), ..born("2026-08-01") };
    for (id, answers, is_asked) in [
        ("nerima", born("2026-08-01"), true),
        ("nerima", expected("2027-01-15"), true),
        ("nerima", healthy(MedicalCare::No), true),
        ("nerima", healthy(MedicalCare::IllToday), true),
        ("nerima", healthy(MedicalCare::Unknown), true),
        // In treatment she can use nothing.
        ("nerima", healthy(MedicalCare::Needed), false),
        ("nerima", born("2025-11-24"), false),
        ("kita", born("2026-08-01"), false),
        ("asahikawa", born("2026-08-01"), false),
        ("nakano", born("2026-08-01"), false),
    ] {
        let asked = questions(&answers, &town(id), today).contains(&Question::Postal);
        assert_eq!(asked, is_asked, "{id} {answers:?}");
    }
    // Where the row has another question that no answer settles, a code changes nothing.
    let mut programme = town("nerima");
    let Body::Scheme(periods) = &mut programme.body else { panic!("練馬区 has a scheme") };
    for offer in periods[0].rules.facilities.iter_mut().flat_map(|facility| &mut facility.offers) {
        let also = offer.conditions.iter().find(|condition| matches!(condition.gate, Gate::Postal { .. })).cloned();
        offer.conditions.extend(also.map(|condition| Condition { gate: Gate::Ask, ..condition }));
    }
    assert!(!questions(&born("2026-08-01"), &programme, today).contains(&Question::Postal));
}

/// From screen to screen, whatever she answers, fewer are left, and the last is one.
#[test]
fn fewer_questions_are_left_with_each_screen() {
    let today = date("2026-11-24");
    let birth = |day: &str| (Screen::Born, BabyAnswer::Born(date(day)));
    let due = |day: &str| (Screen::Expected, BabyAnswer::Expected(date(day)));
    let babies = [birth("2026-11-24"), birth("2026-08-01"), birth("2025-11-30"), birth("2025-05-01")];
    let babies = babies.into_iter().chain([due("2026-11-20"), due("2027-01-15"), due("2027-08-01")]);
    let babies: Vec<_> = babies.collect();
    for programme in ["kita", "asahikawa", "nerima", "nakano"].map(town) {
        for (screen, baby) in &babies {
            for care in [MedicalCare::No, MedicalCare::Needed, MedicalCare::IllToday, MedicalCare::Unknown] {
                let mut answers = Answers::default();
                let mut left = vec![questions_left(*screen, &answers, &programme, today)];
                assert_eq!(questions_left(Screen::Ask(Question::Baby), &answers, &programme, today), None);
                answers.tell_baby(*baby);
                let all = Answers { medical_care: Some(care), ..all_answered(Answers::default()) };
                while let Some(question) = next(&answers, &programme, today) {
                    left.push(questions_left(Screen::Ask(question), &answers, &programme, today));
                    match question {
                        Question::Baby => panic!("{baby:?} is possible"),
                        Question::DueDate => answers.preterm = all.preterm,
                        Question::Babies => answers.babies = all.babies,
                        Question::Household => answers.household = all.household,
                        Question::Health => answers.medical_care = all.medical_care,
                        Question::Postal => answers.postal.clone_from(&all.postal),
                        Question::Wish => answers.wish = all.wish,
                        Question::Applied => answers.applied = all.applied,
                    }
                }
                let what = format!("{} {baby:?} {care:?}: {left:?}", programme.id);
                let left: Vec<usize> = left.into_iter().map(|left| left.expect("a count")).collect();
                assert!(left.windows(2).all(|pair| pair[1] < pair[0]), "{what}");
                assert_eq!(left.last(), Some(&1), "{what}");
                // Nothing is left to one who changes an answer, nor where nothing is asked.
                for screen in [*screen, Screen::Ask(Question::Babies), Screen::Result, Screen::Start] {
                    assert_eq!(questions_left(screen, &answers, &programme, today), None, "{what}");
                }
            }
        }
    }
    // A date that time made impossible is asked again, and then all that hangs on it.
    let answers = all_answered(expected("2026-08-01"));
    assert_eq!(questions_left(Screen::Expected, &answers, &town("nerima"), today), Some(7));
}

/// 練馬区's visits end with the first year; a town with its postal codes that counts a preterm baby from the due date.
#[test]
fn where_she_lives_matters_as_long_as_the_corrected_age_may_be_granted() {
    let today = date("2026-11-24");
    let mut programme = town("nerima");
    let Body::Scheme(periods) = &mut programme.body else { panic!("練馬区 has a scheme") };
    let source = periods[0].rules.application.source.clone();
    periods[0].rules.corrected_age =
        Some(Sourced { value: CorrectedAge { extension: Extension::FromDueDate }, source });
    for (preterm, is_asked) in [
        (PretermAnswer::No, false),
        (PretermAnswer::DueOn(date("2025-11-20")), false),
        (PretermAnswer::DueOn(date("2026-01-10")), true),
    ] {
        let answers = Answers { preterm: Some(preterm), ..born("2025-11-01") };
        assert_eq!(questions(&answers, &programme, today).contains(&Question::Postal), is_asked, "{preterm:?}");
    }
}

#[test]
fn one_question_after_the_other() {
    let (programme, today) = (town("kita"), date("2026-11-21"));
    let mut answers = Answers::default();
    let mut asked = Vec::new();
    while let Some(question) = next(&answers, &programme, today) {
        assert_eq!(situation(&answers, &programme, today), Err(SituationProblem::Unanswered(question)));
        assert_eq!(Screen::Result.shown(&answers, &programme, today), Screen::Ask(question));
        assert_eq!(answered(&answers, &programme, today), asked);
        asked.push(question);
        match question {
            Question::Baby => answers.baby = Some(BabyAnswer::Born(date("2026-08-31"))),
            Question::DueDate => answers.preterm = Some(PretermAnswer::DueOn(date("2026-10-10"))),
            Question::Babies => answers.babies = Babies::new(2).ok(),
            Question::Household => answers.household = Some(Household::TaxExempt),
            Question::Health => answers.medical_care = Some(MedicalCare::No),
            Question::Postal => answers.postal = Some(PostalAnswer::Unknown),
            Question::Wish => answers.wish = Some(Wish::Talking),
            Question::Applied => answers.applied = Some(Applied::No),
        }
    }
    assert_eq!(slugs(&asked), "baby due babies household health wish applied");
    assert_eq!(Screen::next(&answers, &programme, today), Screen::Result);
    assert_eq!(Screen::Result.shown(&answers, &programme, today), Screen::Result);
    let situation = situation(&answers, &programme, today).expect("all is answered");
    assert_eq!(situation.baby, Baby::Born { birth: date("2026-08-31"), due: Some(date("2026-10-10")) });
    assert_eq!(situation.babies.get(), 2);
    assert_eq!((situation.household, situation.applied), (Household::TaxExempt, Applied::No));
    assert!(situation.postal.is_none());
}

#[test]
fn not_knowing_is_an_answer() {
    let (programme, today) = (town("nerima"), date("2026-11-21"));
    let answers = Answers {
        household: Some(Household::Unknown),
        medical_care: Some(MedicalCare::Unknown),
        applied: Some(Applied::Unknown),
        ..all_answered(born("2026-08-01"))
    };
    assert_eq!(next(&answers, &programme, today), None);
    let known = situation(&answers, &programme, today).expect("all is answered");
    assert_eq!((known.household, known.medical_care), (Household::Unknown, MedicalCare::Unknown));
    assert_eq!((known.applied, known.postal), (Applied::Unknown, None));
    let code = PostalCode::parse("1780063").ok();
    let living = Answers { postal: code.clone().map(PostalAnswer::Code), ..answers };
    assert_eq!(situation(&living, &programme, today).expect("all is answered").postal, code);
}

#[test]
fn another_answer_about_the_baby_keeps_the_rest() {
    let (programme, today) = (town("kita"), date("2026-11-21"));
    let mut answers = Answers {
        preterm: Some(PretermAnswer::DueOn(date("2026-10-10"))),
        postal: PostalCode::parse("1140001").ok().map(PostalAnswer::Code),
        used: vec![Use::smallest(Service::DayCare)],
        ..all_answered(born("2026-08-31"))
    };
    let first = situation(&answers, &programme, today).expect("all is answered");
    assert_eq!(first.baby.due(), Some(date("2026-10-10")));
    // 北区 does not ask where she lives: that answer is ignored.
    assert_eq!(first.postal, None);
    assert_eq!(first.used.len(), 1);

    // Not born: the due date is the expected one, and what was said of a preterm birth is kept and ignored.
    answers.baby = Some(BabyAnswer::Expected(date("2027-01-15")));
    let second = situation(&answers, &programme, today).expect("all is answered");
    assert_eq!(second.baby, Baby::Expected { due: date("2027-01-15") });

    // Another birth, with which the due date is no pregnancy's: to be answered anew, and kept until then.
    answers.baby = Some(BabyAnswer::Born(date("2026-05-01")));
    assert_eq!(next(&answers, &programme, today), Some(Question::DueDate));
    let problem = situation(&answers, &programme, today).expect_err("no pregnancy");
    assert_eq!(problem, SituationProblem::Baby(BabyProblem::DueFarFromBirth));
    assert_eq!(problem.question(), Question::DueDate);
    assert_eq!(Screen::Result.shown(&answers, &programme, today), Screen::Ask(Question::DueDate));

    // So old that no due date matters: it is not in the way.
    answers.baby = Some(BabyAnswer::Born(date("2025-05-01")));
    assert_eq!(next(&answers, &programme, today), None);
    let old = situation(&answers, &programme, today).expect("all is answered");
    assert_eq!(old.baby, Baby::Born { birth: date("2025-05-01"), due: None });

    answers.baby = Some(BabyAnswer::Born(date("2026-08-31")));
    assert_eq!(situation(&answers, &programme, today), Ok(first));
}

/// What she answered of one baby is not taken for another's: the day is a correction up to 22 weeks off, and beyond that another
/// pregnancy's, of which all is asked.
#[test]
fn a_new_birth_is_a_new_interview() {
    use Told::{Born, Expected};
    let code = PostalCode::parse("1770045").ok().map(PostalAnswer::Code);
    let stay = || vec![Use::smallest(Service::Stay)];
    for id in ["kita", "nerima", "asahikawa", "nakano"] {
        let programme = town(id);
        for (before, told, today, is_new) in [
            // Corrected: a day, a month; born on another day than it was due, up to 18 weeks early or 4 late.
            (Born("2026-10-20"), Born("2026-10-20"), "2026-11-30", false),
            (Born("2026-10-20"), Born("2026-10-21"), "2026-11-30", false),
            (Born("2026-10-20"), Born("2026-09-20"), "2026-11-30", false),
            (Born("2026-10-20"), Expected("2026-12-05"), "2026-11-30", false),
            (Expected("2027-01-15"), Expected("2027-01-22"), "2026-11-30", false),
            (Expected("2026-11-20"), Born("2026-11-28"), "2026-11-30", false),
            (Expected("2027-03-20"), Born("2026-11-14"), "2026-11-30", false),
            (Expected("2026-11-01"), Born("2026-11-29"), "2026-11-30", false),
            // The last day that can be of one pregnancy, and the first that can't.
            (Born("2026-10-20"), Born("2026-05-19"), "2026-11-30", false),
            (Born("2026-10-20"), Born("2026-05-18"), "2026-11-30", true),
            (Born("2026-05-18"), Born("2026-10-20"), "2026-11-30", true),
            // The next child: born, or expected. And a year that was mistyped.
            (Born("2026-10-20"), Born("2027-11-20"), "2027-12-06", true),
            (Born("2026-10-20"), Expected("2027-11-20"), "2027-10-06", true),
            (Expected("2026-10-20"), Born("2027-11-20"), "2027-12-06", true),
            (Born("2025-10-20"), Born("2026-10-20"), "2026-11-30", true),
        ]
        .map(|(before, told, today, is_new)| (dated(before), dated(told), date(today), is_new))
        {
            let twins = Answers {
                babies: Babies::new(2).ok(),
                household: Some(Household::TaxExempt),
                applied: Some(Applied::Yes),
                postal: code.clone(),
                used: stay(),
                uses_of: Some(before.date()),
                ..all_answered(Answers { baby: Some(before), ..Answers::default() })
            };
            let mut answers = twins.clone();
            answers.tell_baby(told);
            let what = format!("{id} {before:?} {told:?}");
            assert_eq!(answers.baby, Some(told), "{what}");
            if !is_new {
                assert_eq!(answers, Answers { baby: Some(told), ..twins }, "{what}");
                assert_eq!(next(&answers, &programme, today), None, "{what}");
                assert_eq!(answers.used_of_birth(), stay(), "{what}");
                continue;
            }
            // Where she lives is no matter of a birth: it is asked no more than before.
            assert_eq!(answers.postal, twins.postal, "{what}");
            let asked = questions(&answers, &programme, today);
            let open = asked.iter().filter(|question| !matches!(question, Question::Baby | Question::Postal));
            let mut given = answered(&answers, &programme, today);
            given.retain(|question| *question != Question::Postal);
            assert_eq!(given, [Question::Baby], "{what}");
            assert_eq!(next(&answers, &programme, today), open.min().copied(), "{what}");
            assert!(asked.contains(&Question::Babies) && asked.contains(&Question::Health), "{what}");
            assert!(answers.used_of_birth().is_empty(), "{what}");
            // The year was mistyped: what she used before is there again.
            answers.tell_baby(before);
            assert_eq!(answers.used_of_birth(), stay(), "{what}");
        }
    }
    // A first date takes nothing away, nor do uses that no date stood beside become another's.
    let mut answers = Answers { babies: Some(Babies::ONE), ..Answers::default() };
    answers.tell_baby(BabyAnswer::Born(date("2026-10-20")));
    assert_eq!(answers.babies, Some(Babies::ONE));
    answers.used = stay();
    answers.tell_baby(BabyAnswer::Born(date("2027-11-20")));
    assert!(answers.used_of_birth().is_empty());
}

/// A baby's date in text.
#[derive(Clone, Copy)]
enum Told {
    Born(&'static str),
    Expected(&'static str),
}

/// The answer of it.
fn dated(told: Told) -> BabyAnswer {
    match told {
        Told::Born(day) => BabyAnswer::Born(date(day)),
        Told::Expected(day) => BabyAnswer::Expected(date(day)),
    }
}

#[test]
fn dates_that_time_or_a_wrong_clock_made_impossible_are_asked_anew() {
    let programme = town("kita");
    for (answers, today, problem) in [
        (born("2026-08-01"), "2026-07-31", BabyProblem::BornInFuture),
        (born("2026-08-01"), "1970-01-01", BabyProblem::BornInFuture),
        (born("2026-08-01"), "2028-08-02", BabyProblem::BornTooLongAgo),
        (expected("2026-08-01"), "2026-08-30", BabyProblem::DueLongPast),
        (expected("2026-08-01"), "2025-10-10", BabyProblem::DueTooFar),
        (expected("2026-08-01"), "9999-12-31", BabyProblem::DueLongPast),
    ] {
        let (answers, today) = (all_answered(answers), date(today));
        let found = situation(&answers, &programme, today).expect_err("an impossible date");
        assert_eq!(found, SituationProblem::Baby(problem), "{today}");
        assert_eq!(found.question(), Question::Baby);
        assert_eq!(next(&answers, &programme, today), Some(Question::Baby), "{today}");
        assert!(!answered(&answers, &programme, today).contains(&Question::Baby));
        assert_eq!(Screen::Result.shown(&answers, &programme, today), Screen::Ask(Question::Baby));
    }
}

#[test]
fn typed_dates_are_checked_against_today() {
    let today = date("2026-11-21");
    for (birth, expected) in [
        ("2026-11-21", Ok(())),
        ("2026-11-22", Err(BabyProblem::BornInFuture)),
        ("2062-11-22", Err(BabyProblem::BornInFuture)),
        ("2024-11-21", Ok(())),
        ("2024-11-20", Err(BabyProblem::BornTooLongAgo)),
        ("1989-01-08", Err(BabyProblem::BornTooLongAgo)),
    ] {
        assert_eq!(check_birth(date(birth), today), expected, "{birth}");
    }
    for (due, expected) in [
        ("2026-11-21", Ok(())),
        ("2026-10-24", Ok(())),
        ("2026-10-23", Err(BabyProblem::DueLongPast)),
        ("2027-09-11", Ok(())),
        ("2027-09-12", Err(BabyProblem::DueTooFar)),
    ] {
        assert_eq!(check_due(date(due), today), expected, "{due}");
    }
    for (due, birth, expected) in [
        ("2026-08-01", "2026-08-01", Ok(())),
        ("2026-12-05", "2026-08-01", Ok(())),
        ("2026-12-06", "2026-08-01", Err(BabyProblem::DueFarFromBirth)),
        ("2026-07-04", "2026-08-01", Ok(())),
        ("2026-07-03", "2026-08-01", Err(BabyProblem::DueFarFromBirth)),
        ("2026-12-05", "2026-12-01", Err(BabyProblem::BornInFuture)),
    ] {
        assert_eq!(check_due_of_birth(date(due), date(birth), today), expected, "{due} {birth}");
    }
}

#[test]
fn every_screen_has_its_own_address() {
    let town = TownCode::parse("011002").map(Screen::Elsewhere).expect("a code");
    let screens = [
        Screen::Start,
        Screen::Born,
        Screen::Expected,
        Screen::Result,
        Screen::Help,
        Screen::Loss,
        Screen::Privacy,
        Screen::Search,
        Screen::Move,
        town,
    ];
    let asked = Question::ALL.map(Screen::Ask);
    let fragments: Vec<_> = screens.iter().chain(&asked).map(|screen| screen.fragment()).collect();
    assert_eq!(
        fragments,
        [
            "",
            "born",
            "expected",
            "result",
            "help",
            "loss",
            "privacy",
            "search",
            "move",
            "town-011002",
            "baby",
            "due",
            "babies",
            "household",
            "health",
            "postal",
            "wish",
            "applied"
        ]
    );
    for screen in screens.iter().chain(&asked) {
        assert_eq!(Screen::from_fragment(&screen.fragment()), Some(*screen));
    }
    for fragment in ["main", "Born", "born/", "#born", "結果", "town-", "town-1310", "town-01100２", "town-0110023"]
    {
        assert_eq!(Screen::from_fragment(fragment), None, "{fragment}");
    }
}

/// Whoever comes to one of them and has no answers has lost them.
#[test]
fn only_the_plan_and_what_is_asked_later_rest_on_answers() {
    for screen in [
        Screen::Start,
        Screen::Born,
        Screen::Expected,
        Screen::Help,
        Screen::Loss,
        Screen::Privacy,
        Screen::Search,
        Screen::Move,
    ] {
        assert!(!screen.rests_on_answers(), "{screen:?}");
    }
    assert!(Screen::Result.rests_on_answers());
    for question in Question::ALL {
        assert_eq!(Screen::Ask(question).rests_on_answers(), question != Question::Baby, "{question:?}");
    }
}

/// Where she goes back to, with all that stands there.
#[test]
fn only_the_help_lines_and_privacy_are_read_beside_another_screen() {
    for screen in [Screen::Help, Screen::Loss, Screen::Privacy] {
        assert!(screen.is_beside(), "{screen:?}");
    }
    for screen in [Screen::Start, Screen::Born, Screen::Expected, Screen::Search, Screen::Move, Screen::Result] {
        assert!(!screen.is_beside(), "{screen:?}");
    }
    assert!(Question::ALL.into_iter().all(|question| !Screen::Ask(question).is_beside()));
}

#[test]
fn a_screen_that_does_not_fit_gives_way() {
    let (programme, today) = (town("kita"), date("2026-11-21"));
    let (nothing, part) = (Answers::default(), born("2026-08-01"));
    let all = all_answered(part.clone());
    for (screen, answers, shown) in [
        (Screen::Start, &nothing, Screen::Start),
        (Screen::Born, &nothing, Screen::Born),
        (Screen::Expected, &all, Screen::Expected),
        (Screen::Help, &nothing, Screen::Help),
        (Screen::Loss, &nothing, Screen::Loss),
        (Screen::Privacy, &all, Screen::Privacy),
        (Screen::Move, &nothing, Screen::Move),
        (Screen::Result, &nothing, Screen::Ask(Question::Baby)),
        (Screen::Result, &part, Screen::Ask(Question::DueDate)),
        (Screen::Result, &all, Screen::Result),
        (Screen::Ask(Question::Health), &part, Screen::Ask(Question::Health)),
        (Screen::Ask(Question::Household), &all, Screen::Ask(Question::Household)),
        // 北区 does not ask where she lives.
        (Screen::Ask(Question::Postal), &part, Screen::Ask(Question::DueDate)),
        (Screen::Ask(Question::Postal), &all, Screen::Result),
    ] {
        assert_eq!(screen.shown(answers, &programme, today), shown, "{screen:?} {answers:?}");
    }
}

/// Births at month ends, in every town, up to two years on: what was asked and answered always amounts to a situation, and
/// no answer to what was not asked would change a row.
#[test]
fn births_on_the_29th_to_31st_are_asked_to_their_last_day() {
    let births = date("2026-01-01").iter_days().take_while(|day| *day < date("2027-01-01"));
    let births = births.filter(|day| day.day() >= 29 && day.month() % 2 == 1 || (day.month(), day.day()) == (2, 28));
    let births: Vec<NaiveDate> = births.chain([date("2028-02-29")]).collect();
    // Every day about the ends of limits, the others by the fortnight.
    let is_looked_at = |age: &u64| age.is_multiple_of(14) || (118..=124).contains(age) || (360..=370).contains(age);
    for programme in ["kita", "asahikawa", "nerima", "nakano"].map(town) {
        for (birth, age) in births.iter().flat_map(|birth| (0..=730).filter(is_looked_at).map(move |age| (*birth, age)))
        {
            let today = birth + Days::new(age);
            let answers = all_answered(Answers { baby: Some(BabyAnswer::Born(birth)), ..Answers::default() });
            let asked = questions(&answers, &programme, today);
            assert!(asked.is_sorted(), "{asked:?}");
            let known = situation(&answers, &programme, today).expect("all is answered");
            let rows = |situation: &Situation| {
                let plan = plan(situation, &programme, today.and_hms_opt(10, 0, 0).expect("a time"));
                plan.facilities.iter().map(|row| row.status).collect::<Vec<_>>()
            };
            if !asked.contains(&Question::DueDate) {
                for later in [21, 70, 126] {
                    let baby = Baby::Born { birth, due: Some(birth + Days::new(later)) };
                    let preterm = Situation { baby, ..known.clone() };
                    assert_eq!(rows(&preterm), rows(&known), "{} {birth} {today} {later}", programme.id);
                }
            }
            if !asked.contains(&Question::Postal) {
                for code in ["1140001", "1760001", "1770044", "0780000"] {
                    let living = Situation { postal: PostalCode::parse(code).ok(), ..known.clone() };
                    assert_eq!(rows(&living), rows(&known), "{} {birth} {today} {code}", programme.id);
                }
            }
        }
    }
}

/// What a store holds of the town that was last may be anything: only what a town's address can be is followed.
#[test]
fn no_town_but_a_plain_word_is_followed() {
    for (town, is_followed) in [
        ("kita", true),
        ("", false),
        ("//example.org/", false),
        ("https://example.org", false),
        ("../robots.txt?", false),
        ("<img src=x onerror=\"window.hacked=1\">", false),
        ("\"><script>window.hacked=1</script>", false),
        ("'-window.hacked=1-'", false),
        ("javascript:window.hacked=1", false),
        ("<svg onload=window.hacked=1>", false),
        ("</title><script>window.hacked=1</script>", false),
        ("{{constructor.constructor('window.hacked=1')()}}", false),
        ("%3Cimg%20src%3Dx%20onerror%3Dwindow.hacked%3D1%3E", false),
    ] {
        assert_eq!(record::is_id(town), is_followed, "{town}");
    }
}
