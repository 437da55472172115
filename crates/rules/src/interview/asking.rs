//! Which questions matter, which comes next, and her situation once none is left.

use chrono::NaiveDate;

use super::answers::{Answers, BabyAnswer, PretermAnswer};
use super::question::Question;
use super::situation::{SituationProblem, assume, check_birth, check_due_of_birth, problem};
use crate::domain::calendar::days_after;
use crate::domain::plan::{Standing, Status, corrected_until, standings};
use crate::domain::programme::{Extension, Gate, NeededBy, Programme, Rules};
use crate::domain::situation::{PostalCode, Situation};

/// The questions that matter under `programme` for these answers, in asking order.
///
/// A question matters where its answer can change what is said to her. Which ones do can change with each answer.
pub fn questions(answers: &Answers, programme: &Programme, today: NaiveDate) -> Vec<Question> {
    let mut questions = vec![Question::Baby];
    let Some(rules) = programme.rules_on(today) else { return questions };
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

/// Her situation under `programme` on `today`, of the answers that matter there.
///
/// What is not asked is taken as one baby, or as not known.
///
/// # Errors
/// The first question that has no answer, or a date that is not possible today.
pub fn situation(answers: &Answers, programme: &Programme, today: NaiveDate) -> Result<Situation, SituationProblem> {
    let questions = questions(answers, programme, today);
    match questions.iter().find_map(|question| problem(*question, answers, today)) {
        Some(problem) => Err(problem),
        None => assume(answers, &questions, today),
    }
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
    let offers = programme.rules_on(today).into_iter().flat_map(|rules| &rules.facilities).flat_map(|one| &one.offers);
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
