//! The rules of a period.

use super::super::place::Place;
use super::super::shape::{self, WordOr};
use super::checks::unique;
use super::{examples, facility, fee, limit, phone, statements};
use crate::domain::deadlines::{Application, Cancellation, Lead, Week};
use crate::domain::programme::{CorrectedAge, Period, Rules, ServiceRules, Treatment};
use crate::domain::quota::{MultiplesLimit, Pool, StayCount};
use crate::domain::service::{Service, Services};
use crate::domain::source::Sourced;

/// A period.
pub(super) fn period(period: &shape::Period, place: &Place<'_>) -> Option<Period> {
    let from = place.date("from", &period.from);
    let until = place.date("until", &period.until);
    if let (Some(from), Some(until)) = (from, until)
        && until < from
    {
        place.key("until").value(until, format!("`from` の {from} か、それより後の日"));
    }
    Some(Period { from, until, rules: rules(period, place)? })
}

fn rules(period: &shape::Period, place: &Place<'_>) -> Option<Rules> {
    let services = services(period, place);
    let offered = Services::of(&services.iter().map(|rules| rules.service).collect::<Vec<_>>());
    let late_cancellation = place.required(
        "late_cancellation",
        &period.late_cancellation,
        "\"one_unit\"、\"nothing\"、\"unprinted\" のどれか",
    );
    let application = place.required("application", &period.application, "[period.application] の表");
    let application = application.and_then(|application| self::application(application, &place.key("application")));
    let cancellation = period.cancellation.as_ref();
    let cancellation =
        cancellation.and_then(|cancellation| self::cancellation(cancellation, &place.key("cancellation")));
    unique(&period.facility, |facility| facility.id.as_deref(), "facility", place);
    let rules = Rules {
        limit: limit::of_programme(&period.limit, place),
        corrected_age: period.corrected_age.as_ref().and_then(|rule| corrected_age(rule, &place.key("corrected_age"))),
        treatment: period.treatment.as_ref().and_then(|rule| treatment(rule, &place.key("treatment"))),
        pools: place.each("quota", &period.quota, |quota, here| pool(quota, offered, here)),
        facilities: place
            .each("facility", &period.facility, |facility, here| facility::facility(facility, offered, here)),
        extras: place.each("extras", &period.extras, statements::extra),
        steps: place.each("steps", &period.steps, statements::statement),
        documents: place.each("items", &period.items, statements::item),
        remarks: statements::remarks(&period.remarks, place),
        examples: place.each("examples", &period.examples, |example, here| {
            examples::example(example, &services, |service| has_fee(period, service), here)
        }),
        services,
        late_cancellation: late_cancellation?.value(),
        application: application?,
        cancellation,
    };
    Some(rules)
}

fn has_fee(period: &shape::Period, service: Service) -> bool {
    let rules = match service {
        Service::Stay => &period.stay,
        Service::DayCare => &period.day,
        Service::HomeVisit => &period.visit,
    };
    rules.as_ref().is_some_and(|rules| rules.fee.is_some())
}

fn services(period: &shape::Period, place: &Place<'_>) -> Vec<ServiceRules> {
    let written = [
        ("stay", Service::Stay, &period.stay),
        ("day", Service::DayCare, &period.day),
        ("visit", Service::HomeVisit, &period.visit),
    ];
    if written.iter().all(|(_, _, rules)| rules.is_none()) {
        place.problem("サービスのない期間です", "[period.stay]、[period.day]、[period.visit] のどれか1つ以上");
    }
    let read = |(key, service, rules): (&str, Service, &Option<shape::ServiceRules>)| {
        let rules = rules.as_ref()?;
        let here = place.key(key);
        let name = here.text("name", &rules.name);
        let limit = limit::of_programme(&rules.limit, &here);
        let tariff = fee::tariff(&rules.fee, service, &here);
        let includes = here.each("includes", &rules.includes, statements::statement);
        // A service whose name is missing is still offered: what hangs on it is read on.
        Some(ServiceRules { service, name: name.unwrap_or_default(), limit, tariff, includes })
    };
    written.into_iter().filter_map(read).collect()
}

/// A service as a rule file names it.
fn word(service: Service) -> &'static str {
    match service {
        Service::Stay => "\"stay\"",
        Service::DayCare => "\"day\"",
        Service::HomeVisit => "\"visit\"",
    }
}

