//! How to keep the app among the phone's own, in words and pictures.

use crate::ui::icons::Icon;
use crate::ui::markup::{Markup, element, together};
use crate::ui::sentences::{headline, paragraph};
use crate::words::japanese;

/// The steps on an iPhone and on other phones.
pub fn install() -> Markup {
    let words = japanese();
    let ways = [
        (words.on_iphone(), words.install_on_iphone().as_slice(), [Icon::SHARE, Icon::ADD, Icon::TICK]),
        (words.on_others(), words.install_on_others().as_slice(), [Icon::MENU, Icon::ADD, Icon::TICK]),
    ];
    let ways: Vec<Markup> = ways.into_iter().map(|(phone, steps, icons)| way(phone, steps, icons)).collect();
    together([
        element("h2", "").with(headline(words.install_heading())).view(),
        paragraph("", words.install_lead()),
        ways.into(),
    ])
}

/// A phone's steps, each with what it looks like there.
fn way(phone: &'static str, steps: &[&'static str], icons: [Icon; 3]) -> Markup {
    let steps = steps.iter().zip(icons).map(|(step, icon)| {
        element("li", "")
            .with(element("span", "picture").with(icon.draw()))
            .with(element("span", "").with(*step))
            .view()
    });
    let steps: Vec<Markup> = steps.collect();
    together([element("h3", "").with(phone).view(), element("ol", "pictured").with(steps).view()])
}
