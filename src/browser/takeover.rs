//! The whole in the place of the first while she looks at her plan: she asked for what comes next, and finds it where she
//! tapped, with all that she opened and narrowed as it was.
//!
//! The first's plan stays until the whole's stands, aside. What she did with it is read from the page: neither program
//! tells the other of it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::page::all;
use super::{handover, page};

/// What the first leaves to the whole, in the plan that she looks at.
const LEFT_OVER: &str = ".result:not([hidden]) .later";
/// What stands there in the whole.
const PLANNER: &str = "planner";

/// An element by what it is called, and how many before it are called the same.
type Named = ((String, usize), Element);

/// Whether the first's plan stands, which the whole is about to take over.
pub fn is_near() -> bool {
    let stands = || page::document()?.query_selector(LEFT_OVER).ok()?;
    !handover::is_first() && stands().is_some()
}

/// Puts `place` where `app` is, once all of it is laid out.
pub fn when_laid_out(app: Element, place: HtmlElement) {
    page::after_paint(move || {
        if found(&place, "[aria-busy]").is_some() {
            return when_laid_out(app, place);
        }
        unfold(&app, &place);
        narrow(&app, &place);
        let wanted = found(&app, LEFT_OVER).is_some_and(|left_over| is_in_sight(&left_over));
        let read = read(&app);
        if app.replace_with_with_node_1(&place).is_err() {
            return;
        }
        match (found(&place, &["#", PLANNER].concat()), read) {
            (Some(planner), _) if wanted => lead_to(&planner),
            // She went on reading while it was on its way.
            (_, Some((name, top))) => {
                let same = headings(&place).into_iter().find(|(other, _)| *other == name);
                if let Some((_, same)) = same {
                    page::scroll_by(same.get_bounding_client_rect().top() - top);
                }
            }
            _ => {}
        }
    });
}

fn lead_to(planner: &Element) {
    // Refused only where nothing can be changed at all.
    let _ = planner.set_attribute("tabindex", "-1");
    planner.scroll_into_view();
    if let Some(planner) = planner.dyn_ref::<HtmlElement>() {
        let _ = planner.focus();
    }
}

/// The heading under which she reads, and how far down it is.
fn read(app: &Element) -> Option<((String, usize), f64)> {
    let half = page::height() / 2.0;
    let headings = headings(app).into_iter().map(|(name, heading)| (name, heading.get_bounding_client_rect()));
    // What a filter hides has no height and is nowhere.
    let read = headings.filter(|(_, place)| place.height() > 0.0 && place.top() < half).last();
    read.map(|(name, place)| (name, place.top()))
}

fn headings(of: &Element) -> Vec<Named> {
    named(of, "h1, h2, h3", |heading| heading.text_content().unwrap_or_default())
}

/// Opens what was open.
fn unfold(app: &Element, place: &Element) {
    let folds = |of| named(of, "details", fold_name);
    let mut open = folds(app);
    open.retain(|(_, fold)| fold.has_attribute("open"));
    for (name, fold) in folds(place) {
        if open.iter().any(|(other, _)| *other == name) {
            let _ = fold.set_attribute("open", "");
        }
    }
}

/// What a fold is called: by its class where it has one, for a count in its text may change.
fn fold_name(fold: &Element) -> String {
    let class = fold.class_name();
    let text = || fold.first_element_child().and_then(|summary| summary.text_content()).unwrap_or_default();
    if class.is_empty() { text() } else { class }
}

/// Presses the filters that were pressed.
fn narrow(app: &Element, place: &Element) {
    let pressed = all(app, ".filters [aria-pressed=true]");
    let pressed: Vec<Option<String>> = pressed.iter().map(|chip| chip.text_content()).collect();
    for chip in all(place, ".filters [aria-pressed=false]") {
        if let (true, Ok(chip)) = (pressed.contains(&chip.text_content()), chip.dyn_into::<HtmlElement>()) {
            chip.click();
        }
    }
}

fn is_in_sight(element: &Element) -> bool {
    let place = element.get_bounding_client_rect();
    place.bottom() > 0.0 && place.top() < page::height()
}

fn named(of: &Element, selector: &str, name: impl Fn(&Element) -> String) -> Vec<Named> {
    let mut named: Vec<Named> = Vec::new();
    for element in all(of, selector) {
        let name = name(&element);
        let before = named.iter().filter(|((other, _), _)| *other == name).count();
        named.push(((name, before), element));
    }
    named
}

fn found(within: &Element, selector: &str) -> Option<Element> {
    within.query_selector(selector).ok()?
}
