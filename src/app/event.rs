//! What happens to a page, and what is to be done about it.

use chrono::NaiveDateTime;

use super::state::Saving;
use crate::interview::{Answers, Screen};

/// What the page's address names in its fragment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Address {
    /// A screen; none where it is a place within the page, or a record.
    pub screen: Option<Screen>,
    /// The record that a link brings.
    pub record: Option<String>,
}

/// What another tab has kept since this one last looked: a flyer's QR code opens a new tab each time.
#[derive(Clone, Debug, PartialEq)]
pub struct Newer {
    /// Her answers.
    pub answers: Answers,
    /// What becomes of them.
    pub saving: Saving,
}

/// What happens.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The page was opened at an address.
    Opened(Address),
    /// She came from this screen to the one beside it, before the page was loaded anew.
    CameFrom(Screen),
    /// The address has come to name something else: a link, the way back or forth.
    Moved(Address),
    /// She looks at the page again.
    Returned {
        /// The minute.
        now: NaiveDateTime,
        /// Whether her answers were deleted while the page stood still in the way back.
        gone: bool,
        /// What another tab kept in the meantime.
        newer: Option<Newer>,
        /// What the address names.
        address: Address,
    },
    /// A minute has begun.
    Ticked(NaiveDateTime),
    /// Her answers were deleted in another tab.
    Gone(Address),
    /// Another tab kept other answers.
    OtherTab(Newer),
    /// She answered.
    Answered(Answers),
    /// What became of her answers on this phone.
    Kept(Saving),
    /// She goes to a screen.
    Went(Screen),
    /// She pasted a link, or its text.
    Pasted {
        /// The town of its record, by its place in addresses.
        town: String,
        /// The record.
        record: String,
    },
    /// She takes over answers that a link brought.
    TookOver(Answers),
    /// She has begun to type dates.
    Drafted(String),
    /// She deletes all, of every town, and begins anew.
    Deleted,
    /// She deletes the same, and the screen stays.
    PutAway,
    /// She comes by an icon whose store has nothing of hers.
    NothingByIcon,
    /// A newer release of the app is on this phone.
    Renewed,
    /// Printing begins, or ends.
    Printing(bool),
}

/// What is to be done, in this order, before the views see the new state.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Keep her answers, and tell what became of them.
    Keep,
    /// Name a screen in the address as a new step, from which the browser's way back leads here.
    Push(Screen),
    /// Name a screen in the address in the place of what stands there.
    Correct(Screen),
    /// She leaves a screen for another: note where she is on it.
    Leave {
        /// The one that she leaves.
        from: Screen,
        /// The other.
        to: Screen,
    },
    /// What is shown stands higher than what was: look for the page's beginning.
    ToTop,
    /// Show the screen, even where it is the one that was shown.
    Show,
    /// Open a town's page with a record.
    Bring {
        /// Its place in addresses.
        town: String,
        /// The record.
        record: String,
    },
    /// Keep in mind that answers were lost, to offer what would have kept them.
    MarkLost,
    /// Forget what is known of the store.
    Forget,
    /// Delete all that is kept, and tell what becomes of her answers now.
    Delete,
}
