//! Which questions matter, and which comes next.

use chrono::NaiveDate;

use super::answers::{Answers, BabyAnswer, PretermAnswer};
use super::screen::Screen;
use super::situation::{assume, check_birth, check_due_of_birth, problem};
use crate::domain::calendar::days_after;
use crate::domain::plan::{Standing, Status, corrected_until, rules_on, standings};
use crate::domain::programme::{Extension, Gate, NeededBy, Programme, Rules};
use crate::domain::situation::PostalCode;

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

/// The questions that matter under `programme` for these answers, in asking order.
///
/// A question matters where its answer can change what is said to her. Which ones do can change with each answer.
pub fn questions(answers: &Answers, programme: &Programme, today: NaiveDate) -> Vec<Question> {
    let mut questions = vec![Question::Baby];
    let Some(rules) = rules_on(programme, today) else { return questions };
    let application = &rules.application.value;
    for (question, matters) in [
        (Question::DueDate, due_date_matters(answers, rules, today)),
        (Question::Babies, true),
        (Question::Household, household_matters(rules)),
        (Question::Health, true),
        // Of one service there is nothing to put in order.
        (Question::Wish, rules.services.len() > 1),
        (Question::Applied, application.approves_first()),
    ] {
        if matters {
            questions.push(question);
        }
    }
    // Last, because it depends on the due date's answer where that is asked.
    if postal_matters(answers, &questions, rules, today) {
        let place = questions.iter().position(|question| *question > Question::Postal).unwrap_or(questions.len());
        questions.insert(place, Question::Postal);
    }
    questions
}

/// The first question that has no answer, or one that is not possible today.
pub fn next(answers: &Answers, programme: &Programme, today: NaiveDate) -> Option<Question> {
    questions(answers, programme, today).into_iter().find(|question| problem(*question, answers, today).is_some())
}

/// The questions that matter and have an answer, in asking order.
pub fn answered(answers: &Answers, programme: &Programme, today: NaiveDate) -> Vec<Question> {
    let mut questions = questions(answers, programme, today);
    questions.retain(|question| problem(*question, answers, today).is_none());
    questions
}

/// How many questions are left on a screen of the interview, with its own: never as many as on the one before. `None` where
/// nothing is asked, where the next screen asks for the same answer, or where she only changes one.
pub fn questions_left(screen: Screen, answers: &Answers, programme: &Programme, today: NaiveDate) -> Option<usize> {
    // Before the date is known a question may hang on it: counted are those about the youngest baby, so that none comes on top.
    let (question, youngest) = match screen {
        Screen::Born => (Question::Baby, BabyAnswer::Born(today)),
        Screen::Expected => (Question::Baby, BabyAnswer::Expected(today)),
        Screen::Ask(question) if question != Question::Baby => (question, BabyAnswer::Born(today)),
        _ => return None,
    };
    let mut counted = answers.clone();
    if problem(Question::Baby, answers, today).is_some() {
        counted.tell_baby(youngest);
    } else if next(answers, programme, today).is_none() {
        return None;
    }
    let questions = questions(&counted, programme, today);
    let place = questions.iter().position(|asked| *asked == question)?;
    Some(questions.len().saturating_sub(place))
}

/// The due date matters to a born baby whose time the corrected age could still lengthen.
fn due_date_matters(answers: &Answers, rules: &Rules, today: NaiveDate) -> bool {
    let Some(corrected) = &rules.corrected_age else { return false };
    let Some(BabyAnswer::Born(birth)) = answers.baby else { return false };
    if check_birth(birth, today).is_err() {
        return false;
    }
    match corrected.value.extension {
        Extension::Unprinted => true,
        Extension::FromDueDate => {
            let earliest_birth = Answers { preterm: farthest_due(birth, today), ..of_baby(answers) };
            let Ok(situation) = assume(&earliest_birth, &[Question::DueDate], today) else { return false };
            corrected_until(&situation, rules, today).is_some_and(|until| today <= until)
        }
    }
}

/// The latest due date that a baby born on `birth` can have had: that of the earliest birth.
fn farthest_due(birth: NaiveDate, today: NaiveDate) -> Option<PretermAnswer> {
    let longest_pregnancy = 300;
    (0..=longest_pregnancy)
        .rev()
        .map(|days| days_after(birth, days))
        .find(|due| check_due_of_birth(*due, birth, today).is_ok())
        .map(PretermAnswer::DueOn)
}

/// The fee class matters where a fee is printed, or where a class needs papers of its own.
fn household_matters(rules: &Rules) -> bool {
    rules.services.iter().any(|service| service.tariff.is_some())
        || rules
            .documents
            .iter()
            .any(|item| matches!(item.value.needed_by, NeededBy::TaxExempt | NeededBy::PublicAssistance))
}

/// The postal code matters where some code decides on a row: leaves nothing to ask there, or closes it, and another does not.
fn postal_matters(answers: &Answers, asked: &[Question], rules: &Rules, today: NaiveDate) -> bool {
    let offers = rules.facilities.iter().flat_map(|facility| &facility.offers);
    let gates = offers.flat_map(|offer| &offer.conditions).filter_map(|condition| match &condition.gate {
        Gate::Postal { prefixes, .. } => Some(prefixes),
        Gate::Ask => None,
    });
    // One code for each area that a rule names; without a code stands for all others.
    let areas: Vec<Option<PostalCode>> = gates.flatten().map(|prefix| first_code(prefix)).collect();
    if areas.is_empty() {
        return false;
    }
    let Ok(mut situation) = assume(answers, asked, today) else { return false };
    let without = standings(&situation, rules, today);
    let is_open = |row: &Standing<'_>| {
        let mut unsettled = row.unsettled.iter();
        row.status != Status::Outside && unsettled.any(|condition| matches!(condition.gate, Gate::Postal { .. }))
    };
    if !without.iter().any(is_open) {
        return false;
    }
    let decided = |row: &Standing<'_>| (row.status == Status::Outside, row.unsettled.is_empty());
    let elsewhere = PostalCode::parse(NOWHERE).ok();
    areas.into_iter().chain([elsewhere]).flatten().any(|area| {
        situation.postal = Some(area);
        !standings(&situation, rules, today).iter().map(decided).eq(without.iter().map(decided))
    })
}

/// A code of the town, as an example: the first that a rule names. Empty where none does.
pub fn example_code(programme: &Programme, today: NaiveDate) -> String {
    let offers = rules_on(programme, today).into_iter().flat_map(|rules| &rules.facilities).flat_map(|one| &one.offers);
    let mut prefixes = offers.flat_map(|offer| &offer.conditions).filter_map(|condition| match &condition.gate {
        Gate::Postal { prefixes, .. } => prefixes.first(),
        Gate::Ask => None,
    });
    let code = prefixes.next().and_then(|prefix| first_code(prefix));
    code.map(|code| code.as_str().to_owned()).unwrap_or_default()
}

/// A code that no municipality has.
const NOWHERE: &str = "0000000";

/// The first code that begins so.
fn first_code(prefix: &str) -> Option<PostalCode> {
    let rest = NOWHERE.get(prefix.len()..)?;
    PostalCode::parse(&[prefix, rest].concat()).ok()
}

/// The answers about the baby alone: health and the rest close nothing that the age leaves open.
fn of_baby(answers: &Answers) -> Answers {
    Answers { baby: answers.baby, preterm: answers.preterm, ..Answers::default() }
}
