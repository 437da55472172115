//! The words of the questions.

use chrono::NaiveDate;

use crate::domain::household::{Babies, Household};
use crate::domain::plan::ClockDoubt;
use crate::domain::programme::Programme;
use crate::domain::situation::{Applied, MedicalCare};
use crate::interview::typed::{DateField, DateProblem};
use crate::interview::{BabyProblem, Question, Wish};

/// The words of the questions.
pub trait QuestionWords: Sync {
    /// How many questions are left, this one among them.
    fn questions_left(&self, count: usize) -> String;
    /// The heading of a question.
    fn question(&self, question: Question, programme: &Programme) -> String;
    /// A line under it; empty where none is needed.
    fn question_hint(&self, question: Question) -> &'static str;
    /// Why the question on the baby is asked again: the day that she gave is not possible any more.
    fn asked_again(&self) -> &'static str;
    /// When was it born?
    fn born_question(&self) -> &'static str;
    /// When is it due?
    fn expected_question(&self) -> &'static str;
    /// How a year may be typed.
    fn year_hint(&self) -> &'static str;
    /// The label of a field.
    fn date_field(&self, field: DateField) -> &'static str;
    /// Takes the typed answer.
    fn take_answer(&self) -> &'static str;
    /// A birth in words, as she types: 「令和8年8月1日生まれ・今日で3か月20日、生後112日」.
    fn echo_birth(&self, birth: NaiveDate, today: NaiveDate) -> String;
    /// A due date in words, as she types.
    fn echo_due(&self, due: NaiveDate, today: NaiveDate) -> String;
    /// What is wrong with a typed date: what stands in the field, and what would be right.
    fn date_problem(&self, problem: DateProblem, typed: &str) -> String;
    /// Why a year is not her baby's, whatever the month and day: which year it is, and what would be right.
    fn far_year(&self, year: i32, today: NaiveDate) -> String;
    /// The phone's clock says a day that it can't be, or one for which nobody has read the sources: what is true of both
    /// is said.
    fn clock_doubt(&self, doubt: ClockDoubt, programme: &Programme) -> String;
    /// Why a date is not her baby's: which date it is, and what would be right.
    fn baby_problem(&self, problem: BabyProblem, date: NaiveDate, today: NaiveDate) -> String;
    /// 「わからない」.
    fn unknown(&self) -> &'static str;
    /// The baby was not born early.
    fn not_preterm(&self) -> &'static str;
    /// What that means.
    fn not_preterm_hint(&self) -> &'static str;
    /// The baby was born early.
    fn preterm(&self) -> &'static str;
    /// What that means.
    fn preterm_hint(&self) -> &'static str;
    /// The label of the due date's fields.
    fn due_date(&self) -> &'static str;
    /// How many babies.
    fn babies(&self, babies: Babies) -> &'static str;
    /// How many the price is reckoned for, where each child costs something; empty where that goes without saying.
    fn babies_hint(&self, babies: Babies) -> &'static str;
    /// A fee class.
    fn household(&self, household: Household) -> &'static str;
    /// Whether anyone needs treatment.
    fn medical_care(&self, care: MedicalCare) -> &'static str;
    /// A line under it; empty where none is needed.
    fn medical_care_hint(&self, care: MedicalCare) -> &'static str;
    /// What she wants most.
    fn wish(&self, wish: Wish) -> &'static str;
    /// Words by which a facility's tags speak of a wish; none where no tag does.
    fn wish_in_tags(&self, wish: Option<Wish>) -> &'static [&'static str];
    /// Whether she has been approved.
    fn applied(&self, applied: Applied) -> &'static str;
    /// A line under it; empty where none is needed.
    fn applied_hint(&self, applied: Applied) -> &'static str;
    /// The label of the postal code's field.
    fn postal_code(&self) -> &'static str;
    /// What is wrong with a typed postal code, with a right one of the town, 7 digits; none where that is empty.
    fn postal_problem(&self, example: &str) -> String;
    /// It is being looked up whose a typed postal code is.
    fn postal_looked_up(&self) -> &'static str;
    /// A typed postal code, 7 digits, is of other municipalities: which, and what would be right.
    fn postal_of_others(&self, code: &str, towns: &str, programme: &Programme) -> String;
}
