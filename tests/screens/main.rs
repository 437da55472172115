//! Every screen of every town, rendered on the host: it says what the plan says, in words, and in one piece.
#![cfg(not(target_arch = "wasm32"))]

mod install;
mod keeping;
mod paper;
mod picture;
mod quiet;
mod reach;
mod said;
mod short_number;
mod times;
mod translated;
mod used_up;

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use leptos::prelude::*;
use sango_navi::browser::Session;
use sango_navi::domain::household::{Babies, Household};
use sango_navi::domain::programme::Body;
use sango_navi::domain::situation::{Applied, MedicalCare};
use sango_navi::domain::{Programme, Service};
use sango_navi::interview::{Answers, BabyAnswer, PostalAnswer, PretermAnswer, Question, Screen, Wish};
use sango_navi::programmes::load_all;
use sango_navi::ui::{pages, town_page};
use sango_navi::words::japanese;

/// Who keeps the site.
const KEEPER: &str = "mailto:keeper@navi.example";

const NOW: &str = "2026-11-24T10:30:00";

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn programmes() -> Vec<Programme> {
    load_all(&source().join("programmes")).expect("the rule files")
}

/// Every programme with a page; they live as long as the test.
fn towns() -> Vec<&'static Programme> {
    let schemes = programmes().into_iter().filter(|programme| matches!(programme.body, Body::Scheme(_)));
    schemes.map(|programme| &*Box::leak(Box::new(programme))).collect()
}

fn town(id: &str) -> &'static Programme {
    towns().into_iter().find(|town| town.id == id).expect("a town")
}

fn moment(text: &str) -> NaiveDateTime {
    text.parse().expect("a moment")
}

/// One baby born on that day, a general household, nobody ill, not yet applied.
fn born(birth: &str) -> Answers {
    Answers {
        baby: Some(BabyAnswer::Born(birth.parse().expect("a date"))),
        preterm: Some(PretermAnswer::No),
        babies: Some(Babies::ONE),
        household: Some(Household::General),
        medical_care: Some(MedicalCare::No),
        applied: Some(Applied::No),
        postal: Some(PostalAnswer::Unknown),
        wish: Some(Wish::Nothing),
        ..Answers::default()
    }
}

fn render(programme: &'static Programme, answers: Answers, screen: Screen, now: &str) -> String {
    rendered(programme, || Session::on_host(moment(now), answers).showing(screen))
}

/// A session is of the owner around it.
fn rendered(programme: &'static Programme, session: impl FnOnce() -> Session) -> String {
    let html = Owner::new().with(|| town_page(programme, session()).to_html());
    without_comments(&html.replace("<!>", ""))
}

fn without_comments(html: &str) -> String {
    let mut parts = html.split("<!--");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.filter_map(|part| part.split_once("-->")).fold(first, |html, (_, rest)| html + rest)
}

/// What is read, without the markup.
fn text(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, text)| text));
    }
    text
}

fn cases() -> Vec<(&'static str, Answers)> {
    vec![
        ("one", born("2026-08-01")),
        ("twins", Answers { babies: Babies::new(2).ok(), ..born("2026-08-01") }),
        (
            "unborn",
            Answers { baby: Some(BabyAnswer::Expected("2027-01-20".parse().expect("a date"))), ..born("2026-08-01") },
        ),
        ("tax exempt", Answers { household: Some(Household::TaxExempt), ..born("2026-08-01") }),
        ("unknown", Answers { household: Some(Household::Unknown), ..born("2026-08-01") }),
        ("month's end", born("2026-07-31")),
        (
            "preterm",
            Answers {
                preterm: Some(PretermAnswer::DueOn("2026-10-01".parse().expect("a date"))),
                ..born("2026-08-01")
            },
        ),
        ("approved", Answers { applied: Some(Applied::Yes), ..born("2026-08-01") }),
        ("in treatment", Answers { medical_care: Some(MedicalCare::Needed), ..born("2026-08-01") }),
        ("ill today", Answers { medical_care: Some(MedicalCare::IllToday), ..born("2026-08-01") }),
        ("too old", born("2025-08-01")),
    ]
}

#[test]
fn her_own_price_and_last_day_stand_in_the_result() {
    let twins = |birth| Answers { babies: Babies::new(2).ok(), ..born(birth) };
    let exempt = |answers| Answers { household: Some(Household::TaxExempt), ..answers };
    for (id, answers, expected) in [
        ("kita", born("2026-08-01"), &["6,600円", "2,500円", "1,000円", "12月1日（火）まで", "あと4日"][..]),
        ("kita", born("2026-08-01"), &["来年7月31日（土）まで確実、来年8月1日（日）は要確認", "03-5963-3311"]),
        ("kita", twins("2026-08-01"), &["8,800円", "3,340円", "1,340円"]),
        ("kita", exempt(twins("2026-08-01")), &["0円", "あと4日"]),
        ("kita", born("2026-07-31"), &["11月30日（月）まで確実、12月1日（火）は要確認"]),
        ("kita", Answers { household: Some(Household::Unknown), ..born("2026-07-31") }, &["0円〜6,600円"]),
        ("asahikawa", born("2026-08-01"), &["3,000円", "1,000円", "来年7月31日（土）まで", "0166-24-3181"]),
        ("asahikawa", twins("2026-08-01"), &["3,300円", "1,100円"]),
        ("asahikawa", exempt(twins("2026-08-01")), &["1,650円", "550円", "0166-24-3181"]),
    ] {
        let said = text(&render(town(id), answers, Screen::Result, NOW));
        for expected in expected {
            assert!(said.contains(expected), "{id}: {expected} is not in\n{said}");
        }
    }
}

