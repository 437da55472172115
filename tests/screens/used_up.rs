//! What she has used: it is asked after the birth, and what is used up comes after what is left and says so.

use sango_navi::domain::Service;
use sango_navi::domain::situation::Applied;
use sango_navi::domain::uses::Use;
use sango_navi::interview::{Answers, BabyAnswer, Screen};
use sango_navi::reading::Headline;
use sango_navi::words::japanese;

use super::keeping::part;
use super::{NOW, born, render, text, town};

/// Approved, and so many stays behind her.
fn after_stays(birth: &str, stays: usize) -> Answers {
    let answers = born(birth);
    Answers {
        applied: Some(Applied::Yes),
        used: vec![Use::smallest(Service::Stay); stays],
        uses_of: answers.baby.map(BabyAnswer::date),
        ..answers
    }
}

/// The rows of the facilities that are not over, in their order, each with what is read of it before it is opened.
fn rows(answers: Answers) -> Vec<String> {
    let html = render(town("kita"), answers, Screen::Result, NOW);
    let (_, list) = html.split_once("<ul class=\"facilities\">").expect("the facilities");
    let list = list.split("class=\"ended\"").next().unwrap_or_default();
    let rows = list.split("<article class=\"facility\">").skip(1);
    rows.map(|row| text(row.split("<details").next().unwrap_or_default())).collect()
}

/// Two stays of two days are all that 北区 gives: where they are behind her every place that gives no other care stands after
/// the others and promises nothing, and one that gives another as well stands among the others with that.
#[test]
fn the_facilities_of_a_service_that_is_used_up_come_last_and_say_so() {
    let before = rows(after_stays("2026-09-15", 1));
    let after = rows(after_stays("2026-09-15", 2));
    let stay = japanese().service(Service::Stay);
    let gives_other = |row: &String| {
        [Service::DayCare, Service::HomeVisit].iter().any(|other| row.contains(japanese().service(*other)))
    };
    let alone = before.iter().filter(|row| row.contains(stay) && !gives_other(row)).count();
    assert!(alone > 0);
    assert!(before.iter().all(|row| !row.contains(japanese().spent())));

    assert_eq!(before.len(), after.len(), "none is lost, none stands twice");
    let (left, used_up) = after.split_at(after.len() - alone);
    assert!(left.iter().all(gives_other));
    for row in used_up {
        assert!(row.contains(stay) && row.contains(japanese().spent()), "{row}");
        assert!(!row.contains("まで") || row.contains("つながります"), "{row}");
    }
}

/// No bar says that it can surely be used.
#[test]
fn the_picture_is_without_what_is_used_up() {
    for (stays, is_there) in [(0, true), (1, true), (2, false)] {
        let html = render(town("kita"), after_stays("2026-09-15", stays), Screen::Result, NOW);
        let (_, picture) = html.split_once("<div class=\"year\">").expect("the picture");
        let picture = text(picture.split("<h2").next().unwrap_or_default());
        assert!(picture.contains(japanese().service(Service::HomeVisit)), "{stays}: {picture}");
        assert_eq!(picture.contains(japanese().service(Service::Stay)), is_there, "{stays}: {picture}");
    }
}

/// Before the birth there is nothing to have used; what stands there all the same can be taken back.
#[test]
fn what_is_used_is_asked_of_who_has_given_birth() {
    let expects = |answers: Answers| {
        let due = "2027-01-20".parse().expect("a date");
        let uses_of = (!answers.used.is_empty()).then_some(due);
        Answers { baby: Some(BabyAnswer::Expected(due)), preterm: None, uses_of, ..answers }
    };
    for (answers, is_asked) in [
        (born("2026-09-15"), true),
        (expects(born("2026-09-15")), false),
        (expects(after_stays("2026-09-15", 1)), true),
    ] {
        let html = render(town("kita"), answers.clone(), Screen::Result, NOW);
        assert!(html.contains("id=\"planner\""), "{answers:?}");
        assert_eq!(html.contains(japanese().used_heading()), is_asked, "{answers:?}");
    }
}

/// What is used up is said first, and in its line of the three; whom to ask takes the place of whom to ring. While anything is
/// left it is not so.
#[test]
fn where_all_is_used_up_she_is_told_whom_to_ask() {
    let of = |service, times| vec![Use::smallest(service); times];
    for (stays, is_all) in [(2, true), (1, false)] {
        let used = [of(Service::Stay, stays), of(Service::DayCare, 6), of(Service::HomeVisit, 3)].concat();
        let html = render(town("kita"), Answers { used, ..after_stays("2026-09-15", 0) }, Screen::Result, NOW);
        let (_, heading) = html.split_once("<h1").expect("a heading");
        let said = japanese().headline(Headline::AllSpent, town("kita"));
        assert_eq!(text(heading.split("</h1>").next().unwrap_or_default()).contains(&said), is_all, "{stays} stays");
        let look: Vec<&str> =
            html.split("<li class=\"look-row").skip(1).filter_map(|row| row.split("</li>").next()).collect();
        assert_eq!(look.len(), 3, "{stays} stays: {look:?}");
        let of_all = |is_so: &dyn Fn(&str) -> bool| look.iter().filter(|row| is_so(row)).count();
        let spent = of_all(&|row| text(row).contains(japanese().spent()));
        assert_eq!(spent, if is_all { 3 } else { 2 }, "{stays} stays: {look:?}");
        assert_eq!(of_all(&|row| row.contains("status-good")), 3 - spent, "{stays} stays: {look:?}");
        let (_, actions) = html.split_once("aria-labelledby=\"now\"").expect("what to do now");
        let actions = text(actions.split("</ol>").next().unwrap_or_default());
        assert_eq!(actions.contains(japanese().call_to_ask(&[])), is_all, "{stays} stays: {actions}");
    }
}

/// What an earlier baby's mother used is not taken from this one's.
#[test]
fn uses_of_another_birth_are_not_counted() {
    for (uses_of, left) in [("2025-03-01", "訪問型はあと3回（3回まで）"), ("2026-11-01", "訪問型はあと2回（3回まで）")]
    {
        let uses_of = uses_of.parse().ok();
        let used = vec![Use::smallest(Service::HomeVisit)];
        let html = render(town("kita"), Answers { used, uses_of, ..born("2026-11-01") }, Screen::Result, NOW);
        assert!(part(&html, japanese().planner_heading()).contains(left), "{uses_of:?}");
    }
}
