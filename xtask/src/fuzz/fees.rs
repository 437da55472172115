//! Fees of towns that do not exist: every unit, every kind of price, every class, every way with multiples.

use super::tape::Tape;

/// The fees of a service, as an inline table.
pub(super) fn fees(service: &str, tape: &mut Tape<'_>) -> String {
    let general = fee(service, tape);
    let tax_exempt = class(service, tape);
    let public_assistance = class(service, tape);
    let surcharge = if tape.once_in(4) { format!("holiday_surcharge = {}, ", yen(tape)) } else { String::new() };
    format!(
        "{{ general = {general}, tax_exempt = {tax_exempt}, public_assistance = {public_assistance}, {surcharge}source \
         = \"page: 料金\" }}"
    )
}

/// An amount: mostly one that a town might print, sometimes one that none would.
pub(super) fn yen(tape: &mut Tape<'_>) -> u32 {
    match tape.below(8) {
        0 => 0,
        1 => tape.one(&[1, 3, 333, u32::MAX, u32::MAX - 1, u32::MAX / 2]),
        _ => 100 * tape.below(400),
    }
}

fn class(service: &str, tape: &mut Tape<'_>) -> String {
    match tape.below(5) {
        0 => "\"free\"".to_owned(),
        1 => "\"same\"".to_owned(),
        2 => "\"unprinted\"".to_owned(),
        3 => format!("{{ percent = {} }}", tape.within(1, 100)),
        _ => format!("{{ fee = {} }}", fee(service, tape)),
    }
}

fn fee(service: &str, tape: &mut Tape<'_>) -> String {
    let charge = charge(service, tape);
    let multiples = match tape.below(4) {
        0 => "\"same\"".to_owned(),
        1 => "\"unprinted\"".to_owned(),
        2 => format!("{{ add_on_per_child = {{ {} }} }}", self::charge(service, tape)),
        _ => format!("{{ whole = {{ {} }} }}", self::charge(service, tape)),
    };
    format!("{{ {charge}, multiples = {multiples} }}")
}

/// A unit and its price, without the braces.
fn charge(service: &str, tape: &mut Tape<'_>) -> String {
    let units: &[&str] = if service == "stay" {
        &["use", "day", "night", "24_hours", "hour", "first_night"]
    } else {
        &["use", "day", "hour"]
    };
    let per = tape.one(units);
    let mut text = format!("per = \"{per}\", price = {}", price(tape));
    if per == "first_night" {
        text += &format!(", further_night = {}", price(tape));
    }
    if matches!(per, "use" | "day" | "night") && tape.once_in(3) {
        let (mut from, mut steps) = (1, Vec::new());
        for _ in 0..tape.within(1, 3) {
            from += tape.within(1, 6);
            steps.push(format!("{{ from = {from}, price = {} }}", price(tape)));
        }
        text += &format!(", later = [{}]", steps.join(", "));
    }
    text
}

fn price(tape: &mut Tape<'_>) -> String {
    match tape.below(7) {
        0..=2 => yen(tape).to_string(),
        3 => "\"unprinted\"".to_owned(),
        4 => {
            let (one, other) = (yen(tape), yen(tape));
            format!("{{ from = {}, to = {} }}", one.min(other), one.max(other))
        }
        5 => {
            let cap = if tape.once_in(2) { format!(", cap = {}", yen(tape)) } else { String::new() };
            format!("{{ percent = {}, of = {}{cap} }}", tape.within(1, 100), cost(tape))
        }
        _ => format!("{{ subsidy = {}, of = {} }}", yen(tape), cost(tape)),
    }
}

fn cost(tape: &mut Tape<'_>) -> String {
    if tape.once_in(2) { "\"facility\"".to_owned() } else { yen(tape).to_string() }
}
