//! What becomes of a visit by what happens to it: two tabs, the way back, a store that is gone, a link that brings answers.
#![cfg(not(target_arch = "wasm32"))]

use std::path::Path;

use chrono::NaiveDateTime;
use sango_navi::app::{Address, Effect, Event, Newer, Page, Saving, State, update};
use sango_navi::domain::Programme;
use sango_navi::domain::household::{Babies, Household};
use sango_navi::domain::situation::{Applied, MedicalCare};
use sango_navi::interview::{Answers, BabyAnswer, PostalAnswer, PretermAnswer, Question, Screen, TownCode, Wish};
use sango_navi::programmes::load;

const NOW: &str = "2026-11-24T10:30:00";
const RECORD: &str = "sn2.kita.x.y";

/// A town as long as the test.
fn kita() -> &'static Programme {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/programmes");
    Box::leak(Box::new(load(&folder, "kita").expect("a rule file")))
}

fn moment(text: &str) -> NaiveDateTime {
    text.parse().expect("a moment")
}

/// Every question answered.
fn whole() -> Answers {
    Answers {
        baby: Some(BabyAnswer::Born("2026-08-01".parse().expect("a date"))),
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

/// The household is not answered.
fn half() -> Answers {
    Answers { household: None, ..whole() }
}

fn none() -> Answers {
    Answers::default()
}

fn page(page: Page, answers: Answers, screen: Screen) -> State {
    State { screen, ..State::new(page, moment(NOW), answers, Saving::Saved) }
}

fn town(answers: Answers, screen: Screen) -> State {
    page(Page::Town(kita()), answers, screen)
}

fn at(screen: Screen) -> Address {
    Address { screen: Some(screen), record: None }
}

fn bringing(record: &str) -> Address {
    Address { screen: None, record: Some(record.to_owned()) }
}

const HOUSEHOLD: Screen = Screen::Ask(Question::Household);
const BABIES: Screen = Screen::Ask(Question::Babies);

/// `state` after `event`, which asks for `effects`.
#[track_caller]
fn after(mut state: State, event: Event, effects: &[Effect]) -> State {
    let told = format!("{event:?}");
    assert_eq!(update(&mut state, event), effects, "{told}");
    state
}

#[test]
fn a_page_opens_where_its_address_says_and_her_answers_allow() {
    let correct = |screen| [Effect::Correct(screen), Effect::Show];
    for (answers, named, shown, effects) in [
        (none(), Screen::Start, Screen::Start, vec![]),
        (none(), Screen::Born, Screen::Born, vec![Effect::Show]),
        (none(), Screen::Help, Screen::Help, vec![Effect::Show]),
        // The way out after a loss is hers, and stays so when the page is loaded anew.
        (none(), Screen::Loss, Screen::Loss, vec![Effect::Show]),
        // An address from the middle, hers of before or somebody else's.
        (none(), BABIES, BABIES, vec![Effect::MarkLost, Effect::Show]),
        (whole(), Screen::Result, Screen::Result, vec![Effect::Show]),
        (half(), Screen::Result, HOUSEHOLD, correct(HOUSEHOLD).to_vec()),
        (whole(), HOUSEHOLD, HOUSEHOLD, vec![Effect::Show]),
        (whole(), Screen::Search, Screen::Start, vec![Effect::Correct(Screen::Start)]),
    ] {
        let lost = named.rests_on_answers() && answers == none();
        let state = after(town(answers, Screen::Start), Event::Opened(at(named)), &effects);
        assert_eq!((state.screen, state.lost), (shown, lost), "{named:?}");
    }
}

#[test]
fn one_who_comes_back_to_answers_that_are_gone_is_told() {
    let begins = Screen::Ask(Question::Baby);
    let effects = [Effect::MarkLost, Effect::Correct(begins), Effect::Show];
    let state = after(town(none(), Screen::Start), Event::Opened(at(Screen::Result)), &effects);
    assert_eq!((state.screen, state.lost), (begins, true));
    // Until she answers anew.
    let state = after(state, Event::Answered(half()), &[Effect::Keep]);
    assert!(!state.lost);
    // An icon with a store of its own has nothing either; the first page has no answers to lose.
    let home = || page(Page::Home, none(), Screen::Start);
    assert!(after(home(), Event::NothingByIcon, &[]).lost);
    assert!(!after(home(), Event::Opened(at(Screen::Result)), &[Effect::Correct(Screen::Start)]).lost);
}

#[test]
fn a_place_within_the_page_leaves_the_screen() {
    let state = after(town(whole(), Screen::Result), Event::Moved(Address::default()), &[]);
    assert_eq!(state.screen, Screen::Result);
}

#[test]
fn the_way_back_shows_the_screen_and_notes_what_is_left() {
    let leave = |from, to| Effect::Leave { from, to };
    for (from, to, came_from) in [
        (Screen::Result, Screen::Help, Screen::Result),
        (Screen::Help, Screen::Result, Screen::Start),
        (Screen::Result, HOUSEHOLD, Screen::Result),
        (HOUSEHOLD, Screen::Result, HOUSEHOLD),
    ] {
        let state = after(town(whole(), from), Event::Moved(at(to)), &[leave(from, to), Effect::Show]);
        assert_eq!((state.screen, state.came_from), (to, came_from), "{from:?} to {to:?}");
    }
    // What is read beside a screen leads back to that, however many are read.
    let state = after(
        town(whole(), Screen::Result),
        Event::Moved(at(Screen::Help)),
        &[leave(Screen::Result, Screen::Help), Effect::Show],
    );
    let state = after(state, Event::Moved(at(Screen::Privacy)), &[leave(Screen::Help, Screen::Privacy), Effect::Show]);
    assert_eq!(state.came_from, Screen::Result);
}

#[test]
fn going_on_is_a_new_step_to_what_fits() {
    for (answers, goes, shown) in [
        (whole(), Screen::Result, Screen::Result),
        (half(), Screen::Result, HOUSEHOLD),
        (none(), Screen::Born, Screen::Born),
    ] {
        let effects = [Effect::Push(shown), Effect::ToTop, Effect::Show];
        assert_eq!(after(town(answers, Screen::Start), Event::Went(goes), &effects).screen, shown);
    }
    let effects = [Effect::Push(Screen::Start), Effect::ToTop, Effect::Show];
    after(page(Page::Home, none(), Screen::Privacy), Event::Went(Screen::Start), &effects);
    // On the host nothing has an address.
    let state = after(page(Page::Host, none(), Screen::Start), Event::Went(Screen::Result), &[Effect::Show]);
    assert_eq!(state.screen, Screen::Result);
}

#[test]
fn an_answer_is_kept_in_the_town_alone() {
    let state = after(town(none(), Screen::Born), Event::Answered(half()), &[Effect::Keep]);
    assert_eq!((state.answers, state.last_town.as_deref(), state.screen), (half(), Some("kita"), Screen::Born));
    for place in [Page::Host, Page::Home] {
        let state = after(page(place, none(), Screen::Start), Event::Answered(half()), &[]);
        assert_eq!((state.answers, state.last_town), (half(), None));
    }
    for saving in [Saving::Full, Saving::Unavailable, Saving::KeptByNewer, Saving::Saved] {
        assert_eq!(after(town(half(), Screen::Born), Event::Kept(saving), &[]).saving, saving);
    }
}

#[test]
fn what_another_tab_kept_is_taken_over_when_she_looks_again() {
    let returned = |gone, newer, address| Event::Returned { now: moment("2026-11-25T08:00:00"), gone, newer, address };
    let newer = |answers| Some(Newer { answers, saving: Saving::KeptByNewer });
    // Nothing happened: her place stays as it is, only the day has changed.
    let state = after(town(whole(), Screen::Result), returned(false, None, at(Screen::Result)), &[]);
    assert_eq!((state.today().to_string(), state.screen), ("2026-11-25".to_owned(), Screen::Result));
    // The other tab took an answer back: she is asked for it here too.
    let effects = [Effect::Correct(HOUSEHOLD), Effect::Leave { from: Screen::Result, to: HOUSEHOLD }, Effect::Show];
    let state = after(town(whole(), Screen::Result), returned(false, newer(half()), at(Screen::Result)), &effects);
    assert_eq!((state.answers, state.saving, state.screen), (half(), Saving::KeptByNewer, HOUSEHOLD));
    // What came back is no longer lost.
    let lost = State { lost: true, ..town(none(), Screen::Ask(Question::Baby)) };
    assert!(!after(lost, Event::OtherTab(newer(whole()).expect("newer")), &[]).lost);
    // Without news the address is as it was, whatever it names.
    let state = after(town(whole(), Screen::Result), returned(false, None, at(Screen::Help)), &[]);
    assert_eq!(state.screen, Screen::Result);
    // Her own answer that comes next is not lost by what the other kept.
    let state = after(town(half(), HOUSEHOLD), Event::OtherTab(newer(whole()).expect("newer")), &[]);
    assert_eq!((state.answers, state.screen), (whole(), HOUSEHOLD));
}

#[test]
fn what_was_deleted_does_not_come_up_again() {
    let begins = Screen::Ask(Question::Baby);
    let gone =
        [Effect::Forget, Effect::Correct(begins), Effect::Leave { from: Screen::Result, to: begins }, Effect::Show];
    let before = || State {
        last_town: Some("kita".to_owned()),
        drafts: Some("born 2026".to_owned()),
        ..town(whole(), Screen::Result)
    };
    let returned = Event::Returned {
        now: moment(NOW),
        gone: true,
        newer: Some(Newer { answers: whole(), saving: Saving::Saved }),
        address: at(Screen::Result),
    };
    for event in [Event::Gone(at(Screen::Result)), returned] {
        let state = after(before(), event, &gone);
        assert_eq!((state.answers, state.last_town, state.drafts, state.screen), (none(), None, None, begins));
    }
    let effects =
        [Effect::Delete, Effect::Forget, Effect::Show, Effect::Push(Screen::Start), Effect::ToTop, Effect::Show];
    let state = after(before(), Event::Deleted, &effects);
    assert_eq!((state.answers, state.last_town, state.screen), (none(), None, Screen::Start));
    // On the first page too: what is kept there is of every town.
    let home = || State { last_town: Some("kita".to_owned()), ..page(Page::Home, none(), Screen::Privacy) };
    let state = after(home(), Event::Deleted, &effects);
    assert_eq!((state.last_town, state.screen), (None, Screen::Start));
    let state = after(home(), Event::Gone(at(Screen::Privacy)), &[Effect::Forget, Effect::Show]);
    assert_eq!((state.last_town, state.screen), (None, Screen::Privacy));
    // Beside a screen that stays, nothing leads back.
    let beside = State { came_from: Screen::Result, ..town(whole(), Screen::Help) };
    let state = after(beside, Event::Gone(at(Screen::Help)), &[Effect::Forget, Effect::Show]);
    assert_eq!((state.screen, state.came_from, state.answers), (Screen::Help, Screen::Start, none()));
}

#[test]
fn answers_are_put_away_beside_the_screen_that_stays() {
    let before = State { came_from: Screen::Result, ..town(whole(), Screen::Loss) };
    let state = after(before, Event::PutAway, &[Effect::Delete, Effect::Forget, Effect::Show]);
    assert_eq!((state.answers, state.screen, state.came_from), (none(), Screen::Loss, Screen::Start));
    let home = page(Page::Home, none(), Screen::Loss);
    let state = after(home, Event::PutAway, &[Effect::Delete, Effect::Forget, Effect::Show]);
    assert_eq!(state.screen, Screen::Loss);
    // On the host there is nothing to delete.
    let state = after(page(Page::Host, whole(), Screen::Loss), Event::PutAway, &[Effect::Forget, Effect::Show]);
    assert_eq!(state.answers, none());
}

#[test]
fn a_record_leaves_the_address_at_once_and_is_taken_once() {
    let effects = [Effect::Correct(Screen::Move), Effect::Show];
    let opened = after(town(half(), Screen::Start), Event::Opened(bringing(RECORD)), &effects);
    assert_eq!((opened.brought.as_deref(), opened.screen), (Some(RECORD), Screen::Move));
    assert_eq!(opened.answers, half(), "hers stay until she takes the others");
    // Help beside it leads back to it.
    let leave = |from, to| Effect::Leave { from, to };
    let read =
        after(opened.clone(), Event::Moved(at(Screen::Help)), &[leave(Screen::Move, Screen::Help), Effect::Show]);
    assert_eq!((read.brought.as_deref(), read.came_from), (Some(RECORD), Screen::Move));
    let back = after(read, Event::Moved(at(Screen::Move)), &[leave(Screen::Help, Screen::Move), Effect::Show]);
    assert_eq!(back.brought.as_deref(), Some(RECORD));
    // Another link into the open page takes its place; a first one finds the screen.
    let other = after(opened.clone(), Event::Moved(bringing("sn2.kita.z.y")), &[Effect::Correct(Screen::Move)]);
    assert_eq!(other.brought.as_deref(), Some("sn2.kita.z.y"));
    let into = [Effect::Correct(Screen::Move), leave(Screen::Result, Screen::Move), Effect::Show];
    assert_eq!(after(town(whole(), Screen::Result), Event::Moved(bringing(RECORD)), &into).screen, Screen::Move);
    let first = after(town(none(), Screen::Start), Event::Opened(bringing(RECORD)), &effects);
    assert!(!first.lost);
    // Left for another screen it is gone.
    let gone =
        after(opened.clone(), Event::Moved(at(Screen::Start)), &[leave(Screen::Move, Screen::Start), Effect::Show]);
    assert_eq!(gone.brought, None);
    // Taken over it is hers.
    let effects = [Effect::Keep, Effect::Push(Screen::Result), Effect::ToTop, Effect::Show];
    let taken = after(opened, Event::TookOver(whole()), &effects);
    assert_eq!((taken.brought, taken.screen, taken.answers), (None, Screen::Result, whole()));
}

#[test]
fn what_is_pasted_on_the_first_page_opens_its_town() {
    let pasted = || Event::Pasted { town: "kita".to_owned(), record: RECORD.to_owned() };
    let bring = Effect::Bring { town: "kita".to_owned(), record: RECORD.to_owned() };
    assert_eq!(after(page(Page::Home, none(), Screen::Start), pasted(), &[bring]).brought, None);
    assert_eq!(after(town(none(), Screen::Move), pasted(), &[]).brought.as_deref(), Some(RECORD));
}

#[test]
fn the_minute_the_release_and_paper_change_nothing_else() {
    let before = || town(whole(), Screen::Result);
    let ticked = after(before(), Event::Ticked(moment("2026-11-24T10:31:00")), &[]);
    assert_eq!(ticked, State { now: moment("2026-11-24T10:31:00"), ..before() });
    assert_eq!(after(before(), Event::Renewed, &[]), State { newer: true, ..before() });
    let printing = after(before(), Event::Printing(true), &[]);
    assert!(printing.printing);
    assert_eq!(after(printing, Event::Printing(false), &[]), before());
    assert_eq!(after(before(), Event::CameFrom(HOUSEHOLD), &[]), State { came_from: HOUSEHOLD, ..before() });
    assert_eq!(after(before(), Event::Drafted("a".to_owned()), &[]).drafts.as_deref(), Some("a"));
}

#[test]
fn the_first_page_has_screens_of_its_own() {
    let home = page(Page::Home, none(), Screen::Start);
    let elsewhere = TownCode::parse("131041").map(Screen::Elsewhere).expect("a code");
    for (named, shown) in [
        (Screen::Search, Screen::Search),
        (Screen::Help, Screen::Help),
        (Screen::Loss, Screen::Loss),
        (Screen::Privacy, Screen::Privacy),
        (Screen::Move, Screen::Move),
        (elsewhere, elsewhere),
        (Screen::Born, Screen::Start),
        (Screen::Result, Screen::Start),
    ] {
        assert_eq!(home.shown(named), shown);
    }
    assert_eq!(town(whole(), Screen::Start).beneath(), Screen::Result);
    assert_eq!(town(half(), Screen::Start).beneath(), HOUSEHOLD);
    assert_eq!(town(none(), Screen::Start).beneath(), Screen::Start);
}
