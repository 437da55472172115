//! Inputs made of other inputs.

use super::target::Target;

/// Random numbers that are the same every time (xorshift64*).
pub struct Dice(u64);

impl Dice {
    /// Dice that begin at `seed`.
    pub fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// Any number.
    pub fn any(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// A number below `end`; 0 where there is none.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.any() >> 16).unwrap_or(0).checked_rem(end).unwrap_or(0)
    }

    /// Fewer than `end` bytes.
    pub fn bytes(&mut self, end: usize) -> Vec<u8> {
        (0..self.below(end)).map(|_| self.any() as u8).collect()
    }

    /// One of several.
    pub fn one<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.below(of.len()))
    }
}

/// Changes `input` in one to four places; `other` is an input that lends it a part.
pub fn change(input: &mut Vec<u8>, other: &[u8], target: Target, dice: &mut Dice) {
    for _ in 0..=dice.below(4) {
        change_once(input, other, target, dice);
    }
    input.truncate(target.longest());
}

fn change_once(input: &mut Vec<u8>, other: &[u8], target: Target, dice: &mut Dice) {
    let at = dice.below(input.len());
    match dice.below(9) {
        0 => {
            if let Some(byte) = input.get_mut(at) {
                *byte ^= 1 << dice.below(8);
            }
        }
        1 => {
            if let Some(byte) = input.get_mut(at) {
                *byte = dice.any() as u8;
            }
        }
        2 => input.insert(at, dice.any() as u8),
        3 => drop(input.drain(range(input.len(), dice))),
        4 => {
            let copied = input[range(input.len(), dice)].to_vec();
            input.splice(at..at, copied);
        }
        5 => {
            let lent = other[range(other.len(), dice)].to_vec();
            input.splice(at..at, lent);
        }
        6 => {
            let lent = &other[range(other.len(), dice)];
            let end = at.saturating_add(lent.len()).min(input.len());
            input.splice(at..end, lent.iter().copied());
        }
        7 => {
            let word = dice.one(words(target)).copied().unwrap_or_default();
            input.splice(at..at, word.bytes());
        }
        _ => number(input, at, dice),
    }
}

fn range(length: usize, dice: &mut Dice) -> std::ops::Range<usize> {
    let start = dice.below(length);
    let most = if dice.below(4) == 0 { length } else { 24 };
    start..start.saturating_add(dice.below(most.saturating_add(1))).min(length)
}

/// Puts another number in the place of the digits at `at`, or of the nearest after it.
fn number(input: &mut Vec<u8>, at: usize, dice: &mut Dice) {
    let Some(start) = input.iter().skip(at).position(u8::is_ascii_digit).map(|after| at.saturating_add(after)) else {
        return;
    };
    let length = input.iter().skip(start).take_while(|byte| byte.is_ascii_digit()).count();
    const EDGES: [u64; 12] = [0, 1, 2, 12, 24, 29, 31, 255, 256, 65_535, 65_536, u32::MAX as u64];
    let number = match dice.below(4) {
        0 => dice.any() % 32,
        1 => dice.any() % 3000,
        2 => dice.any(),
        _ => dice.one(&EDGES).copied().unwrap_or(0),
    };
    input.splice(start..start.saturating_add(length), number.to_string().into_bytes());
}

/// What a target understands.
fn words(target: Target) -> &'static [&'static str] {
    match target {
        Target::Rules => &[
            "\n",
            "\"",
            "[[period]]\n",
            "[[period.facility]]\n",
            "[period.stay]\n",
            "[period.day]\n",
            "limit = ",
            "fee = ",
            "price = ",
            "\"unprinted\"",
            "\"same\"",
            "\"free\"",
            "{ ",
            " }",
            "later = [",
            "percent = 50",
            "of = \"facility\"",
            "cap = 1",
            "whole = ",
            "add_on_per_child = ",
            "hours = [",
            "days = \"月火水木金土日\"",
            "from = ",
            "until = ",
            "2024-02-29",
            "12-31",
            "source = \"page: 表\"",
            "quota = [",
            "multiples = ",
            "stay_counts = \"once\"",
            "'''",
            "association = { covers = [\"131172\"] }",
            "examples = [{ service = \"stay\", nights = 1, babies = 1, yen = 1 }]",
        ],
        Target::Compiled => &["\0", "\u{1}", "\u{7f}", "SNPR", "\u{2}", "131172", "12-29"],
        Target::Situations => &[
            "{",
            "}",
            "\"",
            ",",
            ":",
            "null",
            "true",
            "[",
            "]",
            "1e9",
            "-1",
            "\"municipality\": \"kita\"",
            "\"birth\": ",
            "\"due\": ",
            "\"now\": \"2026-11-24T10:30\"",
            "\"now\": \"2028-02-29T23:59\"",
            "\"now\": \"2027-12-31T00:00\"",
            "\"babies\": 9",
            "\"used\": [",
            "\"planned\": [",
            "{\"service\": \"stay\", \"nights\": 30}",
            "{\"service\": \"visit\", \"hours\": 720}",
            "\"cancelled_late\": true",
            "\"postal\": \"178-0063\"",
            "\"2024-02-29\"",
            "\"9999-12-31\"",
            "\"0001-01-01\"",
            "\"household\": \"unknown\"",
            "\"medical_care\": \"ill_today\"",
            "\"applied\": \"no\"",
            "\"facility\": \"03-5963-3311\"",
            "\\u0000",
            "\n",
        ],
        Target::Answers => &[
            "sn1.",
            ".",
            "~",
            "A",
            "_",
            "-",
            "sn3.",
            "kita",
            "令和",
            "元年",
            "R",
            "H31",
            "平成",
            "/",
            "年",
            "月",
            "日",
            "㋿",
            "２",
            "〒",
            "ー",
            "2024/2/29",
            "AAA",
            "BJZ",
        ],
        Target::Remembered => &["1", "2", "A", "B", "_", "-", "AAA", "AAAA", "AAAAAA", "DOE", "令"],
        Target::Fragments => {
            &["born", "expected", "result", "help", "privacy", "postal", "baby", "due", "household", "#", "%"]
        }
    }
}
