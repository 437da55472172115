//! Age limits.

use super::super::place::{Place, quoted};
use super::super::shape;
use crate::domain::age::AgeLimit;
use crate::domain::calendar::Months;
use crate::domain::programme::{PastLimit, PrintedLimit};
use crate::domain::source::Sourced;

/// The forms that a limit may take, for a sentence.
const FORMS: &str = "months_and_zero_days、under_months、through_day、under_days、within_months、through_months_old、\
                     through_weeks_old、about_months、ask_after_months のどれか1つ";

/// What a number of months may be.
const MONTHS: &str = "1〜24 の数（か月）";

/// The limit of a programme or of one of its services, with its source.
pub(super) fn of_programme(limit: &Option<shape::Limit>, place: &Place<'_>) -> Option<Sourced<PrintedLimit>> {
    let limit = limit.as_ref()?;
    let here = place.key("limit");
    let printed = printed(limit, &here);
    here.sourced(printed, &limit.source)
}

/// The limit of a facility, which stands where its row stands.
pub(super) fn of_facility(limit: &shape::Limit, place: &Place<'_>) -> Option<PrintedLimit> {
    if let Some(source) = &limit.source {
        place.key("source").value(quoted(source), "書きません。施設の行の出典を使います");
    }
    if limit.past_it.is_some() {
        place.key("past_it").problem("施設の時期に `past_it` があります", "期間とサービスの時期にだけ書きます");
    }
    printed(limit, place)
}

fn printed(limit: &shape::Limit, place: &Place<'_>) -> Option<PrintedLimit> {
    let phrase = place.text("phrase", &limit.phrase);
    let months = |key: &'static str, value: Option<u8>, form: fn(Months) -> AgeLimit| {
        let value = value?;
        let made = place.key(key).checked(value, Months::new(value), MONTHS).map(form);
        Some((key, u16::from(value), made))
    };
    let days = |key: &'static str, value: Option<u16>, form: fn(u16) -> AgeLimit| {
        let value = value?;
        if value == 0 || value > 730 {
            place.key(key).value(value, "1〜730 の数（日）");
        }
        Some((key, value, Some(form(value))))
    };
    let weeks = limit.through_weeks_old.map(|weeks| {
        if weeks == 0 || weeks > 104 {
            place.key("through_weeks_old").value(weeks, "1〜104 の数（週）");
        }
        ("through_weeks_old", u16::from(weeks), Some(AgeLimit::ThroughWeeksOld(weeks)))
    });
    let forms = [
        months("months_and_zero_days", limit.months_and_zero_days, AgeLimit::MonthsAndZeroDays),
        months("under_months", limit.under_months, AgeLimit::UnderMonths),
        days("through_day", limit.through_day, AgeLimit::ThroughDay),
        days("under_days", limit.under_days, AgeLimit::UnderDays),
        months("within_months", limit.within_months, AgeLimit::WithinMonths),
        months("through_months_old", limit.through_months_old, AgeLimit::ThroughMonthsOld),
        weeks,
        months("about_months", limit.about_months, AgeLimit::AboutMonths),
        months("ask_after_months", limit.ask_after_months, AgeLimit::AskAfterMonths),
    ];
    let preparation = limit.in_preparation_from;
    let in_preparation_from =
        preparation.and_then(|from| place.key("in_preparation_from").checked(from, Months::new(from), MONTHS));
    let past_it = limit.past_it.map_or(PastLimit::Unstated, shape::PastIt::value);
    let mut given = forms.into_iter().flatten();
    let Some((key, number, form)) = given.next() else {
        place.problem("時期の読み方のキーがありません", FORMS);
        return None;
    };
    if let Some((other, ..)) = given.next() {
        place.problem(format!("`{key}` と `{other}` の両方があります"), FORMS);
    }
    if let Some(from) = preparation.filter(|from| key.contains("months") && u16::from(*from) > number) {
        place.key("in_preparation_from").value(from, format!("`{key}` の {number} 以下の数"));
    }
    let (phrase, form) = (phrase?, form?);
    if !says(&phrase, number) {
        place.key(key).value(number, format!("`phrase` の {} にある数", quoted(&phrase)));
    }
    Some(PrintedLimit { phrase, limit: form, in_preparation_from, past_it })
}

/// Whether the printed phrase has this number, or, for 12 months, speaks of a year. A phrase without digits says nothing
/// against it.
fn says(phrase: &str, number: u16) -> bool {
    let digits: String = phrase.chars().map(|letter| half_width(letter).unwrap_or(' ')).collect();
    let mut numbers = digits.split_whitespace().peekable();
    let of_a_year = number == 12 && ["年", "歳"].iter().any(|year| phrase.contains(year));
    numbers.peek().is_none() || of_a_year || numbers.any(|printed| printed.parse() == Ok(number))
}

/// A digit, printed in either width.
fn half_width(letter: char) -> Option<char> {
    let full = u32::from(letter).checked_sub(u32::from('０')).filter(|digit| *digit < 10);
    full.and_then(|digit| char::from_digit(digit, 10)).or_else(|| Some(letter).filter(char::is_ascii_digit))
}
