//! What she is to heed: that her answers are not kept, and other notices.

use super::icons::Icon;
use super::markup::{Element, Markup, element};
use crate::app::Saving;
use crate::words::japanese;

/// What becomes of her answers, where they are not kept.
pub fn saving(saving: Saving) -> Markup {
    let words = japanese();
    let text = match saving {
        Saving::Saved => return Markup::Nothing,
        Saving::Unavailable => words.not_kept(),
        Saving::Full => words.store_full(),
        Saving::KeptByNewer => words.kept_by_newer(),
    };
    notice(text.to_owned().into()).attribute("role", "status").view()
}

/// Something to heed.
pub fn notice(text: Markup) -> Element {
    element("div", "notice notice-care").with(Icon::HEED.draw()).with(element("p", "notice-text").with(text))
}
