//! Rule files of towns that do not exist, right by construction, in every form that a file may take.

use super::fees;
use super::tape::Tape;

/// The name of the file that [`rule_file`] writes.
pub const FILE: &str = "town.toml";

const SERVICES: [&str; 3] = ["stay", "day", "visit"];
const SOURCE: &str = "source = \"page: 表\"";

/// A rule file that the loader takes.
pub fn rule_file(tape: &mut Tape<'_>) -> String {
    let mut file = String::from(
        "id = \"town\"\ncode = \"131172\"\nname = \"見本市\"\nreading = \"みほんし\"\nprefecture = \"見本県\"\n\
         title = \"産後ケア\"\n",
    );
    for id in ["page", "leaflet", "form"].iter().take(tape.within(1, 3) as usize) {
        file += &document(id, tape);
    }
    for index in 0..tape.within(1, 3) {
        let tel = tape.one(&["", "tel = \"03-3908-7050\"\n", "tel = \"0166-26-2395\"\n", "tel = \"090-1234-5678\"\n"]);
        file += &format!("[[contact]]\nname = \"窓口{index}\"\n{tel}");
    }
    if tape.once_in(16) {
        let remarks = listed(tape.below(3), |index| format!("{{ id = \"r{index}\", text = \"こと\", {SOURCE} }}"));
        return file + &format!("[association]\ncovers = [\"131172\", \"012041\"]\nremarks = {remarks}\n");
    }
    for (from, until) in spans(tape) {
        file += &period(&from, &until, tape);
    }
    file
}

fn listed(count: u32, one: impl FnMut(u32) -> String) -> String {
    format!("[{}]", (0..count).map(one).collect::<Vec<_>>().join(", "))
}

fn document(id: &str, tape: &mut Tape<'_>) -> String {
    let edition = match tape.below(3) {
        0 => "{ text = \"日付なし\" }".to_owned(),
        1 => format!("{{ text = \"月まで\", month = \"{}-{:02}\" }}", tape.within(2020, 2030), tape.within(1, 12)),
        _ => format!("{{ text = \"日まで\", date = {} }}", day(tape)),
    };
    let checked = optional("checked", tape);
    let expires = optional("expires", tape);
    format!("[[document]]\nid = \"{id}\"\ntitle = \"題\"\npublisher = \"市\"\nedition = {edition}\n{checked}{expires}")
}

fn optional(key: &str, tape: &mut Tape<'_>) -> String {
    if tape.once_in(2) { format!("{key} = {}\n", day(tape)) } else { String::new() }
}

/// A day of the calendar, mostly of these years.
pub(super) fn day(tape: &mut Tape<'_>) -> String {
    let year = if tape.once_in(32) { tape.within(1, 9999) } else { tape.within(2022, 2030) };
    let (month, day) = tape.one(&[(1, 1), (1, 31), (2, 28), (3, 31), (4, 1), (8, 29), (8, 31), (10, 30), (12, 29)]);
    format!("{year:04}-{month:02}-{day:02}")
}

/// One to three spans that share no day.
fn spans(tape: &mut Tape<'_>) -> Vec<(String, String)> {
    let (from, until) = (|year| format!("from = {year}-04-01\n"), |year: u32| format!("until = {year}-03-31\n"));
    let open = String::new();
    match tape.below(8) {
        0..=3 => vec![(open.clone(), open)],
        4 => vec![(from(2025), open)],
        5 => vec![(open, until(2027))],
        6 => vec![(open.clone(), until(2026)), (from(2026), open)],
        _ => vec![(from(2027), open), (from(2024), until(2025)), (from(2025), until(2026))],
    }
}

fn period(from: &str, until: &str, tape: &mut Tape<'_>) -> String {
    let services = tape.some(&SERVICES, true);
    let late = tape.one(&["unprinted", "one_unit", "nothing"]);
    let mut text = format!("[[period]]\n{from}{until}late_cancellation = \"{late}\"\n");
    if tape.once_in(2) {
        text += &format!("limit = {}\n", limit(tape, true));
    }
    if tape.once_in(2) {
        let extension = tape.one(&["from_due_date", "unprinted"]);
        text += &format!("corrected_age = {{ extension = \"{extension}\", {SOURCE} }}\n");
    }
    if tape.once_in(2) {
        text += &format!("treatment = {{ rule = \"{}\", {SOURCE} }}\n", tape.one(&["excluded", "ask_office"]));
    }
    text += &application(tape);
    if tape.once_in(2) {
        text += &cancellation(tape);
    }
    text += &statements(&services, tape);
    text += &format!("quota = {}\n", listed(tape.below(5), |_| quota(&services, tape)));
    for service in &services {
        let limit = if tape.once_in(2) { format!("limit = {}\n", self::limit(tape, true)) } else { String::new() };
        let fee = if tape.once_in(4) { String::new() } else { format!("fee = {}\n", fees::fees(service, tape)) };
        text += &format!("[period.{service}]\nname = \"型\"\n{limit}{fee}");
    }
    for index in 0..tape.below(5) {
        text += &facility(index, &services, tape);
    }
    text
}

