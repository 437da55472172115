//! Where her answers are, and deleting them.

use leptos::prelude::*;

use super::icons::Icon;
use super::sentences::{list, paragraph};
use crate::browser::{Saving, Session};
use crate::words::japanese;

/// The screen on her answers.
pub fn privacy(session: Session) -> AnyView {
    let words = japanese();
    view! {
        {move || saving(session.saving.get())}
        {list("plain-list", words.privacy())}
        {delete(session)}
    }
    .into_any()
}

/// A line about her answers and a link to more, at the foot of the result.
pub fn privacy_line(session: Session) -> AnyView {
    let words = japanese();
    view! {
        {paragraph("", words.kept_here())}
        {delete(session)}
    }
    .into_any()
}

/// What becomes of her answers, where they are not kept.
pub fn saving(saving: Saving) -> AnyView {
    let words = japanese();
    let text = match saving {
        Saving::Saved => return ().into_any(),
        Saving::Unavailable => words.not_kept(),
        Saving::Full => words.store_full(),
        Saving::KeptByNewer => words.kept_by_newer(),
    };
    view! {
        <div class="notice notice-care" role="status">
            {Icon::HEED.draw()}
            <p class="notice-text">{text}</p>
        </div>
    }
    .into_any()
}

/// Deletes all her answers: one tap opens the question, the second deletes.
fn delete(session: Session) -> AnyView {
    let words = japanese();
    view! {
        <details class="delete">
            <summary>{words.delete()}</summary>
            <p>{words.delete_question()}</p>
            <button type="button" class="button" on:click=move |_| session.delete_all()>
                {words.delete_really()}
            </button>
        </details>
    }
    .into_any()
}
