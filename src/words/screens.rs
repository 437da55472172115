//! What the screens say, in words: one trait for each part of the app.

mod frame;
mod questions;
mod result;
mod services;
mod start;

pub use frame::FrameWords;
pub use questions::QuestionWords;
pub use result::ResultWords;
pub use services::ServiceWords;
pub use start::StartWords;

/// The words of the screens.
pub trait ScreenWords: FrameWords + StartWords + QuestionWords + ResultWords + ServiceWords {}

impl<T: FrameWords + StartWords + QuestionWords + ResultWords + ServiceWords> ScreenWords for T {}