fn limit(tape: &mut Tape<'_>, of_programme: bool) -> String {
    let form = match tape.below(9) {
        0 => format!("under_months = {}", tape.within(1, 24)),
        1 => format!("months_and_zero_days = {}", tape.within(1, 24)),
        2 => format!("through_day = {}", tape.within(1, 730)),
        3 => format!("under_days = {}", tape.within(1, 730)),
        4 => format!("within_months = {}", tape.within(1, 24)),
        5 => format!("through_months_old = {}", tape.within(1, 24)),
        6 => format!("through_weeks_old = {}", tape.within(1, 104)),
        7 => format!("about_months = {}", tape.within(1, 24)),
        _ => format!("ask_after_months = {}", tape.within(1, 24)),
    };
    // In months it lies within the limit.
    let most = form.contains("month").then(|| form.rsplit(' ').next()?.parse().ok()).flatten().unwrap_or(24);
    let preparation =
        if tape.once_in(4) { format!(", in_preparation_from = {}", tape.within(1, most)) } else { String::new() };
    let past_it = match (of_programme, tape.once_in(3)) {
        (true, true) => format!(", past_it = \"{}\", {SOURCE}", tape.one(&["unstated", "ask_facility"])),
        (true, false) => format!(", {SOURCE}"),
        (false, _) => String::new(),
    };
    // A phrase without a number, which agrees with any.
    format!("{{ phrase = \"一定の月齢まで\", {form}{preparation}{past_it} }}")
}

fn application(tape: &mut Tape<'_>) -> String {
    let mut parts = Vec::new();
    if tape.once_in(2) {
        parts.push(format!("from_week = {}", tape.within(1, 40)));
    }
    if tape.once_in(2) {
        parts.push(format!("processing_business_days = {}", tape.below(256)));
    }
    if tape.once_in(2) {
        let lead = tape.one(&["business_days_to_facility", "calendar_days_online"]);
        parts.push(format!("lead = {{ {lead} = {} }}", tape.below(256)));
    }
    parts.push(format!("ways = {:?}", tape.some(&["online", "counter", "facility", "phone"], false)));
    parts.push(format!("booking_from = \"{}\"", tape.one(&["approval", "birth", "unprinted"])));
    format!("application = {{ {}, {SOURCE} }}\n", parts.join(", "))
}

fn cancellation(tape: &mut Tape<'_>) -> String {
    let time = time(tape.below(1441));
    let boundary = tape.one(&["inclusive", "exclusive"]);
    let day_off = tape.one(&["same_rule", "day_before_that"]);
    let via = tape.one(&["", "via = \"phone\", ", "via = \"facility\", "]);
    format!(
        "cancellation = {{ time = \"{time}\", boundary = \"{boundary}\", day_off = \"{day_off}\", {via}consequence = \
         \"1回に数える\", {SOURCE} }}\n"
    )
}

fn time(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn statements(services: &[&str], tape: &mut Tape<'_>) -> String {
    let about = |tape: &mut Tape<'_>| match tape.once_in(2) {
        true => format!("services = {:?}, ", tape.some(services, true)),
        false => String::new(),
    };
    let extras = listed(tape.below(3), |_| {
        let yen = tape.one(&["", "yen = 700, "]);
        format!("{{ text = \"別料金\", {}{yen}{SOURCE} }}", about(tape))
    });
    let items = listed(tape.below(4), |_| {
        let needed_by = match tape.below(5) {
            0 => "\"everyone\"".to_owned(),
            1 => "\"tax_exempt\"".to_owned(),
            2 => "\"public_assistance\"".to_owned(),
            3 => format!("{{ applied_online_since = {} }}", day(tape)),
            _ => format!("{{ applied_on_paper_or_before = {} }}", day(tape)),
        };
        let occasion = tape.one(&["application", "use"]);
        let about = about(tape);
        format!("{{ text = \"持ちもの\", occasion = \"{occasion}\", needed_by = {needed_by}, {about}{SOURCE} }}")
    });
    let remarks =
        listed(tape.below(3), |index| format!("{{ id = \"r{index}\", text = \"こと\", {}{SOURCE} }}", about(tape)));
    format!("extras = {extras}\nitems = {items}\nremarks = {remarks}\n")
}

