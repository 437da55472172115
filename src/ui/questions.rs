//! The screens of the interview: one question each.

use leptos::prelude::*;

use super::choices::{Chosen, choice, choices};
use super::date_entry::{Asked, date_entry};
use super::loss::after_loss;
use super::markup::{Markup, following, together};
use super::notice::notice;
use super::postal_entry::postal_entry;
use super::question::Frame;
use super::sentences::sentence;
use super::start::born_or_expected;
use crate::browser::Session;
use crate::domain::Programme;
use crate::domain::household::{Babies, Household};
use crate::domain::programme::Rules;
use crate::domain::situation::{Applied, MedicalCare};
use crate::interview::typed::Draft;
use crate::interview::{Answers, BabyAnswer, PretermAnswer, Question, Screen, Wish, next};
use crate::words::japanese;

/// The screen of a question.
pub fn question(question: Question, programme: &'static Programme, session: Session) -> Markup {
    let words = japanese();
    let answers = session.answers.get_untracked();
    let asked_again =
        answers.baby.is_some() && next(&answers, programme, session.today.get_untracked()) == Some(Question::Baby);
    let hint =
        if asked_again && question == Question::Baby { words.asked_again() } else { words.question_hint(question) };
    let body = match question {
        Question::Baby => born_or_expected(),
        Question::DueDate => due_date(&answers, session),
        Question::Babies => offer(
            [1, 2, 3].into_iter().filter_map(|count| Babies::new(count).ok()),
            answers.babies,
            |babies| {
                let counted = programme.rules_on(session.today.get_untracked()).is_some_and(Rules::counts_children);
                (words.babies(babies), if counted { words.babies_hint(babies) } else { "" })
            },
            |answers, babies| answers.babies = Some(babies),
            session,
        ),
        Question::Household => offer(
            [Household::General, Household::TaxExempt, Household::PublicAssistance, Household::Unknown],
            answers.household,
            |household| (words.household(household), ""),
            |answers, household| answers.household = Some(household),
            session,
        ),
        Question::Health => offer(
            [MedicalCare::No, MedicalCare::Needed, MedicalCare::IllToday, MedicalCare::Unknown],
            answers.medical_care,
            |care| (words.medical_care(care), words.medical_care_hint(care)),
            |answers, care| answers.medical_care = Some(care),
            session,
        ),
        Question::Applied => offer(
            [Applied::Yes, Applied::No, Applied::Unknown],
            answers.applied,
            |applied| (words.applied(applied), words.applied_hint(applied)),
            |answers, applied| answers.applied = Some(applied),
            session,
        ),
        Question::Wish => offer(
            [Wish::Sleep, Wish::Feeding, Wish::Learning, Wish::AtHome, Wish::Talking, Wish::Nothing],
            answers.wish,
            |wish| (words.wish(wish), ""),
            |answers, wish| answers.wish = Some(wish),
            session,
        ),
        Question::Postal => postal_entry(answers.postal, programme, session),
    };
    let body = match question {
        Question::DueDate | Question::Babies => together([body, after_loss()]),
        _ => body,
    };
    let frame = Frame::of(Screen::Ask(question), programme, session);
    frame.around(&words.question(question, programme), hint, body)
}

/// The date of birth.
pub fn born(programme: &'static Programme, session: Session) -> Markup {
    let words = japanese();
    let frame = Frame::of(Screen::Born, programme, session);
    let entry = date_entry(Asked::Birth, session);
    frame.around(
        words.born_question(),
        words.year_hint(),
        together([clock_doubt(programme, session), entry, after_loss()]),
    )
}

/// The due date of a baby that is not born yet.
pub fn expected(programme: &'static Programme, session: Session) -> Markup {
    let words = japanese();
    let frame = Frame::of(Screen::Expected, programme, session);
    let entry = date_entry(Asked::Due, session);
    frame.around(
        words.expected_question(),
        words.year_hint(),
        together([clock_doubt(programme, session), entry, after_loss()]),
    )
}

/// That the phone's clock is wrong, or may be: every date would be measured by it.
fn clock_doubt(programme: &'static Programme, session: Session) -> Markup {
    following(move || {
        let doubt = programme.clock_doubt(session.today.get());
        doubt.map(|doubt| notice(sentence(&japanese().clock_doubt(doubt, programme))))
    })
}

/// Whether it was born early, and the due date of one that was.
fn due_date(answers: &Answers, session: Session) -> Markup {
    let words = japanese();
    let Some(BabyAnswer::Born(birth)) = answers.baby else { return Markup::Nothing };
    let given = answers.preterm;
    let was_early = matches!(given, Some(PretermAnswer::DueOn(_)));
    // Begun, and left for the help lines: she goes on with it.
    let begun = given.is_none() && session.drafts().are_begun(Draft::DueOfBirth);
    let early = RwSignal::new(was_early || begun);
    let answer = move |preterm| {
        session.answer(|answers| answers.preterm = Some(preterm));
        session.go_on();
    };
    let chosen = |offered| Chosen::where_same(given, offered);
    let early_chosen = if was_early { Chosen::Before } else { Chosen::No };
    let entry = following(move || match early.get() {
        true => date_entry(Asked::DueOf(birth), session),
        false => Markup::Nothing,
    });
    let no = choice(words.not_preterm(), words.not_preterm_hint(), chosen(PretermAnswer::No), move || {
        answer(PretermAnswer::No);
    });
    let unknown = choice(words.unknown(), "", chosen(PretermAnswer::Unknown), move || answer(PretermAnswer::Unknown));
    let early = choice(words.preterm(), words.preterm_hint(), early_chosen, move || early.set(true));
    together([choices(vec![no, unknown, early]), entry])
}

/// One button for each answer.
fn offer<T: Copy + PartialEq + Send + 'static>(
    offered: impl IntoIterator<Item = T>,
    given: Option<T>,
    text: impl Fn(T) -> (&'static str, &'static str),
    put: fn(&mut Answers, T),
    session: Session,
) -> Markup {
    let buttons = offered.into_iter().map(|answer| {
        let (label, hint) = text(answer);
        choice(label, hint, Chosen::where_same(given, answer), move || {
            session.answer(|answers| put(answers, answer));
            session.go_on();
        })
    });
    choices(buttons.collect())
}
