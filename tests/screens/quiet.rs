//! The quiet way for a mother whose baby has died: a link wherever the baby is spoken of, and what it leads to.

use sango_navi::interview::TownCode;
use sango_navi::ui::home_page;

use super::*;

/// The screens of a town's page that speak of the baby, or stand where she comes in.
const SPEAKING: [Screen; 8] = [
    Screen::Start,
    Screen::Born,
    Screen::Expected,
    Screen::Ask(Question::Baby),
    Screen::Ask(Question::DueDate),
    Screen::Ask(Question::Babies),
    Screen::Result,
    Screen::Help,
];

fn home(session: impl FnOnce() -> Session) -> String {
    let html = Owner::new().with(|| home_page(session()).to_html());
    without_comments(&html.replace("<!>", ""))
}

fn link() -> String {
    format!("href=\"#loss\">{}", japanese().loss_link())
}

#[test]
fn the_quiet_way_is_wherever_the_baby_is_spoken_of() {
    for programme in towns() {
        for answers in [Answers::default(), born("2026-09-15"), cases().swap_remove(2).1] {
            for screen in SPEAKING {
                // Without answers there is no plan.
                if screen == Screen::Result && answers == Answers::default() {
                    continue;
                }
                let html = render(programme, answers.clone(), screen, NOW);
                assert!(html.contains(&link()), "{} {screen:?} {answers:?}", programme.id);
            }
        }
        let page = pages::town(programme, KEEPER);
        assert!(page.app.contains(&link()) && page.leaflet.contains(&link()), "{}", programme.id);
        assert!(page.leaflet.contains("id=\"loss\""), "without the program the link leads somewhere");
    }
}

#[test]
fn it_is_on_the_first_page_and_for_towns_that_are_not_here() {
    let page = pages::home(&programmes());
    assert!(page.app.contains(&link()) && page.leaflet.contains(&link()));
    assert!(page.leaflet.contains("id=\"loss\""), "without the program the link leads somewhere");
    // Of the advice for towns that are not here, and of the help lines.
    assert_eq!(page.leaflet.matches(&link()).count(), 2);
    // Also where she gave answers before, in whatever town.
    let elsewhere = TownCode::parse("131041").map(Screen::Elsewhere).expect("a code");
    for (screen, returning) in [(Screen::Help, false), (Screen::Help, true), (elsewhere, false), (elsewhere, true)] {
        let html = home(|| {
            let session = Session::on_host(moment(NOW), Answers::default());
            let session = if returning { session.returning_to("kita") } else { session };
            session.showing(screen)
        });
        assert!(html.contains(&link()), "{returning}: {html}");
    }
}

/// Near the top of the help lines; above her answers in the plan; beside the question whether it is born, once it was due.
#[test]
fn it_stands_where_she_looks() {
    let before = |html: &str, what: &str| {
        let (link, what) = (html.find(&link()).expect("the link"), html.find(what).expect("what it stands before"));
        assert!(link < what);
    };
    before(&render(town("kita"), Answers::default(), Screen::Help, NOW), "help-lines");
    before(&render(town("kita"), born("2026-09-15"), Screen::Result, NOW), "class=\"answers\"");
    for (due, links) in [("2026-11-24", 1), ("2026-11-23", 2)] {
        let answers = Answers { baby: Some(BabyAnswer::Expected(due.parse().expect("a date"))), ..born("2026-08-01") };
        let html = render(town("kita"), answers, Screen::Result, NOW);
        assert_eq!(html.matches(&link()).count(), links, "{due}");
        assert_eq!(html.contains(japanese().is_it_born()), links == 2, "{due}");
    }
}

/// It speaks to her of herself, asks nothing, and offers to put away what would bring the baby's age up again.
#[test]
fn what_it_leads_to_asks_nothing_and_puts_her_answers_away() {
    let words = japanese();
    let check = |html: &str, has_answers: bool| {
        assert!(html.contains(words.office_after_loss()) && html.contains("0120-279-338"), "{html}");
        assert_eq!(html.contains(words.put_away()), has_answers, "{html}");
        for unsaid in ["189", "#8000", "か月", "生まれ", "<input", words.is_put_away()] {
            let main = html.split("<main>").nth(1).expect("the screen");
            assert!(!main.contains(unsaid), "{unsaid}: {main}");
        }
    };
    for programme in towns() {
        check(&render(programme, born("2026-09-15"), Screen::Loss, NOW), true);
        check(&render(programme, Answers::default(), Screen::Loss, NOW), false);
    }
    let session = || Session::on_host(moment(NOW), Answers::default());
    check(&home(|| session().showing(Screen::Loss)), false);
    // On the first page her answers are those of the town in which she gave them.
    check(&home(|| session().returning_to("kita").showing(Screen::Loss)), true);
    assert!(home(|| session().showing(Screen::Loss)).contains(words.any_office_after_loss()));
    // The town's own office is there to be rung.
    assert!(text(&render(town("kita"), Answers::default(), Screen::Loss, NOW)).contains("03-3908-7050"));
}

/// Once they are away, nothing leads back to the plan.
#[test]
fn what_was_put_away_does_not_come_back() {
    let html = rendered(town("kita"), || {
        let session = Session::on_host(moment(NOW), born("2026-09-15")).returning_to("kita");
        let session = session.showing(Screen::Result).showing(Screen::Loss);
        session.put_away();
        session
    });
    assert!(text(&html).contains(japanese().loss_heading()), "{html}");
    for gone in ["#result", "9月15日", "class=\"result", japanese().put_away()] {
        assert!(!html.contains(gone), "{gone}: {html}");
    }
    assert!(html.contains("class=\"question-back\" href=\"#\""), "{html}");
}
