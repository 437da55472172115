//! What the screens say, in words.

/// The words of the screens.
pub trait ScreenWords: Sync {}
