//! What she has opened in her plan, for when the page is loaded anew in this tab: she finds it as it was, and so is where she
//! read.

use super::{address, page, storage};

/// The names of what was open when this page was loaded anew; none of a page that begins.
pub fn kept() -> Vec<String> {
    if cfg!(not(target_arch = "wasm32")) {
        return Vec::new();
    }
    let text = if page::is_again() { storage::folds().unwrap_or_default() } else { String::new() };
    let mut lines = text.lines();
    let is_here = lines.next().is_some_and(|of| address::of_page().is_some_and(|here| here == of));
    lines.filter(|_| is_here).map(str::to_owned).collect()
}

/// Keeps the names of what is open now; where nothing is, nothing is kept.
pub fn keep(names: &[String]) {
    if cfg!(target_arch = "wasm32") {
        let page = address::of_page().filter(|_| !names.is_empty());
        storage::set_folds(&page.map(|page| [&page, "\n", &names.join("\n")].concat()).unwrap_or_default());
    }
}
