//! Large answers that move on.

use super::icons::Icon;
use super::markup::{Element, Markup, element};

/// Whether an answer is the one given before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// It is.
    Before,
    /// It is not.
    No,
}

impl Chosen {
    /// `Before` where the two are the same.
    pub fn where_same<T: PartialEq>(given: Option<T>, offered: T) -> Chosen {
        if given == Some(offered) { Chosen::Before } else { Chosen::No }
    }
}

/// An answer: a button that takes it and moves on.
pub fn choice(label: &'static str, hint: &'static str, chosen: Chosen, take: impl Fn() + Send + 'static) -> Markup {
    button(label, hint, chosen, Box::new(take))
}

fn button(label: &'static str, hint: &'static str, chosen: Chosen, take: Box<dyn Fn() + Send>) -> Markup {
    let icon = if chosen == Chosen::Before { Icon::TICK } else { Icon::ON };
    let button = element("button", "choice").attribute("type", "button").on_click(take);
    let button = if chosen == Chosen::Before { button.attribute("aria-current", "true") } else { button };
    button.with(text(label, hint)).with(icon.draw()).view()
}

/// An answer that is a link, so that it can be taken before the program is there.
pub fn way(label: &str, hint: &str, address: String) -> Markup {
    element("a", "choice").attribute("href", address).with(text(label, hint)).with(Icon::ON.draw()).view()
}

fn text(label: &str, hint: &str) -> Element {
    let hint = (!hint.is_empty()).then(|| element("span", "choice-hint").with(hint));
    element("span", "choice-text").with(element("span", "choice-label").with(label)).with(hint)
}

/// Answers under the heading of the screen.
pub fn choices(choices: Vec<Markup>) -> Markup {
    element("div", "choices").attribute("role", "group").attribute("aria-labelledby", "heading").with(choices).view()
}
