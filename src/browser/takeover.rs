//! The whole in the place of the first at her plan: she finds it where she was, with all that she opened and narrowed as
//! it was.
//!
//! Where she asked for what comes next, or comes back from what she read beside her plan, the first's plan stays until the
//! whole's stands, aside. Where she goes from her plan, the whole's comes beneath what she reads. What she did with the
//! first's is read from the page: neither program tells the other of it.

use std::cell::RefCell;
use std::sync::atomic::{AtomicBool, Ordering};

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::page::{self, all};
use super::reading::{self, Place, named};
use super::{address, handover};
use crate::interview::Screen;

/// What the first leaves to the whole, in its plan.
const LEFT_OVER: &str = ".later";
/// What stands there in the whole.
const PLANNER: &str = "planner";

/// In how many frames a card, and then what it moved into sight, is laid out.
const FRAMES: usize = 3;

/// Whether she asked for the whole, rather than came to another screen.
static ASKED_FOR: AtomicBool = AtomicBool::new(true);
/// Whether the whole takes over because the page is printed.
static FOR_PRINT: AtomicBool = AtomicBool::new(false);

thread_local! {
    /// The first's plan in sight, and what comes in its place once it is laid out.
    static AWAITED: RefCell<Option<(Element, HtmlElement)>> = const { RefCell::new(None) };
}

/// Takes over, once ready, at the next change of the screen to her plan or from it, and where that is printed. Elsewhere
/// only the first knows what she has typed.
pub fn watch() {
    handover::when_turning(|| {
        if let (true, Some(next)) = (handover::is_ready(), address::screen()) {
            follow(next);
        }
    });
    if let Some(window) = web_sys::window() {
        page::on(&window, "beforeprint", || {
            if handover::is_ready() && is_near(Screen::Result) {
                FOR_PRINT.store(true, Ordering::Relaxed);
                take();
            }
        });
    }
}

fn follow(next: Screen) {
    match (firsts_plan().as_ref().map(is_shown), next) {
        (Some(true), Screen::Result) => {}
        // The first brings her back to her place in it.
        (Some(false), Screen::Result) => page::after_paint(|| {
            if handover::is_ready() && is_near(Screen::Result) {
                take();
            }
        }),
        (None, next) if next != Screen::Result => {}
        _ => take(),
    }
}

fn take() {
    ASKED_FOR.store(false, Ordering::Relaxed);
    handover::ask();
}

/// Whether the whole takes over because the page is printed.
pub fn is_for_print() -> bool {
    FOR_PRINT.load(Ordering::Relaxed)
}

/// Whether the first's plan stands in sight, which the whole is about to take over with a screen.
pub fn is_near(screen: Screen) -> bool {
    !handover::is_first() && screen == Screen::Result && firsts_plan().is_some_and(|plan| is_shown(&plan))
}

/// Puts `place` where `app` is, later where the first's plan stands there and the whole's is to stand; whether it does.
pub fn goes_on(app: &Element, place: &HtmlElement, screen: Screen) -> bool {
    let Some(plan) = firsts_plan() else { return false };
    if is_near(screen) {
        // Printed now: the whole's sheet in the first's plan.
        if let Some(Ok(sheet)) = found(place, ".sheet").map(|sheet| sheet.clone_node_with_deep(true)) {
            let _ = plan.append_child(&sheet);
        }
        // To be laid out for paper takes a page to its top.
        let read = is_for_print().then(|| Place::heading(&plan)).flatten();
        AWAITED.set(Some((app.clone(), place.clone())));
        when_laid_out(app.clone(), place.clone(), read);
        return true;
    }
    if screen.is_beside() {
        if let (false, Some(down)) = (is_shown(&plan), reading::plan_left_at()) {
            // As she left it, for as long as it is read.
            show_alone(&plan);
            page::scroll_to(f64::from(down));
        }
        goes_beneath(app, &plan, place);
    }
    false
}

/// She goes on to another screen while the whole's plan is laid out aside: it comes at once, and its plan beneath that.
pub fn hurry() {
    let Some((app, place)) = AWAITED.take().filter(|(app, _)| app.is_connected()) else { return };
    goes_beneath(&app, &app, &place);
    // Refused only where nothing can be changed at all.
    let _ = app.replace_with_with_node_1(&place);
}

/// The whole's plan comes beneath what she reads: as she had the first's in `app`, and where she was in that.
fn goes_beneath(app: &Element, plan: &Element, place: &HtmlElement) {
    let read = Place::heading(plan);
    if let Some(read) = read.clone() {
        reading::leave_plan_at(read);
    }
    opens_beneath(Opened::of(app), read, place.clone());
}

/// Puts `place` where `app` is, once all of it is laid out; where she is by then, or at `read`.
fn when_laid_out(app: Element, place: HtmlElement, read: Option<Place>) {
    page::after_paint(move || {
        if !app.is_connected() {
            return;
        }
        if is_busy(&place) {
            return when_laid_out(app, place, read);
        }
        Opened::of(&app).open(&place);
        after_narrowing(move || swap(&app, &place, read));
    });
}

