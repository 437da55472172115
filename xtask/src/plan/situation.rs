//! A situation line: every key checked, the first wrong one named.

use chrono::{NaiveDate, NaiveDateTime};
use sango_navi::domain::household::{Babies, Household};
use sango_navi::domain::situation::{Applied, Baby, BabyError, MedicalCare, PostalCode};
use sango_navi::domain::uses::{Cancellation, Length, PlannedUse, Use};
use sango_navi::domain::{Programme, Service, Situation};
use serde_json::{Map, Value};

use super::LineError;

type Checked<T> = Result<T, LineError>;

/// What a line asks.
pub struct Asked<'p> {
    /// Under which programme.
    pub programme: &'p Programme,
    /// Of whom.
    pub situation: Situation,
    /// When, JST wall clock.
    pub now: NaiveDateTime,
}

/// The keys of a situation, in the order of the contract.
const KEYS: &[&str] = &[
    "municipality",
    "now",
    "birth",
    "due",
    "babies",
    "household",
    "medical_care",
    "applied",
    "postal",
    "used",
    "planned",
];
const USE_KEYS: &[&str] = &["service", "nights", "hours", "cancelled_late", "times"];
const PLANNED_KEYS: &[&str] = &["service", "nights", "hours", "cancelled_late", "times", "facility", "date"];
/// More uses than any programme grants; a longer list is a slip.
const MOST_USES: u16 = 400;

/// Reads one line.
///
/// # Errors
///
/// The first wrong key, with what would be right.
pub fn read<'p>(programmes: &'p [Programme], line: &[u8]) -> Checked<Asked<'p>> {
    let value: Value = serde_json::from_slice(line)
        .map_err(|error| LineError::new("json", format!("a JSON object on one line; found: {error}")))?;
    let Value::Object(object) = value else {
        return Err(LineError::new("json", "a JSON object on one line, like {\"municipality\": \"kita\", …}"));
    };
    let fields = Fields { object: &object, path: String::new() };
    fields.only(KEYS)?;
    let programme = municipality(&fields, programmes)?;
    let now = now(&fields)?;
    let baby = baby(&fields, now.date())?;
    let used = fields.list("used", |used| read_use(used, USE_KEYS))?;
    let planned = fields.list("planned", |planned| planned_use(planned, programme, now.date()))?;
    let situation = Situation {
        baby,
        babies: babies(&fields)?,
        household: fields.choice(
            "household",
            Household::General,
            &[
                ("general", Household::General),
                ("tax_exempt", Household::TaxExempt),
                ("public_assistance", Household::PublicAssistance),
                ("unknown", Household::Unknown),
            ],
        )?,
        medical_care: fields.choice(
            "medical_care",
            MedicalCare::No,
            &[
                ("no", MedicalCare::No),
                ("needed", MedicalCare::Needed),
                ("ill_today", MedicalCare::IllToday),
                ("unknown", MedicalCare::Unknown),
            ],
        )?,
        applied: fields.choice(
            "applied",
            Applied::Unknown,
            &[("yes", Applied::Yes), ("no", Applied::No), ("unknown", Applied::Unknown)],
        )?,
        postal: fields
            .text("postal")?
            .map(|text| PostalCode::parse(text).map_err(|right| fields.wrong("postal", text, right)))
            .transpose()?,
        used,
        planned,
    };
    Ok(Asked { programme, situation, now })
}

fn municipality<'p>(fields: &Fields<'_>, programmes: &'p [Programme]) -> Checked<&'p Programme> {
    let known = || programmes.iter().map(|programme| programme.id.as_str()).collect::<Vec<_>>().join(", ");
    let name = fields
        .text("municipality")?
        .ok_or_else(|| LineError::new("municipality", format!("missing; one of {}", known())))?;
    programmes
        .iter()
        .find(|programme| programme.id == name)
        .ok_or_else(|| fields.wrong("municipality", name, &format!("one of {}", known())))
}

fn now(fields: &Fields<'_>) -> Checked<NaiveDateTime> {
    const FORM: &str = "a JST wall clock moment like \"2026-11-24T10:30\"";
    let text = fields.text("now")?.ok_or_else(|| LineError::new("now", format!("missing; {FORM}")))?;
    let whole = text.len() == "2026-11-24T10:30".len();
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M")
        .ok()
        .filter(|_| whole)
        .ok_or_else(|| fields.wrong("now", text, FORM))
}

fn baby(fields: &Fields<'_>, today: NaiveDate) -> Checked<Baby> {
    let (birth, due) = (fields.date("birth")?, fields.date("due")?);
    Baby::new(birth, due, today).map_err(|error| {
        let (place, why) = match error {
            BabyError::BirthInFuture => ("birth", "in the future; a day up to `now`, or `due` alone if not born yet"),
            BabyError::BirthTooLongAgo => ("birth", "more than two years ago; a day within two years before `now`"),
            BabyError::DueMissing => ("due", "missing; required where `birth` is absent, like \"2027-01-10\""),
            BabyError::DueLongPast => ("due", "more than 4 weeks ago without `birth`; add `birth`, or correct `due`"),
            BabyError::DueTooFar => ("due", "more than 42 weeks ahead; a day within a pregnancy from `now`"),
            BabyError::DueFarFromBirth => {
                ("due", "not of one pregnancy with `birth`; 18 weeks after it to 4 weeks before")
            }
        };
        LineError::new(place, why)
    })
}

fn babies(fields: &Fields<'_>) -> Checked<Babies> {
    const RIGHT: &str = "1 to 9";
    match fields.number("babies", RIGHT)? {
        None => Ok(Babies::ONE),
        Some(number) => u8::try_from(number)
            .ok()
            .and_then(|number| Babies::new(number).ok())
            .ok_or_else(|| fields.wrong("babies", &number.to_string(), RIGHT)),
    }
}

