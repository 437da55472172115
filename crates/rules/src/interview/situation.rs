//! What answers amount to: whether each is possible, and the [`Situation`] that they make.

use chrono::NaiveDate;

use super::answers::{Answers, BabyAnswer, PostalAnswer, PretermAnswer};
use super::question::Question;
use crate::domain::household::{Babies, Household};
use crate::domain::situation::{Applied, Baby, BabyError, MedicalCare, PostalCode, Situation};

/// Why a date is not her baby's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BabyProblem {
    /// The birth lies after today.
    BornInFuture,
    /// The birth lies more than [`Baby::OLDEST_MONTHS`] before today.
    BornTooLongAgo,
    /// Due later than a pregnancy that began today.
    DueTooFar,
    /// Not born, and due longer ago than a pregnancy lasts.
    DueLongPast,
    /// The due date and the birth are not of one pregnancy.
    DueFarFromBirth,
}

/// Why the answers are no situation yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SituationProblem {
    /// This question has no answer.
    Unanswered(Question),
    /// A date that was possible when she gave it is not today: the phone's clock is or was wrong, or time has passed.
    Baby(BabyProblem),
}

impl SituationProblem {
    /// The question to be answered, or answered anew.
    pub fn question(self) -> Question {
        match self {
            SituationProblem::Unanswered(question) => question,
            SituationProblem::Baby(BabyProblem::DueFarFromBirth) => Question::DueDate,
            SituationProblem::Baby(_) => Question::Baby,
        }
    }
}

/// Checks a date of birth.
///
/// # Errors
/// [`BabyProblem::BornInFuture`] or [`BabyProblem::BornTooLongAgo`].
pub fn check_birth(birth: NaiveDate, today: NaiveDate) -> Result<(), BabyProblem> {
    baby(Some(birth), None, today).map(drop)
}

/// Checks the due date of a baby that is not born yet.
///
/// # Errors
/// [`BabyProblem::DueTooFar`] or [`BabyProblem::DueLongPast`].
pub fn check_due(due: NaiveDate, today: NaiveDate) -> Result<(), BabyProblem> {
    baby(None, Some(due), today).map(drop)
}

/// Checks the due date of a baby born on `birth`.
///
/// # Errors
/// [`BabyProblem::DueFarFromBirth`]; those of [`check_birth`] where the birth itself is not possible.
pub fn check_due_of_birth(due: NaiveDate, birth: NaiveDate, today: NaiveDate) -> Result<(), BabyProblem> {
    baby(Some(birth), Some(due), today).map(drop)
}

/// Whether no day of a year, seen from `today`, can be that of a birth or a due date.
pub fn is_far_year(year: i32, today: NaiveDate) -> bool {
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    day(12, 31).is_none_or(|last| check_birth(last, today) == Err(BabyProblem::BornTooLongAgo))
        || day(1, 1).is_none_or(|first| check_due(first, today) == Err(BabyProblem::DueTooFar))
}

fn baby(birth: Option<NaiveDate>, due: Option<NaiveDate>, today: NaiveDate) -> Result<Baby, BabyProblem> {
    Baby::new(birth, due, today).map_err(|error| match error {
        BabyError::BirthInFuture => BabyProblem::BornInFuture,
        BabyError::BirthTooLongAgo => BabyProblem::BornTooLongAgo,
        // Neither date was given: that can't be here, where one always is.
        BabyError::DueTooFar | BabyError::DueMissing => BabyProblem::DueTooFar,
        BabyError::DueLongPast => BabyProblem::DueLongPast,
        BabyError::DueFarFromBirth => BabyProblem::DueFarFromBirth,
    })
}

/// What keeps a question from counting as answered.
pub(super) fn problem(question: Question, answers: &Answers, today: NaiveDate) -> Option<SituationProblem> {
    let unanswered = SituationProblem::Unanswered(question);
    let missing = |is_missing: bool| is_missing.then_some(unanswered);
    let impossible = |checked: Result<(), BabyProblem>| checked.err().map(SituationProblem::Baby);
    match question {
        Question::Baby => match answers.baby {
            None => Some(unanswered),
            Some(BabyAnswer::Born(birth)) => impossible(check_birth(birth, today)),
            Some(BabyAnswer::Expected(due)) => impossible(check_due(due, today)),
        },
        Question::DueDate => match (answers.preterm, answers.baby) {
            (None, _) => Some(unanswered),
            (Some(PretermAnswer::DueOn(due)), Some(BabyAnswer::Born(birth))) => {
                impossible(check_due_of_birth(due, birth, today))
            }
            _ => None,
        },
        Question::Babies => missing(answers.babies.is_none()),
        Question::Household => missing(answers.household.is_none()),
        Question::Health => missing(answers.medical_care.is_none()),
        Question::Postal => missing(answers.postal.is_none()),
        Question::Wish => missing(answers.wish.is_none()),
        Question::Applied => missing(answers.applied.is_none()),
    }
}

/// The situation of the answers to `questions`, whether or not all of them are there; of the rest, what is taken for
/// granted.
///
/// # Errors
/// Without a possible date of the baby there is no situation.
pub(super) fn assume(
    answers: &Answers,
    questions: &[Question],
    today: NaiveDate,
) -> Result<Situation, SituationProblem> {
    let asked = |question| questions.contains(&question);
    let (birth, due) = match answers.baby {
        None => return Err(SituationProblem::Unanswered(Question::Baby)),
        Some(BabyAnswer::Expected(due)) => (None, Some(due)),
        Some(BabyAnswer::Born(birth)) => match answers.preterm {
            Some(PretermAnswer::DueOn(due)) if asked(Question::DueDate) => (Some(birth), Some(due)),
            _ => (Some(birth), None),
        },
    };
    Ok(Situation {
        baby: baby(birth, due, today).map_err(SituationProblem::Baby)?,
        babies: answers.babies.filter(|_| asked(Question::Babies)).unwrap_or(Babies::ONE),
        household: answers.household.filter(|_| asked(Question::Household)).unwrap_or(Household::Unknown),
        medical_care: answers.medical_care.filter(|_| asked(Question::Health)).unwrap_or(MedicalCare::Unknown),
        applied: answers.applied.filter(|_| asked(Question::Applied)).unwrap_or(Applied::Unknown),
        postal: postal(answers).filter(|_| asked(Question::Postal)),
        used: answers.used_of_birth().to_vec(),
        planned: answers.planned_of_birth().to_vec(),
    })
}

fn postal(answers: &Answers) -> Option<PostalCode> {
    match &answers.postal {
        Some(PostalAnswer::Code(code)) => Some(code.clone()),
        Some(PostalAnswer::Unknown) | None => None,
    }
}
