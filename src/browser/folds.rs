//! What she has opened in her plan, for when the page is loaded anew in this tab: she finds it as it was, and so is where she
//! read. It goes with her answers, as all that this tab keeps.

use super::{address, page, storage};

/// What this tab keeps of it.
pub enum Kept {
    /// The tab keeps nothing, or there is none.
    Unknown,
    /// Nothing any more: her answers were put away, or she has not been here.
    Nothing,
    /// The names of what is open.
    Names(Vec<String>),
}

/// What is kept of this page.
pub fn kept() -> Kept {
    if cfg!(not(target_arch = "wasm32")) {
        return Kept::Unknown;
    }
    let Some(text) = storage::folds() else { return Kept::Unknown };
    let text = text.unwrap_or_default();
    let mut lines = text.split('\n');
    match lines.next().is_some_and(|of| address::of_page().is_some_and(|here| here == of)) {
        true => Kept::Names(lines.map(str::to_owned).collect()),
        false => Kept::Nothing,
    }
}

/// Whether the page was loaded anew, so that what is kept is of what she has just seen.
pub fn is_again() -> bool {
    cfg!(target_arch = "wasm32") && page::is_again()
}

/// Keeps the names of what is open now.
pub fn keep(names: &[String]) {
    if cfg!(target_arch = "wasm32") {
        let page = address::of_page().unwrap_or_default();
        storage::set_folds(&[&page, "\n", &names.join("\n")].concat());
    }
}
