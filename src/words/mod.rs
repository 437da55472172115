//! All words on the screen: one trait method per phrase, one folder per language. A phrase that a language lacks does not
//! compile.

mod ja;
mod plan;
mod screens;

pub use plan::PlanWords;
pub use screens::ScreenWords;

/// A whole language.
pub trait Words: PlanWords + ScreenWords {}

impl<T: PlanWords + ScreenWords> Words for T {}

/// 日本語.
pub fn japanese() -> &'static dyn Words {
    &ja::Ja
}
