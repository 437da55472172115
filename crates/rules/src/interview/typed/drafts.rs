//! Dates that she has begun to type.

use super::whole::Fields;

/// A date that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Draft {
    /// The date of birth.
    Birth,
    /// The due date of a baby that is not born yet.
    Due,
    /// The due date of a baby that is born.
    DueOfBirth,
}

/// What stands in the fields of each, as far as it is not taken yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drafts([Fields; 3]);

/// The most characters of a field that are kept.
const LONGEST: usize = 40;
const LONGEST_IN_BYTES: usize = 4 * LONGEST;

impl Drafts {
    /// What she has typed of a date.
    pub fn of(&self, draft: Draft) -> &Fields {
        let [birth, due, due_of_birth] = &self.0;
        match draft {
            Draft::Birth => birth,
            Draft::Due => due,
            Draft::DueOfBirth => due_of_birth,
        }
    }

    /// Puts something else there.
    pub fn put(&mut self, draft: Draft, fields: Fields) {
        let [birth, due, due_of_birth] = &mut self.0;
        *match draft {
            Draft::Birth => birth,
            Draft::Due => due,
            Draft::DueOfBirth => due_of_birth,
        } = fields;
    }

    /// Whether she has typed any of a date.
    pub fn are_begun(&self, draft: Draft) -> bool {
        self.of(draft).iter().any(|text| !text.is_empty())
    }

    /// One text of all, a line for each field; empty where nothing is typed.
    pub fn write(&self) -> String {
        if self.0.iter().flatten().all(String::is_empty) {
            return String::new();
        }
        let line = |text: &String| text.chars().filter(|sign| *sign != '\n').take(LONGEST).collect::<String>();
        self.0.iter().flatten().map(line).collect::<Vec<String>>().join("\n")
    }

    /// The drafts of such a text; none of another.
    pub fn read(text: &str) -> Drafts {
        let mut drafts = Drafts::default();
        let mut lines = text.split('\n');
        for field in drafts.0.iter_mut().flatten() {
            match lines.next() {
                Some(line) if line.len() <= LONGEST_IN_BYTES => field.push_str(line),
                _ => return Drafts::default(),
            }
        }
        if lines.next().is_some() { Drafts::default() } else { drafts }
    }
}
