//! Digits to answers.

use chrono::{Days, NaiveDate};

use super::digits;
use super::layout::{
    APPLIED, APPLIED_HOW, END_OF_ID, FILLERS, FIRST_DATE, Form, HOUSEHOLDS, MEDICAL_CARES, MOST_PLANNED, MOST_USED,
    SERVICES, WISHES, baby, is_id, known, use_bits, width,
};
use crate::domain::household::Babies;
use crate::domain::service::Service;
use crate::domain::situation::PostalCode;
use crate::domain::uses::{Cancellation, Length, PlannedUse, Use};
use crate::interview::answers::{Answers, BabyAnswer, PostalAnswer, PretermAnswer, Wish};

/// The answers of a record's body; `None` where a value can't be, or something is left over.
pub fn answers(body: &str, form: Form) -> Option<Answers> {
    let mut rest = Rest(body);
    let mut answers = Answers {
        baby: match rest.digit()? {
            baby::ABSENT => None,
            baby::BORN => Some(BabyAnswer::Born(rest.date()?)),
            baby::EXPECTED => Some(BabyAnswer::Expected(rest.date()?)),
            _ => return None,
        },
        preterm: match rest.digit()? {
            known::ABSENT => None,
            known::UNKNOWN => Some(PretermAnswer::Unknown),
            known::GIVEN => Some(PretermAnswer::DueOn(rest.date()?)),
            known::NO => Some(PretermAnswer::No),
            _ => return None,
        },
        babies: match rest.digit()? {
            0 => None,
            babies => Some(Babies::new(u8::try_from(babies).ok()?).ok()?),
        },
        household: rest.choice(&HOUSEHOLDS)?,
        medical_care: rest.choice(&MEDICAL_CARES)?,
        applied: rest.choice(&APPLIED)?,
        postal: match rest.digit()? {
            known::ABSENT => None,
            known::UNKNOWN => Some(PostalAnswer::Unknown),
            known::GIVEN => Some(PostalAnswer::Code(rest.postal()?)),
            _ => return None,
        },
        ..Answers::default()
    };
    if form != Form::First {
        answers.wish = rest.choice(&WISHES)?;
        answers.applied_how = rest.choice(&APPLIED_HOW)?;
        answers.uses_of = match rest.digit()? {
            known::ABSENT => None,
            known::GIVEN => Some(rest.date()?),
            _ => return None,
        };
    }
    answers.used =
        rest.list(MOST_USED, |rest| rest.one_use().filter(|(_, beside)| *beside == 0).map(|(used, _)| used))?;
    answers.planned = rest.list(MOST_PLANNED, Rest::planned_use)?;
    if form == Form::Third {
        rest.filler()?;
    }
    // One who had answered all that was asked then is not asked once more before she sees anything.
    if form == Form::First && answers.medical_care.is_some() {
        answers.wish = Some(Wish::Nothing);
    }
    if form == Form::First && !(answers.used.is_empty() && answers.planned.is_empty()) {
        answers.uses_of = answers.baby.map(BabyAnswer::date);
    }
    rest.0.is_empty().then_some(answers)
}

/// What is not read yet.
struct Rest<'a>(&'a str);

impl<'a> Rest<'a> {
    fn number(&mut self, count: usize) -> Option<u32> {
        let (digits, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        digits::value(digits)
    }

    fn digit(&mut self) -> Option<u32> {
        self.number(1)
    }

    /// The digit at the end that means nothing.
    fn filler(&mut self) -> Option<()> {
        let (filler, rest) = self.0.split_at_checked(1)?;
        self.0 = rest;
        FILLERS.contains(&filler).then_some(())
    }

    fn date(&mut self) -> Option<NaiveDate> {
        FIRST_DATE.checked_add_days(Days::new(self.number(width::DATE)?.into()))
    }

    /// Outside, whether there is a value that can be; inside, whether there is an answer.
    fn choice<T: Copy>(&mut self, all: &[T]) -> Option<Option<T>> {
        match usize::try_from(self.digit()?).ok()?.checked_sub(1) {
            None => Some(None),
            Some(place) => all.get(place).map(|answer| Some(*answer)),
        }
    }

    fn postal(&mut self) -> Option<PostalCode> {
        let number = self.number(width::POSTAL)?.to_string();
        let zeros = "0".repeat(7_usize.checked_sub(number.len())?);
        PostalCode::parse(&[zeros, number].concat()).ok()
    }

    fn list<T>(&mut self, most: usize, mut one: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = usize::try_from(self.digit()?).ok().filter(|count| *count <= most)?;
        (0..count).map(|_| one(self)).collect()
    }

    /// A use, and the bits that say what stands beside it.
    fn one_use(&mut self) -> Option<(Use, u32)> {
        let digit = self.digit()?;
        let service = *SERVICES.get(usize::try_from(digit.checked_div(use_bits::ALL)?).ok()?)?;
        let nights = match service {
            Service::Stay => {
                let nights = u16::try_from(self.digit()?).ok()?;
                Some(Some(nights).filter(|nights| (1..=Length::MOST_NIGHTS).contains(nights))?)
            }
            Service::DayCare | Service::HomeVisit => None,
        };
        let hours = match digit & use_bits::HOURS {
            0 => None,
            _ => {
                let hours = u16::try_from(self.number(width::HOURS)?).ok()?;
                Some(Some(hours).filter(|hours| (1..=Length::MOST_HOURS).contains(hours))?)
            }
        };
        let length = match nights {
            Some(nights) => Length::Nights { nights, hours },
            None => Length::Visit { hours },
        };
        let cancelled = if digit & use_bits::CANCELLED == 0 { Cancellation::None } else { Cancellation::Late };
        Some((Use { service, length, cancelled }, digit & (use_bits::DATE | use_bits::FACILITY)))
    }

    fn planned_use(&mut self) -> Option<PlannedUse> {
        let (wanted, beside) = self.one_use()?;
        let date = match beside & use_bits::DATE {
            0 => None,
            _ => Some(self.date()?),
        };
        let facility = match beside & use_bits::FACILITY {
            0 => None,
            _ => {
                let (id, rest) = self.0.split_once(END_OF_ID).filter(|(id, _)| is_id(id))?;
                self.0 = rest;
                Some(id.to_owned())
            }
        };
        Some(PlannedUse { wanted, facility, date })
    }
}
