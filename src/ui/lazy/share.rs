//! Keeping and passing on: paper, the town's page to somebody, her answers to another phone.

use leptos::prelude::*;

use super::code::code;
use super::copy::copy_button;
use crate::browser::{Session, share};
use crate::domain::Programme;
use crate::interview::record;
use crate::ui::fold::{Folds, fold};
use crate::ui::icons::Icon;
use crate::ui::markup::{Markup, element, following, together};
use crate::ui::result::{MOVING, PRINT};
use crate::ui::sentences::paragraph;
use crate::words::japanese;

/// What makes LINE open a link in the phone's own browser, which keeps answers.
const OUT_OF_LINE: &str = "?openExternalBrowser=1";

/// Printing, passing on, moving.
pub fn sharing(programme: &'static Programme, session: Session, folds: Folds) -> Markup {
    let words = japanese();
    let print = element("button", "line").id(PRINT).attribute("type", "button").on_click(share::print);
    let print = share::can_print().then(|| print.with(Icon::PRINT.draw()).with(words.print()));
    element("section", "part sharing")
        .attribute("aria-label", words.sharing_heading())
        .with(print)
        .with(fold(folds, "send", "fold", words.send_heading(), move || page(programme, session)))
        .with(fold(folds, MOVING, "moving", words.moving_heading(), move || moving(programme, session)).id(MOVING))
        .view()
}

/// The town's page, without anything of hers.
fn page(programme: &'static Programme, session: Session) -> Markup {
    let words = japanese();
    let title = words.page_title(&programme.title);
    let address = [&session.page_address(), OUT_OF_LINE].concat();
    let line = ["https://line.me/R/share?text=", &encoded(&[&title, " ", &address].concat())].concat();
    let unshared: RwSignal<bool> = RwSignal::new(false);
    let to_share = address.clone();
    let send = element("button", "button")
        .attribute("type", "button")
        .on_click(move || unshared.set(!share::share(&title, &to_share)))
        .with(words.send_page());
    let otherwise = following(move || {
        let address = address.clone();
        unshared.get().then(|| {
            together([paragraph("address", &address), copy_button(words.copy_address(), move || address.clone())])
        })
    });
    let line = element("a", "button").attribute("href", line).attribute("rel", "noreferrer").with(words.send_by_line());
    together([send.view(), otherwise, line.view(), paragraph("soft", words.sends_no_answers())])
}

/// Her answers in a link and a code, after a word about what they hold.
fn moving(programme: &'static Programme, session: Session) -> Markup {
    let words = japanese();
    let shown: RwSignal<bool> = RwSignal::new(false);
    let show = element("button", "button").attribute("type", "button").on_click(move || shown.set(true));
    let link = following(move || {
        shown.get().then(|| {
            let (link, keeps_all) = moving_link(programme, session);
            let cut = (!keeps_all).then(|| paragraph("", words.not_all_moved()));
            let text = paragraph("address", &link);
            together([
                cut.into(),
                code(&link, words.moving_code()),
                copy_button(words.copy_address(), move || link.clone()),
                text,
            ])
        })
    });
    together([paragraph("", words.moving_warning()), show.with(words.show_moving()).view(), link])
}

/// The link that carries her answers in its fragment, which no server sees; and whether it holds all of them.
pub fn moving_link(programme: &Programme, session: Session) -> (String, bool) {
    session.answers.with(|answers| {
        let record = record::encode(&programme.id, answers);
        let link = [&session.page_address(), OUT_OF_LINE, "#", &record].concat();
        (link, record::keeps_all(&programme.id, answers))
    })
}

/// A text as it stands in an address.
pub fn encoded(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |value: u8| DIGITS.get(usize::from(value)).map_or('0', |digit| char::from(*digit));
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::encoded;

    #[test]
    fn a_text_in_an_address_is_encoded() {
        for (text, expected) in [("", ""), ("a-B_9.~", "a-B_9.~"), ("é ?&#%\r\n", "%C3%A9%20%3F%26%23%25%0D%0A")] {
            assert_eq!(encoded(text), expected);
        }
    }
}
