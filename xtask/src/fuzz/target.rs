//! What is fed, and what must hold of each input beside that nothing panics.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use chrono::{NaiveDate, NaiveDateTime};
use sango_navi::domain::plan::Plan;
use sango_navi::domain::{Programme, Situation, plan};
use sango_navi::interview::{self, Answers, BabyAnswer, Question, Screen, record, typed};
use sango_navi::programmes;

use super::mutator::Dice;
use super::tape::Tape;
use super::{mother, remembered, town};

/// A door through which bytes come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Rule files, as an editor leaves them.
    Rules,
    /// A town's rules in compiled form, as they arrive from the network.
    Compiled,
    /// Situation lines of `cargo xtask plan`.
    Situations,
    /// Answers that a browser kept, and what is typed into fields.
    Answers,
    /// The last plan that a browser kept.
    Remembered,
    /// What stands behind the `#` of an address.
    Fragments,
}

impl Target {
    /// All of them.
    pub const ALL: [Target; 6] =
        [Target::Rules, Target::Compiled, Target::Situations, Target::Answers, Target::Remembered, Target::Fragments];

    /// Its name, which is its corpus's, too.
    pub fn name(self) -> &'static str {
        match self {
            Target::Rules => "rules",
            Target::Compiled => "compiled",
            Target::Situations => "situations",
            Target::Answers => "answers",
            Target::Remembered => "remembered",
            Target::Fragments => "fragments",
        }
    }

    /// Of a hundred inputs, how many are its own: the slow ones are few.
    pub fn share(self) -> u64 {
        match self {
            Target::Rules => 10,
            Target::Compiled => 20,
            Target::Situations => 30,
            Target::Answers => 20,
            Target::Remembered => 10,
            Target::Fragments => 10,
        }
    }

    /// No input is longer: more than any that is bundled or that the app writes.
    pub fn longest(self) -> usize {
        match self {
            Target::Rules => 40_000,
            Target::Compiled => 20_000,
            Target::Situations => 1500,
            Target::Answers | Target::Remembered => 400,
            Target::Fragments => 100,
        }
    }

    /// Feeds one input, and adds what came of it to `seen`: two inputs that differ in nothing seen are alike.
    ///
    /// # Panics
    ///
    /// Where something does not hold, which is what is looked for.
    pub fn feed(self, world: &World, input: &[u8], seen: &mut Vec<u64>) {
        match self {
            Target::Rules => rules(world, &String::from_utf8_lossy(input), seen),
            Target::Compiled => compiled(world, input, seen),
            Target::Situations => situations(world, input, seen),
            Target::Answers => answers(world, &String::from_utf8_lossy(input), seen),
            Target::Remembered => remembered::feed(world, &String::from_utf8_lossy(input), seen),
            Target::Fragments => fragments(world, &String::from_utf8_lossy(input), seen),
        }
    }
}

/// What every input meets: the bundled towns, mothers and moments.
pub struct World {
    pub(super) towns: Vec<Programme>,
}

impl World {
    /// A world of these towns.
    ///
    /// # Panics
    ///
    /// Where there are none.
    pub fn new(towns: Vec<Programme>) -> World {
        assert!(!towns.is_empty(), "towns");
        World { towns }
    }

    fn plans(&self, town: &Programme, input: &[u8], seen: &mut Vec<u64>) {
        for (mother, now) in mothers(input) {
            saw_plan(&plan(&mother, town, now), seen);
        }
    }
}

/// Two mothers at two moments: others for each input, the same each time it is fed.
pub(super) fn mothers(input: &[u8]) -> [(Situation, NaiveDateTime); 2] {
    let mut dice = Dice::new(checksum(input));
    [(); 2].map(|()| mother::situation(&mut Tape::new(&dice.bytes(200))))
}

/// The moments at which an input is read: one for which the worked answers were written, and any.
fn moments(input: &[u8]) -> [NaiveDateTime; 2] {
    let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap_or_default();
    let [(_, any), _] = mothers(input);
    [day.and_hms_opt(10, 30, 0).unwrap_or_default(), any]
}

/// FNV-1a, by which compiled rules are sealed.
fn checksum(bytes: &[u8]) -> u64 {
    let next = |sum: u64, byte: &u8| (sum ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, next)
}

pub(super) fn saw(what: impl Hash, seen: &mut Vec<u64>) {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    seen.push(hasher.finish());
}

fn saw_plan(plan: &Plan<'_>, seen: &mut Vec<u64>) {
    for note in &plan.notes {
        saw(("note", std::mem::discriminant(note)), seen);
    }
    for row in &plan.facilities {
        saw(("row", row.status as u8, std::mem::discriminant(&row.phone.state), row.phone.changes_at.is_some()), seen);
    }
    for service in &plan.services {
        let price = &service.price;
        saw(("service", service.status as u8, service.usable_from.is_some(), service.remaining.is_some()), seen);
        saw(("price", price.amount.low().is_some(), price.amount.high().is_some()), seen);
        price.unknown.iter().for_each(|unknown| saw(("why", std::mem::discriminant(&unknown.why)), seen));
    }
    for date in &plan.dates {
        saw(("date", std::mem::discriminant(&date.what), std::mem::discriminant(&date.deadline.via)), seen);
    }
}

