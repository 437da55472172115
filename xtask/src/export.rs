//! `cargo xtask export`: all rule data as one JSON value, for other people's programs and a second pair of eyes.

mod fees;

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Result, bail};
use chrono::{NaiveDate, Weekday};
use sango_navi::domain::Programme;
use sango_navi::domain::clock::{Weekdays, WeeklyInterval};
use sango_navi::domain::deadlines::{Boundary, Lead};
use sango_navi::domain::phone::{Closure, Day, PhoneLine};
use sango_navi::domain::programme::{
    Body, Condition, Document, Facility, Gate, NameReading, NeededBy, Offer, Period, Precision, PrintedLimit, Remark,
    Rules,
};
use sango_navi::domain::quota::{MultiplesLimit, Pool};
use sango_navi::domain::service::{Service, Services};
use sango_navi::domain::source::{Source, Sourced};
use sango_navi::programmes::shape;
use serde_json::{Value, json};

/// Runs the command with the arguments that follow its name.
///
/// # Errors
///
/// Where the rule files have problems.
pub fn run(arguments: &[String]) -> Result<ExitCode> {
    if !arguments.is_empty() {
        bail!("`export` takes no arguments, found {}", arguments.len());
    }
    let mut text = serde_json::to_string_pretty(&value(&crate::rule_files::load()?))?;
    text.push('\n');
    std::io::stdout().lock().write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// All rule data.
pub fn value(programmes: &[Programme]) -> Value {
    json!({ "programmes": programmes.iter().map(programme).collect::<Vec<_>>() })
}

/// One programme. Rules that change with time stand under `periods`; a facility row says which of them it belongs to.
fn programme(programme: &Programme) -> Value {
    let periods: &[Period] = match &programme.body {
        Body::Scheme(periods) => periods,
        Body::Association(_) => &[],
    };
    let facilities = periods.iter().enumerate().flat_map(|(index, period)| rows(programme, index, &period.rules));
    let contact = |contact: &sango_navi::domain::programme::Contact| json!({ "name": contact.name, "tel": contact.tel.as_ref().map(|tel| tel.as_str()) });
    let mut value = json!({
        "municipality": programme.id,
        "code": programme.code,
        "name": programme.title,
        "town": programme.name,
        "reading": programme.reading,
        "prefecture": programme.prefecture,
        "edition": programme.documents.first().map(edition),
        "documents": programme.documents.iter().map(document).collect::<Vec<_>>(),
        "contacts": programme.contacts.iter().map(contact).collect::<Vec<_>>(),
        "periods": periods.iter().map(|period| self::period(programme, period)).collect::<Vec<_>>(),
        "facilities": facilities.collect::<Vec<_>>(),
    });
    if let (Body::Association(association), Some(object)) = (&programme.body, value.as_object_mut()) {
        let remarks: Vec<Value> = association.remarks.iter().map(|own| remark(programme, own)).collect();
        object.insert("association".to_owned(), json!({ "covers": association.covers, "remarks": remarks }));
    }
    value
}

fn edition(document: &Document) -> Value {
    let (date, month) = match document.edition.precision {
        Precision::Day => (day(document.edition.date), None),
        Precision::Month => (None, document.edition.date.map(|date| date.format("%Y-%m").to_string())),
        Precision::Undated => (None, None),
    };
    json!({ "date": date, "month": month, "text": document.edition.text })
}

fn document(document: &Document) -> Value {
    json!({
        "title": document.title,
        "publisher": document.publisher,
        "url": document.url,
        "edition": edition(document),
        "checked": day(document.checked),
        "expires": day(document.expires),
    })
}

fn day(date: Option<NaiveDate>) -> Option<String> {
    date.map(|date| date.format("%Y-%m-%d").to_string())
}

fn source(programme: &Programme, source: &Source) -> Value {
    let document = programme.documents.get(usize::from(source.document));
    json!({ "document": document.map(|document| &document.title), "place": source.place })
}

fn remark(programme: &Programme, remark: &Remark) -> Value {
    json!({
        "id": remark.id,
        "text": remark.text,
        "services": services(remark.services),
        "source": source(programme, &remark.source),
    })
}

fn services(services: Services) -> Vec<Option<shape::Service>> {
    services.iter().map(|service| shape::Service::of(&service)).collect()
}

/// The rules of a period beside its facilities.
fn period(programme: &Programme, period: &Period) -> Value {
    let rules = &period.rules;
    let from = |at: &Source| source(programme, at);
    let text = |own: &Sourced<String>| json!({ "text": own.value, "source": from(&own.source) });
    let service = |own: &sango_navi::domain::programme::ServiceRules| {
        json!({
            "service": shape::Service::of(&own.service),
            "name": own.name,
            "limit": own.limit.as_ref().map(|limit| &limit.value.phrase),
            "fees": fees::of(own),
            "includes": own.includes.iter().map(text).collect::<Vec<_>>(),
        })
    };
    let extra = |own: &Sourced<sango_navi::domain::programme::Extra>| {
        json!({
            "text": own.value.text,
            "services": services(own.value.services),
            "yen": own.value.yen.map(|yen| yen.0),
            "source": from(&own.source),
        })
    };
    let item = |own: &Sourced<sango_navi::domain::programme::Item>| {
        json!({
            "text": own.value.text,
            "occasion": shape::Occasion::of(&own.value.occasion),
            "needed_by": needed_by(own.value.needed_by),
            "services": services(own.value.services),
            "source": from(&own.source),
        })
    };
    json!({
        "from": day(period.from),
        "until": day(period.until),
        "limit": rules.limit.as_ref().map(|limit| &limit.value.phrase),
        "services": rules.services.iter().map(service).collect::<Vec<_>>(),
        "corrected_age": rules.corrected_age.as_ref().and_then(|rule| shape::Extension::of(&rule.value.extension)),
        "treatment": rules.treatment.as_ref().and_then(|rule| shape::Treatment::of(&rule.value)),
        "pools": rules.pools.iter().map(|pool| self::pool(&pool.value, from(&pool.source))).collect::<Vec<_>>(),
        "late_cancellation": shape::LateCancellation::of(&rules.late_cancellation),
        "application": application(rules, from(&rules.application.source)),
        "cancel": rules.cancellation.as_ref().map(|own| json!({
            "days_before": 1,
            "time": own.value.time.to_string(),
            "inclusive": own.value.boundary == Boundary::Inclusive,
            "via": own.value.via.and_then(|via| shape::Via::of(&via)),
            "day_off": shape::DayOff::of(&own.value.day_off),
            "consequence": own.value.consequence,
            "source": from(&own.source),
        })),
        "extras": rules.extras.iter().map(extra).collect::<Vec<_>>(),
        "steps": rules.steps.iter().map(text).collect::<Vec<_>>(),
        "items": rules.documents.iter().map(item).collect::<Vec<_>>(),
        "remarks": rules.remarks.iter().map(|own| remark(programme, own)).collect::<Vec<_>>(),
    })
}

fn needed_by(by: NeededBy) -> Value {
    match by {
        NeededBy::AppliedOnlineSince(date) => json!({ "applied_online_since": day(Some(date)) }),
        NeededBy::AppliedOnPaperOrBefore(date) => json!({ "applied_on_paper_or_before": day(Some(date)) }),
        NeededBy::Everyone | NeededBy::TaxExempt | NeededBy::PublicAssistance => json!(shape::NeededBy::of(&by)),
    }
}

fn pool(pool: &Pool, source: Value) -> Value {
    let multiples = match pool.multiples {
        MultiplesLimit::Printed(limit) => json!(limit),
        MultiplesLimit::Same => Value::Null,
        MultiplesLimit::MoreUnprinted => json!(shape::MultiplesLimit::MoreUnprinted),
    };
    let stays = pool.services.contains(Service::Stay);
    json!({
        "services": services(pool.services),
        "single": pool.single,
        "multiples": multiples,
        "unit": shape::Unit::of(&pool.unit),
        "stay_counts": shape::StayCounts::of(&pool.stay).filter(|_| stays),
        "firmness": shape::Firmness::of(&pool.firmness),
        "source": source,
    })
}

fn application(rules: &Rules, source: Value) -> Value {
    let application = &rules.application.value;
    let lead = application.lead.map(|lead| match lead {
        Lead::BusinessDaysToFacility(days) => json!({ "business_days_to_facility": days }),
        Lead::CalendarDaysOnline(days) => json!({ "calendar_days_online": days }),
    });
    json!({
        "from_week": application.from_week.map(|week| week.get()),
        "processing_business_days": application.processing,
        "lead": lead,
        "ways": application.ways.iter().map(shape::Via::of).collect::<Vec<_>>(),
        "booking_from": shape::BookingFrom::of(&application.booking_from),
        "source": source,
    })
}

/// One row per facility and service: stays, day care, visits, each in printed order.
fn rows<'p>(programme: &'p Programme, period: usize, rules: &'p Rules) -> impl Iterator<Item = Value> + 'p {
    Service::ALL.into_iter().flat_map(move |service| {
        rules.facilities.iter().flat_map(move |facility| {
            let offers = facility.offers.iter().filter(move |offer| offer.service == service);
            offers.map(move |offer| row(programme, period, facility, offer))
        })
    })
}

fn row(programme: &Programme, period: usize, facility: &Facility, offer: &Offer) -> Value {
    let hours = offer.phone.hours();
    // Spans of the year before weekdays, whatever their order in print.
    let mut closed: Vec<String> = hours.map(|hours| hours.closed.iter().map(closure).collect()).unwrap_or_default();
    closed.sort();
    json!({
        "id": facility.id,
        "name": facility.name,
        "name_doubtful": facility.name_reading == NameReading::Doubtful,
        "service": shape::Service::of(&offer.service),
        "period": period,
        "address": offer.address,
        "tel": facility.tel.as_ref().map(|tel| tel.as_str()),
        "mail": facility.mail,
        "booking": offer.booking.iter().map(shape::Booking::of).collect::<Vec<_>>(),
        "no_phone_bookings": offer.phone == PhoneLine::NoBookings,
        "hours": hours.map(|hours| hours.weekly.iter().map(interval).collect::<Vec<_>>()).unwrap_or_default(),
        "holidays": hours.and_then(|hours| shape::Holidays::of(&hours.holidays)),
        "closed": closed,
        "limit": offer.limit.as_ref().map(|limit: &PrintedLimit| &limit.phrase),
        "care_days": offer.care_days.map(weekdays),
        "conditions": offer.conditions.iter().map(condition).collect::<Vec<_>>(),
        "tags": facility.tags,
        "remarks": facility.remarks.iter().chain(&offer.remarks).collect::<Vec<_>>(),
        "price": offer.price.map(|yen| yen.0),
        "source": source(programme, &offer.source),
    })
}

fn condition(condition: &Condition) -> Value {
    match &condition.gate {
        Gate::Ask => json!({ "text": condition.text, "postal": null, "elsewhere": null }),
        Gate::Postal { prefixes, elsewhere } => json!({
            "text": condition.text,
            "postal": prefixes,
            "elsewhere": shape::Elsewhere::of(elsewhere),
        }),
    }
}

fn interval(interval: &WeeklyInterval) -> Value {
    json!({
        "days": weekdays(interval.days),
        "open": interval.open.to_string(),
        "close": interval.close.to_string(),
    })
}

fn weekdays(days: Weekdays) -> Vec<&'static str> {
    days.iter().map(weekday).collect()
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "mon",
        Weekday::Tue => "tue",
        Weekday::Wed => "wed",
        Weekday::Thu => "thu",
        Weekday::Fri => "fri",
        Weekday::Sat => "sat",
        Weekday::Sun => "sun",
    }
}

/// `"12-29/01-03"` each year, `"sat#2"` each month.
fn closure(closure: &Closure) -> String {
    match closure {
        Closure::EachYear { from, until } => {
            format!("{:02}-{:02}/{:02}-{:02}", from.0, from.1, until.0, until.1)
        }
        Closure::NthWeekday { nth, weekday: day } => format!("{}#{nth}", weekday(Weekday::from(Day::clone(day)))),
    }
}
