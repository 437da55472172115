//! The questions.

/// A question, in asking order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    /// Born or expected, and when.
    Baby,
    /// Born before the due date, and which that was.
    DueDate,
    /// How many.
    Babies,
    /// Which fee class.
    Household,
    /// Whether anyone needs treatment.
    Health,
    /// Her postal code, where a visit depends on it.
    Postal,
    /// What she wants most.
    Wish,
    /// Whether the municipality has approved her.
    Applied,
}

impl Question {
    /// All questions, in asking order.
    pub const ALL: [Question; 8] = [
        Question::Baby,
        Question::DueDate,
        Question::Babies,
        Question::Household,
        Question::Health,
        Question::Postal,
        Question::Wish,
        Question::Applied,
    ];

    /// Its name in addresses: lower-case letters.
    pub fn slug(self) -> &'static str {
        match self {
            Question::Baby => "baby",
            Question::DueDate => "due",
            Question::Babies => "babies",
            Question::Household => "household",
            Question::Health => "health",
            Question::Postal => "postal",
            Question::Wish => "wish",
            Question::Applied => "applied",
        }
    }

    /// The question of that name.
    pub fn from_slug(slug: &str) -> Option<Question> {
        Question::ALL.into_iter().find(|question| question.slug() == slug)
    }
}
