//! Mothers who do not exist, in every situation that a line may name.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use sango_navi::domain::household::{Babies, Household};
use sango_navi::domain::situation::{Applied, Baby, MedicalCare, PostalCode};
use sango_navi::domain::uses::{Cancellation, Length, PlannedUse, Use};
use sango_navi::domain::{Service, Situation};
use sango_navi::interview::{Answers, BabyAnswer, PostalAnswer, PretermAnswer};

use super::tape::Tape;

/// A situation, and the moment at which it is one.
pub fn situation(tape: &mut Tape<'_>) -> (Situation, NaiveDateTime) {
    let now = moment(tape);
    let today = now.date();
    let situation = Situation {
        baby: baby(today, tape),
        babies: Babies::new(if tape.once_in(3) { tape.within(2, 9) as u8 } else { 1 }).unwrap_or(Babies::ONE),
        household: tape.one(&[
            Household::General,
            Household::TaxExempt,
            Household::PublicAssistance,
            Household::Unknown,
        ]),
        medical_care: tape.one(&[MedicalCare::No, MedicalCare::Needed, MedicalCare::IllToday, MedicalCare::Unknown]),
        applied: tape.one(&[Applied::Yes, Applied::No, Applied::Unknown]),
        postal: PostalCode::parse(tape.one(&["", "1780063", "1140001", "0700033"])).ok(),
        used: (0..tape.below(9)).map(|_| one_use(tape)).collect(),
        planned: (0..tape.below(5)).map(|_| planned(today, tape)).collect(),
    };
    (situation, now)
}

/// Answers that a browser may have kept.
pub fn answers(tape: &mut Tape<'_>) -> Answers {
    let (situation, _) = situation(tape);
    Answers {
        baby: Some(match situation.baby {
            Baby::Born { birth, .. } => BabyAnswer::Born(birth),
            Baby::Expected { due } => BabyAnswer::Expected(due),
        }),
        preterm: tape.one(&[None, Some(PretermAnswer::No), situation.baby.due().map(PretermAnswer::DueOn)]),
        babies: Some(situation.babies),
        household: Some(situation.household),
        medical_care: Some(situation.medical_care),
        applied: Some(situation.applied),
        postal: situation.postal.map(PostalAnswer::Code),
        used: situation.used,
        planned: situation.planned,
        ..Answers::default()
    }
}

/// A moment, mostly of these years; often at an edge of the day, of February or of a year, rarely any that a clock may show.
fn moment(tape: &mut Tape<'_>) -> NaiveDateTime {
    let day = match tape.below(64) {
        63 => tape.one(&[NaiveDate::MIN, NaiveDate::MAX, NaiveDate::default()]),
        43..63 => edge(tape),
        _ => after(NaiveDate::default(), 20_089 + tape.below(1600)),
    };
    let minute = if tape.once_in(4) { tape.one(&[0, 1, 1439, 1438]) } else { tape.below(1440) };
    day.and_time(NaiveTime::MIN).checked_add_signed(TimeDelta::minutes(minute.into())).unwrap_or_default()
}

/// Where months, years and business years begin and end, in years with a leap day and without.
fn edge(tape: &mut Tape<'_>) -> NaiveDate {
    let year = tape.within(2020, 2040) as i32;
    let (month, day) = tape.one(&[(2, 29), (2, 28), (3, 1), (3, 31), (4, 1), (12, 28), (12, 31), (1, 1), (1, 3)]);
    NaiveDate::from_ymd_opt(year, month, day).or(NaiveDate::from_ymd_opt(2024, month, day)).unwrap_or_default()
}

fn after(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX)
}

fn before(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_sub_days(Days::new(days.into())).unwrap_or(NaiveDate::MIN)
}

fn baby(today: NaiveDate, tape: &mut Tape<'_>) -> Baby {
    let birth = before(today, tape.below(732));
    let due = match tape.below(4) {
        0 => None,
        1 => Some(before(birth, tape.below(29))),
        _ => Some(after(birth, tape.below(127))),
    };
    let expected = Baby::Expected { due: after(today, tape.below(295)) };
    if tape.once_in(8) {
        return expected;
    }
    Baby::new(Some(birth), due, today).unwrap_or(expected)
}

fn one_use(tape: &mut Tape<'_>) -> Use {
    let service = tape.one(&Service::ALL);
    let hours = tape.once_in(2).then(|| 1 + tape.below(u32::from(Length::MOST_HOURS)) as u16);
    let length = match service {
        Service::Stay => {
            let most = if tape.once_in(8) { u32::from(Length::MOST_NIGHTS) } else { 4 };
            Length::Nights { nights: tape.within(1, most) as u16, hours }
        }
        Service::DayCare | Service::HomeVisit => Length::Visit { hours },
    };
    let cancelled = if tape.once_in(4) { Cancellation::Late } else { Cancellation::None };
    Use { service, length, cancelled }
}

fn planned(today: NaiveDate, tape: &mut Tape<'_>) -> PlannedUse {
    let wanted = Use { cancelled: Cancellation::None, ..one_use(tape) };
    let facility = tape.one(&["", "f0", "f1", "f2", "03-5963-3311", "nowhere"]);
    let date = tape.once_in(2).then(|| {
        let near = after(today, tape.below(400));
        if tape.once_in(16) { tape.one(&[NaiveDate::MAX, NaiveDate::MIN, before(today, 9)]) } else { near }
    });
    PlannedUse { wanted, facility: (!facility.is_empty()).then(|| facility.to_owned()), date }
}