#[test]
fn the_phone_says_until_when_it_is_answered() {
    for (now, expected) in [
        ("2026-11-24T10:30:00", "今つながります（今日11:00まで、14:00〜16:00）"),
        ("2026-11-24T11:00:00", "今は時間外（今日は14:00〜16:00）"),
        ("2026-11-24T15:59:00", "今つながります（今日16:00まで）"),
        ("2026-11-24T16:00:00", "今は時間外（次は明日9:00から）"),
    ] {
        let said = text(&render(town("kita"), born("2026-08-01"), Screen::Result, now));
        assert!(said.contains(expected), "{now}: {expected} is not in\n{said}");
    }
}

/// From question to question fewer are left, from before the birth date is known.
#[test]
fn each_answer_leaves_fewer_questions() {
    let unanswered = Answers::default();
    let dated = Answers { baby: born("2026-09-22").baby, ..Answers::default() };
    let not_early = Answers { preterm: Some(PretermAnswer::No), ..dated.clone() };
    for (answers, screen, left) in [
        (unanswered, Screen::Born, "あと7問"),
        (dated, Screen::Ask(Question::DueDate), "あと6問"),
        (not_early, Screen::Ask(Question::Babies), "あと5問"),
    ] {
        let said = text(&render(town("kita"), answers, screen, NOW));
        assert!(said.contains(left), "{screen:?}: {left} in {said}");
        // Once, and in no other words beside.
        assert_eq!(said.matches('問').count() - said.matches("質問").count(), 1, "{screen:?}: {said}");
        for word in ["残り", "のこり", "全部で", "ぜんぶで"] {
            assert!(!said.contains(word), "{screen:?}: {word} in {said}");
        }
    }
}

/// On a Sunday nobody answers; a hospital's stay would be next, half an hour before the first home visit.
#[test]
fn the_next_to_ring_is_of_the_service_that_she_wants() {
    for (wish, next) in
        [(Wish::AtHome, "旭川厚生病院に電話する（訪問型）"), (Wish::Sleep, "市立旭川病院に電話する（宿泊型）")]
    {
        let answers = Answers { wish: Some(wish), ..born("2026-08-31") };
        let said = text(&render(town("asahikawa"), answers, Screen::Result, "2026-11-22T10:00:00"));
        assert!(said.contains(next), "{wish:?}: {next} in {said}");
    }
}

/// A year is told from the day on which she reads it, not from the due date.
#[test]
fn the_year_of_a_baby_to_come_is_told_from_today() {
    let answers =
        Answers { baby: Some(BabyAnswer::Expected("2027-01-31".parse().expect("a date"))), ..born("2026-08-31") };
    let said = text(&render(town("nerima"), answers, Screen::Result, "2026-11-22T10:00:00"));
    let (_, picture) = said.split_once("こうなります").expect("the picture");
    assert!(picture.contains("来年5月30日（日）まで"), "{picture}");
    assert!(picture.contains("令和10年1月30日（日）まで") && !picture.contains("来年1月30日"), "{picture}");
}

/// The way back from the help lines, and from what is said of her answers, leads where she was, from one to the other too.
#[test]
fn what_is_read_beside_a_screen_leads_back_to_it() {
    let screens = [Screen::Start, Screen::Born, Screen::Ask(Question::Household), Screen::Result, Screen::Move];
    for (screen, way) in screens.into_iter().zip(["#", "#born", "#household", "#result", "#move"]) {
        for beside in [
            vec![Screen::Help],
            vec![Screen::Privacy],
            vec![Screen::Privacy, Screen::Help],
            vec![Screen::Help, Screen::Loss],
        ] {
            let session = || {
                let session = Session::on_host(moment(NOW), born("2026-08-01")).showing(screen);
                beside.iter().fold(session, |session, screen| session.showing(*screen))
            };
            let html = rendered(town("kita"), session);
            let back = format!("class=\"question-back\" href=\"{way}\"");
            assert!(html.contains(&back), "{screen:?} {beside:?}: {html}");
        }
    }
}

