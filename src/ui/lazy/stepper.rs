//! A number with − and +.

use crate::ui::markup::{Markup, element, following};
use crate::words::japanese;

/// A number between its two buttons.
pub struct Stepper {
    /// What is counted, as a line beside it.
    pub label: String,
    /// The number in words.
    pub value: Box<dyn Fn() -> String + Send>,
    /// Whether there is one less.
    pub may_lessen: Box<dyn Fn() -> bool + Send>,
    /// Whether there is one more.
    pub may_add: Box<dyn Fn() -> bool + Send>,
    /// Takes one away.
    pub less: Box<dyn FnMut() + Send>,
    /// Adds one.
    pub more: Box<dyn FnMut() + Send>,
}

impl Stepper {
    /// Its row. The buttons stay where they are whatever they change.
    pub fn row(self) -> Markup {
        let words = japanese();
        let button =
            |sign: &'static str, name: String, may: Box<dyn Fn() -> bool + Send>, act: Box<dyn FnMut() + Send>| {
                element("button", "stepper-button")
                    .attribute("type", "button")
                    .attribute("aria-label", name)
                    // It stays where the focus is, even where there is nothing more to take away.
                    .attribute_following("aria-disabled", move || (!may()).then_some("true".into()))
                    .on_click(act)
                    .with(sign)
            };
        let value = self.value;
        element("div", "stepper")
            .attribute("role", "group")
            .attribute("aria-label", self.label.clone())
            .with(element("span", "stepper-label").with(self.label.as_str()))
            .with(button("−", words.less(&self.label), self.may_lessen, self.less))
            .with(element("span", "stepper-value").with(following(value)))
            .with(button("+", words.more_of(&self.label), self.may_add, self.more))
            .view()
    }
}