fn swap(app: &Element, place: &HtmlElement, read: Option<Place>) {
    if !app.is_connected() {
        return;
    }
    let wanted = ASKED_FOR.load(Ordering::Relaxed) && found(app, LEFT_OVER).is_some_and(|it| is_in_sight(&it));
    let read = read.or_else(|| Place::heading(app));
    let focused = page::document().and_then(|document| document.active_element());
    let on_heading = focused.is_some_and(|focused| focused.tag_name() == "H1" && app.contains(Some(&focused)));
    if app.replace_with_with_node_1(place).is_err() {
        return;
    }
    if let Some(read) = read {
        reading::leave_plan_at(read);
    }
    if found(place, ".result[hidden]").is_some() {
        // She went on to something beside it in the meantime.
        return page::to_top();
    }
    match found(place, &["#", PLANNER].concat()) {
        Some(planner) if wanted => {
            planner.scroll_into_view();
            focus(&planner);
        }
        // She went on reading while it was on its way.
        _ => {
            if let (true, Some(heading)) = (on_heading, found(place, "h1")) {
                focus(&heading);
            }
            settle(FRAMES);
        }
    }
}

/// Brings her to her place in her plan, also where what comes into sight there is laid out only with the next frames.
fn settle(frames: usize) {
    reading::go_back(Screen::Result);
    if let Some(left) = frames.checked_sub(1) {
        page::after_paint(move || settle(left));
    }
}

/// What she opened and narrowed in her plan.
struct Opened {
    folds: Vec<reading::Named>,
    filters: Vec<Option<String>>,
}

impl Opened {
    fn of(app: &Element) -> Opened {
        let folds = folds(app).into_iter().filter(|(_, fold)| fold.has_attribute("open"));
        let filters = all(app, ".filters [aria-pressed=true]");
        Opened {
            folds: folds.map(|(name, _)| name).collect(),
            filters: filters.iter().map(|chip| chip.text_content()).collect(),
        }
    }

    /// Opens and narrows the same.
    fn open(&self, place: &Element) {
        for (name, fold) in folds(place) {
            if self.folds.contains(&name) {
                let _ = fold.set_attribute("open", "");
            }
        }
        for chip in all(place, ".filters [aria-pressed=false]") {
            if let (true, Ok(chip)) = (self.filters.contains(&chip.text_content()), chip.dyn_into::<HtmlElement>()) {
                chip.click();
            }
        }
    }
}

/// Opens and narrows the plan beneath what she reads, once all of it is laid out.
fn opens_beneath(opened: Opened, read: Option<Place>, place: HtmlElement) {
    page::after_paint(move || {
        if is_busy(&place) {
            return opens_beneath(opened, read, place);
        }
        opened.open(&place);
        // She may be back already.
        let shown = found(&place, ".result:not([hidden])");
        if let (Some(_), Some(read)) = (shown, read) {
            after_narrowing(move || {
                reading::leave_plan_at(read);
                settle(FRAMES);
            });
        }
    });
}

/// Calls `act` once what is narrowed has followed, a frame after the filters are painted.
fn after_narrowing(act: impl FnOnce() + 'static) {
    page::after_paint(move || page::after_paint(act));
}

fn folds(of: &Element) -> Vec<(reading::Named, Element)> {
    named(of, ".result details", fold_name)
}

/// What a fold is called: by its class where it has one, for a count in its text may change.
fn fold_name(fold: &Element) -> String {
    let class = fold.class_name();
    let text = || fold.first_element_child().and_then(|summary| summary.text_content()).unwrap_or_default();
    if class.is_empty() { text() } else { class }
}

/// The first's plan, shown or beneath what she reads.
fn firsts_plan() -> Option<Element> {
    page::document()?.query_selector(LEFT_OVER).ok()??.closest(".result").ok()?
}

fn is_shown(plan: &Element) -> bool {
    !plan.has_attribute("hidden")
}

/// Shows the plan in the place of what stands over it.
fn show_alone(plan: &Element) {
    let over = plan.parent_element().map(|parent| all(&parent, ".aside")).unwrap_or_default();
    // Refused only where nothing can be changed at all.
    over.iter().for_each(|over| drop(over.set_attribute("hidden", "")));
    let _ = plan.remove_attribute("hidden");
}

fn is_busy(place: &Element) -> bool {
    found(place, "[aria-busy]").is_some()
}

fn focus(element: &Element) {
    // Refused only where nothing can be changed at all.
    let _ = element.set_attribute("tabindex", "-1");
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

fn is_in_sight(element: &Element) -> bool {
    let place = element.get_bounding_client_rect();
    place.bottom() > 0.0 && place.top() < page::height()
}

fn found(within: &Element, selector: &str) -> Option<Element> {
    within.query_selector(selector).ok()?
}
