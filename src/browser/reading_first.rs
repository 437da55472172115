//! Where she reads in her plan in the first program, for when the page is loaded anew: how far down, and no more.

use std::cell::Cell;

use leptos::prelude::*;

use super::turns::Turns;
use super::{address, page, storage};
use crate::interview::Screen;

thread_local! {
    static LEFT: Cell<Option<f64>> = const { Cell::new(None) };
}

/// Keeps how far down she is whenever the page goes. Where it was loaded anew, she is to find her plan there.
pub fn begin() {
    let Some(window) = web_sys::window() else { return };
    let left = storage::left();
    LEFT.set(left.filter(|_| page::is_again()).map(f64::from));
    page::on(&window, "pagehide", || {
        if address::screen() == Some(Screen::Result) {
            page::leave();
        }
    });
}

/// Brings her back to her place in her plan once all of it stands, unless she has gone elsewhere by herself.
pub fn go_on(turns: Turns, _screen: ReadSignal<Screen>) {
    Effect::new(move || {
        if turns.are_over()
            && let Some(left) = LEFT.take()
        {
            page::after_paint(move || {
                if page::down() < page::height() {
                    page::scroll_to(left);
                }
            });
        }
    });
}
