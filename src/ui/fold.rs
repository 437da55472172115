//! Folds whose content is made when they are opened first: what she never opens costs her phone nothing.
//!
//! What is open is kept beside the page, so that a fold stays as she left it whatever is made anew around it.

use leptos::prelude::*;

use super::markup::{Element, Markup, element, following};
use crate::browser::folds::{self, Kept};

/// Which folds she has opened.
#[derive(Clone, Copy)]
pub struct Folds(StoredValue<Known>);

struct Known {
    folds: Vec<(String, Fold)>,
    /// What was open when the page was loaded anew.
    kept: Vec<String>,
}

/// How one fold is.
#[derive(Clone)]
struct Fold {
    is_open: ArcRwSignal<bool>,
    /// Whether it has been open: then its content stands.
    is_made: ArcRwSignal<bool>,
}

impl Folds {
    /// None yet.
    pub fn new() -> Folds {
        Folds(StoredValue::new(Known { folds: Vec::new(), kept: Vec::new() }))
    }

    /// Her plan is about to stand: what was open is, where the page was loaded anew too; nothing is where her answers were put
    /// away in between.
    pub fn begin(self) {
        let kept = folds::kept();
        self.0.try_update_value(|known| match kept {
            Kept::Nothing => known.folds.clear(),
            Kept::Names(names) if known.folds.is_empty() && folds::is_again() => known.kept = names,
            Kept::Names(_) | Kept::Unknown => {}
        });
        self.keep();
    }

    /// Whether the fold of that name, which begins closed, is open; followed.
    pub fn is_open(self, name: &str) -> impl Fn() -> bool + Send + use<> {
        let fold = self.of(name, false);
        move || fold.is_open.get()
    }

    /// The fold of that name, which begins as `open` says.
    fn of(self, name: &str, open: bool) -> Fold {
        let fold = |open: bool| Fold {
            is_open: ArcRwSignal::new(open),
            // On the host all that is folded is made: so what is on the page can be read there.
            is_made: ArcRwSignal::new(open || cfg!(not(target_arch = "wasm32"))),
        };
        let found = self.0.try_update_value(|known| match known.folds.iter().find(|(other, _)| other == name) {
            Some((_, fold)) => fold.clone(),
            None => {
                let fold = fold(open || known.kept.iter().any(|kept| kept == name));
                known.folds.push((name.to_owned(), fold.clone()));
                fold
            }
        });
        found.unwrap_or_else(|| fold(open))
    }

    /// Notes what is open now, and what was and does not stand again yet.
    fn keep(self) {
        let open = self.0.try_with_value(|known| {
            let open = known.folds.iter().filter(|(_, fold)| fold.is_open.get_untracked()).map(|(name, _)| name);
            let to_come = known.kept.iter().filter(|name| known.folds.iter().all(|(other, _)| other != *name));
            open.chain(to_come).cloned().collect::<Vec<String>>()
        });
        folds::keep(&open.unwrap_or_default());
    }
}

impl Fold {
    fn make(&self) {
        if !self.is_made.get_untracked() {
            self.is_made.set(true);
        }
    }

    fn turn(&self, open: bool) {
        if open {
            self.make();
        }
        if self.is_open.get_untracked() != open {
            self.is_open.set(open);
        }
    }
}

/// A line that opens to what `content` makes, under a name that no other fold has.
pub fn fold(
    folds: Folds,
    name: &str,
    class: &'static str,
    line: impl Into<Markup>,
    content: impl Fn() -> Markup + Send + 'static,
) -> Element {
    begun(folds, folds.of(name, false), class, line.into(), Box::new(content))
}

/// The same, open from the beginning where `open` says so.
pub fn fold_open(
    folds: Folds,
    name: &str,
    open: bool,
    class: &'static str,
    line: impl Into<Markup>,
    content: impl Fn() -> Markup + Send + 'static,
) -> Element {
    begun(folds, folds.of(name, open), class, line.into(), Box::new(content))
}

fn begun(
    folds: Folds,
    fold: Fold,
    class: &'static str,
    line: Markup,
    content: Box<dyn Fn() -> Markup + Send>,
) -> Element {
    let (opened, tapped, made) = (fold.clone(), fold.clone(), fold.clone());
    // Made with the tap, before the browser opens it: it never opens empty.
    let line = element("summary", "").on_click(move || tapped.make()).with(line);
    element("details", class)
        .attribute_following("open", move || opened.is_open.get().then_some("".into()))
        .on_toggle(move |open| {
            fold.turn(open);
            folds.keep();
        })
        .with(line)
        .with(following(move || if made.is_made.get() { content() } else { Markup::Nothing }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_asks_by_name_hears_how_a_fold_is() {
        Owner::new().with(|| {
            let folds = Folds::new();
            let is_open = folds.is_open("row");
            assert!(!is_open());
            folds.of("row", false).turn(true);
            assert!(is_open());
            assert!(!folds.is_open("another")());
        });
    }
}
