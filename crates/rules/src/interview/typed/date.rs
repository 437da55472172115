//! A date typed into three fields.

use chrono::{Datelike, NaiveDate};

use super::{number, plain};

/// One of the three fields of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateField {
    /// 年.
    Year,
    /// 月.
    Month,
    /// 日.
    Day,
}

/// An era that a year may be typed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Era {
    /// 昭和, 1 to 64: no baby's, and what she means all the same.
    Showa,
    /// 平成, 1 to 31.
    Heisei,
    /// 令和, 1 to 99.
    Reiwa,
}

impl Era {
    /// Its last year that can be typed.
    pub fn last_year(self) -> u32 {
        match self {
            Era::Showa => 64,
            Era::Heisei => 31,
            Era::Reiwa => 99,
        }
    }

    /// The year before its first.
    fn offset(self) -> u32 {
        match self {
            Era::Showa => 1925,
            Era::Heisei => 1988,
            Era::Reiwa => 2018,
        }
    }
}

/// Why typed text is no date, by the first field that has something wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateProblem {
    /// The field is empty.
    Empty(DateField),
    /// The field is no number.
    NotANumber(DateField),
    /// The year is no year of its era (令和0年, 平成32年).
    EraYear(Era),
    /// The year has neither one, two nor four digits.
    YearForm,
    /// The month is not 1 to 12.
    Month,
    /// The day is not 1 to 31, or the month has no such day.
    Day {
        /// The month, 1 to 12.
        month: u32,
        /// Its last day, 28 to 31.
        last: u32,
    },
    /// 29 February of a common year.
    NotLeapYear {
        /// The year of our era.
        year: i32,
    },
}

impl DateProblem {
    /// The field beside which it is said.
    pub fn field(self) -> DateField {
        match self {
            DateProblem::Empty(field) | DateProblem::NotANumber(field) => field,
            DateProblem::EraYear(_) | DateProblem::YearForm => DateField::Year,
            DateProblem::Month => DateField::Month,
            DateProblem::Day { .. } | DateProblem::NotLeapYear { .. } => DateField::Day,
        }
    }
}

/// Reads a date from the texts of the three fields.
///
/// A year may be 「2026」, 「2026年」, 「令和8」, 「R8」, 「平成31」, 「H31」, 「昭和60」 or 「8」 alone, which means 令和8. A two-digit
/// year that 令和 reaches only after next year, and this century by then, is of this century: in 2026, 「26」 is 2026.
///
/// # Errors
/// The first field that has something wrong, and what.
pub fn read_date(year: &str, month: &str, day: &str, today: NaiveDate) -> Result<NaiveDate, DateProblem> {
    let year = read_year(year, today)?;
    let month = read_number(month, '月', DateField::Month)?;
    if !(1..=12).contains(&month) {
        return Err(DateProblem::Month);
    }
    let day = read_number(day, '日', DateField::Day)?;
    NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| match (month, day) {
        (2, 29) => DateProblem::NotLeapYear { year },
        _ => DateProblem::Day { month, last: last_day(year, month) },
    })
}

/// Reads a year alone, in any of the forms in which [`read_date`] takes one.
///
/// # Errors
/// What is wrong with it.
pub fn read_year(text: &str, today: NaiveDate) -> Result<i32, DateProblem> {
    let typed = plain(text);
    let typed = typed.strip_suffix('年').unwrap_or(&typed);
    if typed.is_empty() {
        return Err(DateProblem::Empty(DateField::Year));
    }
    let era = [("令和", Era::Reiwa), ("㋿", Era::Reiwa), ("R", Era::Reiwa)]
        .into_iter()
        .chain([("平成", Era::Heisei), ("㍻", Era::Heisei), ("H", Era::Heisei)])
        .chain([("昭和", Era::Showa), ("㍼", Era::Showa), ("S", Era::Showa)])
        .find_map(|(name, era)| Some((era, typed.strip_prefix(name)?)));
    match era {
        Some((era, rest)) => {
            let rest = rest.trim_start_matches('.');
            let count = if rest == "元" { Some(1) } else { number(rest) };
            year_of(era, count.ok_or(DateProblem::NotANumber(DateField::Year))?)
        }
        None => match number(typed).ok_or(DateProblem::NotANumber(DateField::Year))? {
            count @ 0..=99 => {
                let soonest = i64::from(today.year()).saturating_add(1);
                let this_century = i64::from(count).saturating_add(2000);
                match year_of(Era::Reiwa, count)? {
                    reiwa if i64::from(reiwa) > soonest && this_century <= soonest => Ok(narrow(this_century)),
                    reiwa => Ok(reiwa),
                }
            }
            year @ 1000..=9999 => Ok(narrow(year.into())),
            _ => Err(DateProblem::YearForm),
        },
    }
}

fn year_of(era: Era, count: u32) -> Result<i32, DateProblem> {
    if (1..=era.last_year()).contains(&count) {
        Ok(narrow(era.offset().saturating_add(count).into()))
    } else {
        Err(DateProblem::EraYear(era))
    }
}

/// A year of at most four digits.
fn narrow(year: i64) -> i32 {
    i32::try_from(year).unwrap_or(i32::MAX)
}

fn read_number(text: &str, unit: char, field: DateField) -> Result<u32, DateProblem> {
    let typed = plain(text);
    match typed.strip_suffix(unit).unwrap_or(&typed) {
        "" => Err(DateProblem::Empty(field)),
        digits => number(digits).ok_or(DateProblem::NotANumber(field)),
    }
}

fn last_day(year: i32, month: u32) -> u32 {
    (28..=31).rev().find(|day| NaiveDate::from_ymd_opt(year, month, *day).is_some()).unwrap_or(31)
}
