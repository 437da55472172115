//! What this phone keeps of a town: what is read, and what is left alone.

use chrono::NaiveDate;

use super::storage;
use crate::app::Saving;
use crate::domain::Plan;
use crate::interview::Answers;
use crate::interview::record::{self, RecordError};
use crate::interview::seen::{self, Change, Compared};

/// What this tab knows of what is kept.
pub struct Kept {
    /// The text as last read or written.
    text: Option<String>,
    saving: Saving,
    /// What she last saw of the plan, as this page wrote it.
    seen: Option<String>,
    /// What was otherwise than when she saw it before this page.
    changes: Vec<Change>,
}

impl Kept {
    /// What is kept of a town, and the answers in it. What can't be read stays where it is until she answers anew; what a
    /// newer version wrote stays for good.
    pub fn open(town: &str) -> (Kept, Answers) {
        let mut kept = Kept::nothing();
        let answers = kept.look_again(town).unwrap_or_default();
        (kept, answers)
    }

    /// Nothing, as after everything was deleted.
    pub fn nothing() -> Kept {
        Kept { saving: storage::saving(), ..Kept::unknown() }
    }

    /// Nothing, where there is no browser to ask.
    pub fn unknown() -> Kept {
        Kept { text: None, saving: Saving::Saved, seen: None, changes: Vec::new() }
    }

    /// What becomes of the answers that she gives.
    pub fn saving(&self) -> Saving {
        self.saving
    }

    /// Whether nothing is kept any more of what was: she deleted it in another tab, or the browser threw it away.
    pub fn is_gone(&self, town: &str) -> bool {
        self.text.is_some() && storage::get(town) == Some(None)
    }

    /// The answers that are kept now, where another tab changed them since. Where they are gone, those of this tab last,
    /// and are kept again with the next.
    pub fn look_again(&mut self, town: &str) -> Option<Answers> {
        // What is gone stays in mind: whether she deleted it may be heard only later.
        let text = storage::get(town)??;
        if self.text.as_ref() == Some(&text) {
            return None;
        }
        self.saving = Saving::Saved;
        let answers = match record::decode(&text) {
            Ok(record) if record.town == town => Some(record.answers),
            Err(RecordError::Newer) => {
                self.saving = Saving::KeptByNewer;
                None
            }
            _ => None,
        };
        self.text = Some(text);
        answers
    }

    /// Keeps answers, unless a newer version's are there. With the first the browser is asked to keep them for good.
    pub fn keep(&mut self, town: &str, answers: &Answers) -> Saving {
        if self.saving != Saving::KeptByNewer {
            let text = record::encode(town, answers);
            let is_first = self.text.is_none() || self.is_gone(town);
            self.saving = storage::set(town, &text);
            if self.saving == Saving::Saved {
                self.text = Some(text);
                if is_first {
                    storage::ask_to_stay();
                }
            }
        }
        self.saving
    }

    /// What the sources say otherwise than when she last saw the plan of these answers. What she sees now is kept for the
    /// next time; on this page the changes stay.
    pub fn changes(&mut self, town: &str, answers: &Answers, plan: &Plan<'_>, today: NaiveDate) -> &[Change] {
        let record = record::encode(town, answers);
        let now = seen::write(&record, plan);
        if self.seen.as_ref() != Some(&now) {
            let before = self.seen.take().or_else(|| storage::seen(town)).unwrap_or_default();
            match seen::compare(&before, &record, plan, today) {
                Compared::Newer => return &[],
                Compared::Other => self.changes.clear(),
                Compared::Same(changes) => self.changes.extend(changes),
            }
            storage::set_seen(town, &now);
            self.seen = Some(now);
        }
        &self.changes
    }
}
