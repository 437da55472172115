//! Dates to act by, and what can be said of a planned day.

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use super::answers::{CareDay, DateAnswer, EarliestUse, FacilityAnswer, PlannedAnswer, ServiceAnswer, Status, What};
use crate::domain::age::{LastDays, Verdict};
use crate::domain::business_days::{Certainty, CountedDay, business_days_after};
use crate::domain::calendar::days_after;
use crate::domain::deadlines::{At, Boundary, Deadline, Lead, Via, call_by};
use crate::domain::holidays::is_year_end;
use crate::domain::phone::{PhoneNow, PhoneState};
use crate::domain::programme::{Offer, Rules};
use crate::domain::service::Service;
use crate::domain::situation::{Applied, Situation};
use crate::domain::uses::PlannedUse;

/// All dates: those of the application first, then each planned use's.
pub fn dates(
    situation: &Situation,
    rules: &Rules,
    services: &[ServiceAnswer<'_>],
    now: NaiveDateTime,
) -> Vec<DateAnswer> {
    let in_reach = services.iter().any(|service| service.status != Status::Outside);
    let earliest = services.iter().filter_map(|service| service.usable_from).reduce(EarliestUse::or);
    let mut dates = Vec::new();
    // Who can use nothing has nothing to apply for.
    if in_reach && has_to_apply(situation, rules) {
        dates.extend(application_dates(situation, rules, earliest.map(|earliest| earliest.day), now.date()));
    }
    let has_ended = |of: Service| services.iter().any(|one| one.service() == of && one.has_ended(now.date()));
    for (index, planned) in situation.planned.iter().enumerate() {
        if let Some(date) = planned.date.filter(|_| !has_ended(planned.wanted.service)) {
            dates.extend(use_dates(situation, rules, planned, date).into_iter().map(|(what, deadline)| DateAnswer {
                what,
                service: Some(planned.wanted.service),
                planned: Some(index),
                deadline,
            }));
        }
    }
    dates
}

fn application_dates(
    situation: &Situation,
    rules: &Rules,
    earliest: Option<CountedDay>,
    today: NaiveDate,
) -> Vec<DateAnswer> {
    let application = &rules.application.value;
    let mut dates = Vec::new();
    let mut push = |what, date, certainty, via| {
        let deadline = Deadline { at: At::Date(date), boundary: Boundary::Inclusive, certainty, via };
        dates.push(DateAnswer { what, service: None, planned: None, deadline });
    };
    let way = application.ways.first().copied();
    let from = application.from_week.zip(situation.baby.due()).map(|(week, due)| week.begins(due));
    if let Some(from) = from {
        push(What::ApplyFrom, from, Certainty::Sure, way);
    }
    let born = situation.baby.born_by(today).is_some();
    if (born || from.is_none_or(|from| from <= today))
        && let Some(ready) = application.ready_about(today)
    {
        push(What::ReadyAbout, ready, Certainty::About, way);
    }
    if let Some(earliest) = earliest {
        push(What::EarliestUse, earliest.date, earliest.certainty, way);
    }
    dates
}

fn use_dates(situation: &Situation, rules: &Rules, planned: &PlannedUse, date: NaiveDate) -> Vec<(What, Deadline)> {
    let application = &rules.application.value;
    let offer = offer_of(rules, planned);
    let hours = offer.and_then(|offer| offer.phone.hours());
    let mut dates = Vec::new();
    if has_to_apply(situation, rules)
        && let Some(apply_by) = application.apply_by(date)
    {
        dates.push((What::ApplyBy, apply_by));
        if let Some(hours) = hours.filter(|_| apply_by.via == Some(Via::Facility)) {
            dates.extend(call_by(apply_by, hours).map(|deadline| (What::ApplyCallBy, deadline)));
        }
    }
    if let Some(cancellation) = &rules.cancellation {
        dates.push((What::CancelBy, cancellation.value.cancel_by(date)));
        dates.extend(cancellation.value.call_by(date, hours).map(|deadline| (What::CancelCallBy, deadline)));
    }
    dates
}

/// Whether she still has to apply before a use: always where each use is applied for at the facility, or where nobody
/// approves her once for all.
pub fn has_to_apply(situation: &Situation, rules: &Rules) -> bool {
    let application = &rules.application.value;
    let each_use = matches!(application.lead, Some(Lead::BusinessDaysToFacility(_)));
    each_use || !application.approves_first() || situation.applied != Applied::Yes
}

fn offer_of<'p>(rules: &'p Rules, planned: &PlannedUse) -> Option<&'p Offer> {
    let named = planned.facility.as_deref()?;
    rules.row_of(planned.wanted.service, named).map(|(_, offer)| offer)
}

