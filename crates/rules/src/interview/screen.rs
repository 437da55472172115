//! The screens, and the part of an address that names each.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::answers::{Answers, BabyAnswer};
use super::asking::{next, questions};
use super::question::Question;
use super::situation::problem;
use crate::domain::programme::Programme;

/// A screen. Each has its own address, so that plain links and the browser's own way back lead to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screen {
    /// Where a town's page begins: go on, begin anew, or what the leaflet says.
    #[default]
    Start,
    /// The date of birth.
    Born,
    /// The due date of a baby that is not born yet.
    Expected,
    /// A question. That for [`Question::Baby`] is the choice between [`Screen::Born`] and [`Screen::Expected`].
    Ask(Question),
    /// What she can use.
    Result,
    /// 「いま、つらい」.
    Help,
    /// For a mother whose baby has died.
    Loss,
    /// Where her answers are kept.
    Privacy,
    /// The search for her municipality, on the first page.
    Search,
    /// What to do in a municipality that is not in the app yet.
    Elsewhere(TownCode),
    /// Answers that a link brought from another phone.
    Move,
}

/// A 全国地方公共団体コード: 6 digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TownCode([u8; 6]);

impl TownCode {
    /// The code in a text; `None` where that is not 6 digits.
    pub fn parse(text: &str) -> Option<TownCode> {
        let digits: [u8; 6] = text.as_bytes().try_into().ok()?;
        digits.iter().all(u8::is_ascii_digit).then_some(TownCode(digits))
    }

    /// Its digits.
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// What the fragment of [`Screen::Elsewhere`] begins with.
const ELSEWHERE: &str = "town-";

impl Screen {
    const NAMED: [(Screen, &'static str); 9] = [
        (Screen::Start, ""),
        (Screen::Born, "born"),
        (Screen::Expected, "expected"),
        (Screen::Result, "result"),
        (Screen::Help, "help"),
        (Screen::Loss, "loss"),
        (Screen::Privacy, "privacy"),
        (Screen::Search, "search"),
        (Screen::Move, "move"),
    ];

    /// Its fragment, without the `#`; empty for the start.
    pub fn fragment(self) -> Cow<'static, str> {
        match self {
            Screen::Ask(question) => question.slug().into(),
            Screen::Elsewhere(code) => [ELSEWHERE, code.as_str()].concat().into(),
            _ => Self::NAMED.into_iter().find(|(screen, _)| *screen == self).map_or("", |(_, name)| name).into(),
        }
    }

    /// The screen of a fragment, given without the `#`; `None` where it names no screen.
    pub fn from_fragment(fragment: &str) -> Option<Screen> {
        let named = Self::NAMED.into_iter().find(|(_, name)| *name == fragment).map(|(screen, _)| screen);
        let elsewhere = || fragment.strip_prefix(ELSEWHERE).and_then(TownCode::parse).map(Screen::Elsewhere);
        named.or_else(|| Question::from_slug(fragment).map(Screen::Ask)).or_else(elsewhere)
    }

    /// Where she goes on: the next question, or the result where every question has its answer.
    pub fn next(answers: &Answers, programme: &Programme, today: NaiveDate) -> Screen {
        next(answers, programme, today).map_or(Screen::Result, Screen::Ask)
    }

    /// Whether it is read beside another screen, which stays as it is beneath, and to which it leads back.
    pub fn is_beside(self) -> bool {
        matches!(self, Screen::Help | Screen::Loss | Screen::Privacy)
    }

    /// Whether one who comes from it to the screen before goes on there where she was.
    pub fn leads_back(self) -> bool {
        self.is_beside() || matches!(self, Screen::Elsewhere(_))
    }

    /// Whether nobody comes to it who has not answered something before.
    pub fn rests_on_answers(self) -> bool {
        matches!(self, Screen::Result) || matches!(self, Screen::Ask(question) if question != Question::Baby)
    }

    /// What is shown to one who comes to this screen: itself, unless answers are missing for it or its question does not
    /// matter; then where she goes on. The screens of the first page have no place here: the start stands for them.
    pub fn shown(self, answers: &Answers, programme: &Programme, today: NaiveDate) -> Screen {
        let fits = match self {
            Screen::Search | Screen::Elsewhere(_) => return Screen::Start,
            Screen::Result => next(answers, programme, today).is_none(),
            Screen::Ask(question) => questions(answers, programme, today).contains(&question),
            Screen::Start
            | Screen::Born
            | Screen::Expected
            | Screen::Help
            | Screen::Loss
            | Screen::Privacy
            | Screen::Move => true,
        };
        if fits { self } else { Screen::next(answers, programme, today) }
    }
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