fn rules(world: &World, text: &str, seen: &mut Vec<u64>) {
    match programmes::parse(town::FILE, text) {
        Ok(town) => {
            assert_eq!(programmes::decode(&programmes::encode(&town)).as_ref(), Ok(&town));
            world.plans(&town, text.as_bytes(), seen);
        }
        Err(problems) => {
            assert!(!problems.is_empty(), "a file that does not load says why");
            for problem in problems {
                // What would be right, without what the file itself says; where, unless it made the key up.
                let expected = problem.expected.split(['`', '"']).next().unwrap_or_default();
                let expected: String = expected.chars().filter(|letter| !letter.is_ascii_digit()).take(40).collect();
                let made_up = problem.line.is_none() || problem.found.ends_with("というキーはありません");
                let key = problem.path.rsplit('.').next().filter(|_| !made_up).unwrap_or_default();
                saw((key.split('[').next(), expected), seen);
            }
        }
    }
}

/// Bytes as they are, and as a body under a header that fits.
fn compiled(world: &World, input: &[u8], seen: &mut Vec<u64>) {
    for bytes in [input.to_vec(), sealed_rules(input)] {
        match programmes::decode(&bytes) {
            Ok(town) => {
                assert_eq!(programmes::decode(&programmes::encode(&town)).as_ref(), Ok(&town));
                world.plans(&town, input, seen);
            }
            Err(error) => saw(("error", error as u8), seen),
        }
    }
}

/// A body with the header that says it is whole.
pub(super) fn sealed_rules(body: &[u8]) -> Vec<u8> {
    [b"SNPR\x01\x00".as_slice(), &checksum(body).to_le_bytes(), body].concat()
}

fn situations(world: &World, line: &[u8], seen: &mut Vec<u64>) {
    let mut answer = Vec::new();
    let answered = crate::plan::answer_lines(&world.towns, line, &mut answer);
    assert!(answered.is_ok(), "writing to memory");
    let answer = String::from_utf8(answer).unwrap_or_default();
    for line in answer.lines() {
        // Of a wrong line, what would be right, which does not repeat what was found.
        if line.starts_with("{\"error\"") {
            saw(line.rsplit("right is ").next().filter(|right| right.len() < line.len()), seen);
            continue;
        }
        // Of an answer, the words that are one of a few: states and kinds.
        for part in line.split(['{', '}', ',', '[', ']']) {
            if part.is_ascii() && !part.contains(|letter: char| letter.is_ascii_digit()) {
                saw(part, seen);
            }
        }
    }
}

/// A record as it is, and under a checksum that fits; then the same text, typed into every field.
fn answers(world: &World, text: &str, seen: &mut Vec<u64>) {
    let moments = moments(text.as_bytes());
    for text in [text.to_owned(), sealed_record(text)] {
        match record::decode(&text) {
            Ok(record) => {
                assert!(record::keeps_all(&record.town, &record.answers), "what is read is written");
                for (town, now) in world.towns.iter().flat_map(|town| moments.map(|now| (town, now))) {
                    shown(&record.answers, town, now, seen);
                }
            }
            Err(error) => saw(("error", error as u8), seen),
        }
    }
    let mut fields = text.splitn(3, '/');
    let [year, month, day] = [(); 3].map(|()| fields.next().unwrap_or_default());
    for now in moments {
        match typed::read_date(year, month, day, now.date()) {
            Ok(date) => {
                saw("date", seen);
                let answers = Answers { baby: Some(BabyAnswer::Born(date)), ..Answers::default() };
                world.towns.iter().for_each(|town| shown(&answers, town, now, seen));
            }
            Err(problem) => saw((std::mem::discriminant(&problem), problem.field() as u8), seen),
        }
    }
    saw(("postal", typed::read_postal(text).is_some()), seen);
}

fn shown(answers: &Answers, town: &Programme, now: NaiveDateTime, seen: &mut Vec<u64>) {
    let today = now.date();
    let asked = interview::questions(answers, town, today);
    saw(&asked, seen);
    for screen in [Screen::Result, Screen::Ask(Question::Postal)] {
        saw(("shown", screen.shown(answers, town, today)), seen);
    }
    if let Ok(situation) = interview::situation(answers, town, today) {
        saw_plan(&plan(&situation, town, now), seen);
    }
}

/// A text with the checksum that says it is whole.
pub(super) fn sealed_record(text: &str) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let sum = text.bytes().fold(0x811c_9dc5, |sum: u32, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let digits = (0..6).rev().map(|place| char::from(DIGITS[(sum >> (6 * place)) as usize & 63]));
    text.chars().chain(['.']).chain(digits).collect()
}

fn fragments(world: &World, text: &str, seen: &mut Vec<u64>) {
    let Some(screen) = Screen::from_fragment(text) else {
        saw("no screen", seen);
        return;
    };
    assert_eq!(Screen::from_fragment(&screen.fragment()), Some(screen));
    for (town, now) in world.towns.iter().flat_map(|town| moments(text.as_bytes()).map(|now| (town, now))) {
        saw((screen, screen.shown(&Answers::default(), town, now.date())), seen);
    }
}
