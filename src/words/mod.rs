//! All words on the screen: one trait method per phrase, one folder per language. A phrase that a language lacks does not
//! compile.

mod ja;
mod plan;
mod screens;

use std::ops::Deref;

pub use plan::PlanWords;
pub use screens::ScreenWords;

/// A whole language.
pub trait Words: PlanWords + ScreenWords {}

impl<T: PlanWords + ScreenWords> Words for T {}

/// A language in use. It is known wherever it is used, so that a phrase that a program never says is no part of it.
#[derive(Clone, Copy, Debug)]
pub struct Language(());

impl Deref for Language {
    type Target = dyn Words;

    #[inline(always)]
    fn deref(&self) -> &'static dyn Words {
        &ja::Ja
    }
}

/// 日本語.
#[inline(always)]
pub fn japanese() -> Language {
    Language(())
}