fn corrected_age(rule: &shape::CorrectedAge, place: &Place<'_>) -> Option<Sourced<CorrectedAge>> {
    let extension = place.required("extension", &rule.extension, "\"from_due_date\" か \"unprinted\"");
    place.sourced(extension.map(|extension| CorrectedAge { extension: extension.value() }), &rule.source)
}

fn treatment(rule: &shape::TreatmentRule, place: &Place<'_>) -> Option<Sourced<Treatment>> {
    let value = place.required("rule", &rule.rule, "\"excluded\" か \"ask_office\"");
    place.sourced(value.map(|value| value.value()), &rule.source)
}

fn pool(quota: &shape::Quota, offered: Services, place: &Place<'_>) -> Option<Sourced<Pool>> {
    let services = statements::set(&quota.services, place);
    if let Some(missing) = services.iter().find(|service| !offered.contains(*service)) {
        place
            .key("services")
            .problem(format!("期間にない {} があります", word(missing)), "この期間に見出しのあるサービス");
    }
    let single = place.required("limit", &quota.limit, "赤ちゃんが1人のときの数").copied();
    if single == Some(0) {
        place.key("limit").value(0, "1 以上の数");
    }
    let multiples = place.required("multiples", &quota.multiples, "数、\"same\"、\"more_unprinted\" のどれか");
    let multiples = multiples.map(|multiples| match multiples {
        WordOr::Word(word) => word.value(),
        WordOr::Other(limit) => MultiplesLimit::Printed(*limit),
    });
    if let (Some(MultiplesLimit::Printed(more)), Some(single)) = (multiples, single)
        && more < single
    {
        place.key("multiples").value(more, format!("`limit` の {single} 以上の数"));
    }
    let unit = place.required("unit", &quota.unit, "\"day\"、\"use\"、\"hour\" のどれか");
    let stay = match (quota.stay_counts, services.contains(Service::Stay)) {
        (Some(counts), true) => counts.value(),
        (None, true) => {
            place.missing("stay_counts", "宿泊の数え方: \"days\"、\"nights\"、\"once\"、\"unprinted\" のどれか");
            StayCount::Unprinted
        }
        (Some(_), false) if !quota.services.is_empty() => {
            place
                .key("stay_counts")
                .problem("`stay_counts` があります", "`services` に \"stay\" があるときだけ書きます");
            StayCount::Unprinted
        }
        (_, false) => StayCount::Unprinted,
    };
    let firmness = place.required("firmness", &quota.firmness, "\"firm\" か \"in_principle\"");
    let pool = || {
        Some(Pool {
            services,
            single: single?,
            multiples: multiples?,
            unit: unit?.value(),
            stay,
            firmness: firmness?.value(),
        })
    };
    place.sourced(pool(), &quota.source)
}

fn application(application: &shape::Application, place: &Place<'_>) -> Option<Sourced<Application>> {
    const LEADS: &str = "{ business_days_to_facility = … } か { calendar_days_online = … }";
    let from_week = application
        .from_week
        .and_then(|week| place.key("from_week").checked(week, Week::new(week), "1〜40 の数（週）"));
    let lead =
        application.lead.as_ref().and_then(|lead| match (lead.business_days_to_facility, lead.calendar_days_online) {
            (Some(days), None) => Some(Lead::BusinessDaysToFacility(days)),
            (None, Some(days)) => Some(Lead::CalendarDaysOnline(days)),
            _ => {
                place.key("lead").problem("キーがないか、両方あります", LEADS);
                None
            }
        });
    let ways = application.ways.iter().map(|way| way.value()).collect();
    let booking_from =
        place.required("booking_from", &application.booking_from, "\"approval\"、\"birth\"、\"unprinted\" のどれか");
    let processing = application.processing_business_days;
    let whole = booking_from.map(|from| Application { from_week, processing, lead, ways, booking_from: from.value() });
    place.sourced(whole, &application.source)
}

fn cancellation(cancellation: &shape::Cancellation, place: &Place<'_>) -> Option<Sourced<Cancellation>> {
    let time = phone::time("time", &cancellation.time, place);
    let boundary = place.required("boundary", &cancellation.boundary, "\"inclusive\" か \"exclusive\"");
    let day_off = place.required("day_off", &cancellation.day_off, "\"same_rule\" か \"day_before_that\"");
    let consequence = place.text("consequence", &cancellation.consequence);
    let via = cancellation.via.map(shape::Via::value);
    let whole = || {
        Some(Cancellation {
            time: time?,
            boundary: boundary?.value(),
            via,
            day_off: day_off?.value(),
            consequence: consequence?,
        })
    };
    place.sourced(whole(), &cancellation.source)
}
