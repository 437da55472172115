//! What the screens say, in words: one trait for each part of the app.

mod frame;
mod keeping;
#[cfg(not(target_arch = "wasm32"))]
mod leaflet;
mod memo;
mod news;
mod paper;
mod planner;
mod questions;
mod result;
mod search;
mod services;
#[cfg(not(target_arch = "wasm32"))]
mod site;
mod start;

pub use frame::FrameWords;
pub use keeping::KeepingWords;
#[cfg(not(target_arch = "wasm32"))]
pub use leaflet::LeafletWords;
pub use memo::MemoWords;
pub use news::NewsWords;
pub use paper::PaperWords;
pub use planner::PlannerWords;
pub use questions::QuestionWords;
pub use result::ResultWords;
pub use search::SearchWords;
pub use services::ServiceWords;
#[cfg(not(target_arch = "wasm32"))]
pub use site::SiteWords;
pub use start::StartWords;

/// The words of the screens. Those of the leaflet and the site, which the host alone makes, are part of them there.
#[cfg(target_arch = "wasm32")]
pub trait ScreenWords:
    FrameWords
    + StartWords
    + QuestionWords
    + ResultWords
    + NewsWords
    + SearchWords
    + ServiceWords
    + PlannerWords
    + KeepingWords
    + MemoWords
    + PaperWords
{
}
#[cfg(target_arch = "wasm32")]
impl<
    T: FrameWords
        + StartWords
        + QuestionWords
        + ResultWords
        + NewsWords
        + SearchWords
        + ServiceWords
        + PlannerWords
        + KeepingWords
        + MemoWords
        + PaperWords,
> ScreenWords for T
{
}

/// The words of the screens, of the leaflet and of the site.
#[cfg(not(target_arch = "wasm32"))]
pub trait ScreenWords:
    FrameWords
    + StartWords
    + QuestionWords
    + ResultWords
    + NewsWords
    + SearchWords
    + ServiceWords
    + PlannerWords
    + KeepingWords
    + MemoWords
    + PaperWords
    + LeafletWords
    + SiteWords
{
}
#[cfg(not(target_arch = "wasm32"))]
impl<
    T: FrameWords
        + StartWords
        + QuestionWords
        + ResultWords
        + NewsWords
        + SearchWords
        + ServiceWords
        + PlannerWords
        + KeepingWords
        + MemoWords
        + PaperWords
        + LeafletWords
        + SiteWords,
> ScreenWords for T
{
}