fn quota(services: &[&str], tape: &mut Tape<'_>) -> String {
    let services = tape.some(services, true);
    let limit = if tape.once_in(16) { tape.within(1, 65_535) } else { tape.within(1, 30) };
    let multiples = match tape.below(3) {
        0 => "\"same\"".to_owned(),
        1 => "\"more_unprinted\"".to_owned(),
        _ => tape.within(limit, 65_535).to_string(),
    };
    let unit = tape.one(&["day", "use", "hour"]);
    let stay = match services.contains(&"stay") {
        true => format!("stay_counts = \"{}\", ", tape.one(&["days", "nights", "once", "unprinted"])),
        false => String::new(),
    };
    let firmness = tape.one(&["firm", "in_principle"]);
    format!(
        "{{ services = {services:?}, limit = {limit}, multiples = {multiples}, unit = \"{unit}\", {stay}firmness = \
         \"{firmness}\", {SOURCE} }}"
    )
}

fn facility(index: u32, services: &[&str], tape: &mut Tape<'_>) -> String {
    let tel = tape.one(&["", "tel = \"03-5963-3311\"\n", "tel = \"0120-12-3456\"\n"]);
    let reading = tape.one(&["", "name_reading = \"doubtful\"\n"]);
    let limit = if tape.once_in(2) { format!("limit = {}\n", limit(tape, false)) } else { String::new() };
    let phone = phone(tape);
    let takes_no_calls = phone.contains("no_bookings");
    let ways: &[&str] = if takes_no_calls { &["web", "line"] } else { &["phone", "web", "line", "mail"] };
    let booking = if tape.once_in(2) { format!("booking = {:?}\n", tape.some(ways, false)) } else { String::new() };
    let mut text = format!(
        "[[period.facility]]\nid = \"f{index}\"\nname = \"施設{index}\"\n{SOURCE}\n{tel}{reading}{limit}{phone}{booking}"
    );
    for service in tape.some(services, true) {
        text += &format!("[period.facility.{service}]\n{}", offer(tape, takes_no_calls));
    }
    text
}

fn offer(tape: &mut Tape<'_>, takes_no_calls: bool) -> String {
    let limit = if tape.once_in(3) { format!("limit = {}\n", limit(tape, false)) } else { String::new() };
    let phone = if !takes_no_calls && tape.once_in(4) {
        phone(tape).replace("no_bookings", "hours_unprinted")
    } else {
        String::new()
    };
    let care_days = tape.one(&["", "", "care_days = \"火木金\"\n", "care_days = \"日\"\n"]);
    let price = if tape.once_in(2) { format!("price = {}\n", fees::yen(tape)) } else { String::new() };
    let conditions = listed(tape.below(3), |_| match tape.below(3) {
        0 => "{ text = \"条件\" }".to_owned(),
        1 => "{ text = \"地域\", postal = [\"178\", \"1140001\"], elsewhere = \"refused\" }".to_owned(),
        _ => "{ text = \"地域\", postal = [\"114\"], elsewhere = \"ask\" }".to_owned(),
    });
    format!("{limit}{phone}{care_days}{price}conditions = {conditions}\n")
}

fn phone(tape: &mut Tape<'_>) -> String {
    match tape.below(4) {
        0 => String::new(),
        1 => format!("phone = \"{}\"\n", tape.one(&["hours_unprinted", "no_bookings"])),
        _ => hours(tape),
    }
}

/// Hours that do not overlap: a morning of some days, and an afternoon of some.
fn hours(tape: &mut Tape<'_>) -> String {
    let mut hours = Vec::new();
    for (least, most) in [(0, 720), (720, 1440)].into_iter().take(tape.within(1, 2) as usize) {
        let open = tape.within(least, most - 1);
        let (open, close) = (time(open), time(tape.within(open + 1, most)));
        let days: String = tape.some(&["月", "火", "水", "木", "金", "土", "日"], true).concat();
        hours.push(format!("{{ days = \"{days}\", open = \"{open}\", close = \"{close}\" }}"));
    }
    let closed = listed(tape.below(3), |_| match tape.below(3) {
        0 => "{ from = \"12-29\", until = \"01-03\" }".to_owned(),
        1 => format!("{{ from = \"{:02}-01\", until = \"{:02}-28\" }}", tape.within(1, 12), tape.within(1, 12)),
        _ => format!("{{ nth = {}, weekday = \"土\" }}", tape.within(1, 5)),
    });
    let holidays = tape.one(&["closed", "open", "unstated"]);
    format!("hours = [{}]\nholidays = \"{holidays}\"\nclosed = {closed}\n", hours.join(", "))
}