/// One answer per planned use.
pub fn planned(
    situation: &Situation,
    rules: Option<&Rules>,
    services: &[ServiceAnswer<'_>],
    rows: &[FacilityAnswer<'_>],
    now: NaiveDateTime,
) -> Vec<PlannedAnswer> {
    let born = situation.baby.born_by(now.date()).is_some();
    let today = CountedDay { date: now.date(), certainty: Certainty::Sure };
    let earliest = |planned: &PlannedUse| {
        let rules = rules?;
        let service = planned.wanted.service;
        let chosen = planned.facility.as_deref();
        let row = chosen
            .and_then(|named| rows.iter().find(|row| row.offer.service == service && row.facility.is_called(named)));
        match row {
            Some(row) => usable_from(situation, rules, now.date(), Some(row.phone)),
            None => usable_from_any(situation, rules, service, rows, now.date()),
        }
    };
    situation
        .planned
        .iter()
        .map(|planned| PlannedAnswer {
            verdict: age_verdict(planned, services, rows).filter(|_| born),
            too_soon: planned.date.and_then(|date| {
                let earliest = earliest(planned).map_or(today, |earliest| earliest.day);
                (date < earliest.date).then_some(earliest)
            }),
            care_day: planned.date.zip(rules.and_then(|rules| offer_of(rules, planned))).and_then(care_day),
        })
        .collect()
}

/// The earliest day of use of one who applies now, at a facility with this phone; `None` where she has to apply no more, or
/// where nothing is printed. To a facility she applies for every use, approved or not.
pub fn usable_from(
    situation: &Situation,
    rules: &Rules,
    today: NaiveDate,
    phone: Option<PhoneNow>,
) -> Option<EarliestUse> {
    if !has_to_apply(situation, rules) {
        return None;
    }
    let application = &rules.application.value;
    let made_on = phone.map_or(today, |phone| application.made_on(today, phone));
    let day = application.earliest_use(made_on)?;
    // Whether it is answered today is not printed.
    let by_phone = matches!(application.lead, Some(Lead::BusinessDaysToFacility(_)));
    let is_unknown = by_phone && phone.is_some_and(|phone| phone.state == PhoneState::Confirm);
    let waits_over_year_end = today.iter_days().take_while(|day| *day < made_on).any(is_year_end);
    let certainty = if is_unknown || waits_over_year_end { Certainty::About } else { day.certainty };
    let careful = if is_unknown { application.earliest_use(business_days_after(today, 1).date)? } else { day };
    Some(EarliestUse { day: CountedDay { certainty, ..day }, careful: careful.date })
}

/// The earliest of these at any facility that gives the care and has not ended for her.
pub fn usable_from_any(
    situation: &Situation,
    rules: &Rules,
    service: Service,
    rows: &[FacilityAnswer<'_>],
    today: NaiveDate,
) -> Option<EarliestUse> {
    let of_service = rows.iter().filter(|row| row.offer.service == service && row.status != Status::Outside);
    let phones = of_service.map(|row| Some(row.phone));
    let days = phones.filter_map(|phone| usable_from(situation, rules, today, phone));
    let first = days.reduce(EarliestUse::or);
    first.or_else(|| usable_from(situation, rules, today, None))
}

/// Where one who applies today may be ready only after the last sure day, or where that has passed after the last possible one:
/// the earliest day of use, and that last day.
pub fn too_late(
    usable_from: Option<EarliestUse>,
    last_days: LastDays,
    corrected_until: Option<NaiveDate>,
    today: NaiveDate,
) -> Option<(CountedDay, NaiveDate)> {
    let sure = last_days.sure().filter(|sure| today <= *sure);
    let (earliest, last) = usable_from.zip(sure.or(last_days.possible().max(corrected_until)))?;
    (earliest.careful > last).then_some((earliest.day, last))
}

/// What the ages say of all days of a use.
fn age_verdict(planned: &PlannedUse, services: &[ServiceAnswer<'_>], rows: &[FacilityAnswer<'_>]) -> Option<Verdict> {
    let days = planned.date.zip(planned.last_day())?;
    let service = planned.wanted.service;
    match &planned.facility {
        Some(named) => rows
            .iter()
            .find(|row| row.offer.service == service && row.facility.is_called(named))
            .map(|row| verdict_of_days(row.last_days, row.corrected_until, days)),
        None => services
            .iter()
            .find(|answer| answer.service() == service)
            .map(|answer| verdict_of_days(answer.last_days, answer.corrected_until, days)),
    }
}

/// What last days say of all days of a use, given by its first and its last: a first day inside and a last day beyond is to
/// be confirmed.
pub fn verdict_of_days(
    last_days: LastDays,
    corrected_until: Option<NaiveDate>,
    (first, last): (NaiveDate, NaiveDate),
) -> Verdict {
    match (last_days.verdict(first), last_days.verdict(last)) {
        (Verdict::Within, Verdict::Within) => Verdict::Within,
        (Verdict::Outside, _) if corrected_until.is_none_or(|until| until < first) => Verdict::Outside,
        _ => Verdict::Confirm,
    }
}

fn care_day((date, offer): (NaiveDate, &Offer)) -> Option<CareDay> {
    let care = offer.care_days?;
    if care.contains(date.weekday()) {
        return Some(CareDay::Yes);
    }
    let next = (1..=7).map(|days| days_after(date, days)).find(|day| care.contains(day.weekday()))?;
    Some(CareDay::No { next })
}