#[test]
fn every_screen_renders_in_one_piece_and_fills_one_button_at_most() {
    let asked = Question::ALL.into_iter().map(Screen::Ask);
    let screens: Vec<Screen> =
        [Screen::Start, Screen::Born, Screen::Expected, Screen::Result, Screen::Help, Screen::Loss, Screen::Privacy]
            .into_iter()
            .chain(asked)
            .collect();
    for programme in towns() {
        for (case, answers) in cases() {
            for screen in &screens {
                for now in ["2026-11-24T03:00:00", NOW] {
                    let html = render(programme, answers.clone(), *screen, now);
                    let place = format!("{} {case} {screen:?} {now}", programme.id);
                    assert_eq!(html.matches("<h1").count(), 1, "{place}: headings");
                    assert!(html.matches("button-filled").count() <= 1, "{place}: filled buttons");
                    assert!(!html.contains(" style="), "{place}: a style attribute, which the policy forbids");
                    assert!(html.contains("href=\"#help\""), "{place}: no way to the help lines");
                    let ids: Vec<&str> =
                        html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
                    for (index, id) in ids.iter().enumerate() {
                        assert!(!ids[..index].contains(id), "{place}: {id} twice");
                    }
                }
            }
        }
    }
}

#[test]
fn every_possible_facility_can_be_rung_from_the_result() {
    for programme in towns() {
        let html = render(programme, born("2026-11-01"), Screen::Result, NOW);
        let Body::Scheme(periods) = &programme.body else { continue };
        let rules = &periods.iter().find(|period| period.holds_on(moment(NOW).date())).expect("a period").rules;
        for tel in rules.facilities.iter().filter_map(|facility| facility.tel.as_ref()) {
            let link = format!("href=\"tel:{}\"", tel.as_str().replace('-', ""));
            assert!(html.contains(&link), "{}: {} can't be rung", programme.id, tel.as_str());
        }
    }
}

#[test]
fn the_static_page_is_what_the_program_shows_first() {
    for programme in towns() {
        let first = render(programme, Answers::default(), Screen::Start, NOW);
        assert_eq!(pages::town(programme, KEEPER).app, first, "{}", programme.id);
    }
}

#[test]
fn the_first_page_leads_to_every_town() {
    let page = pages::home(&programmes());
    for programme in towns() {
        assert!(page.app.contains(&format!("href=\"{}/\"", programme.id)), "{}", programme.id);
        assert!(page.app.contains(&programme.name), "{}", programme.id);
    }
    assert!(!page.app.contains("href=\"hokkaido/\""), "an association has no page");
    assert!(page.leaflet.contains("id=\"help\""));
}

#[test]
fn no_word_stands_in_the_views() {
    fn japanese_letter(letter: char) -> bool {
        matches!(letter, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
    }
    fn scan(folder: &Path, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                scan(&path, found);
                continue;
            }
            let code = fs::read_to_string(&path).expect("a source file is text");
            for (index, line) in code.lines().enumerate() {
                let code = line.split("//").next().unwrap_or_default();
                if code.chars().any(japanese_letter) {
                    found.push(format!("{}:{}: {}", path.display(), index + 1, line.trim()));
                }
            }
        }
    }
    let mut found = Vec::new();
    scan(&source().join("ui"), &mut found);
    assert_eq!(found, Vec::<String>::new(), "a word belongs in src/words");
}

/// The numbers for whoever needs somebody now, and the town's own.
#[test]
fn the_help_lines_have_every_number() {
    let said = text(&render(town("kita"), Answers::default(), Screen::Help, NOW));
    for number in ["0120-279-338", "0120-061-338", "0570-064-556", "189", "#8000", "119", "03-3908-7050"] {
        assert!(said.contains(number), "{number} is not in\n{said}");
    }
}

/// What she wants most stands first among the three and among the facilities, and hides none.
#[test]
fn what_she_wants_most_comes_first() {
    let names = |html: &str, class: &str| -> Vec<String> {
        let class = format!("class=\"{class}\"");
        let parts = html.split(&class).skip(1);
        let of_part =
            |part: &str| text(part.split_once('>').map_or("", |(_, name)| name).split("</").next().unwrap_or_default());
        parts.map(of_part).collect()
    };
    let of_wish = |wish, first: Service| {
        let answers = Answers { wish: Some(wish), applied: Some(Applied::Yes), ..born("2026-09-15") };
        let html = render(town("kita"), answers, Screen::Result, NOW);
        for class in ["look-name", "facility-service"] {
            let names = names(&html, class);
            assert!(names.first().is_some_and(|name| name.contains(japanese().service(first))), "{wish:?}: {names:?}");
        }
        names(&html, "facility-service").len()
    };
    assert_eq!(of_wish(Wish::Sleep, Service::Stay), of_wish(Wish::AtHome, Service::HomeVisit));
}

#[test]
fn what_she_wants_most_is_the_first_to_plan() {
    for (wish, first) in
        [(Wish::AtHome, Service::HomeVisit), (Wish::Sleep, Service::Stay), (Wish::Talking, Service::Stay)]
    {
        let answers = Answers { wish: Some(wish), applied: Some(Applied::Yes), ..born("2026-09-15") };
        let planner =
            keeping::part(&render(town("asahikawa"), answers, Screen::Result, NOW), japanese().planner_heading());
        let place = |service| planner.find(&format!("{}−0", japanese().service(service)));
        let services = [Service::Stay, Service::DayCare, Service::HomeVisit];
        let found = services.into_iter().filter_map(|service| Some((place(service)?, service))).min();
        assert_eq!(found.map(|(_, service)| service), Some(first), "{wish:?} in {planner}");
    }
}