fn read_use(fields: &Fields<'_>, keys: &[&str]) -> Checked<Use> {
    const SERVICES: &[(&str, Service)] =
        &[("stay", Service::Stay), ("day", Service::DayCare), ("visit", Service::HomeVisit)];
    fields.only(keys)?;
    let service = fields.required_choice("service", SERVICES)?;
    let nights = fields.count("nights", Length::MOST_NIGHTS)?;
    let hours = fields.count("hours", Length::MOST_HOURS)?;
    let length = match (service, nights) {
        (Service::Stay, nights) => Length::Nights { nights: nights.unwrap_or(1), hours },
        (Service::DayCare | Service::HomeVisit, None) => Length::Visit { hours },
        (Service::DayCare | Service::HomeVisit, Some(nights)) => {
            return Err(fields.wrong("nights", &nights.to_string(), "only with \"service\": \"stay\""));
        }
    };
    let cancelled = match fields.object.get("cancelled_late") {
        None | Some(Value::Bool(false)) => Cancellation::None,
        Some(Value::Bool(true)) => Cancellation::Late,
        Some(other) => return Err(fields.wrong("cancelled_late", &other.to_string(), "true or false")),
    };
    Ok(Use { service, length, cancelled })
}

fn planned_use(fields: &Fields<'_>, programme: &Programme, today: NaiveDate) -> Checked<PlannedUse> {
    let wanted = read_use(fields, PLANNED_KEYS)?;
    let date = fields.date("date")?;
    let facility = fields.text("facility")?;
    if let Some(named) = facility {
        let found = programme.rules_on(today).and_then(|rules| rules.row_of(wanted.service, named));
        if found.is_none() {
            let right = format!("the id or phone number of a facility of {} with this service", programme.id);
            return Err(fields.wrong("facility", named, &right));
        }
    }
    Ok(PlannedUse { wanted, facility: facility.map(str::to_owned), date })
}

/// The keys of one object, with the path to it.
struct Fields<'a> {
    object: &'a Map<String, Value>,
    path: String,
}

impl Fields<'_> {
    fn at(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    fn wrong(&self, key: &str, found: &str, right: &str) -> LineError {
        LineError::new(self.at(key), format!("found {found}; right is {right}"))
    }

    fn only(&self, keys: &[&str]) -> Checked<()> {
        match self.object.keys().find(|key| !keys.contains(&key.as_str())) {
            Some(unknown) => {
                Err(LineError::new(self.at(unknown), format!("unknown key; known are {}", keys.join(", "))))
            }
            None => Ok(()),
        }
    }

    fn text(&self, key: &str) -> Checked<Option<&str>> {
        match self.object.get(key) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(other) => Err(self.wrong(key, &other.to_string(), "a text in quotes")),
        }
    }

    fn number(&self, key: &str, right: &str) -> Checked<Option<u64>> {
        match self.object.get(key) {
            None => Ok(None),
            Some(value) => value.as_u64().map(Some).ok_or_else(|| self.wrong(key, &value.to_string(), right)),
        }
    }

    fn count(&self, key: &str, most: u16) -> Checked<Option<u16>> {
        let right = format!("1 to {most}");
        let Some(number) = self.number(key, &right)? else { return Ok(None) };
        let count = u16::try_from(number).ok().filter(|count| (1..=most).contains(count));
        count.map(Some).ok_or_else(|| self.wrong(key, &number.to_string(), &right))
    }

    fn date(&self, key: &str) -> Checked<Option<NaiveDate>> {
        let Some(text) = self.text(key)? else { return Ok(None) };
        let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| text.len() == "2026-12-02".len());
        date.map(Some).ok_or_else(|| self.wrong(key, text, "a date in the calendar like \"2026-12-02\""))
    }

    fn choice<T: Copy>(&self, key: &str, default: T, choices: &[(&str, T)]) -> Checked<T> {
        if self.object.contains_key(key) { self.required_choice(key, choices) } else { Ok(default) }
    }

    fn required_choice<T: Copy>(&self, key: &str, choices: &[(&str, T)]) -> Checked<T> {
        let right = || format!("one of {}", choices.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", "));
        let text = self.text(key)?.ok_or_else(|| LineError::new(self.at(key), format!("missing; {}", right())))?;
        let chosen = choices.iter().find(|(name, _)| *name == text);
        chosen.map(|(_, value)| *value).ok_or_else(|| self.wrong(key, text, &right()))
    }

    /// A list of uses; one may stand for several that are alike.
    fn list<T: Clone>(&self, key: &str, read: impl Fn(&Fields<'_>) -> Checked<T>) -> Checked<Vec<T>> {
        let list = match self.object.get(key) {
            None => return Ok(Vec::new()),
            Some(Value::Array(list)) => list,
            Some(other) => return Err(self.wrong(key, &other.to_string(), "a list of uses")),
        };
        let item = |(index, value): (usize, &Value)| {
            let path = format!("{}[{index}]", self.at(key));
            match value {
                Value::Object(object) => {
                    let fields = Fields { object, path };
                    let one = read(&fields)?;
                    Ok(vec![one; usize::from(fields.count("times", MOST_USES)?.unwrap_or(1))])
                }
                other => Err(LineError::new(
                    path,
                    format!("found {other}; right is an object like {{\"service\": \"day\"}}"),
                )),
            }
        };
        let mut uses = Vec::new();
        for entry in list.iter().enumerate() {
            uses.extend(item(entry)?);
            if uses.len() > usize::from(MOST_USES) {
                return Err(self.wrong(key, "more uses", &format!("{MOST_USES} at most")));
            }
        }
        Ok(uses)
    }
}
